"""`cs:text`, `cs:number` and `cs:label`.

Cures of citeproc-py: labels follow `text-case="title"` and count what is plural; variables used up
by `cs:substitute` stay silent; terms fall back from form to form; `form="short"` finds
`title-short`, `container-title-short` and `journalAbbreviation`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from litconv.csl.processor.nodes import Node
from litconv.csl.processor.numbers import (
    NUMERIC_VARIABLES,
    format_number,
    is_numeric,
    is_plural,
    roman,
)
from litconv.csl.processor.people import ROMANESQUE
from litconv.csl.processor.richtext import ITALIC, clean
from litconv.csl.processor.textcase import capitalize_first

if TYPE_CHECKING:
    from litconv.csl.processor.compile import Sheet
    from litconv.csl.processor.work import Work


_OF_OTHERS = frozenset(("original-title", "volume-title"))


class TextNode(Node):
    """`cs:text`: a variable, a macro (an implicit group), a term or a value."""

    def prepare(self, sheet: Sheet) -> None:
        """Work out what is constant per style."""
        super().prepare(sheet)
        self.variable = self.get("variable", "")
        self.no_ideographs = ITALIC.on in self.on and self.variable not in NUMERIC_VARIABLES
        # the item's language is that of its texts, but not of these: they are translations
        self.english = sheet.english if self.variable in _OF_OTHERS else None
        self.short = self.get("form", "") == "short"
        self.macro = self.get("macro", "")
        self.fixed = clean(self.get("value", ""))
        self.is_term = bool(self.get("term", ""))
        if term := self.get("term", ""):
            plural = self.get("plural", "") == "true"
            self.fixed = sheet.terms.get(term, self.get("form", "long"), plural=plural) or ""
        self.body: Node | None = sheet.macros.get(self.macro) if self.macro else None
        self.dash = sheet.terms.get("page-range-delimiter") or "–"

    def render(self, work: Work) -> str:
        """Give what this prints for the work."""
        if self.macro:
            return self._macro(work)
        if self.variable:
            text = self._variable(work)
            if text and self.no_ideographs and not ROMANESQUE.search(text):
                return self.glue.wrap(self.before, text, self.after)  # no ideographs in italics
            return self.decorate(text, work, english=self.english)
        if not self.fixed:
            return ""
        work.fixed = True
        text = self.fixed
        if self.is_term and not work.begun and not work.in_citation:
            text = capitalize_first(text)  # a term that begins the reference: `N.d.`
        work.begun = True
        return self.decorate(text, work, english=self.sheet.english)

    def _macro(self, work: Work) -> str:
        pieces = self.body.collect_group(work) if self.body is not None else []
        return self.decorate(self.glue.join(pieces, ""), work) if pieces else ""

    def _variable(self, work: Work) -> str:
        name = self.variable
        if name == "year-suffix":  # made by disambiguation; its absence hides no group
            work.printed = work.printed or bool(work.shown.suffix)
            return work.shown.suffix
        work.called = True
        if name in work.done:
            return ""
        if work.substituting:
            work.done.add(name)
        text = (work.text(f"{name}-short") if self.short else "") or work.text(name)
        if not text:
            return ""
        work.printed = work.begun = True
        if name in NUMERIC_VARIABLES:
            page_format = self.sheet.page_format if name in ("page", "locator") else ""
            legal = work.legal and name == "number"
            text = format_number(
                text,
                page_format=page_format,
                dash=self.dash,
                legal=legal,
                each=capitalize_first if self.case == "capitalize-first" else None,
            )
        return text


class NumberNode(Node):
    """`cs:number`: the number in its form, or the text that is no number."""

    def prepare(self, sheet: Sheet) -> None:
        """Work out what is constant per style."""
        super().prepare(sheet)
        self.variable = self.get("variable", "")
        self.form = self.get("form", "numeric")
        self.dash = sheet.terms.get("page-range-delimiter") or "–"

    def render(self, work: Work) -> str:
        """Give what this prints for the work."""
        work.called = True
        name = self.variable
        if name in work.done:
            return ""
        if work.substituting:
            work.done.add(name)
        text = work.text(name)
        if not text:
            return ""
        work.printed = work.begun = True
        page_format = self.sheet.page_format if name == "page" else ""
        each = self._form if self.form != "numeric" else None
        text = format_number(
            text, page_format=page_format, dash=self.dash, each=each, loose=self.form == "numeric"
        )
        return self.decorate(text, work)

    def _form(self, value: str) -> str:
        if not value.isdecimal() or value.startswith("0"):
            return value
        number = int(value)
        if self.form == "ordinal":
            return self.sheet.terms.ordinal(number)
        if self.form == "long-ordinal":
            return self.sheet.terms.long_ordinal(number)
        return roman(number) if self.form == "roman" else str(number)


class LabelNode(Node):
    """`cs:label` of a number or a locator; labels of names are printed by `cs:names`."""

    def prepare(self, sheet: Sheet) -> None:
        """Work out what is constant per style."""
        super().prepare(sheet)
        self.variable = self.get("variable", "")
        self.form = self.get("form", "long")
        self.plural = self.get("plural", "contextual")

    def render(self, work: Work) -> str:
        """Give what this prints for the work."""
        name = self.variable
        value = work.raw(name)
        if not value or (name in work.done and not work.substituting):
            return ""
        if name == "locator":
            name = work.locator_label or "page"
        legal = work.legal and self.variable == "number"
        return self.labelled(name, work, plural=is_plural(name, value, legal=legal))

    def labelled(self, name: str, work: Work, *, plural: bool) -> str:
        """Give the term for `name` with this label's form and decoration."""
        many = self.plural == "always" or (self.plural == "contextual" and plural)
        term = self.sheet.terms.get(name, self.form, plural=many) or ""
        return self.decorate(term, work, english=self.sheet.english)


__all__ = ["LabelNode", "NumberNode", "TextNode", "is_numeric"]
