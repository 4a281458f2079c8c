"""Names and the part a person or body has in a work.

The parts are those of CSL 1.0.2 ("name variables"): family, given, the particle that stays with
the family name (non-dropping), the one that goes with the given name (dropping), suffix, and
`literal` for whatever has no parts: bodies, and names that could not be taken apart.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from litconv.model.members import plain_members


@plain_members
class Role(StrEnum):
    """What a contributor did: the name variables of CSL 1.0.2."""

    AUTHOR = "author"
    CHAIR = "chair"
    COLLECTION_EDITOR = "collection-editor"
    COMPILER = "compiler"
    COMPOSER = "composer"
    CONTAINER_AUTHOR = "container-author"
    CONTRIBUTOR = "contributor"
    CURATOR = "curator"
    DIRECTOR = "director"
    EDITOR = "editor"
    EDITORIAL_DIRECTOR = "editorial-director"
    EXECUTIVE_PRODUCER = "executive-producer"
    GUEST = "guest"
    HOST = "host"
    ILLUSTRATOR = "illustrator"
    INTERVIEWER = "interviewer"
    NARRATOR = "narrator"
    ORGANIZER = "organizer"
    ORIGINAL_AUTHOR = "original-author"
    PERFORMER = "performer"
    PRODUCER = "producer"
    RECIPIENT = "recipient"
    REVIEWED_AUTHOR = "reviewed-author"
    SCRIPT_WRITER = "script-writer"
    SERIES_CREATOR = "series-creator"
    TRANSLATOR = "translator"


class Name(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """One name; either `literal` is set or at least one of `family` and `given`.

    `original` is the name as the source printed it, where taking it apart changed it.
    `affiliations` holds the full text of each body the source links this person to.
    """

    family: str = ""
    given: str = ""
    particle: str = ""
    dropping_particle: str = ""
    suffix: str = ""
    literal: str = ""
    original: str = ""
    affiliations: tuple[str, ...] = ()
    orcid: str = ""

    @property
    def full_family(self) -> str:
        """The family name with the particle that belongs to it: `van der Berg`."""
        return f"{self.particle} {self.family}".strip() if self.particle else self.family

    @property
    def sort_text(self) -> str:
        """`Family, Given` or the literal: one line that names this person unambiguously."""
        if self.literal:
            return self.literal
        parts = [self.full_family, self.suffix, f"{self.given} {self.dropping_particle}".strip()]
        return ", ".join(part for part in parts if part)


class Contributor(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """A name with its role; records keep contributors in the order of the source."""

    role: Role = Role.AUTHOR
    name: Name
