"""The programs that people feed with our BibTeX take it without complaint."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import msgspec
import pytest

from litconv.model import (
    Identifiers,
    ItemType,
    OtherIdentifier,
    Pages,
    RawField,
    Record,
    Role,
    Subject,
)
from made_records import body, dated, person, written

pytestmark = pytest.mark.clients


def needs(*programs: str) -> pytest.MarkDecorator:
    absent = [one for one in programs if shutil.which(one) is None]
    return pytest.mark.skipif(bool(absent), reason=f"not installed: {', '.join(absent)}")


def _has_style(name: str) -> bool:
    """Whether TeX finds a style file; false where there is no TeX."""
    if shutil.which("kpsewhich") is None:
        return False
    done = subprocess.run(["kpsewhich", name], capture_output=True, check=False)
    return done.returncode == 0


EDITOR = person("Redder", "Ines", role=Role.EDITOR)


def complete(type_: ItemType) -> Record:
    """A record with everything that a work of any type may have, and no contradictions."""
    without_editor = {
        *(ItemType.PATENT, ItemType.REPORT, ItemType.THESIS, ItemType.MANUSCRIPT),
        *(ItemType.SPEECH, ItemType.BOOK, ItemType.CLASSIC),
    }
    people = [person("Berg", "Jan", particle="van der"), person("Ngata", "Moana A.")]
    if type_ not in without_editor:
        people.append(EDITOR)
    if type_ is ItemType.PERIODICAL:
        people = [EDITOR]
    serial = type_ in {
        *(ItemType.ARTICLE_JOURNAL, ItemType.ARTICLE_MAGAZINE, ItemType.ARTICLE_NEWSPAPER),
        *(ItemType.REVIEW, ItemType.REVIEW_BOOK),
    }
    in_book = type_ in {
        *(ItemType.CHAPTER, ItemType.PAPER_CONFERENCE, ItemType.ENTRY),
        *(ItemType.ENTRY_DICTIONARY, ItemType.ENTRY_ENCYCLOPEDIA),
    }
    base = Record(
        type=type_,
        title=f"Tidal rhythms of the {type_.value.replace('_', '-')} in Zeeland",
        contributors=tuple(people),
        # A year of its own: apalike has no more than 26 letters to tell 2011a from 2011b.
        issued=dated(1960 + list(ItemType).index(type_), 6, 2),
        container_title="Annals of Invented Science" if serial or in_book else "",
        publisher="" if serial else "Seal Press",
        publisher_place="" if serial else "Middelburg",
        volume="12" if serial else "",
        issue="3" if serial else "",
        number="7" if type_ in {ItemType.PATENT, ItemType.REPORT, ItemType.STANDARD} else "",
        pages=Pages(first="165", last="187", count=23) if serial or in_book else Pages(),
        identifiers=Identifiers(doi="10.5555/12345678_a(1)"),
        url="https://example.org/a%20b_c?d=1&e=~f#g",
        accessed=dated(2020, 1, 2),
        language="en",
        note="Kept in a drawer" if type_ is ItemType.MANUSCRIPT else "",
        keywords=("tides", "dikes, old"),
        abstract="Water rises & falls, by 100% of its height.\nSo do {boats}.",
    )
    if type_ is ItemType.PATENT:
        return msgspec.structs.replace(base, publisher="")
    return base


EVERY_TYPE = [complete(type_) for type_ in ItemType]

ODD = [
    Record(
        type=ItemType.ARTICLE_JOURNAL,
        title="唐代潮汐研究",
        contributors=(person("李", "明"), person("欧阳", "小芳"), body("阿不都·示例")),
        container_title="虚构学报",
        volume="3",
        issue="1",
        pages=Pages(first="5"),
        issued=dated(1988),
        language="zh-CN",
    ),
    Record(
        type=ItemType.ARTICLE_JOURNAL,
        title="“Salt” & DNA at 5% of $3 {set} in #4_x^2 ~ a\\b, CO<sub>2</sub> by <i>E. coli</i> }",
        contributors=(
            person("King", "Martin", suffix="Jr."),
            person("Durand", "Élodie Šárka"),
            person("García y Vega", "Ángel"),
            person("O'Example", "Nora-Ébène"),
            person("Smith, of that and this", "A"),
            person("Aristotle", ""),
            body("Ministry of Dikes and Water"),
        ),
        affiliations=("Univ {X}, 50% & more",),
        container_title="Tides & Dikes",
        volume="4",
        issue="2",
        pages=Pages(article_number="e0120513"),
        issued=dated(1999),
        identifiers=Identifiers(
            issn=("0028-0836",), pmid="1234", other=(OtherIdentifier("CNKI", "A_b"),)
        ),
        subjects=(
            Subject(scheme="clc", code="B849", label="应用心理学"),
            Subject(scheme="discipline", code="040203"),
        ),
        times_cited=353,
        extra=(RawField(tag="基金", value="No. 5_6 {"),),
    ),
    Record(
        type=ItemType.THESIS,
        genre="Master's thesis",
        title="On mud",
        contributors=(person("Müller", "Öznur"),),
        publisher="Seal and Walrus University",
        issued=dated(2001),
    ),
    Record(
        type=ItemType.BOOK,
        title="Collected mud",
        contributors=(EDITOR,),
        publisher="Seal Press",
        edition="2",
        identifiers=Identifiers(isbn=("978-0-306-40615-7",)),
        issued=dated(2001),
    ),
]
RECORDS = [*EVERY_TYPE, *ODD]


def run(*command: str, folder: Path) -> str:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def run_bibtex(folder: Path, text: str, style: str) -> tuple[str, str]:
    """Give what bibtex says and the bibliography it makes of all entries."""
    (folder / "works.bib").write_text(text, encoding="utf-8")
    aux = f"\\citation{{*}}\n\\bibstyle{{{style}}}\n\\bibdata{{works}}\n"
    (folder / "paper.aux").write_text(aux)
    said = run("bibtex", "paper", folder=folder)
    return said, (folder / "paper.bbl").read_bytes().decode("utf-8")  # fails on half a letter


@needs("bibtex")
@pytest.mark.parametrize("style", ["plain", "apalike", "unsrt", "abbrv"])
@pytest.mark.parametrize("options", [{}, {"extras": True}, {"ascii_only": True, "extras": True}])
def test_bibtex_has_nothing_to_complain_about(
    tmp_path: Path, style: str, options: dict[str, bool]
) -> None:
    said, bibliography = run_bibtex(tmp_path, written("bibtex", *RECORDS, **options), style)
    assert "Warning" not in said
    assert "error" not in said.lower()
    assert bibliography.count("\\bibitem") == len(RECORDS)


@needs("bibtex")
def test_bibtex_prints_names_and_capitals_right(tmp_path: Path) -> None:
    _, plain = run_bibtex(tmp_path, written("bibtex", *ODD), "plain")
    folded = re.sub(r"\s+", " ", plain)
    assert "{李明}, {欧阳小芳}, and {阿不都·示例}" in folded
    assert "Martin King, Jr." in folded
    assert "{DNA} at 5\\% of" in folded
    assert "{“Salt}”" not in folded
    assert "“{Salt}” \\&" in folded
    assert "{\\'E}lodie~{\\v{S}}árka Durand" in folded
    _, short = run_bibtex(tmp_path, written("bibtex", *ODD), "apalike")
    folded = re.sub(r"\s+", " ", short)
    assert "Durand, {\\'E}.~{\\v{S}}." in folded
    assert "O'Example, N.-{\\'E}." in folded


CHINESE = [
    msgspec.structs.replace(
        ODD[0], title="堤坝与潮汐", extra=(RawField(tag="author-others", value="等"),)
    ),
    Record(
        type=ItemType.THESIS,
        genre="硕士学位论文",
        title="泥滩研究",
        contributors=(person("单", "明"),),
        publisher="虚构大学",
        publisher_place="北京",
        issued=dated(2001),
        language="zh-CN",
    ),
    Record(
        type=ItemType.BOOK,
        title="潮汐论",
        contributors=(person("Berg", "Jan"), person("王", "五", role=Role.TRANSLATOR)),
        publisher="虚构出版社",
        publisher_place="上海",
        issued=dated(2003),
        language="zh-CN",
    ),
    Record(
        type=ItemType.PATENT,
        title="一种泥泵",
        contributors=(person("张", "三"),),
        number="CN1000000A",
        issued=dated(2005),
        language="zh-CN",
    ),
]


@needs("bibtex")
@pytest.mark.skipif(not _has_style("gbt7714-numerical.bst"), reason="gbt7714 is not installed")
def test_gbt7714_prints_chinese_entries(tmp_path: Path) -> None:
    said, printed = run_bibtex(tmp_path, written("bibtex", *CHINESE), "gbt7714-numerical")
    assert "Warning" not in said
    folded = re.sub(r"\\newblock|\\allowbreak|\s+", "", printed)
    assert "{李明},{欧阳小芳},{阿不都·示例},等.堤坝与潮汐[J].虚构学报,1988,3(1):5." in folded
    assert "{单明}.泥滩研究[D].北京:虚构大学,2001." in folded
    assert "BERGJ.潮汐论[M].{王五},译.上海:虚构出版社,2003." in folded
    assert "{张三}.一种泥泵:CN1000000A[P]." in folded


@needs("bibtex")
@pytest.mark.skipif(not _has_style("gbt7714-author-year.bst"), reason="gbt7714 is not installed")
def test_gbt7714_sorts_chinese_entries_by_pinyin(tmp_path: Path) -> None:
    said, printed = run_bibtex(tmp_path, written("bibtex", *CHINESE), "gbt7714-author-year")
    assert "Warning" not in said
    firsts = ["Berg", "李明", "单明", "张三"]
    places = [printed.index(f"[{{{name}}}" if name != "Berg" else "[Berg") for name in firsts]
    assert places == sorted(places)


@needs("bibtex", "pdflatex")
def test_latex_sets_the_bibliography(tmp_path: Path) -> None:
    latin = [one for one in RECORDS if not one.language.startswith("zh")]
    run_bibtex(tmp_path, written("bibtex", *latin, ascii_only=True), "plain")
    paper = (
        "\\documentclass{article}\\usepackage[T1]{fontenc}\\begin{document}"
        "\\nocite{*}\\input{paper.bbl}\\end{document}"
    )
    (tmp_path / "print.tex").write_text(paper)
    said = run("pdflatex", "-halt-on-error", "-interaction=batchmode", "print", folder=tmp_path)
    assert (tmp_path / "print.pdf").stat().st_size > 0, said


@needs("biber")
@pytest.mark.parametrize("options", [{}, {"extras": True}, {"ascii_only": True, "extras": True}])
def test_biber_finds_the_data_model_kept(tmp_path: Path, options: dict[str, bool]) -> None:
    text = written("biblatex", *RECORDS, **options)
    (tmp_path / "works.bib").write_text(text, encoding="utf-8")
    said = run("biber", "--tool", "--validate-datamodel", "works.bib", folder=tmp_path)
    assert "WARN" not in said
    assert "ERROR" not in said
    assert "Datamodel validation complete" in said
    back = (tmp_path / "works_bibertool.bib").read_text(encoding="utf-8")
    assert back.count("\n@") + back.startswith("@") == len(RECORDS)


def plain(text: str) -> str:
    return re.sub(r"<[^>]*>", "", text)


def names_of(item: dict[str, Any]) -> list[str]:
    return [
        " ".join(str(name[part]) for part in _NAME_PARTS if part in name)
        for name in item.get("author", [])
    ]


_NAME_PARTS = (
    "literal",
    "dropping-particle",
    "non-dropping-particle",
    "family",
    "given",
    "suffix",
)


@needs("pandoc")
@pytest.mark.parametrize("format_", ["bibtex", "biblatex"])
def test_pandoc_reads_titles_names_and_years_back(tmp_path: Path, format_: str) -> None:
    (tmp_path / "works.bib").write_text(written(format_, *RECORDS), encoding="utf-8")
    command = ("pandoc", "-f", format_, "-t", "csljson", "works.bib")
    items = json.loads(run(*command, folder=tmp_path))
    assert [item["title"] for item in items[: len(EVERY_TYPE)]] == [
        record.title for record in EVERY_TYPE
    ]
    years = [item["issued"]["date-parts"][0][0] for item in items]
    assert years == [record.issued.year for record in RECORDS if record.issued]
    assert {tuple(names_of(item)) for item in items[: len(EVERY_TYPE)]} == {
        ("van der Berg Jan", "Ngata Moana A."),
        (),  # the periodical has an editor only
    }
    assert names_of(items[-4]) == ["李明", "欧阳小芳", "阿不都·示例"]
    assert names_of(items[-3]) == [
        "King Martin Jr.",
        "Durand Élodie Šárka",
        "García y Vega Ángel",
        "O’Example Nora-Ébène",
        "Smith, of that and this A",
        "Aristotle",
        "Ministry of Dikes and Water",
    ]
    assert "DNA at 5% of $3 {set} in #4_x^2" in plain(items[-3]["title"])
    assert items[-2]["publisher"] == "Seal and Walrus University"


@needs("bib2xml")
@pytest.mark.parametrize("format_", ["bibtex", "biblatex"])
def test_bibutils_reads_every_entry(tmp_path: Path, format_: str) -> None:
    (tmp_path / "works.bib").write_text(written(format_, *RECORDS), encoding="utf-8")
    command = "bib2xml" if format_ == "bibtex" else "biblatex2xml"
    said = run(command, "-i", "utf8", "works.bib", folder=tmp_path)
    assert said.count("<mods ID=") == len(RECORDS)
    assert "<title>Tidal rhythms of the webpage in Zeeland</title>" in said


@needs("bib2xml", "xml2bib")
def test_bibutils_takes_the_note_for_the_note(tmp_path: Path) -> None:
    """It makes a note of `key` as well, and whoever reads its BibTeX takes the first of the two."""
    noted = Record(id="tides", title="Tides", note="Seen in Hull")
    (tmp_path / "works.bib").write_text(written("bibtex", noted), encoding="utf-8")
    (tmp_path / "works.xml").write_text(run("bib2xml", "works.bib", folder=tmp_path), "utf-8")
    notes = re.findall(r'note="(.*)"', run("xml2bib", "works.xml", folder=tmp_path))
    assert notes == ["Seen in Hull", "Tides"]
