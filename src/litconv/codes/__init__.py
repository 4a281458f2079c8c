"""Every kind of diagnostic, once: how bad it is, what it means, what to do.

`litconv explain CODE` prints what stands here, and docs/diagnostics.md is made from it. The codes
stand in three tables, by what litconv is at when it says them.
"""

from litconv.codes.kinds import Code, Severity
from litconv.codes.output import OUTPUT
from litconv.codes.reading import READING
from litconv.codes.refining import REFINING

__all__ = ["CODES", "Code", "Severity"]

CODES: dict[str, Code] = READING | REFINING | OUTPUT
