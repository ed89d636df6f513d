"""The Home Office's own table, read whole."""

import csv
import re
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from tests.tables.workbooks import WRITERS, Table, Value, written

from policing_indicators.tables import home_office
from policing_indicators.tables.offence_cells import FRAUD_BODIES
from policing_indicators.tables.reading import Reading
from policing_indicators.vocabulary.period import Period

pytestmark = pytest.mark.shared_data

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

BASELINE = Period.year_ending(2019, 6)
BEFORE, LATEST = Period.financial_year(2023), Period.financial_year(2024)


@pytest.fixture(scope="module")
def west_midlands(shared_data: Path) -> Reading:
    path = shared_data / "police_recorded_crime_west_midlands.csv"
    return home_office.read(path, periods=[BASELINE, BEFORE, LATEST])


def columns_of(path: Path) -> dict[str, list[Any]]:
    parquet: Any = import_module("pyarrow.parquet")
    table = parquet.read_table(path, columns=list(COLUMNS))
    return {name: table.column(name).to_pylist() for name in COLUMNS}


@pytest.mark.parametrize(
    ("indicator", "period", "count"),
    [
        ("homicide", BEFORE, 44),
        ("homicide", LATEST, 32),
        ("homicide", BASELINE, 52),
        ("neighbourhood-crime", BEFORE, 59_258),
        ("neighbourhood-crime", LATEST, 49_027),
        ("vehicle-offences", BEFORE, 34_141),
        ("vehicle-offences", LATEST, 29_391),
        ("vehicle-offences", BASELINE, 36_122),
        ("residential-burglary", BEFORE, 14_154),
        ("residential-burglary", LATEST, 11_237),
        ("residential-burglary", BASELINE, 21_543),
        ("personal-robbery", BEFORE, 7_426),
        ("personal-robbery", LATEST, 5_803),
        ("personal-robbery", BASELINE, 7_859),
        ("theft-from-the-person", BEFORE, 3_537),
        ("theft-from-the-person", LATEST, 2_596),
        ("theft-from-the-person", BASELINE, 3_241),
        ("violence-with-injury", BEFORE, 36_123),
        ("violence-with-injury", LATEST, 32_412),
        ("drug-possession", BEFORE, 5_530),
        ("drug-possession", LATEST, 6_576),
        ("drug-trafficking", BEFORE, 1_970),
        ("drug-trafficking", LATEST, 1_690),
    ],
)
def test_the_west_midlands_figures_are_those_of_the_table(
    west_midlands: Reading, indicator: str, period: Period, count: int
) -> None:
    (row,) = (
        row
        for row in west_midlands.observations
        if (row.indicator, row.area, row.period) == (indicator, "west-midlands", period)
    )
    assert row.count == count


def test_the_whole_table_reads_and_its_totals_are_the_sums_of_its_cells(
    shared_data: Path, tmp_path: Path
) -> None:
    cells = columns_of(shared_data / "police_recorded_crime_2012_2025.parquet")
    path = tmp_path / "offences.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS.values())
        writer.writerows(zip(*cells.values(), strict=True))
    expected: Counter[tuple[str, str]] = Counter()
    rows_of_bodies = 0
    for force, subgroup, year, count in zip(
        cells["area_name"],
        cells["offence_subgroup"],
        cells["financial_year"],
        cells["count"],
        strict=True,
    ):
        if force in FRAUD_BODIES:
            rows_of_bodies += 1
        else:
            expected[subgroup, year] += count

    years = [Period.financial_year(year) for year in range(2012, 2025)]
    subgroups = {subgroup_id(subgroup): subgroup for subgroup, _ in expected}
    reading = home_office.read(path, indicators=list(subgroups), periods=years)

    found: Counter[tuple[str, str]] = Counter()
    for observation in reading.observations:
        if observation.count is not None:
            subgroup = subgroups[observation.indicator]
            found[subgroup, str(observation.period)] += observation.count
    assert found == {key: n for key, n in expected.items() if key[1] != "2025/26"}
    left_out = {each.what: each.rows for each in reading.left_out}
    this_year = {f"2025/26 Q{quarter}" for quarter in (1, 2, 3)}
    assert set(left_out) == {*FRAUD_BODIES, *this_year}
    bodies = sum(left_out[body] for body in FRAUD_BODIES)
    assert bodies == rows_of_bodies


@pytest.mark.parametrize("form", WRITERS)
def test_the_table_reads_alike_from_a_workbook_with_a_sheet_for_each_year(
    west_midlands: Reading, shared_data: Path, tmp_path: Path, form: str
) -> None:
    path = shared_data / "police_recorded_crime_west_midlands.csv"
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    year, count = header.index("financial_year"), header.index("count")
    sheets: dict[str, Table] = {"Cover_sheet": [["Police recorded crime"]]}
    for name in dict.fromkeys(row[year] for row in rows):
        of_year: list[list[Value]] = [[*header]]
        of_year.extend(
            [*row[:count], int(row[count])] for row in rows if row[year] == name
        )
        sheets[name.replace("/", "-")] = of_year
    workbook = written(tmp_path / f"offences.{form}", WRITERS[form](sheets))
    reading = home_office.read(workbook, periods=[BASELINE, BEFORE, LATEST])
    assert reading.observations == west_midlands.observations


@pytest.fixture(name="two_years", scope="module")
def _two_years(shared_data: Path) -> list[list[Any]]:
    """Give every row that the table has of its last two years, of all forces."""
    columns = columns_of(shared_data / "police_recorded_crime_2012_2025.parquet")
    rows = map(list, zip(*columns.values(), strict=True))
    year = list(COLUMNS).index("financial_year")
    return [row for row in rows if row[year] in {"2024/25", "2025/26"}]


@pytest.fixture(name="of_csv", scope="module")
def _of_csv(
    two_years: list[list[Any]], tmp_path_factory: pytest.TempPathFactory
) -> Reading:
    path = tmp_path_factory.mktemp("two-years") / "offences.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS.values(), *two_years])
    return home_office.read(path)


@pytest.mark.parametrize("form", WRITERS)
def test_all_forces_read_alike_from_csv_and_from_a_workbook(
    two_years: list[list[Any]], of_csv: Reading, tmp_path: Path, form: str
) -> None:
    header: list[Value] = [*COLUMNS.values()]
    year = list(COLUMNS).index("financial_year")
    sheets: dict[str, Table] = {"Cover_sheet": [["Police recorded crime"]]}
    for name in ("2024/25", "2025/26"):
        of_year = [row for row in two_years if row[year] == name]
        sheets[name.replace("/", "-")] = [header, *of_year]
    workbook = written(tmp_path / f"offences.{form}", WRITERS[form](sheets))

    found = home_office.read(workbook)
    with_an_area, railway = 43, 1
    assert len({each.area for each in of_csv.observations}) == with_an_area + railway
    assert found.observations == of_csv.observations
    cover, *left_out = found.left_out
    assert cover.what == "Cover_sheet"
    assert tuple(left_out) == of_csv.left_out


def subgroup_id(subgroup: str) -> str:
    return "home-office/" + "-".join(re.findall(r"[a-z0-9]+", subgroup.lower()))
