"""Markups on the command line: the ending of -o, bytes on stdout, and what is refused."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import docx
import pytest

import litconv
from conftest import RunLitconv
from litconv.diagnostics import UsageError
from terminal import run_in_terminal


@pytest.fixture
def page(root: Path) -> str:
    return str(root / "examples" / "peer-support.txt")


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("refs.docx", b"PK\x03\x04"),
        ("refs.rtf", b"{\\rtf1"),
        ("refs.HTML", b'<!doctype html>\n<html lang="en-US">'),
        ("refs.htm", b'<!doctype html>\n<html lang="en-US">'),
        ("refs.md", b"Davidson, L.,"),
        ("refs.rst", b"Davidson, L.,"),
        ("refs.txt", b"Davidson, L.,"),
    ],
)
def test_the_ending_names_the_markup(
    name: str, start: bytes, page: str, tmp_path: Path, run_litconv: RunLitconv
) -> None:
    run = run_litconv("convert", page, "--to", "csl:apa", "-o", name)
    assert (run.code, run.out) == (0, "")
    data = (tmp_path / name).read_bytes()
    assert data.startswith(start)
    assert (b"*Peer support" in data) is (name in {"refs.md", "refs.rst"})


@pytest.mark.parametrize(
    ("style", "name", "language", "title"),
    [
        ("apa", "chinese.txt", "en-US", "References"),
        ("gbt7714", "chinese.txt", "zh-CN", "参考文献"),
    ],
)
def test_a_file_of_html_is_a_whole_document(
    style: str,
    name: str,
    language: str,
    title: str,
    root: Path,
    tmp_path: Path,
    run_litconv: RunLitconv,
) -> None:
    page = str(root / "examples" / name)
    assert run_litconv("convert", page, "--to", style, "-o", "refs.html").code == 0
    document = (tmp_path / "refs.html").read_bytes().decode("utf-8")
    assert document.startswith(
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n"
    )
    assert document.endswith("</div>\n</body>\n</html>\n")
    assert "虚构图书馆学报" in document
    assert ("text-indent: -2em" in document) is (style == "apa")
    # What another program takes up into a page of its own stays a piece.
    piece = run_litconv("convert", page, "--to", style, "--markup", "html").out
    assert piece.startswith('<div class="csl-bib-body"')
    assert piece in document


def test_what_is_said_goes_before_the_ending(
    page: str, tmp_path: Path, run_litconv: RunLitconv
) -> None:
    run_litconv("convert", page, "--to", "apa", "--markup", "text", "-o", "refs.html")
    assert (tmp_path / "refs.html").read_text("utf-8").startswith("Davidson, L.,")


def test_a_word_document_can_go_through_a_pipe(
    page: str, program_environment: dict[str, str]
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "litconv", "convert", page, "--to", "apa", "--markup", "docx"],
        capture_output=True,
        check=True,
        env=program_environment,
    )
    (paragraph,) = docx.Document(io.BytesIO(done.stdout)).paragraphs
    assert paragraph.text.startswith("Davidson, L., Chinman, M.,")
    assert [run.text for run in paragraph.runs if run.italic] == [
        "Peer support among individuals with severe mental illness: A review of the evidence",
        "6",  # the volume
    ]


def test_a_word_document_is_not_written_to_a_terminal(
    page: str, tmp_path: Path, program_environment: dict[str, str]
) -> None:
    args = ["convert", page, "--to", "apa", "--markup", "docx"]
    seen = run_in_terminal(args, tmp_path, program_environment)
    assert seen.code == 2
    assert "docx is no text, so it is not written to a terminal" in seen.text
    assert "PK" not in seen.text


@pytest.mark.parametrize("name", ["refs.docx", "refs.html", "refs.rst"])
def test_an_ending_of_references_needs_a_style(
    name: str, page: str, tmp_path: Path, run_litconv: RunLitconv
) -> None:
    run = run_litconv("convert", page, "-o", name)
    assert run.code == 2
    assert f"{name} can hold references of any style, and none is named" in run.err
    assert f"Say for example --to apa -o {name}." in run.err
    assert not (tmp_path / name).exists()


def test_formats_that_are_no_references_have_no_markup(page: str, run_litconv: RunLitconv) -> None:
    run = run_litconv("convert", page, "--to", "bibtex", "--markup", "html")
    assert run.code == 2
    assert "--markup is about formatted references, and bibtex is none" in run.err


def test_an_old_file_stays_when_the_style_is_unknown(
    page: str, tmp_path: Path, run_litconv: RunLitconv
) -> None:
    old = tmp_path / "refs.docx"
    old.write_bytes(b"old")
    assert run_litconv("convert", page, "--to", "csl:no-such-style", "-o", "refs.docx").code == 2
    assert old.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["refs.docx"]


def test_the_library_gives_no_bytes_as_text(page: str) -> None:
    records = litconv.read(page)
    with pytest.raises(UsageError, match="docx is no text"):
        litconv.write(records, "apa", markup="docx")
    assert litconv.write(records, "apa", markup="rtf").startswith("{\\rtf1")
