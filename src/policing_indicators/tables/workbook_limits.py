"""What a workbook may hold at most, and how one that holds more is refused."""

from policing_indicators.errors import InvalidContentError, Problem

MOST_BYTES = 200_000_000
"""Bytes of a file. The largest workbooks of official statistics have a quarter."""

MOST_UNPACKED = 1_000_000_000
"""Bytes of all that was looked at in a file, unpacked."""

MOST_CELLS = 8_000_000
"""Cells between A1 and the last one that holds anything, on all sheets together. The
Home Office's table of every year has some three million."""

MOST_CHARACTERS = 500_000_000
"""Characters of text in all cells: one text may stand in any number of them."""

MOST_ELEMENTS = 24_000_000
"""Elements of XML: three for each cell that there may be."""

DEEPEST = 100
"""Elements of XML inside each other. Workbooks have about ten."""

LONGEST_PIECE = 10_000_000
"""Bytes of one tag with its attributes."""

WORKBOOK = "a workbook saved as XLSX or ODS, whole and of an ordinary size"
FILE = "the file"
"""The place of what is not right with a workbook as a whole."""


def refusal(where: str, found: object, allowed: str = WORKBOOK) -> InvalidContentError:
    """Make the error that refuses a workbook as a whole.

    Args:
        where: The file, as the caller named it.
        found: What was found.
        allowed: What would have been right, in words.

    >>> print(refusal("figures.xlsx", "text, such as CSV", "a workbook"))
    figures.xlsx has 1 problem:
      the file: 'text, such as CSV'; allowed: a workbook
    """
    return InvalidContentError(where, (Problem(FILE, found, allowed),))
