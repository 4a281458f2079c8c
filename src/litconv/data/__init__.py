"""Tables the project wrote itself: plain text, one idea a file, each with its source at the top.

A line that begins with `#` is a comment. Tables are read when they are first needed.
"""

from __future__ import annotations

from importlib.resources import files


def table_lines(name: str) -> list[str]:
    """Give the lines of the table `name` (its file name without `.txt`), comments left out."""
    text = files(__name__).joinpath(f"{name}.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def table_words(name: str) -> list[str]:
    """Give the words of the table `name`, in its order: for tables of words between blanks."""
    return [word for line in table_lines(name) for word in line.split()]
