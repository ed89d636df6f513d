"""A measured dispersion says of what, from what, and how widely."""

from typing import Any

import numpy as np
import pytest
from attrs import evolve

from policing_indicators.errors import IncomparableError, InvalidValueError
from policing_indicators.vocabulary.dispersion import MeasuredDispersion
from policing_indicators.vocabulary.period import Period

GIVEN: dict[str, Any] = {
    "ratio": 1.1,
    "areas": 43,
    "earlier": Period.financial_year(2023),
    "later": Period.financial_year(2024),
    "source": "Police recorded crime open data tables, April 2026",
}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("ratio", -0.1),
        ("ratio", float("nan")),
        ("ratio", float("inf")),
        ("ratio", True),
        ("ratio", "1.1"),
        ("ratio", None),
        ("areas", 1),
        ("areas", 0),
        ("areas", 43.0),
        ("areas", True),
        ("earlier", "2023/24"),
        ("later", None),
        ("source", ""),
        ("source", None),
        ("earlier_total", 0),
        ("later_total", 1.5),
        ("spread", -0.01),
    ],
)
def test_a_field_that_is_not_what_it_must_be_is_named(
    field: str, value: object
) -> None:
    given: dict[str, Any] = GIVEN | {field: value}
    with pytest.raises(InvalidValueError, match=rf"^MeasuredDispersion\.{field} is "):
        MeasuredDispersion(**given)


@pytest.mark.parametrize("later", ["2022/23", "2023/24", "2024/25 Q4", "2024"])
def test_a_dispersion_is_measured_between_periods_that_compare(later: str) -> None:
    given: dict[str, Any] = GIVEN | {"later": Period.parse(later)}
    with pytest.raises(IncomparableError):
        MeasuredDispersion(**given)


def test_numbers_of_numpy_are_taken_as_pythons() -> None:
    given = MeasuredDispersion(**GIVEN)
    measured = evolve(given, ratio=np.float64(1.1), areas=np.int64(43))
    assert measured == given
    assert (type(measured.ratio), type(measured.areas)) == (float, int)


TOTALS: dict[str, Any] = {"earlier_total": 567, "later_total": 524, "spread": 0.032}


def test_a_dispersion_may_carry_the_change_of_all_areas_and_their_spread() -> None:
    measured = MeasuredDispersion(**GIVEN, **TOTALS)
    assert (measured.earlier_total, measured.later_total) == (567, 524)
    assert measured.spread == 0.032


@pytest.mark.parametrize("lacking", TOTALS)
def test_the_totals_and_the_spread_stand_together_or_not_at_all(lacking: str) -> None:
    given: dict[str, Any] = GIVEN | TOTALS | {lacking: None}
    message = rf"^MeasuredDispersion\.{lacking} is None; allowed: given together"
    with pytest.raises(InvalidValueError, match=message):
        MeasuredDispersion(**given)
