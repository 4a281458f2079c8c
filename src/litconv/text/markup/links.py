"""Finds what becomes a link: addresses with `http://` or `https://`, and DOIs after `doi:`.

Nothing else does, so no text can bring in a `javascript:` or `data:` link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from litconv.text.patterns import late

# A DOI may hold angle brackets (those that publishers made from SICI codes); no address may.
_LINK = late(
    r"https?://(?:dx\.)?doi\.org/10\.\d{4,9}/[^\s\"，。；：、（）【】《》「」“”‘’]+"
    r"|https?://[^\s<>\"，。；：、（）【】《》「」“”‘’]+"
    r"|(?<![A-Za-z])(?P<label>doi[:：]\s?)(?P<doi>10\.\d{4,9}/[^\s\"，。；：、（）【】《》「」“”]+)",
    re.IGNORECASE,
)
_AFTER_LINK = ".,;:!?'”’"
_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<"}
_KEPT = "%/:?#[]@!$&'()*+,;=~"


def split_links(text: str) -> Iterator[tuple[str, str]]:
    """Yield (piece, address): pieces of text, and the address of those that are links.

    An address is ASCII without blanks, quotation marks, brackets `<>{}` and backslashes.
    """
    position = 0
    for match in _LINK.finditer(text):
        start = match.start("doi") if match["doi"] else match.start()
        shown = _without_end(match["doi"] or match[0])
        address = _of_doi(shown) if match["doi"] else _address(shown)
        if not address:
            continue
        if start > position:
            yield text[position:start], ""
        yield shown, address
        position = start + len(shown)
    if position < len(text):
        yield text[position:], ""


def _without_end(shown: str) -> str:
    """Take off the punctuation of the sentence, and brackets that were opened before the link."""
    while shown and (
        shown[-1] in _AFTER_LINK
        or (
            (opening := _PAIRS.get(shown[-1], "")) and shown.count(opening) < shown.count(shown[-1])
        )
    ):
        shown = shown[:-1]
    return shown


def _of_doi(doi: str) -> str:
    return f"https://doi.org/{quote(doi, safe='/:()[];', errors='replace')}"


def _address(shown: str) -> str:
    """Give the address with everything percent-encoded that is not ASCII; none without a host."""
    _, _, rest = shown.partition("://")
    return quote(shown, safe=_KEPT, errors="replace") if rest else ""
