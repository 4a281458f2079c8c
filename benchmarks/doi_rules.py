"""How often what a DOI tells is what was published, by field and by rule; and how much it tells.

    python benchmarks/doi_rules.py FILE [--show 5] [--halves] [--folds 5] [--unseen 4000]

FILE has a JSON object a line: `doi`, and what is known of `journal`, `year`, `volume`, `issue`,
`pages` and `issn`. Each DOI is given to `derive` in a record that has nothing else. Journals are
the same when one is an abbreviation of the other; the first number of each field is compared.
Coverage is of the DOIs whose field is known. In the lines `volume known` the record has its volume
beside the DOI (and its issue, if the year is asked for): most records that lack an issue do.

**How sure that is.** A rule is in the tables because its publisher's scheme says so, never because
the figures do; the figures may only throw it out. What bounds them:

* "At least" is the lower end of Wilson's interval at 95 %, for a field and for each rule. Without a
  difference in n rows it is about 1 - 3.8/n: 20 rows prove no more than 84 %. So rules of fewer
  than 20 rows are judged together, a field at a time: they are a sample of such rules.
* "In N others" is the chance that of N DOIs of the same kind 99.5 % are right, given the rows here
  (beta-binomial, Jeffreys' prior). It is what a promise rests on.
* FILE has faults: a month or an article's number in the place of an issue, the volume of another
  paper. They look like faults of the rules and are counted as such. The second table leaves out
  what no rule could be right about: an issue or volume without a digit, or of six digits and more.
* Rules and journals were chosen with such files at hand, so the figures flatter them. `--folds`
  and `--halves` take that back: the DOIs are split by a hash, and in each part only that counts
  against which the others say nothing: a field of a rule, or a journal, is left out there when the
  upper end of its interval in the other parts is below 99.5 %. The figure is that of all the parts
  together.
* "Without the prefix" leaves out one publisher at a time and names the one without which a field
  is worst: no field may live on a single one.
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
from litconv.text.doi import clean_doi

FIELDS = ("journal", "year", "volume", "issue", "page", "issn")
BAR = 0.995
LONGEST = 5  # digits of an issue or a volume
FEW = 20  # rows below which a rule is judged together with others
_SMALL = frozenset(
    "the of and in for on to with de la le et und der die das a an part section sect".split()
)
Row = dict[str, str]


def words(name: str, dropped: str = r"\(\w{3,}.*?\)") -> list[str]:
    """Give the words of a journal's name that an abbreviation keeps."""
    name = re.sub(rf"{dropped}|<[^>]*>|[{{}}\\]", " ", html.unescape(name).split(" : ")[0])
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"\busa\b", "u s a", plain)
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


def wilson(good: int, count: int) -> tuple[float, float]:
    """Give Wilson's interval at 95 % for a share."""
    if not count:
        return 0.0, 1.0
    z, share = 1.96, good / count
    middle = share + z * z / (2 * count)
    spread = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    return (middle - spread) / (1 + z * z / count), (middle + spread) / (1 + z * z / count)


def chance(good: int, count: int, others: int) -> float:
    """Give the chance that as many others reach the bar, by what was right here."""
    ours, theirs = count - good + 0.5, good + 0.5
    return sum(
        math.exp(
            math.lgamma(others + 1)
            - math.lgamma(wrong + 1)
            - math.lgamma(others - wrong + 1)
            + _beta(wrong + ours, others - wrong + theirs)
            - _beta(ours, theirs)
        )
        for wrong in range(int(others * (1 - BAR) + 1e-9) + 1)
    )


def _beta(one: float, other: float) -> float:
    return math.lgamma(one) + math.lgamma(other) - math.lgamma(one + other)


def is_one(field: str, known: str) -> bool:
    """Whether a stated volume or issue can be one at all."""
    digits = len(re.sub(r"\D", "", first(known)))
    return field not in {"volume", "issue"} or 0 < digits <= LONGEST


