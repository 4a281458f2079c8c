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

import html
import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from litconv.diagnostics import Diagnostics
from litconv.model import Span
from litconv.reading.draft import Draft
from litconv.reading.tagged import Item

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CHUNK: Final = 1 << 16
_LOOSE_KEPT: Final = 1 << 20
_HUGE: Final = 9_000_000  # libxml2 refuses texts above 10 MB unless it is told not to
_CLOSING: Final = {"<!--": "-->", "<![CDATA[": "]]>"}
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ODD: Final = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)"  # passed over
    r"|&#(?:x(?P<hex>[0-9a-fA-F]{1,8})|(?P<dec>\d{1,10}));"
    r"|&(?!(?:amp|lt|gt|quot|apos);)(?:(?P<entity>[A-Za-z][\w.-]{0,40});)?"
    r"|<(?![A-Za-z_/!?])",
    re.DOTALL,
)
_PREFIX: Final = re.compile(r"(?:</?|\s)([A-Za-z_][\w.-]*):[A-Za-z_][\w.-]*(?=[\s/>=])")
_XMLNS: Final = ' xmlns:{0}="{0}"'
_LAST_CHAR: Final = 0x10FFFF
_PREDEFINED: Final = frozenset('<>&"')


class Fragment(NamedTuple):
    """The text of one record element and the place it starts at; not `whole` if an end lacks."""

    text: str
    line: int
    column: int
    whole: bool


class Cell(Item):
    """One value of a record, with the element it comes from."""

    element: Element


def cell(element: Element, value: str | None = None, tag: str = "") -> Cell:
    """Make a value of an element: its text if no other is given, under its tag."""
    made = Cell(tag or element.tag, text_of(element) if value is None else value)
    made.element = element
    return made


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


_LAYOUT: Final = re.compile(r"[ \t]*\n[ \t]*|\t")


class XmlDraft(Draft):
    """A record being read from a fragment: its values know their exact places."""

    def __init__(
        self, format_: str, file: str, fragment: Fragment, diagnostics: Diagnostics
    ) -> None:
        super().__init__(format_, file, fragment.line, diagnostics)
        self.fragment = fragment

    def span(self, item: Item) -> Span:
        """Give the place of a value's element: the nth of its name in the record's text."""
        element = getattr(item, "element", None)
        if element is None:
            return Span(self.file, self.fragment.line, self.fragment.column)
        name = element.tag
        before = 0
        for other in element.getroottree().iter(name):
            if other is element:
                break
            before += 1
        start = re.compile(rf"<(?:[\w.-]+:)?{re.escape(name)}(?=[\s/>])")
        places = (match.start() for match in start.finditer(self.fragment.text))
        at = next((place for number, place in enumerate(places) if number == before), 0)
        return _place(self.file, self.fragment, at)


def _place(file: str, fragment: Fragment, at: int) -> Span:
    """Give the place of a character of a fragment."""
    lines = fragment.text.count("\n", 0, at)
    column = at - fragment.text.rfind("\n", 0, at)
    return Span(file, fragment.line + lines, column if lines else fragment.column + column - 1)


def read_elements(
    lines: Iterable[str], file: str, names: Collection[str], diagnostics: Diagnostics
) -> Iterator[tuple[Fragment, Element]]:
    """Yield each element of one of these names with its text; elements have no namespaces.

    A record that cannot be parsed is reported and set aside.
    """
    splitter = _Splitter(names, file, diagnostics)
    for fragment in splitter.split(lines):
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
    text = _Repair(fragment, file, diagnostics).text()
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
        message = f"the XML of the record is damaged: {error.msg.partition(', line ')[0]}"
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


class _Repair:
    """Makes well-formed what people write by hand, and says once for each record that it did."""

    def __init__(self, fragment: Fragment, file: str, diagnostics: Diagnostics) -> None:
        self._fragment = fragment
        self._file = file
        self._diagnostics = diagnostics
        self._said = False

    def text(self) -> str:
        text = self._fragment.text
        if not text.isprintable():
            text = _FORBIDDEN.sub("", text)
        return _ODD.sub(self._one, text)

    def _one(self, match: re.Match[str]) -> str:
        found = match[0]
        if found.startswith("<!"):
            return found
        if found == "<":
            self._say(match, "a bare '<' was taken as text")
            return "&lt;"
        if match["hex"] or match["dec"]:
            return self._character(match)
        if name := match["entity"]:
            char = html.unescape(found)
            if char != found:  # an entity of HTML
                return html.escape(char)
            self._say(match, f"XML does not know the entity '{found}'; its name was kept as text")
            return f"&amp;{name};"
        self._say(match, "a bare '&' was taken as text")
        return "&amp;"

    def _character(self, match: re.Match[str]) -> str:
        code = int(match["hex"], 16) if match["hex"] else int(match["dec"])
        if code in (10, 13):  # meant as line breaks, unlike those of the layout
            return "&#13;"
        if code > _LAST_CHAR or _FORBIDDEN.fullmatch(chr(code)):
            self._say(match, f"'{match[0]}' is no character of XML and was left out")
            return ""
        return match[0] if chr(code) in _PREDEFINED else f"&#{code};"

    def _say(self, match: re.Match[str], what: str) -> None:
        if not self._said:
            self._said = True
            at = min(match.start(), len(self._fragment.text))
            span = _place(self._file, self._fragment, at)
            self._diagnostics.report("xml-repaired", what, span=span)


