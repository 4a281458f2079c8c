"""EndNote tagged: what is done with the value of each tag."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from litconv.formats.enw.read_values import EnwValues
from litconv.formats.enw.tables import ROLES, ROLES_OF_TYPE, TEXTS, VARIABLES, WHOLE_TYPES
from litconv.model import ItemType, Role, TranslatedTitle
from litconv.reading.stray import names, never, serials
from litconv.reading.tagged import Item
from litconv.reading.values import date, kept, text
from litconv.text.names import is_body
from litconv.text.script import has_han
from litconv.text.width import tidy

_ROLE_OF: Final = {tag: role for role, tag in ROLES.items()}
_ROLES_OF_TYPE: Final = {
    type_: {tag: role for role, tag in roles.items()} for type_, roles in ROLES_OF_TYPE.items()
}


class EnwRecord(EnwValues):
    """One record being read, all of its tags."""

    __slots__ = ()

    # ------------------------------------------------------------------ people
    def people(self, item: Item) -> None:
        """Take %A, %E, %Y, %?: their role depends on the type; supervisors of a thesis."""
        tag, type_ = item.tag, self.draft.type
        role = _ROLES_OF_TYPE.get(type_, {}).get(tag) or _ROLE_OF[tag]
        if tag == "Y":
            if type_ is ItemType.THESIS or self.chinese:
                self.supervisors(item)
                return
            if (type_ is ItemType.PAPER_CONFERENCE and self.is_bibutils()) or (
                type_ is ItemType.BOOK and self.has_series_editor()
            ):
                role = Role.EDITOR
        elif tag == "A" and self.edited:
            role = Role.EDITOR
        elif tag == "E" and type_ is ItemType.THESIS and has_han(item.value):
            self.supervisors(item)  # Wanfang
            return
        elif tag == "E" and self.is_editor_of_series():
            role = Role.COLLECTION_EDITOR
        self.names(role, item)

    def is_editor_of_series(self) -> bool:
        """Say whether %E is the editor of the series: %A of an edited book are its own editors."""
        if self.edited:
            return "A" in self.first
        return self.draft.type is ItemType.BOOK and self.has_series_editor()

    def has_series_editor(self) -> bool:
        """Tell EndNote's books: the series in %B, and its editor in %E."""
        return "B" in self.first and "A" in self.first

    def is_bibutils(self) -> bool:
        """Tell bibutils' papers (ACL Anthology): the proceedings in %S, their editors in %Y."""
        return "S" in self.first and "B" not in self.first and "J" not in self.first

    # ------------------------------------------------------------------ titles
    def title(self, item: Item) -> None:
        """%T; Wanfang has the English title below the Chinese one."""
        title = self.draft.fields.get("title", "")
        if title and has_han(title) != has_han(item.value):
            self.translated_title(item)
        else:
            super().title(item)

    def translated_title(self, item: Item) -> None:
        """%Q."""
        if value := tidy(item.value):
            self.draft.translated.append(TranslatedTitle(title=value))

    def journal(self, item: Item) -> None:
        """%J: the journal; the university of a thesis in CNKI's exports."""
        draft = self.draft
        if draft.type is ItemType.THESIS:
            draft.text("publisher", item)
        elif draft.type is ItemType.PATENT:
            draft.keep(item)
        else:
            draft.text("container_title", item)

    def secondary_title(self, item: Item) -> None:
        """%B: a book, proceedings, a conference, a series; what it is depends on the type."""
        draft, field = self.draft, "container_title"
        if draft.type in WHOLE_TYPES:
            field = "collection_title"
        elif draft.type is ItemType.PAPER_CONFERENCE:
            proceedings = self.value("3") or self.value("J") or item.value
            field = "container_title" if tidy(proceedings) == tidy(item.value) else "event_title"
        elif draft.type is ItemType.THESIS:
            if "I" in self.first or "J" in self.first or not is_body(item.value):
                draft.keep(item)  # EndNote: the academic department
                return
            field = "publisher"
        draft.text(field, item)

    def series(self, item: Item) -> None:
        """%S: the series; the proceedings or book of bibutils."""
        in_book = self.draft.type in {ItemType.PAPER_CONFERENCE, ItemType.CHAPTER}
        book = in_book and self.is_bibutils()
        self.draft.text("container_title" if book else "collection_title", item)

    # ------------------------------------------------------------------ places and columns
    def publisher(self, item: Item) -> None:
        """%I, bare of the marks of a catalogue card: `Birch Press,`."""
        self.draft.text("publisher", item, item.value.rstrip(" ,:;"))

    def place(self, item: Item) -> None:
        """%C: EndNote's proceedings have the place of the conference here, of print in %1."""
        paper = self.draft.type is ItemType.PAPER_CONFERENCE
        printed = "3" in self.first or is_place(self.value("1"))
        printed = printed or (self.chinese and "I" not in self.first)
        field = "event_place" if paper and printed else "publisher_place"
        self.draft.text(field, item, item.value.rstrip(" ,:;"))

    def custom_1(self, item: Item) -> None:
        """%1: the place of print of a paper."""
        paper = self.draft.type is ItemType.PAPER_CONFERENCE
        if paper and not {"C", "3"}.isdisjoint(self.first) and is_place(item.value):
            self.draft.text("publisher_place", item)
        else:
            self.draft.keep(item)

    def custom_2(self, item: Item) -> None:
        """%2: EndNote's PMCID."""
        if not self.pmcid(item):
            self.draft.keep(item)

    def custom_3(self, item: Item) -> None:
        """%3: the proceedings of a paper."""
        if self.draft.type is ItemType.PAPER_CONFERENCE:
            self.draft.text("container_title", item)
        else:
            self.draft.keep(item)

    def label(self, item: Item) -> None:
        """%F: the label, a citation key where it can be one."""
        if " " in tidy(item.value):
            self.draft.keep(item, tag="citation-label")
        else:
            self.draft.text("id", item)


