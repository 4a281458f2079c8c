"""What a record that was read from CSL-JSON still knows of its item, beyond the model's fields.

`from_item` keeps such values in `Record.extra` under the item's keys. A value that stands beside
a field of the model counts only while the field says the same: who changes the names of a record
gets the new names.
"""

from __future__ import annotations

from typing import Any, Final

from litconv.csl.items.dates import date_from_csl, date_to_csl, schema_date
from litconv.csl.items.kept import unpack
from litconv.csl.items.names import names_from_csl, schema_names
from litconv.csl.items.values import read_count, read_keywords, read_numbers, read_pages
from litconv.csl.items.variables import (
    CSLJSON,
    DATE_VARIABLES,
    DATES,
    FOREIGN_TEXTS,
    NAME_VARIABLES,
    OTHER_DATES,
    OTHER_TEXTS,
    RESHAPED_TEXTS,
)
from litconv.model import Record, Role
from litconv.text.oneline import one_line

_DATE_FIELD_OF: Final = {variable: field for field, variable in DATES.items()}
_ROLES: Final = {role.value: role for role in Role}
_FREE: Final[dict[str, type]] = {"custom": dict, "categories": list}
"""Keys of the schema that are no variables, and what they hold."""


def is_csl_json(record: Record) -> bool:
    """Say whether a record was read from CSL-JSON, so that its texts stay as they are."""
    return record.comes_from(CSLJSON)


def restored(record: Record) -> dict[str, Any]:
    """Give key → value for what the record keeps of its item and may stand in an item again.

    Keys that the schema does not know, and values of wrong types, are left out. Readers of other
    formats keep under the name of a variable what only CSL has a place for (`call-number`).
    """
    if not record.extra or record.origin is None:
        return {}
    return _kept_of_item(record) if is_csl_json(record) else _kept_by_others(record)


def _kept_of_item(record: Record) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in record.extra:
        if one.tag in NAME_VARIABLES:
            names = unpack(one.value)
            if _same_names(record, one.tag, names) and (allowed := schema_names(names)):
                found[one.tag] = allowed
        elif one.tag in DATE_VARIABLES:
            date = unpack(one.value)
            if _same_date(record, one.tag, date) and (allowed := schema_date(date)):
                found[one.tag] = allowed
        elif one.tag in OTHER_TEXTS or one.tag in RESHAPED_TEXTS:
            text = unpack(one.value)
            if isinstance(text, str) and _same_text(record, one.tag, text):
                found[one.tag] = text
        elif one.tag in _FREE and isinstance(value := unpack(one.value), _FREE[one.tag]):
            found[one.tag] = value
    return found


def _kept_by_others(record: Record) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in record.extra:
        if one.tag in FOREIGN_TEXTS and (text := one_line(one.value)):
            found.setdefault(one.tag, text)
        elif one.tag in OTHER_DATES:
            date, _ = date_from_csl(unpack(one.value))
            if value := date_to_csl(date):
                found.setdefault(one.tag, value)
    return found


def page_text(record: Record) -> str:
    """Give `page` as the item had it, or "" when the model's pages are others by now."""
    pages = record.pages
    if not pages.raw:
        return ""
    read = read_pages(pages.raw)
    same = (read.first, read.last, read.ranges) == (pages.first, pages.last, pages.ranges)
    return pages.raw if same and read.article_number in ("", pages.article_number) else ""


def _same_names(record: Record, variable: str, value: object) -> bool:
    role = _ROLES.get(variable)
    return role is None or names_from_csl(value)[0] == record.names(role)


def _same_date(record: Record, variable: str, value: object) -> bool:
    field = _DATE_FIELD_OF.get(variable)
    return field is None or date_from_csl(value)[0] == getattr(record, field)


def _same_text(record: Record, variable: str, text: str) -> bool:
    known = record.identifiers
    if variable == "keyword":
        return read_keywords(text) == record.keywords
    if variable in ("ISBN", "ISSN"):
        return read_numbers(variable, text) == (known.isbn if variable == "ISBN" else known.issn)
    if variable == "number":
        return text == record.pages.article_number and not record.number
    if variable == "number-of-pages":
        return read_count(text) == record.pages.count
    return True
