"""The options of names, and what they decide: how many are shown, in which form, how joined."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from litconv.csl.processor.given import FULL, NONE
from litconv.csl.processor.people import Person

if TYPE_CHECKING:
    from litconv.csl.processor.compile import Sheet
    from litconv.csl.processor.work import Work

_PAIR = 2
_INHERITED = (
    "and",
    "delimiter-precedes-et-al",
    "delimiter-precedes-last",
    "et-al-min",
    "et-al-use-first",
    "et-al-use-last",
    "initialize",
    "initialize-with",
    "initialize-with-hyphen",
    "name-as-sort-order",
    "sort-separator",
    "demote-non-dropping-particle",
)


class Options(NamedTuple):
    """The options of a `cs:name` with what it inherits from its area and the style."""

    and_: str
    delimiter: str
    precedes_et_al: str
    precedes_last: str
    et_al_min: int
    et_al_first: int
    et_al_last: bool
    initialize: bool
    mark: str | None
    hyphen: bool
    sort_order: str
    separator: str
    demote: str
    form: str


def name_options(own: dict[str, str], sheet: Sheet, area: str) -> Options:
    """Give the options of a name element with these attributes in a citation or bibliography."""
    inherited = sheet.areas[area]
    values = {key: own.get(key, inherited.get(key, "")) for key in _INHERITED}
    and_ = {"text": sheet.terms.get("and") or "", "symbol": "&"}.get(values["and"], "")
    mark = own.get("initialize-with", inherited.get("initialize-with"))
    return Options(
        and_=and_,
        delimiter=own.get("delimiter", inherited.get("name-delimiter", ", ")),
        precedes_et_al=values["delimiter-precedes-et-al"] or "contextual",
        precedes_last=values["delimiter-precedes-last"] or "contextual",
        et_al_min=int(values["et-al-min"] or 0),
        et_al_first=int(values["et-al-use-first"] or 1),
        et_al_last=values["et-al-use-last"] == "true",
        initialize=values["initialize"] != "false",
        mark=mark,
        hyphen=values["initialize-with-hyphen"] != "false",
        sort_order=values["name-as-sort-order"],
        separator=values["sort-separator"] or ", ",
        demote=values["demote-non-dropping-particle"] or "display-and-sort",
        form=own.get("form", inherited.get("name-form", "long")),
    )


def with_given(person: Person, options: Options, work: Work, index: int) -> Options:
    """Give the options with as much of the given name as disambiguation wants."""
    shown = work.shown
    level = shown.givens[index] if index < len(shown.givens) else NONE
    if shown.register is not None:
        level = shown.register.level(person, index, marked=options.mark is not None)
    if level == NONE:
        return options
    return options._replace(form="long", mark=None if level == FULL else options.mark)


def delimited(rule: str, count: int, persons: tuple[Person, ...], options: Options) -> bool:
    """Say whether a rule puts a delimiter before the last of `count` names, or before et al."""
    if rule == "always":
        return not (count == _PAIR and persons[-1].body)  # a person & a body: no comma
    if rule == "never":
        return False
    if rule == "after-inverted-name":
        return options.sort_order == "all" or (options.sort_order == "first" and count == _PAIR)
    return count > _PAIR
