"""What the publishers' files of ../shared/data print, side by side.

Two editions of one figure: what the Office for National Statistics printed of police
forces at the time, and what the Home Office's later table of recorded crime holds.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow.parquet as pq
from openpyxl import load_workbook

from policing_indicators.registry.mappings import mapping
from policing_indicators.vocabulary.period import Period

SHARED_DATA = Path(__file__).parents[2] / "shared" / "data"
RECORDED_CRIME = "police_recorded_crime_2012_2025.parquet"
COLUMNS = ["area_code", "financial_year", "quarter", "offence_subgroup", "count"]
FORCES = ("E23", "W15")

HEADER = "Area Name"
INDICATORS = {
    "homicide": "homicide",
    "violence with injury": "violence-with-injury",
    "residential burglary": "residential-burglary",
    "vehicle offences": "vehicle-offences",
    "theft from the person": "theft-from-the-person",
    "drug offences": "drug-offences",
}
"""The columns of the published tables that are national indicators."""

SUBGROUPS = (
    "Violence without injury",
    "Stalking and harassment",
    "Non-residential burglary",
    "Bicycle theft",
    "Shoplifting",
    "Other theft offences",
    "Possession of weapons offences",
    "Public order offences",
    "Miscellaneous crimes against society",
)
"""The columns that are one subgroup of the Home Office's table."""

RENAMED = {
    "all other theft offences": "other theft offences",
    "miscellaneous crimes": "miscellaneous crimes against society",
}

Cell = tuple[str, str, str]
"""An indicator, the code of an area, and a period as it is written."""


class Edition(NamedTuple):
    """A published table of counts, and one of changes where it has one."""

    id: str
    file: str
    period: Period
    counts: str
    changes: str | None
    earlier_counts: str | None


EDITIONS = (
    Edition(
        "ons-2025-10",
        "ons_table_p1_ye_june_2025.csv",
        Period.parse("year ending June 2025"),
        "",
        None,
        None,
    ),
    Edition(
        "ons-2025-04",
        "ons_police_force_area_tables_ye_december_2024.xlsx",
        Period.parse("year ending December 2024"),
        "Table P1",
        "Table P2",
        "Table P4",
    ),
    Edition(
        "ons-2019-10",
        "ons_police_force_area_tables_ye_june_2019.xlsx",
        Period.parse("year ending June 2019"),
        "Table P1",
        "Table P2",
        None,
    ),
)


def printed_counts(edition: Edition) -> dict[Cell, int]:
    """Give every count that an edition prints of a force."""
    counts = dict(_counts(_rows(edition.file, edition.counts), edition.period))
    if edition.earlier_counts is not None:
        rows = _rows(edition.file, edition.earlier_counts)
        counts |= _counts(rows, edition.period.year_before)
    return counts


def printed_changes(edition: Edition) -> dict[Cell, float]:
    """Give every change in per cent that an edition prints of a force, unrounded."""
    if edition.changes is None:
        return {}
    rows = _rows(edition.file, edition.changes)
    return {
        cell: value
        for cell, value in _figures(rows, edition.period)
        if isinstance(value, int | float)
    }


@cache
def recorded_crime() -> Mapping[Cell, int]:
    """Give the count of each indicator, force and quarter in the later table."""
    table = pq.read_table(SHARED_DATA / RECORDED_CRIME, columns=COLUMNS)
    sums = table.group_by(COLUMNS[:-1]).aggregate([("count", "sum")])
    home_office = mapping("home-office")
    counts: Counter[Cell] = Counter()
    for row in sums.to_pylist():
        code, subgroup = row["area_code"], row["offence_subgroup"]
        if code is None or not code.startswith(FORCES):
            continue
        quarter = Period.parse(f"{row['financial_year']} Q{row['quarter']}")
        named = home_office.indicators_for(
            group="", subgroup=subgroup, code="", period=quarter
        )
        for indicator in named:
            counts[indicator, code, str(quarter)] += row["count_sum"]
    return counts


def later_count(indicator: str, code: str, year: Period) -> int | None:
    """Give the count of a year in the later table; none where it lacks a quarter."""
    cells = [(indicator, code, str(quarter)) for quarter in year.quarters]
    counts = recorded_crime()
    return sum(map(counts.__getitem__, cells)) if counts.keys() >= set(cells) else None


def _counts(rows: list[list[Any]], period: Period) -> Iterator[tuple[Cell, int]]:
    for cell, value in _figures(rows, period):
        count = (
            int(value.replace(",", ""))
            if isinstance(value, str) and re.fullmatch(r"[\d,]+", value)
            else value
        )
        if isinstance(count, int):
            yield cell, count


def _figures(rows: list[list[Any]], period: Period) -> Iterator[tuple[Cell, Any]]:
    start = next(place for place, row in enumerate(rows) if HEADER in row)
    columns = {
        place: indicator
        for place, name in enumerate(rows[start])
        if (indicator := _indicator(str(name or ""))) is not None
    }
    for row in rows[start + 1 :]:
        code = str(row[0] or "")
        if code.startswith(FORCES):
            for place, indicator in columns.items():
                yield (indicator, code, str(period)), row[place]


def _indicator(name: str) -> str | None:
    """Give the indicator of a column by its header, without what is glued to it."""
    plain = " ".join(re.sub(r"\[.*?\]|\d", "", name).split()).casefold()
    plain = RENAMED.get(plain, plain)
    if plain in INDICATORS:
        return INDICATORS[plain]
    for subgroup in SUBGROUPS:
        if subgroup.casefold() == plain:
            return mapping("home-office").subgroup_id(subgroup)
    return None


@cache
def _rows(file: str, sheet: str) -> list[list[Any]]:
    path = SHARED_DATA / file
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return list(csv.reader(lines))
    workbook: Any = load_workbook(path, read_only=True, data_only=True)
    found = next(each for each in workbook.worksheets if each.title.strip() == sheet)
    rows = [list(row) for row in found.iter_rows(values_only=True)]
    workbook.close()
    return rows
