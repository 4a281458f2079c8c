r"""Titles as BibTeX writes them: capitals that must survive in braces, rich text as commands.

Titles may hold the tags of CSL's rich text (`<i> <b> <sup> <sub> <sc>`, `<span class="nocase">`).
They become `{\textit{…}}` and the like; sub- and superscripts of digits and signs `$_2$`, the
form that loses least elsewhere, others `{\textsubscript{…}}`. A tag without its partner is text.

BibTeX lowers the letters inside `{\textit{…}}` as it lowers others: where a capital in there must
survive, the whole group gets one more pair of braces.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from litconv.text.case.protect import protected_spans
from litconv.text.oneline import one_line

COMMANDS = {
    "i": "textit",
    "em": "textit",
    "b": "textbf",
    "strong": "textbf",
    "sc": "textsc",
    "sub": "textsubscript",
    "sup": "textsuperscript",
}
_SCRIPTS = {"textsubscript": "_", "textsuperscript": "^"}
_TAG = re.compile(r"<(/?)(i|em|b|strong|sc|sub|sup|span)((?: [^<>]*)?)>")
# A title that is a sentence: a plain first word, no further capital, nothing to be escaped.
_SENTENCE = re.compile(r"(?:A|[A-Z]?[a-z]+)(?![\w'])[ !\"'()*+,\-./0-9:;=>?@\[\]`a-z|]*")
_DEEPEST = 50  # groups in groups: nobody means more, and the stack of Python is not endless
_DIGITS = re.compile(r"[0-9+\-]+")

Span = tuple[int, int]


class Group(NamedTuple):
    """A stretch of title inside tags; an empty command only keeps capitals (`nocase`)."""

    command: str
    parts: list[str | Group]


class _Open(NamedTuple):
    tag: str
    raw: str
    group: Group


def title_to_latex(title: str, escape: Callable[[str], str]) -> str:
    """Give a title with its capitals protected; `escape` turns plain text into LaTeX."""
    if _SENTENCE.fullmatch(title) and "  " not in title:
        return title.strip()
    title = one_line(title)
    if "<" not in title:
        return _without_tags(title, escape)
    parts = _parse(title)
    plain = _plain(parts)
    return _Renderer(protected_spans(plain), escape).render(parts).strip(" ")


def _without_tags(title: str, escape: Callable[[str], str]) -> str:
    spans = protected_spans(title)
    if not spans:
        return escape(title)
    return _Renderer(spans, escape).render([title]).strip(" ")


def plain_title(title: str) -> str:
    """Give the title without its tags."""
    text = one_line(title)
    return _plain(_parse(text)) if "<" in text else text


def _parse(title: str) -> list[str | Group]:
    stack = [_Open("", "", Group("", []))]
    position = 0
    for match in _TAG.finditer(title):
        if len(stack) > _DEEPEST and not match[1]:
            continue  # text, as its partner will be
        stack[-1].group.parts.append(title[position : match.start()])
        position = match.end()
        closing, tag, attributes = match.groups()
        if not closing:
            stack.append(_Open(tag, match[0], Group(_command(tag, attributes), [])))
        elif stack[-1].tag == tag:
            group = stack.pop().group
            stack[-1].group.parts.append(group)
        else:
            stack[-1].group.parts.append(match[0])
    stack[-1].group.parts.append(title[position:])
    while len(stack) > 1:  # opened, never closed: text after all
        lost = stack.pop()
        stack[-1].group.parts.extend([lost.raw, *lost.group.parts])
    return stack[0].group.parts


def _command(tag: str, attributes: str) -> str:
    if tag == "span":
        return "textsc" if "small-caps" in attributes else ""
    return COMMANDS[tag]


def _plain(parts: list[str | Group]) -> str:
    return "".join(part if isinstance(part, str) else _plain(part.parts) for part in parts)


class _Renderer:
    """Walks the parts and knows at which place of the plain title it is."""

    def __init__(self, spans: list[Span], escape: Callable[[str], str]) -> None:
        self.spans = spans
        self.escape = escape
        self.place = 0

    def render(self, parts: list[str | Group], *, protect: bool = True) -> str:
        return "".join(
            self._text(part, protect=protect) if isinstance(part, str) else self._group(part)
            for part in parts
        )

    def _text(self, text: str, *, protect: bool) -> str:
        start, self.place = self.place, self.place + len(text)
        if not protect:
            return self._escaped(text)
        done, pieces = start, []
        for left, right in self._inside(start, self.place):
            pieces.append(self._escaped(text[done - start : left - start]))
            pieces.append(f"{{{self._escaped(text[left - start : right - start])}}}")
            done = right
        pieces.append(self._escaped(text[done - start :]))
        return "".join(pieces)

    def _group(self, group: Group) -> str:
        plain = _plain(group.parts)
        inside = self._inside(self.place, self.place + len(plain))
        inner = self.render(group.parts, protect=False)
        if not inner.strip():
            return inner
        if not group.command:
            return f"{{{inner}}}"
        script = _SCRIPTS.get(group.command)
        signs = plain.replace("−", "-").replace("–", "-")
        if script and _DIGITS.fullmatch(signs):
            return f"${script}{signs if len(signs) == 1 else f'{{{signs}}}'}$"
        text = f"{{\\{group.command}{{{inner}}}}}"
        return f"{{{text}}}" if inside else text

    def _inside(self, start: int, end: int) -> list[Span]:
        """Protected stretches between two places, cut to them."""
        cut = ((max(left, start), min(right, end)) for left, right in self.spans)
        return [(left, right) for left, right in cut if left < right]

    def _escaped(self, text: str) -> str:
        """Escape; blanks at the ends, which a piece of a title may have, are kept."""
        core = text.strip(" ")
        if not core:
            return text[:1]
        lead = " " if text.startswith(" ") else ""
        return f"{lead}{self.escape(core)}{' ' if text.endswith(' ') else ''}"
