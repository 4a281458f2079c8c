"""Record pages with known truth: papers nobody wrote, printed as the discovery site prints papers.

`generate(seed)` invents one paper and its list; `Page.text(wrapping)` prints it in one of the four
wrappings, `Page.noisy(wrapping)` adds what copying and pasting does to text, and `Page.truth_in`
says what a reader can know from that wrapping. The rules were written down from real pages, apart
from the reader; the same seed always gives the same page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

import page_words as words
from page_lists import print_list
from page_noise import Noise
from page_parts import Parts
from page_truth import Paper, Person, Source
from page_works import WorkMaker
from page_wrappings import print_page

WRAPPINGS = ("flat", "hover", "colon", "navigation")


@dataclass(frozen=True)
class Page:
    """One invented paper that can be printed in every wrapping."""

    seed: int
    truth: Paper

    def text(self, wrapping: str) -> str:
        """The page as the site gives it, lines ended by `\\n`."""
        return "\n".join(print_page(self.truth, wrapping, Noise.none(self._rng(wrapping)))) + "\n"

    def noisy(self, wrapping: str) -> bytes:
        """The page as people paste it: other widths, blanks, newlines, lines before and after."""
        noise = Noise.some(self._rng(wrapping))
        return noise.encode(print_page(self.truth, wrapping, noise))

    def list_only(self) -> str:
        """The list without its page."""
        return "\n".join(print_list(self.truth.works, Noise.none(self._rng("list")))) + "\n"

    def truth_in(self, wrapping: str) -> Paper:
        """The paper as far as that wrapping can tell it."""
        paper = self.truth
        if wrapping == "hover":
            return Paper(
                title=paper.title,
                authors=paper.authors,
                affiliations=paper.affiliations,
                links=paper.links if any(one.marks for one in paper.authors) else None,
                times_cited=paper.times_cited,
                abstract=paper.abstract if paper.affiliations else "",
                copyright=paper.copyright if paper.affiliations else "",
            )
        if wrapping == "colon":
            return replace(paper, source=replace(paper.source, first="", end=""))
        if wrapping == "navigation" and not any(one.marks for one in paper.authors):
            return replace(paper, links=None)
        return paper

    def _rng(self, salt: str) -> Random:
        return _random(f"{self.seed} {salt}")


def _random(seed: str) -> Random:
    return Random(seed)  # noqa: S311  the same page for the same seed, nothing secret


def generate(seed: int) -> Page:
    """Invent the paper of this seed: one in five Chinese, one in four old and in capitals."""
    inventor = _PaperMaker(_random(str(seed)))
    return Page(seed, inventor.paper())


class _PaperMaker(Parts):
    """Makes up papers; `style` is the way the page prints the names of its authors."""

    def __init__(self, rng: Random) -> None:
        super().__init__(rng)
        self.style = rng.choices(("initials", "full", "caps", "chinese"), (35, 20, 25, 20))[0]

    def paper(self) -> Paper:
        rng, chinese, caps = self.rng, self.style == "chinese", self.style == "caps"
        affiliations = self.affiliations()
        authors = self.linked(self.people(self.author_count(), self.style), len(affiliations))
        source = self.source(self.style) if self.chance(0.3) else Source()
        source = replace(source, first="", end="")
        count: int | None = None
        if self.chance(0.85):
            source, count = self.pages(source)
        abstract, copyright_ = self.abstract(), ""
        if abstract and not chinese and self.chance(0.15):
            copyright_ = rng.choice(words.COPYRIGHT_TAILS)
        return Paper(
            title=self.title(self.style),
            authors=authors,
            affiliations=affiliations,
            links=tuple(tuple(affiliations[n - 1] for n in one.marks) for one in authors),
            source=source,
            count=count,
            doi="" if self.chance(0.4 if chinese else 0.1) else self.doi(),
            keywords=() if self.chance(0.5 if caps else 0.15) else self.keywords(),
            classes=tuple(rng.sample(words.CLASSES, rng.choices((0, 1, 2, 3), (1, 6, 2, 1))[0])),
            disciplines=tuple(rng.sample(words.DISCIPLINES, rng.choices((0, 1, 2), (2, 6, 2))[0])),
            times_cited=None if self.chance(0.05) else rng.choice((0, 2, 11, 353, 12045)),
            abstract=abstract,
            copyright=copyright_,
            extra=(rng.choice(words.UNKNOWN_LABELS),) if self.chance(0.15) else (),
            works=() if self.chance(0.15) else WorkMaker(rng, chinese=chinese).works(),
            chinese=chinese,
        )

    def author_count(self) -> int:
        rng = self.rng
        low, high = rng.choices(((0, 0), (1, 1), (2, 6), (7, 20), (21, 30)), (1, 15, 70, 9, 5))[0]
        return rng.randint(low, high)

    def linked(self, people: tuple[Person, ...], bodies: int) -> tuple[Person, ...]:
        if not bodies or self.chance(0.2):
            return people
        return tuple(replace(one, marks=self.marks(bodies)) for one in people)

    def marks(self, bodies: int) -> tuple[int, ...]:
        count = min(bodies, self.rng.choices((1, 2, 3), (8, 2, 1))[0])
        return tuple(sorted(self.rng.sample(range(1, bodies + 1), count)))

    def affiliations(self) -> tuple[str, ...]:
        count = self.rng.choices((0, 1, 2, 3, 5, 12), (2, 6, 4, 3, 2, 1))[0]
        return tuple(dict.fromkeys(self.affiliation() for _ in range(count)))

    def affiliation(self) -> str:
        rng = self.rng
        if self.style == "chinese":
            body, town = rng.choice(words.HAN_BODIES), rng.choice(words.HAN_TOWNS)
            return rng.choice((f"{body},{town}", f"{body} {town} 100000", f"{body},{body}{town}"))
        parts = [
            f"{rng.choice(words.PLAIN_FAMILIES)} Univ",
            rng.choice(words.DEPARTMENTS),
            rng.choice(words.TOWNS),
            rng.choice(words.COUNTRIES),
        ]
        return ",".join(parts).upper() if self.style == "caps" else ", ".join(parts)

    def keywords(self) -> tuple[str, ...]:
        rng = self.rng
        count = rng.randint(1, 7)
        if self.style == "chinese":
            found = [
                rng.choice(words.HAN_NOUNS) + rng.choice(words.HAN_VERBS) for _ in range(count)
            ]
            if self.chance(0.2):
                found.append("词三(括注)")
        else:
            found = [
                f"{rng.choice(words.ADJECTIVES)} {rng.choice(words.NOUNS)}" for _ in range(count)
            ]
            found += [rng.choice((*words.FORMULAE, "noise, white"))] if self.chance(0.2) else []
            if self.style == "caps" or self.chance(0.1):
                found = [one.upper() for one in found]
        return tuple(dict.fromkeys(found))

    def abstract(self) -> str:
        rng = self.rng
        if self.chance(0.5 if self.style == "caps" else 0.2):
            return ""
        if self.style == "chinese":
            said = [
                f"本文对{rng.choice(words.HAN_NOUNS)}进行了{rng.choice(words.HAN_VERBS)},结果可靠。"
            ]
            return "".join(said + ([rng.choice(words.HAN_TRAPS)] if self.chance(0.3) else []))
        said = [
            f"{rng.choice(words.OPENINGS)} {rng.choice(words.ADJECTIVES)} "
            f"{rng.choice(words.NOUNS)} in {rng.choice(words.NOUNS)} "
            f"we report (1) {rng.choice(words.NOUNS)}; and (2) more."
            for _ in range(rng.randint(1, 5))
        ]
        if self.chance(0.2):
            said.insert(rng.randint(1, len(said)), rng.choice(words.LABEL_TRAPS))
        if self.chance(0.05):
            said.insert(0, rng.choice(words.LABEL_STARTS))
        return " ".join(said)

    def pages(self, source: Source) -> tuple[Source, int | None]:
        number, length = self.rng.randint(1, 2500), self.rng.randint(1, 40)
        lead = self.rng.choice(("", "S", "e")) if self.chance(0.1) else ""
        first, last = f"{lead}{number}", f"{lead}{number + length - 1}"
        end = self.rng.choices(("last", "&", "+"), (8, 1, 1))[0]
        if end != "last":
            return replace(source, first=first, end=end), None
        return replace(source, first=first, end=last), length
