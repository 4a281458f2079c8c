r"""LaTeX text of a bibliography → Unicode, with CSL's rich text (`<i>`, `<sub>` …) on demand.

`{\'e}` `\"o` `\c{c}` `\v s` `{\o}` · `\&` `\%` · `--` `---` ` ``''` · `~` `\ ` · `\emph{}`
`{\it …}` · `$_2$` `$^{13}$C` `$\alpha$` · `\url{}` `\href{}{}` · `\mkbibquote{}`. Braces that only
protect capitals vanish: who writes BibTeX again protects them anew.

A command that nobody knows stays as it is written, with its argument, and is named in the result;
so is mathematics that says more than letters, signs, sub- and superscripts. One pass, no
recursion: ten thousand nested braces are as good as one.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from litconv.text.latex.symbols import (
    ACCENT_MARKS,
    AROUND,
    CLOSING,
    MATH_ACCENTS,
    OPENING,
    PLAIN,
    SIGNS,
    SWITCHES,
    TAGS,
    accented,
    character,
    symbol,
)
from litconv.text.latex.urls import decode_url, needs_decoding
from litconv.text.width import composed

_TOKEN: Final = re.compile(
    r"\\(?P<word>[A-Za-z@]+)\*?(?P<blank>[ \t\n]*)|\\(?P<sign>.)|(?P<open>\{)|(?P<close>\})"
    r"|(?P<math>\$\$?)|(?P<script>[\^_])|(?P<quote>``|''|---?|~|`(?=\w))|(?P<text>[^\\{}$^_~`'-]+)"
    r"|(?P<other>.)",
    re.DOTALL,
)
_QUOTES: Final = {"``": "“", "''": "”", "--": "–", "---": "—", "~": " ", "`": "‘"}
_CLOSING_MATH: Final = {r"\(": r"\)"}
_URL: Final = re.compile(r"\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
_NAME: Final = re.compile(r"\s*\{\s*([A-Za-z*]+)\s*\}")
_LINKS: Final = frozenset(("url", "path", "nolinkurl", "href"))
_FIRST_ACCENT_ARGUMENT: Final = re.compile(r"\s*(\S[\u0300-\u036f]*)", re.DOTALL)
_SCRIPTS: Final = {
    "sub": str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"),
    "sup": str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ"),
}
_SINGLE_QUOTE: Final = re.compile(r"‘([^‘']*(?:'\w[^‘']*)*)'(?!\w)")


class Decoded(msgspec.Struct, gc=False):
    r"""The text, the commands that were not understood, and the targets of `\href`."""

    text: str
    unknown: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


def latex_to_text(text: str, *, rich: bool = False) -> str:
    """Give the plain text, or with `rich` the text with CSL's tags."""
    return decode_latex(text, rich=rich).text


def decode_latex(text: str, *, rich: bool = False) -> Decoded:
    """Give the text with what was not understood."""
    if not needs_decoding(text):
        return Decoded(text)
    if not _HARD.search(text) and text.count("{") == text.count(
        "}"
    ):  # nothing but protected capitals
        return Decoded(text.replace("{", "").replace("}", ""))
    return _Decoder(text, rich=rich).run()


_HARD: Final = re.compile(r"[\\$~`]|--|''")

_Handler = tuple[str, str, str]
"""What is done to the next argument: kind, and two texts it needs."""


class _Frame:
    """A group being read: its pieces, what waits for an argument, the tags to close at its end."""

    __slots__ = ("math", "pieces", "tags", "verbatim", "waiting")

    def __init__(self, *, math: bool = False, verbatim: bool = False) -> None:
        self.pieces: list[str] = []
        self.waiting: list[_Handler] = []
        self.tags: list[str] = []
        self.math = math
        self.verbatim = verbatim


