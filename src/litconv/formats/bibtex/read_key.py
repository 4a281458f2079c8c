"""BibTeX's `key`: what an entry is sorted and labelled by that has no author.

Mostly it repeats the title's first words, or how a Chinese name is spoken, which gbt7714's styles
want; such a key says nothing and is left out, for the writer makes it anew. Any other is kept as an
extra field: `key = {IEEE}` may be all that tells whose work it is.
"""

from __future__ import annotations

import re
from typing import Final

from litconv.formats.bibtex.reading import Entry, unknown_field
from litconv.reading.tagged import Item
from litconv.text.ascii import HAN, to_ascii
from litconv.text.bibtex.titles import plain_title
from litconv.text.latex.decode import latex_to_text

_WORD: Final = re.compile(r"\w+")
_RAW: Final = ("author", "editor", "shorttitle", "title", "booktitle")


def read_sort_key(entry: Entry, item: Item) -> None:
    """Keep a key that says what nothing else of the entry says."""
    texts = [latex_to_text(entry.value(name)) for name in _RAW]
    texts.append(plain_title(entry.draft.fields.get("title", "")))
    known = " ".join(texts)
    if HAN.search(known):
        return
    if not _words(item.value) <= _words(known):
        unknown_field(entry, item)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(to_ascii(text).casefold()))
