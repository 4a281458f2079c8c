"""References by CSL styles: a layer around citeproc-py."""
