"""The tables of the Office for National Statistics come out of both doors.

Police force area tables, year ending December 2024: P1 counts, P2 percentage changes,
P3 rates per 1,000 people (mid-2023), P4 the counts of the year before.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest
from openpyxl import load_workbook

from policing_indicators import arrays
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.rate import Rate
from policing_indicators.calculation.small_base import SmallBase, SmallBaseRule

pytestmark = pytest.mark.shared_data

WORKBOOK = "ons_police_force_area_tables_ye_december_2024.xlsx"
CITY_OF_LONDON = "E23000034"
FORCE_CODES = ("E23", "W15")
SMALL_BASE, SMALL_POPULATION = "[u]", "[u1]"

Table = dict[str, list[Any]]
"""The figures of each area, by its code (British Transport Police: by its name)."""


class PublishedChange(NamedTuple):
    earlier: int
    later: int
    printed: Any


class PublishedRate(NamedTuple):
    area: str
    offences: int
    population: int
    printed: Any


def read_table(rows: list[tuple[Any, ...]], first_figure: int) -> Table:
    start = next(place for place, row in enumerate(rows) if row[0] == "Area Code")
    columns = [
        place
        for place, head in enumerate(rows[start])
        if place >= first_figure and head and "households" not in head
    ]
    return {
        row[0] or row[1]: [row[place] for place in columns]
        for row in rows[start + 1 :]
        if row[1]
    }


@pytest.fixture(scope="module")
def tables(shared_data: Path) -> dict[str, Table]:
    workbook: Any = load_workbook(
        shared_data / WORKBOOK, read_only=True, data_only=True
    )
    sheets = {
        sheet.title.strip(): list(sheet.iter_rows(values_only=True))
        for sheet in workbook.worksheets
        if sheet.title.strip() in {"Table P1", "Table P2", "Table P3", "Table P4"}
    }
    workbook.close()
    first_figure = {"Table P1": 2, "Table P2": 2, "Table P3": 4, "Table P4": 2}
    return {
        name[-2:]: read_table(sheets[name], first)
        for name, first in first_figure.items()
    }


@pytest.fixture(scope="module")
def changes(tables: dict[str, Table]) -> list[PublishedChange]:
    return [
        PublishedChange(*figures)
        for area, later in tables["P1"].items()
        for figures in zip(tables["P4"][area], later, tables["P2"][area], strict=True)
    ]


@pytest.fixture(scope="module")
def rates(tables: dict[str, Table], shared_data: Path) -> list[PublishedRate]:
    with (shared_data / "pfa_population.csv").open(encoding="utf-8") as file:
        populations = {
            row["area_code"]: int(row["population"])
            for row in csv.DictReader(file)
            if row["year"] == "2023"
        }
    return list(published_rates(tables, populations))


def published_rates(
    tables: dict[str, Table], populations: dict[str, int]
) -> Iterator[PublishedRate]:
    for area, printed in tables["P3"].items():
        if area.startswith(FORCE_CODES):
            for count, rate in zip(tables["P1"][area], printed, strict=True):
                yield PublishedRate(area, count, populations[area], rate)


def test_every_percentage_of_table_p2_comes_out_of_p1_and_p4(
    changes: list[PublishedChange],
) -> None:
    printed = [each for each in changes if each.printed != SMALL_BASE]
    assert (len(changes), len(printed)) == (56 * 23, 1_206)
    earlier, later, published = np.array(printed, dtype=np.float64).T
    singly = [
        Change(earlier=each.earlier, later=each.later).percent for each in printed
    ]
    through_arrays = arrays.percent_change(earlier, later)
    np.testing.assert_allclose(through_arrays, published, rtol=1e-12)
    np.testing.assert_array_equal(singly, through_arrays)


def test_a_percentage_is_withheld_from_small_counts_alone(
    changes: list[PublishedChange],
) -> None:
    either = SmallBaseRule(decided_by=SmallBase.EITHER)
    for each in changes:
        withheld = each.printed == SMALL_BASE
        if max(each.earlier, each.later) < 50:
            assert withheld
        if withheld:
            assert either.withholds(each.earlier, each.later)


def test_every_population_rate_of_table_p3_comes_out_for_42_forces(
    rates: list[PublishedRate],
) -> None:
    printed = [each for each in rates if each.printed != SMALL_POPULATION]
    assert len({each.area for each in printed}) == 42
    assert len(printed) == 42 * 23
    singly = [Rate(each.offences, each.population, per=1_000).value for each in printed]
    through_arrays = arrays.rate(
        [each.offences for each in printed],
        [each.population for each in printed],
        per=1_000,
    )
    published = [each.printed for each in printed]
    np.testing.assert_allclose(through_arrays, published, rtol=1e-12)
    np.testing.assert_array_equal(singly, through_arrays)


def test_the_city_of_london_alone_has_no_published_rate(
    rates: list[PublishedRate],
) -> None:
    withheld = {each.area for each in rates if each.printed == SMALL_POPULATION}
    assert withheld == {CITY_OF_LONDON}
