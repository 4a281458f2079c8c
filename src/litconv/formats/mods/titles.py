"""MODS: the parts of a title put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from litconv.reading.xml import html_text
from litconv.text.width import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def full_title(info: Element | None, *, number: bool = True) -> str:
    """Give `The oak: a study. Part 2, Roots` of nonSort, title, subTitle, partNumber, partName."""
    if info is None:
        return ""
    texts = {one.tag: tidy(html_text(one)) for one in reversed(info)}
    article, title = texts.get("nonSort", ""), texts.get("title", "")
    between = "" if article.endswith(("'", "’", "-")) or not article else " "
    whole = f"{article}{between}{title}"
    if subtitle := texts.get("subTitle"):
        mark = " " if whole.endswith((":", "?", "!", ".")) else ": "
        whole = f"{whole}{mark}{subtitle}" if whole else subtitle
    part = [texts.get("partNumber", "")] if number else []
    part = [one for one in (*part, texts.get("partName", "")) if one]
    return ". ".join(one for one in (whole, ", ".join(part)) if one)


def xml_lang(element: Element) -> str:
    """Give `xml:lang` of an element."""
    return str(element.get("{http://www.w3.org/XML/1998/namespace}lang", ""))
