"""One-line citations: source lines of record pages and Web of Science's cited references.

* `JOURNAL, 2015, 38 (04) : 336 - 341` with every part after the year optional;
* `GUM PJ, 1972, SURFACE SCI, V30, P134, DOI 10.x` (parts cut at 20 characters by the database);
* `Alder A.M., Birch B.J., Phys. Rev. B, 43, (1991)` and `Alder A M. Title . 1971`.

Each parser gives a `Citation` or None; places are never guessed: what has another form is left to
the caller.
"""

from __future__ import annotations

import re

import msgspec

from litconv.model import ItemType, Name, Pages
from litconv.text.doi import clean_doi
from litconv.text.names import parse_name
from litconv.text.pages import parse_pages, strip_zeros
from litconv.text.width import fold, tidy


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """What one line says of a work; empty where it says nothing. `left` is what is not read."""

    type: ItemType = ItemType.ARTICLE_JOURNAL
    title: str = ""
    authors: tuple[Name, ...] = ()
    container: str = ""
    year: int | None = None
    volume: str = ""
    issue: str = ""
    pages: Pages = Pages()
    doi: str = ""
    status: str = ""
    left: str = ""


# No citation is longer; the patterns below must not be tried on megabytes.
_TOO_LONG = 2000
_YEAR = r"(?:1[5-9]|20)\d\d"
_SOURCE = re.compile(
    rf"(?P<container>.*?\S)\s*,\s*(?P<year>{_YEAR})\s*"
    r"(?:,\s*(?P<volume>(?:[A-Za-z]{1,6}\.? ?)?\d[\w.\-/&+' ]*?|[IVXLCDM]+|)\s*"
    r"(?:\((?P<issue>[^()]*)\)?)?\s*)?"
    r"(?P<pages>:.*|-\s*[+&])?[.;,]?"
)


def parse_source(text: str) -> Citation | None:
    """Read `JOURNAL, YEAR, VOLUME (ISSUE) : FIRST - LAST`; None when the text is no such line."""
    text = tidy(text)
    match = _SOURCE.fullmatch(fold(text)) if len(text) <= _TOO_LONG else None
    if not match:
        return None
    where = (match["pages"] or "").strip(" :")
    pages = parse_pages(where) if where else Pages()
    container = text[match.start("container") : match.end("container")]
    return Citation(
        container=container.rstrip(" ,，"),
        year=int(match["year"]),
        volume=strip_zeros(match["volume"] or ""),
        issue=strip_zeros(match["issue"] or ""),
        pages=pages or Pages(),
        left=where if pages is None else "",
    )


# ------------------------------------------------------------ Web of Science cited references

_DOI_TAIL = re.compile(r",?\s*\bDOI\b\s*(\S.*)$", re.IGNORECASE)
_VOLUME = re.compile(r"V(?P<series>[A-Z]{1,3})?\s*(?P<number>\d[\w./\-]*)", re.IGNORECASE)
_PAGE = re.compile(
    r"[Pp](?P<page>[A-Za-z]{0,3}\d[\w./\-]*)|(?:ARTN|UNSP) ?(?P<article>\w*\d[\w.\-]*)"
)
# The database cuts words at 20 characters, so only the beginnings can be asked for.
_NAME_AND_ONE_MORE = 2
_STATUS = (
    (re.compile(r"IN PRESS\b", re.IGNORECASE), "in press"),
    (re.compile(r"UNPUB(?:LISHED)?\b", re.IGNORECASE), "unpublished"),
    (re.compile(r"SUBMITTED\b", re.IGNORECASE), "submitted"),
    (re.compile(r"TO BE PUBL\w*", re.IGNORECASE), "forthcoming"),
)
_PERSONAL = re.compile(r"(?:PRIVATE|PERSONAL) COMM\w*", re.IGNORECASE)
_SOUNDS_CITED = re.compile(
    rf"^[^,]{{1,60}}, (?:\(?{_YEAR}[a-z]?\)?,|IN PRESS|UNPUB|SUBMITTED|TO BE PUBL|PRIVATE COMM)"
    r"|, V[A-Z]{0,2} ?\d|, [Pp][A-Za-z]{0,2}\d+(?:,|$)|, DOI \S",
)


