"""The parts that main records and listed works have in common: titles, people, sources, DOIs."""

from __future__ import annotations

from random import Random

import page_words as words
from page_truth import Person, Source


class Parts:
    """Makes up parts of works; the random numbers come from `rng` only."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def title(self, style: str) -> str:
        rng = self.rng
        if style == "chinese":
            noun = rng.choice(words.HAN_LABEL_NOUNS if self.chance(0.1) else words.HAN_NOUNS)
            middle = rng.choice(
                ("", "与" + rng.choice(words.HAN_NOUNS), "(1990-2000)", "——以某市为例")
            )
            return f"{noun}{middle}的{rng.choice(words.HAN_VERBS)}"
        openings = words.RARE_OPENINGS if self.chance(0.05) else words.OPENINGS
        text = f"{rng.choice(openings)} {rng.choice(words.ADJECTIVES)} {rng.choice(words.NOUNS)}"
        text += f" {rng.choice(('in', 'of', 'and'))} {rng.choice((*words.NOUNS, *words.FORMULAE))}"
        if style == "caps":
            return (text + rng.choice(words.CAPS_TAILS)).upper()
        return text + rng.choice(("", "", *words.TAILS))

    def people(self, count: int, style: str) -> tuple[Person, ...]:
        found: dict[str, Person] = {}
        while len(found) < count:
            one = self.person(style)
            found.setdefault(one.printed, one)
        return tuple(found.values())

    def person(self, style: str) -> Person:
        rng = self.rng
        if style == "chinese":
            family = rng.choice(words.HAN_COMPOUND if self.chance(0.15) else words.HAN_FAMILIES)
            given = "".join(rng.sample(words.HAN_GIVEN, rng.choice((1, 2, 2))))
            return Person(family + given, family, given)
        if style in {"initials", "full"} and self.chance(0.03):
            name = f"{rng.choice(words.NOUNS).title()} {rng.choice(words.BODIES)}"
            return Person(name, literal=name)
        families = words.MARKED_FAMILIES if self.chance(0.2) else words.PLAIN_FAMILIES
        if style != "given-first" and self.chance(0.03):  # nothing marks two words there
            families = words.TWO_WORD_FAMILIES
        family = rng.choice(families)
        suffix = rng.choice(("Jr", "III")) if style != "given-first" and self.chance(0.03) else ""
        if style in {"initials", "caps"}:
            initials = "".join(rng.sample("ABCDEFGHJKLMPRST", rng.choice((1, 2, 2, 3))))
            printed = f"{family}, {initials}" + (
                f"{rng.choice((' ', ', '))}{suffix}" if suffix else ""
            )
            given = " ".join(f"{letter}." for letter in initials)
            if style == "caps":
                family, printed, suffix = family.upper(), printed.upper(), suffix.upper()
            return Person(printed, family, given, suffix)
        given = rng.choice(words.RARE_GIVEN if self.chance(0.1) else words.GIVEN)
        given += rng.choice(("", "", " Z.", " B. C.", " Ka Shing"))
        if style == "given-first":
            return Person(f"{given} {family}", family, given)
        dotted = f", {suffix}." if suffix == "Jr" else f", {suffix}"
        return Person(f"{family}, {given}" + (dotted if suffix else ""), family, given, suffix)

    def doi(self) -> str:
        rng = self.rng
        number = rng.randint(1000, 99999)
        return rng.choice(
            (
                f"10.99999/inv.{number}",
                f"10.9999/0039-9999(77){number}-0",
                f"10.9999/S0039-9999(87){number}-X",
                f"10.9999/InvB.22.{number}",
                f"10.99999/1521-396X(2002)191:1<{number}::AID-INV{number}>3.0.CO;2-#",
                f"10.9999/T-ED.1958.{number}",
            )
        )

    def source(self, style: str) -> Source:
        rng = self.rng
        year = str(rng.randint(1920, 1985) if style == "caps" else rng.randint(1986, 2026))
        issue = rng.choice(("", "01", "04", "10", "24", "1-3", "4A", "S1", "5"))
        volume = rng.choice((str(rng.randint(1, 250)), str(rng.randint(1, 90)), "A 24"))
        if style == "chinese":
            volume = rng.choice(("", volume))
            return Source(rng.choice(words.HAN_JOURNALS), int(year), volume, issue)
        journal = rng.choice(words.JOURNALS)
        return Source(journal.upper() if self.chance(0.8) else journal, int(year), volume, issue)
