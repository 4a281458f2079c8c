"""NoteExpress text, `{Reference Type}: Journal Article`: what CNKI, Wanfang, VIP export as `.net`.

There is no specification; the tags are the field names of NoteExpress, the habits those of the
databases:

* CNKI joins authors as `a;b;` or `a,b`, keywords with `;;`, and writes `{Author}: A B;;C D` for
  foreign papers; Wanfang writes a name a line, or an `{Author}` each; 中华医学会 (yiigle) has
  full-width colons behind some tags and codes behind addresses (`…医院|JG001257`).
* `{Notes}` of CNKI is the journal's 国内统一刊号 (`42-1112/C`): an identifier `CN`.
* Papers of conferences: `{Secondary Title}` is the conference, `{Tertiary Title}` the proceedings,
  `{Subsidiary Author,}` who held it, `{Place Published}` where.
* Theses: `{Tertiary Author}` is the supervisor (a note, `导师: …`), `{Type of Work}` the degree.
* Patents: `{Notes}` and `{Type of Work}` the number, `{Subsidiary Author}` the applicant (kept as
  publisher, as EndNote does), `{Subject}` the claims (kept under that tag).
* Standards have their number in `{ISBN}`; tables of yearbooks are called standards too.
* A tag stands at the begin of a line; any other line goes on with the value before it.

Written is what CNKI would write, one author a line. What NoteExpress has no tag for is reported,
or written as `{Notes}` with `--extras`; other tags of a file that was read come back.

Known gaps: `{Translated Author}` and `{Translated Journal}` beside the originals are kept as they
are, for nothing says which name is whose. A keyword with a semicolon is written as it is and reads
back as two; a body that has no word of a body in its name may be read as a person.
"""

from __future__ import annotations

from litconv.registry import Format, LazyReader, LazyWriter

FORMATS = (
    Format(
        name="noteexpress",
        title="NoteExpress (CNKI, Wanfang, VIP)",
        extensions=(".net",),
        shared_extensions=(".txt",),
        spec_url="https://www.inoteexpress.com/",
        reader=LazyReader(
            "litconv.formats.noteexpress.reader:NoteExpressReader",
            "litconv.formats.noteexpress.sniff:sniff",
        ),
        writer=LazyWriter("litconv.formats.noteexpress.writer:NoteExpressWriter"),
    ),
)
