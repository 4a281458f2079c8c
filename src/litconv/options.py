"""What a caller can choose about reading and writing; each field is one option of the program."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from litconv.model.members import plain_members


@plain_members
class Include(StrEnum):
    """Which works of a record page are converted."""

    MAIN = "main"
    RELATED = "related"
    REFERENCES = "references"
    ALL = "all"


@plain_members
class Order(StrEnum):
    """The order of formatted references."""

    STYLE = "style"
    INPUT = "input"


@plain_members
class Markup(StrEnum):
    """How formatted references are marked up."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"
    RST = "rst"
    TERMINAL = "terminal"
    RTF = "rtf"
    DOCX = "docx"
    JSONL = "jsonl"

    @property
    def is_binary(self) -> bool:
        """Say whether it is no text: a writer needs a stream with a `buffer` for it."""
        return self is Markup.DOCX


@plain_members
class TitleCase(StrEnum):
    """What is done with the letter case of English titles."""

    KEEP = "keep"
    SENTENCE = "sentence"


@plain_members
class Journals(StrEnum):
    """Which form the names of journals get."""

    KEEP = "keep"
    FULL = "full"
    ABBREV = "abbrev"


class Keep(StrEnum):
    """Which record of a work is the base of the merged one."""

    FIRST = "first"
    BEST = "best"


class MergeOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How duplicates are found and merged.

    `threshold` is the share of letters in order, 0 to 1, that the titles of two records without a
    shared identifier must have in common; None is the default of `litconv.works`.
    """

    keep: Keep = Keep.FIRST
    threshold: float | None = None


class ReadOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How input is read and refined.

    `keep_case` leaves all case alone, even when `title_case` asks for sentence case: English
    titles as APA prints them. `key_pattern` builds citation keys (see `refine.keys`), and
    existing keys are kept unless one is given; `ascii_only` makes those keys ASCII; with
    `plain_keys` no key stays that BibTeX cannot have, not even those of curated data. `complete`
    fills what a record lacks from the other records of its work in the same inputs; all of them
    are held in memory then. `derive` fills in what the DOI tells (`refine.doi`), `clean` puts
    values into their usual form (`refine.clean`), `journals` the names of journals into one
    (`refine.journals`). What `drop` and `only` leave out of the output (see `WriteOptions`) is read
    all the same, but a record that does not have it is not said to lack it.
    """

    include: Include = Include.MAIN
    keep_case: bool = False
    title_case: TitleCase = TitleCase.KEEP
    clean: bool = False
    journals: Journals = Journals.KEEP
    key_pattern: str = ""
    ascii_only: bool = False
    plain_keys: bool = False
    complete: bool = False
    derive: bool = True
    drop: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


class WriteOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How output is written.

    `extras` writes extra facts (subjects, citation count) where the format can hold them;
    `ascii_only` turns every other letter into what the format has for it (LaTeX in BibTeX);
    `style` is the part behind the colon of `--to csl:ieee`; `locale` is a tag such as zh-CN for
    the terms of formatted references, `style` for that of the style, `auto` for each entry's own
    (see `litconv.csl.processor.bylanguage`), or empty for what the format does by itself.
    `drop` names fields that are not written, `only` the fields that are (see `refine.fields`).
    `provenance` writes how fields are known: in BibTeX as comments, elsewhere in the note.
    `standalone` makes HTML a whole document, as a file wants to be, and not a piece of one.
    `keyed` says that the records were read with `plain_keys` in one run, so that the writer need
    not look whether their keys are valid and whether two are the same.
    """

    extras: bool = False
    provenance: bool = False
    ascii_only: bool = False
    markup: Markup = Markup.TEXT
    standalone: bool = False
    keyed: bool = False
    order: Order = Order.STYLE
    style: str = ""
    locale: str = ""
    drop: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


class EnrichOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Where missing values are looked up; see `litconv.enriching`.

    `mailto` is the e-mail address that services get to know who asks, and that has them answer
    faster; `offline` uses only answers that were given before; `base_url` is a mirror or a local
    copy that is asked instead of all services; `snapshot` is a file or folder of Crossref works
    that is used instead of the network; `search` looks for works without DOI by title and first
    author; `cache` is the folder that keeps answers, that of the platform if empty.
    """

    mailto: str = ""
    offline: bool = False
    base_url: str = ""
    snapshot: str = ""
    search: bool = False
    cache: str = ""
