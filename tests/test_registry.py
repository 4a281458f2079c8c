"""Finding formats by name, and what happens with plugins that clash or do not load."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from litconv import registry
from litconv.diagnostics import ExitCode, UsageError
from litconv.formats.json import FORMATS as JSON
from litconv.registry import Format


class Point(NamedTuple):
    """Stands for an installed entry point."""

    name: str
    value: str
    load: Callable[[], object]


Install = Callable[..., None]


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Give a function that makes plugins look installed."""

    def add(*points: Point) -> None:
        monkeypatch.setattr(registry, "entry_points", lambda **_: points)
        registry.formats.cache_clear()

    yield add
    monkeypatch.undo()
    registry.formats.cache_clear()


def plugin(name: str, *aliases: str) -> Point:
    made = Format(
        name=name, title=f"Invented {name}", aliases=aliases, reader=JSON[0].reader, writer=None
    )
    return Point(name, f"invented.{name}", lambda: (made,))


@pytest.mark.parametrize(
    ("name", "to", "found", "style"),
    [
        ("bibtex", True, "bibtex", ""),
        ("BibTeX", True, "bibtex", ""),
        (" ris ", True, "ris", ""),
        ("record-page", False, "record-page", ""),
        ("page", False, "record-page", ""),
        ("csl:ieee", True, "csl", "ieee"),
        ("apa", True, "apa", "apa"),
        ("json", False, "json", ""),
    ],
)
def test_names_and_aliases(name: str, found: str, style: str, *, to: bool) -> None:
    format_, chosen = registry.find(name, to=to)
    assert (format_.name, chosen) == (found, style)


@pytest.mark.parametrize(
    ("name", "to", "message"),
    [
        ("bibtx", True, "cannot write 'bibtx'; did you mean bibtex"),
        ("jsn", False, "cannot read 'jsn'; did you mean json"),
        ("endnote", True, "did you mean endnotexml or enw?"),
        ("page", True, "cannot write 'page', only read it"),
        ("apa", False, "cannot read 'apa', only write it"),
        ("ris:ieee", True, "cannot write 'ris:ieee'"),
        ("qqqqqq", True, "cannot write 'qqqqqq'"),
        ("", True, "cannot write ''"),
    ],
)
def test_what_is_not_there_is_refused_with_the_nearest_name(
    name: str, message: str, *, to: bool
) -> None:
    with pytest.raises(UsageError) as caught:
        registry.find(name, to=to)
    assert message in str(caught.value)
    assert caught.value.hint.startswith("Formats: ")
    assert caught.value.exit_code is ExitCode.USAGE
    if name == "qqqqqq":
        assert "did you mean" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("word", "For formatted references say for example --to apa --markup docx."),
        ("HTML", "For formatted references say for example --to apa --markup html."),
        ("vancouver", "`litconv styles WORDS` finds the styles for csl:STYLE."),
    ],
)
def test_styles_and_markups_that_are_taken_for_formats_are_explained(name: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        registry.find(name, to=True)
    assert caught.value.hint.endswith(hint)


def test_each_format_is_listed_once() -> None:
    for listed in (registry.readable(), registry.writable()):
        names = [one.name for one in listed]
        assert sorted(set(names)) == sorted(names)
    assert "record-page" in {one.name for one in registry.readable()}
    assert "record-page" not in {one.name for one in registry.writable()}


def test_a_plugin_takes_part(install: Install) -> None:
    install(plugin("zigzag", "zz"))
    assert registry.find("zz", to=False)[0].title == "Invented zigzag"
    assert "zigzag" in {one.name for one in registry.readable()}
    with pytest.raises(UsageError):
        registry.find("zigzag", to=True)


@pytest.mark.parametrize(
    "points",
    [
        [plugin("json")],
        [plugin("zigzag", "page")],
        [plugin("zigzag"), plugin("other", "zigzag")],
    ],
    ids=["a name of ours", "an alias of ours", "two plugins"],
)
def test_a_name_that_two_formats_claim_is_an_error_that_names_both(
    install: Install, points: list[Point]
) -> None:
    install(*points)
    with pytest.raises(UsageError, match="two formats are called") as caught:
        registry.formats()
    assert f"Invented {points[-1].name}" in str(caught.value)
    assert points[-1].value in caught.value.hint


@pytest.mark.parametrize(
    "error", [ImportError("no module named x"), SyntaxError("bad"), KeyError()]
)
def test_a_plugin_that_does_not_load_is_shown(install: Install, error: Exception) -> None:
    def load() -> object:
        raise error

    install(Point("broken", "invented.broken:FORMATS", load))
    with pytest.raises(UsageError, match=r"the plugin broken \(invented.broken:FORMATS\)"):
        registry.formats()


@pytest.mark.parametrize("loaded", [None, 3, JSON[0], ("text",)])
def test_a_plugin_that_gives_no_formats_is_shown(install: Install, loaded: object) -> None:
    install(Point("odd", "invented.odd", lambda: loaded))
    with pytest.raises(UsageError, match="the plugin odd"):
        registry.formats()
