"""LibreOffice opens the references as Word and RTF documents and shows their text."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from litconv.text.markup import Entry, Mark, Run, Shape, docx_list, rtf_list, text_list

pytestmark = [
    pytest.mark.clients,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]

ENTRIES = [
    Entry(
        "a",
        (
            *(Run("[1]\t Able, “"), Run("Homo sapiens", (Mark.ITALIC,)), Run("” and H")),
            *(Run("2", (Mark.SUB,)), Run("O, {a\\b} & <c>, 虚构 😀 "), Run("−2", (Mark.SUP,))),
            Run(". https://doi.org/10.1000/inv_1"),
        ),
    ),
    Entry("b", (Run("[2]\t "), Run("Zett", (Mark.SMALL_CAPS,)), Run(", doi: 10.1000/inv_2."))),
]


def convert(source: Path, ending: str, kind: str, *, folder: Path) -> str:
    """Let LibreOffice write a file in another format, in a profile of its own."""
    subprocess.run(
        [
            *("soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
            *("--convert-to", kind, "--outdir", str(folder / "made"), str(source)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / "made" / source.with_suffix(ending).name).read_text("utf-8-sig")


def write(folder: Path, name: str, shape: Shape) -> Path:
    file = folder / name
    if file.suffix == ".docx":
        file.write_bytes(docx_list(ENTRIES, shape))
    else:
        file.write_text("".join(rtf_list(ENTRIES, shape)), "ascii")
    return file


@pytest.mark.parametrize("name", ["refs.docx", "refs.rtf"])
def test_text_is_the_same(name: str, tmp_path: Path) -> None:
    file = write(tmp_path, name, Shape(margin=True))
    shown = convert(file, ".txt", "txt:Text (encoded):UTF8", folder=tmp_path)
    expected = "".join(text_list(ENTRIES, Shape())).replace("] ", "]\t")
    assert shown.splitlines() == expected.splitlines()


@pytest.mark.parametrize("name", ["refs.docx", "refs.rtf"])
def test_marks_links_and_indent_are_seen(name: str, tmp_path: Path) -> None:
    file = write(tmp_path, name, Shape(hanging=True))
    shown = convert(file, ".fodt", "fodt", folder=tmp_path)
    assert 'fo:font-style="italic"' in shown
    assert 'fo:font-variant="small-caps"' in shown
    assert 'style:text-position="super' in shown
    assert 'style:text-position="sub' in shown
    assert 'fo:text-indent="-0.5in"' in shown
    assert 'fo:margin-left="0.5in"' in shown
    assert 'xlink:href="https://doi.org/10.1000/inv_1"' in shown
    assert 'xlink:href="https://doi.org/10.1000/inv_2"' in shown
