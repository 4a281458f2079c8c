"""CSL-JSON, the data format of citation processors: `csljson` (an array), `csljsonl` (lines).

Specification: CSL 1.0.2 with its schema `csl-data.json`; the mapping is `csl.items.to_item` and,
for reading, `csl.items.from_item`. One reader takes every form: an array, a single object (what
doi.org sends), one item a line, and the arrays of `{"items": […]}` (Zotero's API) and
`{"references": […]}` (pandoc).

Reading:

* CSL-JSON is curated data: capitals are not repaired, and ids stay as they are, letter case and
  all; only a real duplicate gets another one (`Format.curated`). Numbers as ids become texts.
* Nothing is lost: a variable without a field, a key without a meaning, a name or date that says
  more than the model holds go to `extra` under their key, and references and CSL-JSON written
  from the record show them again.
* Crossref's names of types (`journal-article`) and its lists (`"title": ["…"]`) are understood.
* Dates and names mean what they mean when a reference is printed (`csl.processor.datevalues`,
  `csl.processor.people`). Lines of `note` such as `original-date: 1999` stay in the note; only
  references interpret them, as citeproc-js does.
* A damaged array is read item by item: an item that is no JSON is set aside with the line and
  column of the mistake, and reading goes on at the next object that looks like an item. NaN and
  Infinity count as no value; of a key that is there twice the last value counts.

Writing:

* Ids are texts and unique; a record without one is called by its position, `item-3`.
* What CSL has no variable for (subjects, citation count, affiliations …) goes under `custom`,
  which the schema leaves free, with `--extras`; `custom.listing` is always written.
* An item of type `software` makes Zotero refuse the whole file. The standard type is
  written all the same, since every other program knows it.
* Values are single lines: control characters and line breaks become blanks. Only records that
  were read from CSL-JSON keep their line breaks.

Known gaps: what `--extras` wrote under `custom` is kept when it is read, but not understood. The
EDTF text of the schema to come (`"issued": "2020-01/2020-03"`) is read as far as it is one date
or one range.
"""

from __future__ import annotations

from litconv.csl.items.variables import CSLJSON
from litconv.registry import Format, LazyReader, LazyWriter

_SPEC = "https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables"
_YAML = "litconv.formats.csljson.yaml_items"
FORMATS = (
    Format(
        name=CSLJSON,
        title="CSL-JSON",
        shared_extensions=(".json", ".jsonl"),
        written_as=(".json",),
        aliases=("csl-json", "citeproc"),
        spec_url=_SPEC,
        reader=LazyReader(
            "litconv.formats.csljson.reader:CslJsonReader",
            "litconv.formats.csljson.sniff:is_csl_json",
        ),
        writer=LazyWriter("litconv.formats.csljson.writer:CslJsonWriter"),
        curated=True,
    ),
    Format(
        name="csljsonl",
        title="CSL-JSON, one item a line",
        written_as=(".jsonl",),
        aliases=("csl-jsonl",),
        spec_url=_SPEC,
        writer=LazyWriter("litconv.formats.csljson.writer:CslJsonLinesWriter"),
    ),
    Format(
        name="cslyaml",
        title="CSL-YAML",
        shared_extensions=(".yaml", ".yml"),
        aliases=("csl-yaml",),
        spec_url="https://pandoc.org/MANUAL.html#specifying-bibliographic-data",
        reader=LazyReader(f"{_YAML}:CslYamlReader", "litconv.formats.csljson.sniff:is_csl_yaml"),
        writer=LazyWriter(f"{_YAML}:CslYamlWriter"),
        curated=True,
    ),
)
