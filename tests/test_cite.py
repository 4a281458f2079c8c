"""`litconv cite`: citations for the text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from litconv.cli.app import main
from litconv.csl.library.style import load_style
from litconv.csl.processor.citing import Cites
from litconv.csl.processor.repeats import NOWHERE, Locator
from litconv.text.markup import to_text

Item = dict[str, Any]


def item(key: str, names: str, year: int | None, title: str = "A title") -> Item:
    people = [
        dict(zip(("family", "given"), one.split(" "), strict=True)) for one in names.split("; ")
    ]
    issued = {"issued": {"date-parts": [[year]]}} if year else {}
    return {"id": key, "type": "book", "title": title, "author": people, **issued}


ITEMS = [
    item("able2020", "Able Ann; Baker Bo", 2020, "Zebras"),
    item("able2020b", "Able Ann; Baker Bo", 2020, "Ants"),
    item("able2018", "Able Ann; Baker Bo", 2018),
    item("cole1999", "Cole Cy; Dorn Di; Ek Eve", 1999),
    item("dorn", "Dorn Di", None),
]
ANNUAL = "annual-reviews-author-date"


def cite(
    keys: Sequence[str],
    style: str = "apa",
    items: Sequence[Item] = ITEMS,
    *,
    narrative: bool = False,
    locator: Locator = NOWHERE,
) -> str:
    cites = Cites(load_style(style), items)
    return to_text(cites.cluster(keys, narrative=narrative, locator=locator))


@pytest.mark.parametrize(
    ("style", "keys", "text"),
    [
        ("apa", "able2018", "(Able & Baker, 2018)"),
        ("apa", "cole1999", "(Cole et al., 1999)"),
        ("apa", "dorn", "(Dorn, n.d.)"),
        ("apa", "able2020", "(Able & Baker, 2020b)"),
        ("apa", "cole1999 able2018", "(Able & Baker, 2018; Cole et al., 1999)"),
        ("apa", "able2020 able2020b able2018", "(Able & Baker, 2018, 2020a, 2020b)"),
        ("chicago-author-date", "cole1999", "(Cole et al. 1999)"),
        (ANNUAL, "able2020 able2020b cole1999", "(Able & Baker 2020a,b; Cole et al. 1999)"),
        ("ieee", "cole1999", "[4]"),
        ("ieee", "cole1999 able2020", "[1], [4]"),
        ("nlm-citation-sequence", "able2018 able2020 able2020b", "(1–3)"),
        ("nlm-citation-sequence", "dorn able2020b able2020", "(1,2,5)"),
    ],
)
def test_clusters(style: str, keys: str, text: str) -> None:
    assert cite(keys.split(), style) == text


@pytest.mark.parametrize(
    ("style", "keys", "text"),
    [
        ("apa", "able2018", "Able and Baker (2018)"),
        ("apa", "cole1999", "Cole et al. (1999)"),
        ("apa", "cole1999 dorn", "Cole et al. (1999); Dorn (n.d.)"),
        ("chicago-author-date", "cole1999", "Cole et al. (1999)"),
        ("ieee", "cole1999", "Cole et al. [4]"),
        ("ieee", "able2018", "Able and Baker [3]"),
    ],
)
def test_narrative(style: str, keys: str, text: str) -> None:
    assert cite(keys.split(), style, narrative=True) == text


def test_a_work_without_names_is_cited_by_its_title() -> None:
    items = [{"id": "k", "type": "book", "title": "Ants", "issued": {"date-parts": [[2020]]}}]
    assert cite(["k"], items=items) == "(Ants, 2020)"
    assert cite(["k"], items=items, narrative=True) == "Ants (2020)"


def test_people_of_one_name_get_initials() -> None:
    items = [item("a", "Able Ann", 2019), item("b", "Able Ben", 2020), item("c", "Cole Cy", 2020)]
    assert cite(["a", "c"], items=items) == "(A. Able, 2019; Cole, 2020)"


def test_more_names_tell_apart() -> None:
    items = [
        item("a", "Able Ann; Baker Bo; Cole Cy", 2020),
        item("b", "Able Ann; Dorn Di; Cole Cy; Ek Eve", 2020),
    ]
    assert cite(["a"], items=items) == "(Able, Baker, et al., 2020)"
    assert cite(["b"], items=items) == "(Able, Dorn, et al., 2020)"


def test_locators() -> None:
    assert cite(["cole1999"], locator=Locator("12-15")) == "(Cole et al., 1999, pp. 12–15)"
    assert cite(["cole1999"], locator=Locator("3", "chapter")) == "(Cole et al., 1999, Chapter 3)"


def test_a_cite_that_prints_nothing_leaves_no_gap() -> None:
    items = [*ITEMS, {"id": "empty", "type": "book"}]
    assert cite(["cole1999", "empty"], items=items).startswith("(")
    assert "; )" not in cite(["cole1999", "empty"], items=items)


@pytest.fixture
def references(tmp_path: Path) -> str:
    path = tmp_path / "refs.json"
    path.write_text(json.dumps(ITEMS), encoding="utf-8")
    return str(path)


def run(capfd: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    code = main(["cite", *args])
    out, err = capfd.readouterr()
    return code, out, err


def test_the_command(capfd: pytest.CaptureFixture[str], references: str) -> None:
    assert run(capfd, "cole1999", references) == (0, "(Cole et al., 1999)\n", "")
    assert run(capfd, references, "cole1999", "-s", "ieee")[1] == "[4]\n"
    assert run(capfd, "cole1999", references, "--narrative")[1] == "Cole et al. (1999)\n"
    located = run(capfd, "cole1999", references, "--locator", "p. 7")[1]
    assert located == "(Cole et al., 1999, p. 7)\n"


def test_markup(capfd: pytest.CaptureFixture[str], references: str) -> None:
    out = run(capfd, "able2018", references, "--markup", "html")[1]
    assert out == "(Able &amp; Baker, 2018)\n"
    row = json.loads(run(capfd, "able2018", references, "--markup", "jsonl")[1])
    assert (row["keys"], row["text"]) == (["able2018"], "(Able & Baker, 2018)")
    assert run(capfd, "able2018", references, "--markup", "docx")[0] == 2


def test_a_key_may_look_like_a_path(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "refs.json"
    items = [item("10.9999/abc", "Able Ann", 2020), item("conf.txt", "Cole Cy", 1999)]
    file.write_text(json.dumps(items))
    assert run(capfd, "10.9999/abc", str(file)) == (0, "(Able, 2020)\n", "")
    assert run(capfd, "conf.txt", str(file)) == (0, "(Cole, 1999)\n", "")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["Cole1999"], "no record with the key Cole1999; did you mean cole1999"),
        (["xyz"], "no record with the key xyz\n"),
        (["cole1999", "--style", "aap"], "no CSL style called 'aap'"),
        (["cole1999", "--locale", "xx"], "no locale 'xx'"),
        ([], "no key is named"),
    ],
)
def test_wrong_usage(
    capfd: pytest.CaptureFixture[str], references: str, args: list[str], message: str
) -> None:
    code, out, err = run(capfd, *args, references)
    assert (code, out) == (2, "")
    assert message in err
