"""Measures sentence case: `python benchmarks/sentence_case.py PAIRS.json`.

The file is a JSON object, title → the same title in sentence case. Two conventions are in use for
such pairs: APA's (capital after a colon, proper nouns keep theirs) and the mechanical one of
reference managers (everything lowered). Each is printed, with the pairs that differ from it.
Pairs that differ in more than letter case are left out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from litconv.text.case.sentence import sentence_case

CONVENTIONS: dict[str, Callable[[str], str]] = {
    "APA: subtitles and names keep their capital": partial(sentence_case, subtitles=True),
    "names keep their capital, subtitles do not": sentence_case,
    "mechanical: neither does": partial(sentence_case, names=False),
    "APA, from the title in capitals": lambda title: sentence_case(title.upper()),
}


def main() -> None:
    """Print the share of exact answers, and with `--show N` the pairs that convention N misses."""
    pairs: dict[str, str] = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    pairs = {old: new for old, new in pairs.items() if old.casefold() == new.casefold()}
    show = int(sys.argv[3]) if sys.argv[2:3] == ["--show"] else -1
    for number, (label, convert) in enumerate(CONVENTIONS.items()):
        start = perf_counter()
        found = {old: convert(old) for old in pairs}
        each = (perf_counter() - start) / len(pairs) * 1e6
        misses = [old for old, new in pairs.items() if found[old] != new]
        exact = 1 - len(misses) / len(pairs)
        print(f"{number} {exact:7.1%} of {len(pairs)} exact, {each:4.0f} µs each: {label}")
        if number == show:
            for old in misses:
                print(f"  given  {old}\n  wanted {pairs[old]}\n  found  {found[old]}")


if __name__ == "__main__":
    main()
