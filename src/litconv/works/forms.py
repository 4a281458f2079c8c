"""Records in the forms that compare: letters and digits without case, accents and marks.

A `Form` holds what tells one work from another and nothing else, so that a hundred thousand of
them fit into memory beside the records.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from litconv.model import ItemType, Name, Pages, Record, Role
from litconv.text.ascii import fold_latin
from litconv.text.script import has_cjk
from litconv.works.kinds import kind_of, numbers_in

_MARKUP = re.compile(r"</?(?:i|b|u|em|sub|sup|sc|strong|span|jats:\w+)\b[^<>]*>|&(?:amp|lt|gt);")
_WORD = re.compile(r"[^\W_]+")
_IN_BRACKETS = re.compile(r"^\W*\[(.*)\]\W*$", re.DOTALL)
_PAGE = re.compile(r"[a-z]*0*(\d+)")
_DIGITS = re.compile(r"\d+")
_NO_VOLUME = frozenset({"nopagination", "npag", "inpress", "onlineahead"})
_JOURNAL_TAIL = re.compile(r"\s*[\(\[=].*$|\s*[:;/](?=\s).*$", re.DOTALL)
_SMALL_WORDS = frozenset(
    "a an and as at by da de del der des di din do du e et for fur i in la le les of on si the to "
    "und y".split()
)
_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "κ": "kappa",
    "λ": "lambda", "μ": "mu", "π": "pi", "σ": "sigma", "τ": "tau", "ω": "omega",
}  # fmt: skip
_TO_GREEK = {ord(sign): f" {name} " for sign, name in _GREEK.items()}
_LONGEST_TITLE = 400
_LONGEST_PAGES = 200

_CLASSES = {
    ItemType.ARTICLE_JOURNAL: "article",
    ItemType.ARTICLE_MAGAZINE: "article",
    ItemType.ARTICLE_NEWSPAPER: "article",
    ItemType.REVIEW: "article",
    ItemType.REVIEW_BOOK: "article",
    ItemType.PAPER_CONFERENCE: "article",
    ItemType.BOOK: "book",
    ItemType.COLLECTION: "book",
    ItemType.CHAPTER: "chapter",
    ItemType.ENTRY_ENCYCLOPEDIA: "chapter",
    ItemType.ENTRY_DICTIONARY: "chapter",
    ItemType.THESIS: "thesis",
    ItemType.PATENT: "patent",
    ItemType.STANDARD: "standard",
    ItemType.DATASET: "data",
    ItemType.SOFTWARE: "software",
    ItemType.REPORT: "report",
}
"""What kind of thing a type is; types that programs mix up (journal and conference papers) share
one, and what says nothing (`document`, `webpage`, `manuscript`) has none."""


class Form:
    """What tells one work from another, as it compares.

    `title` is the title's words, `compact` the same without blanks; `main` is the compact title
    up to the first colon or dash, where there is one; `numbers` are the numbers in the title.
    `people` are the family names of authors (else editors), `initials` the first letters of
    their given names. Pages are digits, `count` is their number.
    """

    __slots__ = (
        "article_number",
        "cjk",
        "class_",
        "compact",
        "container",
        "count",
        "doi",
        "edition",
        "first",
        "given",
        "ids",
        "initials",
        "isbn",
        "issn",
        "issue",
        "kind",
        "last",
        "listed",
        "main",
        "numbers",
        "people",
        "short_container",
        "title",
        "volume",
        "year",
    )  # fmt: skip

    def __init__(self, record: Record) -> None:
        known = record.identifiers
        self.title = title_form(record.title)
        self.compact = self.title.replace(" ", "")
        self.main = _main_title(record.title)
        self.cjk = has_cjk(record.title)
        self.numbers = numbers_in(self.title)
        self.kind = kind_of(record.title, self.title)
        self.class_ = _CLASSES.get(record.type, "")
        names = record.authors or record.names(Role.EDITOR)
        self.people, self.initials = _people(names)
        self.year = record.issued.year if record.issued else None
        self.volume = _number(record.volume)
        self.issue = record.issue.casefold()
        self.first = _page(record.pages.first or record.pages.ranges)
        self.last = _page(record.pages.last)
        self.count = _count(record.pages)
        self.article_number = _page(record.pages.article_number)
        self.container = container_form(record.container_title)
        self.short_container = container_form(record.container_title_short)
        self.edition = "".join(_DIGITS.findall(record.edition))
        self.doi = doi_form(known.doi)
        self.isbn = frozenset(map(_isbn, known.isbn))
        self.issn = frozenset(one.replace("-", "").upper() for one in known.issn)
        self.ids = _ids(record)
        self.listed = record.listing is not None


def title_form(title: str) -> str:
    """Give the words of a title without case, accents, marks and markup.

    Square brackets around the whole title mark a translation in PubMed and Embase; they are
    marks like others. Chinese is one word without its punctuation.
    """
    if not title.isascii():
        title = unicodedata.normalize("NFKC", title).translate(_TO_GREEK)
    if "<" in title or "&" in title:
        title = _MARKUP.sub(" " if "&" in title else "", title)
    return " ".join(_WORD.findall(fold_latin(title[:_LONGEST_TITLE]).casefold()))


_SUBTITLE = re.compile(r"[:：—–?？.]\s|：|——|\s-\s|\s\(")


def _main_title(title: str) -> str:
    found = _SUBTITLE.search(title)
    return title_form(title[: found.start()]).replace(" ", "") if found else ""


@lru_cache(maxsize=20000)
def container_form(name: str) -> tuple[str, ...]:
    """Give the words of a journal's name that count, without place, subtitle and small words."""
    name = _JOURNAL_TAIL.sub("", name) or name
    words = title_form(name).split()
    return tuple([word for word in words if word not in _SMALL_WORDS]) or tuple(words)


