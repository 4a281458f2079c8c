"""Re-casing whole records: what changes, what is said about it, what stays."""

from __future__ import annotations

from time import perf_counter

import pytest

from litconv.diagnostics import Diagnostics
from litconv.model import Listing, ListKind, Origin, Provenance, Record, Role, Span, TranslatedTitle
from litconv.refine.recase import recase
from made_records import body, person

SPAN = Span("page.txt", 3, 1)


@pytest.fixture
def record() -> Record:
    return Record(
        title="THE LIFE OF A LAMP IN FRANCE",
        container_title="JOURNAL OF LAMPS",
        container_title_short="J LAMPS",
        collection_title="NOTES ON LAMPS",
        contributors=(
            person("O'DUFFIN", "J. K."),
            person("VAN DUFFIN", "A.", Role.EDITOR),
            body("LAMP GROUP"),
        ),
        keywords=("LAMPS", "LED"),
        affiliations=("UNIV LAMPS,DEPT LIGHT",),
        origin=Origin(format="record-page", span=SPAN),
    )


def test_fields(record: Record) -> None:
    found = recase(record, Diagnostics())
    assert found.title == "The life of a lamp in France"
    assert found.container_title == "Journal of Lamps"
    assert found.container_title_short == "J Lamps"
    assert found.collection_title == "Notes on Lamps"
    assert found.contributors == (
        person("O'Duffin", "J. K."),
        person("Duffin", "A.", Role.EDITOR, particle="van"),
        body("LAMP GROUP"),
    )


def test_keywords_and_affiliations_stay(record: Record) -> None:
    found = recase(record, Diagnostics())
    assert found.keywords == ("LAMPS", "LED")
    assert found.affiliations == ("UNIV LAMPS,DEPT LIGHT",)


def test_provenance_holds_what_was_there(record: Record) -> None:
    found = recase(record, Diagnostics())
    assert [(step.field, step.rule, step.before) for step in found.provenance] == [
        ("title", "sentence-case", "THE LIFE OF A LAMP IN FRANCE"),
        ("container_title", "title-case", "JOURNAL OF LAMPS"),
        ("container_title_short", "title-case", "J LAMPS"),
        ("collection_title", "title-case", "NOTES ON LAMPS"),
        ("contributors", "name-case", "O'DUFFIN, J. K.; VAN DUFFIN, A.; LAMP GROUP"),
    ]
    assert {step.how for step in found.provenance} == {"changed"}


def test_provenance_is_added_to_what_is_there() -> None:
    known = Provenance(field="url", how="derived", rule="doi-url")
    found = recase(Record(title="LONG LAMPS", provenance=(known,)), Diagnostics())
    assert [step.field for step in found.provenance] == ["url", "title"]


def test_diagnostics(record: Record) -> None:
    diagnostics = Diagnostics()
    recase(record, diagnostics)
    assert [(one.code, one.field, one.message) for one in diagnostics.items] == [
        (
            "title-recased",
            "title",
            "THE LIFE OF A LAMP IN FRANCE → The life of a lamp in France",
        ),
        ("journal-recased", "container_title", "JOURNAL OF LAMPS → Journal of Lamps"),
        ("journal-recased", "collection_title", "NOTES ON LAMPS → Notes on Lamps"),
        (
            "name-recased",
            "contributors",
            "O'DUFFIN, J. K. → O'Duffin, J. K.; VAN DUFFIN, A. → van Duffin, A.",
        ),
    ]
    assert {one.span for one in diagnostics.items} == {SPAN}
    assert {one.record for one in diagnostics.items} == {"The life of a lamp in France"}


def test_long_messages_are_cut() -> None:
    diagnostics = Diagnostics()
    people = tuple(person(f"DUFFIN{end}") for end in ("A", "B", "C", "D"))
    recase(Record(title="LAMPS AND LAMPS " * 20, contributors=people), diagnostics)
    title, names = (one.message for one in diagnostics.items)
    assert len(title) < 130
    assert title.count("…") == 2
    assert names == "DUFFINA → Duffina; DUFFINB → Duffinb; DUFFINC → Duffinc; and 1 more"


def test_listed_works_change_silently() -> None:
    listed = Record(title="OLD LAMPS", listing=Listing(ListKind.REFERENCES, "1"))
    diagnostics = Diagnostics()
    found = recase(Record(title="Lamps", relations=(listed,)), diagnostics)
    assert found.relations[0].title == "Old lamps"
    assert [step.before for step in found.relations[0].provenance] == ["OLD LAMPS"]
    assert found.provenance == ()
    assert diagnostics.items == []


def test_a_listed_work_passed_by_itself_is_reported() -> None:
    diagnostics = Diagnostics()
    recase(Record(title="OLD LAMPS", listing=Listing(ListKind.REFERENCES)), diagnostics)
    assert diagnostics.codes["title-recased"] == 1


def test_translated_titles() -> None:
    record = Record(title="灯", translated_titles=(TranslatedTitle(title="THE OLD LAMP"),))
    found = recase(record, Diagnostics())
    assert found.translated_titles == (TranslatedTitle(title="The old lamp"),)
    assert found.provenance[0].before == "THE OLD LAMP"


@pytest.mark.parametrize(
    "record",
    [
        Record(),
        Record(title="The Life of a Lamp", container_title="Journal of Lamps"),
        Record(title="灯的研究", container_title="照明学报"),
        Record(title="DIE LAMPE UND DAS LICHT", container_title="PLOS ONE"),
        Record(title="Lamps", relations=(Record(title="More Lamps"),)),
    ],
)
def test_nothing_to_do_gives_the_same_object(record: Record) -> None:
    diagnostics = Diagnostics()
    assert recase(record, diagnostics) is record
    assert diagnostics.items == []


def test_second_run_changes_nothing(record: Record) -> None:
    once = recase(record, Diagnostics())
    assert recase(once, Diagnostics()) is once


def test_a_record_without_capitals_costs_little() -> None:
    record = Record(
        title="A title of common length about lamps and the people who look at them at night",
        container_title="Journal of Lamps and Other Lights",
        contributors=tuple(person("Duffin", "J.") for _ in range(5)),
    )
    diagnostics = Diagnostics()
    best = min(_seconds(record, diagnostics) for _ in range(200))
    assert best < 200e-6  # about 10 µs; the margin is for slow machines


def _seconds(record: Record, diagnostics: Diagnostics) -> float:
    start = perf_counter()
    recase(record, diagnostics)
    return perf_counter() - start
