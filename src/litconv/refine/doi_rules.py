r"""What the suffix of a DOI tells: one table, a rule for each way in which publishers build them.

A rule's pattern must fit the whole suffix (letter case does not matter). Its groups say what the
parts are:

* `volume`, `issue`, `page`, `year`: facts, taken as they stand (zeros in front stripped), and so
  is `article`, the number of an article that has no pages of its own in its volume;
* `e`: the number of an article that is printed with a letter e before it; `short` is one that is
  printed without its zeros; `colloque`: an issue that is printed with a letter C before it;
* `start`: a first page or article number that is right too rarely, or is too often printed in
  another form, to be filled in; it confirms or contradicts the page of a record all the same;
* `journal`: a code of `data/doi_journals.txt`; `issn`: an ISSN, which names the journal there too;
* `guess`: a year, of two or four digits, in which the DOI was assigned. The work was published
  then or in the next one, so it never becomes more than a hint. In two publishers' DOIs a letter
  is its decade (`from_b`, `from_c`: that letter is the 2010s) and `unit` its last digit.

`right` is how often the parts were those published, on 8,000 DOIs of real bibliographies (counted
by benchmarks/doi_rules.py, which says what that proves; `-` where none of them was of this kind).
What is not 1 looks like faults of those bibliographies; none was looked up. A rule is here because
its publisher's scheme says so: a pattern that merely agrees with the figures is none.
"""

from __future__ import annotations

from typing import Final

from litconv.refine.doi_rule import ISSN, YEAR, Rule

