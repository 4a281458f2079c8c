"""Measures litconv beside its peers and prints tables: `make bench`.

    python benchmarks/run.py [--items 1000] [--references DIR] [--titles FILE] [--gbt7714 DIR]

Every measurement runs in a process of its own, on invented input that is the same each time
(`made.py`). Only figures of one run compare: times depend on the machine and on what else it does.
Peers that are not installed are named and left out. With folders of expectations the scripts
`references.py`, `sentence_case.py` and `gbt7714.py` are run as well.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import made
import processes
from references import normalise

_ALONE = 100  # items for citeproc-py, which takes 10 ms each and costs the same for any number
_TIMES = 3  # the best of so many runs counts: the others were disturbed
_GROWTH = 10
_MS = 1000
_EXAMPLE = str(made.PAGE)


def table(title: str, head: Iterable[str], rows: Iterable[Iterable[str]], note: str = "") -> None:
    """Print a table: the first column is text, the others are figures."""
    lines = [list(head), *map(list, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    print(f"\n{title}")
    for line in lines:
        figures = (cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))
        print("  " + "  ".join((line[0].ljust(widths[0]), *figures)))
    if note:
        print(f"  ({note})")


def references(count: int, folder: Path) -> None:
    """Print the time of APA references beside the peers', and how often they agree."""
    alone_count = min(_ALONE, count)
    alone = processes.worker("citeproc_py", alone_count).result
    node, no_node = processes.node_or_reason()
    pandoc, no_pandoc = processes.pandoc_or_reason()
    # In turns, so that what else the machine does disturbs both alike.
    rounds = [
        (
            processes.worker("references", count).result,
            _citeproc_js(node, count, folder) if node else {},
        )
        for _ in range(_TIMES)
    ]
    ours = min((one for one, _ in rounds), key=_rendering)
    theirs = min((other for _, other in rounds), key=_rendering)
    loads = {"litconv": ours["load"]}
    each = {"litconv": ours["render"] / count}
    if node:
        loads["citeproc-js"], each["citeproc-js"] = theirs["load"], theirs["render"] / count
    if pandoc:
        loads["pandoc"], each["pandoc"] = _pandoc(pandoc, count, folder)
    loads["citeproc-py"], each["citeproc-py"] = alone["load"], alone["render"] / alone_count
    wanted = theirs.get("html", {})
    same = {"litconv": _same(ours["html"], wanted), "citeproc-py": _same(alone["html"], wanted)}
    table(
        f"APA references of {count} items, warmed up",
        ("", "loading ms", "ms/item", "with loading", "litconv takes", "same as citeproc-js"),
        (
            (
                name,
                f"{loads[name] * _MS:.0f}",
                f"{cost * _MS:.3f}",
                f"{(cost + loads[name] / count) * _MS:.3f}",
                f"{each['litconv'] / cost:.2f} x",
                same.get(name, ""),
            )
            for name, cost in each.items()
        ),
        f"citeproc-py: {alone_count} items, {alone['failed']} failed; pandoc: loading is a run "
        "with one item",
    )
    _print_missing(reason for reason in (no_node, no_pandoc) if reason)


def growth(count: int) -> None:
    """Print time and memory of streams, for a number of records and ten times as many."""
    rows = []
    for task, label in (
        ("stream", "CSL-JSON → APA, --order input"),
        ("record_pages", "record pages, read"),
    ):
        small, large = (processes.worker(task, size) for size in (count, count * _GROWTH))
        seconds = small.result["render"], large.result["render"]
        for run, size, spent in zip((small, large), (count, count * _GROWTH), seconds, strict=True):
            growing = seconds[1] / seconds[0] / _GROWTH
            rows.append(
                (
                    label,
                    str(size),
                    f"{spent / size * _MS:.3f}",
                    f"{size / spent:.0f}",
                    f"{growing:.2f}" if run is large else "",
                    f"{run.memory:.0f}",
                    f"{large.memory - small.memory:+.0f}" if run is large else "",
                )
            )
    table(
        "Streams through the whole pipeline",
        ("", "records", "ms each", "a second", "time each / before", "MB", "MB more"),
        rows,
        "1.00 is linear growth; a record page lists other works, which are read with it",
    )


