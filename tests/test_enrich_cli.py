"""`litconv enrich`, `convert --enrich` and `litconv.enrich`, against the server on loopback."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

import litconv
from conftest import RunLitconv
from services import Reply, Services, crossref
from terminal import run_in_terminal

BIB = """@article{alder2019,
  title = {Leaves of invented trees},
  author = {Alder, Quinn},
  doi = {10.5555/leaves.1}
}
"""
WORK = {
    "DOI": "10.5555/leaves.1",
    "title": "Leaves of invented trees",
    "container-title": "Journal of Invented Botany",
    "volume": "6",
    "published-print": {"date-parts": [[2019, 3]]},
}


@pytest.fixture
def services(services: Services) -> Services:
    """Give the services, which know the work."""
    services.work(**WORK)
    return services


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    file = tmp_path / "refs.bib"
    file.write_text(BIB, encoding="utf-8")
    return file


def test_enrich_writes_the_format_it_read(
    services: Services, bib: Path, tmp_path: Path, run_litconv: RunLitconv
) -> None:
    options = ("--base-url", services.url, "--cache", str(tmp_path / "cache"))
    run = run_litconv("enrich", str(bib), *options)
    assert run.code == 0
    assert run.out.startswith("@article{alder2019,")
    assert "{Journal of Invented Botany}" in run.out
    assert "info[enriched]" in run.err
    assert "missing-field" not in run.err, "nothing is missing any more"
    services.asked.clear()
    again = run_litconv("enrich", str(bib), *options)
    assert (again.out, services.asked) == (run.out, [])
    offline = run_litconv("enrich", str(bib), *options, "--offline")
    assert offline.out == run.out


def test_what_no_service_states_is_not_to_be_looked_up_again(
    services: Services, bib: Path, tmp_path: Path, run_litconv: RunLitconv
) -> None:
    bib.write_text(BIB.replace("leaves.1", "leaves.none"), encoding="utf-8")
    plain = run_litconv("convert", str(bib), "--to", "json")
    assert "warning[missing-field]" in plain.err
    assert "hint: Let `litconv enrich` look it up" in plain.err
    options = ("--base-url", services.url, "--cache", str(tmp_path / "cache"))
    run = run_litconv("enrich", str(bib), *options)
    assert "warning[missing-field]" in run.err
    assert "hint: The services state it no more than the source" in run.err
    assert "litconv enrich" not in run.err


def test_convert_asks_nobody_unless_told(
    services: Services, bib: Path, tmp_path: Path, run_litconv: RunLitconv
) -> None:
    plain = run_litconv("convert", str(bib), "--to", "json")
    assert "Journal of Invented Botany" not in plain.out
    run = run_litconv(
        *("convert", str(bib), "--to", "json", "--enrich", "--base-url", services.url),
        *("--cache", str(tmp_path / "cache")),
    )
    record = json.loads(run.out)
    steps = {one["field"]: one for one in record["provenance"]}
    assert steps["volume"]["how"] == "enriched"
    assert steps["volume"]["source"] == f"{services.url}/works/10.5555/leaves.1"
    assert steps["volume"]["when"].endswith("Z")
    assert len(services.asked) == 1


def test_a_failing_service_is_a_warning(
    services: Services, bib: Path, tmp_path: Path, run_litconv: RunLitconv
) -> None:
    services.replies.clear()
    services.default = lambda _: Reply(status=403)
    options = ("--base-url", services.url, "--cache", str(tmp_path / "cache"))
    run = run_litconv("enrich", str(bib), *options)
    assert run.code == 0
    assert "alder2019" in run.out
    assert "warning[enrich-failed]: Crossref: an unexpected answer (HTTP 403)" in run.err
    assert run_litconv("enrich", str(bib), *options, "--strict").code == 1


def test_a_service_that_wants_to_be_left_alone_ends_nothing(
    services: Services, bib: Path, tmp_path: Path, run_litconv: RunLitconv
) -> None:
    services.replies.clear()
    services.default = lambda _: Reply(status=429, headers=(("Retry-After", "3600"),))
    run = run_litconv(
        *("convert", str(bib), "--to", "ris", "--enrich", "--base-url", services.url),
        *("--cache", str(tmp_path / "cache")),
    )
    assert run.code == 0
    assert "TI  - Leaves of invented trees" in run.out
    assert "enrich-failed]: Crossref: asked too often" in run.err
    assert len(services.asked) == 3, "each service once"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of POSIX")
def test_progress_is_drawn_while_services_take_their_time(
    services: Services, tmp_path: Path, program_environment: dict[str, str]
) -> None:
    def slow(path: str) -> Reply:
        time.sleep(0.4)
        return Reply(crossref(**{**WORK, "DOI": path.removeprefix("/works/")}))

    services.default = slow
    entries = (f"@article{{a{n}, doi = {{10.5555/slow.{n}}}}}\n" for n in range(12))
    (tmp_path / "slow.bib").write_text("".join(entries), encoding="utf-8")
    seen = run_in_terminal(
        ["enrich", "slow.bib", "-o", "whole.bib", "--base-url", services.url, "--cache", "cache"],
        tmp_path,
        program_environment,
    )
    assert seen.code == 0
    assert "━" in seen.text
    assert re.search(r"\b[1-9]\d* records? ", seen.text)
    whole = (tmp_path / "whole.bib").read_text(encoding="utf-8")
    assert whole.count("{Journal of Invented Botany}") == 12
    assert "━" not in whole


def test_nothing_to_ask_is_said(
    services: Services, tmp_path: Path, run_litconv: RunLitconv
) -> None:
    file = tmp_path / "old.bib"
    file.write_text("@book{birch1950, title = {Bark}, author = {Birch, A.}}\n", encoding="utf-8")
    run = run_litconv(
        *("enrich", str(file), "--base-url", services.url, "--cache", str(tmp_path / "cache")),
    )
    assert (run.code, services.asked) == (0, [])
    assert "birch1950" in run.out
    assert "info[enrich-nothing]: 1 record has no DOI and was not looked up" in run.err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--mailto", "quinn@example.org"), "need --enrich"),
        (("--offline",), "need --enrich"),
        (("--enrich", "--mailto", "quinn"), "no e-mail address"),
        (("--enrich", "--base-url", "http://example.org"), "is not https"),
        (("--enrich", "--snapshot", "nowhere"), "cannot use the snapshot"),
        (("--enrich", "--snapshot", "x", "--offline"), "instead of services"),
    ],
)
def test_options_that_cannot_be_followed(
    bib: Path, run_litconv: RunLitconv, options: tuple[str, ...], message: str
) -> None:
    run = run_litconv("convert", str(bib), "--to", "ris", *options)
    assert (run.code, run.out) == (2, "")
    assert message in run.err


def test_enrich_needs_a_format_where_the_input_has_none(
    tmp_path: Path, run_litconv: RunLitconv
) -> None:
    page = tmp_path / "page.txt"
    page.write_text("x", encoding="utf-8")
    run = run_litconv("enrich", str(page))
    assert run.code == 2
    assert "--to FORMAT is missing" in run.err


def test_the_library(services: Services, tmp_path: Path, bib: Path) -> None:
    records = litconv.read(bib)
    said = litconv.Diagnostics()
    (done,) = litconv.enrich(
        records, base_url=services.url, cache=tmp_path / "cache", diagnostics=said
    )
    assert (done.id, done.volume) == ("alder2019", "6")
    assert [one.code for one in said.items] == ["enriched"]


def test_a_plain_conversion_loads_nothing_that_could_ask(bib: Path) -> None:
    program = (
        "import sys; from litconv.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "convert", str(bib), "--to", "ris", "--quiet"],
        capture_output=True,
        text=True,
        check=False,
    )
    loaded = set(done.stderr.split())
    assert "litconv.pipeline" in loaded
    assert not loaded & {"litconv.enriching", "httpx", "httpcore", "ssl", "sqlite3", "socket"}


def test_crossref_answers_have_their_shape() -> None:
    assert crossref(DOI="10.5555/x", title="T")["message"] == {
        "type": "journal-article",
        "DOI": "10.5555/x",
        "title": ["T"],
    }
