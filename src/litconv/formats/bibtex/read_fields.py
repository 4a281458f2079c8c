"""Fields that mean something by themselves, one function for each kind of value."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import msgspec

from litconv.formats.bibtex.from_types import (
    ARXIV,
    KINDS,
    ROLES,
    TEXTS,
    VARIABLES,
    language_of,
)
from litconv.formats.bibtex.reading import Entry
from litconv.model import Contributor, Date, ItemType, Pages, Subject, TranslatedTitle
from litconv.reading.tagged import Item
from litconv.text.bibtex_people import parse_people
from litconv.text.dates import parse_date
from litconv.text.edtf_read import date_from_edtf, is_open
from litconv.text.latex_decode import latex_to_text
from litconv.text.people import split_keywords
from litconv.text.width import tidy

Handler = Callable[[Entry, Item], None]

_ISSN: Final = re.compile(r"\d{4}-\d{3}[\dXx]")
_ISBN: Final = re.compile(r"[\d-]{9,16}[\dXx]")
_RANGE: Final = re.compile(r"(\d+)\s*[-–—]+\s*(\d+)")
_COUNT: Final = re.compile(r"(\d+)\s*(?:pp?\.?|pages|S\.|页)?")
_COUNTED: Final = re.compile(r"(\d+)\s*(?:pp?\b\.?|pages|S\.|页)")
_URL: Final = re.compile(r"https?://\S+")
_DOI: Final = re.compile(r"10\.\d{4,9}/[A-Za-z0-9./_()-]*[A-Za-z0-9]")
_DOI_URL: Final = re.compile(r"https?://(?:dx\.)?doi\.org/10\.\S+")
_ORCID: Final = re.compile(
    r"(\d+)\s*=\s*\"?(?:https?://orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])"
)
_ORDINAL: Final = re.compile(r"([1-9]\d{0,2})(?:st|nd|rd|th)", re.IGNORECASE)
_PMID: Final = re.compile(r"\d{1,9}")
_BRACES: Final = re.compile(r"\{([^{}]*)\}")
_ARXIV_JOURNAL: Final = re.compile(r"arxiv[\s:]+(?:preprint\s+arxiv:)?(\S+)", re.IGNORECASE)
_WHOLE_BOOKS: Final = frozenset((ItemType.BOOK, ItemType.THESIS, ItemType.REPORT))


def unknown_field(entry: Entry, item: Item) -> None:
    """Keep what has no meaning here under its own name."""
    entry.draft.keep(item, value=item.value.strip())


def _ignored(entry: Entry, item: Item) -> None:
    """Leave out what only serves BibTeX itself (`key`, for sorting and labels)."""


# ------------------------------------------------------------------ texts
def _text_into(field: str) -> Handler:
    def read(entry: Entry, item: Item) -> None:
        entry.draft.text(field, item)

    return read


def _variable(name: str) -> Handler:
    def read(entry: Entry, item: Item) -> None:
        entry.draft.keep(item, tag=name, value=item.value.strip())

    return read


def _journal(entry: Entry, item: Item) -> None:
    value = item.value
    entry.draft.text("container_title", item)
    if "rXiv" in value and (match := _ARXIV_JOURNAL.search(value)):  # Google Scholar
        number = ARXIV.fullmatch(match[1].rstrip(".,;"))
        if number:
            entry.draft.identifier("arxiv", number[1], item)


def _number_into(field: str) -> Handler:
    def read(entry: Entry, item: Item) -> None:
        entry.draft.number(field, item)

    return read


def _edition(entry: Entry, item: Item) -> None:
    match = _ORDINAL.fullmatch(item.value.strip())
    entry.draft.text("edition", item, match[1] if match else item.value)


def _note(entry: Entry, item: Item) -> None:
    entry.draft.note(tidy(item.value))


def _language(entry: Entry, item: Item) -> None:
    tag = language_of(item.value)
    known = entry.draft.fields.get("language")
    if not known or not tag.startswith(known):
        entry.draft.text("language", item, tag)


def _keywords(entry: Entry, item: Item) -> None:
    value = item.value
    if "{" in value:
        words = [_decoded_word(one) for one in _split_braced(value)]
    else:
        words = [latex_to_text(one) for one in split_keywords(value)]
    entry.draft.add_keywords(words)


def _split_braced(value: str) -> list[str]:
    """Divide at `;`, else at `,`, where no brace is open."""
    kept: list[str] = []

    def hide(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\0{len(kept) - 1}\0"

    hidden = _BRACES.sub(hide, value)
    parts = re.split(r"[;；\n]+" if ";" in hidden or "；" in hidden else r"[,，、\n]", hidden)
    return [re.sub("\0(\\d+)\0", lambda match: kept[int(match[1])], part) for part in parts]


def _decoded_word(text: str) -> str:
    return tidy(latex_to_text(text))


def _translated(entry: Entry, item: Item) -> None:
    entry.draft.translated.append(TranslatedTitle(title=tidy(item.value)))


# ------------------------------------------------------------------ people
def _people(entry: Entry, item: Item) -> None:
    draft, tag = entry.draft, item.tag
    role = ROLES[tag]
    kind = entry.value(f"{tag}type").strip().lower()
    if kind:
        role = KINDS.get(kind, role)
    found = parse_people(item.value)
    if found.guessed:
        entry.report(f"{tag}: the names are not joined by `and`", item.line, tag)
    for text in found.failed:
        entry.report(f"{tag}: no name in {text!r}", item.line, tag)
        draft.keep(item, value=text)
    names = found.names
    orcids = entry.value(f"{tag}+an:orcid")
    if orcids:
        names = list(names)
        for match in _ORCID.finditer(orcids):
            place = int(match[1]) - 1
            if 0 <= place < len(names):
                names[place] = msgspec.structs.replace(names[place], orcid=match[2].upper())
    draft.people += [Contributor(role=role, name=name) for name in names]
    if found.others:
        draft.others(role, item)


def _kind_of_people(entry: Entry, item: Item) -> None:
    """`editortype`: read with the editor; kept where nothing is known of it."""
    if item.value.strip().lower() not in KINDS or item.tag.removesuffix("type") not in entry.items:
        unknown_field(entry, item)


def _orcids(entry: Entry, item: Item) -> None:
    if item.tag.partition("+")[0] not in entry.items or not _ORCID.search(item.value):
        unknown_field(entry, item)


# ------------------------------------------------------------------ dates
def _date_into(field: str) -> Handler:
    def read(entry: Entry, item: Item) -> None:
        bare = item.value.replace("{", "").replace("}", "").strip()
        found = date_from_edtf(bare) or parse_date(bare)
        if found is None and bare and not bare.isdecimal():
            found = Date(literal=tidy(latex_to_text(bare)))
        entry.draft.date(field, item, found)
        if is_open(item.value):
            entry.draft.keep(item)

    return read


# ------------------------------------------------------------------ pages
def _pages(entry: Entry, item: Item) -> None:
    value = item.value.strip()
    match = _RANGE.fullmatch(value)
    if match and len(match[2]) >= len(match[1]) and entry.draft.pages is None:
        first, last = match.groups()
        entry.draft.pages = Pages(raw=value, first=first, last=last)
    elif entry.draft.type in _WHOLE_BOOKS and (count := _COUNTED.fullmatch(value)):
        _count(entry, item, count[1])
    else:
        text = latex_to_text(item.value)
        entry.draft.page_range(Item(item.tag, text, item.line))


def _page_total(entry: Entry, item: Item) -> None:
    match = _COUNT.fullmatch(item.value.strip())
    if match is None:
        entry.draft.keep(item, tag="number-of-pages")
    else:
        _count(entry, item, match[1])


def _count(entry: Entry, item: Item, digits: str) -> None:
    pages = entry.draft.pages or Pages()
    if len(digits) > _LONGEST_COUNT or pages.count not in (None, int(digits)):
        entry.draft.keep(item)
    else:
        entry.draft.pages = msgspec.structs.replace(pages, count=int(digits))


_LONGEST_COUNT: Final = 9


def _article_number(entry: Entry, item: Item) -> None:
    entry.draft.article_number(item)


# ------------------------------------------------------------------ identifiers
def _doi(entry: Entry, item: Item) -> None:
    value = item.value.strip()
    if _DOI.fullmatch(value) and "doi" not in entry.draft.ids:
        entry.draft.ids["doi"] = value
    elif not entry.draft.doi(item):
        entry.draft.odd(item, "identifiers")


def _url(entry: Entry, item: Item) -> None:
    value = tidy(item.value)
    entry.draft.text("url", item, value)
    if _DOI_URL.fullmatch(value) and not entry.value("doi"):
        entry.draft.doi(item)


def _electronic(entry: Entry, item: Item) -> None:
    """`ee` (DBLP): the DOI as an address, or another one."""
    value = tidy(item.value)
    if _DOI_URL.fullmatch(value):
        entry.draft.doi(item)
    elif not entry.value("url"):
        entry.draft.text("url", item, value)
    elif value != tidy(entry.value("url")):
        entry.draft.keep(item)


def _serial(entry: Entry, item: Item) -> None:
    value = item.value.strip()
    draft = entry.draft
    if _ISSN.fullmatch(value):
        number = value.upper()
        draft.issn += [number] if number not in draft.issn else []
    elif _URL.fullmatch(value):  # an address where a number should be
        if entry.value("url"):
            draft.keep(item)
        else:
            draft.text("url", item, value)
    else:
        draft.serial(item)


def _identifier_of(kind: str) -> Handler:
    def read(entry: Entry, item: Item) -> None:
        value = tidy(item.value)
        if kind == "pmcid" and value.isdecimal():
            value = f"PMC{value}"
        if kind == "pmid" and not _PMID.fullmatch(value):
            entry.draft.odd(item, "identifiers")
        elif kind == "arxiv":
            number = ARXIV.fullmatch(value)
            entry.draft.identifier(kind, number[1] if number else value, item)
        elif value:
            entry.draft.identifier(kind, value, item)

    return read


def _unique_id(entry: Entry, item: Item) -> None:
    """`unique-id` (Web of Science): `WOS:000123`, `ISI:000123`, `MEDLINE:1234`."""
    scheme, colon, value = item.value.strip().strip("{}").partition(":")
    if colon and scheme.upper() in {"WOS", "ISI"}:
        entry.draft.other_identifier("WOS", value)
    else:
        unknown_field(entry, item)


def _times_cited(entry: Entry, item: Item) -> None:
    value = item.value.strip()
    if value.isdecimal() and len(value) <= _LONGEST_COUNT:
        entry.draft.fields["times_cited"] = int(value)
    else:
        unknown_field(entry, item)


def _affiliation(entry: Entry, item: Item) -> None:
    for one in re.split(r"\s*[;\n]\s*", item.value.strip()):
        text = tidy(one)
        if text and text not in entry.draft.affiliations:
            entry.draft.affiliations.append(text)


def _subject(scheme: str) -> Handler:
    def read(entry: Entry, item: Item) -> None:
        for one in item.value.split(";"):
            code, _, label = tidy(one).partition(" ")
            if code:
                entry.draft.subjects.append(Subject(scheme=scheme, code=code, label=label))

    return read


_EID: Final = ("eid", "articleno", "article-number", "art_number", "article_number", "artnum")
_PLAIN_TEXTS: Final = {name: _text_into(field) for name, field in TEXTS.items() if field}

FIELDS: Final[dict[str, Handler]] = {
    **dict.fromkeys(ROLES, _people),
    **dict.fromkeys((f"{name}type" for name in ROLES), _kind_of_people),
    **dict.fromkeys((f"{name}+an:orcid" for name in ROLES), _orcids),
    **_PLAIN_TEXTS,
    **{name: _variable(variable) for name, variable in VARIABLES.items()},
    **dict.fromkeys(("journal", "journaltitle", "fjournal"), _journal),
    **dict.fromkeys(_EID, _article_number),
    "volume": _number_into("volume"),
    "edition": _edition,
    "note": _note,
    "langid": _language,
    "language": _language,
    "hyphenation": _language,  # biblatex before 2.0
    "keywords": _keywords,
    "keyword": _keywords,
    "author_keywords": _keywords,  # Scopus
    "titletranslation": _translated,
    "urldate": _date_into("accessed"),
    "lastchecked": _date_into("accessed"),
    "eventdate": _date_into("event_date"),
    "pages": _pages,
    "pagetotal": _page_total,
    "numpages": _page_total,  # ACM
    "doi": _doi,
    "url": _url,
    "ee": _electronic,
    "isbn": _serial,
    "issn": _serial,
    "eissn": _serial,  # Web of Science
    "e-issn": _serial,
    "pmid": _identifier_of("pmid"),
    "pubmed_id": _identifier_of("pmid"),  # Scopus
    "pmcid": _identifier_of("pmcid"),
    "pmc": _identifier_of("pmcid"),
    "arxivid": _identifier_of("arxiv"),  # Mendeley
    "unique-id": _unique_id,
    "times-cited": _times_cited,
    "timescited": _times_cited,
    "affiliation": _affiliation,
    "affiliations": _affiliation,
    "clc": _subject("clc"),
    "discipline": _subject("discipline"),
    "key": _ignored,
}
