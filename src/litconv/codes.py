"""Every kind of diagnostic, once: how bad it is, what it means, what to do.

`litconv explain CODE` prints what stands here, and docs/diagnostics.md is made from it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """error: a record was lost; warning: a value was guessed, changed or dropped; info: a note."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Code(NamedTuple):
    """A kind of diagnostic: how bad it is, what it means, what the user can do."""

    severity: Severity
    meaning: str
    remedy: str


_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

CODES: dict[str, Code] = {
    # ------------------------------------------------------------------ reading the bytes
    "control-character-removed": Code(
        _W,
        "The input holds control characters (terminal escape sequences, NUL bytes). They carry no "
        "bibliographic meaning and can take over a terminal, so they are taken out.",
        "Check the title and the abstract of the record if they came from a terminal or a PDF.",
    ),
    "encoding-guessed": Code(
        _W,
        "The input is not UTF-8 and has no byte order mark; the encoding named in the message "
        "fits its bytes.",
        "Look at a name or two in the output; say --encoding NAME if they are garbled.",
    ),
    "undecodable-bytes": Code(
        _W,
        "Some bytes are not valid in the input's encoding; each was replaced by U+FFFD (�).",
        "Say --encoding NAME, or save the input again as UTF-8.",
    ),
    "input-empty": Code(
        _E,
        "The input holds no text.",
        "Copy the page again, with the title and the labels.",
    ),
    "input-unreadable": Code(
        _E,
        "A file could not be opened or is no text; the other inputs were converted.",
        "Check the path and the permissions.",
    ),
    "format-unknown": Code(
        _E,
        "No format recognises the input; the other inputs were converted.",
        "Say --from FORMAT; `litconv formats` lists them.",
    ),
    "format-by-content": Code(
        _I,
        "The ending of a file's name belongs to another format than its text; it was read as what "
        "the text is.",
        "Nothing to do; say --from FORMAT if the text was taken for what it is not.",
    ),
    "record-invalid": Code(
        _E,
        "A record could not be read and was set aside; the records around it were converted.",
        "Repair the place named in the message; --rejects FILE collects such records.",
    ),
    "entities-ignored": Code(
        _W,
        "An XML file declares entities of its own. With them a small file can fill the memory or "
        "make a program read other files, so none is used; where one stands, its name is kept.",
        "Nothing to do if the file holds no such names; otherwise put the text itself there.",
    ),
    "xml-repaired": Code(
        _W,
        "A record of an XML file was nearly well-formed: a bare `&` or `<`, an unknown entity or a "
        "forbidden character. It was read as what it must mean.",
        "Compare the text with the place named in the message.",
    ),
    "selection-empty": Code(
        _E,
        "The input has records, but none of the kind that --include asks for: a page that holds "
        "only a list has no main record, and none is made up.",
        "Say --include related, references or all, as the message proposes.",
    ),
    # ------------------------------------------------------------------ reading record pages
    "page-incomplete": Code(
        _W,
        "A record page ends or breaks off before its usual end; what was there was read.",
        "Copy the whole page, from the title to the list under 相关论文.",
    ),
    "line-not-understood": Code(
        _W,
        "A line of the input fits nowhere; the record after it keeps it as an extra field.",
        "Look at the line; if it holds a fact, add it by hand. `--to json` shows extra fields.",
    ),
    "unknown-label": Code(
        _W,
        "A label that litconv has no field for; label and value are kept as an extra field.",
        "`--to json` shows it; `--extras` writes it as a note where a format can hold one.",
    ),
    "unlinked-affiliation": Code(
        _I,
        "The page numbers its affiliations but does not say which author belongs to which, so "
        "none was linked.",
        "Nothing to do; add the links by hand if you need them.",
    ),
    "unknown-affiliation": Code(
        _W,
        "An author is marked with the number of an affiliation that the page does not list.",
        "Compare with the page; the text may have been cut when it was copied.",
    ),
    "journal-unmarked": Code(
        _W,
        "A list entry runs title and journal together without a mark between them; it is kept "
        "whole, because a split would be a guess.",
        "Open the entry's own page, or copy the list in its form with one line for each part.",
    ),
    "reference-not-understood": Code(
        _W,
        "A list entry's source does not have a known form; what could be read was, and the whole "
        "text is kept as an extra field.",
        "Look at the entry; `--to json` shows its text.",
    ),
    "name-not-split": Code(
        _W,
        "A name could not be divided into family and given name with certainty and is kept whole, "
        "or a line among the authors names no person and is kept as an extra field.",
        "Check the names in the output.",
    ),
    "names-cut": Code(
        _I,
        "The source ends a list of names in `et al.`, `等` or `and others`: there are more people "
        "than it names.",
        "Look up the full list if your style prints more names than the source has.",
    ),
    "pages-incomplete": Code(
        _I,
        "The page range says that the work goes on elsewhere (`&`, `+`): only the first page is "
        "known.",
        "Nothing to do; add the last page by hand if you know it.",
    ),
    "value-not-understood": Code(
        _W,
        "A value does not have the form its field needs; its text is kept as an extra field.",
        "Look at the value at the place named in the message.",
    ),
    "syntax-repaired": Code(
        _W,
        "The text of a record is damaged (a brace, quote or comma is missing or too many); it was "
        "read as its writer most likely meant it.",
        "Look at the place named in the message, and at the fields behind it.",
    ),
    # ------------------------------------------------------------------ refining
    "title-recased": Code(
        _W,
        "A title in capitals, or with --title-case sentence one in Title Case, was put into "
        "sentence case. Names of people and places inside it cannot all be known and may have "
        "lost their capital.",
        "Check the proper nouns, or say --keep-case to leave capitals as they are.",
    ),
    "journal-recased": Code(
        _W,
        "A journal name in capitals was put into title case; known acronyms are kept.",
        "Check unusual names, or say --keep-case to leave capitals as they are.",
    ),
    "name-recased": Code(
        _I,
        "A family name, a publisher or a place in capitals was put into mixed case.",
        "Check names such as MacDonald or van der Berg, or say --keep-case.",
    ),
    "value-cleaned": Code(
        _I,
        "--clean put some values of a record into their usual form: tags and entities, doubled "
        "blanks, stray stops, hyphens of ISBN and ISSN, padded numbers.",
        "Nothing to do; `--to json` shows each value as it was, under provenance.",
    ),
    "identifier-invalid": Code(
        _W,
        "The check digit of an ISBN or ISSN is wrong, or it is too short or too long; it was left "
        "as it is.",
        "Compare it with the source; a digit may be mistyped.",
    ),
    "journal-unknown": Code(
        _W,
        "--journals full met an abbreviated name whose full form neither the record nor another "
        "one of the input states; it stays abbreviated.",
        "Add the full name by hand, or convert together with a file that has it.",
    ),
    "field-derived": Code(
        _I,
        "A field that the source does not state was read off the DOI, whose form at this publisher "
        "tells it. It is marked as derived (`--to json` shows the rule, under provenance).",
        "Nothing to do; say --no-derive to have only what the source states.",
    ),
    "doi-conflict": Code(
        _W,
        "The DOI tells a first page, volume, issue or year that the record states otherwise. It "
        "may be the DOI of another work, so nothing was derived from it.",
        "Open the DOI and compare; one of the two is wrong.",
    ),
    "missing-field": Code(
        _W,
        "The source does not state something that a reference of this type needs; nothing was "
        "made up.",
        "Let `litconv enrich` look it up, take it from other files with --complete, or add it by "
        "hand.",
    ),
    # ------------------------------------------------------------------ asking services
    "enriched": Code(
        _I,
        "Empty fields were filled with what a service says about the work.",
        "Nothing to do; `--to json` shows each field's service and time under provenance.",
    ),
    "enrich-mismatch": Code(
        _W,
        "A DOI belongs to a work with another title: one of the two is wrong. Nothing was taken.",
        "Check the DOI at https://doi.org/.",
    ),
    "enrich-not-found": Code(
        _I,
        "No service knows the work, or with --offline its answer was not kept from an earlier run.",
        "Check the DOI; run once without --offline to fetch the answer.",
    ),
    "enrich-failed": Code(
        _W,
        "A service could not be reached or gave no answer of use; records stay without it.",
        "Try again later: answers that came in are kept and not asked for again.",
    ),
    # ------------------------------------------------------------------ writing
    "field-not-written": Code(
        _W,
        "The output format has no place for a field of the record.",
        "Choose another format; `--to json` keeps everything, --extras keeps extra facts as notes.",
    ),
    "extra-not-written": Code(
        _I,
        "Extra facts (subjects, citation count, unknown labels) are not part of a plain entry.",
        "Say --extras to write them as fields or notes that bibliography programs ignore.",
    ),
    "key-changed": Code(
        _I,
        "Two records would have had the same citation key: a letter was added to the later one. Or "
        "a key had characters that BibTeX does not allow in keys: they were taken out.",
        "Nothing to do; say --key-pattern to build other keys.",
    ),
    "not-ascii": Code(
        _W,
        "With --ascii, some letters have no form in the output format's ASCII (Chinese has none "
        "in LaTeX); they were written as they are.",
        "Use a Unicode engine (XeLaTeX, LuaLaTeX), or put a romanized form in by hand.",
    ),
    "reference-fallback": Code(
        _W,
        "A reference could not be formatted by its style; a plain form was written instead.",
        "Check the reference; the message says what went wrong.",
    ),
    "reference-not-listed": Code(
        _W,
        "The style puts works of this kind into no list of references (APA cites personal "
        "communications in the text only), so nothing was written.",
        "Check the type of the record; if it is right, cite the work in the text.",
    ),
    # ------------------------------------------------------------------ merging records
    "records-merged": Code(
        _I,
        "Records of the same work were merged into one; the message says where they stood and how "
        "they were known to be one.",
        "`litconv merge --report text` lists all of them; --threshold 1 merges equal titles only.",
    ),
    "merge-conflict": Code(
        _W,
        "Two records of the same work state different values for a field. The value of the first "
        "(with --keep best: of the most complete one) was kept.",
        "Look at the work itself. The other value stands in the message and in the provenance.",
    ),
    "record-completed": Code(
        _I,
        "Fields that the record did not state were filled from another record of the same work: a "
        "list on another page, or the bibliography named by --library.",
        "`--to json` says for each field where it came from.",
    ),
    # ------------------------------------------------------------------ running the program
    "usage-error": Code(
        _E,
        "The command line names an option, a format or a combination that does not exist; nothing "
        "was done.",
        "`litconv COMMAND --help` shows what there is, with examples.",
    ),
    "output-unwritable": Code(
        _E,
        "The output could not be written. A file that was there before is unchanged.",
        "Check the folder, its permissions and the free space, or choose another place with -o.",
    ),
    "nothing-found": Code(
        _E,
        "The input was read, but no record was found in it; nothing was written.",
        "Check that the input is what you meant, or say --from FORMAT.",
    ),
    "internal-error": Code(
        _E,
        "litconv made a mistake of its own. Output files are unchanged.",
        "Please report it, with the input if you can. LITCONV_DEBUG=1 shows where it happened.",
    ),
}
