"""LaTeX ↔ Unicode: `encode` and `decode`, their table of `symbols`, and `urls` in LaTeX."""
