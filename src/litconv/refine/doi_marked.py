r"""Suffixes in which letters, brackets or places mark volume and issue: see `doi_rules`.

Open Journal Systems and its like build DOIs by a template (`%j.v%vi%i.%a`) under thousands of
prefixes, so these rules hold for any: the marks alone say what the numbers are. The last part is
mostly the number of an upload.
"""

from __future__ import annotations

from typing import Final

from litconv.refine.doi_rule import ISSN, ISSUE, PAGE, VOLUME, YEAR, Rule

_ISSUES: Final = r"(?P<issue>\d{1,2}(?:-\d{1,2})?)"

MARKED_RULES: Final = (
    Rule(
        "baishideng",
        "Baishideng (World Journal of …): the last number is the first page",
        "10.3748 10.4239 10.4240 10.4251 10.4252 10.4253 10.4254 10.4291 10.4292 10.4329 10.4330 "
        "10.12998 10.13105",
        rf"[a-z]+\.v{VOLUME}\.i{ISSUE}\.{PAGE}",
        "wjd.v5.i3.258",
        "volume 1/1, issue 1/1, page 1/1",
    ),
    Rule(
        "ojs",
        "Open Journal Systems, International Press (volume v, issue i or n)",
        "*",
        rf"[a-z_-]+\d?\.(?:{YEAR}\.?)?v{VOLUME}\.?[in]{ISSUE}(?:[.a].*)?",
        "jsava.v81i4.157",
        "year 3/3, volume 14/14, issue 13/13",
    ),
    Rule(
        "airiti",
        "Journals of Taiwan: year, volume, issue in brackets, article",
        "*",
        rf"[a-z]+\.{YEAR}\.{VOLUME}\({ISSUE}\)\.\d+",
        "JOQ.2012.19(1).01",
        "year 2/2, volume 2/2, issue 2/2",
    ),
    Rule(
        "ala",
        "American Library Association",
        "10.5860",
        rf"[a-z]+\.{VOLUME}n{ISSUE}\.{PAGE}",
        "rusq.51n4.319",
        "journal 1/1, volume 1/1, issue 1/1, page 1/1",
    ),
    Rule(
        "issn-volume",
        "BioOne and others: ISSN, volume, issue, page",
        "*",
        rf"{ISSN}-{VOLUME}\.{ISSUE}\.{PAGE}",
        "0273-8570-73.2.130",
        "volume 1/1, issue 1/1",
    ),
    Rule(
        "issn-year",
        "Russian journals: ISSN, year, volume, issue, pages",
        "*",
        rf"{ISSN}-{YEAR}-{VOLUME}-{ISSUE}-(?P<page>\d{{1,4}})-\d{{1,4}}",
        "0507-3758-2022-68-2-182-187",
        "year 1/1, volume 1/1, issue 1/1, page 1/1",
    ),
    Rule(
        "allen",
        "Allen Press: SICIs with low lines",
        "*",
        rf"{ISSN}_{YEAR}_(?P<volume>\d{{2,3}})_(?P<page>\d{{3,4}})_.*",
        "1545-1569_1994_031_0364_cpwart_2.3.co_2",
        "year 1/1, volume 1/1, page 1/1",
    ),
    Rule(
        "dashes",
        "American College of Veterinary Pathologists, Canadian Science Publishing",
        "10.1354 10.1139",
        rf"[a-z]+[.-]{VOLUME}-{ISSUE}-{PAGE}",
        "vp.37-5-488",
        "journal 3/3, volume 3/3, issue 3/3, page 2/2",
    ),
    Rule(
        "jov",
        "Journal of Vision: volume, issue, article",
        "10.1167",
        r"(?P<volume>\d{1,2})\.(?P<issue>\d{1,2})\.(?P<article>\d{1,4})",
        "16.2.4",
        "journal 1/1, volume 1/1, issue 1/1, page 1/1",
        code="jov",
    ),
    Rule(
        "intellect",
        "Intellect",
        "10.1386",
        rf"[a-z]+\.{VOLUME}\.{ISSUE}\.{PAGE}[_/]\d",
        "btwo.1.1.7_1",
        "volume 1/1, issue 1/1",
    ),
    Rule(
        "oldenbourg",
        "Oldenbourg, Humana: parts of an issue",
        "10.1524 10.1385",
        rf"[a-z]+(?:\.{YEAR}(?=\.\d+\.[\d-]+\.\d+$))?[.:]{VOLUME}[.:]{_ISSUES}[.:]{PAGE}"
        r"(?:\.\d{5,})?",
        "zkri.1958.110.1-6.395",
        "year 1/1, volume 3/3, issue 2/2, page 3/3",
    ),
    Rule(
        "prous",
        "Prous Science: year, volume, issue and a number",
        "10.1358",
        rf"[a-z]+\.{YEAR}\.{VOLUME}\.{ISSUE}\.\d{{5,8}}",
        "mf.2010.32.5.1520420",
        "year 1/1, volume 1/1, issue 1/1",
    ),
    Rule(
        "hsr",
        "Historical Social Research: volume, year, issue, pages",
        "10.12759",
        rf"hsr\.{VOLUME}\.{YEAR}\.{ISSUE}\.(?P<page>\d+)-\d+",
        "hsr.41.2016.2.48-71",
        "journal 1/1, year 1/1, volume 1/1, issue 1/1, page 1/1",
        code="hsr",
    ),
    Rule(
        "adis",
        "Adis (Drugs and others): number of the journal, year, volume, issue, 0 or 1",
        "10.2165",
        rf"\d{{8}}-{YEAR}(?P<volume>\d\d)(?P<issue>\d\d)\d-\d{{5}}",
        "00003495-200565150-00003",
        "year 1/1, volume 1/1, issue 1/1",
    ),
    Rule(
        "erlbaum",
        "Lawrence Erlbaum: ISSN, letters of the journal, volume and issue of two digits",
        "10.1207",
        r"s(?P<issn>\d{7}[\dX])[a-z]+(?P<volume>\d\d)(?P<issue>\d\d)_\d+",
        "s15327957pspr0703_02",
        "volume 1/1, issue 1/1",
    ),
    Rule(
        "forestry",
        "The Forestry Chronicle: volume, page of three digits, issue",
        "10.5558",
        r"tfc(?P<volume>\d\d)(?P<page>\d{3})-(?P<issue>\d)",
        "tfc85091-1",
        "journal 1/1, volume 1/1, issue 1/1, page 1/1",
        code="tfc",
    ),
    Rule(
        "volume-page-digits",
        "Biochemical Society, Bioscientifica: three digits of the volume, four of the page",
        "10.1042 10.1530",
        r"(?:bj|[a-z]+\.0\.)(?P<volume>\d{3})(?P<page>\d{4})",
        "bj2220025",
        "journal 1/1, volume 2/2, page 2/2",
    ),
    Rule(
        "aaha",
        "American Animal Hospital Association until 2009: volume and page",
        "10.5326",
        r"0(?P<volume>\d\d)(?P<page>\d{4})",
        "0380029",
        "journal 3/3, volume 3/3, page 3/3",
        code="1547-3317",
    ),
)
