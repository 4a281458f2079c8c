"""Styles that would take too long: refused; what is large and sound is rendered."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from litconv.csl.library.style import load_style
from litconv.text.markup import to_text
from made_styles import BOOK, GOOD, TITLE, complaint


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
