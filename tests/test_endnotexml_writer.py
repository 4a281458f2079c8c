"""EndNote XML: what the writer writes, and that reading gives it back."""

from __future__ import annotations

from functools import partial

import msgspec
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

import made_records
from litconv.formats.endnotexml.tables import TYPES
from litconv.model import (
    Contributor,
    Date,
    Identifiers,
    ItemType,
    Name,
    Origin,
    OtherIdentifier,
    Pages,
    PartialDate,
    RawField,
    Record,
    Role,
)
from made_records import body, dated, person
from strategies import any_text, records

RUN = '<style face="normal" font="default" size="100%">'
write = partial(made_records.write, "endnotexml")
read = partial(made_records.records_of, "endnotexml")


def again(record: Record) -> Record:
    """Write a record without a loss and read it."""
    text, diagnostics = write(record)
    assert diagnostics.items == []
    return read(text)[0]


def plain(text: str) -> str:
    """Take the runs away."""
    return text.replace(RUN, "").replace("</style>", "")


def test_a_whole_record() -> None:
    record = Record(
        id="alder2015",
        type=ItemType.ARTICLE_JOURNAL,
        title="Growth of <i>Betula</i> & CO<sub>2</sub>",
        contributors=(
            person("Alder", "B. C."),
            body("Birch Group"),
            person("Berg", "A.", particle="van", suffix="Jr", original="van Berg, A., Jr"),
        ),
        affiliations=("School, Oakham", "Lab, Elmley"),
        container_title="Journal of Leaf Research",
        container_title_short="J. Leaf Res.",
        issued=dated(2015, 3, 3),
        volume="12",
        issue="5",
        pages=Pages(first="943", last="947"),
        identifiers=Identifiers(
            doi="10.5555/leaf.1", issn=("0028-0836",), pmid="99999901", pmcid="PMC9999902"
        ),
        url="https://example.org/?a=1&b=2",
        language="en",
        abstract="Leaves < roots.",
        keywords=("leaf", "root"),
        note="one\ntwo",
    )
    text, diagnostics = write(record)
    assert diagnostics.items == []
    assert plain(text) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n'
        '<record><ref-type name="Journal Article">17</ref-type>'
        "<contributors><authors><author>Alder, B. C.</author><author>Birch Group,</author>"
        "<author>van Berg, A., Jr</author></authors></contributors>"
        "<auth-address>School, Oakham&#xD;Lab, Elmley</auth-address>"
        '<titles><title>Growth of <style face="italic" font="default" size="100%">Betula'
        ' &amp; CO<style face="subscript" font="default" size="100%">2</title>'
        "<secondary-title>Journal of Leaf Research</secondary-title></titles>"
        "<periodical><full-title>Journal of Leaf Research</full-title>"
        "<abbr-1>J. Leaf Res.</abbr-1></periodical>"
        "<pages>943-947</pages><volume>12</volume><number>5</number>"
        "<keywords><keyword>leaf</keyword><keyword>root</keyword></keywords>"
        "<dates><year>2015</year><pub-dates><date>Mar 3</date></pub-dates></dates>"
        "<isbn>0028-0836</isbn><accession-num>99999901</accession-num>"
        "<electronic-resource-num>10.5555/leaf.1</electronic-resource-num>"
        "<abstract>Leaves &lt; roots.</abstract><label>alder2015</label>"
        "<notes>one&#xD;two</notes>"
        "<remote-database-provider>NLM</remote-database-provider><language>en</language>"
        "<urls><related-urls><url>https://example.org/?a=1&amp;b=2</url></related-urls></urls>"
        "<custom2>PMC9999902</custom2></record>\n</records></xml>\n"
    )
    back = read(text)[0]
    for field in ("id", "title", "contributors", "affiliations", "issued", "identifiers", "note"):
        assert getattr(back, field) == getattr(record, field)


def test_a_thesis_has_degree_and_number_where_endnote_has_them() -> None:
    record = Record(type=ItemType.THESIS, title="Leaf", genre="PhD", number="12-7")
    text, _ = write(record)
    assert "<volume>PhD</volume><number>12-7</number>" in plain(text)
    assert "<work-type>PhD</work-type>" in plain(text)
    assert (again(record).genre, again(record).number) == ("PhD", "12-7")


def test_a_book_has_its_number_in_the_series() -> None:
    extra = (RawField(tag="collection-number", value="4"),)
    record = Record(type=ItemType.BOOK, title="Leaf", collection_title="Trees", extra=extra)
    assert [(one.tag, one.value) for one in again(record).extra] == [("collection-number", "4")]


def test_no_records_are_a_file_all_the_same() -> None:
    assert etree.fromstring(write()[0].encode()).tag == "xml"


@pytest.mark.parametrize("type_", ItemType)
def test_types_come_back_or_their_loss_is_said(type_: ItemType) -> None:
    text, diagnostics = write(Record(type=type_, title="T"))
    same = read(text)[0].type is type_
    assert same == (not diagnostics.items)
    assert f'<ref-type name="{TYPES[type_][1]}">{TYPES[type_][0]}</ref-type>' in text


