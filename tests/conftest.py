"""Fixtures that several test modules use, and the option that rewrites transcripts."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

import litconv
from enrich_bench import bench, client, clock, services  # noqa: F401 - fixtures for all tests
from made_styles import GOOD

# pandoc comes as a Python package, in the version that reads RIS; the tests find it on the PATH.
if pypandoc := importlib.util.find_spec("pypandoc"):
    _PANDOC = Path(str(pypandoc.origin)).parent / "files"
    os.environ["PATH"] = f"{_PANDOC}{os.pathsep}{os.environ.get('PATH', '')}"

# How fast examples are made and run says nothing on a machine that does other work besides.
settings.register_profile(
    "patient", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("patient")

ROOT = Path(__file__).resolve().parent.parent
PACKAGE_HOME = Path(litconv.__file__).resolve().parent.parent

# A run must not depend on the terminal, the locale or the settings of whoever starts the tests.
_DROPPED = {"COLUMNS", "LINES", "NO_COLOR", "TERM", "LITCONV_DEBUG", "LC_ALL", "LANG", "LC_CTYPE"}


class Run(NamedTuple):
    """What a finished run of the program left behind."""

    code: int
    out: str
    err: str


RunLitconv = Callable[..., Run]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept",
        action="store_true",
        help="rewrite the transcripts with the output the program gives now",
    )


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def program_environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give an environment in which `litconv` is the program under test."""
    folder = tmp_path_factory.mktemp("bin")
    script = folder / "litconv"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m litconv "$@"\n')
    script.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if name not in _DROPPED}
    return kept | {
        "PATH": f"{folder}{os.pathsep}{kept.get('PATH', '')}",
        "PYTHONPATH": str(PACKAGE_HOME),
        "LC_ALL": "C.UTF-8",
    }


@pytest.fixture
def run_litconv(program_environment: dict[str, str], tmp_path: Path) -> RunLitconv:
    """Give a function that runs the program in a fresh folder and returns code, out and err."""

    def run(
        *args: str,
        stdin: bytes | None = b"",
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
    ) -> Run:
        done = subprocess.run(
            [sys.executable, "-m", "litconv", *args],
            input=stdin,
            capture_output=True,
            cwd=cwd or tmp_path,
            env={**program_environment, **(env or {})},
            check=False,
            timeout=120,
        )
        return Run(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def my_style(tmp_path: Path) -> Path:
    """Give a file with a small style."""
    path = tmp_path / "my-style.csl"
    path.write_text(GOOD)
    return path
