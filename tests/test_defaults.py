"""What a format does by itself: whether its input is repaired, whose language its terms are in."""

from __future__ import annotations

import io

import pytest

from litconv import pipeline, registry
from litconv.diagnostics import Diagnostics
from litconv.files import Input
from litconv.model import ItemType, Record
from litconv.options import WriteOptions
from made_records import person

CAPITALS = "INVENTED TITLE IN CAPITALS"


def test_the_models_own_json_is_not_repaired_again() -> None:
    line = f'{{"litconv":1,"type":"article-journal","title":"{CAPITALS}"}}\n'
    (record,) = pipeline.read([Input("kept.json", line.encode())], Diagnostics())
    assert record.title == CAPITALS


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("gbt7714-2015", "et al"),
        ("csl:china-national-standard-gb-t-7714-2015-numeric", "等"),
    ],
)
def test_own_formats_speak_the_entrys_language_and_csl_styles_their_own(
    target: str, wanted: str
) -> None:
    families = ("Alder", "Birch", "Cedar", "Dogwood")
    record = Record(
        type=ItemType.ARTICLE_JOURNAL,
        title="An invented study of the lamps in a town",
        contributors=tuple(person(one, "A.") for one in families),
        language="en",
    )
    out = io.StringIO()
    format_, style = registry.find(target, to=True)
    pipeline.write([record], out, format_, Diagnostics(), WriteOptions(style=style))
    assert wanted in out.getvalue()
    assert ({"et al", "等"} - {wanted}).pop() not in out.getvalue()
