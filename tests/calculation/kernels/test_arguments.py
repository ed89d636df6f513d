import math
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from numpy.typing import ArrayLike

from policing_indicators import arrays
from policing_indicators.calculation.kernels.arguments import numbers
from policing_indicators.errors import InvalidArrayError, InvalidValueError


class Column:
    """A column of a data frame, as numpy sees one."""

    def __init__(self, values: list[object]) -> None:
        self._values = values

    def __array__(self, dtype: Any = None, copy: Any = None) -> Any:  # noqa: ANN401 -- numpy's protocol
        del copy
        return np.array(self._values, dtype)


class NAType:
    """What some data frames hold where a value is missing."""


@pytest.mark.parametrize(
    "values",
    [
        [1, 2, 3],
        (1.0, 2.0, 3.0),
        np.array([1, 2, 3], dtype=np.uint8),
        np.array([1, 2, 3], dtype=np.float16),
        np.array([1, 2, 3], dtype=np.longdouble),
        np.array([1, Fraction(2), Decimal(3)], dtype=object),
        Column([1, 2, 3]),
    ],
    ids=["list", "tuple", "uint8", "float16", "long double", "objects", "column"],
)
def test_whatever_numpy_makes_numbers_of_is_taken(values: ArrayLike) -> None:
    assert numbers("count", values).tolist() == [1.0, 2.0, 3.0]


MISSING: list[Any] = [
    [1, None, 3],
    [1, math.nan, 3],
    np.array([1, NAType(), 3], dtype=object),
    np.ma.array([1, 2, 3], mask=[False, True, False]),
    np.ma.array([1.0, math.inf, 3.0], mask=[False, True, False]),
    np.ma.array([1, "x", 3], mask=[False, True, False], dtype=object),
    Column([1, None, 3]),
]


@pytest.mark.parametrize(
    "values",
    MISSING,
    ids=["None", "NaN", "NA", "masked", "infinity masked", "text masked", "column"],
)
def test_missing_is_none_nan_or_masked(values: ArrayLike) -> None:
    assert np.isnan(numbers("count", values)).tolist() == [False, True, False]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (["31", "45"], r"count holds '31' at \[0\], '45' at \[1\]; allowed: numbers"),
        ([True, False], r"count holds True at \[0\], False at \[1\]; allowed: numbers"),
        ([1 + 2j], r"count holds \(1\+2j\) at \[0\]; allowed: numbers"),
        (np.array(["2024-04"], dtype="M8[M]"), "count holds datetime.date"),
        ([1, "x", None, True], r"count holds 'x' at \[1\], True at \[3\]; allowed"),
        ([[1, 2], [3, math.inf]], r"count holds inf at \[1, 1\]; allowed: finite"),
        ([-math.inf], r"count holds -inf at \[0\]"),
        ([10**400], r"count holds inf at \[0\]"),
        ({}, r"count holds \{\} at \[\]"),
        (Decimal("sNaN"), "count holds Decimal"),
        ([np.inf] * 9, r"inf at \[4\] and 4 more; allowed"),
    ],
)
def test_what_is_no_number_is_refused_with_the_first_offenders(
    values: ArrayLike, message: str
) -> None:
    with pytest.raises(InvalidArrayError, match=message):
        arrays.count_limits(values)


@pytest.mark.skipif(
    np.finfo(np.longdouble).max == np.finfo(np.float64).max,
    reason="this machine's long double is a double",
)
def test_a_number_too_large_for_a_double_is_refused_as_infinite() -> None:
    with pytest.raises(InvalidArrayError, match="count holds inf"):
        arrays.count_limits(np.longdouble("1e400"))


def test_rows_of_unlike_lengths_are_refused() -> None:
    ragged: Any = [[1], [1, 2]]
    with pytest.raises(InvalidValueError, match="numbers in rows of one length"):
        arrays.count_limits(ragged)


