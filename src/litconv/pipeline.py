"""Decode → detect → read → select → complete or merge → refine → key → write.

The only place that knows the order.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

import msgspec

from litconv.detection import EmptyInputError, UnknownFormatError, format_of
from litconv.diagnostics import Diagnostic, Diagnostics, InputError, Severity
from litconv.files import BrokenInputError, Input
from litconv.model import Record, Span
from litconv.options import Include, Journals, ReadOptions, WriteOptions
from litconv.refine.complete import report_missing
from litconv.refine.doi import derive
from litconv.refine.fields import FieldChoice
from litconv.refine.journals import JournalNames
from litconv.refine.keys import KeyMaker
from litconv.refine.known import noted_provenance
from litconv.refine.recase import recase
from litconv.refine.selection import select
from litconv.registry import Format
from litconv.source import Source, decode

if TYPE_CHECKING:
    from litconv.works import Library


class Raw(msgspec.Struct, frozen=True, gc=False):
    """A record as its reader gave it, and whether its format's files are `curated`."""

    record: Record
    curated: bool


def read(
    inputs: Iterable[Input],
    diagnostics: Diagnostics,
    *,
    format_: Format | None = None,
    encoding: str | None = None,
    options: ReadOptions | None = None,
    library: Library | None = None,
    enrich: Callable[[Iterable[Record]], Iterator[Record]] | None = None,
) -> Iterator[Record]:
    """Yield the selected records of all inputs, refined and keyed, one at a time.

    An input that cannot be decoded or recognised is reported and left out. Records are completed
    from the `library`, and with `options.complete` from each other, for which all are read first;
    then `enrich`, if it is given, gets them and yields them in their order.
    """
    options = options or ReadOptions()
    pool = (library or _empty_library()) if options.complete else None
    take = None if pool is None else pool.add
    raw = read_raw(
        inputs, diagnostics, format_=format_, encoding=encoding, options=options, take=take
    )
    if pool is not None:
        raw = iter(list(raw))
    refiner = Refiner(options, diagnostics, asked=enrich is not None)
    whole = _completed(pool if pool is not None else library, diagnostics)
    if enrich:
        yield from _enriched(raw, refiner, whole, enrich)
        return
    for one in raw:
        record = whole(one.record) if whole else one.record
        yield refiner.refine(record, curated=one.curated)


def _enriched(
    raw: Iterable[Raw],
    refiner: Refiner,
    whole: Callable[[Record], Record] | None,
    enrich: Callable[[Iterable[Record]], Iterator[Record]],
) -> Iterator[Record]:
    """Yield the records as `read` does, with what `enrich` makes of them in between."""
    flags = deque[bool]()

    def repaired() -> Iterator[Record]:
        for one in raw:
            flags.append(one.curated)
            record = whole(one.record) if whole else one.record
            yield refiner.repair(record, curated=one.curated)

    for record in enrich(repaired()):
        yield refiner.finish(record, curated=flags.popleft())


def read_raw(
    inputs: Iterable[Input],
    diagnostics: Diagnostics,
    *,
    format_: Format | None = None,
    encoding: str | None = None,
    options: ReadOptions | None = None,
    take: Callable[[Record], None] | None = None,
) -> Iterator[Raw]:
    """Yield the selected records as they were read; `take` gets all, also those left out."""
    include = (options or ReadOptions()).include
    diagnostics.main_only = include is Include.MAIN
    for one in inputs:
        try:
            source = decode(one.data, one.name, diagnostics, encoding=encoding)
            chosen = format_of(one, source, diagnostics, format_)
        except InputError as error:
            _report_unreadable(one, one.fault or error, diagnostics)
            continue
        records = _until_broken(_read_source(source, chosen, diagnostics), one, diagnostics)
        if take is not None:
            records = _taken(records, take)
        for record in select(
            records,
            include,
            source.name,
            diagnostics,
            empty="" if take is not None else "input-skipped" if one.found else "selection-empty",
        ):
            yield Raw(record, chosen.curated)


def read_library(inputs: Iterable[Input], diagnostics: Diagnostics) -> Library:
    """Read a bibliography that others are completed from; only its errors are reported."""

    def errors_only(one: Diagnostic) -> None:
        if one.severity is Severity.ERROR:
            diagnostics.report(one.code, one.message, hint=one.hint, span=one.span)

    library = _empty_library()
    for one in read_raw(inputs, Diagnostics(errors_only)):
        library.add(one.record)
    return library


