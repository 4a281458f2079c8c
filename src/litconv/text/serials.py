"""ISBN and ISSN as sources print them: several in a cell, with remarks, with or without hyphens."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from litconv.text.patterns import late
from litconv.text.width import fold, fold_letters, tidy

_ISSN: Final = re.compile(r"(?<![\dXx-])(\d{4})[-‐-―−]?(\d{3}[\dXx])(?![\dXx-])")
_ISBN: Final = late(
    r"(?<![\dXx-])(?:97[89][- ‐-―−]?)?\d(?:[- ‐-―−]?\d){8}[- ‐-―−]?[\dXx](?![\dXx])"
)
# What stands beside a number and says what kind it is.
_REMARK: Final = late(
    r"\(?\b(?:e-?|p-?)?iss?[bn]n?\b(?:-?1[03])?[ :.]*|\bISSN\b[ :]*|\bISBN\b[ :]*"
    r"|\(?\b(?:print|printed|electronic|online|linking|web|paper|paperback|pbk|hardback|hardcover"
    r"|hbk|cloth|softcover|e-?book|ebk|alk\. paper|cd-?rom|vol(?:ume)?\.? ?\d*|set)\b\.?\)?",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"[\s,;:/|()\[\].&+-]+|\band\b")
# The serial number of the Chinese press office: 国内统一刊号.
_CN: Final = re.compile(r"(?:CN ?)?(\d{2}-\d{4}(?:/[A-Z]{1,2}\d?)?)")
_DASH: Final = re.compile(r"[‐-―−]")


class Serials(NamedTuple):
    """The numbers of one value, as printed but for odd dashes; `rest` is what is neither."""

    isbn: tuple[str, ...]
    issn: tuple[str, ...]
    rest: str


def national_number(text: str) -> str:
    """Give the 国内统一刊号 that a value is, `42-1112/C`; "" for any other text."""
    match = _CN.fullmatch(fold_letters(tidy(text)))
    return match[1] if match else ""


def split_serials(text: str) -> Serials:
    """Take ISSNs and ISBNs out of `1532-1827 (Electronic) 0007-0920 (Linking)` and the like.

    An ISSN gets its hyphen, an ISBN keeps those it has. `rest` is empty when nothing but remarks
    is left. A number with a wrong check digit is one all the same: the source states it.
    """
    folded = _DASH.sub("-", fold(tidy(text)))
    isbn = tuple(dict.fromkeys(match[0].strip() for match in _ISBN.finditer(folded)))
    left = _ISBN.sub(" ", folded)
    issn = tuple(dict.fromkeys(f"{match[1]}-{match[2].upper()}" for match in _ISSN.finditer(left)))
    left = _BETWEEN.sub(" ", _REMARK.sub(" ", _ISSN.sub(" ", left)))
    return Serials(isbn, issn, left.strip())


def valid_isbn(isbn: str) -> bool:
    """Whether the check digit of an ISBN of 10 or 13 digits is right; hyphens do not count."""
    digits = re.sub(r"[\s-]", "", isbn).upper()
    if re.fullmatch(r"\d{9}[\dX]", digits):
        return _weighted(digits, 10) % 11 == 0
    if re.fullmatch(r"97[89]\d{10}", digits):
        return sum(int(one) * (3 if at % 2 else 1) for at, one in enumerate(digits)) % 10 == 0
    return False


def valid_issn(issn: str) -> bool:
    """Whether `1234-567X` has the right form and check digit."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{3}[0-9X]", issn):
        return False
    return _weighted(issn.replace("-", ""), 8) % 11 == 0


def _weighted(digits: str, top: int) -> int:
    """Sum the digits with falling weights; X stands for 10."""
    return sum((10 if one == "X" else int(one)) * (top - at) for at, one in enumerate(digits))
