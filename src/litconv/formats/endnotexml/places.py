"""EndNote XML: what says where a work is to be found, whose meaning depends on the type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from litconv.formats.endnotexml.numbers import read_numbers, read_serials
from litconv.formats.endnotexml.runs import rich_text
from litconv.formats.endnotexml.tables import (
    BOOKS,
    JOURNALS,
    OWN_URLS,
    STAGES,
)
from litconv.model import Date, ItemType, Pages
from litconv.reading.xml import Cell, XmlDraft, cell, cells, text_of
from litconv.text.dates import parse_date
from litconv.text.width import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TITLES: Final = frozenset(("secondary-title", "tertiary-title", "alt-title"))
TAGS: Final = frozenset(
    """periodical alt-periodical pages volume number issue edition dates pub-location isbn issn
    electronic-resource-num accession-num remote-database-provider urls access-date section
    custom1 custom2 custom3 custom4 custom5 custom6 custom7 user16""".split()
)
_SHORT_FORMS: Final = ("periodical/abbr-1", "periodical/abbr-2", "periodical/abbr-3")
_OTHER_FORMS: Final = (
    *_SHORT_FORMS,
    "titles/alt-title",
    "alt-periodical/abbr-1",
    "alt-periodical/full-title",
)
_COUNT: Final = re.compile(r"(?:[ivxlc]+[,;+ ]+)?(\d{1,5})(?: ?p(?:p|ages?|g)?\.?)?", re.IGNORECASE)
_URL: Final = re.compile(r"(?:https?|ftp)://\S+|www\.\S+", re.IGNORECASE)
_PMID_URL: Final = re.compile(r"(?:ncbi\.nlm\.nih\.gov/pubmed|pubmed\.ncbi\.nlm\.nih\.gov)/(\d+)")
_PMID: Final = re.compile(r"\d{4,8}")
_PMCID: Final = re.compile(r"PMC\d+")
_WOS: Final = re.compile(r"(?:WOS|ISI|MEDLINE|BCI|CCC|KJD|RSCI|SCIELO):[\w.]+")
_NAMED: Final = re.compile(r"(PUBMED|EMBASE)\s+(\d+)", re.IGNORECASE)  # Cochrane Library


def read(draft: XmlDraft, record: Element) -> None:
    """Read all of it, in the order that lets one value explain the next."""
    _read_container(draft, record)
    _read_dates(draft, record)
    read_numbers(draft, record)
    _read_pages(draft, record)
    _read_identifiers(draft, record)
    _read_urls(draft, record)
    _read_custom(draft, record)


# ---------------------------------------------------------------------- titles
def _read_container(draft: XmlDraft, record: Element) -> None:
    if draft.type in JOURNALS:
        _read_journal(draft, record)
        return
    container = _container_field(draft.type)
    second = record.find("titles/secondary-title")
    if second is not None and draft.type is ItemType.THESIS:
        draft.keep(cell(second), tag="division")  # "Academic Department"
    elif second is not None:
        draft.text(container, cell(second, rich_text(second)))
    for one in cells(record, "titles/tertiary-title"):
        draft.text("collection_title", one)
    for one in cells(record, "periodical/full-title"):
        # EndNote writes the secondary title here again, whatever the type.
        if draft.type is not ItemType.THESIS and not _same(draft, container, one):
            draft.text(container, one)
    for path in _OTHER_FORMS:
        for one in cells(record, path):
            _short_or_kept(draft, one, container)


def _container_field(type_: ItemType) -> str:
    return "collection_title" if type_ in BOOKS else "container_title"


def _read_journal(draft: XmlDraft, record: Element) -> None:
    """Read the journal's name: as cited, from EndNote's list of journals, abbreviated.

    A citation in the abbreviated form does not hide the full name where both are known.
    """
    cited = cells(record, "titles/secondary-title")
    listed = cells(record, "periodical/full-title")
    short = [one for path in _SHORT_FORMS for one in cells(record, path)]
    if cited and listed and _letters(cited[0]) != _letters(listed[0]):
        abbreviated = {_letters(one) for one in short}
        if _letters(cited[0]) in abbreviated:
            cited, listed = listed, cited
    for one in (cited or listed)[:1]:
        draft.text("container_title", one)
    others = [one for path in _OTHER_FORMS[len(_SHORT_FORMS) :] for one in cells(record, path)]
    for one in (*short, *cited, *listed, *others):
        _short_or_kept(draft, one, "container_title")
    for one in cells(record, "titles/tertiary-title"):
        draft.text("collection_title", one)


def _short_or_kept(draft: XmlDraft, item: Cell, container: str) -> None:
    """Take another form of the container's title for the short one if it is shorter."""
    if _same(draft, container, item) or _same(draft, "container_title_short", item):
        return
    known = draft.fields.get("container_title", "")
    short = draft.fields.get("container_title_short", "")
    if not short and (not known or len(tidy(item.value)) < len(known)):
        draft.text("container_title_short", item)
    else:
        draft.keep(item)


