"""Citation keys: what they are made of, that they are valid, unique and stable."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import HealthCheck, given, settings

from conftest import RunLitconv
from litconv import pipeline, registry
from litconv.diagnostics import Diagnostics, ExitCode, UsageError
from litconv.files import Input
from litconv.model import Contributor, Identifiers, ItemType, Name, Pages, Record, Role
from litconv.refine.keys import KeyMaker
from made_records import dated, person
from strategies import records


def by(*names: Name, title: str = "", year: int | None = None, role: Role = Role.AUTHOR) -> Record:
    return Record(
        title=title,
        contributors=tuple(Contributor(role=role, name=name) for name in names),
        issued=None if year is None else dated(year),
    )


def key(record: Record, pattern: str = "", *, ascii_only: bool = False) -> str:
    return KeyMaker(pattern, ascii_only=ascii_only).assign(record, Diagnostics()).id


DAVIDSON = Name(family="Davidson", given="Larry")
PEER = "Peer support among individuals with severe mental illness"


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (by(DAVIDSON, title=PEER, year=1999), "davidson1999peer"),
        (by(DAVIDSON, title=PEER), "davidsonndpeer"),
        (by(DAVIDSON, title="On the “Peer-support” of it", year=1999), "davidson1999peersupport"),
        (by(DAVIDSON, title="<i>Salmo</i> eggs", year=1999), "davidson1999salmo"),
        (by(DAVIDSON, title="25 years of mud", year=1999), "davidson1999years"),
        (by(DAVIDSON, title="1984", year=1999), "davidson19991984"),
        (by(DAVIDSON, year=-50), "davidson50bc"),
        (by(Name(family="Moreno-Küstner", given="B."), title="Ørsted", year=2001),
         "morenokustner2001orsted"),
        (by(Name(family="O’Brien", given="N."), title="Ärzte", year=2001), "obrien2001arzte"),
        (by(Name(family="Berg", given="J.", particle="van der"), title="Mud", year=2001),
         "vanderberg2001mud"),
        (by(Name(literal="The World Health Organization"), title="Mud", year=2001),
         "world2001mud"),
        (by(Name(family="Redder", given="I."), title="Mud", role=Role.EDITOR, year=2001),
         "redder2001mud"),
        (by(Name(family="Filmer", given="I."), title="Mud", role=Role.DIRECTOR, year=2001),
         "filmer2001mud"),
        (by(title="A history of mud", year=2001), "history2001"),
        (by(Name(family="李", given="明"), title="唐代潮汐研究", year=1988), "李1988"),
        (by(Name(family="李", given="明"), title="DNA 研究", year=1988), "李1988dna"),
        (by(Name(literal="佚名氏"), title="研究", year=1988), "佚名氏1988"),
        (by(title="唐代潮汐研究", year=1988), "唐代潮汐1988"),
        (Record(), "anonnd"),
    ],
)  # fmt: skip
def test_default_keys(record: Record, expected: str) -> None:
    assert key(record) == expected


@pytest.mark.parametrize(
    ("family", "expected"),
    [("单", "shan2001"), ("仇", "qiu2001"), ("曾", "zeng2001"), ("欧阳", "ouyang2001"),
     ("万俟", "moqi2001"), ("Müller", "muller2001"), ("Иванов", "ivanov2001")],
)  # fmt: skip
def test_ascii_keys_read_chinese_family_names(family: str, expected: str) -> None:
    assert key(by(Name(family=family, given="A"), title="研究", year=2001), ascii_only=True) == (
        expected
    )


def test_ascii_key_of_a_chinese_title() -> None:
    assert key(by(title="唐代潮汐研究", year=1988), ascii_only=True) == "tangdaichaoxi1988"


def test_existing_keys_are_kept() -> None:
    diagnostics = Diagnostics()
    record = Record(id="DBLP:conf/Foo_2020-x.y+z", title=PEER)
    assert KeyMaker().assign(record, diagnostics) is record
    assert diagnostics.items == []


@pytest.mark.parametrize(
    ("given_key", "expected"),
    [
        ("a b,c", "abc"),
        ("x{y}#z%~\"\\q\x1b'", "xyzq"),
        ("键 1", "键1"),
        ("{}", "davidson1999peer"),
        ("a<b|c>*", "abc"),
        ("0", "davidson1999peer"),
    ],
)
def test_keys_that_bibtex_cannot_take_are_repaired(given_key: str, expected: str) -> None:
    record = Record(
        id=given_key,
        title=PEER,
        contributors=(Contributor(name=DAVIDSON),),
        issued=dated(1999),
    )
    diagnostics = Diagnostics()
    assert KeyMaker().assign(record, diagnostics).id == expected
    assert [one.code for one in diagnostics.items] == ["key-changed"]


def test_a_pattern_replaces_existing_keys() -> None:
    record = Record(id="old", title=PEER)
    assert key(record, "year + shorttitle(1)") == "ndPeer"
    assert key(record, "id + '-' + veryshorttitle.lower") == "old-peer"


def test_later_duplicates_get_letters() -> None:
    maker, diagnostics = KeyMaker(), Diagnostics()
    record = by(DAVIDSON, title=PEER, year=1999)
    made = [maker.assign(record, diagnostics).id for _ in range(30)]
    assert made[:3] == ["davidson1999peer", "davidson1999peera", "davidson1999peerb"]
    assert made[26:29] == ["davidson1999peerz", "davidson1999peeraa", "davidson1999peerab"]
    assert diagnostics.codes["key-changed"] == 29


def test_case_and_taken_letters_count_as_duplicates() -> None:
    maker, diagnostics = KeyMaker(), Diagnostics()
    keys = ["Smith2020", "smith2020a", "smith2020", "SMITH2020"]
    made = [maker.assign(Record(id=one), diagnostics).id for one in keys]
    assert made == ["Smith2020", "smith2020a", "smith2020b", "SMITH2020c"]


RICH = Record(
    id="k1",
    type=ItemType.ARTICLE_JOURNAL,
    title=PEER,
    contributors=(
        Contributor(name=DAVIDSON),
        person("Øst", "A."),
        person("Zeeman", "B."),
    ),
    container_title="Journal of Invented-Science",
    issued=dated(1999),
    volume="6",
    issue="2",
    pages=Pages(first="165", last="187"),
    identifiers=Identifiers(doi="10.1093/clipsy/6.2.165"),
)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("auth.lower + year + shorttitle(1).lower", "davidson1999peer"),
        ("auth", "Davidson"),
        ("auth(3).upper+shortyear", "DAV99"),
        ("authors(2) + '_' + year", "DavidsonOst_1999"),
        ("authors.abbr", "DOZ"),
        ("shorttitle", "PeerSupportIndividuals"),
        ("title.capitalize.abbr", "PSAIWSMI"),
        ("journal.abbr.lower + volume + \"-\" + issue + ':' + firstpage", "joi6-2:165"),
        ("lastpage", "187"),
        ("doi", "10.1093/clipsy/6.2.165"),
        ("type", "articlejournal"),
        ("publisher", "davidson1999peer"),  # nothing there: the default
    ],
)
def test_patterns(pattern: str, expected: str) -> None:
    assert key(RICH, pattern) == expected


def test_fold_spells_in_ascii() -> None:
    assert key(by(Name(family="王", given="小")), "auth.fold.capitalize + '1'") == "Wang1"


@pytest.mark.parametrize(
    ("pattern", "column", "word"),
    [
        ("[auth][year]", 1, "expected a field"),
        ("author + year", 1, "'author'"),
        ("auth.lowre", 6, "lower"),
        ("auth + yaer", 8, "'yaer'"),
        ("auth year", 6, "expected +"),
        ("auth +", 7, "expected a field"),
        ("auth + 'x", 8, "not closed"),
        ("year(2)", 6, "takes no number"),
        ("auth.lower(1)", 6, "lower"),
        ("+auth", 1, "expected a field"),
    ],
)
def test_a_wrong_pattern_is_a_usage_error_with_its_column(
    pattern: str, column: int, word: str
) -> None:
    with pytest.raises(UsageError) as caught:
        KeyMaker(pattern)
    assert f"column {column}:" in str(caught.value)
    assert word in str(caught.value)
    assert caught.value.exit_code is ExitCode.USAGE
    assert "auth.lower" in caught.value.hint


@settings(suppress_health_check=[HealthCheck.too_slow])  # whole records take time to make up
@given(records(), records())
def test_any_two_records_get_valid_different_keys(one: Record, other: Record) -> None:
    for ascii_only in (False, True):
        maker = KeyMaker(ascii_only=ascii_only)
        made = [maker.assign(record, Diagnostics()).id for record in (one, other)]
        assert made[0].casefold() != made[1].casefold()
        for text in made:
            assert re.fullmatch(r"[\w.:/+!?;\[\]-]+", text)
            assert text.isascii() or not ascii_only


CURATED = """[
  {"id": "http://example.org/a b", "type": "book", "title": "A"},
  {"id": "Ab", "type": "book", "title": "B"},
  {"id": "aB", "type": "book", "title": "C"},
  {"id": "{}", "type": "book", "title": "On moss"},
  {"id": "http://example.org/ab", "type": "book", "title": "D"}
]"""


def test_keys_of_curated_data_are_repaired_once_where_bibtex_is_written(
    run_litconv: RunLitconv,
) -> None:
    """What a library writes, where each of two stages sees to its own, a run says in one."""
    source = CURATED.encode()
    run = run_litconv("convert", "--to", "bibtex", stdin=source)
    found = re.findall(r"@book\{([^,]*),", run.out)
    assert found == [
        "http://example.org/ab",
        "Ab",
        "aBa",
        "mossnd",
        "http://example.org/aba",
    ]
    assert re.findall(r"key (\S.*?) (?:cannot|is taken)", run.err) == [
        "'http://example.org/a b'",
        "aB",
        "'{}'",
        "http://example.org/ab",
    ]
    assert run_litconv("convert", "--to", "csljson", stdin=source).out.count("a b") == 1
    records = pipeline.read([Input("x.json", source)], Diagnostics())
    out = io.StringIO()
    pipeline.write(records, out, registry.find("bibtex", to=True)[0], Diagnostics())
    assert re.findall(r"@book\{([^,]*),", out.getvalue()) == found
