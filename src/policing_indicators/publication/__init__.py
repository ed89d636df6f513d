"""The page: a publication's definition, its statement, and its rendering."""