class _Decoder:
    def __init__(self, source: str, *, rich: bool) -> None:
        self.source = source
        self.rich = rich
        self.frames = [_Frame()]
        self.unknown: list[str] = []
        self.links: list[str] = []
        self.position = 0
        self.last_math = source.rfind(r"\)")

    def run(self) -> Decoded:
        match_token = _TOKEN.match
        while match := match_token(self.source, self.position):
            self.position = match.end()
            getattr(self, f"_{match.lastgroup if match.lastgroup != 'blank' else 'word'}")(match)
        while len(self.frames) > 1:
            self._end_group()
        frame = self.frames[0]
        self._finish(frame)
        text = "".join(frame.pieces)
        if "‘" in text:
            text = _SINGLE_QUOTE.sub(r"‘\1’", text)
        unknown = tuple(dict.fromkeys(self.unknown))
        return Decoded(composed(text), unknown, tuple(self.links))

    # ------------------------------------------------------------------ putting text in
    def _emit(self, text: str) -> None:
        """Put one unit of text, the argument of whatever waits for one."""
        frame = self.frames[-1]
        while frame.waiting:
            text = self._apply(frame.waiting.pop(), text)
        frame.pieces.append(text)

    def _apply(self, handler: _Handler, text: str) -> str:
        kind, first, second = handler
        if kind == "accent":
            return accented(first, text)
        if kind == "tag":
            return self._tagged(first, text)
        return f"{first}{text}{second}"

    def _tagged(self, tag: str, text: str) -> str:
        if not text.strip():
            return text
        if self.rich:
            return f"{OPENING[tag]}{text}{CLOSING[tag]}"
        table = _SCRIPTS.get(tag)
        if table is None:
            return text
        changed = text.translate(table)
        return changed if all(one != two for one, two in zip(text, changed, strict=True)) else text

    def _end_group(self) -> None:
        frame = self.frames.pop()
        self._finish(frame)
        text = "".join(frame.pieces)
        self._emit(f"{{{text}}}" if frame.verbatim else text)

    def _finish(self, frame: _Frame) -> None:
        r"""Apply what still waits for an argument, and close the tags of `{\it …`."""
        while frame.waiting:
            frame.pieces.append(self._apply(frame.waiting.pop(), ""))
        for tag in reversed(frame.tags):
            frame.pieces.append(CLOSING[tag])

    # ------------------------------------------------------------------ tokens
    def _text(self, match: re.Match[str]) -> None:
        text = match[0]
        if self.frames[-1].waiting:
            first = _FIRST_ACCENT_ARGUMENT.match(text)
            if first is None:
                return
            self._emit(first[1])
            text = text[first.end() :]
        self.frames[-1].pieces.append(text)

    def _other(self, match: re.Match[str]) -> None:
        sign = match[0]
        math = self.frames[-1].math
        self._emit({"-": "−", "'": "′"}.get(sign, sign) if math else sign)

    def _quote(self, match: re.Match[str]) -> None:
        self._emit(match[0] if self.frames[-1].math else _QUOTES[match[0]])

    def _open(self, _: re.Match[str]) -> None:
        above = self.frames[-1]
        waits = above.waiting[-1] if above.waiting else ("", "", "")
        math = above.math and waits[0] != "text"
        verbatim = above.verbatim or waits[0] == "verbatim"
        self.frames.append(_Frame(math=math or waits[0] == "math", verbatim=verbatim))

    def _close(self, match: re.Match[str]) -> None:
        if len(self.frames) > 1:
            self._end_group()
        else:
            self._emit(match[0])

    def _script(self, match: re.Match[str]) -> None:
        if self.frames[-1].math:
            self.frames[-1].waiting.append(("tag", "sup" if match[0] == "^" else "sub", ""))
        else:
            self._emit(match[0])

    def _math(self, match: re.Match[str]) -> None:
        r"""Read `$…$`, `\(…\)` on its own; what is not understood in it stays as it stands."""
        start, closing = match.end(), _CLOSING_MATH.get(match[0], match[0])
        end = self.source.find(closing, start)
        while end > 0 and self.source[end - 1] == "\\":
            end = self.source.find(closing, end + 1)
        if end < 0:
            self._emit(match[0])
            return
        inner = self.source[start:end]
        self.position = end + len(closing)
        decoder = _Decoder(inner, rich=self.rich)
        decoder.frames[0].math = True
        found = decoder.run() if "$" not in inner else Decoded("", (inner,))
        if found.unknown:
            self.unknown.extend(found.unknown)
            self._emit(f"{match[0]}{inner}{closing}")
        else:
            self._emit(found.text)

    def _sign(self, match: re.Match[str]) -> None:
        sign = match["sign"]
        frame = self.frames[-1]
        if sign == "(" and match.end() <= self.last_math:  # DBLP
            self._math(match)
        elif sign in SIGNS:
            self._emit(SIGNS[sign])
        elif sign in ACCENT_MARKS:
            frame.waiting.append(("accent", ACCENT_MARKS[sign], ""))
        else:
            self._emit(match[0])

    def _word(self, match: re.Match[str]) -> None:
        name = match["word"]
        frame = self.frames[-1]
        if name in ACCENT_MARKS and not (frame.math and name in "bcdhtu"):
            frame.waiting.append(("accent", ACCENT_MARKS[name], ""))
        elif name in TAGS:
            frame.waiting.append(("tag", TAGS[name], ""))
        elif name in SWITCHES:
            self._switch(SWITCHES[name])
        elif name in _LINKS:
            self._link(name)
        elif name in PLAIN:
            kind = (
                "math" if name == "ensuremath" else "text" if name.startswith("text") else "plain"
            )
            frame.waiting.append((kind, *AROUND.get(name, ("", ""))))
        elif frame.math and name in MATH_ACCENTS:
            frame.waiting.append(("accent", MATH_ACCENTS[name], ""))
        else:
            self._command(name, match)

    def _command(self, name: str, match: re.Match[str]) -> None:
        if name in ("begin", "end"):
            self._environment(name, match)
        elif name == "ElsevierGlyph" and (code := _URL.match(self.source, self.position)):
            self.position = code.end()
            self._emit(character(code[1]) or code[0])
        elif (known := symbol(name)) is not None:
            spoken = known == name and match["blank"] and self.frames[-1].math  # `\log n`
            self._emit(f"{known} " if spoken else known)
        else:
            self.unknown.append(f"\\{name}")
            frame = self.frames[-1]
            frame.pieces.append(match[0])
            if self.source.startswith("{", self.position):
                frame.waiting.append(("verbatim", "", ""))

    def _switch(self, tag: str) -> None:
        frame = self.frames[-1]
        if tag and self.rich:
            frame.pieces.append(OPENING[tag])
            frame.tags.append(tag)

    def _link(self, name: str) -> None:
        target = _URL.match(self.source, self.position)
        if target is None:
            return
        self.position = target.end()
        address = decode_url(target[1])
        if name == "href":
            self.links.append(address)
        else:
            self._emit(address)

    def _environment(self, name: str, match: re.Match[str]) -> None:
        r"""Read `\begin{it}…\end{it}` as a group with a switch, other environments as groups."""
        what = _NAME.match(self.source, self.position)
        if what is None:
            self._emit(match[0])
            return
        self.position = what.end()
        if name == "end":
            if len(self.frames) > 1:
                self._end_group()
            return
        self.frames.append(_Frame())
        tag = SWITCHES.get(what[1]) or TAGS.get(what[1], "")
        self._switch(tag)
