"""One page as rich renderables: title, people, source, facts, abstract, list, what was changed."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from litconv.model import ListKind, Name, Record, Role
from litconv.refine.known import how_known
from litconv.show import groups, words
from litconv.show.listing import list_view

_LABEL = Style(color="cyan")
_KNOWN_LABELS = {"url": "URL", "journal": "Journal or book"}
_WEB = ("http://", "https://", "ftp://")
_LABEL_MAX = 18
_STACKED_BELOW = 50


def render(page: groups.Group, console: Console, *, explain: bool = False) -> RenderableType:
    """Give one page as something rich can print, for the width of this console.

    `explain` adds how each field of the main record is known.
    """
    parts: list[RenderableType] = []
    narrow = console.width < _STACKED_BELOW
    if page.main is not None:
        parts += _record(page.main, narrow=narrow, remarks=not explain)
        if explain:
            parts += _explained(page.main, narrow=narrow)
    for kind in ListKind:
        if listed := page.of_kind(kind):
            title = f"{words.LIST_TITLES[kind]} ({len(listed)})"
            parts += [Text(), Text(title, style="bold")] if parts else [Text(title, style="bold")]
            parts.append(list_view(listed, console))
    return Group(*parts)


def _record(record: Record, *, narrow: bool, remarks: bool) -> Iterator[RenderableType]:
    yield Text(words.plain(record.title) or "(no title)", style="bold")
    yield from _people(record)
    if line := words.source(record):
        yield Text(line, style="italic")
    rows = list(_facts(record))
    if rows:
        yield Text()
        yield from _grid(rows, narrow=narrow)
    if record.abstract:
        yield Text()
        yield Text("Abstract", style=_LABEL)
        for paragraph in record.abstract.split("\n"):
            yield Text(words.plain(paragraph))
    notes = list(_remarks(record))
    if notes and remarks:
        yield Text()
        yield from _grid(notes, narrow=narrow)


def _people(record: Record) -> Iterator[RenderableType]:
    bodies = list(dict.fromkeys([*record.affiliations, *_linked(record)]))
    linked = bool(_linked(record))
    by_role: dict[Role, list[Name]] = {}
    for one in record.contributors:
        by_role.setdefault(one.role, []).append(one.name)
    for role, names in by_role.items():
        shown = "; ".join(_with_numbers(name, bodies) for name in names)
        label = "" if role is Role.AUTHOR else f"{role.replace('-', ' ').capitalize()}: "
        yield Text(label + shown)
    for number, body in enumerate(bodies, start=1):
        mark = f"[{number}]" if linked else "•"
        yield Padding(Text(f"{mark} {words.plain(body)}", style="dim"), (0, 0, 0, 2))


def _linked(record: Record) -> list[str]:
    return [body for one in record.contributors for body in one.name.affiliations]


def _with_numbers(name: Name, bodies: list[str]) -> str:
    numbers = ",".join(str(bodies.index(one) + 1) for one in name.affiliations)
    return f"{words.person(name)} [{numbers}]" if numbers else words.person(name)


def _facts(record: Record) -> Iterator[tuple[str, Text]]:
    ids = record.identifiers
    yield "Type", Text(record.type.replace("-", " ").replace("_", " "))
    for other in record.translated_titles:
        yield "Title", Text(words.plain(other.title))
    if ids.doi:
        yield "DOI", _link(ids.doi, f"https://doi.org/{quote(ids.doi, safe='/:;()._-<>')}")
    for label, values in (("ISBN", ids.isbn), ("ISSN", ids.issn)):
        if values:
            yield label, Text(", ".join(words.plain(one) for one in values))
    if ids.pmid:
        yield "PMID", _link(ids.pmid, f"https://pubmed.ncbi.nlm.nih.gov/{quote(ids.pmid)}/")
    if ids.pmcid:
        where = f"https://www.ncbi.nlm.nih.gov/pmc/articles/{quote(ids.pmcid)}/"
        yield "PMCID", _link(ids.pmcid, where)
    if ids.arxiv:
        yield "arXiv", _link(ids.arxiv, f"https://arxiv.org/abs/{quote(ids.arxiv)}")
    for one in ids.other:
        yield words.plain(one.scheme), Text(words.plain(one.value))
    if record.url:
        yield "URL", _link(record.url, record.url)
    yield from _more_facts(record)


def _more_facts(record: Record) -> Iterator[tuple[str, Text]]:
    if record.pages.count is not None:
        yield "Page count", Text(str(record.pages.count))
    if record.times_cited is not None:
        yield "Times cited", Text(str(record.times_cited))
    for subject in record.subjects:
        text = " ".join(part for part in (subject.code, subject.label) if part)
        yield (
            words.SCHEMES.get(subject.scheme, words.plain(subject.scheme)),
            Text(words.plain(text)),
        )
    if record.keywords:
        yield "Keywords", Text("; ".join(words.plain(one) for one in record.keywords))
    for label, value in (
        ("Series", record.collection_title),
        ("Edition", record.edition),
        ("Number", record.number),
        ("Event", record.event_title),
        ("Genre", record.genre),
        ("Language", record.language),
        ("Note", record.note),
    ):
        if value:
            yield label, Text(words.plain(value))


def _link(text: str, target: str) -> Text:
    """Make a text clickable, if its target is one that a browser should open."""
    clean = words.plain(text)
    if not target.lower().startswith(_WEB) or words.plain(target) != target or " " in target:
        return Text(clean)
    return Text(clean, style=Style(link=target))


def _remarks(record: Record) -> Iterator[tuple[str, Text]]:
    for step in record.provenance:
        was = f", was: {words.plain(step.before)}" if step.before else ""
        text = f"{words.field_label(step.field)} ({words.plain(step.rule)}{was})"
        yield step.how.capitalize(), Text(text)
    if lacking := words.missing(record):
        yield "Missing", Text(lacking, style="yellow")
    for extra in record.extra:
        yield "Kept as is", Text(f"{words.plain(extra.tag)}: {words.plain(extra.value)}")


def _explained(record: Record, *, narrow: bool) -> Iterator[RenderableType]:
    """How each field is known, what is missing, and what was kept without being understood."""
    rows = [
        (_known_label(one.field), Text(words.plain(one.text), style="dim" if one.read else ""))
        for one in how_known(record)
    ]
    kept = [row for row in _remarks(record) if row[0] in {"Missing", "Kept as is"}]
    yield Text()
    yield Text("How it is known", style="bold")
    yield from _grid([*rows, *kept], narrow=narrow)


def _known_label(field: str) -> str:
    return _KNOWN_LABELS.get(field, field.capitalize())


def _grid(rows: list[tuple[str, Text]], *, narrow: bool) -> Iterator[RenderableType]:
    """Labels beside their values, or above them where there is no room; a label is said once."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, max_width=_LABEL_MAX)
    table.add_column(ratio=1, overflow="fold")
    last = ""
    for label, value in rows:
        shown = Text("" if label == last else label, style=_LABEL)
        last = label
        if narrow:
            if shown.plain:
                yield shown
            yield Padding(value, (0, 0, 0, 2))
        else:
            table.add_row(shown, value)
    if not narrow:
        yield table
