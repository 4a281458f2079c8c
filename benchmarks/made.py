"""Invented input for measurements: CSL-JSON items and record pages, the same for the same seed.

Nothing here is a real work: names are put together from syllables, titles from common words.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from litconv.files import Input

Item = dict[str, Any]

SEED = 7714
PAGE = Path(__file__).resolve().parent.parent / "examples" / "peer-support.txt"
_MOST_AUTHORS = 8

# How many of a hundred items are of each type.
_SHARES = {
    "article-journal": 40,
    "book": 14,
    "chapter": 12,
    "paper-conference": 8,
    "webpage": 5,
    "report": 5,
    "thesis": 4,
    "article-newspaper": 3,
    "article-magazine": 2,
    "entry-encyclopedia": 2,
    "dataset": 2,
    "software": 1,
    "motion_picture": 1,
    "patent": 1,
}
_PERIODICALS = frozenset({"article-journal", "article-magazine", "article-newspaper"})
_IN_BOOKS = frozenset({"chapter", "entry-encyclopedia", "paper-conference"})
_FROM_PRESSES = frozenset({"book", "report", "dataset", "software", "motion_picture"}) | _IN_BOOKS
_EDITED = frozenset({"chapter", "entry-encyclopedia"})
_OPENINGS = "al bren cor dul esk far gim hol ist jor kel lum mar nor ost pel rud sel tor".split()
_MIDDLES = "a e i o u an er il on ur ar en is or us".split()
_ENDINGS = "berg dahl field gard holm ington lund man mere quist ridge sen ski son stad".split()
_GIVEN = "Ada Bo Cy Dora Eli Fay Gus Hal Ida Jon Kit Lea Max Nia Odo Pia Ray Sue Tom Una".split()
_ADJECTIVES = "slow quiet early rural shared hidden double open local distant warm narrow".split()
_NOUNS = "lamps rivers schools bridges gardens letters markets tides wells roads maps bees".split()
_JOINTS = "and in of among beyond without near after before under".split()
_SUBTITLES = ("a review", "the first year", "methods and results", "notes from the field")
_FIELDS = "Light Rivers Teaching Bridges Gardens Trade Tides Maps".split()
_TOWNS = "Duffin, Lower Esk, Port Holm, Selby End, Upper Tor".split(", ")


def items(count: int, *, seed: int = SEED) -> Iterator[Item]:
    """Yield CSL-JSON items of all common types, with one to eight authors each."""
    dice = random.Random(seed)  # noqa: S311 (nothing secret)
    types, weights = list(_SHARES), list(_SHARES.values())
    for number in range(1, count + 1):
        yield _item(dice, f"made-{seed}-{number}", dice.choices(types, weights)[0])


def pages(count: int, *, seed: int = SEED) -> Iterator[Input]:
    """Yield copies of the example page, each an input of its own with a title of its own."""
    from litconv.files import Input  # noqa: PLC0415 (no gift to who is timed while it loads)

    dice = random.Random(seed)  # noqa: S311 (nothing secret)
    _, rest = PAGE.read_text(encoding="utf-8").split("\n", 1)
    for number in range(1, count + 1):
        text = f"{_title(dice)}, part {number}\n{rest}"
        yield Input(f"page-{number}.txt", text.encode())


def _item(dice: random.Random, name: str, type_: str) -> Item:
    item: Item = {
        "id": name,
        "type": type_,
        "title": _title(dice),
        "author": [_person(dice) for _ in range(dice.randint(1, _MOST_AUTHORS))],
        "issued": {"date-parts": [_date(dice, type_)]},
        "language": "en-US",
    }
    if type_ in _PERIODICALS:
        _add_periodical(dice, item)
    if type_ in _IN_BOOKS:
        item["container-title"] = _title(dice).capitalize()
        item["page"] = _page(dice)
    if type_ in _EDITED:
        item["editor"] = [_person(dice) for _ in range(dice.randint(1, 3))]
    if type_ in _FROM_PRESSES:
        item["publisher"] = f"{dice.choice(_TOWNS)} Press"
        item["publisher-place"] = dice.choice(_TOWNS)
    if type_ == "thesis":
        item |= {"publisher": f"University of {dice.choice(_TOWNS)}", "genre": "PhD thesis"}
    if type_ in {"report", "patent"}:
        item["number"] = str(dice.randint(1, 999))
    if type_ == "book" and dice.random() < 1 / 3:
        item["edition"] = str(dice.randint(2, 5))
    if type_ in {"webpage", "dataset", "software", "patent"}:
        item["URL"] = f"https://example.org/{name}"
    return item


def _add_periodical(dice: random.Random, item: Item) -> None:
    item["container-title"] = f"Journal of {dice.choice(_FIELDS)} and {dice.choice(_FIELDS)}"
    item["page"] = _page(dice)
    if item["type"] == "article-journal":
        item["volume"] = str(dice.randint(1, 120))
        item["issue"] = str(dice.randint(1, 12))
        item["DOI"] = f"10.5555/{item['id']}"


def _title(dice: random.Random) -> str:
    words = [dice.choice(_ADJECTIVES).capitalize(), dice.choice(_NOUNS)]
    for _ in range(dice.randint(1, 3)):
        words += [dice.choice(_JOINTS), dice.choice(_ADJECTIVES), dice.choice(_NOUNS)]
    title = " ".join(words)
    return f"{title}: {dice.choice(_SUBTITLES)}" if dice.random() < 1 / 3 else title


def _person(dice: random.Random) -> dict[str, str]:
    pieces = (_OPENINGS, _MIDDLES, _OPENINGS, _ENDINGS)
    person = {"family": "".join(map(dice.choice, pieces)).capitalize(), "given": _given(dice)}
    if dice.random() < 1 / 20:
        person["non-dropping-particle"] = dice.choice(("van", "de", "von der"))
    return person


def _given(dice: random.Random) -> str:
    second = f" {dice.choice(_OPENINGS)[0].upper()}." if dice.random() < 1 / 2 else ""
    return dice.choice(_GIVEN) + second


def _date(dice: random.Random, type_: str) -> list[int]:
    date = [dice.randint(1950, 2025)]
    if type_ in {"webpage", "article-newspaper", "article-magazine"}:
        date += [dice.randint(1, 12), dice.randint(1, 28)]
    return date


def _page(dice: random.Random) -> str:
    first = dice.randint(1, 900)
    return f"{first}-{first + dice.randint(1, 30)}"
