"""References as reStructuredText, read by docutils."""

from __future__ import annotations

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from hypothesis import given

from litconv.text.markup import Entry, Mark, Rich, Run, Shape, rst_list, to_rst
from rich_runs import bare, riches, squeezed

ITALIC = (Mark.ITALIC,)


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((Run("A "), Run("b c", ITALIC), Run(", 2.")), "A *b c*, 2."),
        ((Run("题"), Run("名", ITALIC), Run("，1")), r"题\ *名*\ ，1"),
        ((Run("H"), Run("2", (Mark.SUB,)), Run("O")), r"H\ :sub:`2`\ O"),
        ((Run(" a ", (Mark.BOLD,)), Run("b")), "**a** b"),
        ((Run("a "), Run("n", (Mark.ITALIC, Mark.SUP))), "a :sup:`n`"),
        ((Run("A. Able"),), r"\A. Able"),
        ((Run("[1] A_b*"),), r"\[1] A\_b\*"),
        ((Run("\\\\"),), "\\ \\\\\\\\"),
        ((Run("javascript:a(1) 1: 2"),), r"javascript\:a(1) 1: 2"),
        ((Run("Thus::"),), r"Thus\:\:"),
        ((Run("See https://a.example/b."),), "See https://a.example/b."),
        (
            (Run("(https://a.example/b_)"),),
            r"\(\ `https://a.example/b\_ <https://a.example/b\_>`__)",
        ),
        ((Run("doi:10.1000/b"),), r"doi\:\ `10.1000/b <https://doi.org/10.1000/b>`__"),
    ],
)
def test_rst(runs: Rich, expected: str) -> None:
    assert to_rst(runs) == expected


def test_a_paragraph_for_each_reference() -> None:
    entries = [Entry("a", (Run("One"),)), Entry("b", ()), Entry("c", (Run("Two"),))]
    assert "".join(rst_list(entries, Shape())) == "One\n\nTwo\n"


def read(text: str) -> nodes.document:
    settings = {"report_level": 1, "halt_level": 1, "raw_enabled": False, "_disable_config": True}
    return publish_doctree(text, settings_overrides=settings)


def test_docutils_sees_marks_and_links() -> None:
    runs = (
        *(Run("x"), Run("y_z", ITALIC), Run("10"), Run("−2", (Mark.SUP,)), Run("! ")),
        Run("https://a.example/b_c, doi:10.1000/d."),
    )
    tree = read(to_rst(runs))
    assert [one.astext() for one in tree.findall(nodes.emphasis)] == ["y_z"]
    assert [one.astext() for one in tree.findall(nodes.superscript)] == ["−2"]
    assert [one["refuri"] for one in tree.findall(nodes.reference)] == [
        "https://a.example/b_c",
        "https://doi.org/10.1000/d",
    ]


@given(riches)
def test_docutils_reads_one_paragraph_with_the_same_text(runs: Rich) -> None:
    tree = read(to_rst(runs))
    assert [type(one) for one in tree.children] == [nodes.paragraph] * bool(bare(runs))
    assert squeezed(tree.astext()) == bare(runs)
    addresses = [str(one["refuri"]).lower() for one in tree.findall(nodes.reference)]
    assert all(one.startswith(("http://", "https://")) for one in addresses)
