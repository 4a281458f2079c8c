"""Values as BibTeX writes them, both ways: lists of names, titles with protected capitals."""
