"""What libraries put behind a name to say what the person did: `Alder, Ann [Hrsg.]`, `(Ed.)`."""

from __future__ import annotations

import re
from typing import Final

from litconv.model import Role
from litconv.text.script import has_han

_MARK: Final = re.compile(r" ?[\[(]([^\W\d_]{2,11})\.?[\])]$")
_ROLES: Final = {
    **dict.fromkeys("ed eds editor editors hrsg hg hrg herausgeber".split(), Role.EDITOR),
    **dict.fromkeys("translator transl trans übers übersetzer".split(), Role.TRANSLATOR),
    **dict.fromkeys("author verf verfasser".split(), Role.AUTHOR),
}  # fmt: skip


def supervisor_note(name: str) -> str:
    """Give the note for a supervisor, who has no role in CSL: `导师: 王小明`, `Supervisor: …`."""
    return f"{'导师' if has_han(name) else 'Supervisor'}: {name}"


def role_mark(text: str) -> tuple[str, Role] | None:
    """Give the bare name and its role where a known mark ends the text."""
    if not text.endswith(("]", ")")):
        return None
    match = _MARK.search(text, max(0, len(text) - 20))
    role = _ROLES.get(match[1].lower()) if match and match.start() else None
    return (text[: match.start()].rstrip(" ,"), role) if match and role else None
