"""Checks a style that somebody brings along, before anything of it runs.

Styles of the package are known to be good and skip all this. A file from elsewhere is read up to a
limit, scanned by expat (no DTD and so no entities, no network, limited nesting), held against the
CSL schema that citeproc-py ships (RELAX NG of CSL 1.0.2), and its macros are followed: all must
exist, none may end in itself, and one reference may not take more steps than `LARGEST`. Every
UsageError names the file and, where there is one, the line.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from xml.parsers import expat

from litconv.csl.library.schema import schema_fault
from litconv.csl.processor.lookup import NAMESPACE, parse_style
from litconv.diagnostics import UsageError

LONGEST: Final = 1_000_000  # bytes; the longest style of the CSL repository has 246,037
DEEPEST: Final = 120  # elements within each other, macros unfolded; there: 72
LARGEST: Final = 100_000  # elements that one reference may visit; there: 4,538
_HINT: Final = "Styles that work are those of zotero.org/styles; `litconv styles` lists them."


class _Fault(Exception):  # noqa: N818 - carries a place to where the file's name is known
    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.line = line


def read_style(path: Path) -> bytes:
    """Give the bytes of a style file; raises UsageError when it is no file or too long."""
    try:
        if not path.is_file():
            what = "is no file" if path.exists() else "does not exist"
            msg = f"the style {path} {what}"
            raise UsageError(msg, hint=_HINT)
        with path.open("rb") as file:
            data = file.read(LONGEST + 1)
    except (OSError, ValueError) as error:
        msg = f"the style {path} cannot be read: {getattr(error, 'strerror', None) or error}"
        raise UsageError(msg, hint="Check the path and the permissions.") from error
    if len(data) > LONGEST:
        msg = f"the style {path} is larger than {LONGEST // 1_000_000} MB, the limit for styles"
        raise UsageError(msg, hint="No style of the CSL repository has more than 250 KB.")
    return data


def checked_style(data: bytes, name: str) -> Any:  # noqa: ANN401 (lxml has no types)
    """Give the root element of a style; raises UsageError that says what is wrong, and where."""
    try:
        _scan(data)
        root = parse_style(data)
        _require_parts(root)
        _require_schema(root)
        _follow_macros(root)
    except _Fault as fault:
        place = f"{name}:{fault.line}" if fault.line else name
        msg = f"{place}: {fault}"
        raise UsageError(msg, hint=_HINT) from None
    except SyntaxError as error:  # lxml's XMLSyntaxError is one; expat has found most of them
        msg = f"{name}:{error.lineno or 1}: this is not well-formed XML: {error.msg}"
        raise UsageError(msg, hint=_HINT) from error
    return root


# ---------------------------------------------------------------------------------- the XML


def _scan(data: bytes) -> None:
    """Raise _Fault unless this is XML without DTD whose root is a CSL 1.0 style."""
    reader = expat.ParserCreate(namespace_separator=" ")
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth == 1:
            _check_root(reader.CurrentLineNumber, tag, attributes)
        if depth > DEEPEST:
            raise _Fault(reader.CurrentLineNumber, f"more than {DEEPEST} elements in each other")

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    def doctype(name: str, *_: object) -> None:
        text = "this is a web page, not a CSL style"
        if name.lower() != "html":
            text = "a style may have no DOCTYPE: it could define or load anything"
        raise _Fault(reader.CurrentLineNumber, text)

    reader.StartElementHandler = start
    reader.EndElementHandler = end
    reader.StartDoctypeDeclHandler = doctype
    try:
        reader.Parse(data, True)  # noqa: FBT003 - the function's own form
    except expat.ExpatError as error:
        text = f"this is not well-formed XML: {expat.ErrorString(error.code)}"
        raise _Fault(error.lineno, text) from None
    except (LookupError, ValueError) as error:  # an encoding that is unknown or has long codes
        raise _Fault(1, f"the encoding cannot be read ({error}); save it as UTF-8") from None


def _check_root(line: int, tag: str, attributes: dict[str, str]) -> None:
    space, _, local = tag.rpartition(" ")
    if space != NAMESPACE or local != "style":
        what = "a CSL locale" if (space, local) == (NAMESPACE, "locale") else f"<{local}>"
        raise _Fault(line, f"this is {what}, not a CSL style (<style xmlns={NAMESPACE!r}>)")
    version = attributes.get("version", "")
    if not version:
        raise _Fault(line, "it states no version, as styles for CSL 0.8 do; litconv reads CSL 1.0")
    if version.split(".")[:2] != ["1", "0"]:
        raise _Fault(line, f"it is a style for CSL {version}; litconv reads CSL 1.0")


# -------------------------------------------------------------------------- parts and macros


def _require_parts(root: Any) -> None:  # noqa: ANN401 (lxml has no types)
    """Raise _Fault for a missing part; a schema can only say that something is odd."""
    _require(root, "info")
    _require(root.find(f"{{{NAMESPACE}}}info"), "title", "id", "updated")
    if parent_of(root):
        return
    if not root.get("class"):
        raise _Fault(root.sourceline, '<style> lacks class="in-text" or class="note"')
    _require(root, "citation")
    for node in root.iterfind(f"{{{NAMESPACE}}}*"):
        local = node.tag.rpartition("}")[2]
        if local == "macro" and not node.get("name"):
            raise _Fault(node.sourceline, "<macro> lacks name=…")
        if local in {"citation", "bibliography"}:
            _require(node, "layout")


def _require(node: Any, *parts: str) -> None:  # noqa: ANN401 (lxml has no types)
    for part in parts:
        if node.find(f"{{{NAMESPACE}}}{part}") is None:
            raise _Fault(node.sourceline, f"<{node.tag.rpartition('}')[2]}> lacks <{part}>")


def _require_schema(root: Any) -> None:  # noqa: ANN401 (lxml has no types)
    if fault := schema_fault(root):
        raise _Fault(*fault)


def parent_of(root: Any) -> str:  # noqa: ANN401 (lxml has no types)
    """Give the address of the style that a dependent one stands for, else nothing."""
    links = root.iterfind(f"{{{NAMESPACE}}}info/{{{NAMESPACE}}}link")
    parents = (one.get("href", "") for one in links if one.get("rel") == "independent-parent")
    return next(parents, "")


def _follow_macros(root: Any) -> None:  # noqa: ANN401 (lxml has no types)
    macros: dict[str, Any] = {}
    for macro in root.iterfind(f"{{{NAMESPACE}}}macro"):
        if macro.get("name") in macros:
            raise _Fault(macro.sourceline, f"there is a second macro {macro.get('name')!r}")
        macros[macro.get("name")] = macro
    walk = _Walk(macros)
    for name in macros:
        walk.macro(name, root)
    for area in root.iterfind(f"{{{NAMESPACE}}}*"):
        walk.element(area, 0)


class _Walk:
    """Counts the steps that elements take at most, with their macros; each macro once."""

    def __init__(self, macros: dict[str, Any]) -> None:
        self._macros = macros
        self._done: dict[str, tuple[int, int]] = {}
        self._open: list[str] = []

    def element(self, node: Any, depth: int) -> tuple[int, int]:  # noqa: ANN401 (lxml)
        """Give steps and height of an element; of `cs:choose` only one branch is taken."""
        found = list(self._kids(node, depth))
        steps = [one for one, _ in found]
        one_of = node.tag == f"{{{NAMESPACE}}}choose"
        total = 1 + (len(steps) + max(steps, default=0) if one_of else sum(steps))
        height = 1 + max((one for _, one in found), default=0)
        if total > LARGEST:
            raise _Fault(node.sourceline, f"macros within macros make over {LARGEST:,} elements")
        if depth + height > DEEPEST:
            raise _Fault(node.sourceline, f"macros within macros are over {DEEPEST} elements deep")
        return total, height

    def _kids(self, node: Any, depth: int) -> Iterator[tuple[int, int]]:  # noqa: ANN401 (lxml)
        for kid in node.iterchildren("{*}*"):
            yield self.element(kid, depth + 1)
        if (name := node.get("macro")) is not None:
            yield self.macro(name, node, depth + 1)

    def macro(self, name: str, caller: Any, depth: int = 0) -> tuple[int, int]:  # noqa: ANN401 (lxml)
        """Give steps and height of a macro; raises _Fault where it is missing or endless."""
        if name in self._open:
            chain = " → ".join([*self._open[self._open.index(name) :], name])
            raise _Fault(caller.sourceline, f"the macro {name!r} calls itself without end: {chain}")
        if name not in self._macros:
            raise _Fault(caller.sourceline, f"there is no macro {name!r}")
        if depth > DEEPEST:
            raise _Fault(caller.sourceline, f"macros call each other more than {DEEPEST} deep")
        if name not in self._done:
            self._open.append(name)
            self._done[name] = self.element(self._macros[name], depth)
            self._open.pop()
        return self._done[name]
