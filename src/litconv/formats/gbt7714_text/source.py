"""What stands behind the mark of an entry: periodical, publisher, dates, pages, access, DOI, URL.

Everything is matched on the text folded to half width, which has the same length, so that values
are cut out of the text as it was printed.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from litconv.text.doi import clean_doi
from litconv.text.width import fold

_DAY: Final = r"\d{4}(?:[-./年]\d{1,2}(?:[-./月]\d{1,2}日?)?)?"
_YEAR: Final = rf"\[?(?:c|ca\. ?)?(?:{_DAY})\]?(?:[-/—]\[?\d{{4}}\]?)?(?:\(\w[^()]*\))?"
_ACCESS: Final = re.compile(
    r"\s*\[\s*(?:引用日期:?)?(?P<accessed>\d{4}[-./年]\d{1,2}(?:[-./月]\d{1,2}日?)?)\s*\]\s*$"
)
_DOI: Final = re.compile(
    r"[\s.,;]*(?<![\w/=?&])(?:https?://(?:dx\.)?doi\.org/|DOI\s*[::]?\s*)(?=10\.)", re.IGNORECASE
)
_URL: Final = re.compile(r"(?:https?|ftp)://\S+|\bwww\.\S+")
_CSTR: Final = re.compile(r"(?:^|[\s.]+)CSTR\s*:\s*(\S+?)\.?$", re.IGNORECASE)

SERIAL: Final = re.compile(
    rf"(?P<name>.+?)\s*[,.]\s*(?:(?P<date>{_DAY})(?:/\[?\d{{4}}\]?)?年?)\s*"
    r"(?:[,.;]\s*(?:第|[Vv]ol\.? ?)?(?P<volume>[^\s():,]{1,20}?(?: ?[Ss]uppl\.? ?\d*)?)卷?)?"
    r"\s*,?\s*"
    r"(?:\((?:第|[Nn]o\.? ?)?(?P<issue>[^()]{1,30}?)期?\)|[,]\s*第?(?P<number>\w{1,8})期)?\s*"
    r"(?:[:,]\s*(?:[Pp]{1,2}\.? ?)?(?P<pages>[^\[\]()]*?))?\s*\.?\s*"
)
# Online first: `计算机学报: 1-12`, `计算机学报, 1-12`, or no more than the name.
ONLINE: Final = re.compile(
    r"(?P<name>[^:]+?)(?:\s*[:,]\s*(?P<pages>\d+\s*[-~–—]\s*\d+|\d+))?\.?\s*"
)
NEWS: Final = re.compile(
    rf"(?P<name>.+?)\s*[,.]\s*(?P<date>{_DAY})\s*(?:[(,:]\s*第?(?P<pages>[^()]*?)版?\)?)?\s*\.?\s*"
)
PUBLICATION: Final = re.compile(
    rf"(?:(?P<place>[^:]{{1,60}}?)\s*:\s*(?=\D))?(?P<publisher>[^\d\s].*?)?(?:\s*[,.]\s*|^|(?<=\w)(?=\())"
    rf"\(?(?P<date>{_YEAR})\)?\s*(?:[:,.]\s*(?:[Pp]{{1,2}}\.? ?)?(?P<pages>[^\[\]]*?))?\s*\.?\s*"
)
PATENT: Final = re.compile(
    rf"(?:(?P<place>[^:,]{{1,20}})[:,]\s*)?(?:(?P<number>(?:[A-Z]{{2}}|ZL)?\s?[\d.X]{{6,}}[A-Z]?\d?)\s*[,.]\s*)?"
    rf"(?P<date>{_DAY})?\s*(?::\s*(?P<pages>[^\[\]]*?))?\s*\.?\s*"
)
DATED: Final = re.compile(
    rf"(?:(?P<publisher>[^()]+?)[,.]?\s*)??\(?(?P<date>{_DAY})\)?(?:\s*:\s*(?P<pages>[^\[\]]*?))?\s*\.?\s*"
)
ROLE: Final = re.compile(
    r"(?P<names>.+?)[,\s]+(?P<role>等?[编译校注]|翻译|编译|主编|点校|整理|trans|eds?)\.?"
)
# `王明译` before other parts; one sign alone could belong to a name elsewhere.
GLUED: Final = re.compile(
    r"(?P<names>[\u3400-\u9fff·,、 ]{2,}?)(?P<role>等?译|编译|翻译|主编|点校|整理|译注)"
)
EDITION: Final = re.compile(
    r"(?:第?\s?[\d一二三四五六七八九十]+\s?版|(?:修订|影印|增订|新|重印|第[一二三四五]|\d{4}年?)\w*版|\w{1,6}本"
    r"|\d+(?:st|nd|rd|th) ed|[Rr]ev\. ed|[\w. ]{1,20} ed|V(?:er)?\.? ?\d[\d.]*|ver\. ?\w+)\.?",
    re.IGNORECASE,
)


# A stop and a blank, or a stop beside a Chinese character; not the last one of `D.C.`.
_END: Final = re.compile(
    r"(?<!\.[A-Z])(?<![Rr]ev)(?<!\bSt)\.\s+(?=\S)|(?<=[\u3400-\u9fff)])\.(?=[^\s:,])|(?<=\w)\.(?=[\u3400-\u9fff《“])"
)


class Links(msgspec.Struct):
    """What was cut off the end of an entry, and the rest of it."""

    rest: str
    doi: str = ""
    url: str = ""
    cstr: str = ""
    accessed: str = ""


def cut_links(text: str) -> Links:
    """Take DOI, CSTR, URL and the day of access off an entry."""
    links = Links(rest=text)
    if match := _CSTR.search(fold(links.rest)):
        links.cstr = links.rest[match.start(1) : match.end(1)]
        links.rest = links.rest[: match.start()]
    if match := _DOI.search(fold(links.rest)):
        links.doi = clean_doi(links.rest[match.start() :])
        links.rest = links.rest[: match.start()] if links.doi else links.rest
    if match := _URL.search(fold(links.rest)):
        links.url = fold(match[0]).rstrip(".,;")
        after = links.rest[match.end() :].strip(" .")
        links.rest = links.rest[: match.start()]
        if after:
            between = "" if _ACCESS.fullmatch(fold(after)) else ". "
            links.rest = f"{links.rest.rstrip(' .,，')}{between}{after.lstrip(',， ')}"
    elif links.doi and "doi.org/" in text:
        links.url = f"https://doi.org/{links.doi}"
    links.rest = links.rest.rstrip(" .．。")
    if match := _ACCESS.search(fold(links.rest)):
        links.accessed = match["accessed"]
        links.rest = links.rest[: match.start()].rstrip(" .．")
    return links


def segments(text: str) -> list[str]:
    """Divide what follows the mark at full stops that end a part: `译者, 译. 2版. 地: 社, 年`."""
    folded = fold(text)
    parts: list[str] = []
    start = 0
    for match in _END.finditer(folded):
        parts.append(text[start : match.start()].strip())
        start = match.end()
    parts.append(text[start:].strip(" .．。"))
    return [part for part in parts if part]
