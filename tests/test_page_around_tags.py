"""The markup of the page that an export was saved from, before its records."""

from __future__ import annotations

import pytest

from litconv import registry
from litconv.diagnostics import Diagnostics
from litconv.source import Source

RECORDS = {
    "ris": "TY  - BOOK\nTI  - Moss\nAB  - On <b>moss</b>\n",
    "enw": "%0 Book\n%T Moss\n%X On <b>moss</b>\n",
    "nbib": "PMID- 1\nTI  - Moss\nAB  - On <b>moss</b>\n",
    "refworks": "RT Book\nT1 Moss\nAB On <b>moss</b>\n",
    "noteexpress": "{Reference Type}: Book\n{Title}: Moss\n{Abstract}: On <b>moss</b>\n",
    "wos": "FN Moss\nVR 1.0\nPT J\nTI Moss\nAB On <b>moss</b>\n",
}


def abstracts(name: str, text: str) -> tuple[list[str], list[str]]:
    reader = registry.formats()[name].reader
    assert reader is not None
    said = Diagnostics()
    records = list(reader.read(Source("x", text), said))
    codes = [one.code for one in said.items if one.code != "syntax-repaired"]
    return [one.abstract for one in records], codes


@pytest.mark.parametrize("name", ["nbib", "wos"])
def test_what_opens_the_page_is_nothing(name: str) -> None:
    (plain,), _ = abstracts(name, RECORDS[name])
    assert abstracts(name, f"<html><body>\n<pre>\n{RECORDS[name]}") == ([plain], [])
