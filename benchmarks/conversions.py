"""Times whole conversions beside litconv's peers, each a process of its own on one core.

    python benchmarks/conversions.py [--records 10000] [--growth 10]

RIS → BibTeX and BibTeX → CSL-JSON of invented records (`made.py`), from starting the program to
its end. Times are those a processor worked, which other work on the machine hardly changes; still
only figures of one run compare. Peers that are not installed are named and left out. With
`--growth N` litconv converts N times as many records too, which shows what a record costs then and
how much more memory it takes (streams: none).
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import made
import processes

from litconv import pipeline, registry
from litconv.csl.items.from_item import from_item
from litconv.diagnostics import Diagnostics

_HERE = Path(__file__).resolve().parent
_CITATION_JS = _HERE.parent / "tests" / "clients" / "node_modules" / "@citation-js" / "core"
_ROUNDS = 3
_PARSE = """
import sys
import bibtexparser
from bibtexparser import middlewares
library = bibtexparser.parse_file(
    sys.argv[1], append_middleware=[middlewares.LatexDecodingMiddleware()])
print(len(library.entries))
"""


class Task(NamedTuple):
    """One conversion: what is read and written, and each peer's command for it."""

    title: str
    source: str
    commands: dict[str, tuple[str, ...]]


def main() -> None:
    """Print both tables, and growth when it is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--growth", type=int, default=0, metavar="N")
    arguments = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # for whatever is started, too
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = {one: write(folder, one, arguments.records) for one in ("ris", "bibtex")}
        for task in tasks(files):
            _print(task, arguments.records)
        if arguments.growth:
            _print_growth(folder, files, arguments.records, arguments.growth)


def write(folder: Path, format_: str, count: int) -> str:
    """Write invented records in a format; give the file's path."""
    records = (from_item(item) for item in made.items(count))
    out = io.StringIO()
    pipeline.write(records, out, registry.find(format_, to=True)[0], Diagnostics())
    path = folder / f"{count}.{'bib' if format_ == 'bibtex' else format_}"
    path.write_text(out.getvalue(), encoding="utf-8")
    return str(path)


def tasks(files: dict[str, str]) -> list[Task]:
    """Give both conversions with the commands of the peers that are there."""
    ris, bib = files["ris"], files["bibtex"]
    to_bibtex = {"litconv": litconv(ris, "bibtex")}
    to_csl = {"litconv": litconv(bib, "csljson")}
    node, _ = processes.node_or_reason()
    if node and _CITATION_JS.is_dir():
        script = str(_HERE / "citation_js.js")
        to_bibtex["citation-js"] = (node, script, ris, "bibtex")
        to_csl["citation-js"] = (node, script, bib, "csl")
    if pandoc := processes.pandoc_or_reason()[0]:
        to_bibtex["pandoc"] = (pandoc, "-f", "ris", "-t", "bibtex", ris)
        to_csl["pandoc"] = (pandoc, "-f", "bibtex", "-t", "csljson", bib)
    if shutil.which("ris2xml") and shutil.which("xml2bib"):
        to_bibtex["bibutils"] = ("sh", "-c", f"ris2xml '{ris}' 2>/dev/null | xml2bib 2>/dev/null")
    to_csl["bibtexparser, LaTeX decoded"] = (sys.executable, "-c", _PARSE, bib)
    return [Task("RIS → BibTeX", ris, to_bibtex), Task("BibTeX → CSL-JSON", bib, to_csl)]


def litconv(path: str, to: str) -> tuple[str, ...]:
    """Give the command of a conversion; messages are counted but not printed."""
    return (sys.executable, "-m", "litconv", "convert", path, "--to", to, "-q")


def _print(task: Task, count: int) -> None:
    """Print the best of some rounds for each program; they take turns, to be disturbed alike."""
    runs: dict[str, processes.Run] = {}
    for _ in range(_ROUNDS):
        for name, command in task.commands.items():
            run = processes.run(*command)
            if name not in runs or run.processor < runs[name].processor:
                runs[name] = run
    print(f"\n{task.title}, {count:,} records, one core")
    print(f"  {'':28}  seconds  litconv takes     MB")
    ours = runs["litconv"].processor
    for name, run in runs.items():
        print(
            f"  {name:28}  {run.processor:7.2f}  {ours / run.processor:10.2f} x  {run.memory:5.0f}"
        )


def _print_growth(folder: Path, files: dict[str, str], count: int, times: int) -> None:
    print(f"\nlitconv, {count:,} and {count * times:,} records")
    print(f"  {'':28}  ms each  then, each    MB  then")
    for source, to in (("ris", "bibtex"), ("bibtex", "csljsonl")):
        small = processes.run(*litconv(files[source], to))
        large = processes.run(*litconv(write(folder, source, count * times), to))
        each, then = (
            1000 * run.processor / n for run, n in ((small, count), (large, count * times))
        )
        label = f"{source} → {to}"
        print(f"  {label:28}  {each:7.3f}  {then:10.3f}  {small.memory:4.0f}  {large.memory:4.0f}")


if __name__ == "__main__":
    main()
