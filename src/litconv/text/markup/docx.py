"""Word's format, Office Open XML, by python-docx: real italics, indents and hyperlinks."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from litconv.text.markup.links import split_links
from litconv.text.markup.runs import Entry, Mark, Rich, Run, Shape, cleaned, split_margin

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_STYLE = "Bibliography"  # Word's own name, so its template can change how the list looks
_LINK_STYLE = "Hyperlink"
_FONT, _CHINESE_FONT, _SIZE = "Times New Roman", "SimSun", 12
_INDENT, _AFTER = 36, 6  # points


def docx_list(entries: Iterable[Entry], shape: Shape) -> bytes:
    """Give a document with a paragraph for each entry, in the style `Bibliography`."""
    import docx  # noqa: PLC0415 - slow to import, and only needed here

    document = docx.Document()
    writer = _Writer(document, hanging=shape.hanging or shape.margin)
    for one in entries:
        if one.runs:
            writer.add(*(split_margin(one.runs) if shape.margin else ((), one.runs)))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


class _Writer:
    """Adds paragraphs to a document and keeps count of its links."""

    def __init__(self, document: Document, *, hanging: bool) -> None:
        self._document = document
        self._links: dict[str, str] = {}
        self._style = _prepared(document, hanging=hanging)

    def add(self, margin: Rich, rest: Rich) -> None:
        paragraph = self._document.add_paragraph()
        element: Any = paragraph._p  # noqa: SLF001 - by name, each search takes 2 ms
        element.style = self._style
        if margin:
            self._add_runs(paragraph, (*margin, Run("\t")))
        self._add_runs(paragraph, rest)

    def _add_runs(self, paragraph: Paragraph, runs: Rich) -> None:
        for run in runs:
            if run.text == "\t":
                paragraph.add_run().add_tab()
                continue
            for one in cleaned((run,)):
                for piece, address in split_links(one.text):
                    self._add(paragraph, Run(piece, one.marks), address)

    def _add(self, paragraph: Paragraph, run: Run, address: str) -> None:
        made = paragraph.add_run(run.text)
        font: Any = made.font
        for mark in run.marks:
            setattr(font, _FONT_PROPERTY[mark], True)
        if address:
            element: Any = made._r  # noqa: SLF001 - python-docx makes no links itself
            element.style = _LINK_STYLE
            link = _hyperlink(self._relation(paragraph, address))
            element.addprevious(link)
            link.append(element)

    def _relation(self, paragraph: Paragraph, address: str) -> str:
        """Give the id of an address; python-docx's own search takes too long in long lists."""
        from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415 - as above

        if address not in self._links:
            name = self._links[address] = f"rIdLink{len(self._links) + 1}"
            paragraph.part.rels.add_relationship(
                RELATIONSHIP_TYPE.HYPERLINK, address, name, is_external=True
            )
        return self._links[address]


_FONT_PROPERTY = {
    Mark.ITALIC: "italic",
    Mark.BOLD: "bold",
    Mark.SUP: "superscript",
    Mark.SUB: "subscript",
    Mark.SMALL_CAPS: "small_caps",
    Mark.UNDERLINE: "underline",
}


def _hyperlink(relation: str) -> Any:  # noqa: ANN401 - an element of lxml
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    link.set(qn("w:history"), "1")
    return link


def _prepared(document: Document, *, hanging: bool) -> str:
    """Set the fonts and add the two styles; gives the id of that of the paragraphs."""
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above
    from docx.shared import Pt, RGBColor  # noqa: PLC0415 - as above

    document.core_properties.author = ""
    document.core_properties.comments = ""
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(_SIZE)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), _CHINESE_FONT)
    link: Any = document.styles.add_style(_LINK_STYLE, WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = RGBColor(0x05, 0x63, 0xC1), True
    style: Any = document.styles.add_style(_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = normal
    layout = style.paragraph_format
    layout.space_after = Pt(_AFTER)
    if hanging:
        layout.left_indent, layout.first_line_indent = Pt(_INDENT), Pt(-_INDENT)
        layout.tab_stops.add_tab_stop(Pt(_INDENT))
    return str(style.style_id)
