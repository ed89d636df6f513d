"""The words: what may be said, and how."""
