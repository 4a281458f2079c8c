"""Fields that mean something by themselves, one function for each kind of value."""

from __future__ import annotations

import re
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
from litconv.formats.bibtex.read_identifiers import (
    Handler,
    identifier_of,
    read_affiliation,
    read_doi,
    read_electronic,
    read_serial,
    read_times_cited,
    read_unique_id,
    read_url,
    subject_of,
)
from litconv.formats.bibtex.read_key import read_sort_key
from litconv.formats.bibtex.reading import Entry, unknown_field
from litconv.model import Contributor, Date, ItemType, Pages, TranslatedTitle
from litconv.reading.tagged import Item
from litconv.text.bibtex.parse_names import parse_people
from litconv.text.dates import is_impossible, parse_date
from litconv.text.edtf import date_from_edtf, is_open, names_impossible
from litconv.text.latex.decode import latex_to_text
from litconv.text.people import split_keywords
from litconv.text.width import tidy

_RANGE: Final = re.compile(r"(\d+)\s*[-–—]+\s*(\d+)")
_NO_PAGES: Final = re.compile(r"(?:n/?a\s*[-–]*\s*)+", re.IGNORECASE)  # Wiley: `n/a--n/a`
_COUNT: Final = re.compile(r"(\d+)\s*(?:pp?\.?|pages|S\.|页)?")
_COUNTED: Final = re.compile(r"(\d+)\s*(?:pp?\b\.?|pages|S\.|页)")
_ORCID: Final = re.compile(
    r"(?<!\d)(\d{1,9})\s*=\s*\"?(?:https?://orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])"
)
_ORDINAL: Final = re.compile(r"([1-9]\d{0,2})(?:st|nd|rd|th)", re.IGNORECASE)
_PMID_NOTE: Final = re.compile(r"\s*PMID:\s*([1-9]\d{0,7})\s*")
_BRACES: Final = re.compile(r"\{([^{}]*)\}")
_ARXIV_JOURNAL: Final = re.compile(r"arxiv[\s:]+(?:preprint\s+arxiv:)?(\S+)", re.IGNORECASE)
_WHOLE_BOOKS: Final = frozenset((ItemType.BOOK, ItemType.THESIS, ItemType.REPORT))


# ------------------------------------------------------------------ texts
def _text_into(field: str) -> Handler:
    def read(entry: Entry, item: Item) -> None:
        fields = entry.draft.fields
        if field in fields:
            entry.draft.text(field, item)
        elif text := tidy(item.value):
            fields[field] = text

    return read


def _variable(name: str) -> Handler:
    def read(entry: Entry, item: Item) -> None:
        entry.draft.keep(item, tag=name, value=item.value.strip())

    return read


def _original_date(entry: Entry, item: Item) -> None:
    bare = item.value.replace("{", "").replace("}", "").replace("\\textasciitilde", "~")
    entry.draft.keep(item, tag="original-date", value=bare.strip())


_read_container_title = _text_into("container_title")


def _journal(entry: Entry, item: Item) -> None:
    value = item.value
    _read_container_title(entry, item)
    if "rXiv" in value and (match := _ARXIV_JOURNAL.search(value)):  # Google Scholar
        number = ARXIV.fullmatch(match[1].rstrip(".,;"))
        if number:
            entry.draft.identifier("arxiv", number[1], item)


def _number_into(field: str) -> Handler:
    def read(entry: Entry, item: Item) -> None:
        fields, value = entry.draft.fields, item.value
        if field not in fields and value.isdecimal() and value[0] != "0" and value.isascii():
            fields[field] = value
        else:
            entry.draft.number(field, item)

    return read


def _edition(entry: Entry, item: Item) -> None:
    match = _ORDINAL.fullmatch(item.value.strip())
    entry.draft.text("edition", item, match[1] if match else item.value)


def _note(entry: Entry, item: Item) -> None:
    if match := _PMID_NOTE.fullmatch(item.value):  # Taylor & Francis
        entry.draft.identifier("pmid", match[1], item)
    entry.draft.note(tidy(item.value))


def _language(entry: Entry, item: Item) -> None:
    tag = language_of(item.value)
    if " and " in item.value:  # biblatex: of several languages `langid` says the main one
        main = entry.value("langid") or entry.value("hyphenation")
        if main and language_of(main) in map(language_of, item.value.split(" and ")):
            entry.draft.keep(item)
            return
    fields = entry.draft.fields
    known = fields.get("language")
    if known is None and tag and "&" not in tag:
        fields["language"] = tag
    elif known is None or not (tag == known or known.startswith(f"{tag}-")):
        if known and tag.startswith(f"{known}-"):  # `langid` has babel's name, the other the tag
            fields["language"] = tag
        else:
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
    if kind := entry.items.get(f"{tag}type"):
        role = KINDS.get(kind.value.strip().lower(), role)
    found = parse_people(item.value)
    if found.guessed:
        entry.complain(f"{tag}: the names are not joined by `and`", item)
    for text in found.failed:
        entry.complain(f"{tag}: no name in {text!r}", item)
        draft.keep(item, value=text)
    names = found.names
    if orcids := entry.items.get(f"{tag}+an:orcid"):
        names = list(names)
        for match in _ORCID.finditer(orcids.value):
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
        if names_impossible(bare) or is_impossible(bare):
            entry.draft.odd(item, field)
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
    elif _NO_PAGES.fullmatch(value):
        return
    elif entry.draft.type in _WHOLE_BOOKS and (count := _COUNTED.fullmatch(value)):
        _count(entry, item, count[1])
    else:
        text = latex_to_text(item.value).replace("–", "-")
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
    "origdate": _original_date,
    "origyear": _original_date,
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
    "doi": read_doi,
    "url": read_url,
    "ee": read_electronic,
    "isbn": read_serial,
    "issn": read_serial,
    "eissn": read_serial,  # Web of Science
    "e-issn": read_serial,
    "pmid": identifier_of("pmid"),
    "pubmed_id": identifier_of("pmid"),  # Scopus
    "pmcid": identifier_of("pmcid"),
    "pmc": identifier_of("pmcid"),
    "arxivid": identifier_of("arxiv"),  # Mendeley
    "unique-id": read_unique_id,
    "times-cited": read_times_cited,
    "timescited": read_times_cited,
    "affiliation": read_affiliation,
    "affiliations": read_affiliation,
    "clc": subject_of("clc"),
    "discipline": subject_of("discipline"),
    "key": read_sort_key,
}
