"""A count is feasible exactly when formatting it gives the printed figure."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.calculation.feasible import (
    feasible_count,
    feasible_denominator,
    feasible_earlier,
    feasible_later,
    feasible_level,
)
from policing_indicators.calculation.feasible_range import FeasibleRange
from policing_indicators.calculation.rounding import Rounding, round_as
from policing_indicators.errors import InvalidValueError

PRINTED_BY = [each for each in Rounding if each is not Rounding.NEAREST]
ROUNDINGS = st.sampled_from(PRINTED_BY)
DECIMALS = st.integers(0, 3)
SMALL = st.integers(0, 60)
LARGE = st.integers(1, 10**9)
FAR = range(400)

Prints = Callable[[int], bool]


def percent(earlier: int, later: int) -> Fraction | None:
    return Fraction(100 * (later - earlier), earlier) if earlier else None


def rate(count: int, denominator: int, per: int) -> Fraction | None:
    return Fraction(count * per, denominator) if denominator else None


def prints(
    exact: Fraction | None, printed: Decimal, decimals: int, rounding: Rounding
) -> bool:
    return exact is not None and round_as(exact, decimals, rounding) == printed


def hold_exactly(found: FeasibleRange, numbers: Iterable[int], printed: Prints) -> None:
    for number in numbers:
        assert (number in found) == printed(number)


def around(found: FeasibleRange) -> list[int]:
    """Give the numbers at the ends of a range and beside them."""
    ends = [end for end in (found.lowest, found.highest) if end is not None]
    return [end + step for end, step in product(ends, (-1, 0, 1)) if end + step >= 0]


@pytest.mark.parametrize(
    ("later", "printed", "earlier"),
    [
        (11_241, "-9.6", FeasibleRange(12_428, 12_441)),
        (48_938, "-17.3", FeasibleRange(59_140, 59_211)),
        (15_065, "-5.1", FeasibleRange(15_867, 15_882)),
        (4_577, "-13.1", FeasibleRange(5_264, 5_270)),
    ],
)
def test_the_figures_of_a_published_statement_are_read_backwards(
    later: int, printed: str, earlier: FeasibleRange
) -> None:
    assert feasible_earlier(later, printed, 1) == earlier


def test_six_after_a_fall_of_72_per_cent_is_from_no_count_unless_truncated() -> None:
    assert feasible_earlier(6, -72, 0).is_empty
    assert feasible_earlier(6, -72, 0, Rounding.HALF_EVEN).is_empty
    assert feasible_earlier(6, -72, 0, Rounding.TRUNCATION) == FeasibleRange(22, 22)


def test_to_the_nearest_takes_either_way_of_a_tie() -> None:
    found = {rounding: feasible_later(800, "1.2", 1, rounding) for rounding in Rounding}
    assert 810 not in found[Rounding.HALF_AWAY]
    assert 810 in found[Rounding.HALF_EVEN]
    assert 810 in found[Rounding.NEAREST]
    assert 810 in feasible_later(800, "1.3", 1, Rounding.NEAREST)


def test_a_fall_of_all_to_nothing_is_from_any_count() -> None:
    assert feasible_earlier(0, "-100.0", 1) == FeasibleRange(1)
    assert feasible_earlier(0, "-99.0", 1).is_empty
    assert feasible_earlier(5, "-100.0", 1) == FeasibleRange(10_000)
    assert feasible_earlier(5, "-101.0", 1).is_empty


def test_a_level_in_millions_leaves_many_counts_open_and_a_whole_one_itself() -> None:
    assert feasible_level(1_200_000, -5) == FeasibleRange(1_150_000, 1_249_999)
    assert feasible_level("48938", 0) == FeasibleRange(48_938, 48_938)
    assert feasible_level("12.5", 1).is_empty
    assert feasible_level(-3, 0).is_empty


def test_no_percentage_is_from_nothing() -> None:
    assert feasible_later(0, "50.0", 1).is_empty
    assert feasible_count(0, "50.0", 100, 1).is_empty
    assert 0 not in feasible_earlier(0, "0.0", 1)


def test_a_rate_of_nothing_is_over_any_population() -> None:
    assert feasible_denominator(0, "0.0", 100_000, 1) == FeasibleRange(1)
    assert feasible_denominator(0, "0.1", 100_000, 1).is_empty
    assert feasible_denominator(1, "0.0", 100, 1) == FeasibleRange(2_001)


@given(SMALL, st.integers(1, 60), DECIMALS, ROUNDINGS)
def test_an_earlier_count_is_feasible_exactly_when_it_prints_so(
    later: int, earlier: int, decimals: int, rounding: Rounding
) -> None:
    exact = percent(earlier, later)
    assert exact is not None
    printed = round_as(exact, decimals, rounding)
    found = feasible_earlier(later, printed, decimals, rounding)
    assert earlier in found
    hold_exactly(
        found,
        FAR,
        lambda number: prints(percent(number, later), printed, decimals, rounding),
    )


@given(SMALL, st.integers(-120, 400), st.integers(0, 1), ROUNDINGS)
def test_a_printed_change_that_no_count_explains_has_no_feasible_one(
    count: int, units: int, decimals: int, rounding: Rounding
) -> None:
    printed = Decimal(units).scaleb(-decimals)
    earlier = feasible_earlier(count, printed, decimals, rounding)
    hold_exactly(
        earlier,
        FAR,
        lambda number: prints(percent(number, count), printed, decimals, rounding),
    )
    later = feasible_later(count, printed, decimals, rounding)
    hold_exactly(
        later,
        FAR,
        lambda number: prints(percent(count, number), printed, decimals, rounding),
    )


@given(SMALL, st.integers(-5, 2_000), st.integers(0, 2), ROUNDINGS)
def test_a_rate_is_read_backwards_exactly_as_it_prints(
    given_number: int, units: int, decimals: int, rounding: Rounding
) -> None:
    printed, per = Decimal(units).scaleb(-decimals), 100
    hold_exactly(
        feasible_denominator(given_number, printed, per, decimals, rounding),
        FAR,
        lambda number: prints(
            rate(given_number, number, per), printed, decimals, rounding
        ),
    )
    hold_exactly(
        feasible_count(given_number, printed, per, decimals, rounding),
        FAR,
        lambda number: prints(
            rate(number, given_number, per), printed, decimals, rounding
        ),
    )


@given(LARGE, LARGE, DECIMALS, ROUNDINGS)
def test_the_ends_are_exact_for_counts_up_to_a_thousand_million(
    earlier: int, later: int, decimals: int, rounding: Rounding
) -> None:
    exact = percent(earlier, later)
    assert exact is not None
    printed = round_as(exact, decimals, rounding)

    backwards = feasible_earlier(later, printed, decimals, rounding)
    assert earlier in backwards
    hold_exactly(
        backwards,
        around(backwards),
        lambda number: prints(percent(number, later), printed, decimals, rounding),
    )
    forwards = feasible_later(earlier, printed, decimals, rounding)
    assert later in forwards
    hold_exactly(
        forwards,
        around(forwards),
        lambda number: prints(percent(earlier, number), printed, decimals, rounding),
    )


@given(LARGE, LARGE, DECIMALS, ROUNDINGS)
def test_the_ends_of_a_rate_are_exact_too(
    count: int, denominator: int, decimals: int, rounding: Rounding
) -> None:
    per = 100_000
    exact = rate(count, denominator, per)
    assert exact is not None
    printed = round_as(exact, decimals, rounding)

    denominators = feasible_denominator(count, printed, per, decimals, rounding)
    assert denominator in denominators
    hold_exactly(
        denominators,
        around(denominators),
        lambda number: prints(rate(count, number, per), printed, decimals, rounding),
    )
    counts = feasible_count(denominator, printed, per, decimals, rounding)
    assert count in counts
    hold_exactly(
        counts,
        around(counts),
        lambda number: prints(
            rate(number, denominator, per), printed, decimals, rounding
        ),
    )


def test_whole_numbers_of_numpy_are_counts_too() -> None:
    later: Any = np.int64(11_241)
    assert feasible_earlier(later, "-9.6", 1) == FeasibleRange(12_428, 12_441)


@pytest.mark.parametrize("count", [-1, 1.0, True, None, "6"])
def test_a_count_is_a_whole_number_of_zero_or_more(count: Any) -> None:  # noqa: ANN401
    for ask in (feasible_earlier, feasible_later):
        with pytest.raises(InvalidValueError, match="a whole number, zero or more"):
            ask(count, "-9.6", 1)
    with pytest.raises(InvalidValueError, match=r"count is .*zero or more"):
        feasible_denominator(count, "9.6", 100, 1)
    with pytest.raises(InvalidValueError, match=r"denominator is .*zero or more"):
        feasible_count(count, "9.6", 100, 1)


@pytest.mark.parametrize("per", [0, -1, 1.5, None])
def test_the_base_of_a_rate_is_a_whole_number_above_zero(per: Any) -> None:  # noqa: ANN401
    for ask in (feasible_denominator, feasible_count):
        with pytest.raises(InvalidValueError, match=r"per is .*above zero"):
            ask(10, "9.6", per, 1)
