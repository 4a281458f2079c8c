"""Finds formats: the modules of `litconv.formats`, then the entry points `litconv.formats`.

There is no list to edit. A module of the folder takes part by ending in
`FORMATS = (Format(...),)`; a third party registers such a tuple under the entry-point group.
"""

from __future__ import annotations

import difflib
import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol, TextIO

import msgspec

from litconv.diagnostics import Diagnostics, UsageError
from litconv.model import Record
from litconv.options import WriteOptions
from litconv.source import Source

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


# How people call what is no format but the markup of formatted references.
_MARKUPS: Final = {
    "docx": "docx",
    "word": "docx",
    "html": "html",
    "markdown": "markdown",
    "md": "markdown",
    "rst": "rst",
    "rtf": "rtf",
    "text": "text",
    "txt": "text",
}


class Reader(Protocol):
    """An input adapter: one format's text to records."""

    def sniff(self, head: str) -> bool:
        """Say whether the first 4 KB are this format; True only when sure."""

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield the records; never raises for bad data but reports it."""


class Writer(Protocol):
    """An output writer: records to one format's text."""

    def write(
        self,
        records: Iterable[Record],
        out: TextIO,
        diagnostics: Diagnostics,
        options: WriteOptions,
    ) -> None:
        """Write the records and report what the format cannot express."""


class LazyReader:
    """A reader that is imported when it first reads, for one module has many patterns to compile.

    `where` is `module:Class`; `sniff` is `module:function` where another module than the reader's
    looks at inputs, as should be where one without a telling ending is shown to it.
    """

    def __init__(self, where: str, sniff: str = "") -> None:
        self._where = where
        self._sniff = sniff

    def sniff(self, head: str) -> bool:
        """Say whether it is this format; see `Reader`."""
        look: Callable[[str], bool] = _load(self._sniff) if self._sniff else self._load().sniff
        return look(head)

    def _load(self) -> Reader:
        reader: Reader = _load(self._where)()
        return reader

    def read(self, source: Source, diagnostics: Diagnostics) -> Iterator[Record]:
        """Yield the records; see `Reader`."""
        return self._load().read(source, diagnostics)


class LazyWriter:
    """A writer that is imported when it first writes; `options` are those of its class."""

    def __init__(self, where: str, **options: object) -> None:
        self._where = where
        self._options = options

    def write(
        self,
        records: Iterable[Record],
        out: TextIO,
        diagnostics: Diagnostics,
        options: WriteOptions,
    ) -> None:
        """Write the records; see `Writer`."""
        writer: Writer = _load(self._where)(**self._options)
        writer.write(records, out, diagnostics, options)


def _load(where: str) -> Any:  # noqa: ANN401 - a class that mypy cannot know
    module, _, name = where.partition(":")
    return getattr(importlib.import_module(module), name)


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """One format: its name on the command line, and how to read and write it.

    `extensions` are file-name endings with their dot: a file with one of them is this format even
    where its text does not tell. `shared_extensions` are endings that several formats have
    (`.txt`): such files are looked for in folders, but have to be recognised by what is in them.
    `aliases` are other names for the command
    line; `takes_style` says that the name may be followed by a colon and a CSL style;
    `written_as` are endings that mean this format in `-o`, whoever else has them;
    `preset` is the style that the name itself stands for; `curated` says that what is read was
    made ready by a person or program for citing: capitals and keys are left as they are;
    `plain_keys` says that its writer needs keys as `refine.keys` makes them for BibTeX.
    """

    name: str
    title: str
    extensions: tuple[str, ...] = ()
    shared_extensions: tuple[str, ...] = ()
    written_as: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    spec_url: str = ""
    reader: Reader | None = None
    writer: Writer | None = None
    takes_style: bool = False
    preset: str = ""
    curated: bool = False
    plain_keys: bool = False


