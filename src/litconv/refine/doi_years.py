"""Suffixes that tell the journal or its ISSN, and at most suggest a year: see `doi_rules`."""

from __future__ import annotations

from typing import Final

from litconv.refine.doi_rule import ISSN, Rule

_GUESS: Final = r"(?P<guess>(?:19|20)\d\d)"
_YY: Final = r"(?P<guess>\d\d)"

YEAR_RULES: Final = (
    Rule(
        "iop-id",
        "IOP Publishing, Japan Society of Applied Physics",
        "10.1088 10.7567 10.35848",
        rf"{ISSN}/\w+",
        "1361-6463/aa6bb4",
        "journal 46/46",
        issn=True,
        early=4,
    ),
    Rule(
        "springer",
        "Springer, BioMed Central, Nature",
        "10.1007 10.1186 10.1038 10.1208",
        rf"(?P<journal>s\d{{5}})-0{_YY}-\d+-[\dwxyz]",
        "s10853-012-6555-7",
        "journal 281/281",
    ),
    Rule(
        "bmj-id",
        "BMJ",
        "10.1136",
        rf"[a-z]+-{_GUESS}-\d+.*",
        "bmjopen-2013-003456",
        "journal 22/22",
    ),
    Rule(
        "nature-id",
        "Nature",
        "10.1038",
        rf"[a-z.]+\.{_GUESS}\.\d+",
        "nphoton.2010.123",
        "journal 99/99",
    ),
    Rule(
        "scientific-reports",
        "Nature",
        "10.1038",
        r"(?P<journal>srep)(?P<article>\d{5})",
        "srep01234",
        "journal 22/22, page 22/22",
    ),
    Rule("sage-id", "SAGE", "10.1177", rf"{ISSN}{_YY}\d{{6}}", "0956797614567341", "journal 34/34"),
    Rule(
        "elsevier-pii",
        "Elsevier",
        "10.1016",
        rf"S?{ISSN}\({_YY}\)\d{{5}}-[\dX]",
        "S0022-0248(01)01234-5",
        "journal 224/225, issn 91/91",
        issn=True,
    ),
    Rule(
        "elsevier-article",
        "Elsevier, where articles have numbers instead of pages",
        "10.1016",
        rf"j\.[a-z]+\.{_GUESS}\.(?P<article>1\d{{5}})",
        "j.enbuild.2020.109923",
        "journal 24/24, page 17/17",
    ),
    Rule(
        "elsevier",
        "Elsevier",
        "10.1016",
        rf"j\.[a-z]+\.{_GUESS}\.\d\d\.\d+",
        "j.susc.2008.01.012",
        "journal 608/616",
    ),
    Rule(
        "frontiers",
        "Frontiers",
        "10.3389",
        rf"[a-z]+\.{_GUESS}\.(?P<article>\d+)",
        "fpsyg.2015.01234",
        "journal 17/17, page 12/12",
    ),
    Rule(
        "plos",
        "PLOS: a letter e and the number as it stands, or in PLOS ONE until 2014 without zeros in "
        "front (in between it is left out)",
        "10.1371",
        r"(?P<journal>journal\.p[a-z]+)\.(?:(?<=pone\.)00(?P<short>\d{5})|"
        r"(?P<e>(?<=pone\.)0(?:12[5-9]|1[3-9]\d|[2-9]\d\d)\d{3}|[1-9]\d{6})|\d+)",
        "journal.pone.0012345",
        "journal 39/39, page 33/33",
    ),
    Rule(
        "e-number",
        "eLife until 2022, PeerJ, Science Advances: a letter e and the number as it stands",
        "10.7554 10.7717 10.1126",
        r"(?:elife\.(?=[0-7]\d{4}$)|peerj(?:-[a-z]+)?\.(?=\d)|sciadv\.(?=1\d{6}$|a[a-z]{2}\d{4}$))"
        r"(?P<e>[a-z]*\d+)",
        "eLife.01234",
        "journal 9/9, page 9/9",
    ),
    Rule(
        "mrs-id",
        "Materials Research Society since 2011",
        "10.1557",
        rf"(?:jmr|mrs|mrc)\.{_GUESS}\.\d+",
        "jmr.2012.123",
        "journal 11/11",
    ),
    Rule(
        "rsc",
        "Royal Society of Chemistry",
        "10.1039",
        r"(?P<from_c>[cd])(?P<unit>\d)(?P<journal>[a-z]{2})\d{5}[\da-z]",
        "C5NR01234A",
        "journal 100/100",
    ),
    Rule(
        "rsc-before-2010",
        "Royal Society of Chemistry",
        "10.1039",
        r"(?P<from_c>[ab])(?P<unit>\d)\d{5}[\da-z]",
        "b512259g",
        "-",
    ),
    Rule(
        "nejm",
        "Massachusetts Medical Society",
        "10.1056",
        r"nejm[a-z]*\d+",
        "NEJMoa1234567",
        "journal 4/4",
        code="nejm",
    ),
    Rule(
        "acs",
        "American Chemical Society",
        "10.1021",
        r"[a-z.]+\.(?P<unit>\d)(?P<from_b>[bc])\d{5}",
        "acs.nanolett.5b01234",
        "journal 327/327",
    ),
    Rule(
        "wiley",
        "Wiley",
        "10.1002 10.1111",
        rf"[a-z]+\d?\.{_GUESS}\d{{5}}",
        "adma.201501234",
        "journal 259/260",
    ),
    Rule(
        "blackwell",
        "Wiley-Blackwell",
        "10.1111 10.1046 10.1034",
        rf"j\.{ISSN}\.{_GUESS}\..*",
        "j.1365-2125.2009.03456.x",
        "journal 111/111",
    ),
    Rule(
        "tandf",
        "Taylor & Francis",
        "10.1080 10.3109",
        rf"{ISSN}\.{_GUESS}\.\d+",
        "00480169.2015.1012345",
        "journal 12/12",
    ),
    Rule(
        "pii-issn",
        "Cambridge University Press, IUCr, Pleiades",
        "10.1017 10.1107 10.1134",
        rf"S{ISSN}{_YY}\d{{6,7}}",
        "S0022112098001234",
        "journal 29/29",
    ),
    Rule(
        "ieee", "IEEE", "10.1109", rf"[a-z-]+\.{_GUESS}\.\d+", "LPT.2010.2051234", "journal 60/61"
    ),
    Rule(
        "iee-id",
        "Institution of Electrical Engineers (Electronics Letters) 2005 to 2009",
        "10.1049",
        r"el:(?P<guess>20\d\d)\d{4}",
        "el:20061234",
        "-",
    ),
    Rule(
        "by-year",
        "AMA, Annual Reviews, ASCO, Royal Society, Academic Press and others",
        "10.1001 10.1200 10.1098 10.1542 10.1210 10.1093 10.1006 10.1053 10.1054",
        rf"[a-z.]+[.\-]{_GUESS}[.\-]\d+.*",
        "jama.2017.8334",
        "journal 8/8",
    ),
    Rule(
        "annurev",
        "Annual Reviews",
        "10.1146",
        rf"annurev[-.][a-z]+[-.]\d{{4}}{_YY}[-.]\d+",
        "annurev-matsci-070214-021144",
        "journal 9/9",
    ),
)
