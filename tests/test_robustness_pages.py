"""Whatever is pasted: no exception, no hang, and the good pages around a damaged one survive."""

from __future__ import annotations

import string
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from litconv import pipeline
from litconv.diagnostics import Diagnostics
from litconv.files import Input
from litconv.formats.record_page import FORMATS
from litconv.model import Record
from litconv.options import Include, ReadOptions
from page_generator import WRAPPINGS, Page, generate
from page_scoring import Score, check_main
from page_truth import same_text

RECORD_PAGE = FORMATS[0]
"""Named, so that damage to the first lines cannot keep the page from its reader."""

pages = st.builds(generate, st.integers(0, 400))
wrappings = st.sampled_from(WRAPPINGS)
junk_lines = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs", "Cc"]),
        st.sampled_from(string.ascii_letters + " ,.;:[]()/|•-·：［］；，年卷期页码作者机构引用"),
    ),
    max_size=60,
)
quick = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def read(data: str | bytes, include: Include = Include.ALL) -> list[Record]:
    raw = data.encode() if isinstance(data, str) else data
    inputs = [Input("page.txt", raw)]
    options = ReadOptions(include=include)
    return list(pipeline.read(inputs, Diagnostics(), format_=RECORD_PAGE, options=options))


def found(page: Page, records: list[Record]) -> bool:
    """Say whether the page's main record is there, with its title and, if stated, its DOI."""
    return any(
        same_text(page.truth.title, one.title) and page.truth.doi == one.identifiers.doi
        for one in records
    )


@quick
@given(pages, wrappings, st.floats(0, 1))
def test_any_prefix_is_read(page: Page, wrapping: str, share: float) -> None:
    text = page.text(wrapping)
    read(text[: int(len(text) * share)])


@quick
@given(pages, wrappings, st.floats(0, 1))
def test_any_prefix_of_the_bytes_is_read(page: Page, wrapping: str, share: float) -> None:
    data = page.noisy(wrapping)
    read(data[: int(len(data) * share)])


@pytest.mark.parametrize("wrapping", WRAPPINGS)
@pytest.mark.parametrize("seed", [3, 4, 7])
def test_a_page_cut_after_any_line_keeps_its_title(seed: int, wrapping: str) -> None:
    page = generate(seed)
    lines = page.text(wrapping).split("\n")
    labels = next(number for number, line in enumerate(lines) if "作者" in line)
    for end in range(labels + 2, len(lines)):
        records = read("\n".join(lines[:end]), Include.MAIN)
        assert [same_text(page.truth.title, one.title) for one in records] == [True], end


STATED_BEFORE = {
    "机构": {"title", "authors", "times cited"},
    "关键词": {"affiliations", "links", "journal", "year", "volume", "issue"},
    "D O I": {"keywords"},
    "中图分类号": {"doi"},
    "学科分类号": {"classes"},
    "摘要": {"disciplines", "unknown labels"},
    "引用": {"abstract"},
    "相关论文": {"first page", "last page", "page count"},
}


@pytest.mark.parametrize("label", STATED_BEFORE)
def test_a_page_cut_at_a_label_keeps_what_stood_before(label: str) -> None:
    labels = list(STATED_BEFORE)
    stated = {field for one in labels[: labels.index(label) + 1] for field in STATED_BEFORE[one]}
    score = Score()
    for seed in range(60):
        page = generate(seed)
        lines = page.text("flat").split("\n")
        (record,) = read("\n".join(lines[: lines.index(label)]), Include.MAIN)
        checks = check_main(page.truth, record)
        score.add(f"seed {seed}", (one for one in checks if one.field in stated))
    score.assert_good()


@quick
@given(pages, wrappings, st.lists(st.tuples(st.floats(0, 1), junk_lines), max_size=8))
def test_random_text_between_the_lines_is_survived(
    page: Page, wrapping: str, junk: list[tuple[float, str]]
) -> None:
    lines = page.text(wrapping).split("\n")
    for place, text in junk:
        lines.insert(int(place * len(lines)), text)
    read("\n".join(lines))


