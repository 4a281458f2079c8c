"""How often what a DOI tells is what was published, by field and by rule; and how much it tells.

    python benchmarks/doi_rules.py FILE [--show 5]

FILE has a JSON object a line: `doi`, and what is known of `journal`, `year`, `volume`, `issue`,
`pages` and `issn`. Each DOI is given to `derive` in a record that has nothing else. Journals are
the same when one is an abbreviation of the other; the first number of each field is compared.
Coverage is of the DOIs whose field is known.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from litconv.diagnostics import Diagnostics
from litconv.model import Identifiers, ItemType, Record
from litconv.refine.doi import derive
from litconv.refine.doi_match import told_by

FIELDS = ("journal", "year", "volume", "issue", "page", "issn")
_SMALL = frozenset("the of and in for on to de la le et und der die das a an part section".split())


def words(name: str) -> list[str]:
    """Give the words of a journal's name that an abbreviation keeps."""
    name = re.sub(r"\(\w{3,}.*?\)|<[^>]*>|[{}\\]", " ", html.unescape(name).split(" : ")[0])
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return [word for word in re.findall(r"[a-z0-9]+", plain) if word not in _SMALL]


def same_journal(one: str, other: str) -> bool:
    """Whether one name is the other, whole, abbreviated (`Phys. Rev. B`) or as initials."""
    mine, theirs = words(one), words(other)
    return _within(mine, theirs) or _within(theirs, mine)


def _within(short: list[str], long: list[str]) -> bool:
    """Whether the words of one name stand in the other in their order, or are its initials."""
    if "".join(short) == "".join(word[0] for word in long):
        return True
    at = 0
    for word in short:
        while at < len(long) and not (_contracts(word, long[at]) or _contracts(long[at], word)):
            at += 1
        if at == len(long):
            return False
        at += 1
    return bool(short)


def _contracts(short: str, full: str) -> bool:
    """Whether a word is the other without letters inside, as `natl` is `national`."""
    letters = iter(full)
    return short[0] == full[0] and all(letter in letters for letter in short)


def first(text: str) -> str:
    """Give the first number of a value, such as the first page of a range."""
    return re.split(r"[-–—,/ ]", text.strip().lower())[0].lstrip("0")


def same(field: str, told: str, known: str) -> bool:
    """Whether the value that the DOI tells is the known one."""
    if field == "journal":
        return same_journal(told, known)
    if field == "issn":
        return told.replace("-", "") in known.replace("-", "").upper()
    return first(told) == first(known)


def values(record: Record) -> Iterator[tuple[str, str]]:
    """Give the derived values by the names that FILE has for them."""
    yield "journal", record.container_title
    yield "year", str(record.issued.year) if record.issued else ""
    yield "volume", record.volume
    yield "issue", record.issue
    yield "page", record.pages.first
    yield "issn", record.identifiers.issn[0] if record.identifiers.issn else ""


class Counts:
    """What was right, told and known, by field and rule."""

    def __init__(self) -> None:
        self.right: Counter[tuple[str, str]] = Counter()
        self.told: Counter[tuple[str, str]] = Counter()
        self.known: Counter[str] = Counter()
        self.wrong: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.later: Counter[int] = Counter()

    def add(self, row: dict[str, str]) -> None:
        """Derive from one DOI and compare."""
        self.known.update(field for field in FIELDS if row.get(field))
        tells = told_by(row["doi"])
        if tells is None:
            return
        year = str(row.get("year") or "")
        if tells.guess and not tells.year and year.isdecimal():
            self.later[int(year) - tells.guess] += 1
        identifiers = Identifiers(doi=row["doi"])
        record = Record(type=ItemType.ARTICLE_JOURNAL, identifiers=identifiers)
        for field, value in values(derive(record, Diagnostics())):
            if not value or not row.get(field):
                continue
            rule = tells.year_rule if field == "year" and tells.year_rule else tells.rule
            good = same(field, value, str(row[field]))
            if not good:
                self.wrong[rule, field].append(f"{value} | {row[field]} | {row['doi']}")
            for key in ((rule, field), ("all", field)):
                self.told[key] += 1
                self.right[key] += good

    def fields(self) -> None:
        """Print a line for each field."""
        print(f"{'field':<10}{'right':>14}{'precision':>11}{'coverage':>10}")
        for field in FIELDS:
            good, count = self.right["all", field], self.told["all", field]
            covered = count / max(self.known[field], 1)
            print(f"{field:<10}{good:>8}/{count:<6}{good / max(count, 1):>10.2%}{covered:>10.1%}")

    def rules(self, show: int) -> None:
        """Print a line for each rule, and some of its differences."""
        for rule in sorted({rule for rule, _ in self.told} - {"all"}):
            told = [field for field in FIELDS if self.told[rule, field]]
            parts = [f"{one} {self.right[rule, one]}/{self.told[rule, one]}" for one in told]
            print(f"{rule:<18}{', '.join(parts)}")
            for field in told:
                for text in self.wrong[rule, field][:show]:
                    print(f"    {field}: {text}")


def main() -> None:
    """Measure and print two tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", type=int, default=0, help="differences to show for each rule")
    args = parser.parse_args()
    counts = Counts()
    for line in args.file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        counts.add({**row, "page": row.get("pages", "")})
    counts.fields()
    print("\nrule")
    counts.rules(args.show)
    later = counts.later
    rest = later.total() - later[0] - later[1]
    print(f"\nyears only suggested: right {later[0]}, one later {later[1]}, else {rest}")


if __name__ == "__main__":
    main()
