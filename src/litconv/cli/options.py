"""The options that `convert`, `merge` and `enrich` have in common, with their help."""

from __future__ import annotations

import dataclasses
from typing import Annotated

from litconv.cli import inputs
from litconv.cli.panels import input_option, message_option, output_option
from litconv.cli.report import Style
from litconv.options import Include, Journals, Markup, Order, TitleCase


@dataclasses.dataclass(frozen=True, kw_only=True)
class Writing:
    """What is written, where, and how."""

    to: Annotated[
        str,
        output_option(
            "--to",
            "-t",
            metavar="FORMAT",
            autocompletion=inputs.complete_writable,
            help="The format to write; may be left out when the ending of -o names it (.json is "
            "CSL-JSON).",
        ),
    ] = ""
    output: Annotated[
        str,
        output_option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to FILE instead of stdout. FILE is replaced only when all went well.",
        ),
    ] = ""
    key_pattern: Annotated[
        str,
        output_option(
            "--key-pattern",
            metavar="PATTERN",
            help="How citation keys are built, such as 'auth.lower + year' (see docs/keys.md).",
        ),
    ] = ""
    ascii_only: Annotated[
        bool,
        output_option(
            "--ascii",
            help="Write letters beyond ASCII as LaTeX commands where the format has them.",
        ),
    ] = False
    extras: Annotated[
        bool,
        output_option(
            "--extras",
            help="Also write subjects, citation counts and unknown labels.",
        ),
    ] = False
    provenance: Annotated[
        bool,
        output_option(
            "--provenance",
            help="Write how each field is known (derived, merged, enriched, changed): as comments "
            "in BibTeX, in the note elsewhere; JSON has it anyway.",
        ),
    ] = False
    markup: Annotated[
        Markup | None,
        output_option(
            "--markup",
            metavar="KIND",
            help="How references are marked up: text (the default), html, markdown, rst, rtf, "
            "docx, terminal (italics and links) or jsonl; the ending of -o may say it, and .html "
            "makes a whole document.",
        ),
    ] = None
    order: Annotated[
        Order,
        output_option(
            "--order",
            metavar="ORDER",
            help="The order of references: style (as the style sorts, the default) or input.",
        ),
    ] = Order.STYLE
    locale: inputs.Locale = ""
    drop: Annotated[
        list[str] | None,
        output_option(
            "--drop",
            metavar="FIELD",
            autocompletion=inputs.complete_field,
            help="Leave out a field, such as abstract or keywords; again or with commas for more.",
        ),
    ] = None
    only: Annotated[
        list[str] | None,
        output_option(
            "--only",
            metavar="FIELD",
            autocompletion=inputs.complete_field,
            help="Write this field and no others but key and type; again or with commas for more.",
        ),
    ] = None


@dataclasses.dataclass(frozen=True, kw_only=True)
class Reading:
    """How input is read and refined."""

    source: inputs.From = ""
    include: inputs.Kind = Include.MAIN
    encoding: inputs.Encoding = ""
    keep_case: inputs.KeepCase = False
    title_case: Annotated[
        TitleCase,
        input_option(
            "--title-case",
            metavar="CASE",
            help="keep (the default), or sentence: English titles in Title Case or capitals as "
            "APA prints them. Titles of journals, laws and programs keep theirs.",
        ),
    ] = TitleCase.KEEP
    no_derive: inputs.NoDerive = False
    clean: Annotated[
        bool,
        input_option(
            "--clean",
            help="Put values into their usual form: tags, stray marks, ISBN, ISSN, numbers.",
        ),
    ] = False
    journals: Annotated[
        Journals,
        input_option(
            "--journals",
            metavar="FORM",
            help="Names of journals: keep (the default), full as far as the input states it, or "
            "abbrev by ISO 4.",
        ),
    ] = Journals.KEEP
    library: Annotated[
        list[str] | None,
        input_option(
            "--library",
            metavar="FILE",
            help="Complete records from this bibliography or folder, which is not written itself; "
            "again for more.",
        ),
    ] = None


@dataclasses.dataclass(frozen=True, kw_only=True)
class Messages:
    """What is said, how, and what it means for the exit code."""

    strict: Annotated[
        bool,
        message_option(
            "--strict",
            help="Exit with 1 on any warning, and on any fact that was not written.",
        ),
    ] = False
    rejects: Annotated[
        str,
        message_option(
            "--rejects",
            metavar="FILE",
            help="Write the text of records that could not be read to FILE.",
        ),
    ] = ""
    diagnostics: Annotated[
        Style,
        message_option(
            "--diagnostics",
            metavar="KIND",
            help="How messages are written to stderr: text (the default), json (one object a "
            "line) or none.",
        ),
    ] = Style.TEXT
    quiet: inputs.Quiet = False
