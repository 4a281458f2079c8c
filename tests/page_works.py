"""Listed works: related papers, matched references, and raw cited-reference strings."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import page_words as words
from page_parts import Parts
from page_truth import KNOWN, Person, Source, Work

SHAPES = ("related", "matched", "given-first", "one-line", "split", "bullets", "sentence")
WEIGHTS = (3, 3, 2, 1, 1, 1, 1)
HAN_SHAPES = 2
"""Chinese lists are known in the first two shapes only."""


class WorkMaker(Parts):
    """Makes up the list of one page; all its entries have the same shape."""

    def __init__(self, rng: Random, *, chinese: bool) -> None:
        super().__init__(rng)
        self.chinese = chinese

    def works(self) -> tuple[Work, ...]:
        last = HAN_SHAPES if self.chinese else len(SHAPES)
        shape = self.rng.choices(SHAPES[:last], WEIGHTS[:last])[0]
        numbers = sorted(self.rng.sample(range(1, 61), self.rng.randint(1, 12)))
        return tuple(self.work(shape, str(number)) for number in numbers)

    def work(self, shape: str, number: str) -> Work:
        rng = self.rng
        if shape in {"matched", "split", "bullets"} and self.chance(0.4):
            return self.raw_work(f"raw-{shape}", number)
        if shape == "sentence":
            return self.sentence(number)
        style = "chinese" if self.chinese else rng.choice(("caps", "full"))
        people_style = {"given-first": "given-first", "related": "full"}.get(shape, "caps")
        if style == "chinese":
            people_style = "chinese"
        elif shape == "matched" and style == "full":
            people_style = "initials"
        has_authors = shape in {"related", "given-first", "matched"} and not self.chance(0.03)
        source = self.source(style)
        ends = rng.choices(("last", "&", "+", "none"), (12, 2, 1, 3))[0]
        if ends != "none":
            lead = rng.choice(("", "", "", "A", "S")) if style != "chinese" else ""
            first = rng.randint(1, 2000)
            end = f"{lead}{first + rng.randint(1, 30)}" if ends == "last" else ends
            source = replace(source, first=f"{lead}{first}", end=end)
        known: tuple[str, ...] = KNOWN
        if shape == "one-line":
            known = tuple(one for one in KNOWN if one not in {"title", "journal"})
        return Work(
            number=number,
            kind="related" if shape in {"related", "given-first", "one-line"} else "references",
            shape=shape,
            title=self.title(style),
            authors=self.people(rng.randint(1, 6), people_style) if has_authors else (),
            source=source,
            run_on=shape == "one-line",
            known=known,
        )

    def sentence(self, number: str) -> Work:
        """The form `van Alder Q Z. Title . 1971`, seen in the fully split wrapping."""
        person, title = self.person("caps"), self.title("full").rstrip("?")
        family = person.family.title() if person.family.isalpha() else "van Alder"
        initials = person.given.replace(".", "")
        year = self.rng.randint(1950, 2020)
        return Work(
            number=number,
            kind="references",
            shape="sentence",
            title=title,
            authors=(Person(f"{family} {initials}", family, person.given),),
            source=Source(year=year),
            raw=f"{family} {initials}. {title} . {year}",
        )

    def raw_work(self, shape: str, number: str) -> Work:
        """A cited-reference string of Web of Science, with its usual oddities."""
        if self.chinese and self.chance(0.2):
            raw, known = "虚构统计年鉴.[M].某局编;.某出版社.1982,", ("number", "kind", "year")
            return Work(number, "references", shape, source=Source(year=1982), raw=raw, known=known)
        made = self.raw_article if self.chance(0.7) else self.raw_oddity
        return replace(made(self.raw_author()), number=number, shape=shape)

    def raw_author(self) -> Person:
        rng = self.rng
        odd = ("VANDERHOLLY", "O'Maple", "Alder-Birch", "von Tansy")
        family = rng.choice((*words.PLAIN_FAMILIES, *odd))
        family = family.upper() if self.chance(0.7) else family
        letters = "".join(rng.sample("ABCDGHJKLMPRST", rng.choice((1, 2, 2, 3))))
        printed = letters if self.chance(0.8) else "".join(f"{letter}." for letter in letters)
        return Person(f"{family} {printed}", family, " ".join(f"{letter}." for letter in letters))

    def raw_article(self, author: Person) -> Work:
        rng = self.rng
        volume, page = str(rng.randint(1, 300)), str(rng.randint(1, 9000))
        doi = self.doi().partition(";")[0]  # where Web of Science cuts them
        source = Source(rng.choice(words.SHORT_JOURNALS), rng.randint(1920, 2015), volume)
        head = f"{author.printed}, {source.year}, {source.journal}, V{volume}"
        with_page = replace(source, first=page)
        tails = (
            ("", source, ""),
            (f", P{page}", with_page, ""),
            (f", pL{page}", replace(source, first=f"L{page}"), ""),
            (f", P{page}, DOI {doi}", with_page, doi),
            (f", P{page}, DOI DOI {doi}", with_page, doi),
            (f", P{page}, DOI [{doi}, DOI {doi}]", with_page, doi),
            (f", DOI {doi}", source, doi),
        )
        tail, stated, doi = rng.choice(tails)
        return Work(
            "", "references", "", authors=(author,), source=stated, doi=doi, raw=head + tail
        )

    def raw_oddity(self, author: Person) -> Work:
        rng = self.rng
        year, volume, page = rng.randint(1920, 2015), rng.randint(1, 300), rng.randint(1, 9000)
        journal, other = rng.choice(words.SHORT_JOURNALS), self.raw_author()
        dated = f"{author.printed}, {year}"
        source, someone = Source(journal, year, str(volume), first=str(page)), (author,)
        lettered, numbered = (
            replace(source, volume=f"A {volume}"),
            Source("Inv. Rev. B", year, "43"),
        )
        dots = (replace(author, family="Alder"), replace(other, family="Birch"))
        both = ", ".join(f"{one.family} {one.given.replace(' ', '')}" for one in dots)
        plain = ("number", "kind", "authors", "year", "doi")  # what remains is nobody's to decide
        return rng.choice(
            (
                _raw(f"{dated}, {journal}, VA {volume}, P{page}", someone, lettered),
                _raw(f"[Anonymous], {year}, {journal}, V{volume}, P{page}", (), source),
                _raw(f"{both}, Inv. Rev. B, 43, ({year})", dots, numbered),
                _raw(f"{dated}, LOW ENERGY INVENTED, P{page}", someone, source, (*plain, "pages")),
                _raw(f"{dated}, KINETIC THEORY INVEN", someone, source, plain),
                _raw(f"{dated}, IN PRESS INVENTED RE", someone, source, plain),
                _raw(f"{author.printed}, UNPUB", someone, Source(), plain),
                _raw(f"{author.printed}, PRIVATE COMMUNICATIO", someone, Source(), plain),
                _raw(
                    f"{author.printed}, The Journal of Invented Education", someone, Source(), plain
                ),
            )
        )


def _raw(
    raw: str, authors: tuple[Person, ...], source: Source, known: tuple[str, ...] = KNOWN
) -> Work:
    return Work("", "references", "", authors=authors, source=source, raw=raw, known=known)
