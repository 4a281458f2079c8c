"""An entry on its way into a draft: how its parts are put there."""

from __future__ import annotations

import re
from typing import Final

from litconv.formats.gbt7714_text.names import author_end, name_list
from litconv.model import ItemType, Name, Pages, Role
from litconv.reading import days
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.chinese.gbt7714 import Entry
from litconv.text.chinese.people import ROLE_WORDS, read_person
from litconv.text.dates import parse_date
from litconv.text.names import is_body, marks_others, parse_name
from litconv.text.script import has_han
from litconv.text.width import fold, tidy

_PAGE_WORDS: Final = re.compile(r"[\u3400-\u9fff\d]{1,10}")
_ABBREVIATED: Final = re.compile(r"(?:\b[A-Z]|Inc|Ltd|Co|Corp|Mass|Conn|Calif|Univ|Jr|ed)\.$")
VOLUME: Final = re.compile(
    r"\s*[::]\s*(?:第\s?(\w{1,4})\s?[卷册]|卷\s?(\w{1,4})|[Vv](?:ol)?\. ?(\w+))$"
)


class Parsed:
    """An entry on its way into a draft."""

    def __init__(self, draft: Draft, entry: Entry) -> None:
        self.draft = draft
        self.entry = entry
        self.whole = True  # everything had a known form so far

    def item(self, tag: str, value: str) -> Item:
        """Give a part of the entry as a value; its place is that of the entry."""
        return Item(tag, value, self.entry.line, self.entry.column)

    def text(self, field: str, value: str | None) -> None:
        """Set a field to a part of the entry."""
        if value and value.strip():
            text = value.strip(" ,，．。")
            if text.endswith(".") and not _ABBREVIATED.search(text):
                text = text.rstrip(".")
            self.draft.text(field, self.item("reference", value), text)


def people_first(parsed: Parsed, text: str, role: Role) -> str:
    """Take the names off the begin of a text; give the rest."""
    end = author_end(text)
    if end is None:
        return text
    names = name_list(text[: end[0]])
    if names is None:
        parsed.whole = False
        return text
    add_names(parsed, names, role)
    return text[end[1] :]


_ROLE_LAST: Final = re.compile(r"..[著译编]$")


def add_names(parsed: Parsed, names: list[str], role: Role) -> None:
    """Add names; the last one may be the word for what all of them did: `谢明, 译`."""
    draft = parsed.draft
    if len(names) > 1 and names[-1].lower().rstrip(".") in ROLE_WORDS:
        role = ROLE_WORDS[names.pop()]
    all_roles = len(names) > 1 and all(_ROLE_LAST.search(text) for text in names)
    for text in names:
        if all_roles and text[-1] in ROLE_WORDS:  # `史密斯著，王明译`
            text, role = text[:-1], ROLE_WORDS[text[-1]]  # noqa: PLW2901 - the word is read
        if marks_others(text):
            draft.others(role, parsed.item("reference", text))
            continue
        name: Name | None
        if has_han(text) and is_body(text) and text.endswith((")", "）")):
            name, does = Name(literal=text), None
        elif has_han(text):
            person = read_person(text)
            name, does = person.name, person.role
            if person.others:
                draft.others(person.role or role, parsed.item("reference", text))
        else:
            plain = _PARTICLE_LAST.sub(r"\2 \1", text)
            name, does = parse_name(plain, cited="," not in plain and _is_cited(plain)), None
        if name is not None:
            draft.named(does or role, name)


# `VEEN P H van der`: styles put the particle behind the initials.
_PARTICLE_LAST: Final = re.compile(
    r"(\S.*? [A-Z](?:[-. ]*[A-Z])*\.?) "
    r"((?:van|von|de|der|den|la|del|di|da|dos|du|le|ter|ten)(?: \w{2,3})?)$"
)


def _is_cited(text: str) -> bool:
    return (
        re.search(r" [A-Z](?:[-. ]*[A-Z]){0,3}\.?(?: (?:Jr|Sr|JR|SR|I{2,3}|IV)\.?)?$", text)
        is not None
    )


def matched(parsed: Parsed, form: re.Pattern[str], text: str, fields: dict[str, str]) -> bool:
    """Set the fields of a form that a text has; say whether it has it."""
    match = form.fullmatch(fold(text))
    if match is None:
        return False
    groups = match.groupdict()
    for group, field in fields.items():
        if groups.get(group):
            value = text[match.start(group) : match.end(group)]
            if field in {"volume", "issue"}:
                parsed.draft.number(field, parsed.item("reference", fold(value)))
            else:
                parsed.text(field, value)
    known = parsed.draft.fields
    if known.get("publisher_place") == known.get("publisher"):
        known.pop("publisher_place", None)  # CNKI: who held a conference is named twice
    if groups.get("date"):
        set_date(parsed, groups["date"])
    if groups.get("pages"):
        set_pages(parsed, text[match.start("pages") : match.end("pages")])
    return True


def set_date(parsed: Parsed, text: str) -> None:
    """Set the date of issue."""
    bare = text.strip(" []c")
    date = parse_date(re.sub(r"\(.*", "", bare))
    item = parsed.item("reference", text)
    if date is None:
        parsed.whole = False
    else:
        days.set_date(parsed.draft, "issued", item, date)


def set_pages(parsed: Parsed, text: str) -> None:
    """Set pages: a range, several, or a word that stands for a page (扉页)."""
    bare = fold(tidy(text)).strip(" .,+")
    if not bare:
        return
    draft = parsed.draft
    if draft.type is ItemType.ARTICLE_NEWSPAPER and re.fullmatch(r"0\d+", bare):
        bare = bare.lstrip("0")
    if any(char.isdigit() for char in bare) and re.fullmatch(r"[\w./\-–—~,;+& 增刊序第页]+", bare):
        draft.page_range(parsed.item("reference", bare))
    elif _PAGE_WORDS.fullmatch(bare):
        draft.pages = Pages(raw=text, first=bare)  # 扉页, 前言
    else:
        parsed.whole = False