@cache
def formats() -> dict[str, Format]:
    """Give all formats by name, in the order of their modules; plugins after the package's own.

    Raises UsageError when two formats claim one name or when a plugin cannot be imported.
    """
    found: dict[str, Format] = {}
    for format_, where in _all_formats():
        for name in (format_.name, *format_.aliases):
            if name in found:
                msg = f"two formats are called {name!r}: {found[name].title} and {format_.title}"
                raise UsageError(msg, hint=f"Uninstall one of them; the second is from {where}.")
            found[name] = format_
    return found


def _all_formats() -> Iterator[tuple[Format, str]]:
    package = importlib.import_module("litconv.formats")
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        if not module.name.startswith("_"):
            where = f"litconv.formats.{module.name}"
            for format_ in importlib.import_module(where).FORMATS:
                yield format_, where
    for point in entry_points(group=_GROUP):
        try:
            plugged = msgspec.convert(point.load(), tuple[Format, ...])
        except Exception as error:
            msg = f"the plugin {point.name} ({point.value}) cannot be imported: {error}"
            raise UsageError(msg, hint="Update or uninstall it.") from error
        for format_ in plugged:
            yield format_, point.value


_GROUP: Final = "litconv.formats"


def entry_points(*, group: str) -> Iterable[EntryPoint]:
    """Give the installed plugins of a group.

    `importlib.metadata` takes longer to import than most conversions take, so folders of installed
    packages are looked through first; what is no folder (a zip file) might have some.
    """
    if not any(_may_have_plugins(Path(place or "."), group) for place in sys.path):
        return ()
    from importlib import metadata  # noqa: PLC0415 - see above

    return metadata.entry_points(group=group)


def _may_have_plugins(folder: Path, group: str) -> bool:
    if not folder.is_dir():
        return folder.exists()
    files = (
        *folder.glob("*.dist-info/entry_points.txt"),
        *folder.glob("*.egg-info/entry_points.txt"),
        *folder.glob("*.egg"),
    )
    return any(one.suffix == ".egg" or group in one.read_text("utf-8", "replace") for one in files)


def readable() -> list[Format]:
    """Give the formats that can be read, each once."""
    return [one for name, one in formats().items() if one.reader and name == one.name]


def input_extensions() -> frozenset[str]:
    """Give the file-name endings that are looked for in folders."""
    return frozenset(
        ending for one in readable() for ending in (*one.extensions, *one.shared_extensions)
    )


def writable() -> list[Format]:
    """Give the formats that can be written, each once."""
    return [one for name, one in formats().items() if one.writer and name == one.name]


def find(name: str, *, to: bool) -> tuple[Format, str]:
    """Give the format called `name` and the style after its colon, if it takes one.

    Raises UsageError with the nearest names when there is none that can be read (or written).
    """
    head, _, style = name.strip().partition(":")
    usable = {
        key: one for key, one in formats().items() if (one.writer if to else one.reader) is not None
    }
    chosen = usable.get(head.lower())
    if chosen is None or (style and not chosen.takes_style):
        raise _unknown(name, usable, to=to)
    return chosen, style or chosen.preset


def _unknown(name: str, usable: dict[str, Format], *, to: bool) -> UsageError:
    msg = f"litconv cannot {'write' if to else 'read'} {name!r}"
    hint = f"Formats: {names_of(usable.values())}."
    if name.lower() in formats():
        msg += f", only {'read' if to else 'write'} it"
    elif near := difflib.get_close_matches(name.lower(), usable, n=3, cutoff=0.6):
        # Aliases of one format are one suggestion.
        msg += f"; did you mean {' or '.join(dict.fromkeys(usable[one].name for one in near))}?"
    if to and name.lower() in _MARKUPS:
        markup = _MARKUPS[name.lower()]
        hint = f"For formatted references say for example --to apa --markup {markup}."
    elif to:
        hint += " `litconv styles WORDS` finds the styles for csl:STYLE."
    return UsageError(msg, hint=hint)


def names_of(listed: Iterable[Format]) -> str:
    """List the names as --from and --to take them, without aliases."""
    return ", ".join(
        dict.fromkeys(one.name + (":STYLE" if one.takes_style else "") for one in listed)
    )
