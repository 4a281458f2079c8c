"""What is said about the bytes and the text of inputs."""

from __future__ import annotations

from typing import Final

from litconv.codes.kinds import ERROR, INFO, WARNING, Code

READING: Final[dict[str, Code]] = {
    # ------------------------------------------------------------------ reading the bytes
    "control-character-removed": Code(
        WARNING,
        "The input holds control characters (terminal escape sequences, NUL bytes). They carry no "
        "bibliographic meaning and can take over a terminal, so they are taken out.",
        "Check the title and the abstract of the record if they came from a terminal or a PDF.",
    ),
    "encoding-guessed": Code(
        WARNING,
        "The input is not UTF-8 and has no byte order mark; the encoding named in the message "
        "fits its bytes.",
        "Look at a name or two in the output; say --encoding NAME if they are garbled.",
    ),
    "undecodable-bytes": Code(
        WARNING,
        "Some bytes are not valid in the input's encoding; each was replaced by U+FFFD (�).",
        "Say --encoding NAME, or save the input again as UTF-8.",
    ),
    "input-empty": Code(
        ERROR,
        "The input holds no text.",
        "Copy the page again, with the title and the labels; or save or export the file again.",
    ),
    "input-unreadable": Code(
        ERROR,
        "A file could not be opened or is no text; the other inputs were converted.",
        "Check the path and the permissions.",
    ),
    "format-unknown": Code(
        ERROR,
        "No format recognises the input; the other inputs were converted.",
        "Say --from FORMAT; `litconv formats` lists them.",
    ),
    "input-skipped": Code(
        WARNING,
        "A file in a folder is in no format that litconv reads, is empty, or is a page without the "
        "records that --include asks for. It was left out; name such a file to make it an error.",
        "Nothing to do if the file is no bibliography; otherwise name it, with --from FORMAT.",
    ),
    "format-by-content": Code(
        INFO,
        "The ending of a file's name belongs to another format than its text, or to a packed file "
        "that it is not; it was read as what the text is.",
        "Nothing to do; say --from FORMAT if the text was taken for what it is not.",
    ),
    "record-invalid": Code(
        ERROR,
        "A record could not be read and was set aside; the records around it were converted.",
        "Repair the place named in the message; --rejects FILE collects such records.",
    ),
    "entities-ignored": Code(
        WARNING,
        "An XML file declares entities of its own. With them a small file can fill the memory or "
        "make a program read other files, so none is used; where one stands, its name is kept.",
        "Nothing to do if the file holds no such names; otherwise put the text itself there.",
    ),
    "xml-repaired": Code(
        WARNING,
        "A record of an XML file was nearly well-formed: a bare `&` or `<`, an unknown entity or a "
        "forbidden character. It was read as what it must mean.",
        "Compare the text with the place named in the message.",
    ),
    "selection-empty": Code(
        ERROR,
        "The input has records, but none of the kind that --include asks for: a page that holds "
        "only a list has no main record, and none is made up.",
        "Say --include related, references or all, as the message proposes.",
    ),
    # ------------------------------------------------------------------ reading record pages
    "page-incomplete": Code(
        WARNING,
        "A record page ends or breaks off before its usual end; what was there was read.",
        "Copy the whole page, from the title to the list under 相关论文.",
    ),
    "line-not-understood": Code(
        WARNING,
        "A line fits nowhere; the record that it stands in or before keeps it as an extra field.",
        "Look at the line; if it holds a fact, add it by hand. `--to json` shows extra fields.",
    ),
    "unknown-label": Code(
        WARNING,
        "A label that litconv has no field for; label and value are kept as an extra field.",
        "`--to json` shows it; `--extras` writes it as a note where a format can hold one.",
    ),
    "unlinked-affiliation": Code(
        INFO,
        "The page numbers its affiliations but does not say which author belongs to which, so "
        "none was linked.",
        "Nothing to do; add the links by hand if you need them.",
    ),
    "unknown-affiliation": Code(
        WARNING,
        "An author is marked with the number of an affiliation that the page does not list.",
        "Compare with the page; the text may have been cut when it was copied.",
    ),
    "journal-unmarked": Code(
        WARNING,
        "A list entry runs title and journal together without a mark between them; it is kept "
        "whole, because a split would be a guess.",
        "Open the entry's own page, or copy the list in its form with one line for each part.",
    ),
    "reference-not-understood": Code(
        WARNING,
        "A list entry's source does not have a known form; what could be read was, and the whole "
        "text is kept as an extra field.",
        "Look at the entry; `--to json` shows its text.",
    ),
    "name-not-split": Code(
        WARNING,
        "A name could not be divided into family and given name with certainty and is kept whole, "
        "or a line among the authors names no person and is kept as an extra field.",
        "Check the names in the output.",
    ),
    "names-cut": Code(
        INFO,
        "The source ends a list of names in `et al.`, `等` or `and others`: there are more people "
        "than it names.",
        "Look up the full list if your style prints more names than the source has.",
    ),
    "pages-incomplete": Code(
        INFO,
        "The page range says that the work goes on elsewhere (`&`, `+`): only the first page is "
        "known.",
        "Nothing to do; add the last page by hand if you know it.",
    ),
    "value-not-understood": Code(
        WARNING,
        "A value does not have the form its field needs; its text is kept as an extra field.",
        "Look at the value at the place named in the message.",
    ),
    "syntax-repaired": Code(
        WARNING,
        "The text of a record is damaged (a brace, quote, comma or its last line is missing, or "
        "there is one too many); it was read as its writer most likely meant it.",
        "Look at the place named in the message, and at the fields behind it.",
    ),
    "comment-not-read": Code(
        INFO,
        "A BibTeX file has `@comment`, `@preamble` or text between its entries. To BibTeX that is "
        "comments and LaTeX code, so it is part of no record and not written.",
        "Nothing to do, unless it holds works: those need `@type{key,` before their fields. Put a "
        "`@preamble` whose commands the fields use into the output by hand.",
    ),
}