def writers(count: int) -> None:
    """Print records a second for each writer."""
    runs = [processes.worker("writers", count).result for _ in range(_TIMES)]
    found = {name: min(run[name] for run in runs) for name in runs[0]}
    table(
        f"Writers, {count} records",
        ("", "records a second", "ms each"),
        (
            (name, f"{count / spent:.0f}", f"{spent / count * _MS:.3f}")
            for name, spent in found.items()
        ),
    )


def start_up(folder: Path) -> None:
    """Print what the program takes for the least work, beside the bare interpreter and pandoc."""
    rows: list[tuple[str, tuple[str, ...]]] = [("python -c pass", (sys.executable, "-c", "pass"))]
    arguments = {
        "litconv --version": ("--version",),
        "litconv convert, a page to BibTeX": ("convert", _EXAMPLE, "--to", "bibtex"),
        "litconv convert, a page to RIS": ("convert", _EXAMPLE, "--to", "ris"),
        "litconv convert, a page to APA": ("convert", _EXAMPLE, "--to", "apa"),
    }
    rows += [(name, (sys.executable, "-m", "litconv", *it)) for name, it in arguments.items()]
    pandoc, reason = processes.pandoc_or_reason()
    if pandoc:
        file = _items_file(folder, "one.json", made.items(1))
        rows.append(("pandoc, an item to BibTeX", (pandoc, "-f", "csljson", "-t", "bibtex", file)))
    runs = {name: [processes.run(*command) for _ in range(_TIMES)] for name, command in rows}
    table(
        "Start-up, whole process",
        ("", "ms", "MB"),
        (
            (name, f"{min(one.seconds for one in some) * _MS:.0f}", f"{some[0].memory:.0f}")
            for name, some in runs.items()
        ),
    )
    _print_missing([reason] if reason else [])


def accuracy(script: str, *arguments: str) -> None:
    """Run one of the scripts that compare with expectations; its table is printed as it is."""
    print(f"\n{script} {arguments[0]}", flush=True)
    subprocess.run([sys.executable, str(processes.HERE / script), *arguments], check=True)


def _rendering(result: processes.Result) -> float:
    return float(result.get("render", 0))


def _citeproc_js(node: str, count: int, folder: Path) -> processes.Result:
    files = (
        _items_file(folder, "items.json", made.items(count)),
        _items_file(folder, "warm-up.json", made.items(count, seed=made.SEED + 1)),
        processes.apa_style(),
        processes.citeproc_locales(),
    )
    script = processes.HERE / "citeproc_js.js"
    command = (node, str(script), str(processes.CITEPROC_JS), *map(str, files))
    return processes.run(*command).result


def _pandoc(pandoc: str, count: int, folder: Path) -> tuple[float, float]:
    """Give seconds for a run with one item, and for each further item."""
    seconds = []
    for size in (1, count):
        file = _items_file(folder, f"pandoc-{size}.json", made.items(size))
        style = str(processes.apa_style())
        command = (pandoc, "--citeproc", "--csl", style, "-f", "csljson", "-t", "html", file)
        seconds.append(processes.run(*command).seconds)  # long enough to need no second try
    return seconds[0], (seconds[1] - seconds[0]) / max(count - 1, 1)


def _items_file(folder: Path, name: str, items: Iterable[made.Item]) -> str:
    file = folder / name
    file.write_text(json.dumps(list(items)), encoding="utf-8")
    return str(file)


def _same(html: Mapping[str, str], wanted: Mapping[str, str]) -> str:
    both = [key for key in html if key in wanted]
    if not both:
        return ""
    same = sum(normalise(html[key]) == normalise(wanted[key]) for key in both)
    return f"{100 * same / len(both):.1f} %"


def _print_missing(reasons: Iterable[str]) -> None:
    for reason in reasons:
        print(f"  left out: {reason}")


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--items", type=int, default=1000, help="items and pages to measure with")
    parser.add_argument("--references", metavar="DIR", help="expected references, for accuracy")
    parser.add_argument("--titles", metavar="FILE", help="pairs of titles, for sentence case")
    parser.add_argument("--gbt7714", metavar="DIR", help="expected GB/T 7714 references")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        references(args.items, Path(folder))
        growth(args.items)
        writers(args.items)
        start_up(Path(folder))
    if args.references:
        accuracy("references.py", args.references)
    if args.titles:
        accuracy("sentence_case.py", args.titles)
    if args.gbt7714:
        accuracy("gbt7714.py", args.gbt7714)


if __name__ == "__main__":
    main()
