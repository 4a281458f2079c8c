"""A stream of bytes to text, block by block; what was guessed and what was damaged is said.

The encoding is told by the first bytes (`encodings.by_mark`), or by the first block that holds
anything beyond ASCII; the blocks before it are the same in every encoding that is left then.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO, Final

from litconv.diagnostics import Diagnostics, InputError
from litconv.model import Span
from litconv.source.controls import CONTROL, has_controls, looks_binary, plain_newlines
from litconv.source.encodings import Encoding, by_letters, by_mark
from litconv.source.text import Source

BLOCK: Final = 1 << 20
"""Bytes that are read at once; blocks are cut at the end of a line, if one comes soon."""

_LONGEST_LINE: Final = 1 << 16
_LOOKED_AT: Final = 1 << 16


def decode(
    data: bytes | BinaryIO,
    name: str,
    diagnostics: Diagnostics,
    *,
    encoding: str | None = None,
    block: int = BLOCK,
) -> Source:
    r"""Turn the bytes of the input called `name` into a `Source`.

    `encoding` decides if given; otherwise the rules of `litconv.source.encodings` do. Reads one
    block, and the others when they are asked for; what there is to say about them is said then.
    Raises InputError for binary data and for an encoding Python does not know.
    """
    stream = io.BytesIO(data) if isinstance(data, bytes) else data
    remarks = Diagnostics()  # of no use where the data turn out to be no text
    decoding = _Decoding(name, remarks, encoding)
    pieces = decoding.pieces(_blocks(stream, block))
    first = next(pieces, "")
    while not first or first.isspace():
        more = next(pieces, None)
        if more is None:
            break
        first += more
    decoding.tell(diagnostics)
    if decoding.ended:
        return Source(name, first)
    return Source(name, first, pieces)


def _blocks(stream: BinaryIO, size: int) -> Iterator[tuple[bytes, bool]]:
    """Yield blocks of bytes, each with whether it is the last."""
    data = stream.read(size)
    while len(data) == size:
        data += stream.readline(_LONGEST_LINE)
        following = stream.read(size)
        if not following:
            break
        yield data, False
        data = following
    yield data, True


class _Decoding:
    """The state of one input between two blocks."""

    def __init__(self, name: str, remarks: Diagnostics, encoding: str | None) -> None:
        self.name = name
        self.ended = False
        self._said = remarks
        self._named = encoding
        self._encoding = ""
        self._first_block = True
        self._looked_at = False
        self._decoder: codecs.IncrementalDecoder | None = None
        self._held = ""  # a `\r` at the end of a block, which a `\n` may follow
        self._open: list[str] = []  # the beginning of a line that goes on in the next block
        self._line = 1
        self._given = 0  # signs of that line that were given already, for it is very long
        self._controls = 0
        self._first_control: Span | None = None

    def tell(self, diagnostics: Diagnostics) -> None:
        """Say to `diagnostics` what was remarked until now, and from now on at once."""
        for one in self._said.items:
            diagnostics.report(one.code, one.message, hint=one.hint, span=one.span)
        self._said = diagnostics

    def pieces(self, blocks: Iterator[tuple[bytes, bool]]) -> Iterator[str]:
        """Yield the clean text in pieces that end where a line ends, or in a very long one."""
        for data, last in blocks:
            text = self._held + self._decoded(data, last=last)
            self._held = ""
            if not last and text.endswith("\r"):
                text, self._held = text[:-1], "\r"
            self._first_block = False
            text = plain_newlines(text)
            if "\ufeff" in text:
                text = self._without_marks(text)
            if not self._looked_at and text:  # at once: `/dev/zero` has no line that ends
                self._look(text)
            clean = self._without_controls(self._whole_lines(text, last=last))
            if last:
                self.ended = True
                self._report_controls()
            yield clean

    def _without_marks(self, text: str) -> str:
        """Take off the byte order mark, and those that joined files have at the start of a line."""
        if not (self._open or self._given):
            text = text.removeprefix("\ufeff")
        return text.replace("\n\ufeff", "\n")

    # ------------------------------------------------------------------ bytes to text
    def _decoded(self, data: bytes, *, last: bool) -> str:
        if self._first_block:
            found = Encoding(self._named) if self._named else by_mark(data)
            if found:
                data = data[found.mark :]
                self._decoder = self._choose(found)
        if self._decoder is None:
            if data.isascii():
                return data.decode("ascii")
            self._decoder = self._choose(by_letters(data, whole=self._first_block and last))
        return self._decode(data, self._decoder, last=last)

    def _choose(self, found: Encoding) -> codecs.IncrementalDecoder:
        self._encoding = found.name
        decoder = _decoder(found.name, "strict")
        if found.remark:
            self._said.report(
                "encoding-guessed", found.remark, hint=found.hint, span=Span(self.name)
            )
        return decoder

    def _decode(self, data: bytes, decoder: codecs.IncrementalDecoder, *, last: bool) -> str:
        """Decode; from the first byte that cannot be decoded on, such bytes are replaced."""
        before = decoder.getstate() if decoder.errors == "strict" else None
        try:
            return decoder.decode(data, last)
        except UnicodeDecodeError as error:
            if before is None:  # an encoding that cannot replace: `punycode`
                raise _unknown(self._encoding) from None
            self._report_undecodable(error)
            self._decoder = lenient = _decoder(self._encoding, "replace")
            lenient.setstate(before)
            return self._decode(data, lenient, last=last)
        except ValueError as error:  # `utf-16` and `utf-32` want a byte order mark
            msg = f"cannot be read as {self._encoding}: {error}"
            hint = "Say what order the bytes have, such as utf-16-le, or leave --encoding out."
            raise InputError(msg, hint=hint) from None

    def _report_undecodable(self, error: UnicodeDecodeError) -> None:
        before = error.object[: error.start].decode(self._encoding, "replace")
        before = self._without_marks(plain_newlines(self._held + before))
        before = "".join([*self._open, before])
        self._said.report(
            "undecodable-bytes",
            f"byte 0x{error.object[error.start]:02x} is not valid {error.encoding}; it and others "
            "like it were replaced by �",
            span=self._place(before),
            hint="say --encoding NAME",
        )

    # ------------------------------------------------------------------ text to clean text
    def _whole_lines(self, text: str, *, last: bool) -> str:
        """Give the lines that have ended, and keep the beginning of another for the next block.

        Where a whole block is of one line it is given, unless a control sequence may go on.
        """
        end = len(text) if last else text.rfind("\n") + 1
        if not end and (len(self._open) > 1 or has_controls("".join([*self._open, text]))):
            self._open.append(text)
            return ""
        end = end or len(text)
        piece = "".join([*self._open, text[:end]])
        self._open = [text[end:]] if end < len(text) else []
        return piece

    def _without_controls(self, piece: str) -> str:
        """Take the control characters out, count them, and count the lines."""
        clean = piece
        if has_controls(piece):
            first = CONTROL.search(piece)
            clean, count = CONTROL.subn("", piece)
            self._controls += count
            if first and not self._first_control:
                self._first_control = self._place(piece[: first.start()])
        if newlines := piece.count("\n"):
            self._line += newlines
            self._given = 0
        self._given += len(piece) - (piece.rfind("\n") + 1)
        return clean

    def _look(self, text: str) -> None:
        """Raise InputError where the beginning of the text is none."""
        self._looked_at = True
        if has_controls(text[:_LOOKED_AT]) and looks_binary(text):
            msg = "the input is not text"
            raise InputError(msg, hint="Give a record page or a bibliography saved as text.")

    def _report_controls(self) -> None:
        if self._controls:
            self._said.report(
                "control-character-removed",
                f"{self._controls} control character{'s' * (self._controls != 1)} removed, the "
                "first one here",
                span=self._first_control,
            )

    def _place(self, before: str) -> Span:
        """Give the place after the text `before`, which follows what was given until now."""
        line = before.count("\n")
        column = len(before) - (before.rfind("\n") + 1) + 1
        return Span(self.name, self._line + line, column if line else self._given + column)


def _decoder(encoding: str, errors: str) -> codecs.IncrementalDecoder:
    """Give a decoder. Raises InputError for what is no encoding of text."""
    try:
        b"a".decode(encoding, "replace")
        return codecs.getincrementaldecoder(encoding)(errors)
    except (LookupError, ValueError):  # unknown, or no encoding of text (`base64`, `undefined`)
        raise _unknown(encoding) from None


def _unknown(encoding: str) -> InputError:
    msg = f"unknown encoding {encoding!r}"
    return InputError(msg, hint="Try utf-8, gb18030, big5 or latin-1.")
