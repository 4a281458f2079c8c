"""Every style of the CSL repository formats works."""

from __future__ import annotations

from typing import Any

import pytest

from litconv.csl.library.installed import file_names, folders
from litconv.csl.library.style import load_style
from made_styles import BOOK

WORKS: list[dict[str, Any]] = [
    {
        "id": "a",
        "type": "article-journal",
        "title": "An invented study of owls",
        "author": [
            {"family": "Example", "given": "Ann B."},
            {"family": "Muster", "given": "Dora", "non-dropping-particle": "van der"},
        ],
        "container-title": "Journal of Invented Results",
        "issued": {"date-parts": [[2019, 3, 14]]},
        "volume": "12",
        "issue": "3",
        "page": "101-119",
        "DOI": "10.1000/owl",
    },
    {**BOOK, "edition": "2", "publisher-place": "Nowhere", "editor": [{"literal": "Institute"}]},
    {"id": "c", "type": "chapter", "title": "A part", "issued": {"date-parts": [[-50]]}},
    {
        "id": "d",
        "type": "webpage",
        "title": "虚构的网页",
        "author": [{"family": "王", "given": "例"}],
        "URL": "https://example.org/x",
        "accessed": {"date-parts": [[2020, 1, 2]]},
        "issued": {"literal": "spring"},
    },
    {"id": "e", "type": "legal_case", "title": "Owl v. Crow"},
]

INDEPENDENT = sorted(
    file.removesuffix(".csl") for folder in list(folders())[:2] for file in file_names(folder)
)


def failures(names: list[str]) -> list[str]:
    """Give what goes wrong when the styles format the works, a line a fault."""
    found = []
    for name in names:
        style = load_style(name)
        if not style.has_bibliography:
            continue
        style.order(WORKS)
        for number, item in enumerate(WORKS, start=1):
            _, error = style.render_safely(item, number=number)
            found += [f"{name}, {item['id']}: {error!r}"] if error else []
    return found


def test_every_tenth_style_formats_works() -> None:
    assert len(INDEPENDENT) > 2800
    assert failures(INDEPENDENT[::10]) == []


@pytest.mark.slow
def test_every_style_formats_works() -> None:
    assert failures(INDEPENDENT) == []


def test_installed_styles_would_pass_the_checks() -> None:
    package = list(folders())[1]
    for name in INDEPENDENT[::60]:
        path = package / f"{name}.csl"
        if path.is_file():
            assert load_style(str(path)).name == str(path)
