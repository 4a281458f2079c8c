"""How often what a DOI tells is what was published, by field and by rule; and how much it tells.

    python benchmarks/doi_rules.py FILE [--show 5] [--halves]

FILE has a JSON object a line: `doi`, and what is known of `journal`, `year`, `volume`, `issue`,
`pages` and `issn`. Each DOI is given to `derive` in a record that has nothing else. Journals are
the same when one is an abbreviation of the other; the first number of each field is compared.
Coverage is of the DOIs whose field is known. "At least" is the lower end of Wilson's interval at
95 %. A line `year, volume known` gives the record its volume and issue beside the DOI.

Rules and journals were chosen with such files at hand, so the figures flatter them. `--halves`
takes that back: the DOIs are split in two by a hash, whatever is below 99.5 % in one half (a field
of a rule, a journal) is left out in the other, and only what is left counts there.
"""

from __future__ import annotations

import argparse
import html
import json
import math
import re
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from litconv.diagnostics import Diagnostics
from litconv.model import Identifiers, ItemType, Record
from litconv.refine.doi import derive
from litconv.refine.doi_match import told_by

FIELDS = ("journal", "year", "volume", "issue", "page", "issn")
BAR = 0.995
_SMALL = frozenset(
    "the of and in for on to with de la le et und der die das a an part section sect".split()
)
Row = dict[str, str]


def words(name: str, dropped: str = r"\(\w{3,}.*?\)") -> list[str]:
    """Give the words of a journal's name that an abbreviation keeps."""
    name = re.sub(rf"{dropped}|<[^>]*>|[{{}}\\]", " ", html.unescape(name).split(" : ")[0])
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return [word for word in re.findall(r"[a-z0-9]+", plain) if word not in _SMALL]


def same_journal(one: str, other: str) -> bool:
    """Whether one name is the other, whole, abbreviated (`Phys. Rev. B`) or as initials."""
    pairs = [(words(one), words(other)), (words(one, "[()]"), words(other, "[()]"))]
    return any(_within(mine, theirs) or _within(theirs, mine) for mine, theirs in pairs)


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
    yield "page", record.pages.first or record.pages.article_number
    yield "issn", record.identifiers.issn[0] if record.identifiers.issn else ""


def wilson(good: int, count: int) -> float:
    """Give the lower end of Wilson's interval at 95 % for a share."""
    if not count:
        return 0.0
    z, share = 1.96, good / count
    spread = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    return (share + z * z / (2 * count) - spread) / (1 + z * z / count)


class Counts:
    """What was right, told and known, by field and rule."""

    def __init__(self, *, fair: Callable[[str, str, str], bool] | None = None) -> None:
        """Count; what is not `fair` (rule, field, value) is taken as not told."""
        self.fair = fair
        self.right: Counter[tuple[str, str]] = Counter()
        self.told: Counter[tuple[str, str]] = Counter()
        self.known: Counter[str] = Counter()
        self.wrong: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.later: Counter[int] = Counter()

    def add(self, row: Row) -> None:
        """Derive from one DOI and compare."""
        self.known.update(field for field in FIELDS if row.get(field))
        tells = told_by(row["doi"])
        if tells is None:
            return
        year = str(row.get("year") or "")
        if tells.guess and not tells.year and year.isdecimal():
            self.later[int(year) - tells.guess] += 1
        for field, value in values(derived(row["doi"])):
            if not value or not row.get(field):
                continue
            rule = tells.year_rule if field == "year" and tells.year_rule else tells.rule
            if self.fair is None or self.fair(rule, field, value):
                self.count(rule, field, value, row)

    def count(self, rule: str, field: str, value: str, row: Row) -> None:
        """Compare one value."""
        good = same(field, value, str(row[field]))
        if not good:
            self.wrong[rule, field].append(f"{value} | {row[field]} | {row['doi']}")
        keys = [(rule, field), ("all", field)]
        if field == "journal":
            keys.append((f"journal {value}", field))
        for key in keys:
            self.told[key] += 1
            self.right[key] += good

    def fields(self) -> None:
        """Print a line for each field."""
        print(f"{'field':<20}{'right':>14}{'precision':>11}{'at least':>10}{'coverage':>10}")
        for field in FIELDS:
            self.line(field, self.known[field])

    def line(self, field: str, known: int) -> None:
        """Print how often one field was right."""
        good, count = self.right["all", field], self.told["all", field]
        print(
            f"{field:<20}{good:>8}/{count:<6}{good / max(count, 1):>10.2%}"
            f"{wilson(good, count):>10.2%}{count / max(known, 1):>10.1%}"
        )

    def rules(self, show: int) -> None:
        """Print a line for each rule, and some of its differences."""
        names = {rule for rule, _ in self.told if rule.startswith("doi:")}
        for rule in sorted(names):
            told = [field for field in FIELDS if self.told[rule, field]]
            parts = [f"{one} {self.right[rule, one]}/{self.told[rule, one]}" for one in told]
            print(f"{rule:<24}{', '.join(parts)}")
            for field in told:
                for text in self.wrong[rule, field][:show]:
                    print(f"    {field}: {text}")

    def passes(self, rule: str, field: str, value: str) -> bool:
        """Whether nothing speaks here against what a rule tells, or against a journal."""
        keys = [(rule, field)]
        if field == "journal":
            keys.append((f"journal {value}", field))
        return all(self.right[key] >= BAR * self.told[key] for key in keys)


def derived(doi: str, volume: str = "", issue: str = "") -> Record:
    """Derive what a DOI tells in a record that has nothing else, or only volume and issue."""
    record = Record(
        type=ItemType.ARTICLE_JOURNAL,
        identifiers=Identifiers(doi=doi),
        volume=volume,
        issue=issue,
    )
    return derive(record, Diagnostics())


def years_of_volumes(rows: list[Row]) -> None:
    """Print how often the year is right that follows from a known volume."""
    counts = Counts()
    known = 0
    for row in rows:
        if row.get("volume") and row.get("year"):
            known += 1
            record = derived(row["doi"], str(row["volume"]), str(row.get("issue") or ""))
            if record.issued:
                counts.count("doi:volume-year", "year", str(record.issued.year), row)
    counts.right["all", "year, volume known"] = counts.right["all", "year"]
    counts.told["all", "year, volume known"] = counts.told["all", "year"]
    counts.line("year, volume known", known)


def halves(rows: list[Row]) -> None:
    """Print what is left of each half when the other one decides what is told."""
    parts: tuple[list[Row], list[Row]] = ([], [])
    for row in rows:
        parts[zlib.crc32(row["doi"].lower().encode()) % 2].append(row)
    for own, other in (parts, parts[::-1]):
        judge = Counts()
        for row in other:
            judge.add(row)
        counts = Counts(fair=judge.passes)
        for row in own:
            counts.add(row)
        print(f"\nhalf of {len(own)} DOIs, without what was below {BAR:.1%} in the other")
        counts.fields()


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", type=int, default=0, help="differences to show for each rule")
    parser.add_argument("--halves", action="store_true", help="judge each half by the other")
    args = parser.parse_args()
    counts, rows = Counts(), []
    for line in args.file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows.append({**row, "page": row.get("pages", "")})
        counts.add(rows[-1])
    counts.fields()
    years_of_volumes(rows)
    print("\nrule")
    counts.rules(args.show)
    later = counts.later
    rest = later.total() - later[0] - later[1]
    print(f"\nyears only suggested: right {later[0]}, one later {later[1]}, else {rest}")
    if args.halves:
        halves(rows)


if __name__ == "__main__":
    main()
