r"""Rich text in the strings of CSL-YAML: pandoc reads them as Markdown.

`*italic*` `**bold**` `^sup^` `~sub~` `[Small Caps]{.smallcaps}` `[kept]{.nocase}`, and a backslash
before any sign that would mean something. Source: pandoc's manual, "Capitalization in titles" and
"Inline formatting". What has no partner is text.
"""

from __future__ import annotations

import re
from typing import Final

_ESCAPE: Final = re.compile(r"([\\*_^~`\[\]<>@$#])")
_TAG: Final = re.compile(
    r'</?(?:i|b|sup|sub|sc)>|<span (?:style="font-variant:\s*small-caps;"|class="nocase")>|</span>'
)
_OPENING: Final = {"<i>": "*", "<b>": "**", "<sup>": "^", "<sub>": "~", "<sc>": "["}
_CLOSING: Final = {
    "</i>": "*",
    "</b>": "**",
    "</sup>": "^",
    "</sub>": "~",
    "</sc>": "]{.smallcaps}",
}
_SMALL_CAPS: Final = '<span style="font-variant:small-caps;">'
_NO_CASE: Final = '<span class="nocase">'

_MARKS: Final = (
    (re.compile(r"\*\*(?=\S)([^*]+?)(?<=\S)\*\*"), r"<b>\1</b>"),
    (re.compile(r"\*(?=\S)([^*]+?)(?<=\S)\*"), r"<i>\1</i>"),
    (re.compile(r"(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)"), r"<i>\1</i>"),
    (re.compile(r"\^([^\s^]+)\^"), r"<sup>\1</sup>"),
    (re.compile(r"~([^\s~]+)~"), r"<sub>\1</sub>"),
    (re.compile(r"\[([^\[\]]*)\]\{\.smallcaps\}"), rf"{_SMALL_CAPS}\1</span>"),
    (re.compile(r"\[([^\[\]]*)\]\{\.nocase\}"), rf"{_NO_CASE}\1</span>"),
)
_ESCAPED: Final = re.compile(r"\\([^A-Za-z0-9\s])")
_FIRST_PRIVATE: Final = 0xE000  # stands for an escaped sign while marks are looked for


def from_pandoc(text: str) -> str:
    """Give CSL's rich text for a Markdown string."""
    if not re.search(r"[\\*_^~\[]", text):
        return text
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append(match[1])
        return chr(_FIRST_PRIVATE + len(held) - 1)

    text = _ESCAPED.sub(hold, text)
    for pattern, form in _MARKS:
        text = pattern.sub(form, text)
    for place, sign in enumerate(held):
        text = text.replace(chr(_FIRST_PRIVATE + place), sign)
    return text


def to_pandoc(text: str) -> str:
    """Give the Markdown string of CSL's rich text."""
    pieces: list[str] = []
    spans: list[str] = []
    done = 0
    for match in _TAG.finditer(text):
        pieces += [_ESCAPE.sub(r"\\\1", text[done : match.start()]), _mark(match[0], spans)]
        done = match.end()
    pieces.append(_ESCAPE.sub(r"\\\1", text[done:]))
    return "".join(pieces)


def _mark(tag: str, spans: list[str]) -> str:
    if tag.startswith("<span"):
        spans.append("]{.nocase}" if "nocase" in tag else "]{.smallcaps}")
        return "["
    if tag == "</span>":
        return spans.pop() if spans else ""
    return _OPENING.get(tag) or _CLOSING[tag]
