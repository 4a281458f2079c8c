"""XML files of records, read one record at a time: safe, whatever is damaged or hostile in them.

The text is cut at the tags of the record element, and each record is parsed by itself. So memory
stays flat however long the file is, one damaged record costs no other, and nothing of the file's
head counts: neither its encoding declaration (the text is decoded already) nor its DOCTYPE.
Entities that a file declares are never used, external ones never fetched; who declares some gets
a warning, and their names stay in the text. What people write by hand is repaired, and said: a
bare `&` or `<`, entities of HTML (`&nbsp;`), references to characters that XML forbids.

Known gap: a record element inside another of the same name ends the outer one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from litconv.diagnostics import Diagnostics
from litconv.model import Span
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item
from litconv.reading.xmlcut import Fragment, Splitter
from litconv.reading.xmlrepair import Repair

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HUGE: Final = 9_000_000  # libxml2 refuses texts above 10 MB unless it is told not to
_PREFIX: Final = re.compile(r"(?:</?|\s)([A-Za-z_][\w.-]*):[A-Za-z_][\w.-]*(?=[\s/>=])")
_LINE: Final = re.compile(r" line (\d+)")
_XMLNS: Final = ' xmlns:{0}="{0}"'


class Cell(Item, kw_only=True):
    """One value of a record, with the element it comes from."""

    element: Element


def cell(element: Element, value: str | None = None, tag: str = "") -> Cell:
    """Make a value of an element: its text if no other is given, under its tag."""
    text = text_of(element) if value is None else value
    return Cell(tag or element.tag, text, element=element)


def text_of(element: Element | None) -> str:
    """Give all text in an element; blanks that only lay out the file may stand in it.

    Line breaks written as `&#xD;` or `&#xA;` come as newlines, those of the layout as blanks.
    """
    if element is None:
        return ""
    text = (element.text or "") if not len(element) else "".join(element.itertext())
    if "\n" in text or "\t" in text:
        text = _LAYOUT.sub(" ", text)
    return text.replace("\r", "\n").strip() if "\r" in text else text.strip()


_LAYOUT: Final = re.compile(r"(?:(?<![ \t])[ \t]+)?\n[ \t]*|\t")


_INLINE: Final = {"i": "i", "b": "b", "sub": "sub", "sup": "sup", "em": "i", "italic": "i"}
_LAID_OUT: Final = frozenset((*_INLINE, "style", "u", "sc", "strong", "bold", "br", "p", "span"))


def html_text(element: Element | None) -> str:
    """Give the text of a title, its inline elements as CSL's HTML; formulas (MathML) as text."""
    if element is None:
        return ""
    if not len(element):
        return text_of(element)
    parts = [element.text or ""]
    for one in element:
        inner = "".join(one.itertext()) if one.tag == "math" else html_text(one)
        inner = "".join(inner.split()) if one.tag == "math" else inner
        tag = _INLINE.get(one.tag)
        parts += [f"<{tag}>{inner}</{tag}>" if tag and inner else inner, one.tail or ""]
    return _LAYOUT.sub(" ", "".join(parts)).strip()


def is_leaf(element: Element) -> bool:
    """Say whether an element holds a text only, marked up at most."""
    return all(one.tag in _LAID_OUT for one in element)


def keep_leaves(draft: XmlDraft, element: Element) -> None:
    """Keep every value of an element that means nothing to us."""
    if is_leaf(element):
        draft.keep(cell(element))
    else:
        for one in element:
            keep_leaves(draft, one)


