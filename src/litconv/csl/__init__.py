"""References by CSL styles: a layer around citeproc-py.

`items` makes CSL-JSON items from records and records from items; `library` finds, checks and loads
styles; `processor` renders them. Start with `csl.library.style.load_style`.
"""
