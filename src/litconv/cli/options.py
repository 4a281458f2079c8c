"""The options that `convert`, `merge` and `enrich` have in common, with their help."""

from __future__ import annotations

import dataclasses
from typing import Annotated

import typer

from litconv.cli import inputs
from litconv.cli.report import Style
from litconv.options import Include, Journals, Markup, Order, TitleCase


@dataclasses.dataclass(frozen=True, kw_only=True)
class Writing:
    """What is written, where, and how."""

    to: Annotated[
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
    ] = ""
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            rich_help_panel="Output",
            help="Write to FILE instead of stdout. FILE is replaced only when all went well.",
        ),
    ] = ""
    key_pattern: Annotated[
        str,
        typer.Option(
            "--key-pattern",
            metavar="PATTERN",
            rich_help_panel="Output",
            help="How citation keys are built, such as 'auth.lower + year' (see docs/keys.md).",
        ),
    ] = ""
    ascii_only: Annotated[
        bool,
        typer.Option(
            "--ascii",
            rich_help_panel="Output",
            help="Write letters beyond ASCII as LaTeX commands where the format has them.",
        ),
    ] = False
    extras: Annotated[
        bool,
        typer.Option(
            "--extras",
            rich_help_panel="Output",
            help="Also write subjects, citation counts and unknown labels.",
        ),
    ] = False
    provenance: Annotated[
        bool,
        typer.Option(
            "--provenance",
            rich_help_panel="Output",
            help="Write how each field is known (derived, merged, enriched, changed): as comments "
            "in BibTeX, in the note elsewhere; JSON has it anyway.",
        ),
    ] = False
    markup: Annotated[
        Markup | None,
        typer.Option(
            "--markup",
            metavar="KIND",
            rich_help_panel="Output",
            help="How references are marked up: text (the default), html, markdown, rst, rtf, "
            "docx, terminal (italics and links) or jsonl; the ending of -o may say it, and .html "
            "makes a whole document.",
        ),
    ] = None
    order: Annotated[
        Order,
        typer.Option(
            "--order",
            metavar="ORDER",
            rich_help_panel="Output",
            help="The order of references: style (as the style sorts, the default) or input.",
        ),
    ] = Order.STYLE
    locale: inputs.Locale = ""
    drop: Annotated[
        list[str] | None,
        typer.Option(
            "--drop",
            metavar="FIELD",
            rich_help_panel="Output",
            autocompletion=inputs.complete_field,
            help="Leave out a field, such as abstract or keywords; again or with commas for more.",
        ),
    ] = None
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="FIELD",
            rich_help_panel="Output",
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
        typer.Option(
            "--title-case",
            metavar="CASE",
            rich_help_panel="Input",
            help="keep (the default), or sentence: English titles in Title Case or capitals as "
            "APA prints them. Titles of journals, laws and programs keep theirs.",
        ),
    ] = TitleCase.KEEP
    no_derive: inputs.NoDerive = False
    clean: Annotated[
        bool,
        typer.Option(
            "--clean",
            rich_help_panel="Input",
            help="Put values into their usual form: tags, stray marks, ISBN, ISSN, numbers.",
        ),
    ] = False
    journals: Annotated[
        Journals,
        typer.Option(
            "--journals",
            metavar="FORM",
            rich_help_panel="Input",
            help="Names of journals: keep (the default), full as far as the input states it, or "
            "abbrev by ISO 4.",
        ),
    ] = Journals.KEEP
    library: Annotated[
        list[str] | None,
        typer.Option(
            "--library",
            metavar="FILE",
            rich_help_panel="Input",
            help="Complete records from this bibliography or folder, which is not written itself; "
            "again for more.",
        ),
    ] = None


@dataclasses.dataclass(frozen=True, kw_only=True)
class Messages:
    """What is said, how, and what it means for the exit code."""

    strict: Annotated[
        bool,
        typer.Option(
            "--strict",
            rich_help_panel="Messages",
            help="Exit with 1 on any warning, and on any fact that was not written.",
        ),
    ] = False
    rejects: Annotated[
        str,
        typer.Option(
            "--rejects",
            metavar="FILE",
            rich_help_panel="Messages",
            help="Write the text of records that could not be read to FILE.",
        ),
    ] = ""
    diagnostics: Annotated[
        Style,
        typer.Option(
            "--diagnostics",
            metavar="KIND",
            rich_help_panel="Messages",
            help="How messages are written to stderr: text (the default), json (one object a "
            "line) or none.",
        ),
    ] = Style.TEXT
    quiet: inputs.Quiet = False
