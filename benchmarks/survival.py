"""How much of a record survives in the programs that read our BibTeX, biblatex and RIS.

    python benchmarks/survival.py [ITEMS.json] [--count 600] [--lost FIELD]

Items of CSL-JSON (invented ones without ITEMS.json) are written by litconv, read by each program
that is installed, and compared with what they were, field by field. Printed is the share of fields
kept; `--lost page` also prints the pages that were not. A field counts as kept when it has the same
letters and digits, a name when it has the same words in any order, a language when it is the same
one whatever its region.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import made
import processes

import litconv
from litconv import registry
from litconv.formats.bibtex.words import babel_name

Item = Mapping[str, Any]
Client = Callable[[str, str], list[Item]]

FORMATS = ("bibtex", "biblatex", "ris")
NOT_COMPARED = frozenset({"id", "custom", "citation-key"})
NAMES = frozenset({"author", "editor", "translator", "container-author", "director", "composer"})
DATES = frozenset({"issued", "accessed", "event-date", "original-date", "submitted"})
SETS = frozenset({"ISBN", "ISSN", "keyword"})
ALIASES = {"event": "event-title", "journalAbbreviation": "container-title-short"}
BIBUTILS = {"bibtex": "bib2xml", "biblatex": "biblatex2xml", "ris": "ris2xml"}
CITATION_JS = """
const {Cite} = require("@citation-js/core");
require("@citation-js/plugin-bibtex"); require("@citation-js/plugin-ris");
const text = require("fs").readFileSync(0, "utf8");
process.stdout.write(JSON.stringify(new Cite(text, {generateGraph: false}).data));
"""


def clients(modules: Path) -> dict[str, Client]:
    """Give the programs that are installed, and litconv itself, each as a function."""
    found: dict[str, Client] = {"litconv": _litconv}
    pandoc, _ = processes.pandoc_or_reason()
    if pandoc:
        found["pandoc"] = partial(_pandoc, pandoc)
    if (modules / "@citation-js").is_dir() and shutil.which("node"):
        found["citation-js"] = partial(_citation_js, modules)
    if shutil.which("bib2xml"):
        found["bibutils"] = _bibutils
    return found


def _litconv(text: str, format_: str) -> list[Item]:
    return _items(litconv.read(text=text, from_=format_, keep_case=True))


def _pandoc(program: str, text: str, format_: str) -> list[Item]:
    return _parsed(_run([program, "-f", format_, "-t", "csljson"], text))


def _citation_js(modules: Path, text: str, _: str) -> list[Item]:
    return _parsed(_run(["node", "-e", CITATION_JS], text, folder=modules))


def _bibutils(text: str, format_: str) -> list[Item]:
    """Give what bibutils read, by way of the BibTeX that it writes."""
    mods = _run([BIBUTILS[format_], "-i", "utf8"], text)
    return _litconv(_run(["xml2bib", "-o", "utf8", "-nl"], mods), "bibtex")


def _run(command: Sequence[str], text: str, *, folder: Path | None = None) -> str:
    done = subprocess.run(
        command, input=text.encode(), cwd=folder, capture_output=True, check=False
    )
    if done.returncode:
        print(f"{command[0]}: {done.stderr.decode()[:200].strip()}", file=sys.stderr)
    return done.stdout.decode()


def _parsed(text: str) -> list[Item]:
    return list(json.loads(text)) if text else []


def _items(records: Sequence[litconv.Record]) -> list[Item]:
    return _parsed(litconv.write(records, "csljson"))


def kept(item: Item, back: Item) -> dict[str, bool]:
    """Say of each field of an item whether it came back."""
    fields = {ALIASES.get(name, name): value for name, value in item.items() if value}
    other = {ALIASES.get(name, name): value for name, value in back.items()}
    return {
        name: _form(name, value) == _form(name, other.get(name))
        for name, value in fields.items()
        if name not in NOT_COMPARED
    }


def _form(name: str, value: Any) -> Any:  # noqa: ANN401 (any JSON value)
    """Give a value in the form in which two are compared."""
    if name in NAMES and isinstance(value, list):
        return ["".join(sorted(_letters(" ".join(map(str, one.values()))))) for one in value]
    if name in DATES and isinstance(value, dict):
        days = value.get("date-parts") or [[]]
        return [int(part) for part in days[0] if part] or _letters(value)
    if name in SETS:
        return {_letters(one) for one in re.split(r"[;,]", str(value))}
    if name == "language":
        return babel_name(str(value)) or _letters(value)
    return _letters(value)


def _letters(value: object) -> str:
    text = re.sub(r"<[^>]+>", "", str(value or "")).replace("literal", "")
    return "".join(
        char for char in unicodedata.normalize("NFKD", text).casefold() if char.isalnum()
    )


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("items", type=Path, nargs="?")
    parser.add_argument("--count", type=int, default=600)
    parser.add_argument("--lost", default="")
    parser.add_argument("--modules", type=Path, default=processes.CITEPROC_JS.parent)
    args = parser.parse_args()
    made_items = list(made.items(args.count)) if args.items is None else None
    items = made_items or json.loads(args.items.read_text(encoding="utf-8"))
    # Keys that nobody changes, and no more items than asked for, from all parts of the file.
    chosen = items[:: max(len(items) // args.count, 1)][: args.count]
    chosen = [{**item, "id": f"item{number}"} for number, item in enumerate(chosen)]
    records = litconv.read(text=json.dumps(chosen), from_="csljson", keep_case=True)
    installed = clients(args.modules)
    print(f"{'':<12}" + "".join(f"{name:>14}" for name in installed))
    readable = {one.name for one in registry.readable()}
    for format_ in (one for one in FORMATS if one in readable):
        text = litconv.write(records, format_)
        shares = [
            _share(chosen, client(text, format_), f"{format_} {name}", args.lost)
            for name, client in installed.items()
        ]
        print(f"{format_:<12}" + "".join(f"{share:>12.1f} %" for share in shares))


def _share(items: Sequence[Item], back: Sequence[Item], where: str, lost: str) -> float:
    by_id = {str(one.get("citation-key") or one.get("id")): one for one in back}
    count = same = 0
    for item in items:
        other = by_id.get(str(item["id"]), {})
        outcome = kept(item, other)
        count += len(outcome)
        same += sum(outcome.values())
        if not outcome.get(lost, True):
            print(f"  {where}: {item['id']}: {item[lost]!r} became {other.get(lost)!r}")
    return 100 * same / max(count, 1)


if __name__ == "__main__":
    main()
