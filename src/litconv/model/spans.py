"""A place in an input file."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """File name, line and column, counted from 1; `file` is `-` for standard input."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """`file:line:column`, the form that editors and terminals make clickable."""
        return f"{self.file}:{self.line}:{self.column}"
