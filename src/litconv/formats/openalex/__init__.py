"""OpenAlex JSON: works as the OpenAlex API answers them.

Specification: OpenAlex's documentation of the Work object. Read are `{"results": […]}`, a list of
works, one work, and one work a line (a snapshot).

* Names are printed `Given Family`; they are divided as such. Affiliations are those of the paper
  (`raw_affiliation_strings`), or the institutions' names.
* The abstract comes as an inverted index and is put in order again.
* Topics, concepts and goals are what a program guessed, not what the source states: left out, with
  OpenAlex's own bookkeeping (`IGNORED`). Works cited are OpenAlex numbers only and are kept as
  an extra field.
"""

from __future__ import annotations

from litconv.registry import Format, LazyReader

FORMATS = (
    Format(
        name="openalex",
        title="OpenAlex JSON",
        shared_extensions=(".json", ".jsonl"),
        spec_url="https://docs.openalex.org/api-entities/works/work-object",
        reader=LazyReader("litconv.formats.openalex.reader:OpenAlexReader"),
    ),
)
