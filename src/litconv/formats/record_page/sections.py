"""Divides one page into its labelled sections.

Known traps: an empty value is normal, so the next line may be the next label; `:` and `|` can
stand on lines of their own; label words occur inside the abstract; 机构 occurs inside the cards of
authors; 引用 and 收藏 are buttons; one wrapping prints its abstract without any label.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from litconv.formats.record_page import lines as page
from litconv.formats.record_page.lines import Line
from litconv.text.width import fold


class Section(NamedTuple):
    """A label's name, whether litconv knows it, the label's line, the lines of its value."""

    name: str
    known: bool
    label: Line
    value: list[Line]


_NOT_YET = "暂无"  # what the site prints for a value it does not have
_AFTER_ABSTRACT = (page.CITE_BUTTON, page.SAVE_BUTTON, page.PAGES, page.PAGE_COUNT, page.LIST)
_BUTTONS = (page.CITE_BUTTON, page.SAVE_BUTTON)
_CARD_COUNTS = ("论文数", "論文數", "引用数", "引用數", "h-index")


def split_sections(body: list[Line]) -> list[Section]:
    """Give the sections of a page in order; the list, if there is one, is the last of them."""
    sections: list[Section] = []
    seen: set[str] = set()
    for n, line in enumerate(body):
        current = sections[-1] if sections else None
        if current and current.name == page.LIST:
            current.value.append(line)
            continue
        if page.list_count(line) is not None:
            sections.append(Section(page.LIST, known=True, label=line, value=[line]))
            continue
        label = page.read_label(line)
        if label and _accepts(label, current, seen, body, n):
            value = []
            if label.value and label.value != _NOT_YET:
                value.append(line._replace(text=label.value, folded=fold(label.value)))
            sections.append(Section(label.name, known=label.known, label=line, value=value))
            seen.add(label.name)
        elif current is None:
            sections.append(Section("", known=False, label=line, value=[line]))
        elif not _is_separator(line, current) and line.folded != _NOT_YET:
            current.value.append(line)
    return [_without_buttons(section) for section in sections]


def _is_separator(line: Line, current: Section) -> bool:
    """Say whether a lone `:` or `|` only divides; in 来源 a `|` ends the journal's name."""
    return page.is_separator(line) and (current.name != page.CONTAINER or not current.value)


def _accepts(
    label: page.Label, current: Section | None, seen: set[str], body: list[Line], n: int
) -> bool:
    if label.name == page.AFFILIATIONS and current and current.name == page.AUTHORS:
        return not _inside_card(body, n)
    if label.name in _BUTTONS and not _is_button(label, body, n):
        return False
    if current and current.name == page.ABSTRACT and current.value:
        if label.name in _AFTER_ABSTRACT:
            return label.name not in seen
        return label.known and not label.value and label.name not in seen
    if current and current.name == page.AUTHORS and not label.known:
        return False
    return label.name not in seen or label.name not in page.LABELS


def _inside_card(body: list[Line], n: int) -> bool:
    """Say whether the line before belongs to an author's card: `h-index: 0`, or its number."""
    before = [body[k].folded for k in range(max(0, n - 3), n)]
    while before and not before[-1].strip("0123456789: "):
        before.pop()
    return bool(before) and before[-1].startswith(_CARD_COUNTS)


def _is_button(label: page.Label, body: list[Line], n: int) -> bool:
    """引用 is the button when 收藏 or what follows the buttons comes next, or nothing does."""
    if label.value:
        return False
    if label.name == page.SAVE_BUTTON or n + 1 == len(body):
        return True
    below = page.read_label(body[n + 1])
    return below is not None and below.name in _AFTER_ABSTRACT


def _without_buttons(section: Section) -> Section:
    """Buttons have no values: what follows one belongs nowhere and is told so by its empty name."""
    if section.name not in _BUTTONS or not section.value:
        return section
    return Section("", known=False, label=section.value[0], value=section.value)


def cut_chrome(lines: list[Line]) -> Iterator[Line]:
    """Drop navigation and footers from the lines of a value."""
    return (line for line in lines if not page.is_chrome(line))
