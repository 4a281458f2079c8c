"""CSL-YAML, the bibliographies of pandoc: the reader and the writer.

Specification: pandoc's manual, "Specifying bibliographic data": a list `references` of items with
CSL's variables, between `---` lines or not. Strings are Markdown (`text.pandoc_text`); dates are
CSL's `date-parts`, EDTF (`2001-05/2001-07`) or the maps `year`, `month`, `day` of older files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TextIO

from litconv.csl.items.from_item import from_item
from litconv.csl.items.variables import DATE_VARIABLES
from litconv.diagnostics import Diagnostics
from litconv.formats.csljson.sniff import is_csl_yaml
from litconv.formats.csljson.writer import csl_items
from litconv.formats.csljson.yaml_list import yaml_items
from litconv.model import Record, Span
from litconv.options import WriteOptions
from litconv.source import Source
from litconv.text.pandoc_text import from_pandoc, to_pandoc

_MARKED: Final = frozenset(
    ("title", "title-short", "container-title", "collection-title", "volume-title", "event-title")
) | {"original-title", "reviewed-title", "part-title", "abstract", "note", "annote"}


class CslYamlReader:
    """Reads a list of items, or a document whose `references` they are."""

    def sniff(self, head: str) -> bool:
        """Say whether there is a list `references`, or a list of items, with a type of CSL."""
        return is_csl_yaml(head)

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield the records; an item that breaks the document is set aside, the others count."""
        for item in yaml_items(source, diagnostics):
            span = Span(source.name, item.line, item.column)
            if item.twice:
                message = f"the key {item.twice!r} is there twice; its last value counts"
                diagnostics.report("value-not-understood", message, span=span)
            yield from_item(_plain(item), diagnostics, span=span)


def _plain(item: dict[str, Any]) -> dict[str, Any]:
    """Give an item as CSL-JSON would have it."""
    plain = dict(item)
    for key, value in item.items():
        if key in _MARKED and isinstance(value, str):
            plain[key] = from_pandoc(value)
        elif key in DATE_VARIABLES:
            plain[key] = _date(value)
    return plain


def _date(value: Any) -> Any:  # noqa: ANN401 - any YAML value
    """Read the dates of older files: `{year: 2001, month: 5}`, or two of them for a range."""
    days = value if isinstance(value, list) else [value]
    if not days or not all(isinstance(one, dict) and "year" in one for one in days):
        return value
    parts = [[one[key] for key in ("year", "month", "day") if one.get(key)] for one in days]
    date: dict[str, Any] = {"date-parts": parts}
    for key in ("season", "circa", "literal"):
        if days[0].get(key):
            date[key] = days[0][key]
    return date


class CslYamlWriter:
    """Writes one document with the list `references`, as pandoc reads and writes it."""

    def write(
        self,
        records: Iterable[Record],
        out: TextIO,
        diagnostics: Diagnostics,
        options: WriteOptions,
    ) -> None:
        """Write the items one by one; with no record the list is empty."""
        import yaml  # noqa: PLC0415 - heavy, and only for YAML

        dump: Callable[..., str] = yaml.safe_dump
        out.write("---\nreferences:")
        empty = True
        for item, _ in csl_items(records, diagnostics, options):
            marked = {
                key: to_pandoc(value) if key in _MARKED and isinstance(value, str) else value
                for key, value in item.items()
            }
            text = dump(
                [marked], allow_unicode=not options.ascii_only, sort_keys=False, width=10**6
            )
            out.write("\n" + text.rstrip("\n"))
            empty = False
        out.write(" []\n---\n" if empty else "\n---\n")
