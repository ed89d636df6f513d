"""The page of calibration says what its studies print."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from benchmarks import study_changes, study_funnels
from scipy import stats

from policing_indicators import arrays

PAGE = Path(__file__).parents[1].joinpath("docs", "calibration.md").read_text("utf-8")


@pytest.mark.shared_data
def test_the_page_of_calibration_has_the_tables_of_recorded_crime(
    shared_data: Path,
) -> None:
    assert shared_data.is_dir()
    tables = study_changes.tables()
    assert len(tables) == 4
    for name, lines in tables.items():
        assert f"## {name}\n" in PAGE
        assert "\n".join(lines) in PAGE


@pytest.mark.shared_data
def test_what_the_page_says_of_its_tables_is_so(shared_data: Path) -> None:
    assert shared_data.is_dir()
    _, crime = study_changes.recorded_crime()
    called = list(study_changes.study(crime))
    adjusted = ("dispersion-adjusted", "spread-adjusted", study_changes.BY_YEARS_BEFORE)
    beyond: dict[str, set[str]] = {}
    for test in adjusted:
        assert (
            3.5
            <= float(study_changes.percent([c.by_test[test] for c in called]))
            <= 6.5
        )
        for each in {c.indicator for c in called}:
            own = [c.by_test[test] for c in called if c.indicator == each]
            if not 3.5 <= float(study_changes.percent(own)) <= 6.5:
                beyond.setdefault(test, set()).add(each.removeprefix("home-office/"))
    assert beyond == {
        "spread-adjusted": {"non-domestic-burglary"},
        study_changes.BY_YEARS_BEFORE: {
            "non-domestic-burglary",
            "residential-burglary",
            "non-residential-burglary",
            "robbery-of-business-property",
            "personal-robbery",
            "shoplifting",
            "vehicle-offences",
        },
    }


@pytest.mark.shared_data
def test_what_the_page_says_of_homicide_is_so(shared_data: Path) -> None:
    assert shared_data.is_dir()
    _, crime = study_changes.recorded_crime()
    earlier, later = crime["homicide"][:-1], crime["homicide"][1:]
    calm = arrays.dispersion(earlier, later) < 1.5
    assert calm.sum() == 8
    p_values = arrays.change_p_value(earlier, later)
    measured = earlier + later > 0
    assert f"{100 * (p_values < 0.05)[calm][measured[calm]].mean():.1f}" == "5.0"
    assert f"{100 * (p_values < 0.05)[measured].mean():.1f}" == "6.8"
    by_chance: list[float] = []
    for total in (earlier + later)[measured].tolist():
        outcomes = np.arange(total + 1, dtype=np.float64)
        unusual = arrays.change_p_value(outcomes, total - outcomes) < 0.05
        law: Any = stats.binom(total, 0.5)
        by_chance.append(float(law.pmf(outcomes[unusual]).sum()))
    assert round(100 * float(np.mean(by_chance))) == 3


def test_the_page_of_calibration_has_the_simulated_tables(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(study_funnels, "FUNNELS", 20)
    monkeypatch.setattr(study_funnels, "RANKINGS", 5)
    for name, lines in study_funnels.tables().items():
        head, body = PAGE.split(f"## {name}\n", maxsplit=1)
        assert head
        shown = [
            line for line in body.split("\n## ")[0].splitlines() if line[:1] == "|"
        ]
        assert shown[:2] == lines[:2]
        assert len(shown) == len(lines)
        for printed, made in zip(shown[2:], lines[2:], strict=True):
            for said, found in zip(cells(printed), cells(made), strict=True):
                assert abs(said - found) < 12


def cells(row: str) -> list[float]:
    return [float(cell) for cell in row.strip("| ").split(" | ")]
