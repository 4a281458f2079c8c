"""A small style, a work for it, and what is said of styles that are not valid CSL."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pytest

from litconv.csl.library.style import load_style
from litconv.diagnostics import UsageError

GOOD = """\
<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
  <info>
    <title>An invented style</title>
    <id>urn:invented</id>
    <updated>2020-01-01T00:00:00Z</updated>
  </info>
  <macro name="title">
    <text variable="title"/>
  </macro>
  <citation><layout><text macro="title"/></layout></citation>
  <bibliography>
    <layout suffix="!">
      <text macro="title"/>
    </layout>
  </bibliography>
</style>
"""

TITLE = '<text variable="title"/>'

CALL = '<layout suffix="!">\n      <text macro="title"/>'

BOOK: dict[str, Any] = {
    "id": "b",
    "type": "book",
    "title": "The invented book",
    "author": [{"family": "Example", "given": "Ann"}],
    "issued": {"date-parts": [[1999]]},
    "publisher": "Invented Press",
}


def complaint(path: Path, text: str | bytes) -> str:
    """Give what is said about a style with that text, without its folder."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    start = time.process_time()
    with pytest.raises(UsageError) as caught:
        load_style(str(path))
    assert time.process_time() - start < 5
    return str(caught.value).replace(f"{path.parent}{os.sep}", "")
