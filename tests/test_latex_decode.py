r"""LaTeX → Unicode: accents, letters, signs, rich text, mathematics, links, what is not known."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litconv.text.latex.decode import decode_latex, latex_to_text
from litconv.text.latex.encode import to_latex
from litconv.text.latex.urls import decode_url
from strategies import plain_text

PLAIN = [
    ("plain", "plain"),
    (r"{\'e} \'e \'{e} {\'{e}} \' e", "é é é é é"),
    (r"\"{o} {\"o} {\" o}", "ö ö ö"),
    (r"\c{c} {\c c} \v s \v{s} \H{o} \u{a} \={a} \.{z} \d{t} \k{a} \r{A}", "ç ç š š ő ă ā ż ṭ ą Å"),
    (r"{\o}re {\L}ód\'z {\ss} {\aa} \AE{} \i{} \v{\i} \'{\i}", "øre Łódź ß å Æ ı ǐ í"),
    (r"\textcommabelow{s} {\DJ} {\dh}", "ș Đ ð"),
    (r"a \& b \% c \$ d \# e \_ f \{ g \}", "a & b % c $ d # e _ f { g }"),
    (r"\textasciitilde{}\textasciicircum{}\textbackslash{}", "~^\\"),
    ("1--2 --- 3 ``q'' `s' don't", "1–2 — 3 “q” ‘s’ don't"),
    (r"J.~K.\ L.\,M", "J. K. L. M"),
    (r"moss\hyphen like \acro{DNA}\Dash \MF{}", "moss-like DNA—METAFONT"),
    (r"{DNA} and {{Double}} b{r}aces", "DNA and Double braces"),
    (r"d\textquoteright{}A {\textendash} \copyright\ 2000", "d’A – © 2000"),
    (r"$\alpha$-x {$\beta$} {\ensuremath{\gamma}} $p<0.05$ $-$5", "α-x β γ p<0.05 −5"),
    (r"\mkbibquote{A} \enquote{B}", "“A” “B”"),
    (r"\textrm{a} \mbox{b} \texttt{c} \underline{d}", "a b c d"),
    (r"$\less$b$\greater$", "<b>"),
    (r"x\ElsevierGlyph{2014}y", "x—y"),
    (r"\TeX{} and \LaTeX", "TeX and LaTeX"),
    (r"\url{https://example.org/a_b~c}", "https://example.org/a_b~c"),
    (r"5 {\textdegree}C {\textmu}m", "5 °C µm"),
    ("a } b", "a } b"),
    ("a { b", "a  b"),
    ("a $ b", "a $ b"),
    ("a\\", "a\\"),
]


@pytest.mark.parametrize(("latex", "text"), PLAIN)
def test_text(latex: str, text: str) -> None:
    found = decode_latex(latex)
    assert (found.text, found.unknown) == (text, ())


SMALL_CAPS = '<span style="font-variant:small-caps;">A</span>'


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"\emph{a {b}} \textit{c}", "<i>a b</i> <i>c</i>"),
        (r"\textbf{a}\textsc{A}", f"<b>a</b>{SMALL_CAPS}"),
        (r"H$_2$O $^{13}$C $10^{-3}$", "H<sub>2</sub>O <sup>13</sup>C 10<sup>−3</sup>"),
        (r"CO\textsubscript{2}\textsuperscript{x}", "CO<sub>2</sub><sup>x</sup>"),
        (r"a {\it b {\bf c}} d", "a <i>b <b>c</b></i> d"),
        (r"a \it b", "a <i>b</i>"),
        (r"a\begin{it}b\end{it}c", "a<i>b</i>c"),
        (r"\emph{}x", "x"),
        (
            r"Radix-2\({}^{\mbox{k}}\) in \(O(n \log n)\), \(x",
            "Radix-2<sup>k</sup> in O(n log n), x",
        ),
        (r"CO\(_{\mbox{2}}\) and H\(_2\)O", "CO<sub>2</sub> and H<sub>2</sub>O"),
    ],
)
def test_rich_text(latex: str, text: str) -> None:
    assert latex_to_text(latex, rich=True) == text


def test_plain_text_has_signs_for_digits_only() -> None:
    assert latex_to_text(r"H$_2$O 10$^{-3}$ \textsuperscript{x} \emph{y}") == "H₂O 10⁻³ x y"


@pytest.mark.parametrize(
    ("latex", "text", "unknown"),
    [
        (r"a \moss{b {C}} d", r"a \moss{b {C}} d", (r"\moss",)),
        (r"a \moss b", r"a \moss b", (r"\moss",)),
        (r"x $\frac{1}{2}$ y", r"x $\frac{1}{2}$ y", (r"\frac",)),
    ],
)
def test_what_nobody_knows_stays_and_is_named(
    latex: str, text: str, unknown: tuple[str, ...]
) -> None:
    found = decode_latex(latex, rich=True)
    assert (found.text, found.unknown) == (text, unknown)


def test_links_are_given_beside_their_text() -> None:
    found = decode_latex(r"see \href{https://example.org/a\_b}{the \emph{site}}")
    assert (found.text, found.links) == ("see the site", ("https://example.org/a_b",))


@pytest.mark.parametrize(
    ("latex", "url"),
    [
        ("https://example.org/a_b%20c~d", "https://example.org/a_b%20c~d"),
        (r"\url{https://example.org/a\_b}", "https://example.org/a_b"),
        (r"http://e.org/\~{}x{\_}y\%20{\textasciitilde}z$\sim$w", "http://e.org/~x_y%20~z~w"),
        (r"10.1002/(SICI)1\textunderscore{}2", "10.1002/(SICI)1_2"),
    ],
)
def test_urls(latex: str, url: str) -> None:
    assert decode_url(latex) == url


@given(plain_text)
def test_what_is_written_is_read_back(text: str) -> None:
    plain = " ".join(text.split())
    if any(sign in plain for sign in ("--", "``", "''", "`", "&amp;")):
        return  # no escapes for these: what TeX joins is joined
    back = latex_to_text(to_latex(plain)).strip()
    assert unicodedata.normalize("NFC", back) == unicodedata.normalize("NFC", plain)


@pytest.mark.parametrize("sign", ["\U0002f800", "\uf9d0"])
def test_only_accented_letters_are_composed(sign: str) -> None:
    assert latex_to_text(f"\\emph{{{sign}}} e\u0301 \\'e") == f"{sign} é é"


@given(st.text(st.sampled_from("\\{}$^_~`'\"-abi c"), max_size=40))
def test_anything_is_read(text: str) -> None:
    decode_latex(text)
    decode_latex(text, rich=True)
    decode_url(text)


@pytest.mark.parametrize(
    "piece", ["{", "}", "$", r"\(", r"\(a\)", r"\'", r"\emph{", "`", "'", r"\url{", "--", "\\"]
)
def test_time_is_linear(piece: str) -> None:
    start = time.process_time()
    decode_latex(piece * 20_000, rich=True)
    assert time.process_time() - start < 2
