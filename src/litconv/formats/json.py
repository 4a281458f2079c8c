"""litconv's own JSON: the model itself, lossless, one record a line.

Each line is an object that starts with the version of this form, `{"litconv":1,…}`, followed by
the fields of `litconv.model.Record` that are set; `read(write(record)) == record` for every
record. Lines stay lines in any program: U+2028, U+2029 and the C1 controls are escaped too.

Known gaps: a line must hold the marker, so that no other program's JSON is taken for a record;
lines of a later version are refused. Keys that this version does not know are reported and kept
as extra fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, TextIO

import msgspec

from litconv.diagnostics import Diagnostics
from litconv.model import RawField, Record, Span
from litconv.options import WriteOptions
from litconv.registry import Format
from litconv.source import Source
from litconv.text.json_errors import before_error

MARKER: Final = "litconv"
VERSION: Final = 1
_DEEPEST: Final = 20

_MARKED_LINE: Final = re.compile(r'\{[ \t]*"litconv"[ \t]*:[ \t]*\d+[ \t]*[,}]')
# What JSON allows raw in a string but other programs, and our own input, take for a line end or
# remove as a control character.
_UNSAFE: Final = re.compile("[\x7f-\x9f\u2028\u2029]")
_NON_ASCII: Final = re.compile("[^\x00-\x7e]")


class JsonReader:
    """Reads what `JsonWriter` wrote."""

    def sniff(self, head: str) -> bool:
        """Say whether the first line starts with the marker: no other format does."""
        return _MARKED_LINE.match(head) is not None

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield one record a line; a line that is none is reported and set aside."""
        for number, line in enumerate(source.stream(), start=1):
            if not line.strip():
                continue
            try:
                record = _record(line, Span(source.name, number), diagnostics)
            # ValueError: msgspec's errors, and text that is no Unicode
            except (ValueError, RecursionError) as error:
                diagnostics.report(
                    "record-invalid",
                    str(error) or "nested too deeply",
                    span=Span(source.name, number, _column(line, str(error))),
                )
                diagnostics.reject(line)
                continue
            yield record


def _record(line: str, span: Span, diagnostics: Diagnostics) -> Record:
    """Give the record of a line. Raises MsgspecError for anything but a record of this version."""
    values = msgspec.json.decode(line)
    version = values.pop(MARKER, None) if isinstance(values, dict) else None
    if version is None:
        msg = f'no record of litconv: it has no "{MARKER}": {VERSION}'
        raise msgspec.ValidationError(msg)
    if version != VERSION:
        msg = f"version {version!r} of litconv's JSON; this program reads version {VERSION}"
        raise msgspec.ValidationError(msg)
    record = msgspec.convert(values, Record)
    _check_depth(record)
    unknown = [
        RawField(tag=path, value=msgspec.json.encode(value).decode(), span=span)
        for path, value in _unknown_keys(values, record)
    ]
    for one in unknown:
        diagnostics.report(
            "value-not-understood",
            f"no field is called {one.tag!r}; its value is kept as an extra field",
            span=span,
            record=record.id or record.title,
            field="extra",
        )
    return msgspec.structs.replace(record, extra=(*record.extra, *unknown)) if unknown else record


def _check_depth(record: Record, depth: int = 0) -> None:
    """Refuse lists in lists in lists …, which no source has and which would exhaust the stack."""
    if depth > _DEEPEST:
        msg = f"listed works are nested more than {_DEEPEST} deep"
        raise msgspec.ValidationError(msg)
    for one in record.relations:
        _check_depth(one, depth + 1)


def _unknown_keys(given: object, read: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Yield (path, value) for the keys that were given but belong to no field."""
    if isinstance(given, dict) and isinstance(read, msgspec.Struct):
        for key, value in given.items():
            where = f"{path}.{key}" if path else key
            if key in read.__struct_fields__:
                yield from _unknown_keys(value, getattr(read, key), where)
            else:
                yield where, value
    elif isinstance(given, list) and isinstance(read, tuple):
        for place, (value, one) in enumerate(zip(given, read, strict=True)):
            yield from _unknown_keys(value, one, f"{path}[{place}]")


def _column(line: str, message: str) -> int:
    """Give the column of the byte that a decoding error names, or 1."""
    return len(before_error(line.encode("utf-8", "replace"), message)) + 1


class JsonWriter:
    """Writes everything that a record holds."""

    def write(
        self,
        records: Iterable[Record],
        out: TextIO,
        diagnostics: Diagnostics,  # noqa: ARG002 (nothing is ever lost)
        options: WriteOptions,
    ) -> None:
        """Write one record a line; `ascii_only` escapes every letter beyond ASCII."""
        unsafe = _NON_ASCII if options.ascii_only else _UNSAFE
        for record in records:
            body = msgspec.json.encode(record).decode()[1:]
            comma = "" if body == "}" else ","
            line = f'{{"{MARKER}":{VERSION}{comma}{body}'
            out.write(unsafe.sub(_escape, line) + "\n")


def _escape(match: re.Match[str]) -> str:
    r"""Give `\uXXXX`, or two of them for a character beyond U+FFFF, as JSON demands."""
    units = match[0].encode("utf-16-be")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


FORMATS = (
    Format(
        name="json",
        title="litconv JSON, lossless",
        shared_extensions=(".json", ".jsonl"),
        aliases=("litconv",),
        curated=True,
        reader=JsonReader(),
        writer=JsonWriter(),
    ),
)
