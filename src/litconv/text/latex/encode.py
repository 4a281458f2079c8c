r"""Unicode text → LaTeX text that is safe inside a BibTeX field.

Two modes. By default letters stay Unicode and only what TeX would take for a command is escaped.
With `ascii_only` every letter that has one gets its TeX form. Among several forms the one is
chosen that most readers of BibTeX files know: LaTeX itself, reference managers, converters.

* `& % _ # $ { }` get a backslash; `\ ~ ^` have no form that all readers know and get
  `{\textbackslash}` and its like; `< > |` stay.
* BibTeX counts braces without looking at backslashes, so `\{` is only safe in pairs. A brace
  without partner becomes `{\textbraceleft}` or `{\textbraceright}`: the result is always balanced.
* Accents are written `{\'e}` `{\v{c}}` `{\c c}`: one group each, which BibTeX takes for one letter.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from litconv.text.oneline import one_line
from litconv.text.remembered import Remembered
from litconv.text.width import composed

ESCAPES = {
    "&": r"\&",
    "%": r"\%",
    "_": r"\_",
    "#": r"\#",
    "$": r"\$",
    "{": r"\{",
    "}": r"\}",
    "\\": r"{\textbackslash}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
}
LONE_BRACES = {"{": r"{\textbraceleft}", "}": r"{\textbraceright}"}

# Combining mark → TeX accent. A letter as name takes its argument in braces, a sign does not.
ACCENTS = {
    "\u0300": "`",
    "\u0301": "'",
    "\u0302": "^",
    "\u0303": "~",
    "\u0304": "=",
    "\u0306": "u",
    "\u0307": ".",
    "\u0308": '"',
    "\u030a": "r",
    "\u030b": "H",
    "\u030c": "v",
    "\u0323": "d",
    "\u0326": "textcommabelow",
    "\u0327": "c",
    "\u0328": "k",
    "\u0331": "b",
}
# Letters with a command of their own; the second row needs the T1 font encoding.
LETTERS = {
    "ß": "ss",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "å": "aa",
    "Å": "AA",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "ı": "i",
    "ȷ": "j",
    "đ": "dj",
    "Đ": "DJ",
    "ð": "dh",
    "Ð": "DH",
    "þ": "th",
    "Þ": "TH",
    "ŋ": "ng",
    "Ŋ": "NG",
}
# What every reader understands better than the command that the tables of TeX name for it.
PUNCTUATION = {
    "–": "--",
    "—": "---",
    "―": "---",
    "‐": "-",
    "‑": "-",
    "‒": "--",
    "−": "$-$",
    "‘": "`",
    "’": "'",
    "“": "``",
    "”": "''",
    "‚": ",",
    "„": ",,",
    "…": "...",
    "′": "'",
    "\u00a0": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\u3000": " ",
    "\u2002": " ",
    "\u2003": " ",
    "\u200b": "",
    "\u200c": "",
    "\u200d": "",
    "\u2060": "",
    "\ufeff": "",
    "\u00ad": "",
    "，": ", ",
    "：": ": ",
    "；": "; ",
    "（": " (",
    "）": ") ",
    "？": "? ",
    "！": "! ",
}
_FIRST_NON_ASCII = 0x80
_SHORT = 60

_PLAIN = re.compile(r"[ !\"'()*+,\-./0-9:;<=>?@A-Z\[\]`a-z|]*")  # ASCII that needs no escaping
_SPECIALS = re.compile(f"[{re.escape(''.join(ESCAPES))}]")
_BLANKS = re.compile(r" {2,}")
_PLAIN_URL = re.compile(r"[!#-\[\]-z|~]*")  # ASCII without blanks, quotes, braces, backslash
# Code points that Unicode keeps for nobody: biber refuses a file that holds one.
_LAST_OF_PLANES = "".join(chr(last - 1) + chr(last) for last in range(0xFFFF, 0x110000, 0x10000))
_NO_CHARACTERS = re.compile(f"[\ufdd0-\ufdef{_LAST_OF_PLANES}]")


def to_latex(text: str, *, ascii_only: bool = False) -> str:
    """Give `text` on one line, escaped, with balanced braces.

    With `ascii_only` a letter without a TeX form (Chinese, for one) stays.
    """
    if text.isascii():
        if text.isalnum():
            return text
    elif ascii_only:
        return _with_forms(composed(_tidy(text)))
    return _escaped(text) if len(text) > _SHORT else _SHORT_ESCAPED[text]


def _tidy(text: str) -> str:
    if not text.isprintable():  # a control character, or one that is no character
        text = _NO_CHARACTERS.sub("\ufffd", one_line(text))
    text = text.strip()
    return _BLANKS.sub(" ", text) if "  " in text else text


def _escaped(text: str) -> str:
    if _PLAIN.fullmatch(text):  # nearly every value
        return _BLANKS.sub(" ", text.strip()) if "  " in text else text.strip()
    text = _tidy(text)
    if not any(map(text.__contains__, ESCAPES)):
        return text
    if "{" in text or "}" in text:
        lone = _lone_braces(text)
        return "".join(
            LONE_BRACES[char] if place in lone else ESCAPES.get(char, char)
            for place, char in enumerate(text)
        )
    return _SPECIALS.sub(_escape, text)


# Names, journals, volumes: the same few come again and again.
_SHORT_ESCAPED = Remembered(_escaped)


def _escape(match: re.Match[str]) -> str:
    return ESCAPES[match[0]]


def _with_forms(text: str) -> str:
    lone = _lone_braces(text)
    pieces: list[str] = []
    for place, char in enumerate(text):
        if char in ESCAPES:
            pieces.append(LONE_BRACES[char] if place in lone else ESCAPES[char])
        elif char.isascii():
            pieces.append(char)
        elif char in ACCENTS:
            pieces.append(_put_accent(char, pieces))
        else:
            pieces.append(_known_form(char))
    return _BLANKS.sub(" ", "".join(pieces)).strip(" ")


def to_ascii_latex(text: str) -> str:
    """Give `to_latex` with `ascii_only`, as a function of its own that caches can tell apart."""
    return to_latex(text, ascii_only=True)


def url_text(url: str, *, ascii_only: bool = False) -> str:
    r"""Give a URL or DOI bare: only what would break its field is percent-encoded.

    That is blanks, quotes, braces and the backslash; with `ascii_only` other alphabets as well.
    """
    if _PLAIN_URL.fullmatch(url):
        return url
    bare = _NO_CHARACTERS.sub("\ufffd", one_line(url))
    return "".join(_percent(char, ascii_only=ascii_only) for char in bare)


@lru_cache(maxsize=4096)
def tex_form(char: str) -> str:
    r"""Give the TeX form of one letter, `{\'e}` for é, or "" if there is none."""
    if char in PUNCTUATION:
        return PUNCTUATION[char]
    if char in LETTERS:
        return f"{{\\{LETTERS[char]}}}"
    decomposed = unicodedata.normalize("NFD", char)
    if len(decomposed) > 1 and decomposed[0].isascii() and set(decomposed[1:]) <= ACCENTS.keys():
        form = decomposed[0]
        for mark in decomposed[1:]:
            form = _accented(mark, form)
        return form
    return _tabled(char)


def _known_form(char: str) -> str:
    form = tex_form(char)
    if form or char in PUNCTUATION:
        return form
    compatible = unicodedata.normalize("NFKC", char)
    if compatible.isascii() and compatible.isprintable():
        return to_latex(compatible) or " "
    return char


def _accented(mark: str, letter: str) -> str:
    command = ACCENTS[mark]
    if command == "c" and len(letter) == 1:
        return f"{{\\c {letter}}}"  # bibutils and Typst know this spelling
    if command.isalpha() or len(letter) > 1:
        return f"{{\\{command}{{{letter}}}}}"
    return f"{{\\{command}{letter}}}"


def _put_accent(mark: str, pieces: list[str]) -> str:
    """Put a combining mark on the letter before it, which it takes out of `pieces`."""
    base = pieces.pop() if pieces and pieces[-1].isalnum() else ""
    return _accented(mark, base or "{}")


@cache
def _tabled(char: str) -> str:
    """Look up the long tail (Greek, mathematics, symbols) in pylatexenc's table."""
    from pylatexenc.latexencode import get_builtin_uni2latex_dict  # noqa: PLC0415 - 1,500 rows

    form = str(get_builtin_uni2latex_dict().get(ord(char), ""))
    if not form.isascii() or _lone_braces(form):
        return ""
    if math := re.fullmatch(r"\\ensuremath\{(.*)\}", form):
        return f"${math[1]}$"
    return f"{{{form}}}" if form.startswith("\\") else form


def _percent(char: str, *, ascii_only: bool) -> str:
    unsafe = char in '{}\\"' or char.isspace() or (ascii_only and ord(char) >= _FIRST_NON_ASCII)
    return "".join(f"%{byte:02X}" for byte in char.encode()) if unsafe else char


def is_balanced(text: str) -> bool:
    """Whether every brace has its partner, as BibTeX counts: backslashes do not matter."""
    return not _lone_braces(text)


def _lone_braces(text: str) -> set[int]:
    """Places of the braces that have no partner."""
    opened: list[int] = []
    lone: set[int] = set()
    for match in re.finditer(r"[{}]", text):
        if match[0] == "{":
            opened.append(match.start())
        elif opened:
            opened.pop()
        else:
            lone.add(match.start())
    return lone.union(opened)
