"""HTML and JATS inside values, as publishers, Crossref and web pages leave it there.

Titles keep what CSL's rich text has a tag for (`<i> <b> <sub> <sup>`, small capitals); everything
else that is a tag goes, with a blank where it broke a line. Entities become their characters, also
those that were escaped twice. `a < b` and `<unknown>` are text: only names of HTML, JATS and
MathML elements are tags.
"""

from __future__ import annotations

import html
import re
from typing import Final

from litconv.text.width import tidy

SMALL_CAPS: Final = '<span style="font-variant:small-caps;">'

# Element of HTML or JATS (bare of its prefix) → tag of CSL's rich text.
_RICH: Final = {
    "i": "i", "em": "i", "italic": "i", "cite": "i", "var": "i",
    "b": "b", "strong": "b", "bold": "b",
    "sub": "sub", "inf": "sub",
    "sup": "sup",
    "sc": "sc", "scp": "sc", "small-caps": "sc", "smallcaps": "sc",
}  # fmt: skip
# Elements that end a line or a paragraph: a blank takes their place.
_BREAKS: Final = frozenset(
    "p br hr div title sec section li ul ol list list-item def-list h1 h2 h3 h4 h5 h6 tr td th "
    "table abstract label disp-formula disp-quote blockquote".split()
)
# Elements whose text is all there is to them. The last line is MathML.
_PLAIN: Final = frozenset(
    "a abbr acronym big code del dfn email ext-link font fn ins inline-formula inline-graphic kbd "
    "mark monospace named-content nobr overline q roman s sans-serif small span strike "
    "styled-content tt u underline uri wbr xref alternatives tex-math formula img html "
    "body article-title math mrow mi mn mo ms mtext mspace mstyle msub msup msubsup mfrac "
    "msqrt mroot mover munder munderover mfenced mtable mtr mtd semantics annotation none "
    "mprescripts mmultiscripts".split()
)
# Tag → how CSL's rich text starts and ends it; a span of any other kind is none.
_TAGS: Final = {
    **{tag: (f"<{tag}>", f"</{tag}>") for tag in ("i", "b", "sub", "sup")},
    "sc": (SMALL_CAPS, "</span>"),
    "nocase": ('<span class="nocase">', "</span>"),
    "span": ("", ""),
}
_TAG: Final = re.compile(r"<(/?)(?:[a-z]{2,5}:)?([A-Za-z][A-Za-z0-9-]*)((?:\s[^<>]*)?)/?>")
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_SMALL_CAPS_STYLE: Final = re.compile(r"small-?caps", re.IGNORECASE)
_NO_CASE: Final = re.compile(r"""\sclass=["']?nocase""")
_TWICE: Final = 2
_HEADING: Final = re.compile(r"(?:Abstract|Summary|摘要)[.:：]?\s+(?=\S)")


def to_rich_text(text: str) -> str:
    """Give a title with the tags of CSL's rich text only; a tag without its partner goes."""
    if "<" not in text and "&" not in text:
        return text
    text = unescape(text)
    pieces: list[str] = []
    opened: list[tuple[str, int]] = []  # tag, place of its start in `pieces`
    done = 0
    for match in _TAG.finditer(text):
        if not _known(match):
            continue
        pieces.append(text[done : match.start()])
        done = match.end()
        tag = _rich_tag(match, opened)
        if not tag:
            pieces.append(" " if match[2].lower() in _BREAKS else "")
        elif not match[1]:
            opened.append((tag, len(pieces)))
            pieces.append("")  # filled in when its partner comes
        elif tag in [one for one, _ in opened]:
            while opened:
                name, place = opened.pop()
                if name == tag:
                    pieces[place], end = _TAGS[tag]
                    pieces.append(end)
                    break
    pieces.append(text[done:])
    return tidy("".join(pieces))


def to_plain_text(text: str) -> str:
    """Give a text (an abstract) without any tag; a heading `Abstract` before it goes too."""
    if "<" not in text and "&" not in text:
        return text
    text = unescape(text)
    plain = _TAG.sub(_replaced, text)
    bare = tidy(plain)
    return _HEADING.sub("", bare, count=1) if _HEADING.match(bare) and plain != text else bare


def _replaced(match: re.Match[str]) -> str:
    if not _known(match):
        return match[0]
    return " " if match[2].lower() in _BREAKS else ""


def _known(match: re.Match[str]) -> bool:
    name = match[2].lower()
    return name in _RICH or name in _BREAKS or name in _PLAIN


def _rich_tag(match: re.Match[str], opened: list[tuple[str, int]]) -> str:
    """Give the rich-text tag of an element; `span` is one by its style, its end by its start."""
    name = match[2].lower()
    if name != "span":
        return _RICH.get(name, "")
    if match[1]:
        return next((one for one, _ in reversed(opened) if one in {"sc", "nocase", "span"}), "")
    if _SMALL_CAPS_STYLE.search(match[3]):
        return "sc"
    return "nocase" if _NO_CASE.search(match[3]) else "span"


def unescape(text: str) -> str:
    """Turn entities into characters; twice, because Crossref's data are often escaped twice."""
    for _ in range(_TWICE):
        if "&" in text:
            text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return text
