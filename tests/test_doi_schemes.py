"""Volumes, issues and years that follow from the schemes of single publishers."""

from __future__ import annotations

import pytest

from litconv.diagnostics import Diagnostics
from litconv.model import Identifiers, ItemType, Record
from litconv.refine.doi import derive


def told(doi: str) -> Record:
    """Give what is derived in a record that has nothing but a DOI."""
    one = Record(type=ItemType.ARTICLE_JOURNAL, identifiers=Identifiers(doi=doi))
    return derive(one, Diagnostics())


def year_of(doi: str) -> int | None:
    issued = told(doi).issued
    return issued.year if issued else None


def test_the_volume_follows_from_the_year_of_the_issue() -> None:
    got = told("10.1111/j.1748-5827.1991.tb00789.x")
    assert [(step.field, step.rule) for step in got.provenance] == [
        ("container_title", "doi:blackwell-scanned"),
        ("issued", "doi:blackwell-scanned"),
        ("volume", "doi:year-volume"),
    ]


def test_a_volume_that_only_follows_from_the_year_contradicts_nothing() -> None:
    doi = Identifiers(doi="10.1111/j.1748-5827.1991.tb00789.x")
    one = Record(type=ItemType.ARTICLE_JOURNAL, identifiers=doi, volume="31")
    got = derive(one, Diagnostics())
    assert got.container_title == "Journal of Small Animal Practice"
    assert got.volume == "31"


@pytest.mark.parametrize(
    ("doi", "year"),
    [
        # two volumes a year; the first stood alone in 1958
        ("10.1103/PhysRevLett.1.34", 1958),
        ("10.1103/PhysRevLett.2.13", 1959),
        ("10.1103/PhysRevLett.3.20", 1959),
        ("10.1103/PhysRevLett.132.010801", 2024),
        # two, from January on
        ("10.1103/PhysRevB.1.603", 1970),
        ("10.1103/PhysRevB.2.5", 1970),
        ("10.1103/PhysRevB.3.5", 1971),
        ("10.1103/PhysRevA.75.012345", 2007),
        ("10.1103/PhysRevD.100.012345", 2019),
        ("10.1103/PhysRevE.46.1234", None),
        ("10.1103/PhysRevE.47.1234", 1993),
        ("10.1103/PhysRevApplied.1.014001", 2014),
        ("10.1103/PhysRevApplied.2.014001", 2014),
        ("10.1103/PhysRevApplied.3.014001", 2015),
        # four from 1950 to 1965, before and after other numbers
        ("10.1103/PhysRev.76.123", None),
        ("10.1103/PhysRev.77.123", 1950),
        ("10.1103/PhysRev.80.123", 1950),
        ("10.1103/PhysRev.104.1364", 1956),
        ("10.1103/PhysRev.133.A1163", 1964),
        ("10.1103/PhysRev.140.A1", 1965),
        ("10.1103/PhysRev.141.123", None),
        ("10.1126/science.282.5386.100", 1998),
        ("10.1126/science.283.5398.100", 1999),
        ("10.1126/science.134.3483.100", None),
        ("10.1136/vr.105.17.405", 1979),
        ("10.1136/vr.148.23.707", 2001),
        # one since 2022
        ("10.2460/javma.245.3.304", 2014),
        ("10.2460/javma.259.3.304", 2021),
        ("10.2460/javma.260.3.304", None),
        # one since 1981, before that two
        ("10.1143/JPSJ.49.100", None),
        ("10.1143/JPSJ.60.3625", 1991),
    ],
)
def test_the_year_of_a_journal_with_many_volumes_a_year(doi: str, year: int | None) -> None:
    assert year_of(doi) == year


