"""Bad input and bad places: a clear message of one line, a hint, the exit code, no traceback."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from conftest import Run, RunLitconv
from litconv.cli.ending import report_internal
from litconv.cli.report import Reporter, Style
from test_cli import PAGE, RECORD


def error_lines(run: Run) -> list[str]:
    return [line for line in run.err.splitlines() if ": error[" in line]


def check(run: Run, code: int, *words: str) -> None:
    """One error line with these words, a hint below it, nothing on stdout, no traceback."""
    assert run.code == code
    assert run.out == ""
    assert "Traceback" not in run.err
    (line,) = error_lines(run)
    for word in words:
        assert word in line
    lines = run.err.splitlines()
    assert lines[lines.index(line) + 1].startswith("    hint: ")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.txt"
    file.write_text(PAGE, encoding="utf-8")
    return file


@pytest.mark.parametrize("data", [b"", b"\n \r\n\t", b"\xef\xbb\xbf"])
def test_empty_file(data: bytes, tmp_path: Path, run_litconv: RunLitconv) -> None:
    (tmp_path / "empty.txt").write_bytes(data)
    check(
        run_litconv("convert", "empty.txt", "-t", "json"),
        1,
        "empty.txt:1:1: ",
        "input-empty]: the input is empty",
    )
    check(run_litconv("convert", "-t", "json", stdin=data), 1, "-:1:1: ", "the input is empty")
    check(run_litconv("show", "empty.txt"), 1, "the input is empty")
    check(run_litconv("convert", "empty.txt", "-q", "-t", "json"), 1, "the input is empty")


def test_binary_file(tmp_path: Path, run_litconv: RunLitconv) -> None:
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    check(
        run_litconv("convert", "image.txt", "-t", "json"),
        3,
        "image.txt:1:1: ",
        "the input is not text",
    )


@pytest.mark.parametrize("command", [["convert", "-t", "json"], ["show"]])
def test_very_long_line(command: list[str], tmp_path: Path, run_litconv: RunLitconv) -> None:
    (tmp_path / "long.txt").write_bytes(b"x" * 20_000_000)
    check(run_litconv(*command, "long.txt"), 3, "format-unknown", "long.txt")


def test_very_long_line_inside_a_page(tmp_path: Path, run_litconv: RunLitconv) -> None:
    text = PAGE.replace("页码:", "摘要\n" + "long " * 4_000_000 + "\n页码:")
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    run = run_litconv("convert", "page.txt", "-t", "json")
    assert (run.code, len(run.out) > 19_000_000) == (0, True)


def test_missing_file(run_litconv: RunLitconv) -> None:
    run = run_litconv("convert", "nowhere.txt", "-t", "json")
    check(run, 3, "nowhere.txt:1:1: error[input-unreadable]: cannot be read: No such file")
    assert run.err.count("nowhere.txt") == 1


def test_file_name_that_cannot_be_one(run_litconv: RunLitconv) -> None:
    check(run_litconv("convert", "", "-t", "json"), 3, "cannot be read: this is no path")
    check(run_litconv("convert", "x" * 5000, "-t", "json"), 3, "input-unreadable")


def test_folder_without_pages(tmp_path: Path, run_litconv: RunLitconv) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "picture.png").write_bytes(b"x")
    run = run_litconv("convert", "folder", "-t", "json")
    check(run, 3, "folder:1:1: ", "the folder holds no file that litconv reads")


def test_text_of_no_known_format(run_litconv: RunLitconv) -> None:
    run = run_litconv("convert", "-t", "json", stdin=b"Dear diary\n")
    check(run, 3, "format-unknown", "in no format that litconv knows")


def test_undecodable_byte_is_reported_with_its_place(
    tmp_path: Path, run_litconv: RunLitconv
) -> None:
    data = PAGE.encode().replace(b"Xx Univ", b"Xx \xff Univ")
    (tmp_path / "page.txt").write_bytes(data)
    run = run_litconv("convert", "page.txt", "-t", "json")
    assert run.code == 0
    assert "Xx � Univ" in run.out
    assert "page.txt:7:8: warning[undecodable-bytes]: byte 0xff is not valid utf-8" in run.err


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (PAGE.replace("Xx", "X\x1b[31mx").encode(), "control-character-removed"),
        (PAGE.replace("Some Town", "示例市").encode("gb18030"), "encoding-guessed"),
        (PAGE.encode("utf-16-le"), "encoding-guessed"),
        (PAGE.replace("Xx", "Xx \udcff").encode("utf-8", "surrogateescape"), "undecodable-bytes"),
    ],
)
def test_what_is_said_about_bytes_that_can_be_read(
    data: bytes, code: str, run_litconv: RunLitconv
) -> None:
    run = run_litconv("convert", "-t", "json", "--diagnostics", "json", stdin=data)
    assert run.code == 0
    assert json.loads(run.out)["title"] == "An invented study of examples"
    assert code in [json.loads(line)["code"] for line in run.err.splitlines()]


def test_reader_that_finds_nothing_does_not_end_in_silence(
    monkeypatch: pytest.MonkeyPatch, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from litconv.cli.app import main

    monkeypatch.setattr("litconv.pipeline.read", lambda *_, **__: iter(()))
    assert main(["convert", str(page), "-t", "json", "--diagnostics", "json"]) == 1
    assert json.loads(capsys.readouterr().err)["code"] == "nothing-found"
    assert main(["show", str(page)]) == 1
    assert "error[nothing-found]: no record found in " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["-t", "bibtx"], ["cannot write 'bibtx'", "did you mean bibtex"]),
        (["-t", "json", "--from", "jsn"], ["cannot read 'jsn'", "did you mean json"]),
        ([], ["--to FORMAT is missing"]),
        (["-o", "refs"], ["--to FORMAT is missing"]),
        (["-o", "refs.zzz"], ["no format is known for the ending .zzz"]),
        (["-t", "json", "--include", "mian"], ["'--include'", "'mian' is not one of"]),
        (["-t", "json", "--encoding", "utf-9"], ["there is no encoding 'utf-9'"]),
        (["-t", "json", "--encoding", "base64"], ["there is no encoding 'base64'"]),
        (["-t", "json", "--too", "x"], ["no such option: --too; did you mean --to?"]),
        (["--to"], ["--to", "requires an argument"]),
        (["-t", "json", "-o", "page.txt"], ["-o page.txt would overwrite an input"]),
        (["-t", "json", "--rejects", "./page.txt"], ["--rejects ./page.txt would overwrite"]),
        (["-t", "json", "-o", "a", "--rejects", "a"], ["-o and --rejects are both a"]),
        (["-t", "json", "--rejects", "-"], ["--rejects needs a file"]),
    ],
)
def test_wrong_usage(
    args: list[str], words: list[str], page: Path, run_litconv: RunLitconv
) -> None:
    check(run_litconv("convert", page.name, *args), 2, "litconv: error[usage-error]: ", *words)
    assert page.read_text(encoding="utf-8") == PAGE


def test_wrong_option_points_at_the_help_of_its_command(run_litconv: RunLitconv) -> None:
    assert "hint: See `litconv convert --help`." in run_litconv("convert", "--to").err
    assert "hint: See `litconv --help`." in run_litconv("--to", "convert").err


def test_unknown_command(run_litconv: RunLitconv) -> None:
    asked = run_litconv("help", "merge")
    check(asked, 2, "there is no command 'help'")
    assert "Say litconv merge --help." in asked.err
    check(run_litconv("convrt", "x"), 2, "there is no command 'convrt'; did you mean convert?")


def test_input_is_safe_behind_links_and_in_folders(
    page: Path, tmp_path: Path, run_litconv: RunLitconv
) -> None:
    (tmp_path / "link.json").symlink_to(page)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "page.txt").write_text(PAGE, encoding="utf-8")
    check(run_litconv("convert", page.name, "-o", "link.json", "-t", "json"), 2, "overwrite")
    check(run_litconv("convert", "sub", "-o", "sub/page.txt", "-t", "json"), 2, "overwrite")
    assert page.read_text(encoding="utf-8") == PAGE


@pytest.mark.parametrize("place", ["nowhere/refs.json", ".", "/proc/refs.json", "page.txt/x.json"])
def test_output_to_a_place_that_cannot_be_written(
    place: str, page: Path, run_litconv: RunLitconv
) -> None:
    run = run_litconv("convert", page.name, "-t", "json", "-o", place)
    check(run, 4, "output-unwritable", f"cannot write {place}")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110 - in a decorator
@pytest.mark.parametrize(
    "command",
    ["convert page.txt -t json", "show page.txt", "formats", "explain", "--help", "convert -h"],
)
def test_full_disk(
    command: str, page: Path, tmp_path: Path, program_environment: dict[str, str]
) -> None:
    import subprocess

    done = subprocess.run(
        ["bash", "-c", f"litconv {command} > /dev/full"],
        cwd=tmp_path,
        env=program_environment,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert page.exists()
    check(Run(done.returncode, "", done.stderr.decode()), 4, "No space left on device")
    assert b"Exception ignored" not in done.stderr


def test_failed_output_leaves_the_old_file_and_no_rubbish(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from litconv.cli.app import main

    def fails(*_: object) -> None:
        msg = "invented"
        raise RuntimeError(msg)

    old = tmp_path / "old.json"
    old.write_text("before")
    monkeypatch.setattr("litconv.pipeline.write", fails)
    code = main(["convert", str(page), "-t", "json", "-o", str(old)])
    assert code == 70
    assert old.read_text() == "before"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["old.json", "page.txt"]
    message = capsys.readouterr().err
    assert "error[internal-error]: internal error: RuntimeError: invented (" in message
    assert "Traceback" not in message


def test_debug_shows_the_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LITCONV_DEBUG", "1")
    report_internal(KeyError("x"), Reporter(Style.JSON))
    *traceback, line = capsys.readouterr().err.splitlines()
    assert traceback == ["KeyError: 'x'"]
    assert json.loads(line)["code"] == "internal-error"


def test_broken_plugin_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from importlib.metadata import EntryPoint

    from litconv import registry
    from litconv.cli.app import main

    point = EntryPoint("odd", "no_such_module_here", "litconv.formats")
    monkeypatch.setattr(registry, "entry_points", lambda **_: [point])
    registry.formats.cache_clear()
    try:
        assert main(["formats"]) == 2
    finally:
        registry.formats.cache_clear()
    assert "the plugin odd (no_such_module_here) cannot be imported" in capsys.readouterr().err


def test_chinese_names_and_content_in_the_c_locale(tmp_path: Path, run_litconv: RunLitconv) -> None:
    (tmp_path / "论文.txt").write_text(PAGE.replace("An invented", "虚构的"), encoding="utf-8")
    for locale in ({"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONIOENCODING": "cp1252"}):
        run = run_litconv("convert", "论文.txt", "-t", "json", "-o", "结果.json", env=locale)
        assert run.code == 0
        assert "Traceback" not in run.err
        run = run_litconv("convert", "论文.txt", "-t", "json", env=locale)
        assert '"title":"虚构的 study of examples"' in run.out
        assert (tmp_path / "结果.json").read_text(encoding="utf-8") == run.out
        assert "虚构的 study" in run_litconv("show", "论文.txt", env=locale).out


@pytest.mark.skipif(sys.platform == "win32", reason="such names are not possible there")
def test_escape_sequences_never_reach_stderr_or_stdout(
    tmp_path: Path, run_litconv: RunLitconv
) -> None:
    name = "a\x1b[31m\nb\u202e.txt"
    (tmp_path / name).write_text(PAGE.replace("An inv", "An\x1b]0;x\x07 inv"), encoding="utf-8")
    record = RECORD.replace("One", "O\\u001b[31mn\\u009b2Je")
    for run in (
        run_litconv("convert", name, "-t", "json"),
        run_litconv("show", name),
        run_litconv("convert", name + "x", "-t", "json"),
        run_litconv("convert", name + "x", "-t", "json", "--diagnostics", "json"),
        run_litconv("convert", "-f", "json", "-t", "ris", stdin=record.encode()),
        run_litconv("show", "-f", "json", stdin=record.encode()),
        run_litconv("convert", name, "--no\x1b[31m"),
        run_litconv("\x1b[31m"),
        run_litconv("explain", "\x1b[31m"),
    ):
        assert "\x1b" not in run.out + run.err
        assert "\u202e" not in run.err.replace('\\"', "") or run.err.startswith("{")
        assert "\x9b" not in run.out + run.err
