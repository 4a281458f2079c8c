"""`litconv show`: what a person sees, at every width, from pages that mean well and others."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from conftest import RunLitconv
from litconv.model import (
    Contributor,
    Identifiers,
    ItemType,
    Listing,
    ListKind,
    Name,
    Origin,
    Pages,
    Provenance,
    RawField,
    Record,
    Role,
    Span,
    Subject,
)
from litconv.show import Group, group, render
from made_records import body, dated, person
from terminal import run_in_terminal

LAB = "Invented Lab, Some Town"
INSTITUTE = "Invented Institute, Other Town"
LISTED = Record(
    type=ItemType.ARTICLE_JOURNAL,
    title="A listed work with a title that is long enough to be wrapped in any table column",
    contributors=tuple(person(f"Name{n}", "A.") for n in range(5)),
    container_title="Journal of Listed Works",
    issued=dated(2015),
    volume="38",
    issue="4",
    pages=Pages(first="336", last="341"),
    listing=Listing(ListKind.RELATED, "21"),
)
REFERENCE = Record(title="虚构的参考文献", listing=Listing(ListKind.REFERENCES, "1"))
MAIN = Record(
    type=ItemType.ARTICLE_JOURNAL,
    title="An invented study",
    contributors=(
        person("Alder", "Q. Z.", affiliations=(LAB, INSTITUTE)),
        person("王", "小明", affiliations=(INSTITUTE,)),
        body("The Invented Group", Role.EDITOR),
    ),
    affiliations=(LAB, INSTITUTE),
    pages=Pages(first="100", last="122", count=23),
    identifiers=Identifiers(doi="10.9999/abcdef/1.2.345", issn=("1234-5679",)),
    url="https://example.org/a",
    subjects=(
        Subject(scheme="clc", code="B849", label="应用心理学"),
        Subject(scheme="clc", code="R749"),
        Subject(scheme="discipline", code="040203"),
    ),
    times_cited=0,
    keywords=("first phrase", "second phrase"),
    abstract="One invented sentence follows another. " * 12,
    provenance=(
        Provenance(field="title", how="changed", rule="sentence-case", before="AN INVENTED STUDY"),
    ),
    extra=(RawField(tag="基金", value="Invented Fund 12"),),
)


def drawn(page: Group, *, width: int = 80, terminal: bool = False) -> str:
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=terminal,
        color_system="truecolor" if terminal else None,
        legacy_windows=False,
    )
    console.print(render(page, console))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def test_main_record_in_full() -> None:
    assert (
        drawn(Group(MAIN))
        == """\
An invented study
Alder, Q. Z. [1,2]; 王小明 [2]
Editor: The Invented Group
  [1] Invented Lab, Some Town
  [2] Invented Institute, Other Town
100–122

Type         article journal
DOI          10.9999/abcdef/1.2.345
ISSN         1234-5679
URL          https://example.org/a
Page count   23
Times cited  0
CLC          B849 应用心理学
             R749
Discipline   040203
Keywords     first phrase; second phrase

Abstract
One invented sentence follows another. One invented sentence follows another.
One invented sentence follows another. One invented sentence follows another.
One invented sentence follows another. One invented sentence follows another.
One invented sentence follows another. One invented sentence follows another.
One invented sentence follows another. One invented sentence follows another.
One invented sentence follows another. One invented sentence follows another.

Changed     title (sentence-case, was: AN INVENTED STUDY)
Missing     journal or book, year
Kept as is  基金: Invented Fund 12"""
    )


def test_list_as_table() -> None:
    text = drawn(Group(None, (LISTED, REFERENCE)))
    assert text.splitlines()[0] == "Related papers (1)"
    assert text.splitlines()[1].split() == ["No.", "Authors", "Title", "Source", "Year"]
    assert text.splitlines()[2].split()[0] == "21"
    assert "2015" in text.splitlines()[2]
    assert "Name2, A. et" in text
    assert "Name3" not in text
    assert "References (1)" in text
    assert "虚构的参考文献" in text


def test_list_as_paragraphs_where_it_is_narrow() -> None:
    assert (
        drawn(Group(None, (LISTED,)), width=60)
        == """\
