"""What a BibTeX file holds besides entries: text between them, `@comment`, `@preamble`.

To BibTeX the first two are comments and the third is code for LaTeX, so nothing of it belongs to a
record. Nobody should lose it without a word all the same: it is said, once for a file. What
programs write for themselves stays unsaid (JabRef's `@comment{jabref-meta: …}`, BibDesk's groups,
Mendeley's header, Scopus' `EXPORT DATE:`), and so do lines that begin in `%`, which are comments to
biber too.

Text that looks like an entry is another thing: `article{key, …}` has lost its `@`, and the fields
below a damaged beginning have lost their entry. That is said at each place.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from litconv.diagnostics import Diagnostics
from litconv.formats.bibtex.scan import Block
from litconv.model import Span
from litconv.source import Source

_BLANK: Final = " \n\t,;{}()\ufeff"
_TWO: Final = 2
_FIELD: Final = re.compile(r"^[ \t]*+[A-Za-z][\w-]*+[ \t]*+=[ \t]*+[{\"\d]", re.MULTILINE)
_ENTRY: Final = re.compile(
    r"^[ \t]*+(?:@[@ \t]*+\w++\s*+[{(]|[^\W\d]\w*+[ \t]*+\{)"
    r"[^\n=\"{}]*+(?:\n[^\n=\"{}]*+)?=[ \t]*+[{\"\d]",
    re.MULTILINE,
)
_PROGRAMS: Final = re.compile(
    r"""[ \t]*+(?:
        [%<]|//                                             # comments, rubbish of a web page
        |encoding\s*[:=]|created\ (?:with|by)\b|generated\ (?:with|by|from)\b
        |this\ (?:file|bibliography|bibtex)\b.*\b(?:created|generated|exported)\b
        |(?:automatically\ generated|any\ changes\ to\ this\ file)\b  # Mendeley
        |bibtex\ export\ options\b
        |scopus\s*$|export\ date\s*:                        # Scopus
        |(?:query\ results\ from\ the\ ads|retrieved\ \d+\ abstract)   # NASA's ADS
        |jabref|bibdesk|x-kbibtex|kbibtex|mendeley|zotero|bibtexparser
    )""",
    re.IGNORECASE | re.VERBOSE,
)


class Outside:
    """Looks at what stands outside of the entries of one file; says at its end what was left."""

    def __init__(self, diagnostics: Diagnostics) -> None:
        self._source = Source("", "")
        self._diagnostics = diagnostics
        self._first: Span | None = None
        self._lines = 0
        self._blocks: dict[str, int] = {}

    def enter(self, source: Source) -> None:
        """Say what the offsets that follow are of: the file, or a part of it."""
        self._source = source

    def text(self, start: int, end: int) -> None:
        """Look at what stands between two blocks."""
        text = self._source.text
        if not text[start:end].strip(_BLANK):
            return
        if self._looks_like_entry(start, end):
            return
        place = start
        for line in text[start:end].split("\n"):
            if line.strip(_BLANK) and not _PROGRAMS.match(line):
                self._lines += 1
                self._note(place + len(line) - len(line.lstrip()))
            place += len(line) + 1

    def block(self, block: Block) -> None:
        """Look at a `@comment` or `@preamble`; a `@string` was read."""
        if block.word == "string":
            return
        text = self._source.text[block.start : block.end].lstrip("@ \t")[len(block.word) :]
        said = text.strip(_BLANK)
        if said and not (block.word == "comment" and _PROGRAMS.match(said)):
            self._blocks[block.word] = self._blocks.get(block.word, 0) + 1
            self._note(block.start)

    def close(self) -> None:
        """Say what was left out."""
        if self._first is None:
            return
        parts = [f"{count} @{word}" for word, count in self._blocks.items()]
        if self._lines:
            parts.append(
                f"{self._lines} line{'s' * (self._lines != 1)} of text between the entries"
            )
        self._diagnostics.report(
            "comment-not-read",
            f"not part of any entry, left out: {', '.join(parts)}",
            span=self._first,
        )

    def _note(self, place: int) -> None:
        if self._first is None:
            self._first = self._source.span(place)

    def _looks_like_entry(self, start: int, end: int) -> bool:
        """Report and set aside an entry that has lost its beginning; say whether there is one."""
        text = self._source.text
        if found := _ENTRY.search(text, start, end):
            head = found.start()
            message = "this looks like an entry, but does not begin as one (`@type{key,`)"
        else:
            fields = list(islice(_FIELD.finditer(text, start, end), _TWO))
            if len(fields) < _TWO:
                return False
            before = text[start : fields[0].start()].rstrip()
            head = max(before.rfind("\n") + 1 + start, start) if before else fields[0].start()
            message = "fields outside of an entry; the beginning of theirs may be damaged"
        span = self._source.span(head)
        self._diagnostics.report("line-not-understood", message, span=span)
        self._diagnostics.reject(text[head:end].strip("\n") + "\n")
        return True