def _empty_library() -> Library:
    from litconv.works import Library  # noqa: PLC0415 - most runs need none, and it is slow to load

    return Library()


def _completed(
    known: Library | None, diagnostics: Diagnostics
) -> Callable[[Record], Record] | None:
    """Give what completes a record from a library; None without one."""
    if known is None:
        return None
    from litconv.works.completing import complete  # noqa: PLC0415 - as above

    return lambda record: complete(record, known, diagnostics)


def _taken(records: Iterable[Record], take: Callable[[Record], None]) -> Iterator[Record]:
    for record in records:
        take(record)
        yield record


def _until_broken(
    records: Iterator[Record], one: Input, diagnostics: Diagnostics
) -> Iterator[Record]:
    """Yield the records of an input; say if it failed, as a damaged archive does in its middle."""
    yield from records
    if one.fault:
        _report_unreadable(one, one.fault, diagnostics)


def _report_unreadable(one: Input, error: InputError, diagnostics: Diagnostics) -> None:
    """Say why an input was left out; a file of a folder need not be for litconv at all."""
    code, text = "input-unreadable", str(error)
    if isinstance(error, BrokenInputError):
        text = f"cannot be read: {error}"
    elif one.found:
        code = "input-skipped"
    elif isinstance(error, EmptyInputError):
        code = "input-empty"
    elif isinstance(error, UnknownFormatError):
        code = "format-unknown"
    diagnostics.report(code, text, hint=error.hint, span=Span(one.name))


def _read_source(source: Source, format_: Format, diagnostics: Diagnostics) -> Iterator[Record]:
    if format_.reader is None:  # only a caller of the library can get here
        msg = f"litconv cannot read {format_.name}"
        raise InputError(msg)
    return format_.reader.read(source, diagnostics)


class Refiner:
    """What is done to each record between reading and writing, in its order, for one run.

    Values are cleaned, capitals repaired, empty fields derived, what is missing is said, keys made.
    `asked` says that services are asked in between.
    """

    def __init__(
        self, options: ReadOptions, diagnostics: Diagnostics, *, asked: bool = False
    ) -> None:
        self.options = options
        self._asked = asked
        self._diagnostics = diagnostics
        journals = JournalNames(options.journals)
        self._journals = None if options.journals is Journals.KEEP else journals
        self._wanted = FieldChoice(drop=options.drop, only=options.only)
        self._keys = KeyMaker(options.key_pattern, ascii_only=options.ascii_only)

    def refine(self, record: Record, *, curated: bool = False) -> Record:
        """Give a refined copy. Capitals and keys of `curated` records (see `Format`) stay."""
        return self.finish(self.repair(record, curated=curated), curated=curated)

    def repair(self, record: Record, *, curated: bool = False) -> Record:
        """Do what concerns the values that the record has."""
        options, diagnostics = self.options, self._diagnostics
        if options.clean:
            from litconv.refine.clean import clean  # noqa: PLC0415 - as above

            record = clean(record, diagnostics)
        if not options.keep_case:
            record = recase(record, diagnostics, title_case=options.title_case, curated=curated)
        if options.derive:  # after the capitals: a derived name has none to repair
            record = derive(record, diagnostics)
        return self._journals.apply(record, diagnostics) if self._journals else record

    def finish(self, record: Record, *, curated: bool = False) -> Record:
        """Do what comes when all values are there: say what is missing, give the key."""
        report_missing(record, self._diagnostics, self._wanted, asked=self._asked)
        exact = curated and not self.options.plain_keys
        return self._keys.assign(record, self._diagnostics, exact=exact)


def write(
    records: Iterable[Record],
    out: TextIO,
    format_: Format,
    diagnostics: Diagnostics,
    options: WriteOptions | None = None,
) -> None:
    """Write the records in one format, without the fields that the options leave out.

    Raises UsageError when the options name a field that there is not.
    """
    options = options or WriteOptions()
    if format_.writer is None:
        msg = f"litconv cannot write {format_.name}"
        raise InputError(msg)
    if options.provenance:
        records = noted_provenance(records, format_.name)
    if options.drop or options.only:
        records = map(FieldChoice(drop=options.drop, only=options.only), records)
    format_.writer.write(records, out, diagnostics, options)
