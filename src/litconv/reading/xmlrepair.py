"""XML of one record made well-formed where it is clear what it must mean."""

from __future__ import annotations

import html
import re
from typing import Final

from litconv.diagnostics import Diagnostics
from litconv.reading.xmlcut import Fragment, place_in

_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ODD: Final = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)"  # passed over
    r"|&#(?:x(?P<hex>[0-9a-fA-F]{1,8})|(?P<dec>\d{1,10}));"
    r"|&(?!(?:amp|lt|gt|quot|apos);)(?:(?P<entity>[A-Za-z][\w.-]{0,40});)?"
    r"|<(?![A-Za-z_/!?])",
    re.DOTALL,
)
_LAST_CHAR: Final = 0x10FFFF
_PREDEFINED: Final = frozenset('<>&"')


class Repair:
    """Makes well-formed what people write by hand, and says once for each record that it did."""

    def __init__(self, fragment: Fragment, file: str, diagnostics: Diagnostics) -> None:
        self._fragment = fragment
        self._file = file
        self._diagnostics = diagnostics
        self._said = False

    def text(self) -> str:
        """Give the text that can be parsed."""
        text = self._fragment.text
        if not text.isprintable():
            text = _FORBIDDEN.sub("", text)
        return _ODD.sub(self._one, text)

    def _one(self, match: re.Match[str]) -> str:
        found = match[0]
        if found.startswith("<!"):
            return found
        if found == "<":
            self._say(match, "a bare '<' was taken as text")
            return "&lt;"
        if match["hex"] or match["dec"]:
            return self._character(match)
        if name := match["entity"]:
            char = html.unescape(found)
            if char != found:  # an entity of HTML
                return html.escape(char)
            self._say(match, f"XML does not know the entity '{found}'; its name was kept as text")
            return f"&amp;{name};"
        self._say(match, "a bare '&' was taken as text")
        return "&amp;"

    def _character(self, match: re.Match[str]) -> str:
        code = int(match["hex"], 16) if match["hex"] else int(match["dec"])
        if code in (10, 13):  # meant as line breaks, unlike those of the layout
            return "&#13;"
        if code > _LAST_CHAR or _FORBIDDEN.fullmatch(chr(code)):
            self._say(match, f"'{match[0]}' is no character of XML and was left out")
            return ""
        return match[0] if chr(code) in _PREDEFINED else f"&#{code};"

    def _say(self, match: re.Match[str], what: str) -> None:
        if not self._said:
            self._said = True
            at = min(match.start(), len(self._fragment.text))
            span = place_in(self._file, self._fragment, at)
            self._diagnostics.report("xml-repaired", what, span=span)
