"""litconv: bibliographic records in, clean entries and references out."""

__version__ = "0.1.0"
