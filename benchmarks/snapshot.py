"""How long a snapshot of Crossref takes to be indexed, and a look-up in it, cold and warm.

Run with the number of works: `python benchmarks/snapshot.py 100000`. The works are invented, of the
size and shape of real ones, 5,000 to a packed file as in the yearly snapshot. Cold is the first
look-up of each work by a new reader, the index dropped from the system's memory; warm the second.
The figures by CPU say what a look-up costs where nothing else runs.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from litconv.enriching.snapshot import Snapshot

PER_FILE = 5000
LOOK_UPS = 2000
_WORDS = (
    "leaves roots bark buds growth invented oak birch alder cedar soil water light measured models "
    "effects season winter forests seedlings response nitrogen survey decline"
).split()
_FAMILIES = "Alder Birch Cedar Dogwood Elm Fir Gorse Hazel Ivy Juniper Larch Maple".split()


def main() -> None:
    """Make works, index them, look some up, and print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "snapshot"
        root.mkdir()
        for number in range(0, count, PER_FILE):
            works = list(_works(number, min(PER_FILE, count - number)))
            data = json.dumps({"items": works}).encode()
            (root / f"{number // PER_FILE}.json.gz").write_bytes(gzip.compress(data, 1))
        size = sum(one.stat().st_size for one in root.iterdir())
        start = time.perf_counter()
        snapshot = Snapshot(str(root), Path(name) / "cache")
        indexed = time.perf_counter() - start
        index = (root / "litconv-index.sqlite").stat().st_size
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{count} works, {size / 1e6:.0f} MB packed")
        print(f"indexed in {indexed:.1f} s ({indexed / count * 1e6:.0f} µs a work)")
        print(f"index {index / 1e6:.0f} MB ({index / count:.0f} bytes a work)")
        print(f"memory at most {memory:.0f} MB")
        snapshot.close()
        chosen = random.Random(7).sample(range(count), min(LOOK_UPS, count))  # noqa: S311 - a sample
        forget(root / "litconv-index.sqlite")
        snapshot = Snapshot(str(root), Path(name) / "cache")
        for state in ("cold", "warm"):
            look_up(snapshot, chosen, state)
        snapshot.close()


def forget(path: Path) -> None:
    """Drop a file from the system's memory, where it can be asked to."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def look_up(snapshot: Snapshot, chosen: list[int], state: str) -> None:
    """Look works up and print how long that took."""
    times, busy = [], []
    for number in chosen:
        start, cpu = time.perf_counter(), time.thread_time()
        found = snapshot.by_doi(f"10.5555/inv.{number}")
        times.append(time.perf_counter() - start)
        busy.append(time.thread_time() - cpu)
        if found is None:
            sys.exit(f"work {number} was not found")
    times.sort()
    busy.sort()
    middle, last = len(times) // 2, int(len(times) * 0.99)
    print(
        f"look-up {state}: median {times[middle] * 1e6:.0f} µs (CPU {busy[middle] * 1e6:.0f}), "
        f"99 % below {times[last] * 1e6:.0f} µs (CPU {busy[last] * 1e6:.0f})"
    )


def _works(first: int, count: int) -> Iterator[dict[str, object]]:
    chance = random.Random(first)  # noqa: S311 - invented works
    for number in range(first, first + count):
        yield {
            "DOI": f"10.5555/INV.{number}",
            "type": "journal-article",
            "title": [" ".join(chance.choices(_WORDS, k=12)) + f" {number}"],
            "author": [
                {
                    "family": chance.choice(_FAMILIES),
                    "given": f"{chance.choice('ABCDE')}. {chance.choice('FGHIJ')}.",
                    "sequence": "additional",
                    "affiliation": [{"name": "Department of Invented Botany, Oakham"}],
                }
                for _ in range(chance.randint(1, 8))
            ],
            "container-title": ["Journal of Invented Botany"],
            "ISSN": ["0378-5955", "1879-5891"],
            "volume": str(chance.randint(1, 90)),
            "issue": str(chance.randint(1, 12)),
            "page": f"{number % 900}-{number % 900 + 9}",
            "published-print": {"date-parts": [[chance.randint(1950, 2024), 3]]},
            "publisher": "Invented Press",
            "abstract": "<jats:p>" + " ".join(chance.choices(_WORDS, k=120)) + "</jats:p>",
            "reference": [
                {"key": f"ref{one}", "DOI": f"10.5555/inv.{chance.randint(0, 10**6)}"}
                for one in range(30)
            ],
            "indexed": {"date-time": "2026-01-01T00:00:00Z", "timestamp": 1_700_000_000_000},
            "is-referenced-by-count": chance.randint(0, 99),
            "link": [{"URL": "https://example.org/x.pdf", "content-type": "application/pdf"}],
        }


if __name__ == "__main__":
    main()
