"""`cs:names`, `cs:name`, `cs:et-al`: how people and bodies are put in a line.

Cures of citeproc-py: joining (delimiter before the last, two bodies, `et-al-use-last`), Chinese,
Japanese and Korean names in family–given order without comma or blank, `initialize="false"`,
labels in title case, inheritance of `cs:name` and `cs:label` by names in `cs:substitute`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from litconv.csl.processor.nameoptions import Options, delimited, name_options, with_given
from litconv.csl.processor.nodes import Node
from litconv.csl.processor.people import Person, initialize
from litconv.csl.processor.texts import LabelNode

if TYPE_CHECKING:
    from litconv.csl.processor.compile import Sheet
    from litconv.csl.processor.work import Work


class NameNode(Node):
    """`cs:name`."""

    def prepare(self, sheet: Sheet) -> None:
        """Work out what is constant per style."""
        super().prepare(sheet)
        self.parts = {
            kid.get("name", ""): kid for kid in self.kids if isinstance(kid, NamePartNode)
        }
        self.options = {area: self._options(sheet, area) for area in sheet.areas}

    def _options(self, sheet: Sheet, area: str) -> Options:
        return name_options(dict(self.attrib), sheet, area)


class NamePartNode(Node):
    """`cs:name-part`: the decoration of family or given name."""


class EtAlNode(Node):
    """`cs:et-al`."""

    def prepare(self, sheet: Sheet) -> None:
        """Work out what is constant per style."""
        super().prepare(sheet)
        self.term = sheet.terms.get(self.get("term", "et-al")) or ""


class NamesNode(Node):
    """`cs:names`."""

    name: NameNode | None = None
    label: LabelNode | None = None
    et_al: EtAlNode | None = None
    substitute: Node | None = None
    label_first = False

    def prepare(self, sheet: Sheet) -> None:
        """Work out what is constant per style."""
        super().prepare(sheet)
        self.variables = tuple(self.get("variable", "").split())
        for kid in self.kids:
            if isinstance(kid, NameNode):
                self.name, self.label_first = kid, self.label is not None
            elif isinstance(kid, LabelNode):
                self.label = kid
            elif isinstance(kid, EtAlNode):
                self.et_al = kid
            elif kid.tag.endswith("}substitute"):
                self.substitute = kid
        self.defaults = {area: name_options({}, sheet, area) for area in sheet.areas}
        self.delimiters = {
            area: self.get("delimiter", options.get("names-delimiter", ""))
            for area, options in sheet.areas.items()
        }
        self.bare = not self.kids
        self.default_et_al = sheet.terms.get("et-al") or ""
        self.both = sheet.terms.get("editortranslator") is not None

    def render(self, work: Work) -> str:
        """Give what this prints for the work."""
        text = self._render(work)
        if text and work.author is not None and not work.substituting:
            return work.author.take(text)
        return text

    def _render(self, work: Work) -> str:
        work.called = True
        model = work.names_model if self.bare and work.names_model is not None else self
        pieces = self._roles(work, model)
        if pieces:
            work.printed = work.begun = True
            return self.decorate(self.glue.join(pieces, self.delimiters[work.area]), work)
        if self.substitute is None:
            return ""
        outer, work.names_model = work.names_model, self
        try:
            text = self.substitute.render(work)
            if text and work.repeats is not None:
                text = work.repeats.text(text)
        finally:
            work.names_model = outer
        if text:
            work.printed = work.begun = True
        return self.decorate(text, work)

    def _roles(self, work: Work, model: NamesNode) -> list[str]:
        pieces: list[str] = []
        variables = self.variables
        found = {name: work.people(name) for name in variables if name not in work.done}
        if work.substituting:
            work.done.update(variables)
        merged = ""
        same = found.get("editor") if self.both else None
        if same and same == found.get("translator"):
            found["translator"], merged = (), "editortranslator"
        for name, persons in found.items():
            if not persons:
                continue
            text = model.line(persons, work)
            if text and model.label is not None and not work.sorting:
                role = merged or ("editortranslator" if name == "editor-translator" else name)
                label = model.label.labelled(role, work, plural=len(persons) > 1)
                glue = self.glue.glue
                text = glue(label, text) if model.label_first else glue(text, label)
            if text:
                pieces.append(text)
        return pieces

    def line(self, persons: tuple[Person, ...], work: Work) -> str:
        """Give the people in a line, shortened by et-al where the options say so."""
        options = (
            self.name.options[work.area] if self.name is not None else self.defaults[work.area]
        )
        if work.sort_options is not None:
            options = options._replace(**work.sort_options)
        else:
            options = self._told_apart(options, persons, work)
        total = len(persons)
        cut = bool(options.et_al_min) and total >= options.et_al_min and total > options.et_al_first
        if options.form == "count":
            return str(min(total, options.et_al_first) if cut else total)
        shown = persons[: options.et_al_first] if cut else persons
        texts = [self._one(person, options, work, index) for index, person in enumerate(shown)]
        if work.repeats is not None:
            kept = work.repeats.names(texts)
            if kept is None:
                return work.repeats.substitute
            texts = kept
        if cut:
            return self._cut(texts, persons, options, work)
        return self._decorate_line(self._joined(texts, persons, options), work)

    def _told_apart(self, options: Options, persons: tuple[Person, ...], work: Work) -> Options:
        """Give the options with what disambiguation adds, and note who is named."""
        if work.named is not None:
            work.named.append(persons)
        if work.author is not None and work.author.narrative and options.and_ == "&":
            options = options._replace(and_=self.sheet.terms.get("and") or "&")
        if work.shown.names > options.et_al_first:
            return options._replace(et_al_first=work.shown.names)
        return options

    def _decorate_line(self, text: str, work: Work) -> str:
        return self.name.decorate(text, work) if self.name is not None else text

    def _joined(self, texts: list[str], persons: tuple[Person, ...], options: Options) -> str:
        if len(texts) == 1 or not options.and_:
            return self.glue.join(texts, options.delimiter)
        head = self.glue.join(texts[:-1], options.delimiter)
        if delimited(options.precedes_last, len(texts), persons, options):
            joint = f"{options.delimiter}{options.and_} "
        else:
            joint = f" {options.and_} "
        return self.glue.glue(self.glue.glue(head, joint), texts[-1])

    def _cut(
        self, texts: list[str], persons: tuple[Person, ...], options: Options, work: Work
    ) -> str:
        glue = self.glue.glue
        head = self.glue.join(texts, options.delimiter)
        if options.et_al_last and options.et_al_first <= options.et_al_min - 2:
            last = self._one(persons[-1], options, work, len(persons) - 1)
            return self._decorate_line(glue(f"{glue(head, options.delimiter)}… ", last), work)
        term = (
            self.et_al.decorate(self.et_al.term, work)
            if self.et_al is not None
            else self.default_et_al
        )
        if not term or work.sorting:
            return self._decorate_line(head, work)
        apart = delimited(options.precedes_et_al, len(texts) + 1, persons[: len(texts)], options)
        joint = options.delimiter if apart else " "
        return self._decorate_line(glue(glue(head, joint), term), work)

    def _one(self, person: Person, options: Options, work: Work, index: int) -> str:
        if person.body:
            return self._part("family", person.family, work)
        if work.in_citation and not work.sorting:
            options = with_given(person, options, work, index)
        if options.form == "short":
            keep = "" if work.sorting and options.demote != "never" else person.particle
            return self._part("family", _spaced(keep, person.family), work)
        if person.han:
            family = self._part("family", person.particle + person.family, work)
            return family + self._part("given", person.given, work)
        given = person.given
        if options.mark is not None:
            given = initialize(given, options.mark, hyphen=options.hyphen, names=options.initialize)
            if "." not in options.mark:
                person = person._replace(suffix=person.suffix.replace(".", ""))
        if work.family_first:
            return self._family_first(person, given, work)
        if options.sort_order == "all" or (options.sort_order == "first" and index == 0):
            return self._inverted(person, given, options, work)
        return self._straight(person, given, work)

    def _straight(self, person: Person, given: str, work: Work) -> str:
        family = self._part(
            "family", _spaced(person.dropping, person.particle, person.family), work
        )
        text = _spaced(self._part("given", given, work), family)
        if person.suffix:
            text += (", " if person.comma_suffix else " ") + person.suffix
        return text

    def _family_first(self, person: Person, given: str, work: Work) -> str:
        """Give a Latin name in a Chinese or Japanese item: as such names are, no comma."""
        family = self._part("family", _spaced(person.particle, person.family), work)
        given = self._part("given", _spaced(given, person.dropping), work)
        return _spaced(family, given, person.suffix)

    def _inverted(self, person: Person, given: str, options: Options, work: Work) -> str:
        if options.demote == "display-and-sort" or (options.demote == "sort-only" and work.sorting):
            family, rest = person.family, _spaced(given, person.dropping, person.particle)
        else:
            family, rest = _spaced(person.particle, person.family), _spaced(given, person.dropping)
        text = self._part("family", family, work)
        glue = self.glue.glue
        for part in (self._part("given", rest, work), person.suffix):
            if part:
                text = glue(glue(text, options.separator), part)
        return text

    def _part(self, kind: str, text: str, work: Work) -> str:
        part = self.name.parts.get(kind) if self.name is not None else None
        return part.decorate(text, work) if part is not None else text


def _spaced(*parts: str) -> str:
    """Join what is there with blanks, none after an elision (`d’`, `al-`)."""
    out = ""
    for part in parts:
        if part:
            out += part if not out or out[-1] in "'’-" else f" {part}"
    return out
