"""HTML, with the classes that CSL processors use; well-formed, so it is XML too."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator

from litconv.text.markup.links import split_links
from litconv.text.markup.runs import (
    Entry,
    Mark,
    Rich,
    Shape,
    clean,
    cleaned,
    split_margin,
    tokens,
)

_HANGING = ' style="margin-left: 2em; text-indent: -2em;"'
_LEFT = ' style="float: left; padding-right: 0.5em;"'
_RIGHT = ' style="margin-left: 2.5em;"'
_STYLE = """\
body { max-width: 45em; margin: 2em auto; padding: 0 1em; line-height: 1.4; }
.csl-entry { clear: left; margin-bottom: 0.6em; }
"""


def to_html(runs: Rich, *, links: bool = False) -> str:
    """Give HTML: text escaped, marks as elements, web addresses and DOIs as links if asked for."""
    out: list[str] = []
    for token in tokens(cleaned(runs)):
        if token.mark:
            out.append(_open(token.mark) if token.opens else f"</{token.mark}>")
        elif links:
            out.extend(_linked(token.text))
        else:
            out.append(html.escape(token.text))
    return "".join(out)


def _open(mark: Mark) -> str:
    if mark is Mark.SMALL_CAPS:
        return '<span style="font-variant:small-caps;">'
    return f"<{mark}>"


def _linked(text: str) -> Iterator[str]:
    for piece, address in split_links(text):
        shown = html.escape(piece)
        yield f'<a href="{html.escape(address)}">{shown}</a>' if address else shown


def html_list(entries: Iterable[Entry], shape: Shape) -> Iterator[str]:
    """Yield `<div class="csl-bib-body">` with a `<div class="csl-entry" id="KEY">` for each entry.

    A number in the margin stands in `csl-left-margin`, the rest in `csl-right-inline`. The indents
    are inline styles, so that a page without a style sheet shows them.
    """
    used: dict[str, int] = {}
    yield f'<div class="csl-bib-body"{_HANGING if shape.hanging else ""}>\n'
    for name, runs in entries:
        if runs:
            body = _body(runs, shape)
            yield f'  <div class="csl-entry" id="{html.escape(_anchor(name, used))}">{body}</div>\n'
    yield "</div>\n"


def html_page(entries: Iterable[Entry], shape: Shape, language: str) -> Iterator[str]:
    """Yield a whole document around `html_list`; `language` is a tag such as zh-CN.

    A browser takes a file without a charset for what its system likes, so that names break; and
    a fragment has neither title nor language.
    """
    title = "参考文献" if language.lower().startswith("zh") else "References"
    yield (
        f'<!doctype html>\n<html lang="{html.escape(language)}">\n<head>\n'
        f'<meta charset="utf-8">\n<title>{title}</title>\n<style>\n{_STYLE}</style>\n'
        "</head>\n<body>\n"
    )
    yield from html_list(entries, shape)
    yield "</body>\n</html>\n"


def _body(runs: Rich, shape: Shape) -> str:
    margin, rest = split_margin(runs) if shape.margin else ((), runs)
    text = to_html(rest, links=True)
    if not margin:
        return text
    number = to_html(margin, links=True)
    return (
        f'<div class="csl-left-margin"{_LEFT}>{number} </div>'
        f'<div class="csl-right-inline"{_RIGHT}>{text}</div>'
    )


def _anchor(name: str, used: dict[str, int]) -> str:
    """Give an id that HTML allows: no blanks, used once."""
    wanted = "-".join(clean(name).split()) or "reference"
    anchor = wanted
    while anchor in used:
        used[wanted] += 1
        anchor = f"{wanted}-{used[wanted]}"
    used[anchor] = 1
    return anchor
