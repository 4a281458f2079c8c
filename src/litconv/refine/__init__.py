"""What is done to records between reading and writing: capitals, completeness, citation keys."""
