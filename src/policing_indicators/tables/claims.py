"""Claims: what a document prints, read from a table or a TOML document.

A claim is one sentence's figures about one indicator, as printed. A table (CSV) has a
row a claim, one row of the document, and a row for each group of claims that must fit
together; its column ``row`` says which. A TOML document says the same under
``[document]``, ``[[claims]]`` and ``[[groups]]``. What a claim leaves blank of area,
period and comparator it takes from the document.

Reading is strict: what is not right is never dropped or guessed, and all of it is named
at once, by line and column or by path.
"""

import re
from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import Any

from policing_indicators.errors import InvalidContentError, Problem
from policing_indicators.registry.areas import areas as registered_areas
from policing_indicators.structuring import read_toml
from policing_indicators.tables.claim_building import ClaimBuilding
from policing_indicators.tables.claim_cells import ClaimCells
from policing_indicators.tables.claim_entry import Entries
from policing_indicators.tables.claim_rows import entries_of_rows
from policing_indicators.tables.claim_tables import TABLES, entries_of_document
from policing_indicators.tables.lines import lines_of_file, lines_of_text, rows
from policing_indicators.tables.sheet_rows import table_on_sheet
from policing_indicators.tables.tidy_cells import TidyCells
from policing_indicators.tables.workbook import is_workbook
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.claims import Claims
from policing_indicators.vocabulary.framework import Framework

SHEET = "Claims"
"""The sheet of a workbook on which a table of claims stands."""

_PLACE = re.compile(r"(?:lines? |(?P<table>\w+)\[?)(?P<number>\d+)?")


def read(
    path: str | PathLike[str],
    *,
    framework: Framework | None = None,
    areas: Areas | None = None,
) -> Claims:
    r"""Read claims from a file: TOML where its name ends in ``.toml``, else a table.

    That is a CSV file or, by its content, a workbook, whose sheet ``Claims``, or only
    sheet, is read; what is not right is then named by sheet and cell.

    Args:
        path: The file, in UTF-8.
        framework: The indicators, which are then found by id, name or alias; ids that
            begin with ``home-office/`` are taken as well. Without it any id is taken.
        areas: The areas, found by id, code, name or alias; by default those of the
            registry.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: Something in it is not right; all of it is named.
        MissingLibraryError: It is a workbook, and what reads those is not installed.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "claims.csv")
    ...     written = path.write_text(
    ...         "row,title,indicator,area,period,level\n"
    ...         "document,A statement,,Kent,2024/25,\n"
    ...         ",,homicide,,,9\n"
    ...     )
    ...     (homicide,) = read(path).claims
    >>> homicide.level.text, homicide.inherited
    ('9', ('area', 'period'))
    """
    file, where = Path(path), str(path)
    if file.suffix.casefold() == ".toml":
        document: dict[str, Any] = read_toml(file, dict[str, Any])
        return _claims(entries_of_document(document), where, framework, areas)
    if is_workbook(path):
        with table_on_sheet(path, SHEET) as table:
            entries = entries_of_rows(table.rows, table.problems, where)
            return _claims(entries, where, framework, areas)
    problems: list[Problem] = []
    numbered = rows(lines_of_file(path), problems)
    entries = entries_of_rows(numbered, problems, where)
    return _claims(entries, where, framework, areas)


def parse(
    text: str,
    *,
    name: str = "claims",
    framework: Framework | None = None,
    areas: Areas | None = None,
) -> Claims:
    r"""Read claims from a table as text; see :func:`read`.

    Args:
        text: The table as CSV.
        name: What errors call the table.
        framework: The indicators, as for :func:`read`.
        areas: The areas, as for :func:`read`.

    Raises:
        InvalidValueError: The text is none.
        InvalidContentError: Something in it is not right; all of it is named.

    >>> text = (
    ...     "row,title,indicator,area,percentage\n"
    ...     "document,A statement,,Kent,\n"
    ...     "claim,,homicide,,fell by 9.6%\n"
    ... )
    >>> print(parse(text).claim("homicide").percentage.value)
    -48/5
    """
    problems: list[Problem] = []
    numbered = rows(lines_of_text(text, name), problems)
    entries = entries_of_rows(numbered, problems, name)
    return _claims(entries, name, framework, areas)


def _claims(
    entries: Entries, where: str, framework: Framework | None, areas: Areas | None
) -> Claims:
    known = registered_areas() if areas is None else areas
    cells = ClaimCells(TidyCells.of(known, framework))
    claims = ClaimBuilding(entries, cells).claims()
    if claims is None:
        raise InvalidContentError(where, tuple(_in_order(entries.problems)))
    return claims


def _in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Put problems in the order of the file: by line, or by table and number."""
    return sorted(problems, key=_position)


def _position(problem: Problem) -> tuple[int, int]:
    found = _PLACE.match(problem.place)
    number = int(found["number"] or 0) if found else 0
    table = found["table"] if found else None
    return TABLES.index(table) + 1 if table in TABLES else 0, number
