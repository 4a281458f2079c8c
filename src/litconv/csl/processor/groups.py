"""Groups, choices and macros.

citeproc-py decides from the style alone whether a group prints, so `(Publication)` stays when all
its variables are empty. CSL decides per item: a group prints if a variable in it does, or if it
calls none; a macro is such a group; a group that prints counts as a variable of the group around
it. `cs:choose` is transparent: its pieces take the delimiter of the group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from litconv.csl.processor.nodes import Node
from litconv.csl.processor.numbers import is_numeric
from litconv.csl.processor.punctuation import Gluer
from litconv.csl.processor.richtext import ALL_MARKS, MARGIN_END

if TYPE_CHECKING:
    from litconv.csl.processor.compile import Sheet
    from litconv.csl.processor.work import Work

Test = Callable[["Work"], bool]


class GroupNode(Node):
    """`cs:group`."""

    def prepare(self, sheet: Sheet) -> None:
        """Work out what is constant per style."""
        super().prepare(sheet)
        self.delimiter = self.get("delimiter", "")

    def render(self, work: Work) -> str:
        """Give what this prints for the work."""
        pieces = self.collect_group(work)
        return self.decorate(self.glue.join(pieces, self.delimiter), work) if pieces else ""


class LayoutNode(Node):
    """`cs:layout`: a whole reference. In numbered lists its suffix stays outside quotes."""

    def prepare(self, sheet: Sheet) -> None:
        """Work out what is constant per style."""
        super().prepare(sheet)
        self.quiet = Gluer(in_quote=self.glue.in_quote and not sheet.flush)

    def render(self, work: Work) -> str:
        """Give what this prints for the work."""
        pieces = self.collect(work)
        if not pieces:
            return ""
        if work.number and self.sheet.flush and len(pieces) > 1:
            pieces[0] += f"{MARGIN_END} "  # the number in the margin
        text = f"{self.before}{self.on}{self.glue.join(pieces, '')}{self.off}"
        if self.after and self.after[0] == text.rstrip(ALL_MARKS)[-1:]:
            return text + self.after[1:]
        return self.quiet.glue(text, self.after)


class TransparentNode(Node):
    """`cs:if`, `cs:else-if`, `cs:else`, `cs:macro`: their pieces belong to the parent."""

    def emit(self, work: Work, out: list[str]) -> None:
        """Add the pieces to the parent's."""
        for kid in self.kids:
            kid.emit(work, out)


class ChooseNode(TransparentNode):
    """`cs:choose`."""

    def prepare(self, sheet: Sheet) -> None:
        """Work out what is constant per style."""
        super().prepare(sheet)
        self.branches: tuple[tuple[Node, Test | None], ...] = tuple(
            (kid, kid.holds if isinstance(kid, IfNode) else None) for kid in self.kids
        )

    def emit(self, work: Work, out: list[str]) -> None:
        """Add the pieces to the parent's."""
        branch = self.chosen(work)
        if branch is not None:
            branch.emit(work, out)

    def collect(self, work: Work) -> list[str]:
        """Give the pieces of the branch that applies."""
        out: list[str] = []
        self.emit(work, out)
        return out

    def chosen(self, work: Work) -> Node | None:
        """Give the branch that applies to the work."""
        for branch, test in self.branches:
            if test is None or test(work):
                return branch
        return None


class IfNode(TransparentNode):
    """`cs:if` and `cs:else-if`; `match` is about every single value, not about attributes."""

    def prepare(self, sheet: Sheet) -> None:
        """Work out what is constant per style."""
        super().prepare(sheet)
        self.match = self.get("match", "all")
        self.types = frozenset(self.get("type", "").split())
        tests: list[Test] = []
        for attribute, make in _TESTS.items():
            tests.extend(make(value) for value in self.get(attribute, "").split())
        self.tests = tuple(tests)

    def holds(self, work: Work) -> bool:
        """Say whether the condition is met."""
        if self.match == "any":
            return work.type in self.types or any(test(work) for test in self.tests)
        if self.match == "none":
            return work.type not in self.types and not any(test(work) for test in self.tests)
        if self.types and work.type not in self.types:  # no item has two types: one is enough
            return False
        return all(test(work) for test in self.tests)


def _has(name: str) -> Test:
    return lambda work: work.has(name)


def _numeric(name: str) -> Test:
    return lambda work: is_numeric(work.raw(name), legal=work.legal and name == "number")


def _uncertain(name: str) -> Test:
    return lambda work: (date := work.date(name)) is not None and date.circa


def _locator(name: str) -> Test:
    return lambda work: bool(work.locator_label) and work.locator_label == name.replace("-", " ")


def _position(name: str) -> Test:
    return lambda work: work.in_citation and name in work.positions


def _disambiguate(value: str) -> Test:
    return lambda work: work.shown.extra is (value == "true")


_TESTS: dict[str, Callable[[str], Test]] = {
    "variable": _has,
    "is-numeric": _numeric,
    "is-uncertain-date": _uncertain,
    "locator": _locator,
    "position": _position,
    "disambiguate": _disambiguate,
}


def _candidates(node: Node, work: Work) -> Iterator[Node]:
    """Yield what may stand in: of `cs:choose` the elements of its branch, one after another."""
    if not isinstance(node, ChooseNode):
        yield node
        return
    branch = node.chosen(work)
    for kid in branch.kids if branch is not None else ():
        yield from _candidates(kid, work)


class SubstituteNode(Node):
    """`cs:substitute`: the first child that prints; what it called is not printed again.

    citeproc-py forgets most of what was used up, so titles and editors came twice.
    """

    def render(self, work: Work) -> str:
        """Give what this prints for the work."""
        work.substituting += 1
        try:
            candidates = (one for kid in self.kids for one in _candidates(kid, work))
            return next((text for one in candidates if (text := one.render(work))), "")
        finally:
            work.substituting -= 1
