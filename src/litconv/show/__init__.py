"""Views for reading in a terminal, made with rich. Never on the data path."""
