"""DOIs as people paste them, down to the bare form `10.prefix/suffix`."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

from litconv.text.patterns import late
from litconv.text.width import fold_letters

# DOIs with Chinese characters are not given out: what follows in Chinese is another text.
_DOI = late(r"(?<!\d)10\.\d{4,9}(?:\.\d+)*/[^\s\"\u3000-\u303f\u3400-\u9fff]+")
_PLAIN = re.compile(r"10\.[0-9]{4,9}/[-A-Za-z0-9._/]*[A-Za-z0-9]")
_PERCENT_IN_URL = re.compile(r"doi\.org/10\.[^\s%]*%", re.IGNORECASE)
# A `;` may stand in a DOI (SICI), but not before the next one.
_NEXT = re.compile(r"[;,|](?:(?=10\.\d{4,9}(?:\.\d+)*/)|https?://|doi:)", re.IGNORECASE)
_LINK = re.compile(r"https?://(?:dx\.)?doi\.org/", re.IGNORECASE)
_NONE = {"暂无", "无", "n/a", "none", "null", "-", "--", "doi"}


def clean_doi(text: str) -> str:
    """Give the first DOI in the text in its own letter case, or "" when there is none.

    Takes `https://doi.org/…`, `doi:…`, doubled (`DOI DOI 10…`), bracketed (`[10.x, DOI 10.x]`)
    and full-width forms; stops and brackets that belong to the sentence around it are cut.
    Rules from the forms seen on record pages and in cited-reference strings.
    """
    if _PLAIN.fullmatch(text):
        return text
    text = fold_letters(text)
    if _PERCENT_IN_URL.search(text):
        text = unquote(text)
    if "&" in text:
        text = unescape(text)  # SICIs from web pages: `(2000)014&lt;0456:…`
    found = _DOI.search(text)
    doi = _cut(_NEXT.split(found.group(), maxsplit=1)[0]) if found else ""
    return doi if _DOI.fullmatch(doi) else ""


def is_no_doi(text: str) -> bool:
    """Say whether the value states that there is no DOI (`暂无`)."""
    return not text.strip() or text.strip().lower() in _NONE


def _cut(doi: str) -> str:
    """Cut the marks at the end that cannot belong to the DOI; balanced brackets belong to it."""
    counts = {bracket: doi.count(bracket) for pair in _PAIRS.items() for bracket in pair}
    end = len(doi)
    while end:
        last = doi[end - 1]
        opening = _PAIRS.get(last)
        if last not in _NEVER_LAST and (opening is None or counts[opening] >= counts[last]):
            break
        if opening:
            counts[last] -= 1
        end -= 1
    return doi[:end]


_NEVER_LAST = ".,;:'’”。，；：、"
_PAIRS = {")": "(", "]": "[", ">": "<", "}": "{"}


def names_doi(url: str) -> bool:
    """Say whether a URL has the DOI of the work in it: of doi.org, or of CNKI's own resolver."""
    return "doi.org/10." in url or "link.cnki.net/doi/10." in url


def says_doi(url: str, doi: str) -> bool:
    """Say whether a URL is the link of this DOI and so no fact of its own."""
    link = _LINK.match(url)
    if not (link and doi):
        return False
    return unquote(url[link.end() :]).casefold() == doi.casefold()
