"""`--journals full|abbrev`: one form of journal names throughout a bibliography.

Full names are shortened by the rules of ISO 4 with the List of Title Word Abbreviations, by the
package pyiso4. The other way there is no rule: an abbreviated name becomes a full one only where
the record itself states it, or another record of the same run did before; otherwise it stays and
`journal-unknown` says so. Chinese and Japanese names have no abbreviation and stay.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

import msgspec

from litconv.diagnostics import Diagnostics
from litconv.model import ItemType, Provenance, Record
from litconv.options import Journals
from litconv.text.script import has_cjk

_PERIODICALS: Final = frozenset(
    {
        ItemType.ARTICLE_JOURNAL,
        ItemType.ARTICLE_MAGAZINE,
        ItemType.REVIEW,
        ItemType.REVIEW_BOOK,
    }
)
_ABBREVIATED: Final = re.compile(r"[A-Za-z]\.(?:\s|$)")
_BARE: Final = re.compile(r"[\W_]+")
_CACHE: Final = 10_000


class JournalNames:
    """Puts the journals of one run into one form; knows the pairs it has met so far."""

    def __init__(self, form: Journals) -> None:
        self.form = form
        self._full: dict[str, str] = {}

    def apply(self, record: Record, diagnostics: Diagnostics) -> Record:
        """Give a copy whose journal is in the wanted form, or the record itself."""
        if self.form is Journals.KEEP or record.type not in _PERIODICALS:
            return record
        name, short = record.container_title, record.container_title_short
        if name and short:
            self._full.setdefault(_bare(short), name)
        if self.form is Journals.ABBREV:
            return _changed(record, short or _shorten(name), container_title_short="")
        known = self._full.get(_bare(name or short), "")
        if known:
            return _changed(record, known, container_title_short=short or name)
        if _is_abbreviated(name or short):
            diagnostics.report(
                "journal-unknown",
                f"no full name is known of {name or short}",
                span=record.span,
                record=record.id or record.title,
                field="container_title",
            )
        return record


def _changed(record: Record, name: str, **also: Any) -> Record:  # noqa: ANN401 - fields
    if not name or name == record.container_title:
        return record
    step = Provenance(
        field="container_title", how="changed", rule="iso4", before=record.container_title
    )
    return msgspec.structs.replace(
        record, container_title=name, provenance=(*record.provenance, step), **also
    )


def _bare(name: str) -> str:
    return _BARE.sub("", name).casefold()


def _is_abbreviated(name: str) -> bool:
    return _ABBREVIATED.search(name) is not None


@lru_cache(maxsize=_CACHE)
def _shorten(name: str) -> str:
    """Give a journal's name as ISO 4 abbreviates it; an abbreviated or Chinese one as it is."""
    if not name or has_cjk(name) or _is_abbreviated(name):
        return name
    return str(_abbreviator()(name, remove_part=False))


@lru_cache(maxsize=1)
def _abbreviator() -> Any:  # noqa: ANN401 - the package has no types
    from pyiso4.ltwa import Abbreviate  # noqa: PLC0415 - loads a list of 56,000 words

    return Abbreviate.create()
