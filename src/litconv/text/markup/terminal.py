"""Text for terminals: italics, bold and underline as SGR sequences, links as OSC 8."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from litconv.text.markup.links import split_links
from litconv.text.markup.runs import Entry, Mark, Rich, Run, Shape, cleaned

_SGR = {Mark.ITALIC: "3", Mark.BOLD: "1", Mark.UNDERLINE: "4"}
_PLAIN = "0123456789+−-=()n"
_RAISED = str.maketrans(_PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans(_PLAIN[:-1], "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def to_terminal(runs: Rich) -> str:
    """Give one line in which no escape sequence is but those for marks and links.

    Raised and lowered figures become Unicode's own; small capitals are left out.
    """
    return "".join(_styled(run) for run in cleaned(runs))


def _styled(run: Run) -> str:
    codes = ";".join(_SGR[mark] for mark in run.marks if mark in _SGR)
    text = "".join(
        f"\x1b]8;;{address}\x1b\\{piece}\x1b]8;;\x1b\\" if address else _shifted(piece, run.marks)
        for piece, address in split_links(run.text)
    )
    return f"\x1b[{codes}m{text}\x1b[0m" if codes else text


def _shifted(text: str, marks: tuple[Mark, ...]) -> str:
    if Mark.SUP in marks and set(text) <= set(_PLAIN):
        return text.translate(_RAISED)
    if Mark.SUB in marks and set(text) <= set(_PLAIN[:-1]):
        return text.translate(_LOWERED)
    return text


def terminal_list(entries: Iterable[Entry], _shape: Shape) -> Iterator[str]:
    """Yield a line for each entry."""
    return (to_terminal(one.runs) + "\n" for one in entries if one.runs)
