"""Styles by name, address and path; the search; what is said of styles that are not valid CSL."""

from __future__ import annotations

import json
import os
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from conftest import RunLitconv
from litconv.csl.library import catalogue
from litconv.csl.library.installed import file_names, folders
from litconv.csl.library.style import load_style, style_names
from litconv.diagnostics import UsageError
from litconv.text.markup import to_text

GOOD = """\
<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
  <info>
    <title>An invented style</title>
    <id>urn:invented</id>
    <updated>2020-01-01T00:00:00Z</updated>
  </info>
  <macro name="title">
    <text variable="title"/>
  </macro>
  <citation><layout><text macro="title"/></layout></citation>
  <bibliography>
    <layout suffix="!">
      <text macro="title"/>
    </layout>
  </bibliography>
</style>
"""
TITLE = '<text variable="title"/>'
CALL = '<layout suffix="!">\n      <text macro="title"/>'
BOOK: dict[str, Any] = {
    "id": "b",
    "type": "book",
    "title": "The invented book",
    "author": [{"family": "Example", "given": "Ann"}],
    "issued": {"date-parts": [[1999]]},
    "publisher": "Invented Press",
}


@pytest.fixture
def my_style(tmp_path: Path) -> Path:
    path = tmp_path / "my-style.csl"
    path.write_text(GOOD)
    return path


