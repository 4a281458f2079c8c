"""What is the same work, and what becomes of two records of it.

`forms` brings records to forms that compare, `blocks` finds the pairs worth a look, `match`
decides about one pair, `groups` makes groups of pairs, `merge` makes one record of a group, and
`library` completes a record from others.
"""

from litconv.works.forms import Form
from litconv.works.groups import Group, find_groups
from litconv.works.library import Library
from litconv.works.merge import Conflict, Merged, merge_group, merge_into, place_of

__all__ = [
    "Conflict",
    "Form",
    "Group",
    "Library",
    "Merged",
    "find_groups",
    "merge_group",
    "merge_into",
    "place_of",
]
