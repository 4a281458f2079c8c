"""BibTeX and biblatex: who did what, and what an entry is sorted by."""

from __future__ import annotations

import msgspec
import pytest

from bibtex_entries import ARTICLE, entry, losses, reread
from litconv.model import Contributor, ItemType, Name, Origin, RawField, Record, Role
from made_records import person


def test_roles() -> None:
    people = [
        Contributor(role=role, name=Name(family=role.value.title().replace("-", "")))
        for role in (Role.EDITOR, Role.TRANSLATOR, Role.DIRECTOR, Role.CONTAINER_AUTHOR)
    ]
    record = Record(type=ItemType.CHAPTER, contributors=(*people, person("Writer", "")))
    fields = entry(record)
    assert fields["author"] == "Writer"
    assert fields["editor"] == "Editor"
    assert fields["translator"] == "Translator"
    assert fields["director"] == "Director"
    assert fields["bookauthor"] == "ContainerAuthor"
    assert losses(record, to="biblatex") == [("field-not-written", "contributors")]


def test_a_film_without_author_is_its_directors() -> None:
    director = Contributor(role=Role.DIRECTOR, name=Name(family="Filmer", given="A."))
    film = Record(type=ItemType.MOTION_PICTURE, title="Mud", contributors=(director,))
    for to in ("bibtex", "biblatex"):
        fields = entry(film, to=to)
        assert fields["author"] == "Filmer, A."
        assert fields["authortype"] == "director"
        assert losses(film, to=to) == []


@pytest.mark.parametrize("to", ["bibtex", "biblatex"])
@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.PRODUCER])
def test_who_stands_as_author_is_read_back_in_his_role(role: Role, to: str) -> None:
    maker = Contributor(role=role, name=Name(family="Filmer", given="A."))
    film = Record(id="film", title="Mud", contributors=(maker,))
    assert reread(film, to=to).contributors == (maker,)


@pytest.mark.parametrize("to", ["bibtex", "biblatex"])
def test_what_is_kept_without_a_field_of_its_own_comes_back(to: str) -> None:
    extra = tuple(
        RawField(tag=tag, value=value)
        for tag, value in (
            ("author-others", "et al."),
            ("call-number", "QA 76_9"),
            ("number-of-volumes", "3"),
            ("collection-number", "12"),
        )
    )
    book = Record(
        type=ItemType.BOOK,
        title="Mud",
        collection_title="Mud Studies",
        contributors=(person("Roe", "A."),),
        extra=extra,
    )
    back = {one.tag: one.value for one in reread(book, to=to).extra}
    assert back == {one.tag: one.value for one in extra}


def test_a_cut_list_of_names_ends_in_others() -> None:
    cut = RawField(tag="author-others", value="et al.")
    record = Record(contributors=(person("Roe", "A."), person("李", "明")), extra=(cut,))
    assert entry(record)["author"] == "Roe, A. and {李明} and others"
    assert losses(record) == []
    nobody = Record(extra=(cut,))
    assert losses(nobody) == [("extra-not-written", "extra")]


def test_bibtex_gets_something_to_sort_by() -> None:
    assert entry(Record(title="A long <i>history</i> of mud & more"))["key"] == "A long history of"
    assert "key" not in entry(ARTICLE)
    assert "key" not in entry(Record(title="x"), to="biblatex")


def test_the_key_stands_behind_the_note() -> None:
    fields = entry(Record(title="Tides", note="seen in Hull", abstract="x", keywords=("mud",)))
    assert list(fields) == ["@", "title", "keywords", "note", "key", "abstract"]
    assert list(entry(Record(title="Tides", keywords=("mud",))))[1:3] == ["key", "title"]


@pytest.mark.parametrize(
    ("person", "key"),
    [
        (Name(family="单", given="明"), "shan ming"),
        (Name(family="欧阳", given="小芳"), "ouyang xiaofang"),
        (Name(literal="李明"), "liming"),
        (Name(family="Roe", given="明"), None),
    ],
)
def test_chinese_entries_are_sorted_by_pinyin(person: Name, key: str | None) -> None:
    record = Record(title="x", contributors=(Contributor(name=person),))
    assert entry(record).get("key") == key


def test_chinese_books_are_sorted_by_their_editors() -> None:
    editor = Contributor(role=Role.EDITOR, name=Name(family="李", given="明"))
    assert entry(Record(type=ItemType.BOOK, contributors=(editor,)))["key"] == "li ming"


def test_a_chinese_entry_has_a_sort_key_whoever_its_author_is() -> None:
    translated = Record(type=ItemType.BOOK, language="zh", contributors=(person("Berg", "Jan"),))
    assert entry(translated)["key"] == "Berg Jan"
    assert entry(Record(title="潮汐论", language="zh"))["key"] == "chaoxilun"


@pytest.mark.parametrize(
    ("type_", "mark"),
    [(ItemType.PATENT, "P"), (ItemType.STANDARD, "S"), (ItemType.MAP, "CM"),
     (ItemType.SOFTWARE, "CP"), (ItemType.DATASET, "DS"), (ItemType.WEBPAGE, None),
     (ItemType.BOOK, None)],
)  # fmt: skip
def test_chinese_entries_have_the_mark_that_gbt7714_cannot_know(
    type_: ItemType, mark: str | None
) -> None:
    record = Record(type=type_, title="x", language="zh-CN")
    assert entry(record).get("mark") == mark
    assert "mark" not in entry(record, to="biblatex")
    assert "mark" not in entry(msgspec.structs.replace(record, language="en"))
    again = (RawField(tag="mark", value="P"),)
    patent = Record(
        type=ItemType.PATENT, language="zh", extra=again, origin=Origin(format="bibtex")
    )
    assert losses(patent) == []


def test_chinese_standards_are_books_to_biblatex() -> None:
    standard = Record(type=ItemType.STANDARD, language="zh", number="GB/T 0000")
    fields = entry(standard, to="biblatex")
    assert (fields["@"], fields["entrysubtype"]) == ("book", "standard")
    english = msgspec.structs.replace(standard, language="en")
    assert entry(english, to="biblatex")["@"] == "manual"
