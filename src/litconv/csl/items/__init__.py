"""Records to CSL-JSON items and back, with nothing lost on the way."""
