"""The shelf: frameworks, areas, populations and mappings, as data."""
