"""Which format an input is taken for, and what is said where that is not clear."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import RunLitconv
from litconv import detection, pipeline, registry
from litconv.diagnostics import Diagnostics
from litconv.files import Input
from litconv.model import Record
from litconv.registry import Format
from litconv.source import Source
from test_pipeline import PAGE, RELATED


class Claims:
    """A reader that claims what begins with a word."""

    def __init__(self, word: str) -> None:
        self.word = word

    def sniff(self, head: str) -> bool:
        return head.startswith(self.word)

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        del diagnostics
        yield Record(title=source.text)


@pytest.fixture
def four(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make four formats the only ones: two told by the same word, one by none, one by its text."""
    made = [
        Format(name="one", title="One", extensions=(".one",), reader=Claims("ab")),
        Format(name="two", title="Two", extensions=(".two",), reader=Claims("a")),
        Format(name="mute", title="Mute", extensions=(".mute",), reader=Claims("\0")),
        Format(
            name="page",
            title="Page",
            shared_extensions=(".txt",),
            reader=Claims("p"),
        ),
    ]
    monkeypatch.setattr(registry, "readable", lambda: made)


@pytest.mark.usefixtures("four")
@pytest.mark.parametrize(
    ("text", "extension", "name"),
    [
        ("ac", "", "two"),
        ("ac", ".txt", "two"),
        ("ac", ".unknown", "two"),
        ("zz", ".mute", "mute"),
        ("zz", ".one", "one"),
        ("abc", ".one", "one"),
        ("abc", ".two", "two"),
    ],
)
def test_detect(text: str, extension: str, name: str) -> None:
    assert detection.detect(Source("x", text), extension).name == name


@pytest.mark.usefixtures("four")
@pytest.mark.parametrize(
    ("text", "extension", "message", "hint"),
    [
        ("zz", "", "in no format that litconv knows", ""),
        ("zz", ".txt", "in no format that litconv knows", ""),
        ("zz", ".unknown", "in no format that litconv knows", ""),
        ("abc", "", "several formats claim the text", "Say --from with one of: one, two."),
        ("abc", ".txt", "several formats claim the text", "Say --from with one of: one, two."),
    ],
)
def test_detect_refuses_to_choose(text: str, extension: str, message: str, hint: str) -> None:
    with pytest.raises(detection.UnknownFormatError, match=message) as caught:
        detection.detect(Source("x", text), extension)
    assert caught.value.hint == hint


@pytest.mark.parametrize(("text", "name"), [(PAGE, "record-page"), (RELATED, "record-page")])
def test_pages_and_lists_are_recognised(text: str, name: str) -> None:
    for extension in ("", ".txt", ".text"):
        assert detection.detect(Source("x", text), extension).name == name


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.html", "<div>An invented study</div>"),
        ("page.HTM", "An invented study\n"),
        ("page.mhtml", "From: <Saved by a browser>\nMIME-Version: 1.0\n"),
        ("page.txt", "<!DOCTYPE html>\n<html lang=zh><title>An invented study</title>"),
        ("page", "<?xml version='1.0'?><!-- saved --><html xmlns='x'>"),
    ],
)
def test_the_code_of_a_web_page_is_called_so(
    name: str, text: str, tmp_path: Path, run_litconv: RunLitconv
) -> None:
    (tmp_path / name).write_text(text)
    run = run_litconv("convert", name, "--to", "ris")
    assert (run.code, run.out) == (3, "")
    said, hint = run.err.splitlines()
    assert said == (
        f"{name}:1:1: error[format-unknown]: this is the code of a web page (HTML); litconv reads "
        "the text that a browser shows"
    )
    assert hint == (
        "    hint: Open it in a browser, select and copy all, and save that as .txt or pipe it in."
    )


def test_what_is_no_web_page_is_not_called_one(run_litconv: RunLitconv) -> None:
    run = run_litconv("convert", "--to", "ris", stdin=b"<htmlish> of my diary\n")
    assert run.err.splitlines() == [
        "-:1:1: error[format-unknown]: the input is in no format that litconv knows",
        "    hint: Say --from FORMAT; `litconv formats` lists them.",
    ]


# ---------------------------------------------------------------------------- folders


FOREIGN = {
    "package.json": '{"name": "no bibliography", "private": true}',
    "empty.txt": "\n",
    "image.txt": "\x89PNG\r\n\x1a\n" + "\x00\x01\x02\x03" * 50,
    "list.txt": RELATED,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "pages"
    place.mkdir()
    for name, text in FOREIGN.items():
        (place / name).write_text(text, encoding="latin-1" if name == "image.txt" else "utf-8")
    (place / "study.txt").write_text(PAGE, encoding="utf-8")
    return place


def test_foreign_files_of_a_folder_are_noted(folder: Path, run_litconv: RunLitconv) -> None:
    run = run_litconv("convert", folder.name, "--to", "ris", "--only", "title")
    assert (run.code, run.out.count("TY  - ")) == (0, 1)
    said = [line for line in run.err.splitlines() if "warning" in line]
    skipped = "warning[input-skipped]: the input"
    assert said == [
        f"pages/empty.txt:1:1: {skipped} is empty",
        f"pages/image.txt:1:1: {skipped} is not text",
        f"pages/list.txt:1:1: {skipped} holds no main record, only a list of related papers",
        f"pages/package.json:1:1: {skipped} is in no format that litconv knows",
    ]
    assert run_litconv("check", folder.name).code == 1  # for what the study lacks
    assert run_litconv("show", folder.name, "--include", "main").code == 0


@pytest.mark.parametrize(
    ("name", "code"), [("package.json", 3), ("image.txt", 3), ("empty.txt", 1), ("list.txt", 1)]
)
def test_a_foreign_file_that_is_named_is_an_error(
    name: str, code: int, folder: Path, run_litconv: RunLitconv
) -> None:
    run = run_litconv("convert", f"pages/{name}", "pages/study.txt", "--to", "ris")
    assert run.code == code
    assert f"pages/{name}:1:1: error[" in run.err
    for other in set(FOREIGN) - {name}:
        (folder / other).unlink()
    (folder / "study.txt").unlink()
    alone = run_litconv("convert", "pages", "--to", "ris")
    assert (alone.code, alone.out) == (1, "")
    assert "litconv: error[nothing-found]: no record found in pages/" in alone.err


def test_a_damaged_file_of_a_folder_is_an_error(folder: Path, run_litconv: RunLitconv) -> None:
    (folder / "z.json").symlink_to(folder / "nowhere")
    (folder / "refs.ris").write_bytes(b"PK\x03\x04 no archive")
    run = run_litconv("convert", "pages", "--to", "ris", "-q")
    assert (run.code, run.out.count("TY  - ")) == (3, 1)
    assert run.err.startswith("pages/refs.ris:1:1: error[input-unreadable]: cannot be read: ")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("empty.ris", "Save or export it again from the program or site that it comes from."),
        ("empty.bib", "Save or export it again from the program or site that it comes from."),
        ("empty.txt", "Copy the page again, with the title and the labels."),
        ("page", "Copy the page again, with the title and the labels."),
        ("-", "Look at what comes before the pipe: it printed nothing."),
    ],
)
def test_the_hint_for_an_empty_input_fits_it(name: str, hint: str) -> None:
    said = Diagnostics()
    assert list(pipeline.read([Input(name, b" \n")], said)) == []
    assert [(one.code, one.hint) for one in said.items] == [("input-empty", hint)]
