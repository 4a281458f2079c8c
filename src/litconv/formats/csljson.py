"""CSL-JSON, the data format of citation processors: `csljson` (an array), `csljsonl` (lines).

Specification: CSL 1.0.2 with its schema `csl-data.json`; the mapping is `litconv.csl.item`.

Known gaps and choices:

* Reading is not there yet.
* Ids are texts and unique; a record without one is called by its position, `item-3`.
* What CSL has no variable for (subjects, citation count, affiliations …) goes under `custom`,
  which the schema leaves free, with `--extras`; `custom.listing` is always written.
* An item of type `software` makes Zotero refuse the whole file. The standard type is
  written all the same, since every other program knows it.
* Values are single lines: control characters and line breaks become blanks.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final, TextIO

from litconv.csl.ids import UniqueIds
from litconv.csl.item import to_item, unmapped
from litconv.diagnostics import Diagnostics
from litconv.losses import report_losses
from litconv.model import Record
from litconv.options import WriteOptions
from litconv.registry import Format

_TITLE: Final = "CSL-JSON"
_INDENT: Final = "  "


class CslJsonWriter:
    """Writes the array item by item; with no record it is `[]`, valid JSON too."""

    def write(
        self,
        records: Iterable[Record],
        out: TextIO,
        diagnostics: Diagnostics,
        options: WriteOptions,
    ) -> None:
        """Write one array, indented by two blanks and ended by a newline."""
        before = "[\n"
        for item in _items(records, diagnostics, options):
            text = json.dumps(item, indent=_INDENT, ensure_ascii=options.ascii_only)
            out.write(before + _INDENT + text.replace("\n", "\n" + _INDENT))
            before = ",\n"
        out.write("[]\n" if before == "[\n" else "\n]\n")


class CslJsonLinesWriter:
    """Writes one item a line: for streams, `grep` and `jq -c`."""

    def write(
        self,
        records: Iterable[Record],
        out: TextIO,
        diagnostics: Diagnostics,
        options: WriteOptions,
    ) -> None:
        """Write one compact JSON object a line."""
        out.writelines(
            json.dumps(item, ensure_ascii=options.ascii_only) + "\n"
            for item in _items(records, diagnostics, options)
        )


def _items(
    records: Iterable[Record], diagnostics: Diagnostics, options: WriteOptions
) -> Iterator[dict[str, Any]]:
    ids = UniqueIds()
    for record in records:
        item = to_item(record, extras=options.extras)
        if ids.assign(item):
            diagnostics.report(
                "key-changed",
                f"the id {record.id!r} is used twice; the later item is {item['id']!r}",
                span=record.origin.span if record.origin else None,
                record=item["id"],
                field="id",
            )
        if not options.extras:
            # Nothing is lost beyond help: all that has no variable fits under `custom`.
            lost = unmapped(record)
            report_losses(
                record, lost, diagnostics, format_title=_TITLE, extra_facts=frozenset(lost)
            )
        yield item


_SPEC: Final = "https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables"
FORMATS = (
    Format(
        name="csljson",
        title=_TITLE,
        extensions=(".json",),
        aliases=("csl-json", "citeproc"),
        spec_url=_SPEC,
        writer=CslJsonWriter(),
    ),
    Format(
        name="csljsonl",
        title="CSL-JSON, one item a line",
        aliases=("csl-jsonl",),
        spec_url=_SPEC,
        writer=CslJsonLinesWriter(),
    ),
)
