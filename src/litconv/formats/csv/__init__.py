"""CSV: one row a record, for spreadsheets, R and screening tools. Written only.

Specification: RFC 4180, with a bare newline at the end of a line; UTF-8 without a byte order mark
(Excel: Data → From Text/CSV). The first row names the columns, which are always the same: `id`,
`type`, then the fields of the model; `--extras` adds those of `EXTRAS`. Several values in one cell
are joined by `; `, names are `Family, Given`, dates ISO 8601 (`1999-06/1999-08`); each cell is one
line.

Known gaps: a cell that starts with `=` is text here, but a formula to a spreadsheet that opens the
file instead of importing it.
"""

from __future__ import annotations

from litconv.registry import Format, LazyWriter

FORMATS = (
    Format(
        name="csv",
        title="CSV, one row a record",
        shared_extensions=(".csv",),
        spec_url="https://www.rfc-editor.org/rfc/rfc4180",
        writer=LazyWriter("litconv.formats.csv.writer:CsvWriter"),
    ),
)
