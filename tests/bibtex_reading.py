"""What the tests of the BibTeX reader share."""

from __future__ import annotations

from functools import partial

import made_records
from litconv.model import Record

read = partial(made_records.read, "bibtex", file="x.bib")


def one(fields: str, type_: str = "article") -> Record:
    """Give the record of an entry with those fields."""
    (record,) = read(f"@{type_}{{k,\n{fields}\n}}")[0]
    return record
