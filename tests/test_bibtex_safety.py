"""BibTeX and biblatex: keys are unique, no value breaks out of its field, any entry parses."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from bibtexparser.entrypoint import parse_string, write_string
from bibtexparser.writer import BibtexFormat
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bibtex_entries import ARTICLE, FACTS, write
from litconv.model import Date, Identifiers, Record
from made_records import person
from strategies import records


def test_keys_are_unique_in_one_output() -> None:
    text = write(Record(id="Same"), Record(id="same"), Record())
    assert re.findall(r"@misc\{([^,]*),", text) == ["Same", "samea", "anonnd"]


ATTACKS = [
    "}, note = {forged",
    "x},\n@misc{forged,\n title={y}}",
    '", note = "forged',
    "\\}, note = {forged\\",
    "% comment\n}",
    "a } { b",
    "@article{forged, }",
    " and and and , , , ",
]


@pytest.mark.parametrize("to", ["bibtex", "biblatex"])
@pytest.mark.parametrize("text", ATTACKS)
def test_no_value_breaks_out_of_its_field(text: str, to: str) -> None:
    record = Record(
        id=f"key{text}",
        title=text,
        contributors=(person(text, text, suffix=text, particle=text), person("Roe", "A.")),
        publisher=text,
        keywords=(text, text),
        url=text,
        identifiers=Identifiers(doi=text, arxiv=text),
        note=text,
        issued=Date(literal=text),
    )
    check_parses(record, to=to, extras=True)


def check_parses(record: Record, *, to: str, **options: bool) -> None:
    """Every entry comes back with the fields that were written, and braces are balanced."""
    text = write(record, to=to, **options)
    names = re.findall(r"^  ([a-z]+) = ", text, flags=re.MULTILINE)
    assert text.count("\n") == len(names) + 2  # a line for each field, the head and the end
    depths = [0]
    for brace in re.findall(r"[{}]", text):
        depths.append(depths[-1] + (1 if brace == "{" else -1))
    assert depths[-1] == 0
    assert min(depths[1:-1]) > 0
    library = parse_string(text)
    assert library.failed_blocks == []
    assert len(library.blocks) == 1
    (parsed,) = library.entries
    assert parsed.entry_type == text[1 : text.index("{")]
    assert parsed.key == text[text.index("{") + 1 : text.index(",")]
    assert [field.key for field in parsed.fields] == names


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    record=records(),
    to=st.sampled_from(["bibtex", "biblatex"]),
    extras=st.booleans(),
    ascii_only=st.booleans(),
)
def test_any_record_parses_back_to_one_entry(
    *, record: Record, to: str, extras: bool, ascii_only: bool
) -> None:
    check_parses(record, to=to, extras=extras, ascii_only=ascii_only)


def test_the_layout_is_that_of_bibtexparser() -> None:
    layout = BibtexFormat()  # type: ignore[no-untyped-call]  # published without types
    layout.indent = "  "
    layout.trailing_comma = True
    layout.block_separator = "\n"
    text = write(ARTICLE, FACTS, extras=True)
    entries = parse_string(text, parse_stack=[])
    assert write_string(entries, unparse_stack=[], bibtex_format=layout) == text


def test_the_writer_loads_no_heavy_package() -> None:
    code = (
        "import sys, litconv.formats.bibtex; "
        "print([m for m in ('bibtexparser', 'pylatexenc', 'pypinyin') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
