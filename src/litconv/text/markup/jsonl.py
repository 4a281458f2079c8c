"""JSON lines for programs: an object `{"id", "text", "html"}` for each reference."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from litconv.text.markup.html import to_html
from litconv.text.markup.plain import to_text
from litconv.text.markup.runs import Entry, Shape


def jsonl_list(entries: Iterable[Entry], _shape: Shape) -> Iterator[str]:
    """Yield a line for each entry, those without a reference too."""
    for name, runs in entries:
        row = {"id": name, "text": to_text(runs), "html": to_html(runs)}
        yield json.dumps(row, ensure_ascii=False) + "\n"
