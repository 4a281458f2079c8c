"""Scopus CSV, as Scopus exports its search results: the reader.

Specification: none; the column names are those of Scopus's exports since 2016, older ones beside
them. One row is one work; columns that a user left out are no fault, unknown ones are kept.

* `Author full names` (`Alder, Ann (5712…)`) says more than `Authors` (`Alder A.`); identifiers of
  authors in brackets are Scopus's own and go.
* `Authors with affiliations` links people to bodies (`Alder A., Univ. X, Oakham`).
* A cell that breaks off takes the rows behind it along in every CSV; rows with another number of
  cells than the head has are read and reported.
"""

from __future__ import annotations

from litconv.registry import Format, LazyReader

FORMATS = (
    Format(
        name="scopus",
        title="Scopus CSV",
        shared_extensions=(".csv",),
        spec_url="https://www.scopus.com/",
        reader=LazyReader("litconv.formats.scopus.reader:ScopusReader"),
    ),
)
