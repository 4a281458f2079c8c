"""What the exports of Chinese databases have in common, put into a draft."""

from __future__ import annotations

import re
from typing import Final

from litconv.model import ItemType, Pages, Role, Subject
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.chinese.databases import rich_markup, split_chinese_people
from litconv.text.chinese.people import read_person
from litconv.text.name_roles import supervisor_note
from litconv.text.names import marks_others
from litconv.text.pages import strip_zeros
from litconv.text.patterns import late
from litconv.text.people import split_keywords
from litconv.text.script import has_han
from litconv.text.serials import national_number
from litconv.text.width import fold, fold_letters, join_lines, tidy

_NUMBERED: Final = re.compile(r"(?:\[\d{1,2}\]|\d{1,2}[.、．])\s*(?=\D)")
_CODE: Final = re.compile(r"\|[A-Z]{2}\d+$")
_BODIES: Final = re.compile(r"(?:(?<!\s)\s+)?[;；]+\s*|\n(?=[^\S\n]*(?:\[?\d{1,2}[\].、．]))")
# CNKI marks line ends as `(#br)` or `<br>`, and by `<正>` that the abstract is the text's begin.
_LINE_END: Final = re.compile(r"\(#br\)|<br\s*/?>|</?p>", re.IGNORECASE)
_HEADING: Final = late(
    r"\s*(?:<正>|[\[【［](?:摘\s*要|Abstract)[\]】］]|(?:摘\s*要|Abstract)\s*(?:[:：]|\(#br\)))\s*",
    re.IGNORECASE,
)
_SERIAL_PART: Final = re.compile(r"(?:第\s*)?([\w./-]+?)\s*[卷期]")
# `120`, `120页`, `320 S.`, and with a catalogue's further lines: `320 p. : ill. ; 24 cm`.
_COUNT: Final = re.compile(
    r"(?:共 ?)?(\d{1,6})(?: ?(?:pp?|pages?|S|Seiten|页))?\.?(?: ?[:;] ?\D.*)?", re.IGNORECASE
)
_LONGEST_PAGES: Final = 200  # characters; the pattern takes long on runs of `; `
_ALL_PAGES: Final = re.compile(r"^[Pp]\.? ?(?=\d)|[,;\s]*(?:\(?共\s?\d+\s?页\)?|\(\d+页\))$")
_LANGUAGE_SHOWS: Final = 200  # characters, enough to tell a Chinese abstract
_CLC: Final = re.compile(r"(\[?[A-Z]{1,2}\d*[-+\w.=()/:\"<>]*\]?)\s*(.*)")


def add_people(draft: Draft, role: Role, item: Item) -> None:
    """Add all names of a value; a role word behind a name goes before `role`."""
    for text in split_chinese_people(item.value):
        if marks_others(text):
            draft.others(role, item)
            continue
        person = read_person(text)
        if person.name is not None:
            draft.named(person.role or role, person.name)
        if person.others:
            draft.others(person.role or role, item)


def add_supervisors(draft: Draft, item: Item) -> None:
    """Add a note `导师: 王小明` for each supervisor; no citation style prints them."""
    for text in split_chinese_people(item.value):
        draft.note(supervisor_note(text))


def add_affiliations(draft: Draft, item: Item) -> None:
    """Add the bodies of a value, bare of their numbers and of the codes of 中华医学会."""
    for part in _BODIES.split(item.value):
        text = _NUMBERED.sub("", join_lines(part.split("\n")), count=1).strip(" ,，;；")
        if coded := _CODE.search(text):
            text = text[: coded.start()]
            draft.keep(item)
        if text and text not in draft.affiliations:
            draft.affiliations.append(text)


def abstract_text(value: str) -> str:
    """Give an abstract on one line, without its heading and CNKI's marks of line ends."""
    head = _HEADING.match(value)
    lines = _broken(value[head.end() :] if head else value).split("\n")
    return rich_markup(join_lines([line.strip() for line in lines]))


def add_abstract(draft: Draft, item: Item, *, chinese: bool) -> None:
    """Set the abstract; Chinese databases print a heading and marks of line ends in it."""
    chinese = chinese or has_han(item.value[:_LANGUAGE_SHOWS])
    draft.text("abstract", item, abstract_text(item.value) if chinese else None)


def add_keywords(draft: Draft, item: Item, *, alone: bool) -> None:
    """Add keywords; a comma divides them only where all stand in one value."""
    value = item.value
    if alone and ";" not in value and "；" not in value:
        draft.add_keywords(split_keywords(value))
    else:
        draft.add_keywords(re.split(r"[;；\n]", value))


def title_text(value: str) -> str:
    """Give a title on one line, its formulas marked up where CNKI's plain signs are certain."""
    return rich_markup(join_lines(_broken(value).split("\n")))


def _broken(value: str) -> str:
    """Put line ends where CNKI's marks stand for them."""
    return _LINE_END.sub("\n", value) if "<" in value or "#br" in value else value


def serial_part(value: str) -> str:
    """Give a volume or issue without the words around it: `第2期`, `12卷`."""
    match = _SERIAL_PART.fullmatch(tidy(value))
    return match[1] if match else value


def page_text(value: str) -> str:
    """Give pages without the count that VIP puts behind them: `26-29,共4页`, `P26-29`."""
    text = fold(tidy(value))
    return _ALL_PAGES.sub("", text) if len(text) <= _LONGEST_PAGES else text


def add_page_count(draft: Draft, item: Item) -> None:
    """Set the number of pages of a whole work: `120`, `120页`."""
    match = _COUNT.fullmatch(fold(tidy(item.value)))
    if match and draft.pages is None:
        draft.pages = Pages(count=int(match[1]))
    elif draft.pages is None or match is None or draft.pages.count != int(match[1]):
        draft.keep(item)


def is_page_count(value: str) -> bool:
    """Say whether a value is one number: for a whole work its length, not a place in it."""
    return _COUNT.fullmatch(fold(tidy(value))) is not None


def add_classes(draft: Draft, item: Item) -> None:
    """Add classes of the Chinese Library Classification: `F830;TP391.4`, `B849 应用心理学`."""
    for part in re.split(r"[;；\n]+|,(?=[A-Z])", item.value):
        text = tidy(part)
        match = _CLC.fullmatch(fold_letters(text))
        if match:
            label = match[2].strip("[]【】 ")
            draft.subjects.append(Subject(scheme="clc", code=match[1].strip("[]"), label=label))
        elif text:
            draft.keep(item, value=text)


def add_pages(draft: Draft, item: Item) -> None:
    """Add pages; CNKI's `004` is the fourth sheet of a newspaper."""
    if draft.type is ItemType.ARTICLE_NEWSPAPER:
        draft.page_range(item, strip_zeros(item.value))
    else:
        draft.page_range(item, page_text(item.value) if has_han(item.value) else None)


def add_call_number(draft: Draft, item: Item) -> None:
    """Add a shelf mark, or the 国内统一刊号 of a Chinese journal, which stands in its place."""
    if number := national_number(item.value):
        draft.other_identifier("CN", number)
    else:
        draft.keep(item, tag="call-number")