def _letters(item: Cell) -> str:
    return re.sub(r"[\W_]+", "", item.value).casefold()


def _same(draft: XmlDraft, field: str, item: Cell) -> bool:
    """Say whether a field has this text but for capitals and stops."""
    known: str = draft.fields.get(field, "")
    return bool(known) and re.sub(r"[\W_]+", "", known).casefold() == _letters(item)


# ---------------------------------------------------------------------- dates and numbers
def _read_dates(draft: XmlDraft, record: Element) -> None:
    years = cells(record, "dates/year")
    year: int | None = None
    for one in years:
        if stage := STAGES.search(one.value):
            draft.text("status", one, stage[0] if stage[0] == tidy(one.value) else one.value)
        found = parse_date(one.value)
        if found is not None:
            draft.date("issued", one, found)
            year = year or found.year
        elif not stage:
            _literal(draft, one)
    for one in cells(record, "dates/pub-dates/date"):
        found = parse_date(one.value, year=year)
        if found is None or (year and found.year != year and not found.end):
            draft.keep(one)  # `Ahead of print`, the day of another edition
        else:
            draft.date("issued", one, found)
    for one in cells(record, "dates/copyright-dates/date"):
        draft.keep(one)
    for one in cells(record, "access-date"):
        draft.date("accessed", one)


def _literal(draft: XmlDraft, item: Cell) -> None:
    """Take a year in words, `n.d.`, as it is."""
    if "issued" in draft.fields:
        draft.keep(item)
    else:
        draft.fields["issued"] = Date(literal=tidy(item.value))


def _read_pages(draft: XmlDraft, record: Element) -> None:
    for one in cells(record, "pages"):
        text = tidy(one.value)
        count = _COUNT.fullmatch(text)
        if draft.type in BOOKS | {ItemType.THESIS} and count and draft.pages is None:
            draft.pages = Pages(raw=text, count=int(count[1]))
        else:
            draft.page_range(one, text)
    for one in cells(record, "section"):
        if draft.type is ItemType.ARTICLE_JOURNAL and _is_start(draft, one.value):
            continue  # "Start Page"
        draft.keep(one, tag="section")


def _is_start(draft: XmlDraft, text: str) -> bool:
    return draft.pages is not None and bool(draft.pages.first) and draft.pages.first == tidy(text)


# ---------------------------------------------------------------------- identifiers
def _read_identifiers(draft: XmlDraft, record: Element) -> None:
    read_serials(draft, record)
    for one in cells(record, "electronic-resource-num"):
        if not draft.doi(one):
            if url := _URL.fullmatch(one.value):
                draft.text("url", one, url[0])
            else:
                draft.keep(one)
    for one in cells(record, "accession-num"):
        _read_accession(draft, record, one)
    for one in cells(record, "remote-database-provider"):
        # It says no more than that the accession number is a PMID.
        if not (_is_nlm(record) and draft.ids.get("pmid") == text_of(record.find("accession-num"))):
            draft.keep(one)


