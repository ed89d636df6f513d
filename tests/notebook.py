"""What a notebook asks a value, as it asks: by the names that it knows."""

from typing import Any

from policing_indicators.showing import ShownTable


def html_of(value: object) -> str:
    """Give what a notebook shows of a value."""
    known: Any = value
    return str(known._repr_html_())


def markdown_of(value: object) -> str:
    """Give what a paper takes of a value."""
    known: Any = value
    return str(known._repr_markdown_())


def tables_of(value: object) -> tuple[ShownTable, ...]:
    """Give the tables that a value shows."""
    known: Any = value
    found: tuple[ShownTable, ...] = known._shown()  # noqa: SLF001 - before they are written
    return found