def doi_form(doi: str) -> str:
    """Give a DOI in small letters, without what pasting left at its end."""
    return doi.lower().rstrip(".,;/").replace("&lt;", "<").replace("&gt;", ">")


def _number(text: str) -> str:
    """Give a volume or issue in letters and digits; words that say there is none are none."""
    plain = "".join(_WORD.findall(text.casefold())) if text else ""
    return "" if plain in _NO_VOLUME else plain.removeprefix("vol").removeprefix("volume")


def _page(text: str) -> str:
    """Give the digits of a page: `e23`, `S23` and `023` are 23."""
    found = _PAGE.search(text.casefold()) if text else None
    return found[1] if found else ""


def _count(pages: Pages) -> int | None:
    """Give the number of pages: stated, or counted from the first to the last."""
    first, last = pages.first, pages.last
    if pages.count is not None or not (first.isdecimal() and last.isdecimal()):
        return pages.count
    if len(first) + len(last) > _LONGEST_PAGES:  # Python reads no number of 5,000 digits
        return None
    return int(pages.last) - int(pages.first) + 1


def _isbn(text: str) -> str:
    """Give the nine digits that an ISBN-10 and its ISBN-13 share."""
    plain = text.replace("-", "").replace(" ", "")
    return plain[3:12] if len(plain) == 13 else plain[:9]  # noqa: PLR2004 - ISBN-13


_MEANINGFUL_SCHEMES = frozenset({"wos", "cnki", "scopus", "eid", "mr", "zbl", "arxiv", "patent"})


def _ids(record: Record) -> frozenset[str]:
    """Give the identifiers that only one work has, besides DOI and ISBN, as `scheme:value`."""
    known = record.identifiers
    found = [
        f"{scheme}:{value}"
        for scheme, value in (
            ("pmid", known.pmid.lstrip("0")),
            ("pmcid", known.pmcid.upper().removeprefix("PMC")),
            ("arxiv", _arxiv(known.arxiv)),
        )
        if value
    ]
    for one in known.other:
        scheme = one.scheme.casefold()
        if scheme in _MEANINGFUL_SCHEMES and one.value:
            found.append(f"{scheme}:{one.value.upper().removeprefix('WOS:')}")
    return frozenset(found)


_ARXIV_VERSION = re.compile(r"v\d+$")


def _arxiv(value: str) -> str:
    return _ARXIV_VERSION.sub("", value.lower().removeprefix("arxiv:"))


def _people(names: tuple[Name, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give family names and first initials of people, without bodies and placeholders."""
    families: list[str] = []
    initials: list[str] = []
    for name in names[:_MOST_PEOPLE]:
        family, initial = person_form(name.family, name.given, name.literal)
        if family:
            families.append(family)
            initials.append(initial)
    return tuple(families), tuple(initials)


_MOST_PEOPLE = 30


@lru_cache(maxsize=50000)
def person_form(family: str, given: str, literal: str) -> tuple[str, str]:
    """Give the family name in small letters and the first letter of the given name.

    Of a Chinese given name it is the whole.
    """
    if literal and not family:
        return ("", "") if " " in literal or literal.isascii() else (literal, "")
    folded = title_form(family).replace(" ", "")
    first = title_form(given)
    return folded, first[:1] if first.isascii() else first
