"""Styles that are not valid CSL: what is said of them, and where."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import RunLitconv
from litconv.csl.library.style import load_style
from litconv.text.markup import to_text
from made_styles import BOOK, CALL, GOOD, TITLE, complaint

# ------------------------------------------------------------------------------ what is not valid


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


# -------------------------------------------------------------------------------- limits, attacks


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
