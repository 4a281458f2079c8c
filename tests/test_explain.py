"""How each field is known: `show --explain`, `convert --provenance`."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from typer.testing import CliRunner

from litconv import pipeline, registry
from litconv.cli.app import app, main
from litconv.diagnostics import Diagnostics
from litconv.files import Input
from litconv.model import ItemType, Origin, Provenance, Record, Span
from litconv.options import WriteOptions
from litconv.refine.known import how_known, provenance_lines

PAGE = Path(__file__).parents[1] / "examples" / "peer-support.txt"
STEPS = (
    Provenance(field="title", how="changed", rule="sentence-case", before="AN OAK"),
    Provenance(field="volume", how="derived", rule="doi:oup"),
    Provenance(field="issue", how="merged", rule="merge", source="b.bib:12"),
    Provenance(
        field="publisher",
        how="enriched",
        rule="crossref",
        source="https://api.crossref.org",
        when="2024-05-01T10:00:00Z",
    ),
)
RECORD = Record(
    id="oak",
    type=ItemType.ARTICLE_JOURNAL,
    title="An oak",
    volume="6",
    issue="2",
    publisher="Alder {Press} @ home",
    note="A note",
    provenance=STEPS,
    origin=Origin(format="bibtex", span=Span("a@b.bib", 3, 1)),
)


def test_every_field_says_how_it_is_known() -> None:
    assert {one.field: one.text for one in how_known(RECORD)} == {
        "type": "read from a@b.bib:3",
        "title": "read from a@b.bib:3; changed by sentence-case, was: AN OAK",
        "volume": "derived from the DOI (rule doi:oup)",
        "issue": "merged from b.bib:12",
        "publisher": "enriched from https://api.crossref.org, 2024-05-01T10:00:00Z",
        "note": "read from a@b.bib:3",
    }
    assert provenance_lines(Record(title="An oak")) == ["read"]


def written(to: str) -> str:
    out = io.StringIO()
    format_ = registry.find(to, to=True)[0]
    pipeline.write([RECORD], out, format_, Diagnostics(), WriteOptions(provenance=True))
    return out.getvalue()


@pytest.mark.parametrize("to", ["bibtex", "biblatex"])
def test_bibtex_has_it_in_comments_that_no_program_takes_for_an_entry(to: str) -> None:
    text = written(to)
    comments = [line for line in text.splitlines() if line.startswith("%")]
    assert comments == [
        "% read from a(at)b.bib:3",
        "% title: read from a(at)b.bib:3; changed by sentence-case, was: AN OAK",
        "% publisher: enriched from https://api.crossref.org, 2024-05-01T10:00:00Z",
        "% volume: derived from the DOI (rule doi:oup)",
        "% issue: merged from b.bib:12",
    ]
    assert "\n@" in text
    assert "@" not in "".join(comments)
    said = Diagnostics()
    (again,) = pipeline.read([Input("x.bib", text.encode())], said)
    assert (again.id, again.volume, again.extra) == ("oak", "6", ())


def test_other_formats_have_it_in_the_note() -> None:
    assert "N1  - A note" in written("ris")
    assert "volume: derived from the DOI (rule doi:oup)" in written("ris")
    assert "Provenance: read from a@b.bib:3; title:" in written("csljson")
    assert "Provenance:" not in written("json")


def test_show_explains_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(PAGE), "--include", "main", "--explain"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "How it is known" in out
    assert "Volume derived from the DOI (rule doi:oup)" in out
    assert "Missing journal or book, year" in out


def test_show_calls_each_field_by_its_whole_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["show", str(PAGE.with_name("reading-list.bib")), "--explain"]) == 0
    labels = [line.split("  ")[0] for line in capsys.readouterr().out.splitlines()]
    assert {"URL", "Journal or book", "Publisher place"} <= set(labels)


def test_references_have_no_place_for_it() -> None:
    done = CliRunner().invoke(app, ["convert", str(PAGE), "--to", "apa", "--provenance"])
    assert done.exit_code == 2
