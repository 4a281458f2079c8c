"""PubMed XML: dates, whose parts are elements, and the day a work was online."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from litconv.model import Date
from litconv.reading.xml import (
    XmlDraft,
    text_of,
)
from litconv.text.dates import parse_date
from litconv.text.width import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def date_text(element: Element) -> str:
    """Give a date in PubMed's words: `2004 Sep 30`, `2008 Spring`, `1998 Dec-1999 Jan`."""
    parts = [text_of(element.find(tag)) for tag in ("Year", "Month", "Day", "Season")]
    text = " ".join(part for part in parts if part)
    if parts[1].isdecimal():
        text = "-".join(part for part in parts[:3] if part)
    return text or text_of(element.find("MedlineDate")) or tidy(text_of(element))


def available(draft: XmlDraft) -> Date | None:
    """Give the day a work was online, as it was kept: the date of what has no other."""
    for one in draft.extra:
        if one.tag == "available-date":
            numbers = [int(part) for part in re.findall(r"\d+", one.value)]
            return parse_date("-".join(f"{part:02d}" for part in numbers))
    return None