@pytest.mark.parametrize(
    ("doi", "volume", "issue", "page"),
    [
        # a digit of the place more, and 17 digits that are not SAGE's
        ("10.1177/0049124192020004012", "20", "4", ""),
        ("10.3102/00028312024002173", "24", "2", "173"),
        ("10.3102/0002831211415253", "", "", ""),
        ("10.1038/419553a", "419", "", "553"),
        # as many digits as issue and page need
        ("10.1051/jphys:0196700280109300", "28", "1", "93"),
        ("10.1051/jphys:019750036010098500", "36", "10", "985"),
        ("10.1051/jphys:0198000410110136100", "41", "11", "1361"),
        ("10.1051/jphys:01976003707-8089500", "37", "7-8", "895"),
        ("10.1051/jphys:01976003711-12109500", "37", "11-12", "1095"),
        # page 10 of January would look like that
        ("10.1051/jphys:019750036010001000", "", "", ""),
        # the first digit of two is no colloque's number
        ("10.1051/jphyscol:1982525", "43", "C5", ""),
        ("10.1051/jphyscol:19811012", "42", "", ""),
        ("10.1056/NEJM198502123120701", "312", "7", ""),
        ("10.2754/avb201180020111", "80", "2", "111"),
        ("10.5751/ACE-01234-110203", "11", "2", ""),
        ("10.1134/S1063782610090123", "44", "9", ""),
        ("10.1134/S0021364009080086", "", "8", ""),
        ("10.1134/S0021364009130086", "", "", ""),
        ("10.1134/S1063782622090123", "", "", ""),
        ("10.1149/2.0101402jes", "161", "2", ""),
        # the first volume of Sedimentology that is alone in its year
        ("10.1111/j.1365-3091.1974.tb01234.x", "", "", ""),
        ("10.1111/j.1365-3091.1975.tb01234.x", "22", "", ""),
        ("10.1557/mrs2005.26", "30", "", ""),
        ("10.1557/JMR.1999.0468", "14", "", ""),
        ("10.1523/JNEUROSCI.1234-05.2005", "25", "", ""),
        ("10.1143/JPSJ.75.123701", "75", "12", ""),
        # a volume of three digits, which is not one of four and an issue of January
        ("10.1051/rphysap:0196800302014300", "3", "2", "143"),
        ("10.1051/rphysap:0196800310014300", "3", "10", "143"),
        ("10.1051/rphysap:0196800320014300", "", "", ""),
        ("10.1049/el:19801234", "16", "", ""),
        # the number of a manuscript of 2006, which may have come out in 2007
        ("10.1049/el:20063456", "", "", ""),
        ("10.1246/cl.2010.123", "39", "", "123"),
        # templates of journal systems, under any prefix
        ("10.9999/alder.v12i3.4567", "12", "3", ""),
        ("10.9999/alder.v12i3.a.17", "12", "3", ""),
        ("10.9999/alder.v0i0.4567", "", "", ""),
        ("10.18637/jss.v082.i13", "82", "13", ""),
        ("10.9999/ALDER.2021.v11.i4.25", "11", "4", ""),
        ("10.9999/alder.2014v5n2a149", "5", "2", ""),
        ("10.4310/ATMP.1998.v2.n2.a1", "2", "2", ""),
        ("10.9999/alder.v2020", "", "", ""),
        ("10.3748/wjg.v11.i1.12", "11", "1", "12"),
        ("10.9999/alder.2012.19(1).01", "19", "1", ""),
        ("10.5860/rusq.51n4.319", "51", "4", "319"),
        ("10.1648/0273-8570-73.2.130", "73", "2", "130"),
        ("10.1648/0273-8571-73.2.130", "", "", ""),
        ("10.9999/0507-3758-2022-68-2-182-187", "68", "2", "182"),
        ("10.1597/1545-1569_1994_031_0364_cpwart_2.3.co_2", "31", "", "364"),
        ("10.1354/vp.37-5-488", "37", "5", "488"),
        ("10.1139/cjz-77-12-1850", "77", "12", "1850"),
        ("10.1139/Y08-098", "", "", ""),
        ("10.1386/btwo.1.1.7_1", "1", "1", "7"),
        ("10.3138/jsp.50.1.03", "50", "1", ""),
        ("10.18563/m3.3.2.e3", "3", "2", ""),
        ("10.1524/zkri.1958.110.1-6.395", "110", "1-6", "395"),
        ("10.1524/teme.72.1.23.56689", "72", "1", "23"),
        ("10.1385/BTER:78:1-3:53", "78", "1-3", "53"),
        ("10.1358/mf.2010.32.5.1520420", "32", "5", ""),
        ("10.12759/hsr.41.2016.2.48-71", "41", "2", "48"),
        ("10.2165/00003495-200565150-00003", "65", "15", ""),
        ("10.1207/s15327957pspr0703_02", "7", "3", ""),
        ("10.5558/tfc85091-1", "85", "1", "91"),
        ("10.1042/bj2220025", "222", "", "25"),
        ("10.1042/BJ20051234", "", "", ""),
        ("10.1530/jrf.0.0390365", "39", "", "365"),
        ("10.5326/0380029", "38", "", "29"),
        ("10.15891/j.cnki.cn62-1093/c.1990.06.017", "", "6", ""),
    ],
)
def test_more_volumes_and_issues(doi: str, volume: str, issue: str, page: str) -> None:
    got = told(doi)
    assert (got.volume, got.issue, got.pages.first) == (volume, issue, page)


@pytest.mark.parametrize(
    ("doi", "year"),
    [
        # accepted in 2011, printed in 2012
        ("10.1557/jmr.2011.354", None),
        ("10.1557/mrs.2014.3", None),
        ("10.1557/mrs2009.28", 2009),
        # December's issue is online in January
        ("10.1134/S1063785015120044", None),
        ("10.1149/2.0501501jes", None),
        ("10.1590/S0102-09352009000200007", 2009),
        # ahead of print
        ("10.1590/S0102-09352009005000007", None),
    ],
)
def test_a_year_that_is_no_issues_is_not_taken(doi: str, year: int | None) -> None:
    assert year_of(doi) == year
