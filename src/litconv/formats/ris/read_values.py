"""RIS: what is done with the value of a tag that says what it means, for a record of its type."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from litconv.formats.ris.identifiers import ARXIV, set_second, set_serial, set_tagged
from litconv.formats.ris.programs import set_supervisor, times_cited
from litconv.formats.ris.tables import (
    CONFERENCE_TYPES,
    EXTRA_OF,
    JOURNAL_TYPES,
    PLAIN_KINDS,
    SERIES_NUMBERED,
)
from litconv.model import TranslatedTitle
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.doi import clean_doi
from litconv.text.languages import language_tag
from litconv.text.remembered import Remembered
from litconv.text.width import join_lines, tidy

_CITED: Final = re.compile(r"Cited By\s*:\s*(\d+)", re.IGNORECASE)
_DOI_NOTE: Final = re.compile(
    r"\s*(?:doi:?\s*)?(?:https?://(?:dx\.)?doi\.org/)?10\.\d+\S+\s*", re.IGNORECASE
)
_DATE_LIKE: Final = re.compile(r"(?:Epub )?(?:1[89]|20)\d\d(?:[/ -]\S.*|\d{4})")


_LANGUAGES: Final = Remembered[str, str](lambda value: language_tag(tidy(value).strip(";")), 512)


class Values:
    """One record being read: its draft, its type, and what becomes of one value."""

    __slots__ = ("draft", "type")

    draft: Draft
    type: str

    def unknown(self, item: Item) -> None:
        """Keep what no program that is known here writes, or the model has no field for."""
        self.draft.keep(item, tag=EXTRA_OF.get(item.tag, ""), value=tidy(item.value))

    def supervisor(self, item: Item) -> None:
        """A3 of a thesis."""
        set_supervisor(self.draft, item)

    def authority(self, item: Item) -> None:
        """A2 of a patent, PB of a case: its court."""
        self.draft.keep(item, tag="authority", value=tidy(item.value))

    def translated(self, item: Item) -> None:
        """TT."""
        one = TranslatedTitle(title=tidy(item.value))
        if one not in self.draft.translated:
            self.draft.translated.append(one)

    def edition(self, item: Item) -> None:
        """ET: of programs it is the version, of articles PubMed's and EndNote's date of e-pub."""
        if self.type in JOURNAL_TYPES and _DATE_LIKE.fullmatch(item.value.strip()):
            self.draft.keep(item, value=tidy(item.value))
        elif self.type in {"COMP", "DATA"}:
            self.draft.keep(item, tag="version", value=tidy(item.value))
        else:
            self.draft.text("edition", item)

    def abstract(self, item: Item) -> None:
        """AB and N2: often both, the one sometimes cut short."""
        value = join_lines(item.value.split("\n")) if "\n" in item.value else tidy(item.value)
        known = self.draft.fields.get("abstract", "")
        if known and (value.startswith(known) or known.startswith(value)):
            value = max(known, value, key=len)
            self.draft.fields["abstract"] = value
        else:
            self.draft.text("abstract", item, value)

    def genre(self, item: Item) -> None:
        """M3: type of work; Ovid and Atypon's sites put a DOI here."""
        if clean_doi(item.value):
            self.draft.doi(item)
        elif item.value.strip().casefold() in PLAIN_KINDS:
            self.draft.keep(item, value=tidy(item.value))
        else:
            self.draft.text("genre", item)

    def number(self, item: Item) -> None:
        """M1: a number, of books that in their series.

        0 is none (Taylor & Francis); of an article it may be anything (CAS: the copyright).
        `arXiv:2101.00001` is litconv's, where a preprint has no other number.
        """
        value = tidy(item.value)
        if arxiv := ARXIV.fullmatch(value):
            self.draft.identifier("arxiv", arxiv[1], item)
        elif self.type in SERIES_NUMBERED:
            self.draft.keep(item, tag="collection-number", value=value)
        elif value == "0" or self.type in JOURNAL_TYPES:
            self.draft.keep(item, value=value)
        else:
            self.draft.text("number", item)

    def volume(self, item: Item) -> None:
        """VL."""
        self.draft.number("volume", item)

    def issue(self, item: Item) -> None:
        """IS, and CP of 2001, which Web of Science has for the conference; of patents a class."""
        if item.tag == "CP" and self.type in CONFERENCE_TYPES:
            self.draft.text("event_title", item)
        elif self.type == "PAT":
            self.draft.text("issue", item)
        else:
            self.draft.number("issue", item)

    def doi(self, item: Item) -> None:
        """DO, and DI of Web of Science."""
        if not self.draft.doi(item):
            self.draft.odd(item, "identifiers")

    def maybe_doi(self, item: Item) -> None:
        """L3 held the DOI before DO was invented."""
        if item.tag == "L3" and clean_doi(item.value):
            self.draft.doi(item)
        else:
            self.draft.keep(item, value=tidy(item.value))

    def url(self, item: Item) -> None:
        """UR: several of them, one a line or joined by semicolons; one may be the DOI."""
        for one in re.split(r"\s*;\s+|\n", item.value):
            if "doi.org/10." in one and "doi" not in self.draft.ids:
                self.draft.doi(item, one)
            self.draft.text("url", item, one)

    def serial(self, item: Item) -> None:
        """SN."""
        set_serial(self.draft, self.type, item)

    def keywords(self, item: Item) -> None:
        """KW: one a line, or joined by semicolons, or one a line below the first (EndNote)."""
        value = item.value
        if ";" in value or "\n" in value or "；" in value:
            self.draft.add_keywords(re.split(r"[;；\n]+", value))
        else:
            self.draft.add_keywords((value,))

    def address(self, item: Item) -> None:
        """AD: affiliations, one a line or joined by semicolons."""
        for one in re.split(r";\s+|\n", item.value):
            text = tidy(one)
            if text and text not in self.draft.affiliations:
                self.draft.affiliations.append(text)

    def language(self, item: Item) -> None:
        """LA."""
        self.draft.tidied("language", item, _LANGUAGES[item.value])

    def note(self, item: Item) -> None:
        """N1: a note; Scopus counts citations here, others repeat the DOI."""
        value = item.value.strip()
        cited = times_cited(value)
        if cited is not None and self.draft.fields.setdefault("times_cited", cited) != cited:
            self.draft.keep(item)
        if cited is not None and _CITED.fullmatch(value):
            return
        if _DOI_NOTE.fullmatch(value) and clean_doi(value):
            self.draft.doi(item)
        else:
            for line in value.split("\n"):
                self.draft.note(tidy(line))

    def tagged_identifier(self, item: Item) -> None:
        """U1–U5, PMID."""
        set_tagged(self.draft, item)

    def venue(self, item: Item) -> None:
        """CL: of a conference Web of Science's place of it."""
        if self.type in CONFERENCE_TYPES:
            self.draft.text("event_place", item)
        else:
            self.draft.keep(item, value=tidy(item.value))

    def second(self, item: Item) -> None:
        """C2."""
        set_second(self.draft, self.type, item)


HANDLERS: Final[dict[str, Callable[[Values, Item], None]]] = {
    "TT": Values.translated,
    "ET": Values.edition,
    "AB": Values.abstract,
    "N2": Values.abstract,
    "M3": Values.genre,
    "M1": Values.number,
    "VL": Values.volume,
    "VO": Values.volume,
    "IS": Values.issue,
    "CP": Values.issue,
    "DO": Values.doi,
    "DI": Values.doi,
    "L3": Values.maybe_doi,
    "UR": Values.url,
    "LK": Values.url,
    "CL": Values.venue,
    "SN": Values.serial,
    "KW": Values.keywords,
    "AD": Values.address,
    "LA": Values.language,
    "N1": Values.note,
    "C2": Values.second,
    **dict.fromkeys(("PMID", "U1", "U2", "U3", "U4", "U5"), Values.tagged_identifier),
}
