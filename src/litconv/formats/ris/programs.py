"""RIS: what single programs mean by tags that say something else in the others.

* Scopus: `SER` is a paper in a book series, M3 says of which kind; a C2 of digits is the PMID; N1
  counts citations between other things.
* Embase: C5 is the PMID.
* JSTOR: C1 has the whole date of what PY gives the year of.
* Taylor & Francis: N1 says the PMID.
* Rayyan: Y2 is the month.
* Web of Science: of papers CP is the conference, CL its place, CY its date; N1 counts citations.
* EndNote and ProQuest: A3 of a thesis is its supervisor, T2 the department. EndNote: A2 of a
  patent is the office that gave it.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from litconv.formats.ris.tables import CONFERENCE_TYPES
from litconv.formats.ris.titles import Late
from litconv.model import Date, ItemType
from litconv.reading.days import set_date
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.dates import parse_date
from litconv.text.name_roles import supervisor_note
from litconv.text.names import parse_name

_PARTS: Final = {
    "article": ItemType.ARTICLE_JOURNAL,
    "book chapter": ItemType.CHAPTER,
    "conference paper": ItemType.PAPER_CONFERENCE,
    "review": ItemType.ARTICLE_JOURNAL,
}
_PMID_NOTE: Final = re.compile(r"PMID: ([1-9]\d{0,7})")
_PMID_TAGS: Final = {"Embase": "C5", "Scopus": "C2"}
_PMID: Final = re.compile(r"\d{5,8}")
_MONTH: Final = re.compile(r"0?[1-9]|1[0-2]")
_FULL_DATE: Final = re.compile(r"Full publication date: (.+)")
_ENDS_IN_DATE: Final = re.compile(r"\d,? \d{4}$")
_SUPPLEMENT: Final = re.compile(r"(\d+) ?\((Suppl[^()]*)\)", re.IGNORECASE)
_DEPARTMENT: Final = re.compile(
    r"\b(?:Department|Dept|School|Faculty|Institute?|Division|Departamento|Facul\w+)\b|[学院系]$"
)
_CITED: Final = re.compile(
    r"(?:^|; )Cited By ?: ?(\d{1,9})(?!\d)"
    r"|^Times Cited in Web of Science Core Collection: *(\d{1,9})(?!\d)"
)


def part_of_series(draft: Draft) -> ItemType | None:
    """Give the type of the part of a series by M3; None for a whole book."""
    kind = next((one.value for one in draft.extra if one.tag == "M3"), "")
    return _PARTS.get(kind.casefold())


def times_cited(note: str) -> int | None:
    """Give how often a work was cited, where a note of Scopus or Web of Science says so."""
    match = _CITED.search(note)
    return int(match[1] or match[2]) if match else None


def set_month(draft: Draft, late: Late) -> None:
    """Rayyan's Y2."""
    for item in late.get("Y2", ())[:1]:
        date: Date | None = draft.fields.get("issued")
        if date and date.start and date.start.month is None and _MONTH.fullmatch(item.value):
            start = msgspec.structs.replace(date.start, month=int(item.value))
            draft.fields["issued"] = msgspec.structs.replace(date, start=start)
            late["Y2"].remove(item)


def set_full_date(draft: Draft, late: Late) -> None:
    """JSTOR's C1."""
    for item in late.get("C1", ())[:1]:
        match = _FULL_DATE.fullmatch(item.value)
        date, known = parse_date(match[1]) if match else None, draft.fields.get("issued")
        if date and (not known or known.year == date.year):
            set_date(draft, "issued", item, date)
            late["C1"].remove(item)


def set_event_date(draft: Draft, type_: str, late: Late) -> None:
    """CY of a conference is its date where it has one, Web of Science's way."""
    if type_ not in CONFERENCE_TYPES:
        return
    for item in [one for one in late.get("CY", ()) if _ENDS_IN_DATE.search(one.value)]:
        set_date(draft, "event_date", item)
        late["CY"].remove(item)


def set_supervisor(draft: Draft, item: Item) -> None:
    """A3 of a thesis."""
    if name := parse_name(item.value):
        draft.note(supervisor_note(name.sort_text))


def settle(draft: Draft, type_: str) -> None:
    """Put right what the tags one by one could not know."""
    fields = draft.fields
    volume = fields.get("volume", "")
    if ")" in volume and "issue" not in fields and (match := _SUPPLEMENT.fullmatch(volume)):
        fields["volume"], fields["issue"] = match.groups()  # Embase
    if type_ == "THES" and _DEPARTMENT.search(fields.get("collection_title", "")):
        draft.keep(
            Item("T2", fields.pop("collection_title"), draft.line, draft.column), tag="division"
        )
    for note in draft.notes:
        if match := _PMID_NOTE.fullmatch(note):
            draft.ids.setdefault("pmid", match[1])
    if not draft.extra:
        return
    base = next((one.value for one in draft.extra if one.tag == "source"), "")
    tag = _PMID_TAGS.get(base, "")
    for kept in [one for one in draft.extra if tag and one.tag == tag]:
        if _PMID.fullmatch(kept.value) and "pmid" not in draft.ids:
            draft.ids["pmid"] = kept.value
            draft.extra.remove(kept)
