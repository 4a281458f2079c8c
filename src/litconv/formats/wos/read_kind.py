"""Web of Science: what kind of work a record is of, and the titles and DOI that hang on it."""

from __future__ import annotations

from litconv.formats.wos import tables
from litconv.model import ItemType, Role
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.width import tidy


def read_type(values: dict[str, Item], draft: Draft) -> None:
    """Tell the type from PT and all words of DT; keep those that the writer would not find."""
    letter, kind = values.get("PT"), values.get("DT")
    published = letter.value.strip() if letter else ""
    words = [one for it in kind.value.split(";") if (one := tidy(it))] if kind else []
    types = [type_ for word in words if (type_ := tables.TYPE_OF.get(word.casefold()))]
    draft.type = tables.type_of(published, types)
    if draft.type is ItemType.BOOK and not types and _is_part(draft):
        draft.type = ItemType.CHAPTER  # `PT B`, `DT Article`
    known = tables.TYPE_OF.keys() | tables.PLAIN
    genre = "; ".join(word for word in words if _is_genre(word.casefold(), known))
    if genre:
        draft.fields["genre"] = genre
    if kind and tidy(kind.value) != tables.document_type(draft.type, genre):
        draft.keep(kind)
    if letter and published != tables.publication_type(draft.type):
        draft.keep(letter)


def _is_part(draft: Draft) -> bool:
    container, title = draft.fields.get("container_title", ""), draft.fields.get("title", "")
    return bool(container and title) and container.casefold() != title.casefold()


def _is_genre(word: str, known: set[str]) -> bool:
    """Say whether a word of DT is a genre: no type, nor who paid (MEDLINE)."""
    return word not in known and not word.startswith("research support")


def read_titles(values: dict[str, Item], draft: Draft, *, is_medline: bool) -> None:
    """Drop SO where it repeats a book's title; take J9 for want of a better one.

    MEDLINE's titles end in a full stop that is not theirs.
    """
    fields = draft.fields
    container, title = fields.get("container_title", ""), fields.get("title", "")
    if draft.type is ItemType.BOOK:
        if not title and container:
            fields["title"] = title = container
        if container.casefold() == title.casefold():
            fields.pop("container_title", None)
    if is_medline and title.endswith(".") and not title.endswith(".."):
        fields["title"] = title[:-1].rstrip()
    short = values.get("J9")
    if short and not fields.get("container_title_short"):
        draft.text("container_title_short", short)
    if not container and draft.type is not ItemType.BOOK:
        best = fields.pop("container_title_short", "")
        if best:
            fields["container_title"] = best


def read_book(doi: Item | None, draft: Draft) -> None:
    """D2 is the DOI of the whole book, whose own authors stand in AU and again in BA."""
    whole = draft.type is ItemType.BOOK
    if whole:
        known = {one.name for one in draft.people if one.role is Role.AUTHOR}
        draft.people = [
            one
            for one in draft.people
            if one.role is not Role.CONTAINER_AUTHOR or one.name not in known
        ]
    if doi and not (whole and "doi" not in draft.ids and draft.doi(doi)):
        draft.keep(doi)