def test_an_error_holds_the_facts() -> None:
    with pytest.raises(InvalidArrayError) as raised:
        arrays.rate(1, np.array([[5, -1, 3], [-2.5, 0, 1]]))
    assert raised.value.noun == "denominator"
    assert raised.value.offenders == (((0, 1), -1), ((1, 0), -2.5))
    assert raised.value.count == 2
    assert raised.value.allowed == "zero or more"


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: arrays.rate(1, -1), "denominator holds -1 .*: zero or more"),
        (
            lambda: arrays.rate_limits(1, [3, -1]),
            r"denominator holds -1 at \[1\]; allowed: zero or more",
        ),
        (
            lambda: arrays.proportion_limits([3, 5], 4),
            r"count holds 5 at \[1\]; allowed: at most its denominator",
        ),
        (
            lambda: arrays.proportion_limits([-1], 4),
            r"count holds -1 at \[0\]; allowed: zero or more",
        ),
        (
            lambda: arrays.proportion_limits([[3], [5]], [4, 6]),
            r"count holds 5 at \[1, 0\]; allowed: at most its denominator",
        ),
        (
            lambda: arrays.proportion_difference_limits(1, 2, 3, [2, 3]),
            r"later_count holds 3 at \[0\]; allowed: at most its later_denominator",
        ),
        (
            lambda: arrays.change_p_value([1.5], 1),
            r"earlier holds 1.5 at \[0\]; allowed: whole numbers",
        ),
        (
            lambda: arrays.rate_ratio(1, [2, 2.5]),
            r"later holds 2.5 at \[1\]; allowed: whole numbers",
        ),
        (
            lambda: arrays.change_p_value(1, 1, earlier_exposure=[12, 0]),
            r"earlier_exposure holds 0 at \[1\]; allowed: above zero",
        ),
        (
            lambda: arrays.rate_ratio_limits(1, 1, later_exposure=[-12]),
            r"later_exposure holds -12 at \[0\]; allowed: above zero",
        ),
        (
            lambda: arrays.rate_p_value(1.5, 10, 1),
            r"count holds 1.5 .*allowed: whole numbers",
        ),
        (
            lambda: arrays.rate_p_value(1, 10, [-1]),
            r"benchmark holds -1 at \[0\]; allowed: zero or more",
        ),
        (
            lambda: arrays.proportion_p_value(1, 2, [70]),
            r"benchmark holds 70 at \[0\]; allowed: from 0 to 1",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_the_first_offenders(
    ask: Callable[[], object], message: str
) -> None:
    with pytest.raises(InvalidArrayError, match=message):
        ask()


@pytest.mark.parametrize("confidence", [95, 0, 1, -0.5, math.nan, True, "0.95", None])
@pytest.mark.parametrize(
    ("limits", "arguments"),
    [
        (arrays.count_limits, 1),
        (arrays.rate_limits, 2),
        (arrays.proportion_limits, 2),
        (arrays.rate_ratio_limits, 2),
        (arrays.proportion_difference_limits, 4),
    ],
)
def test_a_confidence_lies_strictly_between_0_and_1(
    limits: Callable[..., object], arguments: int, confidence: object
) -> None:
    with pytest.raises(InvalidValueError, match=r"for 95 per cent write 0\.95"):
        limits(*[1] * arguments, confidence=confidence)


@pytest.mark.parametrize("per", [0, -1_000, math.inf, math.nan, "1000", True, 10**400])
def test_the_base_of_a_rate_is_a_finite_number_above_zero(per: object) -> None:
    base: Any = per
    for ask in (
        lambda: arrays.rate(1, 2, per=base),
        lambda: arrays.rate_limits(1, 2, per=base),
        lambda: arrays.rate_p_value(1, 2, 3, per=base),
    ):
        with pytest.raises(InvalidValueError, match=r"per is .*above zero"):
            ask()


def test_numbers_of_other_kinds_are_taken_for_a_confidence_or_a_base() -> None:
    confidence: Any = Fraction(19, 20)
    base: Any = Decimal(1_000)
    assert arrays.count_limits(31, confidence=confidence) == arrays.count_limits(31)
    assert arrays.rate(31, 2, per=base) == arrays.rate(31, 2, per=1_000)


def test_a_method_that_is_not_there_is_named_with_those_that_are() -> None:
    method: Any = "wald"
    with pytest.raises(InvalidValueError, match="'wald'; allowed: 'exact' or 'byar'"):
        arrays.count_limits(1, method=method)
