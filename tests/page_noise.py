"""What copying and pasting does to a page: other widths, blanks, newlines, lines around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

import page_words as words

DOI_LEADS = ("https://doi.org/", "http://dx.doi.org/", "doi:", "DOI: ")
FULL_WIDTH = str.maketrans(",:;[]()|", "，：；［］（）｜")


@dataclass
class Noise:
    """What happens to a page on its way; every flag off is the page as the site gives it."""

    rng: Random
    wide: bool = False  # full-width punctuation in labels, markers and source lines
    glued: bool = False  # `摘要: text` on one line
    flat_colons: bool = False  # `作者:` where the flat page has `作者`
    mixed_colons: bool = False  # each label of a flat page in another way
    spaced_colon: bool = False  # `作者 :` where the colon-split page has `作者:`
    page_dash: str = " / "  # between first and last page
    paragraphs: bool = False  # an abstract of several lines
    plain_doi: bool = False  # the label as `DOI`
    doi_lead: str = ""  # `https://doi.org/` and the like before the DOI
    marks: str = " [{} ]"  # what stands around the numbers after an author
    between_marks: str = " ,"
    tight_numbers: bool = False  # `[1]Univ` for `[1] Univ`
    no_buttons: bool = False
    no_indent: bool = False
    zero_width: bool = False  # invisible characters at the ends of lines
    no_blank_line: bool = False
    double_spaced: bool = False
    trailing_blanks: bool = False
    odd_blanks: bool = False  # no-break and ideographic blanks where the page has plain ones
    navigation: bool = False
    footer: tuple[str, ...] = ()
    bom: bool = False
    newline: str = "\n"
    final_newline: bool = True

    @classmethod
    def none(cls, rng: Random) -> Noise:
        """No noise; `rng` still chooses between forms that the site itself uses."""
        return cls(rng)

    @classmethod
    def some(cls, rng: Random) -> Noise:
        """About three disturbances a page."""

        def now(share: float) -> bool:
            return rng.random() < share

        return cls(
            rng,
            wide=now(0.25),
            glued=now(0.15),
            flat_colons=now(0.1),
            mixed_colons=now(0.1),
            spaced_colon=now(0.1),
            page_dash=rng.choice(("/", "-", "–")) if now(0.1) else " / ",
            paragraphs=now(0.1),
            plain_doi=now(0.1),
            doi_lead=rng.choice(DOI_LEADS) if now(0.1) else "",
            marks=rng.choice(("[{}]", " [{}]", "[{} ]")) if now(0.2) else " [{} ]",
            between_marks=rng.choice((",", ", ")) if now(0.2) else " ,",
            tight_numbers=now(0.1),
            no_buttons=now(0.1),
            no_indent=now(0.1),
            zero_width=now(0.05),
            no_blank_line=now(0.2),
            double_spaced=now(0.07),
            trailing_blanks=now(0.2),
            odd_blanks=now(0.2),
            navigation=now(0.2),
            footer=rng.choice(words.FOOTERS) if now(0.2) else (),
            bom=now(0.15),
            newline=rng.choices(("\n", "\r\n", "\r"), (7, 2, 1))[0],
            final_newline=now(0.8),
        )

    def widen(self, text: str) -> str:
        """Give punctuation its full width if this page has it so."""
        return text.translate(FULL_WIDTH) if self.wide else text

    def encode(self, lines: Iterable[str]) -> bytes:
        """Apply what concerns whole lines and make bytes of them."""
        done = [self._blanks(line) for line in lines]
        if self.double_spaced:
            done = [part for line in done if line.strip() for part in (line, "")]
        text = self.newline.join(done) + (self.newline if self.final_newline else "")
        return (("\ufeff" if self.bom else "") + text).encode()

    def colon(self) -> str:
        """Give what follows a label of the flat page; a newline puts the colon on its own line."""
        if self.mixed_colons:
            return self.rng.choice(("", ":", "：", " :", "\n:"))
        return self.widen(":") if self.flat_colons else ""

    def _blanks(self, line: str) -> str:
        if self.no_indent:
            line = line.lstrip()
        if self.zero_width and line:
            line += self.rng.choice(("", "\u200b"))
        if self.odd_blanks:
            line = re.sub(" ", lambda _: self.rng.choices(" \u00a0", (5, 1))[0], line)
            indent = len(line) - len(line.lstrip())
            line = "\u3000" * (indent // 2) + line.lstrip() if self.rng.random() < 0.1 else line
        return line + self.rng.choice(("", " ", "  ", "\t", "\u00a0")) * self.trailing_blanks
