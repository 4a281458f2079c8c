"""Letter case: titles, journal names and people's names that stand in capitals.

The parts: `script` (is it in capitals?), `sentence`, `journal_case`, `name_case`; what they know
about words stands in `vocabulary` and in the tables of `litconv.data`.
"""

from __future__ import annotations

from litconv.text.journal_case import title_case_journal
from litconv.text.name_case import recase_family, recase_name
from litconv.text.script import is_all_caps
from litconv.text.sentence import sentence_case

__all__ = ["is_all_caps", "recase_family", "recase_name", "sentence_case", "title_case_journal"]
