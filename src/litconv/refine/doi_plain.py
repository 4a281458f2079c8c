r"""Suffixes that spell volume, issue and first page out: see `doi_rules` for what the parts mean.

Their publishers print the parts in one order with marks between them, or with so many digits for
each. Where the last number only counts articles, or names a manuscript, it is in no group. Few
of these DOIs were in the bibliographies counted; what the rules rest on is the scheme itself, as
the publishers' own pages show it.
"""

from __future__ import annotations

from typing import Final

from litconv.refine.doi_rule import ISSN, ISSUE, PAGE, VOLUME, YEAR, Rule

PLAIN_RULES: Final = (
    Rule(
        "apa",
        "American Psychological Association, Hogrefe, Expert Reviews, Informa",
        "10.1037 10.1024 10.1026 10.1027 10.1586 10.1517 10.2217 10.2747",
        rf"/?[a-z]*{ISSN}\.{VOLUME}\.{ISSUE}\.{PAGE}",
        "0022-3514.51.6.1173",
        "volume 7/7, issue 5/5, page 7/7",
    ),
    Rule(
        "issn-dashes",
        "American Animal Hospital Association, Microbiology Society, BioMed Central, Duke",
        "10.5326 10.1099 10.1186 10.1215",
        rf"{ISSN}-{VOLUME}-{ISSUE}-{PAGE}",
        "00222615-15-2-189",
        "journal 10/10, volume 10/10, issue 10/10, page 10/10",
    ),
    Rule(
        "annals",
        "American College of Physicians",
        "10.7326",
        rf"{ISSN}-{VOLUME}-{ISSUE}-{YEAR}\d{{5}}-\d{{5}}",
        "0003-4819-132-1-200001040-00001",
        "-",
    ),
    Rule(
        "ovid",
        "Lippincott Williams & Wilkins: the issue's date stands after a number of the journal",
        "10.1097 10.1213 10.2106 10.1249 10.1227",
        rf"\d{{8}}-{YEAR}(?:0\d|1[0-2])\d{{3}}-\d{{5}}",
        "00002030-199211000-00019",
        "year 3/3",
    ),
    Rule(
        "dotted",
        "AMA, American Psychiatric Association, Royal College of Psychiatrists, diabetes and "
        "economics associations, INFORMS, American Public Health Association and others",
        "10.1001 10.1176 10.1192 10.1257 10.1287 10.1542 10.2337 10.2105 10.5860 10.18999 10.1378 "
        "10.1377 10.1212 10.1123",
        rf"[a-z.]+\.{VOLUME}\.{ISSUE}\.{PAGE}",
        "diacare.25.1.148",
        "journal 5/5, volume 8/8, issue 8/8, page 8/8",
    ),
    Rule(
        "dotted-biology",
        "Societies of biology, Rockefeller University Press, Cold Spring Harbor",
        "10.1074 10.1083 10.1084 10.1085 10.1091 10.1096 10.1101 10.1104 10.1105 10.1242 10.4049",
        rf"[a-z]+\.{VOLUME}\.{ISSUE}\.{PAGE}",
        "jcb.148.1.29",
        "-",
    ),
    Rule(
        "dotted-heart",
        "American Heart Association",
        "10.1161",
        rf"01\.(?P<journal>[a-z]{{3}})\.{VOLUME}\.{ISSUE}\.{PAGE}",
        "01.CIR.101.1.16",
        "-",
    ),
    Rule(
        "heart-id",
        "American Heart Association",
        "10.1161",
        r"01\.(?P<journal>[a-z]{3})\.\d{10}\.\d{5}\..*",
        "01.ATV.0000071349.30914.25",
        "journal 1/1",
    ),
    Rule(
        "dotted-year",
        "American Association of Neurological Surgeons, Modern Language Association, Guilford, "
        "University of California Press, American Physiological Society, Korean journals",
        "10.3171 10.1632 10.1521 10.1525 10.1152 10.2466 10.4142 10.4093 10.4196 10.5607 10.3346 "
        "10.3349 10.3348 10.4070 10.3904 10.3350 10.5021 10.3340 10.4111 10.3345 10.2308",
        rf"[a-z]+\.{YEAR}\.{VOLUME}\.{ISSUE}\.(?P<page>[a-z]?\d{{1,4}})",
        "jns.1988.69.3.0375",
        "journal 6/6, year 10/10, volume 10/10, issue 9/9, page 9/9",
    ),
    Rule(
        "nurses",
        "RCNi",
        "10.7748",
        rf"[a-z]+\.{VOLUME}\.{ISSUE}\.{PAGE}\.[a-z]\d+",
        "nop.23.2.5.s7",
        "volume 2/2, issue 2/2, page 2/2",
    ),
    Rule(
        "peeters",
        "Peeters: an issue 0 is none",
        "10.2143",
        rf"[a-z]+\.{VOLUME}\.{ISSUE}\.\d{{7}}",
        "EP.22.4.3127266",
        "volume 7/7, issue 6/6",
    ),
    Rule(
        "counted",
        "Zootaxa, University of Toronto Press, HAU, FQS: the last number counts articles",
        "10.11646 10.22207 10.21199 10.3138 10.14318 10.17169 10.18563",
        r"(?:[a-z]+|m3)[.-]?(?P<volume>\d{1,4})\.(?P<issue>\d{1,2})\.e?\d+",
        "zootaxa.3311.1.1",
        "journal 1/1, volume 9/9, issue 9/9",
    ),
    Rule(
        "akademiai",
        "Akadémiai Kiadó",
        "10.1556",
        rf"[a-z]+\.{VOLUME}\.{YEAR}\.{ISSUE}\.\d+",
        "AVet.54.2006.3.6",
        "year 2/2, volume 2/2, issue 2/2",
    ),
    Rule(
        "turpion",
        "Turpion (Physics-Uspekhi and other translations)",
        "10.1070",
        rf"(?P<journal>[a-z]{{2}}){YEAR}v(?P<volume>\d{{3}})n(?P<issue>\d\d)ABEH\d+",
        "PU1999v042n02ABEH000589",
        "journal 3/3, year 3/3, volume 3/3, issue 2/2",
    ),
    Rule(
        "annurev-page",
        "Annual Reviews until 2002: each volume has the issue 1, which nobody cites",
        "10.1146",
        rf"(?P<journal>annurev\.[a-z]+)\.{VOLUME}\.1\.{PAGE}",
        "annurev.matsci.31.1.323",
        "journal 1/1, volume 1/1, page 1/1",
    ),
    Rule(
        "annurev-volume",
        "Annual Reviews until 2005",
        "10.1146",
        rf"(?P<journal>annurev\.[a-z]+)\.{VOLUME}\.\d{{6}}\.\d{{6}}",
        "annurev.matsci.34.040203.112300",
        "journal 2/2, volume 2/2",
    ),
    Rule(
        "volume-page",
        "Japanese, Korean, Polish and Chinese societies",
        "10.1292 10.3938 10.12693 10.1248 10.2355 10.2109 10.11406 10.2323 10.3177 10.1589 10.7498",
        rf"[a-z]+\d?\.{VOLUME}\.(?P<page>[a-z]?\d{{1,4}})",
        "jkps.54.1730",
        "journal 7/7, volume 11/11, page 11/11",
    ),
    Rule(
        "beilstein",
        "Beilstein-Institut: the last number counts articles",
        "10.3762",
        rf"[a-z]+\.{VOLUME}\.\d+",
        "bjnano.10.117",
        "journal 3/3, volume 3/3",
    ),
    Rule(
        "resilience",
        "Resilience Alliance: number, volume, issue and place in the issue",
        "10.5751",
        r"[a-z]+-\d{5}-(?P<volume>\d\d)(?P<issue>0\d)\d\d",
        "ACE-01234-110203",
        "journal 4/4, volume 4/4, issue 4/4",
    ),
    Rule(
        "spie",
        "SPIE: pages are article numbers, or 1",
        "10.1117",
        r"1\.(?P<journal>[a-z]+)\.(?P<volume>\d{1,2})\.(?:(?P<issue>\d{1,2})\.)?(?P<start>\d{6})",
        "1.JNP.11.026015",
        "journal 7/7, volume 7/7, issue 1/1",
    ),
    Rule(
        "trans-tech",
        "Trans Tech Publications",
        "10.4028",
        r"www\.scientific\.net/(?P<journal>[a-z]+)\.(?P<volume>\d+(?:-\d+)?)\.(?P<page>\d+)",
        "www.scientific.net/MSF.251-254.65",
        "journal 4/4, volume 4/4, page 4/4",
    ),
    Rule(
        "epl",
        "EPL: the article's number begins with that of the issue",
        "10.1209",
        r"(?P<issn>0295-5075)/(?P<volume>\d{2,3})/(?P<start>(?P<issue>[1-6])\d{4})",
        "0295-5075/102/17009",
        "journal 2/2, volume 2/2, issue 2/2",
    ),
    Rule(
        "inter-research",
        "Inter-Research until about 2009",
        "10.3354",
        r"(?:ab|ame|cr|dao|esr|meps)(?P<volume>\d{3})(?P<page>\d{3})",
        "dao056001",
        "-",
    ),
    Rule(
        "genome-biology",
        "BioMed Central",
        "10.1186",
        rf"gb-{YEAR}-{VOLUME}-{ISSUE}-(?P<page>[a-z]?\d+)",
        "gb-2006-7-1-r1",
        "-",
        code="s13059",
    ),
    Rule(
        "theory-of-computing",
        "Theory of Computing",
        "10.4086",
        rf"toc\.{YEAR}\.v(?P<volume>\d{{3}})a\d{{3}}",
        "toc.2013.v009a009",
        "journal 3/3, year 3/3, volume 3/3",
        code="toc",
    ),
    Rule(
        "wiley-scanned",
        "Wiley: issues scanned later; year, or three digits for the journal, then volume, issue "
        "(supplements are counted among them, so it is not taken), and the article's place in it",
        "10.1002",
        r"[a-z]+\.(?:(?P<year>1[89]\d\d)(?=\d{7}$)|\d{3}(?=\d{7}$)|(?!19|20)\d{3}(?=\d{6}$))"
        r"(?P<volume>\d{2,3})\d{4}",
        "andp.19053221004",
        "journal 45/45, year 10/10, volume 46/47",
    ),
)
