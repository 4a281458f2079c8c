"""Bytes to text: encodings, newlines, control characters; lines and their places.

`decode` gives a `Source`, whose text comes block by block as it is asked for: memory stays flat
for readers that take the lines from `Source.stream`. The parts: `encodings` (which one it is),
`controls` (what is taken out), `decoding` (both, done to a stream) and `text` (the `Source`).
"""

from litconv.source.controls import strip_controls
from litconv.source.decoding import decode
from litconv.source.text import Source

__all__ = ["Source", "decode", "strip_controls"]
