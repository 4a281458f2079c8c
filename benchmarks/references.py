"""How often references are what the reference processor prints, and what one costs.

    python benchmarks/references.py FOLDER [--styles apa,ieee] [--alone 200] [--show 5]

FOLDER holds `items.json` (CSL-JSON) and, for each style, `STYLE.expected.jsonl` with an object
`{"id", "html"}` a line: what citeproc-js makes of each item alone. Two references are the same
when their HTML is, with entities decoded and blanks folded. `--alone N` also runs citeproc-py
itself over the first N items; 0 leaves it out.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import time
import warnings
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from litconv.csl.library.style import load_style
from litconv.text.markup import to_html

Item = Mapping[str, Any]
Render = Callable[[Item], str]

_UPRIGHT = re.compile(r'<span style="font-style: ?normal;?">(.*?)</span>')
_SMALL_CAPS = re.compile(r'<span style="font-variant: ?small-caps;?">(.*?)</span>')
_MARGIN = re.compile(r'^\s*<div class="csl-left-margin">.*?</div>')
_LABEL = re.compile(r"^(?:\[\d+\]|\d+\.) ?")
_OTHER_TAGS = re.compile(r"</?(?:span|div|a)\b[^>]*>")
_EMPTY = re.compile(r"<(\w+)></\1>")
_BLANKS = re.compile(r"[\s\u200b\u2060]+")


class Score(NamedTuple):
    """What one processor reached: items, same ones, failures, processor milliseconds each."""

    items: int
    same: int
    failed: int
    cost: float
    different: list[tuple[str, str, str]]


def normalise(text: str) -> str:
    """Give HTML without what no reader sees: entities, kinds of blanks, names of tags."""
    text = _MARGIN.sub("", text)
    text = _UPRIGHT.sub(r"</i>\1<i>", text.replace("em>", "i>").replace("strong>", "b>"))
    text = _SMALL_CAPS.sub(r"<sc>\1</sc>", text)
    text = _EMPTY.sub("", _OTHER_TAGS.sub("", text))
    return _BLANKS.sub(" ", html.unescape(html.unescape(text))).strip()


def measure(items: Iterable[Item], wanted: Mapping[str, str], render: Render) -> Score:
    """Render all items that have an expectation and compare."""
    count = same = failed = 0
    different: list[tuple[str, str, str]] = []
    spent = 0.0
    for item in items:
        expected = wanted.get(str(item["id"]))
        if expected is None:
            continue
        count += 1
        start = time.process_time()
        try:
            got = render(item)
        except Exception as error:  # noqa: BLE001 (failures are what is counted)
            failed += 1
            got = f"{type(error).__name__}: {error}"
        spent += time.process_time() - start
        if normalise(got) == normalise(expected):
            same += 1
        else:
            different.append((str(item["id"]), normalise(expected), normalise(got)))
    return Score(count, same, failed, 1000 * spent / max(count, 1), different)


def ours(style: str) -> Render:
    """Give litconv's way to render an item."""
    loaded = load_style(style)
    return lambda item: to_html(loaded.render(item))


def alone(style: str) -> Render:
    """Give citeproc-py's own way to render an item, without litconv."""
    import citeproc  # noqa: PLC0415 (heavy, and only for the comparison)
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415 (the same)

    loaded = citeproc.CitationStylesStyle(style, validate=False)
    numbered = bool(loaded.root.bibliography.get("second-field-align"))

    def render(item: Item) -> str:
        source = CiteProcJSON([dict(item)])
        bibliography = citeproc.CitationStylesBibliography(loaded, source, citeproc.formatter.html)
        cited = citeproc.Citation([citeproc.CitationItem(str(item["id"]))])
        bibliography.register(cited)
        text = "".join(str(entry) for entry in bibliography.bibliography())
        return _LABEL.sub("", text) if numbered else text

    return render


def expected(path: Path) -> dict[str, str]:
    """Give id → HTML of a file of expectations, without those the processor failed at."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {str(row["id"]): row["html"] for row in rows if not row["text"].startswith("!!")}


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--styles", default="")
    parser.add_argument("--alone", type=int, default=200)
    parser.add_argument("--show", type=int, default=0)
    args = parser.parse_args()
    warnings.simplefilter("ignore")
    items = json.loads((args.folder / "items.json").read_text(encoding="utf-8"))
    files = sorted(args.folder.glob("*.expected.jsonl"))
    names = args.styles.split(",") if args.styles else [f.name.split(".expected")[0] for f in files]
    print(f"{'style':<52}{'processor':<14}{'items':>6}{'same':>9}{'failed':>8}{'ms/item':>9}")
    for name in names:
        wanted = expected(args.folder / f"{name}.expected.jsonl")
        shown = measure(items, wanted, ours(name))
        _row(name, "litconv", shown)
        for key, want, got in shown.different[: args.show]:
            print(f"  {key}\n    want {want}\n    got  {got}")
        if args.alone:
            _row(name, "citeproc-py", measure(items[: args.alone], wanted, alone(name)))


def _row(style: str, processor: str, score: Score) -> None:
    share = 100 * score.same / max(score.items, 1)
    print(
        f"{style:<52}{processor:<14}{score.items:>6}{share:>7.2f} %{score.failed:>8}"
        f"{score.cost:>9.2f}"
    )


if __name__ == "__main__":
    main()
