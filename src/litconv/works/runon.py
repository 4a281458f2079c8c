"""Listed works whose title and journal a page prints with no mark between them.

`- [3] ON THE GROWTH OF MOSS ANNALS OF ROOFS, 1972, 30 (01) : 1 - 9`: a reader cannot tell where the
title ends. A main record whose title these words begin with can: what follows is the journal.
"""

from __future__ import annotations

import re
from collections.abc import Collection

import msgspec

from litconv.model import Record
from litconv.works.forms import container_form, title_form

_START = 12
_BLANKS = re.compile(r"\s+")
_JOURNAL_STARTS = re.compile(r"\w")
_JOINS = frozenset("and or in of with for by on at from und et de 和 与 的".split())


def key_of(compact: str) -> str:
    """Name the block of titles that may begin with this one."""
    return f"r{compact[:_START]}"


def may_run_on(record: Record) -> bool:
    """Tell whether a listed work may have its journal in its title."""
    return bool(record.listing and record.title and not record.contributors)


def split_by(
    record: Record, compact: str, known: Collection[tuple[str, ...]] = ()
) -> Record | None:
    """Give the listed work with the title that begins it, and what follows as its journal.

    None where the title goes on otherwise: a subtitle has its mark, a longer title goes on with a
    small word. Where the reader took the last words for the journal (`… ACTA | Inventa`), the whole
    must be in capitals behind a title that is not, or a journal that is `known`.
    """
    title = record.title
    for blank in _BLANKS.finditer(title):
        head, tail = title[: blank.start()], title[blank.end() :]
        start = title_form(head).replace(" ", "")
        if len(start) < len(compact):
            continue
        if start != compact or head[-1] in ":;,-–—(" or not _is_journal(tail):
            return None
        journal = f"{tail} {record.container_title}".rstrip()
        if record.container_title and not (
            (journal.isupper() and not head.isupper()) or container_form(journal) in known
        ):
            return None
        return msgspec.structs.replace(record, title=head, container_title=journal)
    return None


def _is_journal(text: str) -> bool:
    """Tell whether a text can be a journal: it begins with a word, and with none that joins."""
    return bool(_JOURNAL_STARTS.match(text)) and text.split(maxsplit=1)[0].casefold() not in _JOINS
