"""What is said about records between reading and writing."""

from __future__ import annotations

from typing import Final

from litconv.codes.kinds import INFO, WARNING, Code

REFINING: Final[dict[str, Code]] = {
    # ------------------------------------------------------------------ refining
    "title-recased": Code(
        WARNING,
        "A title in capitals, or with --title-case sentence one in Title Case, was put into "
        "sentence case. Names of people and places inside it cannot all be known and may have "
        "lost their capital.",
        "Check the proper nouns, or say --keep-case to leave capitals as they are.",
    ),
    "journal-recased": Code(
        WARNING,
        "A journal name in capitals was put into title case; known acronyms are kept.",
        "Check unusual names, or say --keep-case to leave capitals as they are.",
    ),
    "name-recased": Code(
        INFO,
        "A family name, a publisher or a place in capitals was put into mixed case.",
        "Check names such as MacDonald or van der Berg, or say --keep-case.",
    ),
    "value-cleaned": Code(
        INFO,
        "--clean put some values of a record into their usual form: tags and entities, doubled "
        "blanks, stray stops, hyphens of ISBN and ISSN, padded numbers.",
        "Nothing to do; `--to json` shows each value as it was, under provenance.",
    ),
    "identifier-invalid": Code(
        WARNING,
        "The check digit of an ISBN or ISSN is wrong, or it is too short or too long; it was left "
        "as it is.",
        "Compare it with the source; a digit may be mistyped.",
    ),
    "journal-unknown": Code(
        WARNING,
        "--journals full met an abbreviated name whose full form neither the record nor another "
        "one of the input states; it stays abbreviated.",
        "Add the full name by hand, or convert together with a file that has it.",
    ),
    "field-derived": Code(
        INFO,
        "A field that the source does not state was read off the DOI, whose form at this publisher "
        "tells it. It is marked as derived (`--to json` shows the rule, under provenance).",
        "Nothing to do; say --no-derive to have only what the source states.",
    ),
    "doi-conflict": Code(
        WARNING,
        "The DOI tells a first page, volume, issue or year that the record states otherwise. It "
        "may be the DOI of another work, so nothing was derived from it.",
        "Open the DOI and compare; one of the two is wrong.",
    ),
    "missing-field": Code(
        WARNING,
        "The source does not state something that a reference of this type needs; nothing was "
        "made up.",
        "Let `litconv enrich` look it up, take it from other files with --complete, or add it by "
        "hand.",
    ),
    # ------------------------------------------------------------------ asking services
    "enriched": Code(
        INFO,
        "Empty fields were filled with what a service says about the work.",
        "Nothing to do; `--to json` shows each field's service and time under provenance.",
    ),
    "enrich-mismatch": Code(
        WARNING,
        "A DOI belongs to a work with another title: one of the two is wrong. Nothing was taken.",
        "Check the DOI at https://doi.org/.",
    ),
    "enrich-not-found": Code(
        INFO,
        "No service knows the work, or with --offline its answer was not kept from an earlier run.",
        "Check the DOI; run once without --offline to fetch the answer.",
    ),
    "enrich-failed": Code(
        WARNING,
        "A service could not be reached or gave no answer of use; records stay without it.",
        "Try again later: answers that came in are kept and not asked for again.",
    ),
    "enrich-nothing": Code(
        INFO,
        "Said once, at the end: how many records were not looked up because they have no DOI, and "
        "how many have all that the services know of them already.",
        "Say --search to look for works without a DOI by their title and first author.",
    ),
    # ------------------------------------------------------------------ merging records
    "records-merged": Code(
        INFO,
        "Records of the same work were merged into one; the message says where they stood and how "
        "they were known to be one.",
        "`litconv merge --report text` lists all of them; --threshold 1 merges equal titles only.",
    ),
    "merge-conflict": Code(
        WARNING,
        "Two records of the same work state different values for a field. The value of the first "
        "(with --keep best: of the most complete one) was kept.",
        "Look at the work itself. The other value stands in the message and in the provenance.",
    ),
    "record-completed": Code(
        INFO,
        "Fields that the record did not state were filled from another record of the same work: a "
        "list on another page, or the bibliography named by --library.",
        "`--to json` says for each field where it came from.",
    ),
}