class XmlDraft(Draft):
    """A record being read from a fragment: its values know their exact places."""

    def __init__(
        self, format_: str, file: str, fragment: Fragment, diagnostics: Diagnostics
    ) -> None:
        # Records of a file of one line are told apart by their columns; others by their lines.
        column = fragment.column if fragment.line == 1 else 1
        super().__init__(format_, file, fragment.line, diagnostics, column=column)
        self.fragment = fragment
        self._starts: dict[str, dict[Element, int]] = {}
        self._line_ends: list[int] = []

    def span(self, item: Item) -> Span:
        """Give the place of a value's element: the nth of its name in the record's text."""
        element = getattr(item, "element", None)
        fragment = self.fragment
        if element is None:
            return Span(self.file, fragment.line, fragment.column)
        at = self._starts_of(element).get(element, 0)
        lines = bisect_left(self._line_ends, at)  # as `place_in`, which counts each time anew
        if not lines:
            return Span(self.file, fragment.line, fragment.column + at)
        return Span(self.file, fragment.line + lines, at - self._line_ends[lines - 1])

    def _starts_of(self, element: Element) -> dict[Element, int]:
        """Give where each element of this name starts in the record's text, found once."""
        name = element.tag
        found = self._starts.get(name)
        if found is None:
            text = self.fragment.text
            if not self._starts:
                self._line_ends = [match.start() for match in re.finditer("\n", text)]
            starts = re.finditer(rf"<(?:[\w.-]+:)?{re.escape(name)}(?=[\s/>])", text)
            elements = element.getroottree().iter(name)
            found = {one: match.start() for one, match in zip(elements, starts, strict=False)}
            self._starts[name] = found
        return found


def read_elements(
    pieces: Iterable[str], file: str, names: Collection[str], diagnostics: Diagnostics
) -> Iterator[tuple[Fragment, Element]]:
    """Yield each element of one of these names with its text; elements have no namespaces.

    A record that cannot be parsed is reported and set aside.
    """
    splitter = Splitter(names, file, diagnostics)
    for fragment in splitter.split(pieces):
        element = _parse(fragment, file, diagnostics)
        if element is not None:
            yield fragment, element


def _parse(fragment: Fragment, file: str, diagnostics: Diagnostics) -> Element | None:
    from lxml import etree  # noqa: PLC0415 (slow to import)

    if not fragment.whole:
        span = Span(file, fragment.line, fragment.column)
        diagnostics.report("record-invalid", "an end tag of the record is missing", span=span)
        diagnostics.reject(fragment.text)
        return None
    text = Repair(fragment, file, diagnostics).text()
    start = ""
    try:
        try:
            root = _tree(text)
        except etree.XMLSyntaxError as error:
            start = _declarations(text) if "amespace prefix" in error.msg else ""
            if not start:
                raise
            root = _tree(f"{start}{text}</x>")[0]
    except etree.XMLSyntaxError as error:
        line, column = error.position
        if line == 1:
            column = max(column - len(start), 1) + fragment.column - 1
        said = error.msg.partition(", line ")[0]  # its lines are those of the record
        said = _LINE.sub(lambda found: f" line {int(found[1]) + fragment.line - 1}", said)
        message = f"the XML of the record is damaged: {said}"
        span = Span(file, fragment.line + line - 1, max(column, 1))
        diagnostics.report("record-invalid", message, span=span)
        diagnostics.reject(fragment.text)
        return None
    if start or "xmlns" in text:
        for element in root.iter(etree.Element):
            element.tag = etree.QName(element).localname
    return root


def _tree(text: str) -> Element:
    from lxml import etree  # noqa: PLC0415 (slow to import)

    return etree.fromstring(text.encode(), _parser(huge=len(text) > _HUGE))


def _declarations(text: str) -> str:
    """Give a start tag that declares the prefixes which the file's root declared."""
    prefixes = set(_PREFIX.findall(text)) - {"xml", "xmlns"}
    return f"<x{''.join(_XMLNS.format(one) for one in sorted(prefixes))}>" if prefixes else ""


@cache
def _parser(*, huge: bool) -> Any:  # noqa: ANN401 (lxml is imported late)
    from lxml import etree  # noqa: PLC0415 (slow to import)

    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=huge,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )


def cells(record: Element, path: str) -> list[Cell]:
    """Give the values at a path that say anything."""
    elements: Iterable[Element] = (record,)
    for tag in path.split("/"):  # several times as fast as lxml's own paths
        elements = [one for parent in elements for one in parent.iterchildren(tag)]
    found = [cell(one) for one in elements]
    return [one for one in found if one.value]
