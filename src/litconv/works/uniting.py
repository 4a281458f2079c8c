"""Makes the one record of a work, and says what it was made of."""

from __future__ import annotations

from collections.abc import Sequence

from litconv.diagnostics import Diagnostics
from litconv.model import Record
from litconv.options import Keep
from litconv.works.completing import report_conflicts
from litconv.works.groups import Group
from litconv.works.merge import Merged, merge_group, place_of

_PLACES_SHOWN = 4


def unite(group: Group, records: Sequence[Record], keep: Keep, diagnostics: Diagnostics) -> Merged:
    """Merge the records of a group; reports which they were, and where they disagree."""
    merged = merge_group(records, keep)
    if len(records) > 1:
        _report_merged(group, records, diagnostics)
        report_conflicts(merged.record, merged.conflicts, diagnostics)
    return merged


def _report_merged(group: Group, records: Sequence[Record], diagnostics: Diagnostics) -> None:
    others = [place_of(one) or "a record without a key" for one in records[1:]]
    shown = ", ".join(others[:_PLACES_SHOWN])
    more = len(others) - _PLACES_SHOWN
    diagnostics.report(
        "records-merged",
        f"merged with {shown}"
        f"{f' and {more} more' if more > 0 else ''} (by {' and '.join(group.reasons)})",
        span=records[0].span,
        record=records[0].title,
    )
