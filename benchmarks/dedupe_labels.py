"""How well duplicates are found in labelled libraries of systematic reviews.

    python benchmarks/dedupe_labels.py FOLDER [--threshold 0.9] [--show]

FOLDER holds pairs `NAME.in.xml` (EndNote XML) and `NAME.expected.json`: a list of objects
`{"rec-number", "label"}`, where the label of every record that another one of the library is a
duplicate of, or that is one itself, is `Duplicate`. A record counts as found when it is in a group
of two or more; the labels do not say which group.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import NamedTuple

import litconv
from litconv.works import Form, Group, find_groups


class Score(NamedTuple):
    """Records found that are duplicates, found that are none, and missed."""

    right: int
    wrong: int
    missed: int

    def __str__(self) -> str:
        """Precision and recall, with the counts they come from."""
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        return (
            f"precision {precision:.4f} recall {recall:.4f} "
            f"(right {self.right}, wrong {self.wrong}, missed {self.missed})"
        )


def measure(library: Path, threshold: float | None, *, show: bool) -> Score:
    """Find the groups of one library and compare them with its labels."""
    said = litconv.Diagnostics(lambda _: None)
    records = litconv.read(library, from_="endnotexml", diagnostics=said)
    expected = library.with_name(library.name.replace(".in.xml", ".expected.json"))
    labels = {
        one["rec-number"]: one["label"] == "Duplicate" for one in json.loads(expected.read_bytes())
    }
    numbers = [
        next(one.value for one in record.extra if one.tag == "rec-number") for record in records
    ]
    forms = [Form(record) for record in records]
    right = wrong = missed = 0
    for group in find_groups(forms, threshold):
        found = len(group.members) > 1
        truth = [labels[numbers[index]] for index in group.members]
        right += sum(truth) if found else 0
        wrong += truth.count(False) if found else 0
        missed += 0 if found else sum(truth)
        if show and any(one is not found for one in truth):
            _print(group, forms, numbers)
    return Score(right, wrong, missed)


def _print(group: Group, forms: list[Form], numbers: list[str]) -> None:
    print(f"  {'found' if len(group.members) > 1 else 'missed'} {' '.join(group.reasons)}")
    for index in group.members:
        form = forms[index]
        place = f"{form.year} {form.volume}({form.issue}) {form.first}-{form.last} {form.doi}"
        print(f"    {numbers[index]}: {form.title[:80]} | {form.people[:2]} | {place}")


def main() -> None:
    """Print one line for each library and one for all of them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--threshold", type=float)
    parser.add_argument("--show", action="store_true", help="print the groups that are wrong")
    options = parser.parse_args()
    scores = []
    for library in sorted(options.folder.glob("*.in.xml")):
        scores.append(measure(library, options.threshold, show=options.show))
        print(f"{library.name.removesuffix('.in.xml')}: {scores[-1]}")
    print(f"all: {Score(*map(sum, zip(*scores, strict=True)))}")


if __name__ == "__main__":
    main()
