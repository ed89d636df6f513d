"""Which form a file has, as its content says and not its name."""

from os import PathLike
from pathlib import Path

_PARQUET = b"PAR1"
"""How a Parquet file begins. Source: Apache Parquet, File Format."""


def begins_with(path: str | PathLike[str], *marks: bytes) -> bool:
    """Say whether a file begins with any of some marks, which are equally long.

    A file that cannot be read does not: who reads it says why.
    """
    try:
        with Path(path).open("rb") as file:
            return file.read(len(marks[0])) in marks
    except OSError:
        return False


def is_parquet(path: str | PathLike[str]) -> bool:
    """Say whether a file begins as Parquet does."""
    return begins_with(path, _PARQUET)
