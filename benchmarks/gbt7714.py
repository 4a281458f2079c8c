"""How often references after GB/T 7714 are those expected, for both editions.

    python benchmarks/gbt7714.py FOLDER [--show 5]

FOLDER holds `items.json` (CSL-JSON) and `numeric-2025.expected.jsonl`,
`numeric-2015.expected.jsonl` with an object `{"id", "text"}` a line. Two references are the same
when their text is, with blanks folded. Each entry is in its own language.
"""

from __future__ import annotations

import argparse
import json
import re
import time
import warnings
from pathlib import Path

from litconv.csl.library.style import load_style
from litconv.text.markup import to_text

STYLES = {
    "2025": "gbt7714-2025-numeric",
    "2015": "china-national-standard-gb-t-7714-2015-numeric",
}
_BLANKS = re.compile("[ \t\r\n\u00a0\u202f\u2009]+")


def fold(text: str) -> str:
    """Give the text with one kind of blank; the em space of the standard is no such blank."""
    return _BLANKS.sub(" ", text).strip()


def main() -> None:
    """Measure and print a line for each edition."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", type=int, default=0)
    args = parser.parse_args()
    warnings.simplefilter("ignore")
    items = json.loads((args.folder / "items.json").read_text(encoding="utf-8"))
    print(f"{'edition':<10}{'items':>6}{'same':>10}{'ms/item':>9}")
    for edition, name in STYLES.items():
        file = args.folder / f"numeric-{edition}.expected.jsonl"
        rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
        wanted = {str(row["id"]): fold(row["text"]) for row in rows}
        style = load_style(name, locale="auto")
        start = time.process_time()
        got = {str(item["id"]): fold(to_text(style.render_safely(item)[0])) for item in items}
        cost = 1000 * (time.process_time() - start) / max(len(items), 1)
        missed = [key for key, text in wanted.items() if got.get(key) != text]
        share = 100 * (1 - len(missed) / max(len(wanted), 1))
        print(f"{edition:<10}{len(wanted):>6}{share:>8.2f} %{cost:>9.2f}")
        for key in missed[: args.show]:
            print(f"  {key}\n    want {wanted[key]}\n    got  {got.get(key, '')}")


if __name__ == "__main__":
    main()
