"""What CSL-JSON 1.0.2 allows, as far as litconv uses it: the test's own table."""

from __future__ import annotations

from typing import Any

import jsonschema

from litconv.model import Role

TEXT = {"type": "string", "minLength": 1, "pattern": r"^[^\x00-\x1f\x7f-\x9f]*$"}
NAME = {
    "type": "object",
    "minProperties": 1,
    "additionalProperties": False,
    "properties": dict.fromkeys(
        [
            *("family", "given", "dropping-particle", "non-dropping-particle", "suffix"),
            "literal",
        ],
        TEXT,
    ),
}
DATE = {
    "type": "object",
    "minProperties": 1,
    "additionalProperties": False,
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {
                "type": "array",
                "minItems": 1,
                "maxItems": 3,
                "items": {"type": "integer"},
            },
        },
        "season": {"type": "integer"},
        "circa": {"type": "boolean"},
        "literal": TEXT,
    },
}
SCHEMA: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "additionalProperties": False,
        "properties": {
            "custom": {"type": "object", "minProperties": 1},
            **{role.value: {"type": "array", "items": NAME} for role in Role},
            **dict.fromkeys(["issued", "accessed", "event-date"], DATE),
            **dict.fromkeys(
                [
                    *("id", "type", "title", "title-short", "container-title", "edition"),
                    *("container-title-short", "collection-title", "publisher", "number"),
                    *("publisher-place", "event-title", "event-place", "volume", "issue"),
                    *("page", "page-first", "number-of-pages", "DOI", "ISBN", "ISSN", "PMID"),
                    *("PMCID", "URL", "language", "abstract", "keyword", "genre", "status"),
                    "note",
                ],
                TEXT,
            ),
        },
    },
}
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
