"""The options of `litconv convert`, with their help; other commands take theirs from here too."""

from __future__ import annotations

from typing import Annotated

import typer

from litconv.cli import inputs
from litconv.cli.report import Style
from litconv.options import Journals, Markup, Order, TitleCase

To = Annotated[
    str,
    typer.Option(
        "--to",
        "-t",
        metavar="FORMAT",
        rich_help_panel="Output",
        autocompletion=inputs.complete_writable,
        help="The format to write; may be left out when the ending of -o names it (.json is "
        "CSL-JSON).",
    ),
]
Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        rich_help_panel="Output",
        help="Write to FILE instead of stdout. FILE is replaced only when all went well.",
    ),
]
TitleCaseOption = Annotated[
    TitleCase,
    typer.Option(
        "--title-case",
        metavar="CASE",
        rich_help_panel="Input",
        help="keep (the default), or sentence: English titles in Title Case or capitals as "
        "APA prints them. Titles of journals, laws and programs keep theirs.",
    ),
]
Clean = Annotated[
    bool,
    typer.Option(
        "--clean",
        rich_help_panel="Input",
        help="Put values into their usual form: tags, stray marks, ISBN, ISSN, numbers.",
    ),
]
JournalsOption = Annotated[
    Journals,
    typer.Option(
        "--journals",
        metavar="FORM",
        rich_help_panel="Input",
        help="Names of journals: keep (the default), full as far as the input states it, or "
        "abbrev by ISO 4.",
    ),
]
KeyPattern = Annotated[
    str,
    typer.Option(
        "--key-pattern",
        metavar="PATTERN",
        rich_help_panel="Output",
        help="How citation keys are built, such as 'auth.lower + year' (see docs/keys.md).",
    ),
]
AsciiOnly = Annotated[
    bool,
    typer.Option(
        "--ascii",
        rich_help_panel="Output",
        help="Write letters beyond ASCII as LaTeX commands where the format has them.",
    ),
]
Extras = Annotated[
    bool,
    typer.Option(
        "--extras",
        rich_help_panel="Output",
        help="Also write subjects, citation counts and unknown labels.",
    ),
]
ProvenanceOption = Annotated[
    bool,
    typer.Option(
        "--provenance",
        rich_help_panel="Output",
        help="Write how each field is known (derived, merged, enriched, changed): as comments in "
        "BibTeX, in the note elsewhere; JSON has it anyway.",
    ),
]
MarkupOption = Annotated[
    Markup | None,
    typer.Option(
        "--markup",
        metavar="KIND",
        rich_help_panel="Output",
        help="How references are marked up: text (the default), html, markdown, rst, rtf, "
        "docx, terminal (italics and links) or jsonl; the ending of -o may say it, and .html makes "
        "a whole document.",
    ),
]
OrderOption = Annotated[
    Order,
    typer.Option(
        "--order",
        metavar="ORDER",
        rich_help_panel="Output",
        help="The order of references: style (as the style sorts, the default) or input.",
    ),
]
Drop = Annotated[
    list[str] | None,
    typer.Option(
        "--drop",
        metavar="FIELD",
        rich_help_panel="Output",
        autocompletion=inputs.complete_field,
        help="Leave out a field, such as abstract or keywords; again or with commas for more.",
    ),
]
Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar="FIELD",
        rich_help_panel="Output",
        autocompletion=inputs.complete_field,
        help="Write this field and no others but key and type; again or with commas for more.",
    ),
]
Strict = Annotated[
    bool,
    typer.Option(
        "--strict",
        rich_help_panel="Messages",
        help="Exit with 1 on any warning, and on any fact that was not written.",
    ),
]
Rejects = Annotated[
    str,
    typer.Option(
        "--rejects",
        metavar="FILE",
        rich_help_panel="Messages",
        help="Write the text of records that could not be read to FILE.",
    ),
]
Diagnostics = Annotated[
    Style,
    typer.Option(
        "--diagnostics",
        metavar="KIND",
        rich_help_panel="Messages",
        help="How messages are written to stderr: text (the default), json (one object a "
        "line) or none.",
    ),
]