@quick
@given(pages, wrappings, st.randoms(use_true_random=False))
def test_lines_in_any_order_are_survived(page: Page, wrapping: str, rng: object) -> None:
    lines = page.text(wrapping).split("\n")
    rng.shuffle(lines)  # type: ignore[attr-defined]  # Hypothesis gives random.Random
    read("\n".join(lines))


@quick
@given(st.one_of(st.binary(max_size=400), st.text(max_size=200).map(str.encode)))
def test_random_bytes_are_survived(data: bytes) -> None:
    read(data)
    read(b"\xe8\xa2\xab\xe5\xbc\x95:1\n" + data + "\n作者\n".encode() + data)


@quick
@given(
    st.lists(st.tuples(st.integers(0, 400), st.sampled_from(["flat", "navigation"])), max_size=3),
    st.lists(st.tuples(st.integers(401, 800), st.just("flat")), min_size=1, max_size=3),
    st.integers(801, 1000),
    st.floats(0, 1),
)
def test_pages_around_a_cut_one_survive(
    before: list[tuple[int, str]], after: list[tuple[int, str]], cut: int, share: float
) -> None:
    lines = generate(cut).text("flat").split("\n")
    damaged = "\n".join(lines[: int(len(lines) * share)])
    good = [(generate(seed), wrapping) for seed, wrapping in (*before, *after)]
    texts = [page.text(wrapping) for page, wrapping in good]
    records = read("\n\n".join([*texts[: len(before)], damaged, *texts[len(before) :]]))
    missing = [page.truth.title for page, _ in good if not found(page, records)]
    assert not missing


@quick
@given(st.integers(0, 400), st.lists(junk_lines, max_size=20), st.integers(401, 800))
def test_pages_around_junk_survive(first: int, junk: list[str], second: int) -> None:
    good = [generate(first), generate(second)]
    text = "\n\n".join([good[0].text("flat"), "\n".join(junk), good[1].text("flat")])
    records = read(text)
    assert [page.truth.title for page in good if not found(page, records)] == []


JUNK = {
    "words": "just some line of text that is no part of a page\n",
    "labels": "作者\n机构\n关键词\n",
    "authors": "作者\n" + "Alder, QZ [1 ]\n" * 50,
    "entries": "[1]   A TITLE [J].\nELM, SH ;\nFIR, AL .\nJOURNAL, 1972, 30 (01) :134-&\n",
    "open entries": "  • [7] A title without its source\n    Alder, Quin\n",
    "brackets": "[1\n" * 20 + "]\n",
    "titles": "A title\n\n被引:3\n",
    "pages": generate(7).text("flat"),
}


def seconds(text: str) -> float:
    start = time.perf_counter()
    read(text)
    return time.perf_counter() - start


@pytest.mark.slow
@pytest.mark.parametrize("kind", JUNK)
def test_time_grows_with_the_size_and_no_faster(kind: str) -> None:
    small = JUNK[kind] * (300_000 // len(JUNK[kind].encode()))
    once, four_times = min(seconds(small) for _ in range(2)), seconds(small * 4)
    assert four_times < 10 * once + 3, f"{once:.2f} s, four times the text {four_times:.2f} s"


@pytest.mark.slow
def test_five_megabytes_of_junk_take_seconds() -> None:
    assert seconds(JUNK["words"] * (5_000_000 // len(JUNK["words"]))) < 30


@pytest.mark.slow
@pytest.mark.parametrize(
    "line",
    ["x" * 1_000_000, "[" * 1_000_000, "1, " * 300_000, " " * 1_000_000, "a; " * 300_000],
    ids=["letters", "brackets", "numbers", "blanks", "semicolons"],
)
@pytest.mark.parametrize("place", ["作者\n{}\n", "摘要\n{}\n", "相关论文\n[1]   {}\n", "{}\n"])
def test_a_line_of_a_megabyte_takes_seconds(line: str, place: str) -> None:
    assert seconds("A title\n\n被引:3\n" + place.format(line)) < 10
