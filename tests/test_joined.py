"""Records of tagged files that ran together where the first line of one is damaged."""

from __future__ import annotations

import time

import pytest

from made_records import read

# Format → a record in two parts: what it starts with, and the rest.
RECORDS = {
    "enw": ("%0 Journal Article", "%A Alder, Ann\n%T {title}\n%J Trees\n%D 2001"),
    "refworks": ("RT Journal Article", "SR 1\nA1 Alder, Ann\nT1 {title}\nJF Trees\nYR 2001"),
    "noteexpress": (
        "{{Reference Type}}: Journal Article",
        "{{Title}}: {title}\n{{Author}}: Alder, Ann\n{{Year}}: 2001",
    ),
    "ris": ("TY  - JOUR", "AU  - Alder, Ann\nTI  - {title}\nJO  - Trees\nPY  - 2001"),
    "wos": ("PT J", "AU Alder, A\nTI {title}\nSO Trees\nPY 2001"),
}
DAMAGED = {
    "enw": "0 Journal Article",
    "refworks": "R Journal Article",
    "noteexpress": "{{Reference Type: Journal Article",
    "ris": "Y  - JOUR",
    "wos": "p J",
}


def file(name: str, between: str, second: str) -> str:
    begin, rest = RECORDS[name]
    one = f"{begin}\n{rest}".format(title="Roots of alder")
    two = f"{second}{rest}\n".format(title="Leaves of birch")
    return f"{one}{between}{two}"


@pytest.mark.parametrize("name", RECORDS)
@pytest.mark.parametrize("damaged", [False, True])
def test_a_record_behind_a_blank_line_is_divided_from_the_one_before(
    name: str,
    damaged: bool,  # noqa: FBT001 (a table)
) -> None:
    text = file(name, "\n\n", f"{DAMAGED[name]}\n" if damaged else "")
    records, diagnostics = read(name, text)
    assert [one.title for one in records] == ["Roots of alder", "Leaves of birch"]
    assert all(len(one.contributors) == 1 for one in records)
    line = RECORDS[name][1].count("\n") + 4
    if damaged:  # nothing of it is lost
        assert any("Journal" in one.value or " J" in one.value for one in records[1].extra)
    if not (name == "enw" and not damaged):  # Refer has no first line
        said = [one for one in diagnostics.items if "was divided" in one.message]
        assert [one.span.line for one in said if one.span] == [line]


@pytest.mark.parametrize("name", RECORDS)
def test_without_a_blank_line_a_second_title_is_said_and_kept(name: str) -> None:
    records, diagnostics = read(name, file(name, "\n", ""))
    assert [one.title for one in records] == ["Roots of alder"]
    assert "Leaves of birch" in [one.value for one in records[0].extra]
    said = [one for one in diagnostics.items if "a second title" in one.message]
    at = RECORDS[name][1].count("\n") + 2
    title = next(n for n, line in enumerate(RECORDS[name][1].split("\n")) if "{title}" in line)
    assert [one.span.line for one in said if one.span] == [at + title + 1]


@pytest.mark.parametrize("name", RECORDS)
def test_the_same_title_twice_is_no_damage(name: str) -> None:
    line = next(line for line in RECORDS[name][1].split("\n") if "{title}" in line)
    text = file(name, "\n", "").replace("Leaves of birch", "Roots of alder")
    assert line.format(title="Roots of alder") in text
    assert not any("second title" in one.message for one in read(name, text)[1].items)


def test_a_title_in_two_tags_is_no_damage() -> None:
    text = "TY  - JOUR\nTI  - Roots\n\nT1  - Wurzeln\nER  - \n"
    assert not any("second title" in one.message for one in read("ris", text)[1].items)


@pytest.mark.parametrize("name", RECORDS)
def test_time_is_linear(name: str) -> None:
    text = RECORDS[name][1].format(title="Leaf") + "\n\n"
    start = time.process_time()
    records, _ = read(name, f"{RECORDS[name][0]}\n".format() + text * 3000)
    assert len(records) == 3000
    assert time.process_time() - start < 6
