"""Unseen pages with known truth, scored field by field through the public way of reading."""

from __future__ import annotations

from dataclasses import replace

import pytest

from litconv.model import Record
from litconv.options import Include
from page_generator import WRAPPINGS, Page, generate
from page_scoring import Score, check, check_list, check_main, check_page, is_derived, read

SEEDS = 300


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_unseen_pages_come_back_right(wrapping: str) -> None:
    score = Score()
    for seed in range(SEEDS):
        page = generate(seed)
        score.add(f"seed {seed}", check_page(page.truth_in(wrapping), page.noisy(wrapping)))
    score.assert_good()


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_untouched_pages_come_back_right(wrapping: str) -> None:
    score = Score()
    for seed in range(SEEDS, SEEDS + 100):
        page = generate(seed)
        score.add(f"seed {seed}", check_page(page.truth_in(wrapping), page.text(wrapping)))
    score.assert_good()


# ---------------------------------------------------------------------------- wrappings agree
def facts(record: Record) -> dict[str, object]:
    """What a record says, without where and how it was read, and what only its DOI tells."""
    return {
        "title": record.title,
        "authors": [
            (one.full_family, one.given, one.suffix, one.literal) for one in record.authors
        ],
        "links": [one.affiliations for one in record.authors],
        "affiliations": record.affiliations,
        "journal": record.container_title,
        "issued": None if is_derived(record, "issued") else record.issued,
        "volume": "" if is_derived(record, "volume") else record.volume,
        "issue": "" if is_derived(record, "issue") else record.issue,
        "pages": (record.pages.first, record.pages.last),
        "count": record.pages.count,
        "doi": record.identifiers.doi,
        "keywords": record.keywords,
        "subjects": record.subjects,
        "times_cited": record.times_cited,
        "abstract": record.abstract,
        "type": record.type,
        "relations": [facts(one) for one in record.relations],
    }


LACKS = {
    "hover": {
        *("journal", "issued", "volume", "issue", "pages", "count", "doi"),
        *("keywords", "subjects", "relations"),
    },
    "colon": {"pages"},
    "navigation": set[str](),
}


@pytest.mark.parametrize("wrapping", LACKS)
def test_wrappings_give_the_same_record(wrapping: str) -> None:
    wrong = []
    for seed in range(60):
        page = generate(seed)
        if wrapping == "hover" and not page.truth.affiliations:
            continue  # without affiliations nothing marks where the abstract begins
        (flat,), (other,) = read(page.text("flat")), read(page.text(wrapping))
        unknown = set(LACKS[wrapping])
        if page.truth_in(wrapping).links is None:
            unknown.add("links")
        one, two = facts(flat), facts(other)
        wrong += [
            (seed, field, one[field], two[field])
            for field in one
            if field not in unknown and one[field] != two[field]
        ]
    assert not wrong, wrong[:5]


# ---------------------------------------------------------------------------- several pages
def pasted(pages: list[tuple[Page, str]], between: str) -> str:
    return between.join(page.text(wrapping) for page, wrapping in pages)


@pytest.mark.parametrize("between", ["", "\n"], ids=["no blank line", "blank line"])
def test_several_pages_give_several_records(between: str) -> None:
    score = Score()
    for seed in range(0, 240, 3):
        pages = [
            (generate(1000 + seed + step), WRAPPINGS[(seed + seed // 4 * step + step) % 4])
            for step in range(3)
        ]
        records = read(pasted(pages, between))
        shapes = ", ".join(wrapping for _, wrapping in pages)
        where = f"seed {1000 + seed} ({shapes})"
        score.add(where, iter([check("records", len(pages), len(records))]))
        if len(records) == len(pages):
            for (page, wrapping), record in zip(pages, records, strict=True):
                truth = page.truth_in(wrapping)
                score.add(f"{where} {wrapping}", check_main(truth, record))
                score.add(f"{where} {wrapping}", check_list(truth.works, record.relations))
    score.assert_good()


def test_pages_pasted_with_all_their_noise_give_their_records() -> None:
    score = Score()
    for seed in range(2000, 2100):
        shown = [(generate(seed + step * 500), WRAPPINGS[(seed >> step) % 4]) for step in range(2)]
        data = b"\n\n".join(page.noisy(wrapping) for page, wrapping in shown)
        records = read(data)
        where = f"seed {seed} ({', '.join(wrapping for _, wrapping in shown)})"
        score.add(where, iter([check("records", len(shown), len(records))]))
        if len(records) == len(shown):
            for (page, wrapping), record in zip(shown, records, strict=True):
                score.add(f"{where} {wrapping}", check_main(page.truth_in(wrapping), record))
    score.assert_good()


def test_a_list_alone_has_no_main_record() -> None:
    for seed in range(120):
        page = generate(seed)
        if page.truth.works:
            assert read(page.list_only()) == [], f"seed {seed}"


def test_a_list_alone_gives_its_works() -> None:
    score = Score()
    for seed in range(120):
        page = generate(seed)
        if page.truth.works:
            records = tuple(read(page.list_only(), Include.ALL))
            score.add(f"seed {seed}", check_list(page.truth.works, records))
    score.assert_good()


def test_the_list_of_another_page_harms_nothing() -> None:
    score = Score()
    for seed in range(100):
        page, other = generate(seed), generate(seed + 5000)
        if not (page.truth.works and other.truth.works):
            continue
        text = page.text("flat") + other.list_only()
        (record,) = read(text)
        own = record.relations[: len(page.truth.works)]
        score.add(f"seed {seed}", check_main(page.truth, record))
        score.add(f"seed {seed}", check_list(page.truth.works, own))
        listed = [one for one in read(text, Include.ALL) if one.listing]
        score.add(f"seed {seed}", check_list(other.truth.works, tuple(listed[len(own) :])))
    score.assert_good()


def test_the_score_notices_wrong_values() -> None:
    page = generate(2)
    wrong = replace(page.truth_in("flat"), title="Another title", times_cited=7)
    score = Score()
    score.add("seed 2", check_page(wrong, page.text("flat")))
    assert {"title", "times cited"} <= {field for field, found in score.wrong.items() if found}
    with pytest.raises(AssertionError, match="Another title"):
        score.assert_good()