class _Splitter:
    """Cuts a text at the tags of the record elements; its work is linear in the text."""

    def __init__(self, names: Collection[str], file: str, diagnostics: Diagnostics) -> None:
        either = "|".join(re.escape(name) for name in names)
        self._token = re.compile(
            r"<!--|<!\[CDATA\[|<!ENTITY\s"
            rf"|<(?P<end>/?)(?:[\w.-]+:)?(?:{either})(?=[\s/>])[^<>]*>"
        )
        self._file = file
        self._diagnostics = diagnostics
        self._text = ""
        self._at = 0  # where the search goes on
        self._open = -1  # where the open record starts
        self._done = 0  # where the last record ended
        self._mark, self._line, self._column = 0, 1, 1  # a place that is known
        self._warned = False
        self._never: set[str] = set()  # what closes nothing any more

    def split(self, lines: Iterable[str]) -> Iterator[Fragment]:
        rest = iter(lines)
        last = False
        while not last:
            chunk, last = _next_chunk(rest, max(_CHUNK, len(self._text)))
            self._text += chunk
            while match := self._token.search(self._text, self._at):
                if match[0] in _CLOSING:
                    if not self._pass(match, last=last):
                        break
                elif (fragment := self._tag(match)) is not None:
                    yield fragment
            else:
                self._at = max(self._at, self._safe())
            self._cut()
        if self._open >= 0:
            yield self._fragment(self._open, len(self._text), whole=False)

    def _tag(self, match: re.Match[str]) -> Fragment | None:
        """Take a tag; give the record that it ends."""
        self._at = match.end()
        if match[0].startswith("<!ENTITY"):
            self._warn(match.start())
        elif match[0].endswith("/>"):
            pass  # a record of nothing
        elif not match["end"]:
            begun, self._open = self._open, match.start()
            if begun >= 0:
                return self._fragment(begun, match.start(), whole=False)
        else:
            begun, self._open = self._open, -1
            start, self._done = self._done, match.end()
            if begun >= 0:
                return self._fragment(begun, match.end(), whole=True)
            return self._fragment(start, match.end(), whole=False)
        return None

    def _pass(self, match: re.Match[str], *, last: bool) -> bool:
        """Pass over a comment or CDATA section; say no if its end has to be waited for."""
        closing = _CLOSING[match[0]]
        end = -1 if closing in self._never else self._text.find(closing, match.end())
        if end < 0 and not last:
            self._at = match.start()
            return False
        if end < 0:
            self._never.add(closing)
        self._at = end + len(closing) if end >= 0 else match.end()  # never closed: no comment
        return True

    def _safe(self) -> int:
        """Give the place up to which nothing has to be searched again: before an open tag."""
        start = self._text.rfind("<", max(self._at, len(self._text) - _CHUNK))
        opened = start >= 0 and self._text.find(">", start) < 0
        return start if opened else len(self._text)

    def _cut(self) -> None:
        """Forget what lies before the open record; some of what belongs to none is kept."""
        start = self._open if self._open >= 0 else self._done
        if self._open < 0 and self._at - start > _LOOSE_KEPT:
            start = self._at
        if not start:
            return
        self._go(start)
        self._text = self._text[start:]
        self._at -= start
        self._open = 0 if self._open >= 0 else -1
        self._done = self._mark = 0

    def _go(self, place: int) -> None:
        """Move the known place forward."""
        if place <= self._mark:
            return
        lines = self._text.count("\n", self._mark, place)
        if lines:
            self._line += lines
            self._column = place - self._text.rfind("\n", self._mark, place)
        else:
            self._column += place - self._mark
        self._mark = place

    def _fragment(self, start: int, end: int, *, whole: bool) -> Fragment:
        text = self._text[start:end]
        bare = text.lstrip()
        self._go(start + len(text) - len(bare))
        return Fragment(bare, self._line, self._column, whole)

    def _warn(self, place: int) -> None:
        if self._warned or self._open >= 0:
            return
        self._warned = True
        self._go(max(place, self._mark))
        self._diagnostics.report(
            "entities-ignored",
            "the file declares entities of its own; none of them is used",
            span=Span(self._file, self._line, self._column),
        )


def _next_chunk(lines: Iterator[str], size: int) -> tuple[str, bool]:
    """Join lines up to about `size` characters; say whether they were the last."""
    found: list[str] = []
    length = 0
    for line in lines:
        found.append(line)
        length += len(line) + 1
        if length >= size:
            return "\n".join(found) + "\n", False
    return "\n".join(found), True
