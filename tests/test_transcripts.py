"""Runs the shell sessions of `transcripts/*.md` and of the README, and compares what they print.

In a block marked `console`, a line that starts with `$ ` is a command for bash (with `> ` before
lines that continue it); the lines up to the next command are its stdout and stderr, together and
exactly. `[exit 2]` as the last line says that it ends with that code. The commands of one file run
in one folder, which holds a copy of `examples/`. `pytest --accept` rewrites the files.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SESSIONS = [
    *sorted((ROOT / "tests" / "transcripts").glob("*.md")),
    ROOT / "docs" / "keys.md",
    ROOT / "README.md",
]
BLOCK = re.compile(r"(?ms)^```console\n(.*?)^```$")


def steps(block: str) -> list[tuple[str, str]]:
    """Split a block into commands and what they should print."""
    found: list[tuple[list[str], list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append(([line[2:]], []))
        elif not found:
            msg = f"this line stands before any command: {line!r}"
            raise ValueError(msg)
        elif line.startswith("> ") and not found[-1][1] and _goes_on(found[-1][0][-1]):
            found[-1][0].append(line[2:])
        else:
            found[-1][1].append(line)
    return [("\n".join(command), "\n".join(output)) for command, output in found]


def _goes_on(line: str) -> bool:
    return line.endswith(("\\", "|", "&&", "do", "then"))


def perform(command: str, folder: Path, environment: dict[str, str]) -> str:
    """Run one command and give what it printed, with its exit code if that is not 0."""
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=120,
    )
    text = done.stdout.decode().rstrip("\n")
    if done.returncode:
        text += f"\n[exit {done.returncode}]" if text else f"[exit {done.returncode}]"
    return text


def play(text: str, folder: Path, environment: dict[str, str]) -> str:
    """Give the text of a session file with the output that its commands give now."""

    def replayed(block: re.Match[str]) -> str:
        lines = []
        for command, _ in steps(block[1]):
            first, *rest = command.split("\n")
            lines += [f"$ {first}", *(f"> {line}" for line in rest)]
            if printed := perform(command, folder, environment):
                lines.append(printed)
        return "```console\n" + "\n".join(lines) + "\n```"

    return BLOCK.sub(replayed, text)


@pytest.mark.parametrize("session", SESSIONS, ids=lambda path: path.name)
def test_session_prints_what_the_file_shows(
    session: Path,
    tmp_path: Path,
    program_environment: dict[str, str],
    request: pytest.FixtureRequest,
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    expected = session.read_text(encoding="utf-8")
    actual = play(expected, tmp_path, program_environment)
    if request.config.getoption("--accept"):
        session.write_text(actual, encoding="utf-8")
        return
    assert actual == expected


def test_there_are_sessions_to_run() -> None:
    assert any(BLOCK.search(path.read_text(encoding="utf-8")) for path in SESSIONS[:-1])


def test_a_wrong_output_would_be_noticed(
    tmp_path: Path, program_environment: dict[str, str]
) -> None:
    text = "```console\n$ echo one\ntwo\n$ false\n```"
    right = "```console\n$ echo one\none\n$ false\n[exit 1]\n```"
    assert play(text, tmp_path, program_environment) == right


def test_a_command_can_go_on_in_the_next_line() -> None:
    assert steps("$ a |\n> b\nout\n") == [("a |\nb", "out")]


def test_the_shell_script_of_the_examples_runs(
    tmp_path: Path, program_environment: dict[str, str]
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    done = subprocess.run(
        ["bash", "-eu", "-o", "pipefail", "examples/pipelines.sh"],
        cwd=tmp_path,
        env=program_environment,
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False), done.stderr.decode()