Related papers (1)
[21] A listed work with a title that is long enough to be
wrapped in any table column
  Name0, A.; Name1, A.; Name2, A. et al.
  Journal of Listed Works, 2015, 38(4): 336–341"""
    )


@pytest.mark.parametrize("width", [20, 30, 40, 60, 80, 120])
@pytest.mark.parametrize("terminal", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, *, terminal: bool) -> None:
    page = Group(MAIN, (LISTED, REFERENCE, *[LISTED] * 3))
    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, force_terminal=terminal)
    console.print(render(page, console))
    assert max(cell_len(line) for line in out.getvalue().splitlines()) <= width
    assert "小明" in out.getvalue()


def test_links_are_clickable_on_a_terminal_only() -> None:
    text = drawn(Group(MAIN), terminal=True)
    assert ";https://doi.org/10.9999/abcdef/1.2.345\x1b\\" in text
    assert ";https://example.org/a\x1b\\" in text
    assert "\x1b" not in drawn(Group(MAIN))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "https://x/\x1b\\y"])
def test_only_web_addresses_become_links(url: str) -> None:
    assert "\x1b]8" not in drawn(Group(Record(title="t", url=url)), terminal=True)


def test_markup_in_a_page_is_only_text() -> None:
    record = Record(
        title="[red]Not red[/red] :smile: [/]",
        abstract="[link=https://example.org]x[/link]",
        keywords=("[bold]",),
    )
    text = drawn(Group(record, (Record(title="[/nothing]", listing=LISTED.listing),)))
    for part in ("[red]Not red[/red] :smile: [/]", "[link=https://example.org]x[/link]", "[bold]"):
        assert part in text
    assert "[/nothing]" in text


def test_text_cannot_steer_the_terminal() -> None:
    bad = "a\x1b[2J\x1b]0;t\x07\x9b31m\u202eb\rc\nd"
    record = Record(
        title=bad,
        container_title=bad,
        abstract=bad,
        keywords=(bad,),
        contributors=(Contributor(name=Name(literal=bad, affiliations=(bad,))),),
        identifiers=Identifiers(doi=bad, pmid=bad),
        url="https://example.org/" + bad,
        extra=(RawField(tag=bad, value=bad),),
        subjects=(Subject(scheme=bad, code=bad, label=bad),),
        listing=LISTED.listing,
    )
    text = drawn(Group(record, (record,)))
    assert not {"\x1b", "\x07", "\x9b", "\u202e", "\r"} & set(text)


def test_unlinked_affiliations_are_not_numbered() -> None:
    record = Record(title="t", affiliations=(LAB,), contributors=MAIN.contributors[2:])
    assert f"  • {LAB}" in drawn(Group(record))


def test_works_are_put_under_their_page() -> None:
    other = Record(title="Other")
    assert list(group([MAIN, LISTED, REFERENCE, other])) == [
        Group(MAIN, (LISTED, REFERENCE)),
        Group(other),
    ]
    assert list(group([LISTED, MAIN])) == [Group(None, (LISTED,)), Group(MAIN)]
    assert list(group([])) == []


def test_a_list_of_another_file_is_not_put_under_the_page_before() -> None:
    def of(file: str, listing: Listing | None = None) -> Record:
        return Record(title=file, listing=listing, origin=Origin(format="x", span=Span(file)))

    page, own, alien = of("a"), of("a", LISTED.listing), of("b", LISTED.listing)
    assert list(group([page, own, alien])) == [Group(page, (own,)), Group(None, (alien,))]
    assert list(group([page, alien])) == [Group(page), Group(None, (alien,))]


PAGE = """An invented title

被引:4
作者
Alder, QZ
页码:100 / 122
相关论文
共 50 条
  • [7] Invented related title
    Cedar, Ann B.
    Invented Journal, 2015, 38 (04) : 336 - 341
"""


def test_piped_output_is_plain(tmp_path: Path, run_litconv: RunLitconv) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    run = run_litconv("show", "page.txt")
    assert run.code == 0
    assert run.out.startswith("An invented title\nAlder, Q. Z.\n100–122\n")
    assert "Missing  journal or book, year" in run.out
    assert "\n  7  Cedar, Ann B." in run.out
    assert not set(run.out) & set("\x1b─│━┃┏")
    assert not any(line != line.rstrip() for line in run.out.splitlines())
    assert run.err == ""
    assert max(map(cell_len, run.out.splitlines())) <= 80


def test_include_chooses_what_is_shown(tmp_path: Path, run_litconv: RunLitconv) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    main = run_litconv("show", "page.txt", "--include", "main").out
    related = run_litconv("show", "page.txt", "--include", "related").out
    assert ("An invented title" in main, "Related papers" in main) == (True, False)
    assert ("An invented title" in related, "Related papers" in related) == (False, True)


def test_page_that_is_only_a_list_is_shown(run_litconv: RunLitconv) -> None:
    run = run_litconv("show", stdin=PAGE.split("相关论文\n")[1].encode())
    assert (run.code, run.out.splitlines()[0]) == (0, "Related papers (1)")


def test_terminal_gets_styles_unless_no_color(
    tmp_path: Path, program_environment: dict[str, str]
) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    for columns in (40, 80, 120):
        seen = run_in_terminal(["show", "page.txt"], tmp_path, program_environment, columns=columns)
        assert seen.code == 0
        assert "\x1b[1mAn invented title" in seen.text
        plain = run_in_terminal(
            ["show", "page.txt"],
            tmp_path,
            program_environment | {"NO_COLOR": "1"},
            columns=columns,
        ).text
        assert "\x1b" not in plain
        assert max(map(cell_len, plain.splitlines())) <= columns