def looks_cited(text: str) -> bool:
    """Say whether the text has the form of a cited-reference string."""
    if len(text) > _TOO_LONG:
        return False
    return parse_source(text) is None and bool(_SOUNDS_CITED.search(fold(tidy(text))))


def parse_cited(text: str) -> Citation | None:
    """Read a cited-reference string; None when it has none of the known forms."""
    text = fold(tidy(text))
    if len(text) > _TOO_LONG:
        return None
    return _parse_dotted(text) or _parse_wos(text) or _parse_european(text)


def _parse_wos(text: str) -> Citation | None:
    """Read `NAME, YEAR, SOURCE, V…, P…, DOI …`, where all but name and source may be missing."""
    rest, doi, left = _cut_doi(text)
    parts = [part.strip() for part in rest.split(",") if part.strip()]
    if len(parts) < _NAME_AND_ONE_MORE:
        return None
    if len(parts) > _NAME_AND_ONE_MORE and re.fullmatch(rf"\(?{_YEAR}\)?", parts[-1]):
        return None  # the year stands last in the European form
    author = parse_name(parts.pop(0), cited=True)
    if author is None and not text.startswith("["):
        return None
    found: dict[str, str] = {}
    status, kind = "", ""
    source: list[str] = []
    for part in parts:
        if re.fullmatch(rf"{_YEAR}[a-z]?", part) and "year" not in found and not source:
            found["year"] = part[:4]
        elif (match := _VOLUME.fullmatch(part)) and "volume" not in found:
            found["volume"] = f"{match['series'] or ''} {match['number']}".strip()
        elif (match := _PAGE.fullmatch(part)) and (field := match.lastgroup or "") not in found:
            found[field] = match[field]
        elif _PERSONAL.match(part):
            kind = "personal"
            left = f"{left} {_PERSONAL.sub('', part)}".strip()
        else:
            found_status, words = ("", part) if status else _status(part)
            status = status or found_status
            source += [words] if words else []
    if not source and not found and not status and not kind:
        return None
    return Citation(
        type=_cited_type(found, doi, status, kind),
        authors=(author,) if author else (),
        container=", ".join(source),
        year=int(found["year"]) if "year" in found else None,
        volume=strip_zeros(found.get("volume", "")),
        pages=_cited_pages(found),
        doi=doi,
        status=status,
        left=left,
    )


def _cut_doi(text: str) -> tuple[str, str, str]:
    """Give the text before `, DOI …`, the DOI, and what stands there that is not that DOI.

    The database often doubles it: `DOI [10.x, DOI 10.x]`.
    """
    tail = _DOI_TAIL.search(text)
    if tail is None:
        return text, "", ""
    doi = clean_doi(tail[1])
    rest = tail[1].replace(doi, "") if doi else tail[1]
    other = re.sub(r"\bDOI\b|[^\w]", "", rest, flags=re.IGNORECASE)
    return text[: tail.start()], doi, tail[1].strip() if other else ""


def _cited_pages(found: dict[str, str]) -> Pages:
    page, article = found.get("page", ""), found.get("article", "")
    return Pages(raw=page or article, first=page, article_number=article)


def _status(part: str) -> tuple[str, str]:
    for pattern, status in _STATUS:
        if match := pattern.match(part):
            return status, part[match.end() :].strip()
    return "", part


def _cited_type(found: dict[str, str], doi: str, status: str, kind: str) -> ItemType:
    """Give the type as far as the string tells: only journals have volumes there.

    A source with a page alone may be a book or a journal, so it stays a plain document.
    """
    if kind:
        return ItemType.PERSONAL_COMMUNICATION
    if status == "unpublished":
        return ItemType.MANUSCRIPT
    return ItemType.ARTICLE_JOURNAL if "volume" in found or doi else ItemType.DOCUMENT