def complaint(path: Path, text: str | bytes) -> str:
    """Give what is said about a style with that text, without its folder."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    start = time.process_time()
    with pytest.raises(UsageError) as caught:
        load_style(str(path))
    assert time.process_time() - start < 5
    return str(caught.value).replace(f"{path.parent}{os.sep}", "")


# ------------------------------------------------------------------------- names and addresses


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


# --------------------------------------------------------------------------------------- paths


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


# ---------------------------------------------------------------------------- what is not valid


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "my-style.csl:1: this is not well-formed XML: no element found"),
        ("hello", "my-style.csl:1: this is not well-formed XML: syntax error"),
        (b"\0" * 50, "my-style.csl:1: this is not well-formed XML: not well-formed"),
        (GOOD[:-3], "my-style.csl:17: this is not well-formed XML: unclosed token"),
        (GOOD.replace("</macro>", ""), "my-style.csl:17: this is not well-formed XML: mismatched"),
        (GOOD.replace("An", "&nbsp;"), "my-style.csl:4: this is not well-formed XML: undefined"),
        (GOOD.replace("utf-8", "klingon"), "my-style.csl:1: the encoding cannot be read"),
        (GOOD.encode().replace(b"An", b"\xe9"), "my-style.csl:4: this is not well-formed XML"),
        ("<!DOCTYPE html>\n<html></html>", "my-style.csl:1: this is a web page, not a CSL style"),
        ("\n<html/>", "my-style.csl:2: this is <html>, not a CSL style"),
        (
            '<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0"/>',
            "my-style.csl:1: this is a CSL locale, not a CSL style",
        ),
        (GOOD.replace("xbiblio", "other"), "my-style.csl:2: this is <style>, not a CSL style"),
    ],
)
def test_what_is_no_style(my_style: Path, text: str | bytes, said: str) -> None:
    assert complaint(my_style, text).startswith(said)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (' version="1.0" c', " c", "2: it states no version, as styles for CSL 0.8 do"),
        ('version="1.0" c', 'version="0.8" c', "2: it is a style for CSL 0.8; litconv reads CSL"),
        ('version="1.0" c', 'version="1.1" c', "2: it is a style for CSL 1.1; litconv reads CSL"),
        (' class="in-text"', "", '2: <style> lacks class="in-text" or class="note"'),
        ("<updated>2020-01-01T00:00:00Z</updated>", "", "3: <info> lacks <updated>"),
        (
            '<citation><layout><text macro="title"/></layout></citation>',
            "",
            "2: <style> lacks <citation>",
        ),
        (
            '<citation><layout><text macro="title"/></layout></citation>',
            "<citation/>",
            "11: <citation> lacks <layout>",
        ),
        (TITLE, '<txt variable="title"/>', "9: CSL has no element <txt>; did you mean text?"),
        (
            TITLE,
            '<text variable="title" prefx="("/>',
            "9: CSL has no attribute prefx=…; did you mean prefix?",
        ),
        (TITLE, '<text variable="titel"/>', "9: an attribute of <text> is missing or has a value"),
        (
            TITLE,
            '<text variable="title" font-style="slanted"/>',
            "9: <text> cannot have this font-style=…",
        ),
        (TITLE, "Hello", "8: text may not stand here: 'Hello'"),
        (TITLE, f"<choose><if>{TITLE}</if></choose>", "9: what is in <choose> may not stand"),
        (TITLE, '<a xmlns="urn:b"/>', "9: <a> is no element of CSL but of urn:b"),
        ("<bibliography>", '<bibliography et-al-min="many">', "12: something in <bibliography>"),
        (' name="title"', "", "8: <macro> lacks name=…"),
        (CALL, '<layout><text macro="none"/>', "13: there is no macro 'none'"),
        (
            TITLE,
            '<text macro="title"/>',
            "9: the macro 'title' calls itself without end: title → title",
        ),
        (
            '<macro name="title">',
            """<macro name="a"><text macro="b"/></macro>
            <macro name="b"><text macro="title"/></macro>
            <macro name="title"><text macro="a"/>""",
            "10: the macro 'a' calls itself without end: a → b → title → a",
        ),
        (
            "<citation>",
            '<macro name="title"><text variable="title"/></macro><citation>',
            "11: there is a second macro 'title'",
        ),
    ],
)
def test_what_is_not_valid_csl(my_style: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    assert complaint(my_style, GOOD.replace(old, new, 1)).startswith(f"my-style.csl:{said}")


@pytest.mark.parametrize("version", ["1.0", "1.0.1", "1.0.2"])
def test_the_editions_of_csl_1_0_are_read(my_style: Path, version: str) -> None:
    my_style.write_text(GOOD.replace('version="1.0" c', f'version="{version}" c'))
    assert load_style(str(my_style)).name == str(my_style)


def test_a_style_in_utf_16(my_style: Path) -> None:
    text = GOOD.replace("utf-8", "utf-16").replace('"!"', '"。"')
    my_style.write_bytes(text.encode("utf-16"))
    assert to_text(load_style(str(my_style)).render(BOOK)) == "The invented book。"


# ------------------------------------------------------------------------------- limits, attacks


def chain(length: int, calls: int) -> str:
    """Give macros that each call the next one so often."""
    macros = "".join(
        f'<macro name="m{number}">{f"""<text macro="m{number + 1}"/>""" * calls}</macro>'
        for number in range(length)
    )
    return f'{macros}<macro name="m{length}">{TITLE}</macro><macro name="title">'


def billion_laughs() -> str:
    lines = [f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12)]
    doctype = f'<!DOCTYPE style [<!ENTITY e0 "ha">{"".join(lines)}]>\n<style'
    return GOOD.replace("<style", doctype, 1).replace("An invented", "&e12;")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD + " " * 10_000_000, "the style my-style.csl is larger than 1 MB"),
        (billion_laughs(), "my-style.csl:2: a style may have no DOCTYPE"),
        (
            GOOD.replace(
                "<style", '<!DOCTYPE style [<!ENTITY x SYSTEM "file:///etc/passwd">]><style', 1
            ).replace("An invented", "&x;"),
            "my-style.csl:2: a style may have no DOCTYPE",
        ),
        (
            GOOD.replace("<style", '<!DOCTYPE style SYSTEM "http://localhost/x.dtd"><style', 1),
            "my-style.csl:2: a style may have no DOCTYPE",
        ),
        (
            GOOD.replace(TITLE, "<group>" * 40_000 + TITLE + "</group>" * 40_000),
            "my-style.csl:9: more than 120 elements in each other",
        ),
        (
            GOOD.replace('<macro name="title">', chain(5000, 1)),
            "my-style.csl:8: macros call each other more than 120 deep",
        ),
        (
            GOOD.replace('<macro name="title">', chain(50, 3)),
            "my-style.csl:8: macros within macros make over 100,000 elements",
        ),
    ],
    ids=["10 MB", "entities", "file", "dtd", "nesting", "chain", "doubling"],
)
def test_what_would_take_too_much(my_style: Path, text: str, said: str) -> None:
    assert complaint(my_style, text).startswith(said)


@pytest.mark.parametrize(
    "macros",
    [
        chain(57, 1),
        '<macro name="title">' + "<group>" * 113 + TITLE + "</group>" * 113,
        '<macro name="title">' + TITLE * 10_000,
        chain(5, 6),
    ],
    ids=["chain", "nesting", "long", "doubling"],
)
def test_what_is_within_the_limits_is_rendered(my_style: Path, macros: str) -> None:
    my_style.write_text(GOOD.replace('<macro name="title">', macros))
    start = time.process_time()
    runs, error = load_style(str(my_style)).render_safely(BOOK)
    assert error is None
    assert "The invented book" in to_text(runs)
    assert time.process_time() - start < 10


def test_a_style_without_bibliography(my_style: Path, run_litconv: RunLitconv) -> None:
    text = GOOD[: GOOD.index("  <bibliography>")] + "</style>"
    my_style.write_text(text)
    (my_style.parent / "in.json").write_text(json.dumps([BOOK]))
    done = run_litconv("convert", "--from", "csljson", "in.json", "--to", "csl:my-style.csl")
    assert (done.code, done.out) == (2, "")
    assert "the style my-style.csl has no bibliography" in done.err


def test_a_bad_style_ends_the_program_with_2_and_writes_nothing(
    my_style: Path, run_litconv: RunLitconv
) -> None:
    my_style.write_text(GOOD.replace(TITLE, "<txt/>"))
    (my_style.parent / "in.json").write_text(json.dumps([{**BOOK, "title": None}, 7]))
    done = run_litconv(
        "convert", "--from", "csljson", "in.json", "--to", "csl:./my-style.csl", "-o", "out.txt"
    )
    assert (done.code, done.out) == (2, "")
    first, *_ = done.err.splitlines()  # nothing was read before
    assert "my-style.csl:9: CSL has no element <txt>" in first
    assert not (my_style.parent / "out.txt").exists()


# ------------------------------------------------------------------------ every installed style

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
