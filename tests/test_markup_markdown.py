"""References as CommonMark, shown by a real renderer."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from markdown_it import MarkdownIt

from litconv.text.markup import Entry, Mark, Rich, Run, Shape, markdown_list, to_markdown
from rich_runs import Shown, bare, marked, riches, squeezed

ITALIC = (Mark.ITALIC,)
BOLD = (Mark.BOLD,)


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((Run("A "), Run("b c", ITALIC), Run(", 2.")), "A *b c*, 2."),
        ((Run("题"), Run("名", ITALIC), Run("，1")), "题*名*，1"),
        ((Run("x"), Run("(y)", ITALIC), Run("z")), "x<i>(y)</i>z"),
        ((Run("a", ITALIC), Run("b", BOLD)), "*a*<b>b</b>"),
        ((Run("a", ITALIC), Run("b", (*ITALIC, *BOLD))), "*a<b>b</b>*"),
        ((Run("H"), Run("2", (Mark.SUB,)), Run("O")), "H<sub>2</sub>O"),
        ((Run("3+ "), Run(" ", ITALIC), Run("x")), "3+  x"),
        ((Run("0"), Run("https://a.example", ITALIC)), "0<i><https://a.example></i>"),
        ((Run("- a"),), r"\- a"),
        ((Run("---"),), r"\---"),
        ((Run("12) a"),), r"12\) a"),
        ((Run("![a](b) @c"),), r"!\[a\](b) \@c"),
        ((Run("doi:10.1000/a_b."),), r"doi:[10.1000/a\_b](<https://doi.org/10.1000/a_b>)."),
        (
            (Run("https://a.example/?b&c"),),
            r"[https://a.example/?b\&c](<https://a.example/?b&amp;c>)",
        ),
    ],
)
def test_markdown(runs: Rich, expected: str) -> None:
    assert to_markdown(runs) == expected


def test_a_paragraph_for_each_reference() -> None:
    entries = [Entry("a", (Run("One"),)), Entry("b", ()), Entry("c", (Run("Two"),))]
    assert "".join(markdown_list(entries, Shape())) == "One\n\nTwo\n"


@given(riches)
@example((Run("a", ITALIC), Run("*"), Run("b", ITALIC)))
@example((Run("\xa0"),))
@example((Run("a"), Run("b", BOLD), Run("c"), Run("d", ITALIC), Run("e")))
def test_a_renderer_shows_the_text_with_its_marks_and_no_other_links(runs: Rich) -> None:
    shown = Shown(MarkdownIt("commonmark").render(to_markdown(runs)))
    assert squeezed(shown.text) == bare(runs)
    assert shown.letters == marked(runs)
    assert set(shown.elements) <= {"p", "em", "strong", "i", "b", "u", "sup", "sub", "span", "a"}
    # To a renderer a no-break space alone is a paragraph.
    assert bool(bare(runs)) <= shown.elements.count("p") <= 1
    assert all(one.lower().startswith(("http://", "https://")) for one in shown.links)
