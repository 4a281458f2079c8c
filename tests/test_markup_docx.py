"""References as a Word document, opened again by python-docx."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.document import Document
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from hypothesis import given, settings

from litconv.text.markup import Entry, Mark, Rich, Run, Shape, docx_list
from rich_runs import bare, marked, riches, squeezed


def opened(entries: list[Entry], shape: Shape) -> Document:
    return docx.Document(io.BytesIO(docx_list(entries, shape)))


def letters(paragraph: Paragraph) -> list[tuple[str, frozenset[str]]]:
    """Give each letter with the names of its marks, in hyperlinks too."""
    found = []
    for part in paragraph.iter_inner_content():
        for run in getattr(part, "runs", [part]):
            font = run.font
            properties = {
                "i": font.italic,
                "b": font.bold,
                "sup": font.superscript,
                "sub": font.subscript,
                "span": font.small_caps,
                "u": font.underline,
            }
            marks = frozenset(name for name, on in properties.items() if on)
            found += [(char, marks) for char in run.text if not char.isspace()]
    return found


def test_marks_links_and_indent() -> None:
    runs = (
        *(Run("Able, "), Run("X", (Mark.ITALIC,)), Run("2", (Mark.SUP,)), Run("2", (Mark.SUB,))),
        *(Run("B", (Mark.BOLD,)), Run("c", (Mark.SMALL_CAPS,)), Run("d", (Mark.UNDERLINE,))),
        Run(". https://a.example/题, doi:10.1000/b."),
    )
    document = opened([Entry("k", runs), Entry("none", ())], Shape(hanging=True))
    (paragraph,) = document.paragraphs
    assert [(run.text, run.italic) for run in paragraph.runs[:2]] == [("Able, ", None), ("X", True)]
    assert [run.font.superscript for run in paragraph.runs[1:3]] == [None, True]
    assert paragraph.runs[3].font.subscript is True
    assert [paragraph.runs[4].bold, paragraph.runs[5].font.small_caps] == [True, True]
    assert paragraph.runs[6].underline is True
    assert [(link.text, link.address) for link in paragraph.hyperlinks] == [
        ("https://a.example/题", "https://a.example/%E9%A2%98"),
        ("10.1000/b", "https://doi.org/10.1000/b"),
    ]
    assert paragraph.text == "Able, X22Bcd. https://a.example/题, doi:10.1000/b."
    style = paragraph.style
    assert style is not None
    assert style.name == "Bibliography"
    layout = getattr(style, "paragraph_format")  # noqa: B009 - its class has no name of its own
    assert (layout.left_indent, layout.first_line_indent) == (Pt(36), Pt(-36))


def test_a_number_in_the_margin_is_followed_by_a_tab() -> None:
    entries = [Entry("k", (Run("[1]\t A. Able"),))]
    assert opened(entries, Shape(margin=True)).paragraphs[0].text == "[1]\tA. Able"
    plain = opened(entries, Shape()).paragraphs[0]
    assert plain.text == "[1] A. Able"
    assert getattr(plain.style, "paragraph_format").left_indent is None  # noqa: B009 - as above


def test_one_address_is_one_relation() -> None:
    entries = [Entry("k", (Run("https://a.example/b and https://a.example/b"),))] * 2
    with zipfile.ZipFile(io.BytesIO(docx_list(entries, Shape()))) as parts:
        relations = parts.read("word/_rels/document.xml.rels").decode()
    assert relations.count("https://a.example/b") == 1


def test_the_document_names_nobody() -> None:
    properties = opened([], Shape()).core_properties
    assert (properties.author, properties.comments) == ("", "")


@settings(max_examples=30, deadline=None)  # a document takes some 20 ms
# In Word letters are raised or lowered, never both: such runs are no case.
@given(riches.filter(lambda runs: all(not {Mark.SUP, Mark.SUB} <= {*one.marks} for one in runs)))
def test_word_files_hold_the_same_text_with_the_same_marks(runs: Rich) -> None:
    for shape in (Shape(hanging=True), Shape(margin=True)):
        paragraphs = opened([Entry("k", runs)], shape).paragraphs
        assert len(paragraphs) == bool(runs)
        for paragraph in paragraphs:
            assert squeezed(paragraph.text) == bare(runs)
            assert letters(paragraph) == marked(runs)
            assert all(link.address.lower().startswith("http") for link in paragraph.hyperlinks)
