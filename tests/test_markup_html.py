"""References as HTML: well-formed, literal, and with no links but those meant as such."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given

from litconv.text.markup import Entry, Mark, Rich, Run, Shape, html_list, split_links, to_html
from rich_runs import Shown, bare, marked, riches, squeezed


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("See https://example.org/a.", ["https://example.org/a"]),
        ("(https://example.org/a_(b))", ["https://example.org/a_(b)"]),
        ("见https://example.org/a。下文", ["https://example.org/a"]),
        ("HTTP://EXAMPLE.ORG", ["HTTP://EXAMPLE.ORG"]),
        ("doi: 10.1000/inv.1.", ["https://doi.org/10.1000/inv.1"]),
        ("DOI:10.1000/inv_1；", ["https://doi.org/10.1000/inv_1"]),
        ("doi:10.1000/a<b>c;2-O", ["https://doi.org/10.1000/a%3Cb%3Ec;2-O"]),
        ("https://doi.org/10.1000/a<b>c", ["https://doi.org/10.1000/a%3Cb%3Ec"]),
        ("https://例子.example/页", ["https://%E4%BE%8B%E5%AD%90.example/%E9%A1%B5"]),
        ("https://example.org/\\{}", ["https://example.org/%5C%7B%7D"]),
        ("10.1000/inv.1", []),
        ("seedoi:10.1000/inv.1", []),
        ("http://", []),
        ("https://.", []),
        ("javascript:alert(1)", []),
        ("data:text/html,x", []),
        ("ftp://example.org", []),
    ],
)
def test_what_becomes_a_link(text: str, links: list[str]) -> None:
    pieces = list(split_links(text))
    assert [address for _, address in pieces if address] == links
    assert "".join(piece for piece, _ in pieces) == text


def test_a_title_cannot_bring_in_elements_or_attributes() -> None:
    title = '<script>x</script> <a href="javascript:y">z</a> https://example.org/"onclick="q'
    assert to_html((Run(title),), links=True) == (
        "&lt;script&gt;x&lt;/script&gt; &lt;a href=&quot;javascript:y&quot;&gt;z&lt;/a&gt; "
        '<a href="https://example.org/">https://example.org/</a>&quot;onclick=&quot;q'
    )


def test_list_with_numbers_in_the_margin() -> None:
    runs = (Run("[1]\t A. Able, "), Run("B", (Mark.SMALL_CAPS,)))
    assert "".join(html_list([Entry("k", runs), Entry("none", ())], Shape(margin=True))) == (
        '<div class="csl-bib-body">\n'
        '  <div class="csl-entry" id="k">'
        '<div class="csl-left-margin" style="float: left; padding-right: 0.5em;">[1] </div>'
        '<div class="csl-right-inline" style="margin-left: 2.5em;">A. Able, '
        '<span style="font-variant:small-caps;">B</span></div></div>\n'
        "</div>\n"
    )


def test_the_tab_of_the_margin_is_a_blank_elsewhere() -> None:
    made = "".join(html_list([Entry("k", (Run("[1]\t A"),))], Shape()))
    assert '<div class="csl-entry" id="k">[1] A</div>' in made


@given(riches)
def test_html_shows_the_text_and_its_marks(runs: Rich) -> None:
    for links in (False, True):
        made = to_html(runs, links=links)
        shown = Shown(made)
        assert squeezed(shown.text) == bare(runs)
        assert shown.letters == marked(runs)
        assert all(one.lower().startswith(("http://", "https://")) for one in shown.links)
        assert all(one.isascii() for one in shown.links)


@given(riches, riches)
def test_a_list_is_well_formed(one: Rich, other: Rich) -> None:
    entries = [Entry('a "<&', one), Entry('a "<&', other)]
    for shape in (Shape(hanging=True), Shape(margin=True)):
        body = ET.fromstring("".join(html_list(entries, shape)))  # noqa: S314 - made here
        assert [div.get("class") for div in body] == ["csl-entry" for runs in (one, other) if runs]
        assert len({div.get("id") for div in body}) == len(body)
