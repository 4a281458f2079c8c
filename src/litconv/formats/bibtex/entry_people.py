"""The people of an entry, and the key that it is sorted by for want of an author."""

from __future__ import annotations

from typing import Final

from litconv.formats.bibtex.fields import Fields
from litconv.formats.bibtex.words import in_chinese, is_chinese, pinyin_key
from litconv.model import Name, Role
from litconv.text.ascii import HAN, to_ascii
from litconv.text.bibtex.format_names import names_to_bibtex
from litconv.text.bibtex.titles import plain_title

KEY_WORDS: Final = 4
# Who stands as author where no author is named, first match first.
MAKERS: Final = (
    Role.DIRECTOR,
    Role.COMPOSER,
    Role.PERFORMER,
    Role.SCRIPT_WRITER,
    Role.PRODUCER,
    Role.HOST,
    Role.CURATOR,
    Role.ORGANIZER,
    Role.ILLUSTRATOR,
)
ROLE_FIELDS: Final = {role: role.replace("-", "") for role in Role} | {
    Role.CONTAINER_AUTHOR: "bookauthor"
}


def _author_first(role: Role) -> bool:
    return role is not Role.AUTHOR


class PeopleFields(Fields):
    """One entry: its authors, editors and other people."""

    __slots__ = ()

    def _people(self) -> None:
        names: dict[Role, list[Name]] = {}
        for person in self.record.contributors:
            role = person.role
            if role in names:
                names[role].append(person.name)
            else:
                names[role] = [person.name]
        maker = None
        if Role.AUTHOR not in names:
            maker = next((role for role in MAKERS if role in names), None)
        if maker:
            names = {Role.AUTHOR: names.pop(maker), **names}
        for role in sorted(names, key=_author_first) if len(names) > 1 else names:
            text = names_to_bibtex(names[role], self._tex, safe_initials=not self.biblatex)
            if text and self.cut:
                cut = f"{maker if maker and role is Role.AUTHOR else role}-others"
                if cut in self.cut:
                    self.cut.remove(cut)
                    text = f"{text} and others"
            self._put(ROLE_FIELDS[role], text, "contributors")
        if maker:
            self._put("authortype", maker, "contributors")
        if not (self.biblatex or self.options.only):
            self._sort_key(names.get(Role.AUTHOR) or names.get(Role.EDITOR) or [])

    def _sort_key(self, makers: list[Name]) -> None:
        """`key`: what BibTeX sorts an entry by, and labels it with, that has no author.

        gbt7714 sorts Chinese entries by it, whoever their author is, and wants pinyin.
        """
        record = self.record
        if makers and (is_chinese(makers[0]) or in_chinese(record)):
            self._put("key", self._tex(pinyin_key(makers[0])), "contributors")
        elif "author" not in self.fields and not (self.type == "book" and "editor" in self.fields):
            title = plain_title(record.title_short or record.title)
            words = to_ascii(title) if HAN.search(title) else title
            self._put("key", self._tex(" ".join(words.split()[:KEY_WORDS])), "title")
