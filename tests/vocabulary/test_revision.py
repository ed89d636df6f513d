from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.revision import MeasuredRevision, RevisionTolerance
from policing_indicators.vocabulary.source import Source


def measured(percentile_99: str) -> MeasuredRevision:
    return MeasuredRevision(
        measured_on="all",
        cells=100,
        median=Decimal(0),
        percentile_95=Decimal(1),
        percentile_99=Decimal(percentile_99),
        largest=Decimal(20),
    )


TOLERANCE = RevisionTolerance(
    indicator="homicide",
    levels=measured("6.5"),
    small_counts=measured("4"),
    percentages=measured("8.25"),
    earlier=[Source("Office for National Statistics", "April 2025")],
    later=Source("Home Office", "April 2026"),
)


@pytest.mark.parametrize(
    ("later", "off"),
    [(0, 4), (49, 4), (50, 4), (100, Fraction(13, 2)), (10_000, 650), (-10_000, 650)],
)
def test_a_level_may_be_off_by_so_many_counts_or_so_much_per_cent(
    later: int, off: Fraction
) -> None:
    assert TOLERANCE.of_level(later) == off


def test_a_percentage_may_be_off_by_so_many_points() -> None:
    assert TOLERANCE.of_percentage == Fraction(33, 4)


@pytest.mark.parametrize(("cells", "usual"), [(99, 20), (100, 6)])
def test_of_fewer_than_a_hundred_cells_the_largest_stands(
    cells: int, usual: int
) -> None:
    assert evolve(measured("6"), cells=cells).usual == usual


@pytest.mark.parametrize("amount", [1.5, 1, Decimal(-1), Decimal("NaN"), None])
def test_what_was_measured_is_an_exact_decimal_number(amount: Any) -> None:  # noqa: ANN401
    with pytest.raises(InvalidValueError, match="a Decimal, zero or more"):
        evolve(measured("1"), largest=amount)


def test_a_tolerance_is_made_of_measures_and_names_its_releases() -> None:
    plain: Any = Decimal(1)
    with pytest.raises(InvalidValueError, match="of type MeasuredRevision"):
        evolve(TOLERANCE, levels=plain)
    with pytest.raises(InvalidValueError, match="of type Source"):
        evolve(TOLERANCE, later=plain)
    with pytest.raises(InvalidValueError, match="cells is 0"):
        evolve(measured("1"), cells=0)
