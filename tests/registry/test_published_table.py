"""The counts and the dispersion on the shelf come out of the Home Office's table."""

import math
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from scipy import optimize

from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.mappings import mapping
from policing_indicators.vocabulary.dispersion import MeasuredDispersion
from policing_indicators.vocabulary.period import Period

pytestmark = pytest.mark.shared_data

TABLE = "police_recorded_crime_2012_2025.parquet"
COLUMNS = ["area_name", "financial_year", "offence_subgroup", "count"]
SOURCE = "Home Office, police recorded crime open data, release of April 2026"
EARLIER, LATER = Period.financial_year(2023), Period.financial_year(2024)
YEARS = [str(EARLIER), str(LATER)]

Changes = dict[str, dict[str, list[int]]]
"""Of each indicator, each force's counts in the two years."""


@pytest.fixture(scope="module")
def changes(shared_data: Path) -> Changes:
    parquet: Any = import_module("pyarrow.parquet")
    of_forces = ("area_type", "=", "police_force_area")
    of_years = ("financial_year", "in", YEARS)
    table = parquet.read_table(
        shared_data / TABLE, columns=COLUMNS, filters=[of_forces, of_years]
    )
    totals = table.group_by(COLUMNS[:3]).aggregate([("count", "sum")])
    found: Changes = {}
    for row in totals.to_pylist():
        year = YEARS.index(row["financial_year"])
        for indicator in mapping("home-office").indicators_for(
            group="",
            subgroup=row["offence_subgroup"],
            code="",
            period=(EARLIER, LATER)[year],
        ):
            counts = found.setdefault(indicator, {})
            counts.setdefault(row["area_name"], [0, 0])[year] += row["count_sum"]
    return found


def measure(changes: dict[str, list[int]]) -> MeasuredDispersion:
    """Measure how forces' changes scatter around the change of their total."""
    counts = [
        (earlier, later) for earlier, later in changes.values() if earlier + later
    ]
    later_total = sum(later for _, later in counts)
    share = later_total / sum(map(sum, counts))
    squares = [
        (later - sum((earlier, later)) * share) ** 2
        / (sum((earlier, later)) * share * (1 - share))
        for earlier, later in counts
    ]
    return MeasuredDispersion(
        ratio=round(sum(squares) / len(squares), 2),
        areas=len(squares),
        earlier=EARLIER,
        later=LATER,
        source=SOURCE,
        earlier_total=sum(earlier for earlier, _ in counts),
        later_total=later_total,
        spread=round(spread_of(counts, share), 4),
    )


def spread_of(counts: list[tuple[int, int]], share: float) -> float:
    """Find the scatter beyond chance by looking for it between two bounds."""
    centre = math.asin(math.sqrt(share))

    def excess(variance: float) -> float:
        return sum(
            (math.asin(math.sqrt(later / (earlier + later))) - centre) ** 2
            / (1 / (4 * (earlier + later)) + variance)
            for earlier, later in counts
        ) - len(counts)

    return math.sqrt(float(optimize.brentq(excess, 0, 1, xtol=1e-12)))


def test_every_dispersion_is_that_of_the_forces_changes(changes: Changes) -> None:
    shelved = {
        each.id: each.dispersion
        for each in framework("national-priorities-2021").indicators
        if each.dispersion
    }
    assert shelved == {name: measure(changes[name]) for name in shelved}


def test_every_subgroup_that_is_mapped_is_in_the_table(changes: Changes) -> None:
    assert set(mapping("home-office").indicators) <= changes.keys()


@pytest.mark.parametrize(
    ("indicator", "counts"),
    [
        ("homicide", [44, 32]),
        ("violence-with-injury", [36_123, 32_412]),
        ("neighbourhood-crime", [59_258, 49_027]),
    ],
)
def test_the_counts_of_a_force_come_out_of_the_mapping(
    changes: Changes, indicator: str, counts: list[int]
) -> None:
    assert changes[indicator]["West Midlands"] == counts
