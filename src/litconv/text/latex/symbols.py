r"""LaTeX commands and what they stand for, for reading; `encode` has the way back.

The letters and accents are those of `encode`; the rest is what reference managers, publishers
and catalogues write. Anything else is looked up in pylatexenc's table.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

from litconv.text.latex.encode import ACCENTS, LETTERS

ACCENT_MARKS: Final = {
    **{command: mark for mark, command in ACCENTS.items()},
    "t": "\u0361",
    "G": "\u030f",
    "U": "\u030e",
    "f": "\u0311",
    "h": "\u0309",
}
# In mathematics.
MATH_ACCENTS: Final = {
    "acute": "\u0301", "bar": "\u0304", "breve": "\u0306", "check": "\u030c", "ddot": "\u0308",
    "dot": "\u0307", "grave": "\u0300", "hat": "\u0302", "tilde": "\u0303", "vec": "\u20d7",
}  # fmt: skip

_WORDS: Final = r"""
textbackslash \|textasciitilde ~|textasciicircum ^|textunderscore _|textbar |
textless <|textgreater >|less <|greater >|textdollar $|textquotesingle '|textquotedbl "
textbraceleft {|textbraceright }|lbrace {|rbrace }|textasteriskcentered *|textbullet •
textendash –|textemdash —|textquoteleft ‘|textquoteright ’|textquotedblleft “|textquotedblright ”
lq ‘|rq ’|guillemotleft «|guillemotright »|guilsinglleft ‹|guilsinglright ›|quotedblbase „
quotesinglbase ‚|textellipsis …|ldots …|dots …|cdots ⋯|textregistered ®|texttrademark ™
textcopyright ©|copyright ©|textdegree °|degree °|textmu µ|textperiodcentered ·|cdot ·
textordfeminine ª|textordmasculine º|textonehalf ½|textonequarter ¼|textthreequarters ¾
textsection §|S §|textparagraph ¶|P ¶|dag †|ddag ‡|dagger †|pounds £|textsterling £|texteuro €
euro €|EUR €|textyen ¥|textcent ¢|textexclamdown ¡|textquestiondown ¿|textnumero №
hyphen -|Dash —|MF METAFONT|MP METAPOST|AmS AMS|AMS AMS|AmSTeX AmS-TeX|AMSTeX AmS-TeX|CTAN CTAN
XeTeX XeTeX|LuaTeX LuaTeX|pdfTeX pdfTeX|ConTeXt ConTeXt|PiCTeX PiCTeX|TUB TUGboat|TUG TUG
TeX TeX|LaTeX LaTeX|LaTeXe LaTeX2ε|BibTeX BibTeX|mathsemicolon ;|mathplus +|slash /|colon :
alpha α|beta β|gamma γ|delta δ|epsilon ε|varepsilon ε|zeta ζ|eta η|theta θ|vartheta ϑ|iota ι
kappa κ|lambda λ|mu μ|nu ν|xi ξ|pi π|rho ρ|sigma σ|varsigma ς|tau τ|upsilon υ|phi φ|varphi φ
chi χ|psi ψ|omega ω|Gamma Γ|Delta Δ|Theta Θ|Lambda Λ|Xi Ξ|Pi Π|Sigma Σ|Upsilon Υ|Phi Φ|Psi Ψ
Omega Ω|textalpha α|textbeta β|textgamma γ|textdelta δ|textmugreek μ|times ×|texttimes ×|pm ±
textpm ±|mp ∓|div ÷|leq ≤|le ≤|geq ≥|ge ≥|neq ≠|ne ≠|approx ≈|sim ∼|simeq ≃|equiv ≡|propto ∝
infty ∞|partial ∂|nabla ∇|sum ∑|prod ∏|int ∫|in ∈|notin ∉|subset ⊂|cup ∪|cap ∩|forall ∀|exists ∃
to →|rightarrow →|leftarrow ←|leftrightarrow ↔|Rightarrow ⇒|longrightarrow ⟶|uparrow ↑
downarrow ↓|ast ∗|star ⋆|bullet •|circ ∘|prime ′|ell ℓ|hbar ℏ|langle ⟨|rangle ⟩|oplus ⊕|otimes ⊗
ll ≪|gg ≫|lesssim ≲|gtrsim ≳|odot ⊙|sun ☉|perp ⊥|parallel ∥|mid ∣|vert ||backslash \|wedge ∧
vee ∨|neg ¬|emptyset ∅|log log|ln ln|exp exp|sin sin|cos cos|tan tan|min min|max max|sqrt √
"""
SYMBOLS: Final = {
    **{command: letter for letter, command in LETTERS.items()},
    **{
        name: symbol
        for line in _WORDS.split("\n")
        for name, _, symbol in (row.partition(" ") for row in line.split("|"))
        if symbol
    },
    "textbar": "|", "vert": "|", "textbackslash": "\\", "backslash": "\\",
    "DJ": "Đ", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ",
    # Blanks, and what only says how to set the text.
    "quad": " ", "qquad": " ", "space": " ", "enspace": " ", "thinspace": " ", "nobreakspace": " ",
    "newline": " ", "par": " ", "linebreak": " ", "hfill": " ", "textvisiblespace": " ",
    "relax": "", "protect": "", "noopsort": "", "left": "", "right": "", "displaystyle": "",
    "nolinebreak": "", "allowbreak": "", "hskip": "", "noindent": "", "centering": "", "big": "",
    "null": "", "limits": "", "textstyle": "", "selectfont": "",
}  # fmt: skip
# `\,` and the like: one sign behind the backslash.
SIGNS: Final = {
    **{sign: sign for sign in "&%$#_{}|"},
    **dict.fromkeys(" \n\t,;:>\\!@", " "),
    **dict.fromkeys("-/()[]+*", ""),
    "!": "",
    "@": "",
}

# Commands whose argument is text: CSL's rich text, or nothing where it has no word for it.
TAGS: Final = {
    "textit": "i", "emph": "i", "textsl": "i", "mathit": "i", "mkbibemph": "i", "textbf": "b",
    "mathbf": "b", "mkbibbold": "b", "textsc": "sc", "textsubscript": "sub", "sb": "sub",
    "textsuperscript": "sup", "sp": "sup", "mkbibsuperscript": "sup", "mkbibitalic": "i",
}  # fmt: skip
PLAIN: Final = frozenset(
    """text textrm textup textmd textnormal textsf texttt mbox hbox fbox mathrm mathsf mathtt
    mathcal mathbb mathfrak mathscr mathnormal operatorname NoCaseChange MakeUppercase uppercase
    MakeLowercase lowercase underline uline ensuremath path nolinkurl ce textcyrillic textgreek
    MakeSentenceCase boldsymbol bm nohyphens natexlab href@noop enquote mkbibquote mkbibparens
    parencite bibstring overline acro
    bibinfo""".split()
)
AROUND: Final = {
    "enquote": ("“", "”"),
    "mkbibquote": ("“", "”"),
    "mkbibparens": ("(", ")"),
}
# `{\it …}`: from here to the end of the group.
SWITCHES: Final = {
    "it": "i", "itshape": "i", "em": "i", "sl": "i", "slshape": "i", "bf": "b", "bfseries": "b",
    "sc": "sc", "scshape": "sc", "rm": "", "tt": "", "sf": "", "upshape": "", "normalfont": "",
    "mdseries": "", "ttfamily": "", "sffamily": "", "rmfamily": "", "small": "", "tiny": "",
    "footnotesize": "", "large": "", "Large": "", "normalsize": "", "scriptsize": "",
}  # fmt: skip
OPENING: Final = {
    "i": "<i>",
    "b": "<b>",
    "sub": "<sub>",
    "sup": "<sup>",
    "sc": '<span style="font-variant:small-caps;">',
}
CLOSING: Final = {"i": "</i>", "b": "</b>", "sub": "</sub>", "sup": "</sup>", "sc": "</span>"}


_MOST_MARKS: Final = 8


@cache
def symbol(name: str) -> str | None:
    """Give what a command without arguments stands for; None where it is not known."""
    known = SYMBOLS.get(name)
    if known is not None:
        return known
    from pylatexenc.latex2text import (  # noqa: PLC0415 - 1,000 rows, rarely needed
        get_default_latex_context_db,
    )

    spec = get_default_latex_context_db().get_macro_spec(name)
    form = getattr(spec, "simplify_repl", None)
    return form if isinstance(form, str) and form and "%" not in form else None


def accented(mark: str, text: str) -> str:
    """Put a combining mark on the first letter of the text."""
    text = {"ı": "i", "ȷ": "j"}.get(text, text)
    bare = text.lstrip()
    if not bare:
        # `\~{}` and `\^{}` are the signs themselves.
        return {"\u0303": "~", "\u0302": "^", "\u0300": "`", "\u0301": "´"}.get(mark, "")
    place = 1
    while place < len(bare) and unicodedata.combining(bare[place]):
        if place == _MOST_MARKS:  # `\'\'\'…` without end: no letter, and time grows with each
            return text
        place += 1
    return f"{bare[:place]}{mark}{bare[place:]}"


def character(code: str) -> str:
    """Give the character of a hexadecimal number; "" where it is none."""
    try:
        return chr(int(code.strip(), 16))
    except (ValueError, OverflowError):
        return ""
