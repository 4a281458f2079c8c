"""Letters: case, scripts, widths, LaTeX, markup. Knows nothing of records or formats."""
