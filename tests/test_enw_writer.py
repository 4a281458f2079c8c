"""EndNote tagged, written: what goes under which tag, and what is read again."""

from __future__ import annotations

from litconv.model import ItemType, Record, Role
from made_records import ARTICLE, facts_only, person, records_of, write


def test_an_article() -> None:
    text, diagnostics = write("enw", ARTICLE)
    assert diagnostics.items == []
    assert text == (
        "%0 Journal Article\n"
        "%F alder2004\n"
        "%A van den Berg, Ann, Jr.\n"
        "%A Birch Leaf Society,\n"
        "%A 欧阳青\n"
        "%D 2004\n"
        "%T A study of leaves\n"
        "%E Elder, El\n"
        "%J Journal of Invented Botany\n"
        "%O J Invent Bot\n"
        "%V 12\n"
        "%N 3\n"
        "%P 919-922\n"
        "%] 17\n"
        "%8 2004 Sep 30-Oct 2\n"
        "%@ 1234-5679\n"
        "%R 10.5555/leaf.1\n"
        "%M PMID: 15000001\n"
        "%G en\n"
        "%K Trees, tall;\n"
        "%Z One\n"
        "%Z Two\n"
    )
    assert facts_only(records_of("enw", text)[0]) == facts_only(ARTICLE)


def test_records_are_set_apart_by_a_blank_line() -> None:
    text, _ = write("enw", Record(title="A"), Record(title="B"))
    assert text == "%0 Generic\n%T A\n\n%0 Generic\n%T B\n"


def test_the_editor_of_a_series_changes_place_with_that_of_the_book() -> None:
    people = (
        person("Alder", "A."),
        person("Birch", "B.", Role.EDITOR),
        person("Cedar", "C.", Role.COLLECTION_EDITOR),
    )
    book = Record(type=ItemType.BOOK, contributors=people, collection_title="Trees")
    text, _ = write("enw", book)
    assert "%B Trees\n" in text
    assert "%Y Birch, B.\n" in text
    assert "%E Cedar, C.\n" in text
    assert set(records_of("enw", text)[0].contributors) == set(people)
