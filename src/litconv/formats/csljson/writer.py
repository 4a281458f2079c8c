"""CSL-JSON: the writers, an array or one item a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, TextIO

from litconv.csl.items.ids import UniqueIds
from litconv.csl.items.restore import is_csl_json
from litconv.csl.items.to_item import to_item, unmapped
from litconv.diagnostics import Diagnostics
from litconv.model import Record
from litconv.options import WriteOptions
from litconv.writing.json_text import as_json
from litconv.writing.losses import report_losses

_TITLE: Final = "CSL-JSON"


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
        for item, floats in csl_items(records, diagnostics, options):
            text = as_json([item], indent=2, ascii_only=options.ascii_only, floats=floats)
            out.write(before + text.removeprefix("[\n").removesuffix("\n]"))
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
            as_json(item, ascii_only=options.ascii_only, floats=floats) + "\n"
            for item, floats in csl_items(records, diagnostics, options)
        )


def csl_items(
    records: Iterable[Record], diagnostics: Diagnostics, options: WriteOptions
) -> Iterator[tuple[dict[str, Any], bool]]:
    """Yield the items, each with whether it can hold floats: only items that were read can."""
    ids = UniqueIds()
    for record in records:
        item = to_item(record, extras=options.extras)
        own = is_csl_json(record)
        if ids.assign(item, exact=own):
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
            if lost:
                report_losses(
                    record, lost, diagnostics, format_title=_TITLE, extra_facts=frozenset(lost)
                )
        yield item, own
