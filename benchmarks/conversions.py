"""Times whole conversions beside litconv's peers, each a process of its own on one core.

    python benchmarks/conversions.py [--records 10000] [--growth 10]

RIS → BibTeX and BibTeX → CSL-JSON of invented records (`made.py`), from starting the program to
its end. Times are those a processor worked, which other work on the machine hardly changes; still
only figures of one run compare. Peers that are not installed are named and left out. With
`--growth N` litconv converts N times as many records too, from every format that it reads record
by record, BibTeX among them: what a record costs then, and how much memory both took
(11 bytes a record for its key and 11 for its id are all that should come to it; a few megabytes
more where the smaller file is shorter than the blocks that files are read in).
"""

from __future__ import annotations

import argparse
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
_GROWN = (
    *("ris", "nbib", "wos", "enw", "refworks", "noteexpress", "endnotexml"),
    *("csljson", "csljsonl", "json", "bibtex"),
)
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
            _print_growth(folder, arguments.records, arguments.growth)


def write(folder: Path, format_: str, count: int) -> str:
    """Write invented records in a format; give the file's path."""
    records = (from_item(item) for item in made.items(count))
    path = folder / f"{count}.{'bib' if format_ == 'bibtex' else format_}"
    silent = Diagnostics(lambda _: None)
    with path.open("w", encoding="utf-8", newline="\n") as out:
        pipeline.write(records, out, registry.find(format_, to=True)[0], silent)
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


def _print_growth(folder: Path, few: int, times: int) -> None:
    many = few * times
    print(f"\nlitconv, {few:,} and {many:,} records")
    print(f"  {'':24} {'ms each':>9} {'then':>7}  {f'MB at {few:,}':>14} {f'at {many:,}':>14}")
    for source, to in (("ris", "bibtex"), *((one, "csljsonl") for one in _GROWN)):
        small, large = (processes.run(*litconv(write(folder, source, n), to)) for n in (few, many))
        each, then = 1000 * small.processor / few, 1000 * large.processor / many
        print(
            f"  {f'{source} → {to}':24} {each:9.3f} {then:7.3f}"
            f"  {small.memory:14.0f} {large.memory:14.0f}"
        )


if __name__ == "__main__":
    main()
