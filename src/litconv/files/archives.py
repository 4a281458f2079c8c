"""Compressed files: `.gz`, `.zst` and `.zip`, told by their first bytes, opened as they are read.

Nothing is written to disk under a name from an archive, so names with `../` in them are harmless;
they are shown without. What one file may become is limited (`litconv.files.opened`). An archive
inside an archive is refused, and so are kinds that are not opened here.
"""

from __future__ import annotations

import contextlib
import re
import stat
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple, cast

from litconv.diagnostics import InputError
from litconv.files.opened import BrokenInputError, Budget, Opened, reason

if TYPE_CHECKING:
    import zipfile

_GZIP: Final = b"\x1f\x8b"
_ZSTD: Final = b"\x28\xb5\x2f\xfd"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OTHERS: Final = {
    b"BZh": "a bzip2 file",
    b"\xfd7zXZ\x00": "an xz file",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"Rar!\x1a\x07": "a RAR archive",
}
_TAR: Final = slice(257, 262)
_HEAD: Final = 262
_IN_MEMORY: Final = 8 << 20
_ENCRYPTED: Final = 0x1
_IS_UTF8: Final = 0x800
_OFFICE: Final = ("[Content_Types].xml", "mimetype")
_BESIDE: Final = re.compile(r"(?:^|/)(?:__MACOSX/|\.[^/.])")  # what macOS puts beside each file
_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]|^[A-Za-z]:")
_WINDOW: Final = 1 << 27
_FEED: Final = 512


class Member(NamedTuple):
    """What is in a file: its name in an archive, or "", and its stream, or why there is none."""

    name: str
    stream: BinaryIO | None
    fault: Exception = InputError("")


def members(stream: Opened, raw: BinaryIO) -> Iterator[Member]:
    """Yield what is in an open file: its content, or the members of an archive in their order.

    `raw` is the file below `stream`, at whose beginning it stands. Raises InputError for archives
    that cannot be opened.
    """
    head = stream.peek(_HEAD)
    if head.startswith(_ZIP):
        with _seekable(stream, raw) as file:
            yield from _zip_members(file)
        return
    _refuse_archive(head)
    if head.startswith((_GZIP, _ZSTD)):
        stream.raise_faults()
        inner = _gunzipped(stream) if head.startswith(_GZIP) else cast("BinaryIO", Unzstd(stream))
        stream = Opened(inner, Budget(stream.position))
        _refuse_archive(stream.peek(_HEAD), inside=True)
    yield Member("", stream)


def _refuse_archive(head: bytes, *, inside: bool = False) -> None:
    """Raise BrokenInputError for what is packed in a way that is not opened."""
    kinds = dict(_OTHERS)
    if inside:
        kinds |= {_GZIP: "a gzip file", _ZSTD: "a zstd file"} | dict.fromkeys(_ZIP, "a zip archive")
    kind = next((what for start, what in kinds.items() if head.startswith(start)), "")
    if head[_TAR] == b"ustar":
        kind = "a tar archive"
    if kind:
        what = f"it holds {kind} again, an archive inside an archive" if inside else f"it is {kind}"
        raise BrokenInputError(what, hint="Unpack it and name the files.")


def _gunzipped(stream: BinaryIO) -> BinaryIO:
    from gzip import GzipFile  # noqa: PLC0415 - only for such files

    return cast("BinaryIO", GzipFile(fileobj=stream, mode="rb"))


