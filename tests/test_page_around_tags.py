"""The markup of the page that an export was saved from, before and behind its records."""

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


@pytest.mark.parametrize("name", RECORDS)
@pytest.mark.parametrize(
    "end",
    [
        "</pre></body></html>\n",
        "</pre>\n</body>\n\n</HTML>",
        "\n  </pre> </body>\n</html>\n",
        "</body></html>",
    ],
    ids=range(4),
)
def test_what_closes_the_page_is_no_value(name: str, end: str) -> None:
    (plain,), _ = abstracts(name, RECORDS[name])
    assert abstracts(name, RECORDS[name] + end) == ([plain], [])


def test_markup_inside_a_record_stays() -> None:
    text = "TY  - BOOK\nAB  - On moss\n</pre>\nmore\nTI  - Moss\n"
    assert abstracts("ris", text) == (["On moss </pre> more"], [])


@pytest.mark.parametrize("name", ["nbib", "wos"])
def test_what_opens_the_page_is_nothing(name: str) -> None:
    (plain,), _ = abstracts(name, RECORDS[name])
    assert abstracts(name, f"<html><body>\n<pre>\n{RECORDS[name]}") == ([plain], [])


@pytest.mark.parametrize(
    ("name", "end"), [("ris", "ER  - \n"), ("enw", "\n"), ("refworks", "\n"), ("wos", "ER\n\nEF\n")]
)
def test_the_end_of_the_page_behind_the_end_of_the_record(name: str, end: str) -> None:
    (plain,), _ = abstracts(name, RECORDS[name])
    assert abstracts(name, f"{RECORDS[name]}{end}</pre>\n</body></html>\n") == ([plain], [])
