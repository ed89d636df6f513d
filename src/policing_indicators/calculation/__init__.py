"""The arithmetic: figures that carry how they were made."""
