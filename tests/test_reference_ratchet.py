"""The references that still differ from the reference processor's, by id: a ratchet.

`LITCONV_REFERENCES` names a folder with `items.json` (CSL-JSON) and `STYLE.expected.jsonl`, an
object `{"id", "html"}` a line (what citeproc-js makes of each item alone). The data is not part of
the project; without it nothing can be compared. `data/references_that_differ.json` lists the ids
for each style. It is exact in both directions: an id that comes right must be taken out, too.
"""

from __future__ import annotations

import html
import io
import json
import os
import re
from pathlib import Path

import pytest

from litconv import pipeline, registry
from litconv.diagnostics import Diagnostics
from litconv.files import Input
from litconv.options import Markup, Order, ReadOptions, WriteOptions

KNOWN = Path(__file__).parent / "data" / "references_that_differ.json"
FOLDER = os.environ.get("LITCONV_REFERENCES", "")
STYLES = json.loads(KNOWN.read_text(encoding="utf-8"))

_SAME = (
    (re.compile(r'^\s*(?:<div class="csl-entry">)?\s*<div class="csl-left-margin">.*?</div>'), ""),
    (re.compile(r"<(/?)em>"), r"<\1i>"),
    (re.compile(r"<(/?)strong>"), r"<\1b>"),
    (re.compile(r'<span style="font-variant: ?small-caps;?">(.*?)</span>'), r"<sc>\1</sc>"),
    (re.compile(r'<span style="font-style: ?normal;?">(.*?)</span>'), r"</i>\1<i>"),
    (re.compile(r"</?(?:a|div|p|span)\b[^>]*>"), ""),
    (re.compile(r"<(i|b|sup|sub|sc)></\1>"), ""),
    (re.compile(r"^\s*(?:\[\d+\]|\d+\.|\(\d+\))\s*"), ""),
)


def plain(text: str) -> str:
    """Give HTML without what no reader sees: names of tags, entities, kinds of blanks."""
    for pattern, replacement in _SAME:
        text = pattern.sub(replacement, text)
    text = re.sub("[\u200b\u2060]", "", html.unescape(html.unescape(text)))
    return re.sub(r"\s+", " ", text).strip()


def rows(text: str) -> dict[str, str]:
    """Give the HTML of each id from JSON lines."""
    return {row["id"]: row["html"] for row in map(json.loads, text.splitlines())}


def test_the_comparison_sees_what_readers_see() -> None:
    assert plain("<div>[1] <em>A</em>&#38;\u00a0B</div>") == "<i>A</i>& B"
    assert plain("1. <i>A</i>") == plain("<i>A</i>") != plain("A")


@pytest.mark.skipif(not FOLDER, reason="LITCONV_REFERENCES names no folder")
@pytest.mark.parametrize("style", STYLES)
def test_only_the_known_references_differ(style: str) -> None:
    folder = Path(FOLDER)
    given = Input("items.json", (folder / "items.json").read_bytes())
    diagnostics, out = Diagnostics(), io.StringIO()
    format_, name = registry.find(f"csl:{style}", to=True)
    options = WriteOptions(markup=Markup.JSONL, order=Order.INPUT, style=name)
    as_stated = ReadOptions(derive=False)  # citeproc-js derives nothing
    read = pipeline.read([given], diagnostics, options=as_stated)
    pipeline.write(read, out, format_, diagnostics, options)
    wanted = rows((folder / f"{style}.expected.jsonl").read_text(encoding="utf-8"))
    got = rows(out.getvalue())
    differ = [
        one
        for one, text in wanted.items()
        if not text.startswith("!!ERROR") and plain(text) != plain(got.get(one, ""))
    ]
    assert differ == STYLES[style]