@pytest.mark.parametrize(
    "people",
    [
        (person("Alder"), person("Birch", "B.", Role.EDITOR)),
        (person("Birch", "B.", Role.EDITOR), person("Cedar", "C.", Role.TRANSLATOR)),
        (person("Alder"), person("Cedar", "C.", Role.TRANSLATOR)),
    ],
)
@pytest.mark.parametrize("series", ["", "Trees"])
@pytest.mark.parametrize("type_", [ItemType.BOOK, ItemType.CHAPTER])
def test_roles_of_books_come_back(
    type_: ItemType, series: str, people: tuple[Contributor, ...]
) -> None:
    record = Record(type=type_, title="T", contributors=people, collection_title=series)
    assert again(record).contributors == people


def test_a_book_of_editors_alone_is_an_edited_book() -> None:
    record = Record(type=ItemType.BOOK, contributors=(person("Birch", "B.", Role.EDITOR),))
    assert '<ref-type name="Edited Book">28</ref-type>' in write(record)[0]


@pytest.mark.parametrize(
    "date",
    [
        dated(2015),
        dated(2015, 3),
        dated(2015, 12, 31),
        Date(start=PartialDate(2015, 3), end=PartialDate(2015, 4)),
        Date(start=PartialDate(2015, 12), end=PartialDate(2016, 1)),
        Date(start=PartialDate(2015), end=PartialDate(2016)),
        Date(start=PartialDate(2015), season=2),
        Date(start=PartialDate(2015), circa=True),
        Date(literal="n.d."),
    ],
)
def test_dates_come_back(date: Date) -> None:
    assert again(Record(title="T", issued=date)).issued == date


def test_dates_that_do_not_come_back_are_reported() -> None:
    for date in (
        dated(-44),
        Date(start=PartialDate(2015, 3), circa=True),
        Date(start=PartialDate(2015), literal="soon"),
    ):
        text, diagnostics = write(Record(title="T", issued=date))
        assert read(text)[0].issued != date
        assert {one.field for one in diagnostics.items} == {"issued"}


def test_a_paper_has_proceedings_and_conference() -> None:
    record = Record(
        type=ItemType.PAPER_CONFERENCE, title="T", container_title="Acts", event_title="Days"
    )
    back = again(record)
    assert (back.container_title, back.event_title) == ("Acts", "Days")


def test_numbers_of_reports_stand_beside_an_isbn() -> None:
    known = Identifiers(isbn=("9783161484100",))
    back = again(Record(type=ItemType.REPORT, title="T", number="R-7", identifiers=known))
    assert (back.number, back.identifiers) == ("R-7", known)


def test_other_accession_numbers() -> None:
    known = Identifiers(pmid="123456", other=(OtherIdentifier("WOS", "000123456700001"),))
    assert again(Record(title="T", identifiers=known)).identifiers == known


def test_css_variables_have_their_cells_and_own_elements_come_back() -> None:
    extra = (
        RawField(tag="call-number", value="QK1"),
        RawField(tag="caption", value="red"),
        RawField(tag="custom4", value="one\ntwo"),
        RawField(tag="pdf-urls", value="internal-pdf://x.pdf"),
        RawField(tag="author-others", value="et al."),
    )
    record = Record(title="T", extra=extra, origin=Origin(format="endnotexml"))
    found = {(one.tag, one.value) for one in again(record).extra}
    assert found == {(one.tag, one.value) for one in extra}


def test_elements_of_other_formats_are_none_of_this_one() -> None:
    record = Record(title="T", extra=(RawField(tag="caption", value="red"),))
    text, diagnostics = write(record)
    assert "red" not in text
    assert [one.code for one in diagnostics.items] == ["extra-not-written"]
    assert plain(write(record, extras=True)[0]).count("<notes>caption: red</notes>") == 1


@pytest.mark.parametrize("title", ["a <i>b", "<sub>a</i></sub>", "a < b & c", "]]>", "<b></b>"])
def test_html_that_does_not_nest_is_text(title: str) -> None:
    assert again(Record(title=title)).title == title


def test_faces_nest() -> None:
    title = "A <i>b<sup>c</sup></i> <b>d</b>"
    assert again(Record(title=title)).title == "A <i>b</i><i><sup>c</sup></i> <b>d</b>"


@settings(phases=(Phase.explicit, Phase.reuse, Phase.generate), deadline=None)
@given(st.lists(records(any_text), max_size=2))
def test_what_is_written_is_xml_whatever_is_in_it(items: list[Record]) -> None:
    for extras in (False, True):
        text, _ = write(*items, extras=extras)
        assert len(etree.fromstring(text.encode()).findall("records/record")) == len(items)
        assert len(read(text)) == len(items)


WORDS = st.lists(st.from_regex(r"[A-Z][a-z]{2,7}", fullmatch=True), min_size=1, max_size=3)

NAMES = st.builds(
    Contributor,
    role=st.sampled_from(Role),
    name=st.builds(Name, family=st.just("Alder"), given=st.sampled_from(("", "B. C.", "Carl"))),
)


@pytest.mark.slow
@settings(max_examples=60, phases=(Phase.explicit, Phase.reuse, Phase.generate), deadline=None)
@given(records(WORDS.map(" ".join)), st.lists(NAMES, max_size=3).map(tuple))
def test_a_second_round_changes_nothing(record: Record, people: tuple[Contributor, ...]) -> None:
    record = msgspec.structs.replace(record, contributors=people)
    first, _ = write(*read(write(record)[0]))
    assert write(*read(first))[0] == first
