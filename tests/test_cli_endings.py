"""Terminals, closed pipes, Ctrl-C: the program among other programs and in front of people."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import RunLitconv
from terminal import run_in_terminal
from test_cli import PAGE, RECORD

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs signals and terminals")

MANY = 120_000


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.txt"
    file.write_text(PAGE, encoding="utf-8")
    return file


@pytest.fixture
def long_work(tmp_path: Path) -> Path:
    """Make a file that takes some seconds to convert."""
    file = tmp_path / "many.json"
    lines = (RECORD.replace('"a"', f'"a{number}"') for number in range(MANY))
    file.write_text("".join(lines))
    return file


@pytest.mark.parametrize("stream", ["2>/dev/null", "2>&1"])
def test_closed_pipe_ends_quietly_by_its_signal(
    stream: str, long_work: Path, tmp_path: Path, program_environment: dict[str, str]
) -> None:
    command = f"litconv convert {long_work.name} -f json -t json {stream} | head -1 | wc -l; "
    done = subprocess.run(
        ["bash", "-c", command + "echo ${PIPESTATUS[0]}"],
        cwd=tmp_path,
        env=program_environment,
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.split() == [b"1", b"141"]
    assert done.stderr == b""


def test_ctrl_c_ends_quietly_and_leaves_the_old_output(
    long_work: Path, tmp_path: Path, program_environment: dict[str, str]
) -> None:
    (tmp_path / "old.json").write_text("before")
    args = ["convert", long_work.name, "-f", "json", "-t", "json", "-q", "-o", "old.json"]
    process = subprocess.Popen(
        [sys.executable, "-m", "litconv", *args],
        cwd=tmp_path,
        env=program_environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + 30
    while not list(tmp_path.glob(".old.json.*")) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == -signal.SIGINT  # a shell shows 130
    assert (out, err) == (b"", b"")
    assert (tmp_path / "old.json").read_text() == "before"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["many.json", "old.json"]


def test_ctrl_c_while_loading_is_quiet(program_environment: dict[str, str]) -> None:
    script = (
        "import signal, sys, threading, os\n"
        "sys.argv = ['litconv', '--help']\n"
        "import importlib\n"
        "def fails(name): raise KeyboardInterrupt\n"
        "importlib.import_module = fails\n"
        "from litconv.__main__ import main\nmain()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env=program_environment, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")


@pytest.mark.parametrize("command", ["convert", "show"])
def test_terminal_without_a_file_gets_help(
    command: str, tmp_path: Path, program_environment: dict[str, str]
) -> None:
    seen = run_in_terminal([command], tmp_path, program_environment)
    assert seen.code == 2
    assert seen.text.startswith(f"Usage: litconv {command} [OPTIONS]")
    assert seen.text.splitlines()[-1].startswith("No input: name a FILE or a FOLDER")


def test_help_does_not_land_in_the_data(
    tmp_path: Path, program_environment: dict[str, str]
) -> None:
    seen = run_in_terminal(
        ["litconv convert -t json > out.json"], tmp_path, program_environment, in_shell=True
    )
    assert "Usage: litconv convert" in seen.text
    assert (tmp_path / "out.json").read_text() == ""


def test_colour_only_on_a_terminal_and_without_no_color(
    page: Path, tmp_path: Path, program_environment: dict[str, str], run_litconv: RunLitconv
) -> None:
    args = ["convert", page.name, "missing.txt", "-t", "json"]
    assert (
        "\x1b[1;31merror[input-unreadable]:"
        in run_in_terminal(args, tmp_path, program_environment).text
    )
    assert "\x1b" not in run_litconv(*args).err
    for plain in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        seen = run_in_terminal(args, tmp_path, program_environment | plain)
        assert "error[input-unreadable]:" in seen.text
        assert "\x1b" not in seen.text


def test_pipe_gets_the_same_bytes_whatever_the_terminal(
    page: Path, tmp_path: Path, program_environment: dict[str, str], run_litconv: RunLitconv
) -> None:
    expected = run_litconv("convert", page.name, "-t", "json").out
    command = [f"litconv convert {page.name} -t json | cat > out.json"]
    run_in_terminal(command, tmp_path, program_environment, in_shell=True)
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == expected


def test_progress_shows_on_a_terminal_for_long_work_only(
    long_work: Path, page: Path, tmp_path: Path, program_environment: dict[str, str]
) -> None:
    args = [long_work.name, "-f", "json", "-t", "json", "-o", "out.json"]
    seen = run_in_terminal(["convert", *args], tmp_path, program_environment)
    assert re.search(r"\d+ records ", seen.text)
    assert f"{MANY} records written to out.json" in seen.text
    short = run_in_terminal(["convert", page.name, "-t", "json"], tmp_path, program_environment)
    assert "records" not in short.text
    command = [f"litconv convert {' '.join(args)} -q 2> err.txt"]
    run_in_terminal(command, tmp_path, program_environment, in_shell=True)
    assert (tmp_path / "err.txt").read_text() == ""


def test_summary_is_for_terminals_only(
    page: Path, tmp_path: Path, program_environment: dict[str, str], run_litconv: RunLitconv
) -> None:
    args = ["convert", page.name, "-t", "json", "-o", "out.json"]
    assert (
        "1 record written to out.json" in run_in_terminal(args, tmp_path, program_environment).text
    )
    assert "written to" not in run_litconv(*args).err


def test_output_to_a_device_keeps_the_device(
    page: Path, tmp_path: Path, program_environment: dict[str, str]
) -> None:
    done = subprocess.run(
        ["bash", "-c", f"litconv convert {page.name} -t json -o /dev/stdout -q | cat"],
        cwd=tmp_path,
        env=program_environment,
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout)["title"] == "An invented study of examples"


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_give_no_traceback(
    closed: str, page: Path, tmp_path: Path, program_environment: dict[str, str]
) -> None:
    done = subprocess.run(
        ["bash", "-c", f"litconv convert {page.name} -t json {closed}"],
        cwd=tmp_path,
        env=program_environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == (4 if ">&-" in closed.replace("2>&-", "") else 0)
    assert b"Traceback" not in done.stderr
