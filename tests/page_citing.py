"""A folder of record pages that cite each other, with known truth.

Every paper has a source that its own page does not print. The lists of other pages print some of
these papers, in every shape that lists are known in, beside invented works and beside decoys: works
that are like a paper (same title and other people, same people and a second part, its erratum) and
are none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from page_generator import WRAPPINGS, Page, generate
from page_parts import Parts
from page_truth import Paper, Person, Source, Work

SHAPES = ("related", "matched", "split", "bullets", "one-line")
"""The shapes of lists; those of `RAW` may hold raw strings of Web of Science as well."""
WITH_DOI = ("flat", "colon", "navigation")
"""The wrappings that print DOIs and lists."""
RAW = frozenset({"matched", "split", "bullets"})
WITH_AUTHORS = frozenset({"related", "matched"})


@dataclass(frozen=True)
class CitingPage:
    """A page and what is true of its paper; `cited` says whether another page's list names it."""

    name: str
    text: str
    title: str
    source: Source
    cited: bool


def folder(seed: int, count: int = 40) -> list[CitingPage]:
    """Invent a folder of pages; about two papers in three are cited by another page."""
    rng = Random(f"citing {seed}")  # noqa: S311  the same folder for the same seed
    parts = Parts(rng)
    papers = _papers(seed, count, parts)
    shapes = [rng.choice(SHAPES[:2] if one.chinese else SHAPES) for one in papers]
    lists: list[list[Work]] = [[] for _ in papers]
    cited: set[int] = set()
    by_doi: set[int] = set()
    for index, paper in enumerate(papers):
        real = rng.random() < 0.75
        for other in rng.sample(range(count), rng.choice((1, 1, 2))):
            known = shapes[other] in WITH_AUTHORS or not paper.chinese
            if other == index or not paper.authors or not known:
                continue
            if real:
                lists[other].append(_citing(paper, shapes[other], rng))
                cited.add(index)
                if lists[other][-1].raw:
                    by_doi.add(index)
            elif shapes[other] in WITH_AUTHORS:
                lists[other].append(_decoy(paper, shapes[other], parts))
    found = []
    for index, paper in enumerate(papers):
        wrappings = WRAPPINGS if not lists[index] and index not in by_doi else WITH_DOI
        page = _page(seed * count + index, paper, lists[index])
        text = page.text(rng.choice(wrappings))
        name = f"page{page.seed}.txt"
        found.append(CitingPage(name, text, paper.title, paper.source, index in cited))
    return found


def _papers(seed: int, count: int, parts: Parts) -> list[Paper]:
    """Papers with different titles, each with a whole source."""
    found: dict[str, Paper] = {}
    number = 50_000 + seed * 1000
    while len(found) < count:
        number += 1
        paper = generate(number).truth
        style = "chinese" if paper.chinese else "full"
        source = parts.source(style)
        pages = paper.source if paper.source.first else replace(source, first="1", end="9")
        source = replace(source, first=pages.first, end=pages.end)
        found.setdefault(paper.title.casefold(), replace(paper, source=source, works=()))
    return list(found.values())


def _citing(paper: Paper, shape: str, rng: Random) -> Work:
    """Name the paper in a list of that shape."""
    usable = paper.doi and not {";", "["} & set(paper.doi) and not paper.authors[0].literal
    if shape in RAW and usable and not paper.chinese and rng.random() < 0.3:
        return _raw(paper, f"raw-{shape}")
    return Work(
        number="1",
        kind="references" if shape in RAW else "related",
        shape=shape,
        title=paper.title,
        authors=tuple(map(_plain, paper.authors[:6])) if shape in WITH_AUTHORS else (),
        source=paper.source,
    )


def _plain(one: Person) -> Person:
    return replace(one, marks=())


def _raw(paper: Paper, shape: str) -> Work:
    """The string of Web of Science, which has no title: only its DOI tells what it cites."""
    one, source = paper.authors[0], paper.source
    initials = "".join(word[0] for word in one.given.replace("-", " ").split()) or "A"
    volume = source.volume.replace("A ", "")
    raw = f"{one.family} {initials}, {source.year}, {source.journal}, V{volume}, DOI {paper.doi}"
    return Work("1", "references", shape, source=source, doi=paper.doi, raw=raw)


def _decoy(paper: Paper, shape: str, parts: Parts) -> Work:
    """A work that is like the paper but is another one."""
    source = parts.source("chinese" if paper.chinese else "full")
    source = replace(source, first="70001", end="70009")
    people, title = tuple(map(_plain, paper.authors[:3])), paper.title
    kind = parts.rng.choice(("people", "part", "erratum"))
    if kind == "people":
        chinese = Person("虚构", "虚", "构")
        people = (chinese if paper.chinese else Person("Otherwise, Una", "Otherwise", "Una"),)
    elif kind == "part":
        title = f"{title}(续二)" if paper.chinese else f"{title}. Part 7"
    else:
        title = f"更正:{title}" if paper.chinese else f"Erratum: {title}"
    return Work("1", "related", shape, title=title, authors=people, source=source)


def _page(number: int, paper: Paper, works: list[Work]) -> Page:
    """Make the page without the source of its paper."""
    numbered = tuple(replace(one, number=str(place)) for place, one in enumerate(works, 1))
    bare = Source(first=paper.source.first, end=paper.source.end)
    return Page(number, replace(paper, source=bare, works=numbered))
