"""How often chance agrees, measured again on the Home Office's own table."""

from fractions import Fraction
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from policing_indicators.audit.chance import (
    CHANGE_NEARNESS,
    LEVEL_ALONE,
    LEVEL_AND_CHANGE,
    LEVEL_NEARNESS,
    OTHER_CHANGE,
    SAME_CHANGE,
)
from policing_indicators.audit.explanation import ExplanationKind

pytestmark = pytest.mark.shared_data

COLUMNS = ["area_code", "offence_subgroup", "financial_year", "count"]
LAST_YEAR = "2024/25"
FEWEST = 50
ROW, PERIOD, AREA = (
    ExplanationKind.ANOTHER_ROW,
    ExplanationKind.ANOTHER_PERIOD,
    ExplanationKind.ANOTHER_AREA,
)

Counts = dict[tuple[str, str], dict[str, int]]


@pytest.fixture(scope="module")
def table(shared_data: Path) -> tuple[list[tuple[str, str]], Any]:
    """Give the forces' subgroups, and their counts by year."""
    parquet: Any = import_module("pyarrow.parquet")
    path = shared_data / "police_recorded_crime_2012_2025.parquet"
    columns = parquet.read_table(path, columns=COLUMNS).to_pydict()
    counts: Counts = {}
    for area, subgroup, year, count in zip(*columns.values(), strict=True):
        if area is not None and year <= LAST_YEAR:
            of_row = counts.setdefault((area, subgroup), {})
            of_row[year] = of_row.get(year, 0) + count
    years = sorted({year for each in counts.values() for year in each})
    rows = sorted(counts)
    values = [[counts[row].get(year, np.nan) for year in years] for row in rows]
    return rows, np.array(values, dtype=float)


def changes(counts: Any) -> Any:  # noqa: ANN401 - an array
    before = np.where(counts[:, :-1] > 0, counts[:, :-1], np.nan)
    moved = 100 * (counts[:, 1:] - before) / before
    return np.hstack([np.full((len(counts), 1), np.nan), moved])


def test_a_count_has_another_near_it_as_often_as_is_said(
    table: tuple[list[tuple[str, str]], Any],
) -> None:
    rows, counts = table
    moved = changes(counts)
    areas: Any = np.array([area for area, _ in rows])
    subgroups: Any = np.array([subgroup for _, subgroup in rows])
    found = {kind: [0, 0] for kind in (ROW, PERIOD, AREA)}
    tried = 0
    cells: Any = np.argwhere((counts[:, 1:] >= FEWEST) & (counts[:, :-1] >= FEWEST))
    for row, year in cells:
        place = int(year) + 1
        tried += 1
        others: Any = np.arange(len(rows)) != row
        elsewhere = {
            ROW: (np.flatnonzero((areas == areas[row]) & others), place),
            AREA: (np.flatnonzero((subgroups == subgroups[row]) & others), place),
            PERIOD: (row, [each for each in range(counts.shape[1]) if each != place]),
        }
        for kind, where in elsewhere.items():
            near = np.abs(counts[where] - counts[row, place]) <= (
                float(LEVEL_NEARNESS) * counts[row, place]
            )
            fits = np.abs(moved[where] - moved[row, place]) <= float(CHANGE_NEARNESS)
            found[kind][0] += bool(near.any())
            found[kind][1] += bool((near & fits).any())
    assert tried == 10_674
    for kind, (alone, both) in found.items():
        assert alone / tried == pytest.approx(LEVEL_ALONE[kind], abs=0.0006)
        assert both / tried == pytest.approx(LEVEL_AND_CHANGE[kind], abs=0.00006)


@pytest.mark.parametrize(
    ("measured", "is_reversed"), [(OTHER_CHANGE, True), (SAME_CHANGE, False)]
)
def test_another_row_s_change_is_as_near_as_often_as_is_said(
    table: tuple[list[tuple[str, str]], Any],
    measured: tuple[tuple[Fraction, float], ...],
    is_reversed: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    rows, counts = table
    moved = changes(counts)
    areas = np.array([area for area, _ in rows])
    for distance, often in measured:
        pairs = near = 0
        for area in np.unique(areas):
            of_force = areas == area
            for year in range(1, counts.shape[1]):
                later, earlier = counts[of_force, year], counts[of_force, year - 1]
                claimable = (later >= FEWEST) & (earlier >= FEWEST)
                printed = moved[of_force, year][claimable]
                back = 100 * (earlier - later)[claimable] / later[claimable]
                wanted = back if is_reversed else printed
                close = np.abs(printed[:, None] - wanted[None, :]) <= float(distance)
                np.fill_diagonal(close, val=False)
                pairs += close.size - len(close)
                near += int(close.sum())
        assert near / pairs == pytest.approx(often, rel=0.15)
