r"""The library: `read`, `write`, `convert`, `merge` and `enrich`, on the program's own pipeline.

    >>> import litconv
    >>> page = "An invented title\n\n被引:3\n作者\nAlder, QZ\n页码:1 / 9\n"
    >>> record = litconv.read(text=page)[0]
    >>> record.title, record.pages.text, record.times_cited
    ('An invented title', '1-9', 3)

What the pipeline has to say about the input goes into a `Diagnostics`; pass one to see it.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from litconv import pipeline, registry
from litconv.diagnostics import CODES, Diagnostic, Diagnostics, InputError, UsageError
from litconv.files import Input, gather
from litconv.model import Record
from litconv.options import (
    EnrichOptions,
    Include,
    Journals,
    Keep,
    Markup,
    Order,
    ReadOptions,
    TitleCase,
    WriteOptions,
)
from litconv.works import Form, Library, find_groups
from litconv.works.uniting import unite

AnyPath = str | os.PathLike[str]
_TEXT_NAME = "<text>"
_UNREADABLE = frozenset({"input-unreadable", "format-unknown"})


def read(  # noqa: PLR0913 - the options of the program
    *paths: AnyPath,
    text: str | None = None,
    from_: str = "",
    include: str = "main",
    encoding: str | None = None,
    keep_case: bool = False,
    title_case: str = "keep",
    clean: bool = False,
    derive: bool = True,
    journals: str = "keep",
    key_pattern: str = "",
    ascii_only: bool = False,
    complete: bool = False,
    library: AnyPath | Iterable[AnyPath] = (),
    diagnostics: Diagnostics | None = None,
) -> list[Record]:
    """Read records from files and folders, or from a text, and give them refined and keyed.

    `from_` names the format (`"ris"`), which is found out otherwise; `include` is one of `"main"`,
    `"related"`, `"references"` and `"all"`. `complete` fills what records lack from each other,
    `library` names bibliographies to fill it from. The others are the options of `litconv convert`.

    With `diagnostics`, everything there is to say is collected in it, and an input that cannot be
    read is left out, as in the program. Without, such an input raises InputError, and warnings are
    dropped. An unknown name of a format or an option, and an encoding for a text, raise
    UsageError.
    """
    format_ = registry.find(from_, to=False)[0] if from_ else None
    options = ReadOptions(
        include=_choice(Include, include),
        keep_case=keep_case,
        title_case=_choice(TitleCase, title_case),
        clean=clean,
        derive=derive,
        journals=_choice(Journals, journals),
        key_pattern=key_pattern,
        ascii_only=ascii_only,
        complete=complete,
    )
    said = diagnostics or Diagnostics(_raise_if_unreadable)
    if text is not None:
        if encoding:
            msg = "a text is decoded already, so it has no encoding"
            raise UsageError(msg, hint="Leave encoding= out, or give the path of a file.")
        inputs: Iterable[Input] = [Input(_TEXT_NAME, text.encode("utf-8", "replace"))]
        encoding = "utf-8"
    else:
        inputs = gather([os.fspath(path) for path in paths], registry.input_extensions(), said)
    known = _library(library, said)
    records = pipeline.read(
        inputs, said, format_=format_, encoding=encoding, options=options, library=known
    )
    return list(records)


def merge(
    records: Iterable[Record],
    *,
    keep: str = "first",
    threshold: float | None = None,
    diagnostics: Diagnostics | None = None,
) -> list[Record]:
    """Give one record for each work, complete from all records of it, in the order of the first.

    `keep` says whose values win where records disagree: `"first"` or `"best"`; `threshold` how
    alike titles must be where no identifier is shared, 0.8 to 1. Fields that another record gave
    say so in `provenance`; what was merged, and conflicts, go to `diagnostics`.
    """
    known = list(records)
    said = diagnostics or Diagnostics()
    merged: list[Record] = []
    for group in find_groups([Form(one) for one in known], threshold):
        members = [known[place] for place in group.members]
        merged.append(unite(group, members, _choice(Keep, keep), said).record)
    return merged


def enrich(  # noqa: PLR0913 - the options of the program
    records: Iterable[Record],
    *,
    mailto: str = "",
    offline: bool = False,
    base_url: str = "",
    snapshot: AnyPath = "",
    search: bool = False,
    cache: AnyPath = "",
    diagnostics: Diagnostics | None = None,
) -> list[Record]:
    """Look up what records lack at Crossref, DataCite and doi.org; gives them in their order.

    Empty fields are filled, and values that say the same but less; where the two disagree the
    record's value stays. Each value that was looked up has a `Provenance`. The options are those
    of `litconv enrich`. A service that fails is reported to `diagnostics` and costs
    nothing else; options that cannot be followed raise UsageError.
    """
    from litconv.enriching import Enricher  # noqa: PLC0415 - takes time, and is not for all

    options = EnrichOptions(
        mailto=mailto,
        offline=offline,
        base_url=base_url,
        snapshot=os.fspath(snapshot),
        search=search,
        cache=os.fspath(cache),
    )
    with Enricher(options, diagnostics or Diagnostics()) as enricher:
        return list(enricher.enrich(records))


def _library(given: AnyPath | Iterable[AnyPath], said: Diagnostics) -> Library | None:
    paths = [given] if isinstance(given, str | os.PathLike) else list(given)
    if not paths:
        return None
    found = gather([os.fspath(path) for path in paths], registry.input_extensions(), said)
    return pipeline.read_library(found, said)


def _raise_if_unreadable(one: Diagnostic) -> None:
    if one.code in _UNREADABLE:
        place = f"{one.span.file}: " if one.span else ""
        raise InputError(place + one.message, hint=one.hint or CODES[one.code].remedy)


def _names(given: str | Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


_Choice = TypeVar("_Choice", bound=StrEnum)


def _choice(kind: type[_Choice], value: str) -> _Choice:
    """Give the member of an option; raises UsageError naming all of them for another value."""
    try:
        return kind(value)
    except ValueError:
        msg = f"{value!r} is no {kind.__name__.lower()}"
        raise UsageError(msg, hint=f"Say one of: {', '.join(kind)}.") from None


def write(  # noqa: PLR0913 - the options of the program
    records: Iterable[Record],
    to: str,
    *,
    extras: bool = False,
    ascii_only: bool = False,
    markup: str = "text",
    order: str = "style",
    locale: str = "",
    drop: str | Iterable[str] = (),
    only: str | Iterable[str] = (),
    diagnostics: Diagnostics | None = None,
) -> str:
    """Write records as text in the format that `to` names, such as `"bibtex"`.

    The options are those of `litconv convert`. Facts that the format cannot hold are reported to
    `diagnostics`. An unknown name of a format or a field raises UsageError.
    """
    format_, style = registry.find(to, to=True)
    options = WriteOptions(
        extras=extras,
        ascii_only=ascii_only,
        markup=_choice(Markup, markup),
        order=_choice(Order, order),
        style=style,
        locale=locale,
        drop=_names(drop),
        only=_names(only),
    )
    out = io.StringIO()
    pipeline.write(records, out, format_, diagnostics or Diagnostics(), options)
    return out.getvalue()


def convert(
    *paths: AnyPath,
    to: str,
    text: str | None = None,
    from_: str = "",
    include: str = "main",
    diagnostics: Diagnostics | None = None,
) -> str:
    """Read and write in one step: `litconv.convert("page.txt", to="bibtex")`.

    For more options, call `read` and `write`; errors and `diagnostics` are as there.
    """
    records = read(*paths, text=text, from_=from_, include=include, diagnostics=diagnostics)
    return write(records, to, diagnostics=diagnostics)
