"""CSL styles: which are there, finding one, checking one, loading one."""
