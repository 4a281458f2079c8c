"""CITATION.cff, the Citation File Format of software repositories: the reader.

Specification: CFF 1.2.0, its schema guide. One file gives the preferred citation first, if there is
one (it is what the authors want cited), then the software or data set itself; `references` are
the works it cites. People and bodies ("entities") are told apart by their keys.

Known gaps: `identifiers` of other kinds than DOI, and facts such as `commit`, are kept as extra
fields.
"""

from __future__ import annotations

from litconv.registry import Format, LazyReader

FORMATS = (
    Format(
        name="cff",
        title="Citation File Format",
        extensions=(".cff",),
        spec_url="https://citation-file-format.github.io/",
        reader=LazyReader("litconv.formats.cff.reader:CffReader"),
        curated=True,
    ),
)
