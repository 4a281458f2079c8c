r"""Suffixes with the year of the issue in them: see `doi_rules` for what the parts mean.

Where the journal has one volume a year, the volume follows (`by_year`). So it does from a year that
is that of the issue's date and no more than suggests when the issue came out (`pleiades`, `ecs`).
"""

from __future__ import annotations

from typing import Final

from litconv.refine.doi_rule import ISSN, YEAR, Rule

_MONTH: Final = r"(?P<issue>0[1-9]|1[0-2])"

DATED_RULES: Final = (
    Rule(
        "blackwell-scanned",
        "Wiley-Blackwell: issues scanned later",
        "10.1111 10.1002",
        rf"j\.{ISSN}\.{YEAR}\.tb\d{{5}}\.x",
        "j.1748-5827.1991.tb00789.x",
        "journal 74/74, year 82/82, volume 64/64",
        by_year=True,
    ),
    Rule(
        "hindawi",
        "Hindawi. Volumes have the year for a number, those of journals taken over from Pulsus, "
        "IOS Press and Gordon & Breach only since 2016",
        "10.1155",
        rf"(?=(?P<volume>201[6-9]|20[2-9]\d)?){YEAR}/\d+",
        "2015/123456",
        "year 15/15",
    ),
    Rule(
        "edp-applied",
        "EDP Sciences (Revue de Physique Appliquée): as below, with three digits of the volume",
        "10.1051",
        rf"rphysap:0{YEAR}(?P<volume>\d{{3}}){_MONTH}(?P<page>\d{{4}})\d\d",
        "rphysap:0196800302014300",
        "journal 1/1, year 1/1, volume 1/1, issue 1/1, page 1/1",
    ),
    Rule(
        "edp",
        "EDP Sciences (Journal de Physique): year, volume, issue and page, of as many digits as "
        "they need",
        "10.1051",
        rf"(?:jphys|jphysrad|rphysap(?!:\d{{16}}$)):0{YEAR}(?P<volume>\d{{4}})"
        r"(?P<issue>(?:0[1-9]|1[0-2])(?:(?=\d{5,6}$)|-(?:[2-9]|1[0-2])(?=\d{6}$))|"
        r"01[0-2](?=\d{7}$|(?:0[5-9]|[1-9]\d)\d{4}$))(?P<page>\d{3,5})\d\d",
        "jphys:01963002403020600",
        "journal 20/20, year 23/23, volume 23/23, issue 19/19, page 23/23",
    ),
    Rule(
        "edp-colloque",
        "EDP Sciences: year, colloque (its first digit, if it is not 10 or more), article",
        "10.1051",
        rf"jphyscol:{YEAR}(?P<colloque>[2-9])?\d+",
        "jphyscol:1982525",
        "journal 11/11, year 11/11, volume 11/11, issue 4/4",
        by_year=True,
    ),
    Rule(
        "mrs",
        "Materials Research Society until 2010",
        "10.1557",
        rf"(?:jmr\.(?=\d{{4}}\.\d{{4}}$)|mrs){YEAR}\.\d+",
        "JMR.1999.0468",
        "journal 15/15, year 14/15, volume 15/15",
        by_year=True,
    ),
    Rule(
        "iee",
        "Institution of Electrical Engineers (Electronics Letters) until 2004; later numbers are "
        "those of manuscripts (`iee-id`)",
        "10.1049",
        r"el:(?P<year>19\d\d|200[0-4])\d{4}",
        "el:19801234",
        "journal 4/4, year 4/4, volume 4/4",
        by_year=True,
    ),
    Rule(
        "year-page",
        "Chemistry Letters until 2012, Surface Science Society of Japan: year and page",
        "10.1246 10.1380",
        rf"(?:cl|ejssnt)\.{YEAR}\.(?P<page>\d{{1,4}})",
        "cl.2010.123",
        "journal 2/2, year 2/2, volume 2/2, page 2/2",
        by_year=True,
    ),
    Rule(
        "muse",
        "Project MUSE",
        "10.1353",
        rf"[a-z]+\.{YEAR}\.\d{{4}}",
        "con.1998.0014",
        "journal 5/5, year 8/8, volume 3/3",
        by_year=True,
    ),
    Rule(
        "royal-society",
        "Royal Society: issues scanned later",
        "10.1098",
        r"rs[a-z]{2}\.(?P<year>1[6-9]\d\d)\.\d{4}",
        "rspa.1962.0115",
        "journal 5/5, year 5/5",
    ),
    Rule(
        "jhep",
        "Springer for SISSA: some cite the year as volume, others the issue",
        "10.1007",
        rf"JHEP\d\d\({YEAR}\)(?P<start>\d{{3}})",
        "JHEP02(2016)087",
        "journal 1/1, year 1/1",
        code="jhep",
    ),
    Rule(
        "jneurosci",
        "Society for Neuroscience",
        "10.1523",
        rf"jneurosci\.\d+-\d\d\.{YEAR}",
        "JNEUROSCI.1234-05.2005",
        "-",
        by_year=True,
    ),
    Rule(
        "nature-month",
        "Nature's monthly journals whose first year was a whole one: month, year, page",
        "10.1038",
        rf"(?P<journal>nbt|nm|nsmb){_MONTH}(?P<yy>0\d|9\d)-(?P<page>\d+)[a-z]?",
        "nbt1206-1565",
        "journal 1/1, year 1/1, volume 1/1, issue 1/1, page 1/1",
        by_year=True,
    ),
    Rule(
        "nejm-dated",
        "Massachusetts Medical Society until about 2000: date, volume, issue, article",
        "10.1056",
        rf"nejm{YEAR}\d{{4}}(?P<volume>\d{{3}})(?P<issue>\d\d)\d\d",
        "NEJM198502123120701",
        "journal 3/3, year 3/3, volume 3/3, issue 3/3",
        code="nejm",
    ),
    Rule(
        "brno",
        "Acta Veterinaria Brno: year, volume, issue, page",
        "10.2754",
        rf"avb{YEAR}(?P<volume>\d\d)(?P<issue>0\d)(?P<page>\d{{4}})",
        "avb201180020111",
        "journal 3/3, year 3/3, volume 3/3, issue 3/3, page 3/3",
        code="avb",
    ),
    Rule(
        "scielo",
        "SciELO: year and number of the issue in it (supplements are counted, so it is not taken); "
        "numbers above 12 are those of articles ahead of print",
        "10.1590 10.4067",
        rf"S{ISSN}{YEAR}00(?:0[1-9]|1[0-2])\d{{5}}",
        "S0102-09352009000200007",
        "year 6/6, issn 6/6",
        issn=True,
    ),
    Rule(
        "pleiades",
        "Pleiades for the Ioffe Institute: year and issue. The last issue of a year comes out in "
        "the next one; numbers have been in disorder since 2022",
        "10.1134",
        r"S(?P<issn>1063-?78(?:26|34|42|50)|0021-?3640|1054-?660X)"
        rf"(?P<guess>0\d|1\d|2[01]){_MONTH}\d{{3}}[\dX]",
        "S1063782610090123",
        "journal 19/19, volume 18/18, issue 19/19",
        by_year=True,
        early=12,
    ),
    Rule(
        "ecs",
        "The Electrochemical Society until 2019: number, year, issue, journal. The year is that of "
        "the volume; the article was online before",
        "10.1149",
        r"2\.\d{3}(?P<guess>1\d)(?P<issue>\d\d)(?P<journal>jes|jss|eel|ssl)",
        "2.0101402jes",
        "journal 2/2, volume 2/2, issue 2/2",
        by_year=True,
        early=99,
    ),
)
