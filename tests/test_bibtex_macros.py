"""BibTeX reader: macros, and what an entry has from another one."""

from __future__ import annotations

from bibtex_reading import read
from made_records import dated, places


def test_macros_are_known_before_and_after_their_definition_and_may_change() -> None:
    records, diagnostics = read(
        "@misc{a, note = x}@string{x = {1}}\n@misc{b, note = X # x}\n@string(x = y # {2})\n"
        "@misc{c, note = x}@string{y = {0}}"
    )
    assert [it.note for it in records] == ["1", "11", "02"]
    assert diagnostics.items == []


def test_macros_that_stand_for_too_much_are_left_as_written_and_it_is_said() -> None:
    doubling = "".join(f"@string{{m{n + 1} = m{n} # m{n}}}\n" for n in range(21))
    text = f"@string{{m0 = {{ab}}}}\n{doubling}@misc{{a, note = {{x}}}}"
    records, diagnostics = read(text)
    assert records[0].note == "x"
    said = [(it.span.line, it.message) for it in diagnostics.items if it.span]
    assert said == [(20, "m19: what the macros stand for is too long; they are left as written")]


def test_a_field_whose_macros_stand_for_too_much_says_so() -> None:
    long = "b" * 1_500_000
    records, diagnostics = read(f"@string{{m = {{{long}}}}}@misc{{a,\n note = m # m # m}}")
    assert records[0].note == "m # m # m"
    assert [it.message.partition(":")[0] for it in diagnostics.items] == ["note"]
    assert places(diagnostics) == ["2:2 value-not-understood"]


def test_a_string_that_cannot_be_read_is_set_aside() -> None:
    records, diagnostics = read("@string{x {1}}\n@misc{a, note = {y}}")
    assert [it.note for it in records] == ["y"]
    assert places(diagnostics) == ["1:1 record-invalid"]
    assert diagnostics.rejects == ["@string{x {1}}\n"]


def test_entries_that_refer_to_each_other_end() -> None:
    records, _ = read("@book{a, crossref = {b}, note={1}}@book{b, crossref = {a}, title={T}}")
    assert [(it.title, it.note) for it in records] == [("T", "1"), ("T", "1")]


def test_a_parent_named_again_and_again_is_looked_at_once() -> None:
    again = ",".join(["a, b"] * 30)
    records, diagnostics = read(
        f"@xdata{{a, publisher={{P}}, xdata={{{again}}}}}@xdata{{b, note={{N}}, xdata={{{again}}}}}"
        "@book{c, title={T}, xdata={a}}"
    )
    assert [(one.title, one.publisher, one.note) for one in records] == [("T", "P", "N")]
    assert diagnostics.items == []


def test_a_date_is_not_inherited_beside_a_year() -> None:
    text = "@article{a, year = 2001, crossref = b}@periodical{b, date = {1999-03}, title = {P}}"
    assert read(text)[0][0].issued == dated(2001)
    assert read(text)[0][0].container_title == "P"
