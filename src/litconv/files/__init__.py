"""Files in, files out: what the arguments name, what is in archives, and output that is safe."""

from litconv.files.inputs import STDIN, Input, gather, label, load, locate
from litconv.files.opened import BrokenInputError
from litconv.files.output import atomic_output

__all__ = [
    "STDIN",
    "BrokenInputError",
    "Input",
    "atomic_output",
    "gather",
    "label",
    "load",
    "locate",
]
