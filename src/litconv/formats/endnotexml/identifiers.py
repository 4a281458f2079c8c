"""EndNote XML: identifiers and addresses, those in custom fields too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from litconv.formats.endnotexml.numbers import read_serials
from litconv.formats.endnotexml.tables import (
    JOURNALS,
    OWN_URLS,
)
from litconv.model import ItemType
from litconv.reading.xml import Cell, XmlDraft, cell, cells, text_of
from litconv.text.width import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_URL: Final = re.compile(r"(?:https?|ftp)://\S+|www\.\S+", re.IGNORECASE)
_PMID_URL: Final = re.compile(r"(?:ncbi\.nlm\.nih\.gov/pubmed|pubmed\.ncbi\.nlm\.nih\.gov)/(\d+)")
_PMID: Final = re.compile(r"\d{4,8}")
_PMCID: Final = re.compile(r"PMC\d+")
_WOS: Final = re.compile(r"(?:WOS|ISI|MEDLINE|BCI|CCC|KJD|RSCI|SCIELO):[\w.]+")
_NAMED: Final = re.compile(r"(PUBMED|EMBASE)\s+(\d+)", re.IGNORECASE)  # Cochrane Library


def read_identifiers(draft: XmlDraft, record: Element) -> None:
    """Read ISBN, ISSN, DOI and the accession number."""
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


def read_urls(draft: XmlDraft, record: Element) -> None:
    """Read the addresses, those of EndNote's own kinds first."""
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
def read_custom(draft: XmlDraft, record: Element) -> None:
    """Read the custom fields whose meaning is known; the others are kept."""
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
