"""Record pages: how they are told."""

from __future__ import annotations

from litconv.formats.record_page import lines as page
from litconv.source import Source
from litconv.text.chinese.gbt7714 import is_reference_list

_ENOUGH_LABELS = 2


def sniff(head: str) -> bool:
    """Tell a page by two of its labels, a list by `共 N 条` or by its numbered entries."""
    lines = page.significant_lines(Source("", head))
    labels = {label.name for line in lines if (label := page.read_label(line)) and label.known}
    if len(labels & set(page.LABELS)) >= _ENOUGH_LABELS:
        return True
    entries = sum(page.entry_start(line) is not None for line in lines)
    counted = any(page.list_count(line) is not None for line in lines)
    if not counted and is_reference_list(head):  # of another format
        return False
    return bool(entries) and (counted or entries >= _ENOUGH_LABELS)
