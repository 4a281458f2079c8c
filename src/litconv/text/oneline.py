"""One line of plain text: what every value of a line-based or JSON output has to be."""

from __future__ import annotations

import re

# C0 and C1 controls and the two Unicode line ends, with the blanks around them: a line break
# inside a value is a blank, for in RIS it could pass for the next tag.
_CONTROLS = re.compile(r"(?:(?<![ \t])[ \t]+)?[\x00-\x1f\x7f-\x9f\u2028\u2029]+[ \t]*")
# Half of a surrogate pair is no character and cannot be encoded as UTF-8.
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def one_line(text: str) -> str:
    r"""Give `text` without control characters, line breaks folded to one blank each.

    Blanks of any kind at its ends go too, so that a text of blanks alone is empty.

    `one_line("a \r\n b\x1b") == "a b"`; half surrogates become U+FFFD.
    """
    if text.isprintable():  # nothing to look for, as in nearly every value
        return text.strip()
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub(" ", text)).strip()