class Counts:
    """What was right, told and known, by field and rule."""

    def __init__(
        self, rows: list[Row], *, fair: Callable[[str, str, str, str], bool] | None = None
    ) -> None:
        """Count; what is not `fair` (rule, field, value, known) is taken as not told."""
        self.fair = fair
        self.rows = len(rows)
        self.right: Counter[tuple[str, str]] = Counter()
        self.told: Counter[tuple[str, str]] = Counter()
        self.known: Counter[str] = Counter()
        self.wrong: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.later: Counter[int] = Counter()
        for row in rows:
            self.add(row)

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
            if self.fair is None or self.fair(rule, field, value, str(row[field])):
                self.count(rule, field, value, row)

    def count(self, rule: str, field: str, value: str, row: Row) -> None:
        """Compare one value."""
        good = same(field, value, str(row[field]))
        if not good:
            self.wrong[rule, field].append(f"{value} | {row[field]} | {row['doi']}")
        keys = [(rule, field), ("all", field), (row["doi"].partition("/")[0], field)]
        if field == "journal":
            keys.append((f"journal {value}", field))
        for key in keys:
            self.told[key] += 1
            self.right[key] += good

    def join(self, other: Counts) -> None:
        """Count the rows of another part too."""
        self.rows += other.rows
        self.right.update(other.right)
        self.told.update(other.told)
        self.known.update(other.known)

    def fields(self, unseen: int) -> None:
        """Print a line for each field."""
        print(
            f"{'field':<20}{'right':>14}{'precision':>11}{'at least':>10}{'coverage':>10}"
            f"{f'in {unseen} others':>16}"
        )
        for field in FIELDS:
            self.line(field, self.known[field], unseen)

    def line(self, field: str, known: int, unseen: int, more: str = "") -> None:
        """Print how often one field was right."""
        good, count = self.right["all", field], self.told["all", field]
        others = round(count * unseen / self.rows)
        print(
            f"{field + more:<20}{good:>8}/{count:<6}{good / max(count, 1):>10.2%}"
            f"{wilson(good, count)[0]:>10.2%}{count / max(known, 1):>10.1%}"
            f"{chance(good, count, others):>16.0%}"
        )

    def rules(self, show: int) -> None:
        """Print a line for each rule, and some of its differences; then those of few rows."""
        names = {rule for rule, _ in self.told if rule.startswith("doi:")}
        few: dict[str, list[str]] = {field: [] for field in FIELDS}
        for rule in sorted(names):
            told = [field for field in FIELDS if self.told[rule, field]]
            print(f"{rule:<24}{', '.join(self.share([rule], one) for one in told)}")
            for field in told:
                if self.told[rule, field] < FEW:
                    few[field].append(rule)
                for text in self.wrong[rule, field][:show]:
                    print(f"    {field}: {text}")
        print(f"\nrules with fewer than {FEW} rows, together")
        for field, rules in few.items():
            print(f"{len(rules):>4} rules  {self.share(rules, field)}")

    def share(self, rules: list[str], field: str) -> str:
        """Say how often a field was right by these rules, and what that proves."""
        good = sum(self.right[rule, field] for rule in rules)
        count = sum(self.told[rule, field] for rule in rules)
        return f"{field} {good}/{count} (at least {wilson(good, count)[0]:.1%})"

    def prefixes(self) -> None:
        """Print for each field the publisher without which it is worst."""
        print("\nwithout the prefix (that without which the field is worst)")
        names = {name for name, _ in self.told if name.startswith("10.")}
        for field in FIELDS:
            good, count = self.right["all", field], self.told["all", field]
            share, name = min(
                ((good - self.right[name, field]) / max(1, count - self.told[name, field]), name)
                for name in names
            )
            print(f"{field:<20}{name:<12}{share:>8.2%} of {count - self.told[name, field]}")

    def passes(self, rule: str, field: str, value: str, _known: str) -> bool:
        """Whether nothing speaks here against what a rule tells, or against a journal."""
        keys = [(rule, field)]
        if field == "journal":
            keys.append((f"journal {value}", field))
        return all(wilson(self.right[key], self.told[key])[1] >= BAR for key in keys)


def derived(doi: str, volume: str = "", issue: str = "") -> Record:
    """Derive what a DOI tells in a record that has nothing else, or only volume and issue."""
    record = Record(
        type=ItemType.ARTICLE_JOURNAL,
        identifiers=Identifiers(doi=doi),
        volume=volume,
        issue=issue,
    )
    return derive(record, Diagnostics())


def with_volumes(rows: list[Row], unseen: int) -> None:
    """Print how often year and issue are right that a known volume helps to."""
    counts = Counts([])
    counts.rows = len(rows)
    known: Counter[str] = Counter()
    for row in rows:
        if not row.get("volume"):
            continue
        volume, issue = str(row["volume"]), str(row.get("issue") or "")
        known.update(field for field in ("year", "issue") if row.get(field))
        dated = derived(row["doi"], volume, issue).issued
        for field, value in (
            ("year", str(dated.year) if dated else ""),
            ("issue", derived(row["doi"], volume).issue),
        ):
            if value and row.get(field):
                counts.count("doi:", field, value, row)
    for field in ("year", "issue"):
        counts.line(field, known[field], unseen, ", volume known")


def held_out(rows: list[Row], folds: int, unseen: int) -> None:
    """Print what is left of each part when the others decide what is told, all parts together."""
    parts: list[list[Row]] = [[] for _ in range(folds)]
    for row in rows:
        parts[zlib.crc32(row["doi"].lower().encode()) % folds].append(row)
    total = Counts([])
    shares: dict[str, list[str]] = {field: [] for field in FIELDS}
    for own in parts:
        judge = Counts([row for part in parts if part is not own for row in part])
        counts = Counts(own, fair=judge.passes)
        total.join(counts)
        for field in FIELDS:
            good, count = counts.right["all", field], counts.told["all", field]
            shares[field].append(f"{good}/{count}")
    print(f"\n{folds} parts, each without what the others speak against")
    total.fields(unseen)
    for field in FIELDS:
        print(f"{field:<20}{'  '.join(shares[field])}")


def read(path: Path) -> list[Row]:
    """Give the rows of a file, with their DOIs as a reader would take them."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows.append({**row, "doi": clean_doi(row["doi"]), "page": row.get("pages", "")})
    return rows


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", type=int, default=0, help="differences to show for each rule")
    parser.add_argument("--halves", action="store_true", help="judge each half by the other")
    parser.add_argument("--folds", type=int, default=0, help="judge each of so many parts")
    parser.add_argument("--unseen", type=int, default=4000, help="DOIs to promise a figure for")
    args = parser.parse_args()
    rows = read(args.file)
    counts = Counts(rows)
    counts.fields(args.unseen)
    with_volumes(rows, args.unseen)
    print("\nwithout volumes and issues that can be none")
    plain = Counts(rows, fair=lambda _rule, field, _value, known: is_one(field, known))
    plain.fields(args.unseen)
    print("\nrule")
    counts.rules(args.show)
    counts.prefixes()
    later = counts.later
    rest = later.total() - later[0] - later[1]
    print(f"\nyears only suggested: right {later[0]}, one later {later[1]}, else {rest}")
    for folds in (*[2] * args.halves, *[args.folds] * (args.folds > 1)):
        held_out(rows, folds, args.unseen)


if __name__ == "__main__":
    main()
