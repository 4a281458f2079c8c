"""Macros and joined values: `jan`, `@string{jn = "…"}`, `jn # { B}`."""

from __future__ import annotations

from typing import Final

from litconv.formats.bibtex.scan import PIECE

MONTHS: Final = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())

# The journals that BibTeX's standard styles define (plain.bst), and those of the AAS that NASA's
# ADS writes as commands (`\\apj`).
_PLAIN_BST: Final = """
acmcs ACM Computing Surveys|acta Acta Informatica|cacm Communications of the ACM
ibmjrd IBM Journal of Research and Development|ibmsj IBM Systems Journal
ieeese IEEE Transactions on Software Engineering|ieeetc IEEE Transactions on Computers
ieeetcad IEEE Transactions on Computer-Aided Design of Integrated Circuits
ipl Information Processing Letters|jacm Journal of the ACM
jcss Journal of Computer and System Sciences|scp Science of Computer Programming
sicomp SIAM Journal on Computing|tocs ACM Transactions on Computer Systems
tods ACM Transactions on Database Systems|tog ACM Transactions on Graphics
toms ACM Transactions on Mathematical Software
toois ACM Transactions on Office Information Systems
toplas ACM Transactions on Programming Languages and Systems|tcs Theoretical Computer Science
"""
_AAS: Final = """
aj The Astronomical Journal|araa Annual Review of Astronomy and Astrophysics
apj The Astrophysical Journal|apjl The Astrophysical Journal Letters
apjs The Astrophysical Journal Supplement Series|ao Applied Optics
apss Astrophysics and Space Science|aap Astronomy and Astrophysics
aapr The Astronomy and Astrophysics Review|aaps Astronomy and Astrophysics Supplement Series
baas Bulletin of the American Astronomical Society|icarus Icarus
jcap Journal of Cosmology and Astroparticle Physics
mnras Monthly Notices of the Royal Astronomical Society|nat Nature
memras Memoirs of the Royal Astronomical Society|pra Physical Review A|prb Physical Review B
prc Physical Review C|prd Physical Review D|pre Physical Review E|prl Physical Review Letters
pasp Publications of the Astronomical Society of the Pacific
pasj Publications of the Astronomical Society of Japan|physrep Physics Reports
qjras Quarterly Journal of the Royal Astronomical Society|skytel Sky and Telescope
solphys Solar Physics|ssr Space Science Reviews|na New Astronomy|nar New Astronomy Reviews
planss Planetary and Space Science|procspie Proceedings of the SPIE
jgr Journal of Geophysical Research|grl Geophysical Research Letters
pasa Publications of the Astronomical Society of Australia
"""


def _table(rows: str) -> dict[str, str]:
    pairs = (row.partition(" ") for line in rows.split("\n") for row in line.split("|"))
    return {name: title for name, _, title in pairs if title}


JOURNAL_MACROS: Final = _table(_PLAIN_BST)
JOURNAL_COMMANDS: Final = _table(_AAS)


_LONG: Final = 1_000
_MOST_EXPANDED: Final = 4_000_000
TOO_LONG: Final = "what the macros stand for is too long; they are left as written"


class Macros:
    """What macros stand for; a later definition of one counts from there on.

    Sixty macros that each stand for the one before twice would be more than any memory holds: what
    long values stand for is limited in sum, and beyond it they stay as they are written.
    """

    def __init__(self) -> None:
        self._defined: dict[str, str] = {}
        self._left = _MOST_EXPANDED
        self.is_cut = False

    def define(self, name: str, expression: str) -> None:
        """Take a `@string`."""
        self._defined[name], _ = self.value(expression)

    def foresee(self, name: str, expression: str) -> None:
        """Take a `@string` that may stand behind its first use, unless it is known already."""
        self._defined.setdefault(name, self.value(expression)[0])

    def value(self, expression: str) -> tuple[str, list[str]]:
        """Give the text of an expression, and the macros in it that nobody defined.

        An undefined macro stands for its own name: nothing is lost. `is_cut` says afterwards
        whether the expression was left as it is written because its text is too long.
        """
        self.is_cut = False
        if expression.isdecimal() or expression in MONTHS:
            return expression, []
        texts: list[str] = []
        unknown: list[str] = []
        position = 0
        while position < len(expression):
            if expression[position] in " \t\n#":
                position += 1
                continue
            match = PIECE.match(expression, position)
            if match is None or match.end() == position:
                texts.append(expression[position:])
                break
            position = match.end()
            delimited = match[1] if match[1] is not None else match[2]
            texts.append(self._macro(match[3], unknown) if delimited is None else delimited)
        length = sum(map(len, texts))
        if length > len(expression) + _LONG:
            if length > self._left:
                self.is_cut = True
                return expression, []
            self._left -= length
        return "".join(texts), unknown

    def _macro(self, name: str, unknown: list[str]) -> str:
        key = name.lower()
        if key in self._defined:
            return self._defined[key]
        if not name[:1].isalpha() or key in MONTHS:
            return name
        if key in JOURNAL_MACROS:
            return JOURNAL_MACROS[key]
        unknown.append(name)
        return name