def _read_accession(draft: XmlDraft, record: Element, item: Cell) -> None:
    """Read an accession number; a bare number is PubMed's only where something says so."""
    text = tidy(item.value)
    if _WOS.fullmatch(text):
        draft.other_identifier(
            "WOS", text.partition(":")[2] if text[:3] in {"WOS", "ISI"} else text
        )
    elif _PMID.fullmatch(text) and _is_medline(record, text):
        draft.identifier("pmid", text, item)
    elif text:
        draft.other_identifier("accession", text)


def _is_medline(record: Element, number: str) -> bool:
    if _is_nlm(record):
        return True
    name = text_of(record.find("remote-database-name")).casefold()
    if "medline" in name or "pubmed" in name:
        return True
    urls = " ".join(text_of(one) for one in record.iterfind("urls/*/url"))
    return number in _PMID_URL.findall(urls)


def _is_nlm(record: Element) -> bool:
    """Say whether the provider is PubMed's, which makes a bare accession number a PMID."""
    provider = text_of(record.find("remote-database-provider"))
    return provider.casefold() in {"nlm", "pubmed"}


def _read_urls(draft: XmlDraft, record: Element) -> None:
    for kind in OWN_URLS:
        for one in cells(record, f"urls/{kind}/*"):
            _read_url(draft, one, kind)
    for group in record.iterfind("urls"):
        for one in group:
            if one.tag == "url" or (not len(one) and text_of(one)):  # without a kind
                _read_url(draft, cell(one), "urls")


def _read_url(draft: XmlDraft, item: Cell, kind: str) -> None:
    """Take the first address of the web; files of the library and others are kept."""
    for text in item.value.split("\n"):
        if not (bare := tidy(text)):
            continue
        if _URL.fullmatch(bare) and kind != "image-urls":
            if draft.fields.get("url"):
                if bare != draft.fields["url"]:
                    draft.keep(item, tag=kind, value=bare)
            else:
                draft.text("url", item, bare)
        elif not (bare.startswith("<Go to") and _is_accession(draft, bare)):
            draft.keep(item, tag=kind, value=bare)


def _is_accession(draft: XmlDraft, text: str) -> bool:
    """Say whether `<Go to ISI>://WOS:0001` only repeats the accession number."""
    number = re.split(r"[/:]", text)[-1]
    return any(one.value == number for one in draft.other_ids)


# ---------------------------------------------------------------------- custom fields
def _read_custom(draft: XmlDraft, record: Element) -> None:
    for tag in ("custom1", "custom2", "custom3", "custom4", "custom5", "custom6", "custom7"):
        for one in cells(record, tag):
            if not _is_known(draft, record, one):
                draft.keep(one)
    for one in cells(record, "user16"):  # Bookends
        if _PMCID.fullmatch(one.value):
            draft.identifier("pmcid", one.value, one)
        else:
            draft.keep(one)


def _is_known(draft: XmlDraft, record: Element, item: Cell) -> bool:
    """Read a custom field whose meaning is sure; say whether it was."""
    tag, text = item.tag, tidy(item.value)
    if _PMCID.fullmatch(text):
        draft.identifier("pmcid", text, item)
    elif tag == "custom7" and draft.type in JOURNALS:
        draft.article_number(item)
    elif tag == "custom3" and draft.type is ItemType.PAPER_CONFERENCE:
        # "Proceedings Title": the secondary title is the name of the conference then.
        if known := draft.fields.pop("container_title", ""):
            draft.fields["event_title"] = known
        draft.text("container_title", item)
    elif tag == "custom5" and _PMID.fullmatch(text) and _is_embase(record):
        draft.identifier("pmid", text, item)
    elif tag == "custom3" and _NAMED.match(text):
        for name, number in _NAMED.findall(text):
            if name.upper() == "PUBMED":
                draft.identifier("pmid", number, item)
            else:
                draft.other_identifier("Embase", number)
    else:
        return False
    return True


def _is_embase(record: Element) -> bool:
    name = text_of(record.find("remote-database-name")).casefold()
    return "embase" in name or "medline" in name
