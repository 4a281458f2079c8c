"""What finding and merging duplicates costs, with ten times and a hundred times the records.

    python benchmarks/dedupe.py [N ...] [--whole]

For each N (1,000, 10,000 and 100,000 if none is given) a process of its own invents N records, of
which about a third are second records of a work (abbreviated journal, initials, no DOI, a misprint,
another form of the pages), finds the groups, merges them, and prints the seconds and microseconds a
record of one processor, the highest memory, how many of the known duplicates were found, and how
many groups are wrong. Linear growth is microseconds a record that stay the same. `--whole` runs
`litconv merge` on a RIS file of these records instead: reading and writing included, by the clock
and by the processor.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import litconv
from litconv.model import Record
from litconv.options import Keep
from litconv.works import Form, find_groups, merge_group

SIZES = (1_000, 10_000, 100_000)
SHARE = 0.35
"""Second records among all."""
EDITORIALS, WITH_DOI, MISPRINTS, HALF = 0.02, 0.7, 0.2, 0.5
LONG_TITLE = 60
_SYLLABLES = "ba co di fe gu ha jo ke li mu na or pe qui ra so ti ul va wen xi yo zu".split()
_JOURNALS = (
    ("Journal of Invented Research", "J Invent Res"),
    ("Annals of Imaginary Medicine", "Ann Imag Med"),
    ("Archives of Made Up Chemistry", "Arch Made Up Chem"),
    ("International Journal of Nothing", "Int J Nothing"),
    ("Proceedings of the Society of Fictions", "Proc Soc Fict"),
)


class Maker:
    """Invents works, and records of them as two databases would have them."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311 - the same records each time
        self.words = [self._word() for _ in range(4000)]
        self.families = [self._word().title() for _ in range(3000)]

    def _word(self) -> str:
        return "".join(self.rng.choice(_SYLLABLES) for _ in range(self.rng.randint(2, 4)))

    def records(self, count: int) -> Iterator[tuple[int, str]]:
        """Yield the number of a work and a record of it in RIS, in any order."""
        made: list[tuple[int, str]] = []
        work = 0
        while len(made) < count:
            work += 1
            made += [(work, one) for one in self._work(work)]
        made = made[:count]
        self.rng.shuffle(made)
        yield from made

    def _work(self, number: int) -> list[str]:
        rng = self.rng
        title = " ".join(rng.choices(self.words, k=rng.randint(6, 14))).capitalize()
        if rng.random() < EDITORIALS:
            title = "Editorial"
        people = [(rng.choice(self.families), rng.choice("ABCDEFGH") + "ona") for _ in range(4)]
        journal, short = rng.choice(_JOURNALS)
        year, volume, page = rng.randint(1980, 2025), rng.randint(1, 120), rng.randint(1, 2500)
        doi = f"10.5555/inv.{number}" if rng.random() < WITH_DOI else ""
        first = ris(title, people, journal, year, volume, f"{page}-{page + 9}", doi)
        if rng.random() > SHARE / (1 - SHARE):
            return [first]
        initials = [(family, given[0]) for family, given in people]
        other = title
        if len(title) > LONG_TITLE and rng.random() < MISPRINTS:
            other = title.replace("a", "aa", 1)
        tail = str(page + 9)[-1] if page % 10 == 0 else str(page + 9)
        doi = doi.upper() if rng.random() < HALF else ""
        return [first, ris(other, initials, short, year, volume, f"{page}-{tail}", doi)]


def ris(
    title: str,
    people: list[tuple[str, str]],
    journal: str,
    year: int,
    volume: int,
    pages: str,
    doi: str,
) -> str:
    """Give a record as RIS, with an abstract of the usual length."""
    first, _, last = pages.partition("-")
    lines = ["TY  - JOUR", f"TI  - {title}"]
    lines += [f"AU  - {family}, {given}" for family, given in people]
    lines += [f"JO  - {journal}", f"PY  - {year}", f"VL  - {volume}"]
    lines += [f"SP  - {first}", f"EP  - {last}"]
    lines += [f"DO  - {doi}"] if doi else []
    lines += ["AB  - " + f"{title} was invented. " * 12, "KW  - invention", "KW  - nothing"]
    return "\n".join([*lines, "ER  - ", ""])


def measure(count: int) -> None:
    """Find and merge the duplicates among `count` records; print one line."""
    works, texts = zip(*Maker(count).records(count), strict=True)
    records: list[Record] = litconv.read(text="\n".join(texts), from_="ris", keep_case=True)
    del texts
    begin = time.process_time()
    groups = find_groups([Form(record) for record in records])
    found = time.process_time() - begin
    for group in groups:
        merge_group([records[index] for index in group.members], Keep.FIRST)
    whole = time.process_time() - begin
    together = sum(len(one.members) - 1 for one in groups)
    wrong = sum(len({works[index] for index in one.members}) > 1 for one in groups)
    known = count - len(set(works))
    print(
        f"{count:>7} records: {found:6.2f} s to find, {whole:6.2f} s with merging, "
        f"{1e6 * whole / count:5.0f} µs a record, {peak():5.0f} MB; "
        f"{together} of {known} duplicates found, {wrong} groups wrong",
        flush=True,
    )


def run_program(count: int) -> None:
    """Run `litconv merge` on a file of `count` records; print one line."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "all.ris")
        with file.open("w") as out:
            for _, text in Maker(count).records(count):
                out.write(text + "\n")
        begin = time.perf_counter()
        command = [sys.executable, "-m", "litconv", "merge", str(file), "-q", "--to", "bibtex"]
        done = subprocess.run([*command, "-o", str(Path(folder, "o.bib"))], check=False)
        seconds = time.perf_counter() - begin
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = used.ru_utime + used.ru_stime
    print(
        f"{count:>7} records: {seconds:6.2f} s, {busy:6.2f} s of one processor, "
        f"{1e6 * busy / count:5.0f} µs a record, "
        f"{peak(resource.RUSAGE_CHILDREN):5.0f} MB, exit code {done.returncode}",
        flush=True,
    )


def peak(who: int = resource.RUSAGE_SELF) -> float:
    """Give the highest memory so far in megabytes."""
    return resource.getrusage(who).ru_maxrss / 1024


def main() -> None:
    """Measure each size in a process of its own, so that none inherits another's memory."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--whole", action="store_true", help="run the program, not the functions")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here:
        (run_program if options.whole else measure)(options.sizes[0])
        return
    for size in options.sizes:
        whole = ["--whole"] if options.whole else []
        command = [sys.executable, __file__, str(size), "--here", *whole]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
