"""A record as it is put together from the values of a source, whatever the format.

A reader knows what its tags mean; the draft knows what the model does with values: names are
taken apart, identifiers checked and bared, pages and dates parsed, and whatever does not fit is
kept as an extra field and reported. Nothing that is put in is lost: a second value for a field
that holds one goes to `extra` under its own tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from litconv.model import Contributor, Date, Name, OtherIdentifier, Pages, RawField, Role
from litconv.reading.date_detail import says_more
from litconv.reading.draft_parts import DraftParts
from litconv.reading.tagged import Item
from litconv.text.dates import parse_date
from litconv.text.doi import clean_doi, is_no_doi
from litconv.text.editions import edition_number
from litconv.text.name_roles import role_mark
from litconv.text.names import is_body, is_joined, is_nobody, marks_others, parse_name
from litconv.text.pages import bare_page, join_pages, parse_pages, strip_zeros
from litconv.text.patterns import late
from litconv.text.serials import national_number, split_serials
from litconv.text.tags import unescape
from litconv.text.usual_names import usual_name
from litconv.text.width import tidy

# What library catalogues print behind a value for the next one (ISBD): `Leaf City :`.
_CATALOGUED: Final = {
    "title": re.compile(r"(?<=\S) /$"),
    "publisher": re.compile(r"(?<=[^\s,:;])[ ,:;]+$"),
    "publisher_place": re.compile(r"(?<=[^\s,:;])[ ,:;]+$"),
}
# A number, a Roman one, or a sign for "and further ones".
_IN_PAGE: Final = late(r"\d|[&+]|^[A-Za-z]?[ivxlcdm]+$|^[A-Z]$", re.IGNORECASE)
# What databases write for no date: `///`, `0000/00/00`; a lone 0 is something else.
_NO_DATE: Final = late(r"[ /-]*+(?:0000[ 0/-]*)?")
_DASHES: Final = " -‐‑‒–—―−"


class Draft(DraftParts):
    """One record being read: what the model does with each kind of value."""

    __slots__ = ()

    # ------------------------------------------------------------------ plain texts
    def text(self, field: str, item: Item, value: str | None = None) -> None:
        """Set a text field of the record once; a second, different value is kept as extra."""
        self.tidied(field, item, tidy(item.value if value is None else value))

    def tidied(self, field: str, item: Item, text: str) -> None:
        """Set a text field as `text` does, to a text that is tidy."""
        if not text:
            return
        if "&" in text and ";" in text:  # many publishers' sites write `&amp;`
            text = tidy(unescape(text))
        if text[-1] in "/:,;" and (form := _CATALOGUED.get(field)):
            text = form.sub("", text)
        if field == "edition":
            text = edition_number(text)
        known = self.fields.get(field)
        if not known:
            self.fields[field] = text
        elif known != text:
            self.keep(item, value=text)

    def number(self, field: str, item: Item, value: str | None = None) -> None:
        """Set volume, issue or number, without the zeros some databases pad them with."""
        text = item.value if value is None else value
        if text.isdecimal() and text[0] != "0" and field not in self.fields and text.isascii():
            self.fields[field] = text  # nearly every one
        else:
            self.text(field, item, strip_zeros(text))

    def note(self, text: str) -> None:
        """Add a note; several stand on lines of their own."""
        if text.strip():
            self.notes.setdefault(text)

    def add_keywords(self, keywords: Iterable[str]) -> None:
        """Add keywords, each once."""
        for one in keywords:
            if text := tidy(one):
                self.keywords.setdefault(text)

    # ------------------------------------------------------------------ people
    def person(self, role: Role, item: Item, value: str | None = None) -> None:
        """Add one name; `et al`, `等` say that the list is cut, `[Anonymous]` is nobody."""
        text = item.value if value is None else value
        if name := usual_name(text):  # nothing of what follows would change it
            self.people.append(Contributor(role=role, name=name))
            return
        text = tidy(text)
        if not text:
            return
        if marks_others(text):
            self.others(role, item)
            return
        if is_nobody(text):
            return
        if mark := role_mark(text):
            text, role = mark
        name = parse_name(text)
        if name is None:
            return
        self.people.append(Contributor(role=role, name=name))
        # The comma behind a body says that it is one, so does a word of its name.
        if name.literal and is_joined(text) and text[-1] != "," and not is_body(text):
            message = f"{text[:60]!r} may be two people or a body; it is kept whole"
            self.report("name-not-split", message, item, field="contributors")

    def named(self, role: Role, name: Name) -> None:
        """Add a name that the source has in parts."""
        self.people.append(Contributor(role=role, name=name))

    def others(self, role: Role, item: Item) -> None:
        """Say that the source names no more of them, though there are more."""
        self.report(
            "names-cut", f"the list of {role}s is cut in the source", item, field="contributors"
        )
        self.extra.append(RawField(tag=f"{role}-others", value="et al.", span=self.span(item)))

    # ------------------------------------------------------------------ dates
    def date(self, field: str, item: Item, date: Date | None = None) -> None:
        """Set a date; `date` is it where the reader has parsed it itself.

        A second date that says more of the same year replaces the first.
        """
        found = date or parse_date(item.value)
        if found is None:
            if not _NO_DATE.fullmatch(item.value):
                self.odd(item, field)
            return
        known: Date | None = self.fields.get(field)
        if known is None:
            self.fields[field] = found
        elif known == found or says_more(known, found):
            return
        elif says_more(found, known):
            self.fields[field] = found
        else:
            self.keep(item)

    # ------------------------------------------------------------------ pages
    def page_range(self, item: Item, value: str | None = None) -> None:
        """Set pages from one text: `165-187`, `919-22`, `e0123456`."""
        text = item.value if value is None else value
        if not text.strip(" -–"):
            return
        found = parse_pages(text)
        if found is None:
            self.odd(item, "pages")
        elif self.pages is None or not self.pages.text:
            kept = self.pages
            self.pages = found
            if kept and kept.article_number and not found.article_number:
                self.pages = replace(found, article_number=kept.article_number)
        elif found.text != self.pages.text:
            self.keep(item)

    def first_and_last_page(self, first: Item | None, last: Item | None) -> None:
        """Set pages from two values; the first alone may hold the whole range."""
        item = first or last
        if item is None:
            return
        begin, end = tidy(first.value) if first else "", tidy(last.value) if last else ""
        if begin and end:
            begin, end = bare_page(begin), bare_page(end)
        if first and begin and not begin.strip(_DASHES):
            begin = self._no_page(first)
        if last and end and not end.strip(_DASHES):
            end = self._no_page(last)
        if last and end and not begin:
            self._last_page(last)
            return
        if not begin:
            return
        joined = join_pages(begin, end)
        if last and end and not _IN_PAGE.search(end):  # `Specified`, behind `Not` (Ovid)
            self.page_range(item, begin)
            self.odd(last, "pages")
        elif joined is not None:
            self.page_range(item, joined)
        else:
            self.page_range(item, begin)
            if last is not None:
                self.keep(last)

    def _no_page(self, item: Item) -> str:
        """Take dashes in place of a page; one alone is what databases write for none."""
        if len(tidy(item.value)) > 1:
            self.odd(item, "pages")
        return ""

    def _last_page(self, item: Item) -> None:
        """Take a last page without a first one: it may be the whole range."""
        pages = parse_pages(item.value)
        if pages and pages.first and pages.last:
            self.page_range(item)
        else:
            self.odd(item, "pages")

    def article_number(self, item: Item, value: str | None = None) -> None:
        """Set the article number."""
        text = tidy(item.value if value is None else value)
        if not text:
            return
        if self.pages and self.pages.article_number not in {"", text}:
            self.keep(item)
        else:
            self.pages = replace(self.pages or Pages(), article_number=text)

    # ------------------------------------------------------------------ identifiers
    def doi(self, item: Item, value: str | None = None) -> bool:
        """Set the DOI found in a value; say whether there is one. Other texts are left alone."""
        text = item.value if value is None else value
        doi = clean_doi(text)
        if not doi:
            return is_no_doi(text)
        self.identifier("doi", doi, item)
        if text.count("10.") > 1 and (other := clean_doi(text.partition(doi)[2])):
            self.identifier("doi", other, item)  # keeps what says another
        return True

    def identifier(self, kind: str, value: str, item: Item) -> None:
        """Set `doi`, `pmid`, `pmcid` or `arxiv` once; DOIs are the same whatever their case."""
        known = self.ids.setdefault(kind, value)
        if known is not value and known.casefold() != value.casefold():
            self.keep(item)

    def serial(self, item: Item, value: str | None = None) -> None:
        """Add the ISSNs and ISBNs of a value; what is neither is kept as extra."""
        text = item.value if value is None else value
        if number := national_number(text):  # CNKI: of newspapers there is nothing else
            self.other_identifier("CN", number)
            return
        found = split_serials(text)
        self.isbn += [one for one in found.isbn if one not in self.isbn]
        self.issn += [one for one in found.issn if one not in self.issn]
        if found.rest:
            self.odd(item, "identifiers")

    def other_identifier(self, scheme: str, value: str) -> None:
        """Add an identifier of another scheme: `CNKI`, `WOS`."""
        one = OtherIdentifier(scheme, tidy(value))
        if one.value and one not in self.other_ids:
            self.other_ids.append(one)
