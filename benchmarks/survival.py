"""How much of a record survives in the programs that read our BibTeX, biblatex and RIS.

    python benchmarks/survival.py [ITEMS.json] [--count 600] [--losses 20] [--lost FIELD]

Items of CSL-JSON (invented ones without ITEMS.json) are written by litconv and by the other
converters that are installed, read by each program that is installed, and compared with what they
were, field by field. Printed is the share of fields kept, and below it, for litconv's output, the
share of those fields that an entry of the format can bring to the program at all (`holdings`).

`--losses 20` lists what is lost most often, and whether an entry could have brought it there;
`--lost page` prints each value of a field that was not kept. A field counts as kept when it has
the same letters and digits, a name when it has the same words in any order, a language when it is
the same one whatever its region, an edition when it has the same number.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import holdings
import made
import processes
import programs

from litconv.formats.bibtex.from_types import language_of

Item = Mapping[str, Any]

FORMATS = ("bibtex", "biblatex", "ris")
NOT_COMPARED = frozenset({"id", "custom", "citation-key"})
NAMES = frozenset({"author", "editor", "translator", "container-author", "director", "composer"})
DATES = frozenset({"issued", "accessed", "event-date", "original-date", "submitted"})
SETS = frozenset({"ISBN", "ISSN", "keyword"})
_OWN = "litconv"
_WIDTH = 13


class Outcome(NamedTuple):
    """What became of the fields of one item in one program."""

    item: Item
    back: Item
    kept: Mapping[str, bool]

    def most(self, held: Sequence[holdings.Holding]) -> int:
        """Say how many of the fields one entry can bring over, the best type taken."""
        return max(one.most(self.item, list(self.kept)) for one in held)

    def lost(self, held: Sequence[holdings.Holding]) -> Iterator[tuple[str, bool]]:
        """Yield each field that was lost, and whether the best entry could have brought it over."""
        best = holdings.best(held, self.item, list(self.kept))
        for name, same in self.kept.items():
            if not same:
                yield name, any(one.holds(self.item, name) for one in best)


def kept(item: Item, back: Item) -> dict[str, bool]:
    """Say of each field of an item whether it came back."""
    fields, other = _named(item), _named(back)
    return {
        name: _form(name, value) == _form(name, other.get(name))
        for name, value in fields.items()
        if value and name not in NOT_COMPARED
    }


def _named(item: Item) -> Item:
    return {holdings.ALIASES.get(name, name): value for name, value in item.items()}


def _form(name: str, value: Any) -> Any:  # noqa: ANN401 (any JSON value)
    """Give a value in the form in which two are compared."""
    if name in NAMES and isinstance(value, list):
        return ["".join(sorted(_letters(" ".join(map(str, one.values()))))) for one in value]
    if name in DATES and isinstance(value, dict):
        days = value.get("date-parts") or [[]]
        return [int(part) for part in (days or [[]])[0] if part] or _letters(value)
    if name in SETS:
        between = r"[;,]" if name == "keyword" else r"[;,\s]+"
        return {_letters(one) for one in re.split(between, str(value))}
    if name == "language":
        return language_of(str(value or "")).partition("-")[0].lower() or _letters(value)
    if name == "edition":  # BibTeX's styles want an ordinal
        return re.sub(r"(\d)(?:st|nd|rd|th)\b", r"\1", _letters(value))
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
    parser.add_argument("--losses", type=int, default=0)
    parser.add_argument("--lost", default="")
    parser.add_argument("--modules", type=Path, default=processes.CITEPROC_JS.parent)
    args = parser.parse_args()
    items = _chosen(args.items, args.count)
    readers = programs.readers(args.modules)
    print(f"{'':<10}{'':<{_WIDTH}}" + "".join(f"{name:>{_WIDTH}}" for name in readers))
    for format_ in FORMATS:
        held = {
            name: holdings.holdings(reader, format_)
            for name, reader in readers.items()
            if name != _OWN
        }
        for writer, write in programs.writers(args.modules).items():
            if not (text := write(items, format_)):
                continue
            found = {name: _outcomes(items, read(text, format_)) for name, read in readers.items()}
            _row(format_, writer, [_share(found[name]) for name in readers])
            if writer == _OWN:
                _row(
                    "", "of holdable", [_share(found[name], held.get(name, ())) for name in readers]
                )
                for name, holding in held.items():
                    _tell(name, found[name], holding, args)


def _chosen(path: Path | None, count: int) -> list[Item]:
    """Give items from all parts of a file, no more than asked for, with keys nobody changes."""
    items = list(made.items(count)) if path is None else json.loads(path.read_text("utf-8"))
    some = items[:: max(len(items) // count, 1)][:count]
    return [{**_named(item), "id": f"item{number}"} for number, item in enumerate(some)]


def _outcomes(items: Sequence[Item], back: Sequence[Item]) -> list[Outcome]:
    by_id = {str(one.get("citation-key") or one.get("id")): _named(one) for one in back}
    pairs = ((item, by_id.get(item["id"], {})) for item in items)
    return [Outcome(item, other, kept(item, other)) for item, other in pairs]


def _share(outcomes: Sequence[Outcome], held: Sequence[holdings.Holding] = ()) -> float:
    """Give the share of fields kept in percent, of those that can be held if that is known."""
    most = sum(one.most(held) if held else len(one.kept) for one in outcomes)
    return 100 * sum(sum(one.kept.values()) for one in outcomes) / max(most, 1)


def _row(format_: str, writer: str, shares: Sequence[float]) -> None:
    cells = "".join(f"{share:>{_WIDTH - 2}.1f} %" for share in shares)
    print(f"{format_:<10}{writer:<{_WIDTH}}{cells}")


def _tell(
    reader: str,
    outcomes: Sequence[Outcome],
    held: Sequence[holdings.Holding],
    args: argparse.Namespace,
) -> None:
    """List what is lost most often, and each value of the field that was asked for."""
    lost: Counter[tuple[str, str, str]] = Counter()
    for one in outcomes:
        for name, could in one.lost(held):
            lost[name, str(one.item["type"]), "an entry could" if could else "no entry could"] += 1
        if not one.kept.get(args.lost, True):
            was, became = one.item[args.lost], one.back.get(args.lost)
            print(f"    {reader}: {one.item['id']}: {was!r} became {became!r}")
    for (name, type_, why), count in lost.most_common(args.losses):
        print(f"    {reader}: {count} {name} of {type_}: {why} bring it there")


if __name__ == "__main__":
    main()
