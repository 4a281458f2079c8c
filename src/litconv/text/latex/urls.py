r"""Addresses, DOIs and file names in LaTeX: only `\_` `\%` `{\textasciitilde}` and the like."""

from __future__ import annotations

import re
from typing import Final

_TILDE: Final = re.compile(
    r"\$\s*\\sim\s*\$|\{\s*\\textasciitilde\s*\}|\\textasciitilde\s*(?:\{\})?|\\~(?:\{\s*\})?"
    r"|\\string~|\{~\}"
)


def needs_decoding(text: str) -> bool:
    """Say whether anything in the text means something to LaTeX; in most values nothing does."""
    return "{" in text or "--" in text or "}" in text or is_marked(text)


def is_marked(text: str) -> bool:
    """Say whether there is more LaTeX in the text than braces and dashes."""
    return (
        "\\" in text
        or "$" in text
        or "~" in text
        or "`" in text
        or ("'" in text and "''" in text)  # one sign is looked for many times as fast as two
    )


def decode_url(text: str) -> str:
    r"""Give a URL, DOI or file name, where only `\_` `\%` and the like are LaTeX."""
    text = text.strip()
    if not needs_decoding(text):
        return text
    text = re.sub(r"^\\(?:url|path|nolinkurl|href)\s*(?=\{)", "", text)
    text = _TILDE.sub("~", text)
    text = re.sub(r"\{?\\(?:textunderscore|_)\s*(?:\{\}|\})?", "_", text)
    text = re.sub(r"\{?\\textasciicircum\s*(?:\{\})?\}?", "^", text)
    text = re.sub(r"\\([&%$#{}^-])", r"\1", text)
    text = re.sub(r"\{\\?([&%$#_~]|textasciitilde)\}", r"\1", text)
    return text.replace("{", "").replace("}", "")