_EUROPEAN = re.compile(
    rf"(?P<names>(?:[^,]*?\b[A-Z]\.(?:[ -]?[A-Z]\.)*, ?)+)(?P<source>.+?)"
    rf"(?:, ?(?P<volume>[A-Z]?\d[\w./\-]*))?(?:, ?(?:pp?\. ?)?(?P<page>\d[\d\-]*))?"
    rf", ?\((?P<year>{_YEAR})\)\.?"
)


def _parse_european(text: str) -> Citation | None:
    """Read `Alder A.M., Birch B.J., Phys. Rev. B, 43, (1991)`."""
    match = _EUROPEAN.fullmatch(text)
    if not match:
        return None
    names = [parse_name(name, cited=True) for name in match["names"].split(",") if name.strip()]
    page = parse_pages(match["page"] or "")
    return Citation(
        authors=tuple(name for name in names if name),
        container=match["source"],
        year=int(match["year"]),
        volume=strip_zeros(match["volume"] or ""),
        pages=page if page and match["page"] else Pages(),
    )


_DOTTED_NAME = r"(?:[^.,]*?(?: [A-Z])+|[\u4e00-\u9fff]{2,4})"
_DOTTED = re.compile(
    rf"(?P<names>{_DOTTED_NAME}(?:, ?{_DOTTED_NAME})*)\. ?(?P<title>.+?)\s*\. ?(?P<year>{_YEAR})\.?"
)


def looks_dotted(text: str) -> bool:
    """Say whether the text has the form `Alder A M. Title . 1971`."""
    return len(text) <= _TOO_LONG and bool(_DOTTED.fullmatch(fold(tidy(text))))


def _parse_dotted(text: str) -> Citation | None:
    """Read `Alder A M. Title . 1971`: no source is named."""
    match = _DOTTED.fullmatch(text)
    if not match:
        return None
    names = [parse_name(name, cited=True) for name in match["names"].split(",")]
    return Citation(
        type=ItemType.DOCUMENT,
        title=match["title"],
        authors=tuple(name for name in names if name),
        year=int(match["year"]),
    )


# ------------------------------------------------------------ document type marks of GB/T 7714

MARKED_TYPES = {
    "J": ItemType.ARTICLE_JOURNAL,
    "M": ItemType.BOOK,
    "C": ItemType.PAPER_CONFERENCE,
    "A": ItemType.CHAPTER,
    "D": ItemType.THESIS,
    "R": ItemType.REPORT,
    "P": ItemType.PATENT,
    "S": ItemType.STANDARD,
    "N": ItemType.ARTICLE_NEWSPAPER,
    "EB": ItemType.WEBPAGE,
    "DB": ItemType.DATASET,
    "DS": ItemType.DATASET,
    "CP": ItemType.SOFTWARE,
    "PP": ItemType.ARTICLE,
    "G": ItemType.COLLECTION,
    "Z": ItemType.DOCUMENT,
}
_MARK = re.compile(r"\[(EB|DB|DS|CP|PP|[JMCADRPSNGZ])(?:/(?:OL|CD|MT|DK))?\]\s*\.?\s*")
# `… .2.` at the end of a title is Web of Science's way of writing "part 2"; its stop belongs to it.
_PART_NUMBER = re.compile(r" \.[\dIVX]+[A-Z]?\.$")


def split_at_mark(text: str) -> tuple[str, ItemType, str] | None:
    """Divide at the last type mark (`[J].`): the text before, the type, the text after."""
    marks = list(_MARK.finditer(fold(text)))
    if not marks:
        return None
    mark = marks[-1]
    title = text[: mark.start()].strip()
    if not _PART_NUMBER.search(title):
        title = title.rstrip(".").rstrip()
    return title, MARKED_TYPES[mark[1]], text[mark.end() :].strip()
