"""One format, one module; each ends in `FORMATS`, which `litconv.registry` finds by itself."""
