"""The page on how often control charts signal says what its study prints."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from benchmarks import study_charts

PAGE = (
    Path(__file__)
    .parents[1]
    .joinpath("docs", "chart-calibration.md")
    .read_text("utf-8")
)
SERIES = 400
"""How many series stand in for the page's thousands."""

FARTHEST = 12
"""How many points in a hundred so few series may lie off: nearly five standard errors
of a share of a half."""

Table = Callable[[np.random.Generator], Iterator[str]]
SIMULATED: list[Table] = [
    study_charts.in_control,
    study_charts.by_rule_set,
    study_charts.of_few,
    study_charts.between,
    study_charts.of_season,
    study_charts.of_adjustment,
]


@pytest.mark.shared_data
def test_the_page_has_the_signals_in_recorded_crime_before_and_after_adjustment(
    shared_data: Path,
) -> None:
    assert shared_data.is_dir()
    table = "\n".join(study_charts.of_recorded_crime())
    assert table.count("| as they stand |") == table.count("| adjusted |") - 1 == 5
    assert f"\n{table}\n" in PAGE


@pytest.mark.parametrize("make", SIMULATED)
def test_the_page_has_the_simulated_tables(
    make: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(study_charts, "MANY", SERIES)
    monkeypatch.setattr(study_charts, "SOME", SERIES)
    made = list(make(np.random.default_rng(study_charts.SEED)))
    shown = f"{made[0]}{PAGE.split(made[0], maxsplit=1)[1]}".split("\n\n")[0]
    lines = shown.splitlines()
    assert lines[:2] == made[:2]
    for printed, row in zip(lines[2:], made[2:], strict=True):
        pairs = zip(cells(printed), cells(row), strict=True)
        for said, found in pairs:
            if "." in found:
                assert abs(float(said) - float(found)) < FARTHEST
            else:
                assert said == found


def cells(row: str) -> list[str]:
    return row.strip("| ").split(" | ")
