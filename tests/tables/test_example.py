"""The figures of the example that the package ships."""

import csv
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from policing_indicators.calculation.rate import Rate
from policing_indicators.registry.frameworks import framework
from policing_indicators.tables import home_office, tidy
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

ROOT = Path(__file__).parents[2]
FIGURES = ROOT / "examples" / "west-midlands-2024-25-q4" / "figures.csv"
FRAMEWORK = framework("national-priorities-2021")

HOME_OFFICE = (
    "Home Office, Police recorded crime open data tables, police force areas, "
    "April 2026"
)
ONS = (
    "Office for National Statistics, Police force area data tables, "
    "year ending December 2024, Table"
)
COLUMNS = {
    "area_name": "Force Name",
    "financial_year": "Financial Year",
    "quarter": "Financial Quarter",
    "offence_code": "Offence Code",
    "offence_description": "Offence Description",
    "offence_group": "Offence Group",
    "offence_subgroup": "Offence Subgroup",
    "count": "Number of Offences",
}
"""What the columns of the shared file are called by the Home Office."""

RECORDED = [
    "homicide",
    "violence-with-injury",
    "drug-offences",
    "drug-possession",
    "drug-trafficking",
    "neighbourhood-crime",
    "residential-burglary",
    "personal-robbery",
    "vehicle-offences",
    "theft-from-the-person",
]
YEARS = [
    Period.year_ending(2019, 6),
    Period.financial_year(2021),
    Period.financial_year(2023),
    Period.financial_year(2024),
]
NOT_HELD = {
    "domestic-homicide",
    "serious-youth-violence",
    "fraud-and-cyber-reports",
    "fraud-reports",
    "cyber-reports",
    "victim-satisfaction",
    "domestic-abuse-victim-satisfaction",
}


def figures() -> tuple[Observation, ...]:
    return tidy.read(FIGURES, framework=FRAMEWORK)


def sheet_of_workbook(shared_data: Path, table: str) -> Sequence[tuple[object, ...]]:
    path = shared_data / "ons_police_force_area_tables_ye_december_2024.xlsx"
    workbook = openpyxl.load_workbook(path, read_only=True, data_only=True)
    (sheet,) = (
        each for each in workbook.worksheets if each.title.strip() == f"Table {table}"
    )
    rows = list(sheet.iter_rows(values_only=True))
    workbook.close()
    return rows


def of_west_midlands(shared_data: Path, folder: Path) -> Path:
    """Write the force's rows of all years under the Home Office's own headers."""
    parquet: Any = import_module("pyarrow.parquet")
    table = parquet.read_table(
        shared_data / "police_recorded_crime_2012_2025.parquet",
        columns=list(COLUMNS),
        filters=[("area_name", "=", "West Midlands")],
    )
    columns = [table.column(name).to_pylist() for name in COLUMNS]
    path = folder / "west-midlands.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS.values())
        writer.writerows(zip(*columns, strict=True))
    return path


def test_the_example_is_written_as_the_package_writes_it() -> None:
    assert tidy.to_text(figures()) == FIGURES.read_text(encoding="utf-8")


def test_every_figure_of_the_example_has_its_source_or_says_why_it_is_missing() -> None:
    for row in figures():
        assert row.area == "west-midlands"
        assert bool(row.source) is (row.as_at is not None) is (row.missing is None)
        assert row.note or row.missing is None


def test_what_the_tables_do_not_hold_is_missing_from_the_example() -> None:
    missing = [row for row in figures() if row.missing]
    assert {row.indicator for row in missing} == NOT_HELD
    assert {row.missing for row in missing} == {MissingReason.NOT_AVAILABLE}
    assert {row.period for row in missing} == {Period.financial_year(2024)}


@pytest.mark.shared_data
def test_the_recorded_crime_of_the_example_is_that_of_the_home_office_s_table(
    shared_data: Path, tmp_path: Path
) -> None:
    reading = home_office.read(
        of_west_midlands(shared_data, tmp_path),
        areas=["west-midlands"],
        indicators=RECORDED,
        periods=YEARS,
        as_at=date(2026, 4, 1),
        source=HOME_OFFICE,
    )
    assert reading.observations == tuple(
        row for row in figures() if row.source == HOME_OFFICE
    )


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("indicator", "table"), [("knife-crime", "P6"), ("gun-crime", "P8")]
)
def test_the_knife_and_gun_crime_of_the_example_is_that_of_the_workbook(
    shared_data: Path, indicator: str, table: str
) -> None:
    rows = sheet_of_workbook(shared_data, table)
    (header,) = (row for row in rows if str(row[0]).startswith("Area"))
    (force,) = (row for row in rows if row[0] == "E23000014")
    columns = [" ".join(str(name).split()) for name in header]
    expected = {
        Period.calendar_year(year): force[columns.index(f"Jan {year} to Dec {year}")]
        for year in (2023, 2024)
    }
    shown = [row for row in figures() if row.indicator == indicator]
    assert {row.period: row.count for row in shown} == expected
    assert {row.source for row in shown} == {f"{ONS} {table}"}
    assert {row.as_at for row in shown} == {date(2025, 4, 24)}


@pytest.mark.shared_data
def test_the_rate_of_knife_crime_is_the_one_that_the_workbook_prints(
    shared_data: Path,
) -> None:
    rows = sheet_of_workbook(shared_data, "P7")
    (printed,) = (row[3] for row in rows if row[0] == "E23000014")
    row, gun = (each for each in figures() if each.denominator is not None)
    assert (row.indicator, row.period) == ("knife-crime", Period.calendar_year(2024))
    assert (gun.indicator, gun.denominator) == ("gun-crime", row.denominator)
    rate = Rate(count=row.required_count(), denominator=row.denominator or 0)
    assert rate.value == pytest.approx(printed, rel=1e-12)
