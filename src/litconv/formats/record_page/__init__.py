"""Record pages: the plain text of a paper's detail page on a Chinese scholarly discovery site.

There is no specification; the forms are those counted on real pages: four wrappings of the same
labels, and a list that holds either related papers or the paper's own references. What a page
does not state stays empty: most main records name neither journal nor year. Read only.

Files, in the order of the data: `lines` (lines and labels) → `segments` (the pages of an input)
→ `sections` (the labels of a page) → `content` (what stands under each) → `authors`, `fields`,
`identifiers` (values) → `main_record`; `entries` → `listing` (lists); `reader` joins them.
"""

from __future__ import annotations

from litconv.registry import Format, LazyReader

FORMATS = (
    Format(
        name="record-page",
        title="Record page of a Chinese discovery site",
        shared_extensions=(".txt",),
        aliases=("page",),
        reader=LazyReader(
            "litconv.formats.record_page.reader:RecordPageReader",
            "litconv.formats.record_page.sniff:sniff",
        ),
    ),
)
