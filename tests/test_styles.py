"""Styles by name, address and path."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from litconv.csl.library import catalogue
from litconv.csl.library.style import load_style, style_names
from litconv.diagnostics import UsageError
from litconv.text.markup import to_text
from made_styles import BOOK, GOOD, complaint

# ---------------------------------------------------------------------------- names and addresses


@pytest.mark.parametrize(
    "name",
    [
        "http://www.zotero.org/styles/ieee",
        "https://www.zotero.org/styles/ieee/",
        "https://zotero.org/styles/ieee?source=1",
        " ieee.csl ",
    ],
)
def test_an_address_is_the_name_at_its_end(name: str) -> None:
    assert load_style(name).name == "ieee"


def test_other_addresses_are_not_fetched() -> None:
    with pytest.raises(UsageError, match="does not fetch styles"):
        load_style("https://example.org/ieee.csl")


def test_a_dependent_style_has_a_locale_of_its_own() -> None:
    assert load_style("nature-digest").locale == "en-GB"
    assert load_style("nature").locale != "de-DE"
    assert load_style("nature-digest", locale="de-DE").locale == "de-DE"


def test_each_dependent_style_has_its_parent() -> None:
    names = set(style_names())
    dependent = [one for one in catalogue.search("") if one.parent]
    assert len(dependent) > 5000
    assert [one.id for one in dependent if one.parent not in names] == []


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("appa", "apa"),
        ("ieeee", "ieee"),
        ("nature digst", "nature-digest"),
        ("modern language assocition", "modern-language-association"),
        ("elsevier havard", "elsevier-harvard"),
    ],
)
def test_an_unknown_style_suggests_near_ones(name: str, near: str) -> None:
    with pytest.raises(UsageError, match=f"did you mean {near}[,?]"):
        load_style(name)


@pytest.mark.parametrize("name", ["", "x" * 100_000, "生生", "-", "\0", "a\0/b", "*", "~nobody/x"])
def test_odd_names_are_unknown_at_once(name: str) -> None:
    start = time.process_time()
    with pytest.raises(UsageError):
        load_style(name)
    assert time.process_time() - start < 2


# ------------------------------------------------------------------------------------------ paths


def test_a_style_by_path(my_style: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert to_text(load_style(str(my_style)).render(BOOK)) == "The invented book!"
    monkeypatch.chdir(my_style.parent)
    for name in ("my-style.csl", "./my-style.csl"):
        assert to_text(load_style(name).render(BOOK)) == "The invented book!"
    my_style.rename("plain-name")
    assert to_text(load_style("plain-name").render(BOOK)) == "The invented book!"


def test_a_style_by_path_is_read_again_when_it_changed(my_style: Path) -> None:
    load_style(str(my_style))
    my_style.write_text(GOOD.replace('"!"', '"?"'))
    assert to_text(load_style(str(my_style)).render(BOOK)) == "The invented book?"


def test_an_installed_name_is_not_a_file_that_happens_to_lie_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("apa").write_text("nothing")
    Path("ieee").mkdir()
    assert (load_style("apa").name, load_style("ieee").name) == ("apa", "ieee")
    Path("apa.csl").write_text(GOOD)
    assert load_style("apa.csl").name == "apa.csl"


def test_a_path_with_the_locale_auto(my_style: Path) -> None:
    style = load_style(str(my_style), locale="auto")
    assert to_text(style.render({**BOOK, "title": "虚构"})) == "虚构!"


DEPENDENT = """\
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" default-locale="de-DE">
  <info>
    <title>A journal</title>
    <id>urn:invented</id>
    <link href="http://www.zotero.org/styles/PARENT" rel="independent-parent"/>
    <updated>2020-01-01T00:00:00Z</updated>
  </info>
</style>
"""


def test_a_dependent_style_by_path(my_style: Path) -> None:
    my_style.write_text(DEPENDENT.replace("PARENT", "apa"))
    style = load_style(str(my_style))
    assert (style.name, style.locale) == ("apa", "de-DE")


def test_a_dependent_style_by_path_whose_parent_is_unknown(my_style: Path) -> None:
    said = complaint(my_style, DEPENDENT.replace("PARENT", "no-such-style"))
    assert said == "the style my-style.csl stands for no-such-style, which is not installed"


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        load_style(str(tmp_path / "none.csl"))
    with pytest.raises(UsageError, match="is no file"):
        load_style(str(tmp_path))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csl")
    result: list[BaseException] = []

    def load() -> None:
        with pytest.raises(UsageError) as caught:
            load_style(str(tmp_path / "pipe.csl"))
        result.append(caught.value)

    thread = threading.Thread(target=load, daemon=True)
    thread.start()
    thread.join(timeout=10)
    assert "is no file" in str(result[0])
