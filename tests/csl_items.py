"""Items of CSL-JSON that tests of references make, and people in them."""

from __future__ import annotations

from typing import Any


def person(family: str, given: str, **more: str) -> dict[str, str]:
    return {"family": family, "given": given, **more}


def body(name: str) -> dict[str, str]:
    return {"literal": name}


def date(*parts: int) -> dict[str, list[list[int]]]:
    return {"date-parts": [list(parts)]}


def item(type_: str, title: str, /, **fields: object) -> dict[str, Any]:
    """Give an item; `container_title` stands for `container-title`, and so on."""
    named = {
        key if key == "archive_location" else key.replace("_", "-"): value
        for key, value in fields.items()
    }
    return {"id": "one", "type": type_, "title": title, **named}


ADA = person("Example", "Ann B.")
PAUL = person("Sample", "Jean-Paul")
ZHANG, LI, WANG, ZHAO = (body(name) for name in ("张三", "李四", "王五", "赵六"))
SEEN = date(2024, 1, 9)
