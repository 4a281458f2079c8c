"""The code of the package as its own tests read it: its files, and who imports what."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

TESTS = Path(__file__).parent
ROOT = TESTS.parent
SRC = ROOT / "src" / "litconv"


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


def strings(tree: ast.AST) -> set[str]:
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
