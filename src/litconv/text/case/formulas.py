"""Chemical formulae, isotopes, ordinals and units in texts that have lost their letter case.

`GAAS(110)` is GaAs(110), `AL2O3` is Al2O3, `GA1-XALXAS` is Ga1-xAlxAs. A formula is divided into
as few element symbols as possible; where chemistry prefers another reading (CO2, CD4) the word
stands in the table `spellings`. Source of the symbols: the IUPAC periodic table.
"""

from __future__ import annotations

import re
from functools import cache

# Radioactive elements that only misread (No2, Po4, Ho in CHO) are left out, holmium with them.
_SYMBOLS = (
    "H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se "
    "Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Sm Eu Gd Tb Dy "
    "Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Ra Th U Pu"
)
ELEMENTS = {symbol.upper(): symbol for symbol in _SYMBOLS.split()}
# Symbols that are no other word or usual acronym, so that they may stand alone in a title.
LONE_ELEMENTS = frozenset(
    "NI CU FE ZN CR MN SI GE GA AG SN SB BA HF PT AU HG TL PB BI NB RU RH ZR RB SR KR TI AL CS MG "
    "PD MO SE XE TE YB GD LI NA".split()
)
_ENGLISH = frozenset({"IN", "AS", "NO", "HE", "BE", "I", "US", "AT", "RE"})
_ORDINAL = re.compile(r"\d+(?:ST|ND|RD|TH|S)")
_SIZE = re.compile(r"\d+(?:X\d+)+|\dX")
_MASS = re.compile(r"\d{2,3}M?")
_UNITS = {
    unit.upper(): unit
    for unit in (
        "nm mm cm km kg mg ml mL Hz kHz MHz GHz THz eV keV MeV GeV TeV mK ps ns fs ms min rpm ppm "
        "ppb kV kW MW GW kPa MPa GPa mW mA bp kb"
    ).split()
}
_NUMBER_AND_UNIT = re.compile(r"(\d+)([A-Z]{2,3})")
_LIGHT = frozenset({"HE", "LI", "BE", "B", "C", "N", "H"})
_MIN_SYMBOLS = 2
# `PLAN2` divides into P, La, N: one number behind one of these letters proves no formula.
_NO_FORMULA = re.compile(r"[A-Z]{2,}[CKNPUVWY]\d+")


@cache
def _divide(letters: str, *, variable: bool) -> tuple[str, ...] | None:
    """Divide letters into the fewest element symbols; `variable` lets X stand for an amount."""
    if not letters:
        return ()
    best: tuple[str, ...] | None = None
    for size in (2, 1):
        head = letters[:size]
        symbol = ELEMENTS.get(head) if len(head) == size else None
        if symbol is None and variable and head == "X":
            symbol = "x"
        rest = _divide(letters[size:], variable=variable) if symbol else None
        if symbol and rest is not None and (best is None or len(rest) + 1 < len(best)):
            best = (symbol, *rest)
    return best


def spell_formula(word: str, *, least: int = _MIN_SYMBOLS) -> str | None:
    """Give a formula in capitals its letter case, or None if it is none (of `least` symbols).

    Digits, brackets and hyphens in `word` stay; the rest must divide into element symbols.
    """
    variable = "-X" in word
    pieces: list[str] = []
    count = 0
    for piece in re.split(r"(COOH|CO3(?!\d)|CO2(?!\d)|[^A-Z]+)", word):
        if piece.startswith("CO") and piece[2:] in {"OH", "2", "3"}:
            symbols: tuple[str, ...] | None = tuple(piece)
        elif piece[:1].isalpha():
            symbols = _divide(piece, variable=variable)
        else:
            pieces.append(piece)
            continue
        if symbols is None:
            return None
        count += len(symbols)
        pieces.extend(symbols)
    return "".join(pieces) if count >= least else None


def spell_with_digits(word: str) -> str:
    """Give a word of capitals and digits its case: 19th, 1990s, 7x7, 5nm, SiO2; others stay."""
    if _ORDINAL.fullmatch(word) or _SIZE.fullmatch(word):
        return word.lower()
    if (match := _NUMBER_AND_UNIT.fullmatch(word)) and match[2] in _UNITS:
        return match[1] + _UNITS[match[2]]
    if _NO_FORMULA.fullmatch(word):
        return word
    return spell_formula(word) or word


def spell_unit(word: str) -> str | None:
    """Give a unit in capitals its case (`MEV` after a number is MeV), or None."""
    return _UNITS.get(word)


def spell_elements(parts: list[str]) -> list[str] | None:
    """Give the parts of `HE-NE`, `ND-FE-B` their case if all are elements, else None."""
    if len(parts) < _MIN_SYMBOLS or not all(part in ELEMENTS for part in parts):
        return None
    if all(len(part) == 1 or part in _ENGLISH for part in parts):
        return None
    return [ELEMENTS[part] for part in parts]


def is_isotope(symbol: str, mass: str) -> bool:
    """Tell whether `CS` and `137` name an isotope."""
    return symbol in ELEMENTS and (_MASS.fullmatch(mass) is not None or symbol in _LIGHT)
