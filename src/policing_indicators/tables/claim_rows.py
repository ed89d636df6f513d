"""The rows of a table of claims: one of the document, one a claim, one a group."""

from collections.abc import Iterator
from functools import partial

from policing_indicators.errors import InvalidContentError, Problem
from policing_indicators.tables.claim_entry import CLAIM, KEYS, Entries, Entry
from policing_indicators.tables.header import Header
from policing_indicators.tables.lines import Row
from policing_indicators.tables.tidy_cells import unguarded

ROW = "row"
COLUMNS = (ROW, *dict.fromkeys(key for keys in KEYS.values() for key in keys))
"""The columns of a table of claims, in the order they are explained."""

_SPELLINGS = {column: column for column in COLUMNS}
_REQUIRED = (ROW, "indicator")
_ALLOWED_ROW = f"one of {', '.join(KEYS)}, or blank for a {CLAIM}"


def entries_of_rows(
    numbered: Iterator[tuple[int, Row]], problems: list[Problem], where: str
) -> Entries:
    """Take the rows of a table as entries.

    Args:
        numbered: The rows with their numbers, that of the headings first.
        problems: Takes what is not right.
        where: What errors call the table.

    Raises:
        InvalidContentError: The header is not right.
    """
    header = Header.of(numbered, _SPELLINGS)
    of_header = (*header.missing(_REQUIRED), *header.repeated(), *header.unknown())
    if of_header:
        raise InvalidContentError(where, of_header)
    return Entries.of(_entries(numbered, header, problems), problems)


def _entries(
    numbered: Iterator[tuple[int, Row]], header: Header, problems: list[Problem]
) -> Iterator[Entry]:
    pick = header.picker(COLUMNS)
    for line, row in numbered:
        row.append("")
        cells = dict(zip(COLUMNS, map(str.strip, pick(row)), strict=True))
        kind = cells.pop(ROW).casefold() or CLAIM
        place = partial(_place, header, line)
        if kind not in KEYS:
            problems.append(Problem(place(ROW), kind, _ALLOWED_ROW))
            continue
        filled = {key: unguarded(text) for key, text in cells.items() if text}
        for key in filled.keys() - set(KEYS[kind]):
            allowed = f"left blank in the row of a {kind}"
            problems.append(Problem(place(key), filled.pop(key), allowed))
        yield Entry(kind=kind, where=f"line {line}", place=place, written=filled)


def _place(header: Header, line: int, key: str) -> str:
    return header.place(line, key) if key in header else f"line {line}"
