"""Long lines of nasty shapes cost time in proportion to their length, whatever reads them."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from litconv.diagnostics import Diagnostics
from litconv.formats.record_page import FORMATS
from litconv.formats.record_page.lines import read_label, significant_lines
from litconv.source import Source, decode, strip_controls
from litconv.text.chinese.gbt7714 import is_reference_list
from litconv.text.citation import (
    looks_cited,
    looks_dotted,
    parse_cited,
    parse_source,
    split_at_mark,
)
from litconv.text.doi import clean_doi
from litconv.text.names import is_nobody, parse_name, spell_initials
from litconv.text.pages import parse_pages, strip_zeros
from litconv.text.width import join_lines, tidy

LENGTH = 100_000
SECONDS = 5.0
"""Far above what linear work takes (milliseconds), far below what quadratic work would."""

NASTY = [
    " ", "a", "A", "1", "0", "王", "\u3000", ",", ", ", ";", ".", ". ", "-", "- ", "/", "[",
    "]", "(", "[1]", "[1 ", "(1", "<", "<a ", "&#", "> ", "A ", "A. ", "A B ", "A-",
    "van ", "Jr ", "et al ", "等", "1990,", ", 1990", "(1990)", "V1, ", "DOI ", "10.1234/",
    "10.1234/x;", ")", "[J]", "[J].", "X .1", "a1", "e1", "1-", "\x1b[", "\x1b]", "\x9b",
    "年", "1卷", "被引", "作者:", "共 1", "• ", "B8 [", "A.,", "Xx A.M., ", "王某, ", "A, ", "I",
    "1.",
]  # fmt: skip
FILLER = "text without control characters " * 32_000
AROUND = [("", ""), ("a", " z!"), ("10.1234/a", ""), ("GUM PJ, 1990, ", "")]


def read_page(text: str) -> None:
    reader = FORMATS[0].reader
    assert reader
    page = f"A title\n被引:3\n作者\n{text}\n来源\n{text}\n页码\n1 / 9\n[1] {text}\n"
    assert list(reader.read(Source("p", page), Diagnostics()))


def read_labels(text: str) -> None:
    """Read lines that begin as labels, and go on in a way no label's value does."""
    page = [f"{label}{text}a{text}b" for label in ("关键词", "被引", "被引:1", "| [作者", "基金 :")]
    for line in significant_lines(Source("p", "\n".join(page))):
        read_label(line)


READERS: list[Callable[[str], object]] = [
    lambda text: is_reference_list(f"参考文献{text}"),
    is_reference_list,
    parse_name,
    lambda text: parse_name(text, cited=True),
    is_nobody,
    spell_initials,
    parse_source,
    parse_cited,
    looks_cited,
    looks_dotted,
    split_at_mark,
    clean_doi,
    parse_pages,
    strip_zeros,
    strip_controls,
    tidy,
    lambda text: join_lines([text, text]),
    lambda text: decode(f"{FILLER}{text}".encode(), "p", Diagnostics()),
    read_page,
    read_labels,
]
NAMES = (
    "list_heading reference_list "
    "parse_name cited is_nobody spell_initials parse_source parse_cited looks_cited looks_dotted "
    "split_at_mark clean_doi parse_pages strip_zeros strip_controls tidy join_lines decode "
    "read_page read_labels".split()
)


@pytest.mark.slow
@pytest.mark.parametrize("reader", READERS, ids=NAMES)
def test_time_is_linear(reader: Callable[[str], object]) -> None:
    slow = []
    for unit in NASTY:
        for before, after in AROUND:
            text = before + unit * (LENGTH // len(unit)) + after
            begin = time.process_time()
            reader(text)
            if time.process_time() - begin > SECONDS:
                slow.append((before, unit, after))
    assert slow == []
