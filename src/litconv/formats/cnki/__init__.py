"""CNKI's 自定义 export and that of CNKI E-Study: `Title-题名: …`, a key in two languages a line.

There is no specification; sources are the export forms of cnki.net and E-Study.

* A record starts with the key that starts the file (`SrcDatabase-来源库`, `DataType`,
  `Title-题名`); blank lines separate records and may stand inside an abstract.
* `SrcDatabase` is the type, as a word (期刊, 硕士, 国内会议) or as a database's name
  (中国学术期刊网络出版总库). `Source` is what the work stands in; of theses, books, standards and
  patents it is the body behind them.
* The year may be empty: `PubTime` has it. Where both are there and differ, `PubTime` is the day of
  the first publication online and is kept as it is.
* `FirstDuty` repeats the first author and is dropped when it does.

Known gaps: keys that are not known are kept under their English half.
"""

from __future__ import annotations

from litconv.registry import Format, LazyReader

FORMATS = (
    Format(
        name="cnki",
        title="CNKI 自定义 and E-Study text",
        shared_extensions=(".txt",),
        aliases=("cnki-custom", "e-study"),
        spec_url="https://www.cnki.net/",
        reader=LazyReader("litconv.formats.cnki.reader:CnkiReader"),
    ),
)
