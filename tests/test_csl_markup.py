"""What can be made of runs: HTML, Markdown, terminal, text."""

from __future__ import annotations

from litconv.text.markup import Mark, Run, to_html, to_markdown, to_terminal, to_text

ITALIC = (Mark.ITALIC,)
RUNS = (Run("a < b "), Run("c_d", ITALIC), Run(". "), Run("https://example.org/a_(b)).", ()))


def test_html_is_escaped_and_links_are_links_only_when_asked_for() -> None:
    assert to_html(RUNS) == "a &lt; b <i>c_d</i>. https://example.org/a_(b))."
    assert to_html(RUNS, links=True) == (
        'a &lt; b <i>c_d</i>. <a href="https://example.org/a_(b)">https://example.org/a_(b)</a>).'
    )


def test_html_nests_marks() -> None:
    runs = (Run("a", ITALIC), Run("2", (Mark.ITALIC, Mark.SUP)), Run("b", ITALIC))
    assert to_html(runs) == "<i>a<sup>2</sup>b</i>"


def test_a_link_cannot_leave_its_attribute() -> None:
    made = to_html((Run("https://example.org/'onmouseover='x"),), links=True)
    assert made.count("'") == 0


def test_markdown_is_escaped() -> None:
    assert to_markdown(RUNS) == r"a \< b *c\_d*. <https://example.org/a_(b)>)."
    assert to_markdown((Run("1999. A year"),)) == r"1999\. A year"


def test_markdown_keeps_blanks_outside_the_stars() -> None:
    assert to_markdown((Run(" a ", ITALIC), Run("b"))) == " *a* b"


def test_terminal_has_no_sequences_but_its_own() -> None:
    runs = (Run("a\x1b[31m\x9b1m"), Run("b", ITALIC))
    assert to_terminal(runs) == "a[31m1m\x1b[3mb\x1b[0m"


def test_text_is_one_line_without_controls() -> None:
    assert to_text((Run("a\r\n b\x07\u202e"), Run("c", ITALIC))) == "a bc"
