"""The marks of GB/T 7714, `[J]`, `[EB/OL]`, and what stands around every entry.

Sources: GB/T 7714—2005, 2015 and 2025, appendix of document types and carriers; `K` and the
pair `[A]…[C]` are from CNKI's older output and the 1987 edition.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from litconv.model import ItemType
from litconv.text.patterns import late
from litconv.text.width import fold

TYPES: Final = {
    "J": ItemType.ARTICLE_JOURNAL,
    "M": ItemType.BOOK,
    "C": ItemType.PAPER_CONFERENCE,
    "G": ItemType.COLLECTION,
    "N": ItemType.ARTICLE_NEWSPAPER,
    "D": ItemType.THESIS,
    "R": ItemType.REPORT,
    "S": ItemType.STANDARD,
    "P": ItemType.PATENT,
    "A": ItemType.MANUSCRIPT,  # archives
    "K": ItemType.BOOK,  # reference works
    "Z": ItemType.DOCUMENT,
    "EB": ItemType.WEBPAGE,
    "DB": ItemType.DATASET,
    "DS": ItemType.DATASET,
    "CP": ItemType.SOFTWARE,
    "CM": ItemType.MAP,
    "PP": ItemType.ARTICLE,
}

MARK: Final = re.compile(r"\[\s?([JMCGNDRSPAKZ]|EB|DB|DS|CP|CM|PP)(?:\s?/\s?(OL|MT|DK|CD))?\s?\]")
NUMBER: Final = re.compile(r"\s*(?:[\[(]\s?(\d{1,4})\s?[\])]\s*[.,]?|(\d{1,3})[.,](?!\d))\s*")
# CNKI's 查新 puts these under an entry.
BELOW: Final = re.compile(
    r"\s*(摘\s*要|关键词|关键字|基金|Abstract|Keywords?)\s*[::]\s*", re.IGNORECASE
)
_HEADING: Final = re.compile(
    r"[\s#*=\[-]*(?:主要)?(?:参考文献|参考资料|引用文献|references?|bibliography|works cited)"
    r"[\s:*=\]-]*",
    re.IGNORECASE,
)
_WIDE: Final = late(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]")
_LONGEST: Final = 5000  # characters; no reference is longer


# What starts lines of other formats: tags, and the labels of record pages.
_OTHER: Final = late(
    r"^[ \t\u3000]*(?:%[0A-Z] |[A-Z][A-Z0-9]  ?- |[{@<]|RT |FN |DataType"
    r"|[A-Za-z]+-[\u3400-\u9fff]+[:：]"
    r"|(?:摘要|关键词|作者|机构|来源|基金|学科分类号|中图分类号|相关论文|参考文献|DOI)"
    r"[ \t]{0,9}[:：]?[ \t]*$|共 ?\d+ ?条|\[\d+\][ \t]*$|\[[A-Z]\]\.?[ \t]*$)"
    r"|\[J\]\. .{0,300}?\d \(\w{1,20}\) ?: ",  # the lists of record pages
    re.MULTILINE,
)
_HEADINGS: Final = re.compile(r"[\[【#]{0,6}[ \t]{0,3}参考文献[ \t\]】:：]*\n")
_SHARE: Final = 0.8


class Entry(NamedTuple):
    """One reference: its text without its number, its place, and the lines below it."""

    text: str
    line: int
    column: int
    numbered: bool
    below: tuple[tuple[str, str], ...] = ()


def has_sure_mark(text: str) -> bool:
    """Say whether a mark is followed by what the standard puts there: a stop, or `//`."""
    match = MARK.search(folded := fold(text))
    return match is not None and re.match(r"\s*(?:[.,]|//|$)", folded[match.end() :]) is not None


def has_mark(text: str) -> bool:
    """Say whether a text holds a mark such as `[J]` or `［EB/OL］`."""
    return MARK.search(fold(text)) is not None


def is_reference_list(head: str) -> bool:
    """Say whether the begin of a text is a list after the standard and nothing else.

    Nearly every entry has to have its mark; record pages, whose lists have marks too, and other
    formats are told by their labels and tags.
    """
    text = _HEADINGS.sub("", head, count=1)
    if _OTHER.search(text) or not has_mark(text):
        return False
    found = entries(text.split("\n"))
    whole = found[:-1] if len(found) > 1 else found  # the last may be cut
    marked = sum(1 for one in whole if has_sure_mark(one.text))
    return marked >= len(whole) * _SHARE and has_sure_mark(found[0].text)


def entries(lines: list[str]) -> list[Entry]:
    """Divide lines into entries; those without number or mark go on with the one before.

    In a list with numbers only these start an entry. In one without, a line starts an entry where
    the one before it has its mark and ends in a full stop, or where a blank line stands between.
    """
    numbered = sum(1 for line in lines if _starts(line)) * 2 > sum(map(has_mark, lines))
    found: list[Entry] = []
    expected = 0
    gap = True
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if not text or _HEADING.fullmatch(fold(text)):
            gap = True
            continue
        column = len(line) - len(line.lstrip()) + 1
        if found and (label := BELOW.match(fold(text))):
            last = found[-1]
            found[-1] = last._replace(below=(*last.below, (label[1], text[label.end() :])))
            gap = False
            continue
        start = _starts(line)
        too_long = bool(found) and len(found[-1].text) > _LONGEST
        if not found or too_long or (start if numbered else _is_new(found[-1], text, gap=gap)):
            at = start.end() if start else column - 1
            found.append(Entry(line[at:].strip(), number, at + 1, start is not None))
            expected = int(start[1] or start[2]) + 1 if start else 0
        else:
            found[-1] = found[-1]._replace(text=_joined(found[-1].text, text))
        gap = False
        expected = _divide(found, expected)
    return found


def _starts(line: str) -> re.Match[str] | None:
    match = NUMBER.match(fold(line))
    return match if match and match.end() < len(line) else None


def _is_new(last: Entry, text: str, *, gap: bool) -> bool:
    if len(last.text) > _LONGEST:
        return True
    done = has_mark(last.text)
    if gap and not done:
        return has_mark(text)
    return done and (gap or fold(last.text).endswith(".") or has_mark(text))


def _divide(found: list[Entry], expected: int) -> int:
    """Divide entries that stand in one line: `[1] … [2] …`."""
    while expected:
        last = found[-1]
        match = re.compile(rf"(?<=[.\s])\[{expected}\]\s*(?=[^\s.])").search(fold(last.text))
        if match is None or not has_mark(last.text[: match.start()]):
            break
        found[-1] = last._replace(text=last.text[: match.start()].strip())
        column = last.column + match.end()
        found.append(Entry(last.text[match.end() :].strip(), last.line, column, numbered=True))
        expected += 1
    return expected


def _joined(before: str, after: str) -> str:
    wide = _WIDE.match(before[-1:]) and _WIDE.match(after)
    return before + ("" if wide or before.endswith(("-", "/", "–")) else " ") + after
