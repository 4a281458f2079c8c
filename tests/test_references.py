"""The writer of formatted references."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest

from litconv.csl.processor.engine import Style
from litconv.diagnostics import Diagnostics, UsageError
from litconv.formats.references import FORMATS
from litconv.formats.references.writer import ReferencesWriter
from litconv.model import Identifiers, ItemType, Origin, Pages, Record, Span
from litconv.options import Markup, Order, WriteOptions
from made_records import dated, person


def record(key: str, family: str, **more: object) -> Record:
    fields: dict[str, object] = {
        "id": key,
        "type": ItemType.ARTICLE_JOURNAL,
        "title": "Invented <peers> & others",
        "contributors": (person(family, "Ann"),),
        "container_title": "Journal of Invented Results",
        "issued": dated(2020),
        "volume": "12",
        "pages": Pages(first="1", last="9"),
        "identifiers": Identifiers(doi="10.1000/inv.1"),
        **more,
    }
    return Record(**fields)  # type: ignore[arg-type]  # (the fields are checked by msgspec)


TWO = [record("zett2020", "Zett"), record("Able2020", "Able")]


def write(
    records: list[Record],
    markup: Markup = Markup.TEXT,
    order: Order = Order.STYLE,
    style: str = "apa",
) -> tuple[str, Diagnostics]:
    out, diagnostics = io.StringIO(), Diagnostics()
    options = WriteOptions(markup=markup, order=order, style=style)
    ReferencesWriter().write(records, out, diagnostics, options)
    return out.getvalue(), diagnostics


def test_text_is_a_reference_a_line_in_the_order_of_the_style() -> None:
    text, diagnostics = write(TWO)
    assert text == (
        "Able, A. (2020). Invented <peers> & others. Journal of Invented Results, 12, 1–9. "
        "https://doi.org/10.1000/inv.1\n"
        "Zett, A. (2020). Invented <peers> & others. Journal of Invented Results, 12, 1–9. "
        "https://doi.org/10.1000/inv.1\n"
    )
    assert diagnostics.items == []


def test_order_input_streams() -> None:
    seen: list[str] = []

    class Out(io.StringIO):
        def write(self, text: str) -> int:
            seen.append(text[:4])
            return super().write(text)

    def records() -> Iterator[Record]:
        for one in TWO:
            seen.append("read")
            yield one

    options = WriteOptions(style="apa", order=Order.INPUT)
    ReferencesWriter().write(records(), Out(), Diagnostics(), options)
    assert seen == ["read", "Zett", "read", "Able"]


def test_html() -> None:
    text, _ = write(TWO[:1], Markup.HTML)
    assert text == (
        '<div class="csl-bib-body" style="margin-left: 2em; text-indent: -2em;">\n'
        '  <div class="csl-entry" id="zett2020">Zett, A. (2020). Invented &lt;peers&gt; &amp; '
        "others. <i>Journal of Invented Results</i>, <i>12</i>, 1–9. "
        '<a href="https://doi.org/10.1000/inv.1">https://doi.org/10.1000/inv.1</a></div>\n'
        "</div>\n"
    )


def test_html_ids_have_no_blanks_and_are_unique() -> None:
    text, _ = write([record('a "b"', "Able"), record('a "b"', "Able")], Markup.HTML)
    assert 'id="a-&quot;b&quot;"' in text
    assert 'id="a-&quot;b&quot;-2"' in text


def test_jsonl_keeps_the_case_of_ids() -> None:
    text, _ = write(TWO, Markup.JSONL, Order.INPUT)
    rows = [json.loads(line) for line in text.splitlines()]
    assert [row["id"] for row in rows] == ["zett2020", "Able2020"]
    assert rows[1]["text"].startswith("Able, A. (2020). Invented <peers>")
    assert "Invented &lt;peers&gt; &amp; others. <i>Journal" in rows[1]["html"]


def test_markdown_has_a_paragraph_a_reference() -> None:
    text, _ = write(TWO, Markup.MARKDOWN)
    assert text.count("\n\n") == 1
    assert r"Invented \<peers\> \& others. *Journal of Invented Results*, *12*, 1–9. <http" in text


def test_terminal_shows_italics_and_lets_no_sequence_through() -> None:
    text, _ = write([record("k", "Able", title="A \x1b]0;title\x07 b")], Markup.TERMINAL)
    assert "\x1b[3mJournal of Invented Results\x1b[0m" in text
    assert "]0;title" in text
    assert "\x1b]0" not in text
    assert text.count("\x1b") == 8  # two runs in italics, one link


def test_line_breaks_in_values_make_no_lines() -> None:
    text, _ = write([record("k", "Able", title="A\r\nb\u2028c\x0bd")])
    assert text.count("\n") == 1
    assert len(text.splitlines()) == 1


def test_what_is_missing_is_left_out() -> None:
    bare = Record(id="k", type=ItemType.ARTICLE_JOURNAL, title="Alone")
    assert write([bare])[0] == "Alone. (n.d.).\n"


def test_numeric_styles_count_in_the_order_written() -> None:
    text, _ = write(TWO, style="ieee", order=Order.INPUT)
    assert [line[:11] for line in text.splitlines()] == ["[1] A. Zett", "[2] A. Able"]


def test_a_broken_record_gets_a_plain_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    def explode(*_: object, **__: object) -> None:
        msg = "no such thing\x1b[2J"
        raise ValueError(msg)

    monkeypatch.setattr(Style, "render", explode)
    text, diagnostics = write(TWO[:1])
    assert text.startswith("Zett Ann. 2020. Invented <peers> & others.")
    assert [one.code for one in diagnostics.items] == ["reference-fallback"]
    assert "\x1b" not in diagnostics.items[0].message


def test_works_that_the_style_does_not_list_are_reported() -> None:
    letter = Record(id="k", type=ItemType.PERSONAL_COMMUNICATION, title="A letter")
    text, diagnostics = write([letter])
    assert text == ""
    assert [one.code for one in diagnostics.items] == ["reference-not-listed"]


def test_a_work_that_is_not_listed_is_no_line_for_programs_and_has_its_place() -> None:
    span = Span("in.txt", 7)
    letter = Record(
        id="k",
        type=ItemType.PERSONAL_COMMUNICATION,
        title="A letter",
        origin=Origin(format="x", span=span),
    )
    text, diagnostics = write([letter], markup=Markup.JSONL)
    assert text == ""
    assert [one.span for one in diagnostics.items] == [span]


def test_csl_needs_a_style() -> None:
    with pytest.raises(UsageError, match="name of a style"):
        write(TWO, style="")


def test_formats() -> None:
    assert [(one.name, one.preset, one.takes_style) for one in FORMATS] == [
        ("apa", "apa", False),
        ("gbt7714", "gbt7714-2025-numeric", False),
        ("gbt7714-author-date", "gbt7714-2025-author-date", False),
        ("gbt7714-2015", "china-national-standard-gb-t-7714-2015-numeric", False),
        ("csl", "", True),
    ]


def test_no_records_write_no_references() -> None:
    assert write([])[0] == ""
    assert write([], Markup.HTML, style="ieee")[0] == '<div class="csl-bib-body">\n</div>\n'
