"""The programs that read our BibTeX, biblatex and RIS, and the converters that write the same.

Zotero is not among them: no package ships its translators. Only what is installed is used.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import processes

import litconv

Item = Mapping[str, Any]
Reader = Callable[[str, str], list[Item]]
Writer = Callable[[Sequence[Item], str], str]

_BIBUTILS = {"bibtex": "bib2xml", "biblatex": "biblatex2xml", "ris": "ris2xml"}
_CITATION_JS = """
const {Cite, plugins} = require("@citation-js/core");
require("@citation-js/plugin-bibtex"); require("@citation-js/plugin-ris");
plugins.config.get("@bibtex").format.useIdAsLabel = true;
const text = require("fs").readFileSync(0, "utf8"), format = process.argv[1];
const works = new Cite(format ? JSON.parse(text) : text, {generateGraph: false});
process.stdout.write(format ? works.format(format) : JSON.stringify(works.data));
"""


def readers(modules: Path) -> dict[str, Reader]:
    """Give the programs that read, and litconv itself; bibutils by its BibTeX and by its MODS."""
    found: dict[str, Reader] = {"litconv": _litconv}
    pandoc, _ = processes.pandoc_or_reason()
    if pandoc:
        found["pandoc"] = partial(_pandoc, pandoc)
    if _has_citation_js(modules):
        found["citation-js"] = partial(_citation_js, modules)
    if shutil.which("bib2xml"):
        found["bibutils"] = _bibutils
        found["its MODS"] = _mods
    return found


def writers(modules: Path) -> dict[str, Writer]:
    """Give the converters that write the formats from CSL-JSON, litconv first."""
    found: dict[str, Writer] = {"litconv": written}
    pandoc, _ = processes.pandoc_or_reason()
    if pandoc:
        found["pandoc"] = partial(_written_by_pandoc, pandoc)
    if _has_citation_js(modules):
        found["citation-js"] = partial(_written_by_citation_js, modules)
    return found


def written(items: Sequence[Item], format_: str) -> str:
    """Give what litconv writes."""
    records = litconv.read(text=json.dumps(items), from_="csljson", keep_case=True)
    return litconv.write(records, format_)


def _litconv(text: str, format_: str) -> list[Item]:
    return _parsed(litconv.write(litconv.read(text=text, from_=format_, keep_case=True), "csljson"))


def _pandoc(program: str, text: str, format_: str) -> list[Item]:
    return _parsed(_run([program, "-f", format_, "-t", "csljson"], text))


def _citation_js(modules: Path, text: str, _: str) -> list[Item]:
    return _parsed(_run(["node", "-e", _CITATION_JS], text, folder=modules))


def _bibutils(text: str, format_: str) -> list[Item]:
    """Give what bibutils read, by way of the BibTeX that it writes."""
    mods = _run([_BIBUTILS[format_], "-i", "utf8"], text)
    return _litconv(_run(["xml2bib", "-o", "utf8", "-nl"], mods), "bibtex")


def _mods(text: str, format_: str) -> list[Item]:
    """Give what bibutils read as its MODS says it, which holds other fields than its BibTeX."""
    return _litconv(_run([_BIBUTILS[format_], "-i", "utf8"], text), "mods")


def _written_by_pandoc(program: str, items: Sequence[Item], format_: str) -> str:
    if format_ == "ris":  # pandoc does not write it
        return ""
    return _run([program, "-f", "csljson", "-t", format_], json.dumps(items))


def _written_by_citation_js(modules: Path, items: Sequence[Item], format_: str) -> str:
    return _run(["node", "-e", _CITATION_JS, format_], json.dumps(items), folder=modules)


def _has_citation_js(modules: Path) -> bool:
    return (modules / "@citation-js").is_dir() and shutil.which("node") is not None


def _run(command: Sequence[str], text: str, *, folder: Path | None = None) -> str:
    done = subprocess.run(
        command, input=text.encode(), cwd=folder, capture_output=True, check=False
    )
    if done.returncode:
        print(f"{command[0]}: {done.stderr.decode()[:200].strip()}", file=sys.stderr)
    return done.stdout.decode()


def _parsed(text: str) -> list[Item]:
    return list(json.loads(text)) if text else []
