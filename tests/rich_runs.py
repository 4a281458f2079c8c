"""Hypothesis strategies for rich text: runs of anything, full of what markups take for signs."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import strategies as st

from litconv.text.markup import Mark, Rich, Run, to_text

SIGNS = "\\`*_[](){}<>~^#|&$@!-+=:;.,'\"/%? \t\u00a0\u30001aA图é²€\u0301"
PIECES = (
    *(
        "https://example.org/a_(b)",
        "http://",
        "https://例子.example/页?a=b&copy=c",
        "doi:10.1000/a<b>",
    ),
    *("&amp;", "&#60;", "<script>alert(1)</script>", '"><img src=x onerror=y>', "</div>", "<!--"),
    *("javascript:alert(1)", "[a](javascript:b)", "1. ", "A. ", "- ", "::", "[1]_", "|x|", "a_ "),
    *(":sup:`2`", ".. note::", "{\\b x}", "\\u10?", "\ud800", "\U0001f600", "\r\n", "\x1b[2J"),
    *("\x1b]8;;x\x07", "```", "---", "| a |", ">>> ", "%", "a@b.example", "\u202e", "\ufffe"),
)
texts = st.one_of(
    st.text(SIGNS, max_size=12),
    st.lists(st.sampled_from(PIECES) | st.text(SIGNS, max_size=3), max_size=5).map("".join),
    st.text(max_size=8),
)
marks = st.lists(st.sampled_from(Mark), max_size=3, unique=True).map(tuple)
riches: st.SearchStrategy[Rich] = st.lists(st.builds(Run, texts, marks), max_size=6).map(tuple)


def squeezed(text: str) -> str:
    """Give the text with all blanks alike: the markups may show them differently."""
    return " ".join(text.split())


def bare(runs: Rich) -> str:
    return squeezed(to_text(runs))


class Shown(HTMLParser):
    """Reads HTML back: each letter with the elements around it, and the links."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.letters: list[tuple[str, frozenset[str]]] = []
        self.elements: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(source)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append(tag)
        self.elements.append(tag)
        assert {name for name, _ in attrs} <= {"href", "style", "class", "id"}
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        around = frozenset(_NAMES.get(tag, tag) for tag in self._open) - {"p", "a", "div"}
        self.letters += [(char, around) for char in data if not char.isspace()]


_NAMES = {"em": "i", "strong": "b"}


def marked(runs: Rich) -> list[tuple[str, frozenset[str]]]:
    """Give what `Shown.letters` should be for the runs."""
    return [
        (char, frozenset(str(mark) for mark in run.marks))
        for run in runs
        for char in to_text((run,))
        if not char.isspace()
    ]
