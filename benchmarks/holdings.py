"""What a program can take from a format at all: it is fed every field of every entry type.

Each probe is an entry with a title and one other field (or a few that only together say
something). Of what the program makes of it is noted which CSL variables came out, so that
`survival.py` can tell what a program loses from what no text of the format could bring to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from litconv.formats.bibtex.types import FIELDS
from litconv.formats.ris.tables import TYPE_OF

Item = Mapping[str, Any]
Client = Callable[[str, str], Sequence[Item]]
Fields = tuple[tuple[str, str], ...]

ALIASES: Final = {"event": "event-title", "journalAbbreviation": "container-title-short"}

_NAME, _NUMBER, _TITLE = "Quist, Ada", "4711", "Probe"
_ISBN, _ISSN = "978-3-16-148410-0", "0378-7788"
_CLASSIC: Final = (
    "article book booklet inbook incollection inproceedings manual mastersthesis misc phdthesis "
    "proceedings techreport unpublished"
).split()
_BIBTEX_FIELDS: Final = (
    "abstract address annote archiveprefix author bookauthor booktitle chapter crossref day "
    "director doi edition editor eid eprint eventtitle howpublished institution isbn issn issue "
    "journal keywords langid language library month note number organization origdate pages "
    "pagetotal pmcid pmid publisher pubstate school series shortjournal shorttitle translator "
    "type url urldate venue version volume volumes year entrysubtype date eventdate origtitle "
    "location journaltitle"
).split()
_RIS_TAGS: Final = (
    "A1 A2 A3 A4 AB AD AN AU BT C1 C2 C3 C4 C5 C6 C7 C8 CN CT CP CY DA DB DI DO DP ED EP ET IS J1 "
    "J2 JA JF JO KW LA LB M1 M2 M3 N1 N2 NV OP PB PP RI RN RP SE SN SP ST T2 T3 TA TT U1 U2 U3 "
    "U4 U5 UR VL VO Y1 Y2"
).split()
_PEOPLE: Final = frozenset(
    "A1 A2 A3 A4 AU ED TA author bookauthor director editor translator".split()
)
_VALUES: Final = {
    **dict.fromkeys(("DA", "Y1", "Y2"), "2019/03/04/"),
    **dict.fromkeys(("date", "eventdate", "origdate", "urldate"), "2019-03-04"),
    **dict.fromkeys(("PY", "year"), "2019"),
    **dict.fromkeys(("DI", "DO", "doi"), "10.5555/4711"),
    **dict.fromkeys(("UR", "url"), "https://example.org/4711"),
    **dict.fromkeys(("SN", "isbn"), _ISBN),
    **dict.fromkeys(("LA", "language"), "fr"),
    "issn": _ISSN,
    "langid": "french",
    "month": "mar",
    "pubstate": "inpress",
    "entrysubtype": "newspaper",
}
# Fields that only together say something.
_TOGETHER: Final[dict[str, tuple[Fields, ...]]] = {
    "ris": (
        (("SP", "1"), ("EP", "9")),
        (("SN", _ISSN),),
        (("SN", _NUMBER),),
        (("T2", "A"), ("C3", "B")),
        (("T2", "A"), ("JF", "B")),
        (("U1", "4711[pmid]"),),
    ),
    "bibtex": (
        (("entrysubtype", "magazine"),),
        (("series", "Series"), ("number", _NUMBER)),
        (("note", "Note"), ("number", _NUMBER)),
        (("year", "2019"), ("month", "mar"), ("day", "4")),
        (("eprint", "4711"), ("eprinttype", "pubmed")),
        (("eprint", "4711"), ("archiveprefix", "pubmed")),
    ),
}


class Holding(NamedTuple):
    """One entry type of a format as one program reads it: the CSL type and variables it gives."""

    type: str
    variables: frozenset[str]

    def most(self, item: Item, names: Sequence[str]) -> int:
        """Say how many of an item's fields an entry of this type can bring over."""
        return sum(self.holds(item, name) for name in names)

    def holds(self, item: Item, name: str) -> bool:
        """Say whether an entry of this type brings a field of an item over."""
        if name == "type":
            return self.type == _bare(item["type"])
        return variable(name, item.get(name)) in self.variables


def best(held: Sequence[Holding], item: Item, names: Sequence[str]) -> list[Holding]:
    """Give the entry types that bring most fields of an item over."""
    counts = [one.most(item, names) for one in held]
    return [one for one, count in zip(held, counts, strict=True) if count == max(counts)]


def variable(name: str, value: object) -> str:
    """Give the name of a variable, of a date with how exact it is: `issued/3` to the day."""
    if isinstance(value, Mapping) and (parts := value.get("date-parts")):
        return f"{name}/{sum(map(bool, parts[0]))}"
    return name


def holdings(client: Client, format_: str) -> list[Holding]:
    """Feed a program every field of every entry type of a format."""
    ris = format_ == "ris"
    types = sorted(TYPE_OF) if ris else _CLASSIC
    if format_ == "biblatex":
        types = sorted(FIELDS)
    probes = [(type_, fields) for type_ in types for fields in _probes(format_, type_)]
    entry = _ris if ris else _bibtex
    text = "".join(entry(f"p{at}", *probe) for at, probe in enumerate(probes))
    found: dict[str, tuple[set[str], set[str]]] = {type_: (set(), set()) for type_ in types}
    for item in client(text, format_):
        key = str(item.get("citation-key") or item.get("id"))
        if match := re.fullmatch(r"p(\d+)", key):
            kinds, variables = found[probes[int(match[1])][0]]
            kinds.add(_bare(item.get("type")))
            variables |= set(_variables(item))
    return [
        Holding(kind, frozenset(variables)) for kinds, variables in found.values() for kind in kinds
    ]


def _bare(type_: object) -> str:
    """Give a type as it is compared: pandoc has a `motion-picture`."""
    return str(type_).replace("-", "").replace("_", "")


def _variables(item: Item) -> Iterator[str]:
    for given, value in item.items():
        name = ALIASES.get(given, given)
        yield name
        found = variable(name, value)
        for part in range(1, int(found[-1]) + 1) if "/" in found else ():
            yield f"{name}/{part}"


def _probes(format_: str, type_: str) -> Iterator[Fields]:
    if format_ == "ris":
        names: Sequence[str] = _RIS_TAGS
    elif format_ == "bibtex":
        names = [name for name in _BIBTEX_FIELDS if name != "eid" or type_ == "article"]
    else:  # what biber's data model has for the type
        names = sorted(FIELDS[type_])
    for name in names:
        default = _NAME if name in _PEOPLE else _NUMBER
        yield ((name, _VALUES.get(name, default)),)
    yield from _TOGETHER["ris" if format_ == "ris" else "bibtex"]


def _ris(key: str, type_: str, fields: Fields) -> str:
    """Give a record with its year: where PY stands, citation-js reads other tags otherwise."""
    lines = "".join(f"{tag}  - {value}\n" for tag, value in (("PY", "2019"), *fields))
    return f"TY  - {type_}\nID  - {key}\nTI  - {_TITLE}\n{lines}ER  - \n\n"


def _bibtex(key: str, type_: str, fields: Fields) -> str:
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields)
    return f"@{type_}{{{key},\n  title = {{{_TITLE}}},\n{lines}}}\n\n"
