"""DOIs in every form that people paste, down to the bare one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litconv.text.doi import clean_doi, is_no_doi, says_doi

SICI = "10.1002/(SICI)1097-4571(199806)49:3<1::AID-ASI1>3.0.CO;2-X"


@pytest.mark.parametrize(
    "doi",
    [
        "10.1093/clipsy/6.2.165",
        "10.1016/0039-6028(77)90062-0",
        "10.1016/S0039-6028(87)80122-X",
        "10.1103/PhysRevB.22.5987",
        "10.3969/j.issn.1672-187X.2010.01.001",
        "10.1037/0022-3514.51.6.1173",
        "10.1234/a[1]",
        "10.1234.56/x",
        "10.123456789/x",
        SICI,
    ],
)
@pytest.mark.parametrize(
    "form",
    ["{}", " {} ", "https://doi.org/{}", "http://dx.doi.org/{}", "HTTPS://DOI.ORG/{}", "doi:{}",
     "DOI: {}", "DOI {}", "DOI DOI {}", "[{}, DOI {}]", "[{}]", "({})", "<{}>", "{{{}}}", "{}.",
     "{},", "{};", "{}。", "（{}）。", "“{}”", "{} 另文", "见{}", "DOI：{}", "{};{}", "{} {}"],
)  # fmt: skip
def test_forms(form: str, doi: str) -> None:
    assert clean_doi(form.format(doi, doi)) == doi


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("１０．３９６９／ｊ．ｉｓｓｎ．１６７２－１８７Ｘ", "10.3969/j.issn.1672-187X"),
        ("10.3969／j.issn.1672－187X.2010", "10.3969/j.issn.1672-187X.2010"),
        ("10.1234/ABC", "10.1234/ABC"),
        ("https://doi.org/10.1016%2F0039-6028%2877%2990062-0", "10.1016/0039-6028(77)90062-0"),
        ("10.1234/x%28y%29", "10.1234/x%28y%29"),
        (SICI[:-3], SICI[:-4]),
        ("10.1234/x, 10.5678/y", "10.1234/x"),
        (
            "10.9999/0123-4567(2000)014&lt;0456:TOIHAI&gt;2.3.CO;2",
            "10.9999/0123-4567(2000)014<0456:TOIHAI>2.3.CO;2",
        ),
        ("10.1234/x;https://doi.org/10.5678/y", "10.1234/x"),
    ],
)
def test_odd_forms(text: str, doi: str) -> None:
    assert clean_doi(text) == doi


@pytest.mark.parametrize(
    "text",
    ["", "暂无", "10.1234", "10.1234/", "10.12/x", "110.1234/x", "11.1234/x", "doi:", "text"],
)
def test_no_doi(text: str) -> None:
    assert clean_doi(text) == ""


@pytest.mark.parametrize("text", ["", " ", "暂无", "无", "N/A", "none", "-", "DOI"])
def test_the_statement_that_there_is_none(text: str) -> None:
    assert is_no_doi(text)
    assert not is_no_doi("10.1234/x")


@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    doi = clean_doi(text)
    assert doi == "" or doi.startswith("10.")


signs = "abcXYZ0189().-_;:/<>"


@given(st.text(st.sampled_from(signs), min_size=1, max_size=30))
def test_what_is_clean_stays(suffix: str) -> None:
    doi = clean_doi(f"10.1234/{suffix}")
    assert clean_doi(doi) == doi


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://doi.org/10.5555/ABC.1", True),
        ("http://dx.doi.org/10.5555%2Fabc.1", True),
        ("https://doi.org/10.5555/abc.2", False),
        ("https://example.org/10.5555/abc.1", False),
        ("", False),
    ],
)
def test_a_link_that_says_the_doi_again(url: str, same: bool) -> None:  # noqa: FBT001 - a column
    assert says_doi(url, "10.5555/abc.1") is same
    assert not says_doi(url, "")
