"""The nouns: what is measured, where, when, and what was found."""
