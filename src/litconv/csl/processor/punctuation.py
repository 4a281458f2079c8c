"""Where two pieces of a reference meet: doubled stops, doubled blanks, stops and quotation marks.

citeproc-py drops only doubled marks (`free will?.` stays) and computes the style's
`punctuation-in-quote` without using it. The rules here are those that the reference processor
documents in its test suite: `?` and `!` swallow a following stop, `:` and `;` give way to them,
and in locales such as en-US a full stop or comma goes inside a closing quotation mark.
"""

from __future__ import annotations

from litconv.csl.processor.richtext import ALL_MARKS, INNER_QUOTE, QUOTE, TAG_MARKS

_STOPS = ".,;:!?"
_HOT = frozenset(_STOPS + " \u00a0" + ALL_MARKS)
_CLOSERS = QUOTE.off + INNER_QUOTE.off

DROP_RIGHT = frozenset(
    {"!.", "!:", "?.", "?:", ":.", ";:", ";.", "..", ",,", ";;", "::", "!!", "??"}
)
DROP_LEFT = frozenset({":!", ":?", ";!", ";?"})


class Gluer:
    """Joins pieces; `in_quote` is the locale's punctuation-in-quote."""

    def __init__(self, *, in_quote: bool) -> None:
        self.in_quote = in_quote

    def glue(self, left: str, right: str) -> str:
        """Give `left` followed by `right`, with the punctuation at the seam put right."""
        if not left or not right:
            return left or right
        if right[0] not in _HOT:
            return left + right
        head = right.lstrip(ALL_MARKS)
        if not head or head[0] not in _HOT:
            return left + right
        return self._seam(left, right, head)

    def _seam(self, left: str, right: str, head: str) -> str:
        first = head[0]
        bare = left.rstrip(ALL_MARKS)
        last = bare[-1:]
        if first in " \u00a0":
            return left + (right if last not in " \u00a0" else _without_first(right, head))
        closers = left[len(bare) :].strip(TAG_MARKS)
        if not (closers and closers[-1] in _CLOSERS):
            return _merge(left, bare, right, head)
        if not self.in_quote or first not in ".,":
            return left + right
        rest = _without_first(right, head)
        if last + first in DROP_RIGHT:
            return left + rest
        at = len(bare) + next(i for i, mark in enumerate(left[len(bare) :]) if mark in _CLOSERS)
        return left[:at] + first + left[at:] + rest

    def join(self, pieces: list[str], delimiter: str) -> str:
        """Give the pieces with the delimiter between them."""
        if not pieces:
            return ""
        if len(pieces) == 1:
            return pieces[0]
        glue = self.glue
        text = pieces[0]
        if delimiter:
            for piece in pieces[1:]:
                text = glue(glue(text, delimiter), piece)
        else:
            for piece in pieces[1:]:
                text = self.beside(text, piece)
        return text

    def beside(self, left: str, right: str) -> str:
        """Glue two elements of a style without delimiter: here no stop moves into quotes."""
        if right[0] not in _HOT:
            return left + right
        head = right.lstrip(ALL_MARKS)
        closers = left[len(left.rstrip(ALL_MARKS)) :].strip(TAG_MARKS)
        if not head or head[0] not in _HOT or (closers and closers[-1] in _CLOSERS):
            return left + right
        return self._seam(left, right, head)

    def wrap(self, prefix: str, text: str, suffix: str) -> str:
        """Give the text between its affixes."""
        if prefix:
            text = self.glue(prefix, text)
        return self.glue(text, suffix) if suffix else text


def _merge(left: str, bare: str, right: str, head: str) -> str:
    seam = bare[-1:] + head[0]
    if seam in DROP_RIGHT:
        return left + _without_first(right, head)
    if seam in DROP_LEFT:
        return bare[:-1] + left[len(bare) :] + right
    return left + right


def _without_first(right: str, head: str) -> str:
    """Give `right` without its first printed character, which is the first of `head`."""
    return right[: len(right) - len(head)] + head[1:]
