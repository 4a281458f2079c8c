"""The identifiers a page states: its DOI, and those labels that only some pages have."""

from __future__ import annotations

import re

from litconv.formats.record_page import lines as page
from litconv.formats.record_page.content import Content
from litconv.formats.record_page.sections import cut_chrome
from litconv.model import Identifiers
from litconv.text.doi import clean_doi, is_no_doi
from litconv.text.width import fold_letters

_ISSN_LABELS = ("ISSN", "eISSN", "E-ISSN")
LABELS = (page.DOI, *_ISSN_LABELS, "ISBN", "PMID")

_DOI_GOES_ON = re.compile(r"[!-~]*\d[!-~]*")
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx]")
_PMID = re.compile(r"(?<!\d)\d{1,8}(?!\d)")
_BETWEEN = re.compile(r"[\s,;/|、]+|\((?:print|online|electronic|p|e)\)", re.IGNORECASE)
_ISBN = re.compile(r"[\dXx -]{10,17}")


def read_identifiers(content: Content) -> Identifiers:
    """Read all identifiers; what is none is kept as an extra field and reported."""
    return Identifiers(
        doi=_doi(content),
        issn=_numbers(content, _ISSN_LABELS, _ISSN),
        isbn=_numbers(content, ("ISBN",), _ISBN),
        pmid=next(iter(_numbers(content, ("PMID",), _PMID)), ""),
    )


def _doi(content: Content) -> str:
    lines = list(cut_chrome(content.lines(page.DOI)))
    if not lines or is_no_doi(lines[0].text):
        return ""
    # A DOI has no blanks: one that was broken into lines is put together again.
    first, *rest = lines
    text = first.text
    while rest and _DOI_GOES_ON.fullmatch(rest[0].folded) and not clean_doi(rest[0].text):
        text += rest.pop(0).text
    doi = clean_doi(text)
    other = clean_doi(text.replace(doi, " ")) if doi else text
    if other and other.lower() != doi.lower():
        content.not_understood(page.DOI, other)
    for line in rest:
        content.stray(line)
    return doi


def _numbers(
    content: Content, labels: tuple[str, ...], pattern: re.Pattern[str]
) -> tuple[str, ...]:
    found: list[str] = []
    for label in labels:
        text = fold_letters(content.text(label))
        found += [match.strip() for match in pattern.findall(text)]
        left = _BETWEEN.sub(" ", pattern.sub(" ", text)).strip()
        if left:
            content.not_understood(label, left)
    return tuple(found)
