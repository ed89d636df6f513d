"""Where on a sheet: rows and columns as spreadsheets name them."""

import re

_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
_LETTERS = 26
_BEFORE_A = ord("A") - 1


def cell_name(row: int, column: int) -> str:
    """Name a cell by its row and column, both counted from nought.

    >>> cell_name(6, 1), cell_name(0, 27)
    ('B7', 'AB1')
    """
    letters = ""
    left = column + 1
    while left:
        left, letter = divmod(left - 1, _LETTERS)
        letters = chr(_BEFORE_A + 1 + letter) + letters
    return f"{letters}{row + 1}"


def position_of(name: str) -> tuple[int, int] | None:
    """Give the row and column of a cell, both from nought; none where it is no name.

    >>> position_of("B7"), position_of("B0")
    ((6, 1), None)
    """
    found = _CELL.fullmatch(name)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * _LETTERS + ord(letter) - _BEFORE_A
    return int(found[2]) - 1, column - 1
