"""The names of CSL-JSON items and those of the model, both ways.

What a name with odd parts means is what `csl.processor.people` says when a reference is printed:
a suffix behind a comma in `given` is a suffix, a lone `given` is the whole name.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Any, Final

import msgspec

from litconv.csl.items.kept import number_text
from litconv.csl.items.variables import NAME_KEYS, NAME_PARTS
from litconv.csl.processor.people import people
from litconv.model import Name
from litconv.text.oneline import one_line

_PART_KEYS: Final = tuple(NAME_PARTS.values())
_PARTS_OF: Final = attrgetter(*NAME_PARTS)
_USUAL: Final = frozenset(("family", "given"))
# Keys whose meaning the model or the result holds, so that the name says nothing more.
_ORCID_KEYS: Final = ("ORCID", "orcid", "_orcid")
_AFFILIATION_KEYS: Final = ("affiliation", "affiliations")
_HELD: Final = frozenset(
    (
        *NAME_PARTS.values(),
        *("literal", "isInstitution", *_ORCID_KEYS, *_AFFILIATION_KEYS),
        *("sequence", "authenticated-orcid"),  # Crossref's: first or additional; who vouches
    )
)


def name_to_csl(name: Name) -> dict[str, Any]:
    """Give a name's CSL parts; a name that is nothing but a given name becomes `literal`.

    (Processors take the family name for granted, and print nothing or a lone comma without it.)
    """
    if name.literal and (literal := one_line(name.literal)):
        return {"literal": literal}
    family, given = name.family, name.given
    if family and given and not (name.particle or name.dropping_particle or name.suffix):
        family = family if family.isalpha() else one_line(family)  # nearly all names
        given = given.strip() if given.isprintable() else one_line(given)
        if family and given:
            return {"family": family, "given": given}
    parts: dict[str, Any] = {}
    for part, value in zip(_PART_KEYS, _PARTS_OF(name), strict=True):
        if value and (text := one_line(value)):
            parts[part] = text
    if parts and "family" not in parts:
        return {"literal": " ".join(parts.values())}
    return parts


def names_from_csl(value: Any) -> tuple[tuple[Name, ...], bool]:  # noqa: ANN401 (any JSON value)
    """Read a name variable; say too whether `name_to_csl` gives back all that it says.

    Takes one name or text in place of the list. What is no name at all is left out.
    """
    if isinstance(value, (str, dict)):
        value = [value]
    if not isinstance(value, list):
        return (), value is None
    names: list[Name] = []
    exact = True
    for one in value:
        name, same = _name(one)
        exact = exact and same
        if name is not None:
            names.append(name)
    return tuple(names), exact


def schema_names(value: Any) -> Any:  # noqa: ANN401 (any JSON value)
    """Give a name variable without the keys that the schema does not know."""
    listed = value if isinstance(value, list) else [value]
    return [name for one in listed if (name := _schema_name(one))]


def _schema_name(one: object) -> dict[str, Any]:
    if isinstance(one, str):
        return {"literal": one} if one.strip() else {}
    if not isinstance(one, dict):
        return {}
    if one.get("isInstitution"):
        family, literal = _text(one.get("family")), _text(one.get("literal"))
        body = family if family.strip() else literal
        return {"literal": body} if body else {}
    return {
        key: value if isinstance(value, bool) else _text(value)
        for key, value in one.items()
        if key in NAME_KEYS and isinstance(value, (str, int, float)) and value != ""
    }


def _name(one: object) -> tuple[Name | None, bool]:
    """Read one name."""
    if type(one) is dict and one.keys() == _USUAL:
        family, given = one["family"], one["given"]
        if type(family) is str and type(given) is str and family and given and "," not in given:
            name = Name(family=family, given=given)
            return name, _is_plain(family) and _is_plain(given)
    if isinstance(one, str):
        return (Name(literal=one), _is_plain(one)) if one.strip() else (None, True)
    if not isinstance(one, dict):
        return None, one is None
    bare = _from_parts(one)
    if bare is None:
        return None, not any(one.values())
    name = _with_facts(bare, one)
    said = all(key in _HELD or not value for key, value in one.items())
    said = said and (name.literal == _text(one.get("literal")) or not one.get("literal"))
    return name, said and people([one]) == people([name_to_csl(name)])


def _is_plain(text: str) -> bool:
    """Say whether `one_line` leaves a text alone."""
    return one_line(text) == text


def _from_parts(one: dict[str, Any]) -> Name | None:
    literal, family, given = (_text(one.get(key)) for key in ("literal", "family", "given"))
    if one.get("isInstitution") or (literal and not family):
        body = family if family.strip() else literal
        return Name(literal=body) if body.strip() else None
    if not family.strip():
        family, given = given, ""
    if not family.strip():
        return None
    suffix = _text(one.get("suffix"))
    if not suffix and "," in given:
        given, _, tail = given.partition(",")
        given, suffix = given.strip(), tail.lstrip("! ").strip()
    return Name(
        family=family,
        given=given,
        particle=_text(one.get("non-dropping-particle")),
        dropping_particle=_text(one.get("dropping-particle")),
        suffix=suffix,
    )


def _with_facts(name: Name, one: dict[str, Any]) -> Name:
    """Add ORCID and affiliations, which Crossref and DataCite put beside the name."""
    orcid = next((_text(one[key]) for key in _ORCID_KEYS if one.get(key)), "")
    bodies: Any = next((one[key] for key in _AFFILIATION_KEYS if one.get(key)), [])
    texts = [
        _text(body.get("name") if isinstance(body, dict) else body)
        for body in (bodies if isinstance(bodies, list) else [bodies])
    ]
    if not orcid and not any(texts):
        return name
    return msgspec.structs.replace(
        name,
        affiliations=tuple(text for text in texts if text),
        orcid=orcid.rstrip("/").rpartition("/")[2],
    )


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    return number_text(value) if isinstance(value, (int, float)) and value is not True else ""