class Unzstd:
    """Decompresses zstd; unlike the package's own stream it notices a file that was cut off.

    It is fed so little at once that even a bomb becomes a few megabytes before they are counted.
    """

    def __init__(self, stream: BinaryIO) -> None:
        """Take the compressed stream."""
        import zstandard  # noqa: PLC0415 - only for such files

        self._stream = stream
        self._new = partial(zstandard.ZstdDecompressor(max_window_size=_WINDOW).decompressobj)
        self._frame = self._new()
        self._out = b""
        self._at = 0

    def read(self, size: int) -> bytes:
        """Give at most `size` bytes, none at the end. Raises EOFError when the end is missing."""
        while self._at == len(self._out):
            data = self._frame.unused_data or self._stream.read(_FEED)
            if self._frame.eof:
                if not data:
                    return b""
                self._frame = self._new()
            if not data:
                raise EOFError
            self._out, self._at = self._frame.decompress(data), 0
        piece = self._out[self._at : self._at + size]
        self._at += len(piece)
        return piece

    def close(self) -> None:
        """Close nothing: the stream below is the caller's."""


# ---------------------------------------------------------------------------------------- zip


@contextlib.contextmanager
def _seekable(stream: Opened, raw: BinaryIO) -> Iterator[BinaryIO]:
    """Give a stream that can be searched from its end, as zip needs it: a pipe is copied."""
    try:
        raw.seek(0)
    except (OSError, ValueError):
        import shutil  # noqa: PLC0415 - slow to import, rarely needed
        import tempfile  # noqa: PLC0415 - as above

        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
            shutil.copyfileobj(stream, copy)
            yield cast("BinaryIO", copy)
    else:
        yield raw


def _zip_members(file: BinaryIO) -> Iterator[Member]:
    import zipfile  # noqa: PLC0415 - only for such files

    try:
        archive = zipfile.ZipFile(file)
        listed = [one for one in archive.infolist() if not one.is_dir()]
    except Exception as error:  # many kinds, all of them a damaged archive
        raise BrokenInputError(reason(error), hint="Download or pack it again.") from error
    if listed and listed[0].filename in _OFFICE:
        msg = "it is a document of an office program (docx, xlsx, odt)"
        raise BrokenInputError(msg, hint="Save it as plain text.")
    size = file.seek(0, 2)
    budget = Budget(lambda: size)
    listed = [one for one in listed if not _BESIDE.search(one.filename)]
    if not listed:
        msg = "the archive holds no file"
        raise BrokenInputError(msg, hint="Check what was packed.")
    for one in listed:
        shown = shown_name(one)
        try:
            stream = Opened(_open_member(archive, one), budget)
            _refuse_archive(stream.peek(_HEAD), inside=True)
        except InputError as error:
            yield Member(shown, None, error)
        else:
            yield Member(shown, stream)
            stream.close()


def _open_member(archive: zipfile.ZipFile, one: zipfile.ZipInfo) -> BinaryIO:
    """Open a member. Raises BrokenInputError for one that cannot be read."""
    if one.flag_bits & _ENCRYPTED:
        msg = "it is encrypted"
        raise BrokenInputError(msg, hint="Unpack the archive with its password.")
    if stat.S_ISLNK(one.external_attr >> 16):
        msg = "it is a link to another file"
        raise BrokenInputError(msg, hint="Name that file.")
    try:
        return cast("BinaryIO", archive.open(one))
    except Exception as error:  # unknown methods, wrong offsets, names that do not match
        raise BrokenInputError(reason(error), hint="Unpack the archive by hand.") from error


def shown_name(one: zipfile.ZipInfo) -> str:
    r"""Give the name of a member as messages show it: `../..\\x/a.ris` is `x/a.ris`.

    Names that are not marked as UTF-8 were written in the code page of a Windows: Chinese ones
    are GBK, which `zipfile` reads as code page 437.
    """
    name = one.orig_filename
    if not one.flag_bits & _IS_UTF8 and not name.isascii():
        with contextlib.suppress(UnicodeEncodeError):
            data = name.encode("cp437")
            for encoding in ("utf-8", "gb18030"):
                with contextlib.suppress(UnicodeDecodeError):
                    name = data.decode(encoding)
                    break
    parts = _UNSEEN.sub("", name.replace("\\", "/")).split("/")
    return "/".join(part for part in parts if part not in {"", ".", ".."}) or "unnamed"
