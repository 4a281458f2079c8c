"""RIS: numbers of a work: SN, C2, U1–U5."""

from __future__ import annotations

import re
from typing import Final

from litconv.formats.ris.read_groups import PMCID
from litconv.formats.ris.tables import NUMBERED_TYPES
from litconv.model import Role
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.text.serials import split_serials, valid_isbn, valid_issn
from litconv.text.width import tidy

ARXIV: Final = re.compile(r"arxiv:\s*((?:\d{4}\.\d{4,5}|[\w.-]+/\d{7})(?:v\d+)?)", re.IGNORECASE)
_IDENTIFIER: Final = re.compile(r"\s*(.+?)\s*\[(pmid|pmcid|pii|doi)\]\s*", re.IGNORECASE)


def set_serial(draft: Draft, type_: str, item: Item) -> None:
    """SN: ISSN or ISBN; of reports, patents and standards their number."""
    if type_ in NUMBERED_TYPES:
        found = split_serials(item.value)
        sure = all(map(valid_isbn, found.isbn)) and all(map(valid_issn, found.issn))
        if found.rest or not sure or type_ == "PAT":
            draft.text("number", item)
            return
    draft.serial(item)


def set_tagged(draft: Draft, item: Item) -> None:
    """U1–U5: PMC says what they are, `26957754[pmid]`; of others nobody knows. PMID: PsycINFO's."""
    if item.tag == "PMID":
        draft.identifier("pmid", item.value.strip(), item)
        return
    match = _IDENTIFIER.fullmatch(item.value)
    kind = match[2].lower() if match else ""
    if match and kind in {"pmid", "pmcid"}:
        draft.identifier(kind, match[1], item)
    elif match and kind == "doi":
        draft.doi(item)
    elif match:
        draft.other_identifier("PII", match[1])
    else:
        draft.keep(item, value=tidy(item.value))


def set_second(draft: Draft, type_: str, item: Item) -> None:
    """C2: EndNote's place for the PMCID; Zotero's for the author of a chapter's book."""
    if PMCID.fullmatch(item.value.strip()):
        draft.identifier("pmcid", item.value.strip(), item)
    elif type_ == "CHAP" and "," in item.value:
        draft.person(Role.CONTAINER_AUTHOR, item)
    else:
        draft.keep(item, value=tidy(item.value))
