"""What a DOI tells about a record, and what it does not."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litconv import pipeline, registry
from litconv.diagnostics import Diagnostics
from litconv.files import Input
from litconv.model import (
    Date,
    Identifiers,
    ItemType,
    Pages,
    PartialDate,
    Record,
)
from litconv.options import Include, ReadOptions
from litconv.refine.complete import report_missing
from litconv.refine.doi import conflict_of, derive, year_hint
from litconv.refine.doi_dated import DATED_RULES
from litconv.refine.doi_journals import Journal
from litconv.refine.doi_marked import MARKED_RULES
from litconv.refine.doi_match import told_by
from litconv.refine.doi_plain import PLAIN_RULES
from litconv.refine.doi_rule import Rule
from litconv.refine.doi_rules import RULES
from litconv.refine.doi_years import YEAR_RULES
from litconv.refine.fields import FieldChoice

EXAMPLES = Path(__file__).parents[1] / "examples"


def record(doi: str, type_: ItemType = ItemType.ARTICLE_JOURNAL, **fields: Any) -> Record:  # noqa: ANN401 - any field
    return Record(type=type_, identifiers=Identifiers(doi=doi), **fields)


def derived(one: Record) -> tuple[str, int | None, str, str, str, tuple[str, ...]]:
    got = derive(one, Diagnostics())
    year = got.issued.year if got.issued else None
    return (
        got.container_title,
        year,
        got.volume,
        got.issue,
        got.pages.first,
        got.identifiers.issn,
    )


NATURE_COMMS = "Nature Communications"


@pytest.mark.parametrize(
    ("doi", "wanted"),
    [
        # the parts that are facts
        ("10.1093/clipsy/6.2.165", ("", None, "6", "2", "165", ())),
        ("10.1093/brain/122.suppl_1.9", ("Brain", 1999, "122", "Suppl 1", "9", ())),
        (
            "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
            ("", 1998, "49", "8", "693", ("1097-4571",)),
        ),
        (
            "10.1892/0891-6640(2002)016<0255:ADRPSO>2.3.CO;2",
            ("Journal of Veterinary Internal Medicine", 2002, "16", "", "255", ()),
        ),
        (
            "10.1088/0953-8984/21/39/395502",
            ("Journal of Physics: Condensed Matter", 2009, "21", "", "", ("0953-8984",)),
        ),
        # issues of January may be dated December: no year
        ("10.1088/0957-4484/24/3/035203", ("Nanotechnology", None, "24", "", "", ("0957-4484",))),
        (
            "10.1088/1742-6596/126/1/012026",
            ("Journal of Physics: Conference Series", None, "126", "", "", ()),
        ),
        ("10.1103/PhysRevLett.76.1055", ("Physical Review Letters", 1996, "76", "", "1055", ())),
        # an article number is not filled in as a page
        ("10.1103/physrevb.66.115202", ("Physical Review B", 2002, "66", "", "", ())),
        ("10.1103/PhysRevX.4.021005", ("Physical Review X", 2014, "4", "", "", ())),
        ("10.1364/OE.22.003199", ("Optics Express", 2014, "22", "", "", ())),
        ("10.1143/JJAP.29.L540", ("Japanese Journal of Applied Physics", 1990, "29", "", "", ())),
        ("10.1186/1471-2105-9-123", ("BMC Bioinformatics", 2008, "9", "", "123", ())),
        ("10.1136/gut.45.2.165", ("Gut", None, "45", "2", "165", ())),
        ("10.1126/science.281.5385.2013", ("Science", 1998, "281", "5385", "2013", ())),
        (
            "10.1073/pnas.0806720106",
            (
                "Proceedings of the National Academy of Sciences of the United States of America",
                2009,
                "106",
                "",
                "",
                (),
            ),
        ),
        ("10.1038/354056a0", ("Nature", None, "354", "", "56", ())),
        ("10.3390/s18072072", ("Sensors", 2018, "18", "7", "", ())),
        (
            "10.1177/104063879000200311",
            ("Journal of Veterinary Diagnostic Investigation", 1990, "2", "3", "", ()),
        ),
        # an ISSN of seven digits, so the rest stands elsewhere
        ("10.1177/030631200030006006", ("", None, "", "", "", ())),
        ("10.1016/0039-6028(77)90062-0", ("Surface Science", None, "", "", "", ("0039-6028",))),
        (
            "10.1016/S0022-0248(01)01234-5",
            ("Journal of Crystal Growth", None, "", "", "", ("0022-0248",)),
        ),
        ("10.3969/j.issn.1672-187X.2010.01.001", ("", 2010, "", "1", "", ("1672-187X",))),
        ("10.3760/cma.j.issn.0376-2491.2016.z1.004", ("", 2016, "", "z1", "", ("0376-2491",))),
        ("10.13653/j.cnki.jqte.2019.02.014", ("", 2019, "", "2", "", ())),
        # journals that came from other publishers counted their volumes until 2015
        ("10.1155/2015/123456", ("", 2015, "", "", "", ())),
        ("10.1155/2016/123456", ("", 2016, "2016", "", "", ())),
        (
            "10.5194/acp-10-1234-2010",
            ("Atmospheric Chemistry and Physics", 2010, "10", "", "1234", ()),
        ),
        ("10.1037/0022-3514.51.6.1173", ("", None, "51", "6", "1173", ())),
        ("10.1051/jphys:01963002403020600", ("Journal de Physique", 1963, "24", "3", "206", ())),
        (
            "10.1002/1521-3951(200111)228:1<309::aid-pssb309>3.0.co;2-n",
            ("physica status solidi (b)", 2001, "228", "1", "309", ("1521-3951",)),
        ),
        (
            "10.1892/0891-6640(2005)19[528:CCOIGF]2.0.CO;2",
            ("Journal of Veterinary Internal Medicine", 2005, "19", "", "528", ()),
        ),
        # reviews have a number of their own, which is no page
        (
            "10.1088/0022-3727/39/21/R01",
            ("Journal of Physics D: Applied Physics", 2006, "39", "", "", ("0022-3727",)),
        ),
        ("10.1103/PhysRev.69.674.2", ("Physical Review", None, "69", "", "674", ())),
        # supplements and first pages may be dated December: no year
        ("10.1364/OE.20.00A125", ("Optics Express", None, "20", "", "", ())),
        ("10.1364/OME.3.000047", ("Optical Materials Express", None, "3", "", "", ())),
        # the issue begins the article's number
        (
            "10.7567/JJAP.52.031101",
            ("Japanese Journal of Applied Physics", 2013, "52", "3", "", ()),
        ),
        (
            "10.7567/JJAP.52.011101",
            ("Japanese Journal of Applied Physics", None, "52", "1", "", ()),
        ),
        ("10.7567/JJAP.52.08JE06", ("Japanese Journal of Applied Physics", 2013, "52", "", "", ())),
        ("10.1209/0295-5075/102/17009", ("EPL (Europhysics Letters)", None, "102", "1", "", ())),
        ("10.1136/gut.45.2.165-a", ("Gut", None, "45", "2", "165", ())),
        ("10.1024/0036-7281.151.11.521", ("", None, "151", "11", "521", ())),
        (
            "10.1099/00222615-15-2-189",
            ("Journal of Medical Microbiology", None, "15", "2", "189", ()),
        ),
        (
            "10.7326/0003-4819-132-1-200001040-00002",
            ("Annals of Internal Medicine", 2000, "132", "1", "", ()),
        ),
        ("10.1097/00002030-199211000-00019", ("", 1992, "", "", "", ())),
        ("10.1097/00002030-199213000-00019", ("", None, "", "", "", ())),
        ("10.1161/01.CIR.101.1.16", ("Circulation", None, "101", "1", "16", ())),
        (
            "10.1161/01.ATV.0000071349.30914.25",
            ("Arteriosclerosis, Thrombosis, and Vascular Biology", None, "", "", "", ()),
        ),
        ("10.3171/jns.1988.69.3.0375", ("Journal of Neurosurgery", 1988, "69", "3", "375", ())),
        # a date in the place of volume and issue
        ("10.12344/lczcyj.2023.01.10.0003", ("", None, "", "", "", ())),
        ("10.2143/EP.22.4.3127266", ("", None, "22", "4", "", ())),
        ("10.2143/BYZ.87.0.3256900", ("", None, "87", "", "", ())),
        ("10.11646/zootaxa.3311.1.1", ("Zootaxa", None, "3311", "1", "", ())),
        ("10.1556/AVet.54.2006.3.6", ("", 2006, "54", "3", "", ())),
        ("10.1070/PU1999v042n02ABEH000589", ("Physics-Uspekhi", 1999, "42", "2", "", ())),
        (
            "10.1146/annurev.matsci.34.040203.112300",
            ("Annual Review of Materials Research", 2004, "34", "", "", ()),
        ),
        (
            "10.3938/jkps.54.1730",
            ("Journal of the Korean Physical Society", None, "54", "", "1730", ()),
        ),
        ("10.1117/1.JNP.11.026015", ("Journal of Nanophotonics", 2017, "11", "", "", ())),
        ("10.1117/1.OE.53.8.081910", ("Optical Engineering", 2014, "53", "8", "", ())),
        (
            "10.4028/www.scientific.net/MSF.251-254.65",
            ("Materials Science Forum", None, "251-254", "", "65", ()),
        ),
        ("10.3354/dao056001", ("Diseases of Aquatic Organisms", None, "56", "", "1", ())),
        ("10.3354/dao02123", ("Diseases of Aquatic Organisms", None, "", "", "", ())),
        ("10.1038/nbt1206-1565", ("Nature Biotechnology", 2006, "24", "12", "1565", ())),
        ("10.1007/JHEP02(2016)087", ("Journal of High Energy Physics", 2016, "", "", "", ())),
        # issues scanned later: the year is that of the issue
        ("10.1002/andp.19053221004", ("Annalen der Physik", 1905, "322", "", "", ())),
        ("10.1002/pssa.2210010102", ("physica status solidi (a)", None, "1", "", "", ())),
        ("10.1002/sia.740130207", ("Surface and Interface Analysis", None, "13", "", "", ())),
        (
            "10.1111/j.1748-5827.1991.tb00789.x",
            ("Journal of Small Animal Practice", 1991, "32", "", "", ()),
        ),
        ("10.1098/rspa.1962.0115", ("Proceedings of the Royal Society A", 1962, "", "", "", ())),
        ("10.1353/con.1998.0014", ("Configurations", 1998, "6", "", "", ())),
        ("10.1353/con.0.0014", ("Configurations", None, "", "", "", ())),
        # the journal only: the year is a guess
        (
            "10.1111/j.1748-5827.2011.01001.x",
            ("Journal of Small Animal Practice", None, "", "", "", ()),
        ),
        ("10.1186/s11671-018-2453-1", ("Nanoscale Research Letters", None, "", "", "", ())),
        ("10.1186/s11671-023-03801-1", ("", None, "", "", "", ())),
        ("10.1002/cyto.b.20123", ("", None, "", "", "", ())),
        ("10.1021/ie50123a004", ("", None, "", "", "", ())),
        ("10.1002/prot.340010102", ("", None, "", "", "", ())),
        ("10.1093/llc/20.3.345", ("", None, "20", "3", "345", ())),
        ("10.1093/llc/fqt012", ("", None, "", "", "", ())),
        ("10.1093/llc/fqac083", ("Digital Scholarship in the Humanities", None, "", "", "", ())),
        ("10.1093/rheumatology/37.2.123", ("", None, "37", "2", "123", ())),
        ("10.1093/rheumatology/38.2.123", ("Rheumatology", None, "38", "2", "123", ())),
        ("10.1093/bioinformatics/13.5.555", ("", None, "13", "5", "555", ())),
        ("10.1093/bioinformatics/19.5.555", ("Bioinformatics", 2003, "19", "5", "555", ())),
        ("10.7717/peerj-pchem.12", ("PeerJ Physical Chemistry", None, "", "", "", ())),
        ("10.1016/j.susc.2008.01.012", ("Surface Science", None, "", "", "", ())),
        ("10.1371/journal.pone.0012345", ("PLOS ONE", None, "", "", "", ())),
        ("10.1038/s41467-018-01234-5", (NATURE_COMMS, None, "", "", "", ())),
        ("10.1038/ncomms12345", (NATURE_COMMS, None, "", "", "", ())),
        ("10.1021/acs.nanolett.5b01234", ("Nano Letters", None, "", "", "", ())),
        ("10.1021/nl501234x", ("Nano Letters", None, "", "", "", ())),
        ("10.1039/C5NR01234A", ("Nanoscale", None, "", "", "", ())),
        ("10.1056/NEJMoa1234567", ("The New England Journal of Medicine", None, "", "", "", ())),
        ("10.1002/ece3.1234", ("Ecology and Evolution", None, "", "", "", ())),
        ("10.1136/bmj.h1234", ("BMJ", None, "", "", "", ())),
        # two journals, or an older name
        ("10.1021/jp0123456", ("", None, "", "", "", ())),
        ("10.1109/TIT.1955.1055116", ("", None, "", "", "", ())),
        ("10.1002/anie.196602991", ("", None, "", "", "", ())),
        # nothing
        ("10.1063/1.1234567", ("", None, "", "", "", ())),
        ("10.5555/12345678", ("", None, "", "", "", ())),
        ("10.1093", ("", None, "", "", "", ())),
        # an ISSN whose check digit is wrong is none
        ("10.1016/0039-6027(77)90062-0", ("", None, "", "", "", ())),
    ],
)
def test_a_doi_tells_this_and_no_more(
    doi: str, wanted: tuple[str, int | None, str, str, str, tuple[str, ...]]
) -> None:
    assert derived(record(doi)) == wanted


ALL_RULES = (*RULES, *DATED_RULES, *PLAIN_RULES, *MARKED_RULES, *YEAR_RULES)


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.name)
def test_each_rule_fits_its_example(rule: Rule) -> None:
    prefix = rule.prefixes.split()[0].replace("*", "10.9999")
    told = told_by(f"{prefix}/{rule.example}")
    assert told is not None
    assert told.rule == f"doi:{rule.name}"


def test_names_of_rules_are_different() -> None:
    names = [rule.name for rule in ALL_RULES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("doi", "hint"),
    [
        ("10.1016/j.susc.2008.01.012", "DOI assigned 2008, published 2008 or 2009"),
        ("10.1016/S0022-0248(99)01234-5", "DOI assigned 1999, published 1999 or 2000"),
        ("10.1021/acs.nanolett.5b01234", "DOI assigned 2015, published 2015 or 2016"),
        ("10.1049/el:20063456", "DOI assigned 2006, published 2006 or 2007"),
        ("10.1021/acs.nanolett.0c01234", "DOI assigned 2020, published 2020 or 2021"),
        ("10.1039/C5NR01234A", "DOI assigned 2015, published 2015 or 2016"),
        ("10.1039/D1NR01234A", "DOI assigned 2021, published 2021 or 2022"),
        ("10.1039/b512259g", "DOI assigned 2005, published 2005 or 2006"),
        ("10.1039/a901232j", "DOI assigned 1999, published 1999 or 2000"),
        ("10.1006/jfls.1994.1024", "DOI assigned 1994, published 1994 or 1995"),
        ("10.1007/s10853-012-6555-7", "DOI assigned 2012, published 2012 or 2013"),
        ("10.3389/fpsyg.2015.01234", "DOI assigned 2015, published 2015 or 2016"),
        ("10.1093/clipsy/6.2.165", ""),
    ],
)
def test_a_guessed_year_is_a_hint_only(doi: str, hint: str) -> None:
    one = record(doi)
    assert derive(one, Diagnostics()).issued is None
    assert year_hint(one) == hint
    said = Diagnostics()
    report_missing(one, said, FieldChoice())
    assert (hint in said.items[0].hint) is True
    assert year_hint(record(doi, issued=Date(start=PartialDate(2008)))) == ""


def test_what_is_stated_stays() -> None:
    one = record(
        "10.1093/brain/122.2.165", container_title="Brain (London)", issue="2", volume="122"
    )
    got = derive(one, Diagnostics())
    assert got.container_title == "Brain (London)"
    assert [(step.field, step.how, step.rule) for step in got.provenance] == [
        ("issued", "derived", "doi:volume-year"),
        ("pages", "derived", "doi:oup"),
    ]


def test_an_issn_is_for_records_without_journal() -> None:
    one = record("10.1016/0039-6028(77)90062-0", container_title="Surface Science")
    assert derive(one, Diagnostics()) is one


def test_the_year_follows_from_a_stated_volume() -> None:
    said = Diagnostics()
    got = derive(record("10.1371/journal.pone.0012345", volume="5"), said)
    assert got.issued == Date(start=PartialDate(2010))
    assert [(step.field, step.rule) for step in got.provenance] == [
        ("container_title", "doi:plos"),
        ("issued", "doi:volume-year"),
        ("pages", "doi:plos"),
    ]
    assert (
        said.items[0].message == "derived from the DOI: journal PLOS ONE, year 2010, article e12345"
    )
    assert said.items[0].field == "container_title,issued,pages"


@pytest.mark.parametrize(
    ("doi", "volume", "issue", "year"),
    [
        # nothing says when the DOI was assigned
        ("10.1021/nl403712f", "14", "7", 2014),
        ("10.1021/nl403712f", "14", "1", None),
        ("10.1021/nl403712f", "14", "S1", None),
        ("10.1021/nl403712f", "14", "", 2014),
        # assigned in 2015: volume 15 is sure, the first issues of volume 16 are not
        ("10.1021/acs.nanolett.5b01234", "15", "1", 2015),
        ("10.1021/acs.nanolett.5b01234", "16", "2", None),
        ("10.1021/acs.nanolett.5b01234", "16", "3", 2016),
        ("10.1021/acs.nanolett.5b01234", "16", "", None),
        ("10.1021/acs.nanolett.5b01234", "17", "3", None),
        ("10.1021/acs.nanolett.5b01234", "14", "3", None),
        # weekly
        ("10.1088/1361-6528/aaf30a", "30", "4", None),
        ("10.1088/1361-6528/aaf30a", "30", "7", 2019),
        ("10.1093/bioinformatics/btw486", "3", "", None),
        ("10.1002/adom.201901632", "1901632", "", None),
    ],
)
def test_the_first_issues_of_a_volume_have_no_sure_year(
    doi: str, volume: str, issue: str, year: int | None
) -> None:
    got = derive(record(doi, volume=volume, issue=issue), Diagnostics())
    assert (got.issued.year if got.issued else None) == year


@pytest.mark.parametrize(
    ("fields", "issue"),
    [
        ({}, ""),
        ({"title": "An invented title"}, ""),
        ({"volume": "21"}, "39"),
        ({"pages": Pages(first="395502")}, "39"),
        ({"pages": Pages(article_number="395502")}, "39"),
        # pages inside the article neither confirm nor contradict
        ({"pages": Pages(first="1", last="4")}, ""),
        # of another work
        ({"volume": "22"}, ""),
        ({"pages": Pages(first="395503")}, ""),
    ],
)
def test_an_issue_that_needs_it_is_confirmed(fields: dict[str, Any], issue: str) -> None:
    got = derive(record("10.1088/0953-8984/21/39/395502", **fields), Diagnostics())
    assert got.issue == issue


@pytest.mark.parametrize(
    ("doi", "number"),
    [
        ("10.1016/j.enbuild.2020.109923", "109923"),
        ("10.1016/j.enbuild.2010.09.023", ""),
        ("10.1038/srep01234", "1234"),
        ("10.3389/fpsyg.2015.00322", "322"),
        # first assigned a number, then printed with another
        ("10.1038/ncomms2181", ""),
        # with and without zeros in front; in between it is not known
        ("10.1371/journal.pone.0008647", "e8647"),
        ("10.1371/journal.pone.0106563", ""),
        ("10.1371/journal.pone.0127381", "e0127381"),
        ("10.1371/journal.pcbi.1002036", "e1002036"),
        ("10.1371/journal.pgen.0020123", ""),
        ("10.1371/journal.pone.0127381.g001", ""),
        ("10.7554/eLife.01234", "e01234"),
        ("10.7554/eLife.86271", ""),
        ("10.7717/peerj.338", "e338"),
        ("10.7717/peerj-cs.123", "e123"),
        ("10.1126/sciadv.1501382", "e1501382"),
        ("10.1126/sciadv.aat8896", "eaat8896"),
    ],
)
def test_the_number_of_an_article_without_pages(doi: str, number: str) -> None:
    said = Diagnostics()
    got = derive(record(doi), said)
    assert got.pages == Pages(article_number=number)
    assert (f"article {number}" in said.items[0].message) is bool(number)
    stated = record(doi, pages=Pages(first="1", last="9"))
    assert derive(stated, Diagnostics()).pages == stated.pages


@pytest.mark.parametrize(
    ("fields", "differs"),
    [
        ({"pages": Pages(first="166", last="187")}, "first page 166 is not the 165 of the DOI"),
        ({"volume": "7"}, "volume 7 is not the 6 of the DOI"),
        ({"issue": "3"}, "issue 3 is not the 2 of the DOI"),
        ({"pages": Pages(first="165", last="187")}, ""),
        ({"pages": Pages(first="0165")}, ""),
        ({"issue": "2-3"}, ""),
        ({"volume": "VI"}, ""),
    ],
)
def test_a_conflict_derives_nothing(fields: dict[str, Any], differs: str) -> None:
    said = Diagnostics()
    one = record("10.1093/clipsy/6.2.165", **fields)
    got = derive(one, said)
    assert conflict_of(one) == differs
    if differs:
        assert got is one
        assert [item.code for item in said.items] == ["doi-conflict"]
        assert said.items[0].message.startswith(differs)
    else:
        assert [item.code for item in said.items] == ["field-derived"]


def test_a_stated_year_that_differs_is_a_conflict() -> None:
    one = record("10.3969/j.issn.1672-187X.2010.01.001", issued=Date(start=PartialDate(2011)))
    assert conflict_of(one) == "year 2011 is not the 2010 of the DOI"
    assert derive(one, Diagnostics()) is one


def test_pages_inside_an_article_do_not_contradict_its_number() -> None:
    one = record("10.1103/PhysRevB.66.115202", pages=Pages(first="1", last="4"))
    assert conflict_of(one) == ""
    other = record("10.1103/PhysRevB.66.115202", pages=Pages(article_number="115203"))
    assert conflict_of(other) == "first page 115203 is not the 115202 of the DOI"


@pytest.mark.parametrize("type_", [ItemType.BOOK, ItemType.CHAPTER, ItemType.PAPER_CONFERENCE])
def test_books_are_left_alone(type_: ItemType) -> None:
    one = record("10.1093/brain/122.2.165", type_)
    assert derive(one, Diagnostics()) is one


def test_the_example_page_gets_volume_and_issue_and_says_what_it_lacks() -> None:
    page = EXAMPLES / "peer-support.txt"
    said = Diagnostics()
    (got,) = pipeline.read([Input(page.name, page.read_bytes())], said)
    assert (got.volume, got.issue, got.container_title, got.issued) == ("6", "2", "", None)
    assert [item.message for item in said.items] == [
        "derived from the DOI: volume 6, issue 2 (first page 165 confirms it)",
        "the source does not state: journal or book and year",
    ]


def test_listed_works_are_completed_when_they_are_converted() -> None:
    bib = b"@article{a, title={An invented title}, doi={10.1136/gut.45.2.165}}\n"
    read = registry.find("bibtex", to=False)[0]
    for derives in (True, False):
        (got,) = pipeline.read(
            [Input("a.bib", bib)],
            Diagnostics(),
            format_=read,
            options=ReadOptions(include=Include.ALL, derive=derives),
        )
        assert bool(got.container_title == "Gut") is derives
    out = io.StringIO()
    pipeline.write([got], out, registry.find("ris", to=True)[0], Diagnostics())
    assert "VL  - " not in out.getvalue()


def test_an_endless_suffix_tells_nothing() -> None:
    assert told_by("10.1016/j" + ".susc" * 1_000_000) is None


@given(st.text(max_size=40))
def test_no_suffix_is_too_odd(suffix: str) -> None:
    for prefix in ("10.1093", "10.1016", "10.3390", "10.9999", "10.1021"):
        one = derive(record(f"{prefix}/{suffix}"), Diagnostics())
        assert derive(one, Diagnostics()) is one


def test_a_volume_follows_from_no_year_after_the_last() -> None:
    journal = Journal("On Trees", since=1949, first=3, last=1999)
    assert [journal.volume(year) for year in (1951, 1952, 1999, 2000, None)] == [
        "", "3", "50", "", ""
    ]  # fmt: skip
