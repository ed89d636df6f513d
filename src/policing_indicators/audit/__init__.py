"""The second reader: which printed figures stand, and what the others would be."""
