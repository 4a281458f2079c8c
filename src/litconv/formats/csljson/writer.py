"""CSL-JSON: the writers, an array or one item a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final, TextIO

from litconv.csl.items.ids import UniqueIds
from litconv.csl.items.restore import is_csl_json
from litconv.csl.items.to_item import to_item, unmapped
from litconv.diagnostics import Diagnostics
from litconv.model import Record
from litconv.options import WriteOptions
from litconv.writing.losses import report_losses

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
        if ids.assign(item, exact=is_csl_json(record)):
            diagnostics.report(
                "key-changed",
                f"the id {record.id!r} is used twice; the later item is {item['id']!r}",
                span=record.span,
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
