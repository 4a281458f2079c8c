"""`--clean`: values in their usual form, where that form is beyond doubt.

* titles: HTML and JATS tags to CSL's rich text, entities to characters, doubled blanks and a lone
  full stop at the end taken out (`…`, `?` and abbreviations such as `U.S.` stay);
* names of journals, series, publishers and places: tags out, a stray `,` `;` `.` at the end too
  (a stop stays where it may be an abbreviation's: `Elsevier Inc.`, `Phys. Rev.`);
* abstracts: tags out; keywords: tags and stray stops out, each once whatever its case;
* DOI: bare; a URL that only says the DOI again is dropped; ISBN and ISSN: hyphens where they
  belong, checked by python-stdnum: a wrong check digit is said and the number left as it is;
* volume, issue, pages: no `vol.`, `no.`, `pp.`, no padding zeros.

Every change leaves a `Provenance` with the value before it, and one `value-cleaned` names the
fields of the record that changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final

import msgspec

from litconv.diagnostics import Diagnostics
from litconv.model import Identifiers, Pages, Provenance, Record, TranslatedTitle
from litconv.text.doi import clean_doi, says_doi
from litconv.text.pages import parse_pages, strip_zeros
from litconv.text.tags import to_plain_text, to_rich_text
from litconv.text.width import tidy

_RULE: Final = "clean"
_STOP: Final = re.compile(r"(?<![.…])(?<!\b[A-Za-z])(?<!\b[A-Za-z][a-z])\.$")
_STRAY: Final = re.compile(r"(?<![\s,;:])[\s,;:]+$")
# Abbreviated names have no small words: `Journal of Leaves.` ends in a stray stop.
_FULL_NAME: Final = re.compile(r"[^.]*\b(?:of|and|the|for|in|on|&)\s[^.]*\.")
_NUMBER_WORD: Final = re.compile(
    r"^(?:vol(?:ume|\.)?|no\.?|nr\.?|iss(?:ue|\.)?|number|第)\s*(?=\d)|(?<=\d)\s*[卷期]$",
    re.IGNORECASE,
)


def clean(record: Record, diagnostics: Diagnostics) -> Record:
    """Give a copy with clean values, or the record itself where there is nothing to do."""
    changes: dict[str, Any] = {}
    for field, repair in _REPAIRS.items():
        before: str = getattr(record, field)
        if before and (after := repair(before)) != before:
            changes[field] = after
    values = {
        "pages": _pages(record.pages),
        "keywords": _keywords(record.keywords),
        "translated_titles": tuple(map(_translated, record.translated_titles)),
        "identifiers": _identifiers(record, diagnostics),
        "url": _url(record),
    }
    changes |= {field: value for field, value in values.items() if value != getattr(record, field)}
    if not changes:
        return record
    _report(record, changes, diagnostics)
    added = (
        Provenance(field=field, how="changed", rule=_RULE, before=_words(getattr(record, field)))
        for field in changes
    )
    return msgspec.structs.replace(record, provenance=(*record.provenance, *added), **changes)


def _title(text: str) -> str:
    return _STOP.sub("", _STRAY.sub("", to_rich_text(tidy(text))))


def _name(text: str) -> str:
    name = _STRAY.sub("", to_plain_text(tidy(text)))
    return name[:-1] if _FULL_NAME.fullmatch(name) else name


def _number(text: str) -> str:
    return strip_zeros(_NUMBER_WORD.sub("", tidy(text)))


_REPAIRS: Final[dict[str, Callable[[str], str]]] = {
    "title": _title,
    "title_short": _title,
    "container_title": _name,
    "container_title_short": lambda text: _STRAY.sub("", to_plain_text(tidy(text))),
    "collection_title": _name,
    "event_title": _name,
    "publisher": _name,
    "publisher_place": _name,
    "abstract": lambda text: to_plain_text(tidy(text)),
    "volume": _number,
    "issue": _number,
}


def _translated(one: TranslatedTitle) -> TranslatedTitle:
    return msgspec.structs.replace(one, title=_title(one.title))


def _keywords(keywords: Iterable[str]) -> tuple[str, ...]:
    """Give the keywords without tags and stray marks, the first form of each."""
    kept: dict[str, str] = {}
    for one in keywords:
        text = _title(to_plain_text(one))
        if text:
            kept.setdefault(text.casefold(), text)
    return tuple(kept.values())


def _pages(pages: Pages) -> Pages:
    """Read pages again that a source gave as one text (`pp. 12–15`)."""
    if pages.last or pages.article_number or not pages.text:
        return pages
    found = parse_pages(pages.text)
    if found is None or not (found.first or found.article_number):
        return pages
    return msgspec.structs.replace(found, raw=pages.raw or pages.text, count=pages.count)


def _url(record: Record) -> str:
    """Give the URL, or "" where it says no more than the DOI."""
    return "" if says_doi(record.url, clean_doi(record.identifiers.doi)) else record.url


def _identifiers(record: Record, diagnostics: Diagnostics) -> Identifiers:
    known = record.identifiers
    isbn = tuple(_checked(one, "ISBN", record, diagnostics) for one in known.isbn)
    issn = tuple(_checked(one, "ISSN", record, diagnostics) for one in known.issn)
    return msgspec.structs.replace(
        known,
        doi=clean_doi(known.doi) or known.doi,
        isbn=tuple(dict.fromkeys(isbn)),
        issn=tuple(dict.fromkeys(issn)),
    )


def _checked(number: str, kind: str, record: Record, diagnostics: Diagnostics) -> str:
    """Give a number with its hyphens; one that fails its check is reported and left alone."""
    from stdnum import isbn, issn  # noqa: PLC0415 - only for --clean
    from stdnum.exceptions import ValidationError  # noqa: PLC0415 - the same

    module = isbn if kind == "ISBN" else issn
    try:
        valid = module.validate(number)
    except ValidationError as error:
        diagnostics.report(
            "identifier-invalid",
            f"{kind} {number}: {str(error).rstrip('.')}",
            span=record.span,
            record=record.id or record.title,
            field="identifiers",
        )
        return number
    return str(module.format(valid))


def _report(record: Record, changes: dict[str, Any], diagnostics: Diagnostics) -> None:
    names = ", ".join(field.replace("_", " ") for field in changes)
    diagnostics.report(
        "value-cleaned",
        f"cleaned: {names}",
        span=record.span,
        record=record.id or record.title,
        field=",".join(changes),
    )


def _words(value: object) -> str:
    """Give a value as one line, for the provenance."""
    if isinstance(value, str):
        return value
    return msgspec.json.encode(value).decode()