def is_place(value: str) -> bool:
    """Say whether %1 of a paper is a place: ACM has a DOI or a number there."""
    return bool(value.strip()) and not any(char.isdigit() or char in ":/" for char in value)


Action = Callable[[EnwRecord, Item], None]
ACTIONS: Final[dict[str, Action]] = {
    **{TEXTS[field]: text(field) for field in ("title_short", "genre")},
    **{tag: kept(variable) for variable, tag in VARIABLES.items()},
    **dict.fromkeys("AEY?", EnwRecord.people),
    "0": EnwRecord.stated,
    "T": EnwRecord.title,
    "Q": EnwRecord.translated_title,
    "J": EnwRecord.journal,
    "B": EnwRecord.secondary_title,
    "S": EnwRecord.series,
    "I": EnwRecord.publisher,
    "C": EnwRecord.place,
    "1": EnwRecord.custom_1,
    "2": EnwRecord.custom_2,
    "3": EnwRecord.custom_3,
    "V": EnwRecord.volume,
    "N": EnwRecord.issue,
    "@": EnwRecord.serial,
    "D": EnwRecord.year,
    "8": EnwRecord.day,
    "[": date("accessed"),
    "P": EnwRecord.pages,
    "&": EnwRecord.section,
    "]": EnwRecord.article_number,
    "7": EnwRecord.edition,
    "R": EnwRecord.doi,
    "U": EnwRecord.url,
    "O": EnwRecord.other,
    "M": EnwRecord.accession,
    "L": EnwRecord.call_number,
    "~": EnwRecord.database,
    "W": EnwRecord.provider,
    "F": EnwRecord.label,
    "K": EnwRecord.keywords,
    "X": EnwRecord.abstract,
    "G": EnwRecord.language,
    "+": EnwRecord.addresses,
    "Z": EnwRecord.note,
}
# Tags whose values have one line; what may stand below it all the same.
ONE_LINE: Final = {
    **dict.fromkeys("0CDFGLMNPRV678[]&~", never),
    **dict.fromkeys("AEY?", names),
    "@": serials,
}
