"""CNKI 自定义 and E-Study text: the reader."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from typing import Final

from litconv.diagnostics import Diagnostics
from litconv.model import ItemType, Record, Role, Span
from litconv.reading.chinese import (
    abstract_text,
    add_affiliations,
    add_classes,
    add_page_count,
    add_people,
    add_supervisors,
    is_page_count,
    page_text,
    serial_part,
    title_text,
)
from litconv.reading.days import set_date
from litconv.reading.draft import Draft
from litconv.reading.loose import keep_loose, report_loose
from litconv.reading.tagged import Grammar, Item, lex
from litconv.source import Source
from litconv.text.chinese.databases import split_chinese_people, type_of_word
from litconv.text.languages import language_tag
from litconv.text.pages import strip_zeros
from litconv.text.patterns import late
from litconv.text.people import split_keywords
from litconv.text.serials import national_number
from litconv.text.width import fold, tidy

NAME: Final = "cnki"

_HAN: Final = r"\u3400-\u4dbf\u4e00-\u9fff"
_FIELD: Final = late(
    rf"[\ufeff \t]*(?P<tag>[A-Za-z][A-Za-z_]{{1,24}}-[{_HAN}A-Z][{_HAN}\w/()（）]{{0,15}}"
    r"|DataType)[ \t]*[:：][ \t\u3000]*(?P<value>.*)"
)
_KEY: Final = late(
    rf"^[\ufeff \t]*(SrcDatabase|Title|Author|Source|Organ|Summary|Keyword|PubTime)-[{_HAN}]+[:：]",
    re.MULTILINE,
)
_SURE: Final = 2

# Words in the names of CNKI's databases, the first one found decides.
_DATABASES: Final = (
    ("学位", ItemType.THESIS),
    ("硕士", ItemType.THESIS),
    ("博士", ItemType.THESIS),
    ("会议", ItemType.PAPER_CONFERENCE),
    ("报纸", ItemType.ARTICLE_NEWSPAPER),
    ("专利", ItemType.PATENT),
    ("标准", ItemType.STANDARD),
    ("成果", ItemType.REPORT),
    ("年鉴", ItemType.CHAPTER),
    ("期刊", ItemType.ARTICLE_JOURNAL),
    ("辑刊", ItemType.ARTICLE_JOURNAL),
    ("图书", ItemType.BOOK),
    ("法律", ItemType.LEGISLATION),
)
_CONTAINED: Final = frozenset(
    {
        ItemType.ARTICLE_JOURNAL,
        ItemType.ARTICLE_NEWSPAPER,
        ItemType.PAPER_CONFERENCE,
        ItemType.CHAPTER,
        ItemType.DOCUMENT,
    }
)

# Field ← English half of the key, in small letters.
_TEXTS: Final = {
    "url": "url",
    "link": "url",
    "publisher": "publisher",
    "school": "publisher",
    "university": "publisher",
    "degreegrantor": "publisher",
    "applicant": "publisher",
    "place": "publisher_place",
    "degree": "genre",
    "level": "genre",
    "meeting": "event_title",
    "meetingname": "event_title",
    "conference": "event_title",
    "meetingplace": "event_place",
    "edition": "edition",
}
_NUMBERS: Final = {
    "volume": "volume",
    "roll": "volume",  # E-Study
    "period": "issue",
    "issue": "issue",
    "patentno": "number",
    "standardno": "number",
    "publicationno": "number",
    "number": "number",
}


class CnkiReader:
    """Reads `Key-键: value` lines."""

    def sniff(self, head: str) -> bool:
        """Say whether at least two of CNKI's double keys start lines."""
        return len(set(_KEY.findall(head))) >= _SURE

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield the records; what stands outside of them is reported."""
        lines = source.stream()
        before: list[str] = []
        first = ""
        for line in lines:
            before.append(line)
            if match := _FIELD.match(line):
                first = match["tag"]
                break
        grammar = Grammar(field=_FIELD, begins=frozenset({first}))
        for block in lex(itertools.chain(before, lines), grammar):
            if any(item.value.strip() and _key(item) not in _TYPE_KEYS for item in block.items):
                draft = Draft(NAME, source.name, block.line, diagnostics)
                keep_loose(draft, block.loose)
                _fill(draft, block.items)
                yield draft.record()
                continue
            report_loose(block, source.name, diagnostics)
            if block.items:
                span = Span(source.name, block.line, 1)
                diagnostics.report("record-invalid", "the record has no value", span=span)
                diagnostics.reject(block.raw)


_TYPE_KEYS: Final = frozenset({"srcdatabase", "datatype"})
_FIRST: Final = ("srcdatabase", "title", "author", "year")


def _key(item: Item) -> str:
    return item.tag.partition("-")[0].lower()


def _fill(draft: Draft, items: list[Item]) -> None:
    """Put the values of one record into a draft."""
    keyed = [(_key(item), item) for item in items if item.value.strip()]
    # What the meaning of others depends on comes first, wherever it stands.
    keyed.sort(key=lambda one: _FIRST.index(one[0]) if one[0] in _FIRST else len(_FIRST))
    for key, item in keyed:
        if handler := _HANDLERS.get(key):
            handler(draft, item)
        elif key in _TEXTS:
            draft.text(_TEXTS[key], item)
            if _TEXTS[key] == "url" and ("doi.org/" in item.value or "/doi/10." in item.value):
                draft.doi(item)
        elif key in _NUMBERS:
            draft.number(_NUMBERS[key], item, serial_part(item.value))
        else:
            draft.keep(item, tag=item.tag.partition("-")[0])


def _type(draft: Draft, item: Item) -> None:
    text = tidy(item.value)
    known = type_of_word(text) or next(
        (type_ for word, type_ in _DATABASES if word in text), ItemType.DOCUMENT
    )
    draft.type = known
    if known is ItemType.THESIS and text in {"硕士", "博士"}:
        draft.text("genre", item)
    elif known is ItemType.DOCUMENT or len(text) > len("国内会议"):
        draft.keep(item, tag="source")  # the name of a database


def _source(draft: Draft, item: Item) -> None:
    contained = draft.type in _CONTAINED
    draft.text("container_title" if contained else "publisher", item, title_text(item.value))


def _first_duty(draft: Draft, item: Item) -> None:
    printed = {one.name.original or one.name.literal or _plain(one.name) for one in draft.people}
    if not set(split_chinese_people(item.value)) <= printed:
        draft.keep(item, tag="FirstDuty")


def _plain(name: object) -> str:
    return f"{getattr(name, 'family', '')}{getattr(name, 'given', '')}"


def _pages(draft: Draft, item: Item) -> None:
    if draft.type is ItemType.ARTICLE_NEWSPAPER:
        draft.page_range(item, strip_zeros(fold(tidy(item.value))))  # `001` is the first sheet
    elif draft.type in {ItemType.THESIS, ItemType.BOOK} and is_page_count(item.value):
        add_page_count(draft, item)
    else:
        draft.page_range(item, page_text(item.value))


def _doi(draft: Draft, item: Item) -> None:
    if not draft.doi(item):
        draft.odd(item, "identifiers")


def _cn(draft: Draft, item: Item) -> None:
    draft.other_identifier("CN", national_number(item.value) or item.value)


Handler = Callable[[Draft, Item], None]
_HANDLERS: Final[dict[str, Handler]] = {
    "srcdatabase": _type,
    "title": lambda draft, item: draft.text("title", item, title_text(item.value)),
    "author": lambda draft, item: add_people(draft, Role.AUTHOR, item),
    "inventor": lambda draft, item: add_people(draft, Role.AUTHOR, item),
    "editor": lambda draft, item: add_people(draft, Role.EDITOR, item),
    "translator": lambda draft, item: add_people(draft, Role.TRANSLATOR, item),
    "organ": add_affiliations,
    "source": _source,
    "keyword": lambda draft, item: draft.add_keywords(split_keywords(item.value)),
    "keywords": lambda draft, item: draft.add_keywords(split_keywords(item.value)),
    "summary": lambda draft, item: draft.text("abstract", item, abstract_text(item.value)),
    "abstract": lambda draft, item: draft.text("abstract", item, abstract_text(item.value)),
    "year": lambda draft, item: set_date(draft, "issued", item),
    "pubtime": lambda draft, item: set_date(draft, "issued", item),
    "firstduty": _first_duty,
    "pagecount": _pages,
    "page": _pages,
    "clc": add_classes,
    "doi": _doi,
    "issn": lambda draft, item: draft.serial(item),
    "isbn": lambda draft, item: draft.serial(item),
    "cn": _cn,
    "tutor": add_supervisors,
    "supervisor": add_supervisors,
    "language": lambda draft, item: draft.text("language", item, language_tag(tidy(item.value))),
}
