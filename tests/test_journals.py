"""`--journals`: abbreviated by ISO 4, or in full as far as the input states it."""

from __future__ import annotations

import pytest

from litconv.diagnostics import Diagnostics
from litconv.model import ItemType, Record
from litconv.options import Journals
from litconv.refine.journals import JournalNames


def article(name: str, short: str = "", type_: ItemType = ItemType.ARTICLE_JOURNAL) -> Record:
    return Record(type=type_, container_title=name, container_title_short=short)


def named(form: Journals, *records: Record) -> tuple[list[tuple[str, str]], list[str]]:
    names, diagnostics = JournalNames(form), Diagnostics()
    done = [names.apply(one, diagnostics) for one in records]
    return (
        [(one.container_title, one.container_title_short) for one in done],
        [one.code for one in diagnostics.items],
    )


# The abbreviations are those of ISO 4's List of Title Word Abbreviations.
@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Journal of the American Chemical Society", "J. Am. Chem. Soc."),
        ("Psychiatric Rehabilitation Journal", "Psychiatr. Rehabil. J."),
        ("Nature", "Nature"),
        ("Phys. Rev. Lett.", "Phys. Rev. Lett."),
        ("虚构图书馆学报", "虚构图书馆学报"),
        ("", ""),
    ],
)
def test_full_names_are_abbreviated(name: str, short: str) -> None:
    assert named(Journals.ABBREV, article(name)) == ([(short, "")], [])


def test_the_abbreviation_that_the_record_states_is_taken() -> None:
    record = article("Journal of Leaves", "J Leaves")
    assert named(Journals.ABBREV, record) == ([("J Leaves", "")], [])


def test_a_full_name_is_found_in_another_record() -> None:
    known = article("Journal of Leaves", "J. Leaves")
    found, said = named(Journals.FULL, known, article("J Leaves"), article("", "J. Leaves"))
    assert found[1] == ("Journal of Leaves", "J Leaves")
    assert found[2] == ("Journal of Leaves", "J. Leaves")
    assert said == []


def test_a_name_without_full_form_stays_and_is_said() -> None:
    assert named(Journals.FULL, article("J. Leaves")) == (
        [("J. Leaves", "")],
        ["journal-unknown"],
    )


def test_only_periodicals_are_touched() -> None:
    book = article("Handbook of Leaves", type_=ItemType.CHAPTER)
    assert named(Journals.ABBREV, book) == ([("Handbook of Leaves", "")], [])


def test_the_name_before_is_in_the_provenance() -> None:
    record = JournalNames(Journals.ABBREV).apply(article("Nature of Leaves"), Diagnostics())
    assert [(one.rule, one.before) for one in record.provenance] == [("iso4", "Nature of Leaves")]
