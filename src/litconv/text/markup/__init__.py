"""Formatted text as runs, and what can be made of it: one module for each kind of markup.

Each has `to_KIND(runs)` for one reference and `KIND_list(entries, shape)` for a whole list, in
pieces as they come. Text comes from files of any origin, so every one of them escapes it, takes
control characters out, and makes links only of `http`, `https` and DOIs.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from litconv.text.markup.docx import docx_list
    from litconv.text.markup.html import html_list, html_page, to_html
    from litconv.text.markup.jsonl import jsonl_list
    from litconv.text.markup.links import split_links
    from litconv.text.markup.markdown import markdown_list, to_markdown
    from litconv.text.markup.plain import text_list, to_text
    from litconv.text.markup.rst import rst_list, to_rst
    from litconv.text.markup.rtf import rtf_list, to_rtf
    from litconv.text.markup.runs import Entry, Mark, Rich, Run, Shape, clean
    from litconv.text.markup.terminal import terminal_list, to_terminal

__all__ = [
    "Entry",
    "Mark",
    "Rich",
    "Run",
    "Shape",
    "clean",
    "docx_list",
    "html_list",
    "html_page",
    "jsonl_list",
    "markdown_list",
    "rst_list",
    "rtf_list",
    "split_links",
    "terminal_list",
    "text_list",
    "to_html",
    "to_markdown",
    "to_rst",
    "to_rtf",
    "to_terminal",
    "to_text",
]

# A run needs one of these modules at most: each is loaded when a name of it is asked for.
_HOME: Final = {
    name: module
    for module, names in (
        ("docx", "docx_list"),
        ("html", "html_list html_page to_html"),
        ("jsonl", "jsonl_list"),
        ("links", "split_links"),
        ("markdown", "markdown_list to_markdown"),
        ("plain", "text_list to_text"),
        ("rst", "rst_list to_rst"),
        ("rtf", "rtf_list to_rtf"),
        ("runs", "Entry Mark Rich Run Shape clean"),
        ("terminal", "terminal_list to_terminal"),
    )
    for name in names.split()
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever a module has under the name
    if name not in _HOME:
        raise AttributeError(name)
    return getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)
