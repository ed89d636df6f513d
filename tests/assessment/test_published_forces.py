"""Every force's charts and comparisons, from the Home Office's own table."""

import csv
from collections import Counter
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from tests.tables.test_published_home_office_table import COLUMNS

from policing_indicators.assessment.assessing import assess
from policing_indicators.assessment.assessment import Assessment
from policing_indicators.assessment.picture import PictureKind, WhyNoPicture
from policing_indicators.calculation.chart_caution import ChartCaution
from policing_indicators.registry.areas import areas
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.populations import populations
from policing_indicators.tables import home_office, tidy
from policing_indicators.vocabulary.area import AreaKind
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

pytestmark = pytest.mark.shared_data

NOW = Period.financial_year(2024)
NATIONAL = framework("national-priorities-2021")
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
FORCES = [each for each in areas() if each.kind is AreaKind.POLICE_FORCE_AREA]
EXAMPLE = Path(__file__).parents[2] / "examples" / "west-midlands-2024-25-q4"
SOURCE = (
    "Home Office, Police recorded crime open data tables, police force areas, "
    "April 2026"
)


@pytest.fixture(scope="module")
def figures(
    shared_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Observation, ...]:
    parquet: Any = import_module("pyarrow.parquet")
    path = shared_data / "police_recorded_crime_2012_2025.parquet"
    table = parquet.read_table(path, columns=list(COLUMNS))
    columns = [table.column(name).to_pylist() for name in COLUMNS]
    file = tmp_path_factory.mktemp("forces") / "offences.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS.values())
        writer.writerows(zip(*columns, strict=True))
    reading = home_office.read(
        file, indicators=RECORDED, as_at=date(2026, 4, 1), source=SOURCE
    )
    return reading.observations


@pytest.fixture(scope="module")
def assessments(figures: tuple[Observation, ...]) -> list[Assessment]:
    return [
        assess(NATIONAL, figures, area=area, period=NOW, populations=populations())
        for area in FORCES
    ]


def test_every_chart_and_comparison_runs_or_refuses_by_name(
    assessments: list[Assessment],
) -> None:
    refused = Counter(
        (each.what, each.why)
        for assessment in assessments
        for name in RECORDED
        for each in assessment.of(name).pictures.not_drawn
    )
    assert set(refused) <= {
        (PictureKind.CHANGES, WhyNoPicture.NOT_WORKED_OUT),
        (PictureKind.RATES, WhyNoPicture.NO_RATE),
        (PictureKind.CONTROL_CHART, WhyNoPicture.NOT_WORKED_OUT),
    }
    assert refused[PictureKind.RATES, WhyNoPicture.NO_RATE] == len(RECORDED)
    drawn = [
        assessment.of(name).pictures.control_chart
        for assessment in assessments
        for name in RECORDED
    ]
    made = [each for each in drawn if each is not None]
    assert len(made) > 0.98 * len(drawn)
    assert all(each.latest.when == NOW.quarters[-1] for each in made)
    assert not any(ChartCaution.RARE_EVENTS in each.cautions for each in made)


def test_the_total_of_all_forces_is_the_same_from_each_of_them(
    assessments: list[Assessment],
) -> None:
    for name in RECORDED:
        totals = {
            (changes.total.earlier, changes.total.later)
            for assessment in assessments
            if (changes := assessment.of(name).pictures.changes) is not None
        }
        assert len(totals) == 1


def test_the_example_s_quarters_and_other_forces_are_those_of_the_table(
    figures: tuple[Observation, ...],
) -> None:
    held = {(row.indicator, row.area, row.period): row for row in figures}
    for name, number in (("quarters.csv", 520), ("forces.csv", 840)):
        rows = tidy.read(EXAMPLE / name, framework=NATIONAL)
        assert len(rows) == number
        for row in rows:
            assert row == held[row.indicator, row.area, row.period]
