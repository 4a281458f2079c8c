"""Numbers of 5,000 digits, which Python does not read: every reader keeps them as texts."""

from __future__ import annotations

import pytest

from litconv import registry
from litconv.diagnostics import Diagnostics
from litconv.model import Pages, Record
from litconv.source import Source
from litconv.text.dates import month_number, partial_date
from litconv.text.pages import counts_itself
from litconv.works.forms import Form

LONG = "9" * 5000


@pytest.mark.parametrize(
    ("format_", "text"),
    [
        ("bibtex", "@misc{a, title={T}, year={2001}, month={#}}"),
        (
            "biblatex",
            "@misc{a, title={T}, author={Alder, A}, author+an:orcid={#=0000-0002-1825-0097}}",
        ),
        ("enw", "%0 Web Page\n%T T\n%V #\n%N 5\n"),
        ("ris", "TY  - JOUR\nTI  - T\nN1  - Cited By :#\nER  - \n"),
        (
            "wos",
            "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nTI T\nTC #\nPG #\nER\n\nEF\n",
        ),
        ("csljson", '[{"id": "a", "title": "T", "issued": {"date-parts": [["2001", "#", "#"]]}}]'),
        ("cff", "cff-version: 1.2.0\ntitle: T\nyear: 2001\nmonth: #\npages: #\n"),
    ],
)
def test_no_reader_raises(format_: str, text: str) -> None:
    reader = registry.formats()[format_].reader
    assert reader is not None
    (record,) = reader.read(Source("x", text.replace("#", LONG)), Diagnostics())
    assert record.title == "T"


def test_a_web_page_has_a_year_of_access_or_a_volume() -> None:
    reader = registry.formats()["enw"].reader
    assert reader is not None
    (year,) = reader.read(Source("x", "%0 Web Page\n%T T\n%V 2001\n%N May 3\n"), Diagnostics())
    (volume,) = reader.read(Source("x", "%0 Web Page\n%T T\n%V 12\n%N 3\n"), Diagnostics())
    assert (year.accessed and year.accessed.year, year.volume, year.issue) == (2001, "", "")
    assert (volume.accessed, volume.volume, volume.issue) == (None, "12", "3")


def test_they_are_no_month_no_date_and_no_count() -> None:
    assert month_number(LONG) is None
    assert partial_date(LONG) is None
    assert partial_date("2001", LONG) == partial_date("2001")
    assert not counts_itself("1", LONG, 9)
    Form(Record(title="T", pages=Pages(first="1", last=LONG)))