RULES: Final = (
    Rule(
        "renamed",
        "The code stayed, the name did not: IEEE before 1963 (then IRE), Angewandte Chemie before "
        "1998 (then … in English), Industrial & Engineering Chemistry before 1971, Proteins before "
        "2004, Journal of Cellular and Comparative Physiology, Literary and Linguistic Computing",
        "10.1109 10.1002 10.1021 10.1093",
        r"[a-z]+\.19(?:[45]\d|6[0-2])\.\d+|anie\.19(?:[6-8]\d|9[0-7])\d+|ie50\d{3,4}a\d+|"
        r"prot\.(?:340\d{6,7}|1\d{4})|jcp\.1030[0-6]\d{5}|llc/fq[a-u]\d+",
        "TIT.1955.1055116",
        "-",
        code="none",
    ),
    Rule(
        "oup-renamed",
        "Literary and Linguistic Computing, British Journal of Rheumatology, CABIOS: as above",
        "10.1093",
        r"(?:llc/|rheumatology/(?=[12]?\d\.|3[0-7]\.)|bioinformatics/(?=\d\.|1[0-3]\.))"
        r"(?P<volume>\d+)\.(?P<issue>\d+|suppl_\d+)\.(?P<page>[a-z]?\d+)(?:-[a-z])?",
        "llc/20.3.345",
        "-",
        code="none",
    ),
    Rule(
        "oup",
        "Oxford University Press",
        "10.1093",
        r"[a-z]+/(?P<volume>\d+)\.(?P<issue>\d+|suppl_\d+)\.(?P<page>[a-z]?\d+)(?:-[a-z])?",
        "clipsy/6.2.165",
        "journal 6/6, volume 7/7, issue 7/7, page 7/7",
    ),
    Rule(
        "sici",
        "Wiley and others (ANSI/NISO Z39.56)",
        "*",
        rf"(?:\(SICI\))?{ISSN}\({YEAR}[\d/]*\)(?P<volume>\d+)(?::(?P<issue>\d+))?"
        r"(?:[^<]*)<(?P<page>[a-z]?\d+)::.*",
        "(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
        "journal 20/20, year 20/20, volume 20/20, issue 18/18, page 20/20",
        issn=True,
    ),
    Rule(
        "sici-like",
        "American Meteorological Society, BioOne",
        "*",
        rf"{ISSN}\({YEAR}\)0*(?P<volume>\d+)[\[<]0*(?P<page>[a-z]?\d+):.*",
        "0891-6640(2002)016<0255:ADRPSO>2.3.CO;2",
        "journal 15/15, year 19/20, volume 19/20, page 17/17",
    ),
    Rule(
        "iop-conference",
        "IOP Publishing: each volume has the issue 1, which nobody cites",
        "10.1088",
        r"(?P<issn>1742-6596|1757-899X|1755-1315)/(?P<volume>\d+)/\d+/(?P<start>\d+)",
        "1742-6596/126/1/012026",
        "journal 8/8, volume 8/8",
    ),
    Rule(
        "iop",
        "IOP Publishing. The issue is right 343/345 (one bibliography states the article's number "
        "for it, one has 1 in the 38th week), which is too little if nothing else confirms it",
        "10.1088",
        rf"{ISSN}/(?P<volume>\d+)/(?P<issue>\d+[a-z]?)/(?:(?P<start>\d+)|[a-z]\d\d)",
        "0953-8984/21/39/395502",
        "journal 369/369, volume 372/372, issn 7/7",
        issn=True,
        early=4,
        confirm="issue",
    ),
    Rule(
        "aps",
        "American Physical Society",
        "10.1103",
        r"(?:PhysRev[a-z]*|RevModPhys)\.(?P<volume>\d+)\.(?P<page>\d{1,4})(?:\.\d)?",
        "PhysRevLett.76.1055",
        "journal 177/177, volume 177/177, page 173/174",
    ),
    Rule(
        "aps-article",
        "American Physical Society. Six digits begin with the issue, which 3 of 438 bibliographies "
        "state otherwise (months, the whole number): too many for it to be taken",
        "10.1103",
        r"(?:PhysRev[a-z]*|PRX[a-z]*|RevModPhys)\.(?P<volume>\d+)\.(?P<start>[A-Z]?\d+)(?:\.\d)?",
        "PhysRevLett.100.010502",
        "journal 521/522, volume 521/522",
    ),
    Rule(
        "osa",
        "Optica",
        "10.1364",
        r"[a-z]+\.(?P<volume>\d+)\.(?P<start>\d+)",
        "OE.22.003199",
        "journal 111/111, volume 111/111",
        early_page=300,
    ),
    Rule(
        "osa-supplement",
        "Optica: supplements, dated the year before",
        "10.1364",
        r"(?P<journal>[a-z]+)\.(?P<volume>\d+)\.0*(?P<start>[A-Z]\d+)",
        "OE.20.00A125",
        "journal 26/26, volume 26/26",
        early_page=9999,
    ),
    Rule(
        "jjap-issue",
        "Japanese physical societies since about 2007: article numbers begin with the issue's",
        "10.1143 10.7567 10.7566",
        r"(?:JJAP|APEX|JPSJ)\.(?P<volume>\d{1,3})\.(?P<start>(?P<issue>0[1-9]|1[0-2])\d{4})",
        "JJAP.52.031101",
        "journal 117/117, volume 116/117, issue 108/108",
    ),
    Rule(
        "jjap",
        "Japanese physical societies",
        "10.1143 10.7567 10.7566",
        r"(?:JJAP|APEX|JPSJ|PTP)\.(?P<volume>\d{1,3})\.(?P<start>[A-Z]?[\dA-Z]+)",
        "JJAP.29.L540",
        "journal 77/77, volume 77/77",
    ),
    Rule(
        "bmc",
        "BioMed Central",
        "10.1186",
        rf"{ISSN}-(?P<volume>\d+)-(?P<page>\d+)",
        "1471-2105-9-123",
        "journal 64/64, volume 64/64, page 63/63",
    ),
    Rule(
        "bmj",
        "BMJ",
        "10.1136",
        r"[a-z]+\.(?P<volume>\d+)\.(?P<issue>\d+)\.(?P<page>[a-z]?\d+)(?:-[a-z])?",
        "gut.45.2.165",
        "journal 30/30, volume 31/31, issue 31/31, page 31/31",
    ),
    Rule(
        "science",
        "American Association for the Advancement of Science",
        "10.1126",
        r"science\.(?P<volume>\d+)\.(?P<issue>\d+)\.(?P<page>\d+)",
        "science.281.5385.2013",
        "journal 11/11, volume 11/11, issue 9/9, page 11/11",
    ),
    Rule(
        "pnas-page",
        "National Academy of Sciences",
        "10.1073",
        r"pnas\.(?P<volume>\d{2})\.(?P<issue>\d{1,2})\.(?P<page>\d+)",
        "pnas.96.4.1590",
        "journal 2/2, volume 2/2, issue 2/2, page 2/2",
    ),
    Rule(
        "pnas",
        "National Academy of Sciences",
        "10.1073",
        r"pnas\.\d{7}(?P<volume>\d{2,3})",
        "pnas.0806720106",
        "journal 17/17, volume 14/14",
    ),
    Rule(
        "nature",
        "Nature",
        "10.1038",
        r"(?P<volume>\d{3})(?P<page>\d{3,4})[a-z]\d?",
        "354056a0",
        "journal 12/12, volume 13/13, page 12/12",
        code="nature",
    ),
    Rule(
        "mdpi",
        "MDPI",
        "10.3390",
        r"(?P<journal>[a-z]+)(?P<volume>\d{1,2})(?P<issue>\d\d)(?P<start>\d{4,5}?)",
        "s18072072",
        "journal 43/43, volume 44/44, issue 42/43",
    ),
    Rule(
        "sage",
        "SAGE",
        "10.1177",
        rf"{ISSN}(?P<yy>\d\d)(?P<volume>\d{{3}})(?P<issue>\d{{3}})\d\d\d?",
        "104063879000200311",
        "journal 15/15, year 20/20, volume 20/20, issue 20/20",
    ),
    Rule(
        "aera",
        "American Educational Research Association",
        "10.3102",
        rf"{ISSN}(?P<volume>\d{{3}})(?P<issue>\d{{3}})(?P<page>\d{{3}})",
        "00346543071001133",
        "journal 3/3, volume 3/3, issue 3/3, page 3/3",
    ),
    Rule(
        "zh-issn",
        "Chinese journals",
        "*",
        rf"(?:cma\.)?j\.issn[.:]?{ISSN}\.{YEAR}\.(?P<issue>[zZsS]?\d{{1,2}})(?:\.\w+)?",
        "j.issn.1672-187X.2010.01.001",
        "year 15/15, issue 15/15, issn 7/7",
        issn=True,
    ),
    Rule(
        "zh-cnki",
        "Chinese journals",
        "*",
        rf"j\.cnki\.(?:issn)?[\w-]+(?:/[a-z])?\.{YEAR}\.(?P<issue>[zZsS]?\d{{1,2}})\.\w+",
        "j.cnki.gcdz.2019.02.014",
        "year 16/16, issue 15/15",
    ),
    Rule(
        "copernicus",
        "Copernicus",
        "10.5194",
        rf"[a-z]+-(?P<volume>\d+)-(?P<page>\d+)-{YEAR}",
        "acp-10-1234-2010",
        "journal 3/3, year 3/3, volume 3/3, page 3/3",
    ),
    Rule(
        "asm",
        "American Society for Microbiology",
        "10.1128",
        rf"[a-z]+\.(?P<volume>\d+)\.(?P<issue>\d+)\.(?P<page>\d+)(?:-\d+)?(?:\.{YEAR})?",
        "AEM.68.6.2711-2715.2002",
        "journal 2/2, year 1/1, volume 2/2, issue 2/2, page 2/2",
    ),
    Rule(
        "avma",
        "American Veterinary Medical Association",
        "10.2460",
        rf"[a-z]+\.{YEAR}\.(?P<volume>\d+)\.(?P<page>\d+)",
        "javma.2003.223.954",
        "journal 5/5, year 5/5, volume 5/5, page 5/5",
    ),
    Rule(
        "avma-page",
        "American Veterinary Medical Association",
        "10.2460",
        r"[a-z]+\.(?P<volume>\d{2,3})\.(?P<issue>\d{1,2})\.(?P<page>[1-9]\d*)",
        "javma.245.3.304",
        "journal 24/24, volume 24/24, issue 24/24, page 24/24",
    ),
)
