import numpy as np

from policing_indicators.calculation.kernels.overflow import finite, unwarned


def test_what_is_infinite_is_missing_and_the_rest_is_left() -> None:
    result = finite(np.array([1.0, np.inf, -np.inf, np.nan]))
    np.testing.assert_array_equal(result, [1, np.nan, np.nan, np.nan])


def test_a_finite_result_is_given_back_as_it_is() -> None:
    result = np.array([1.0, np.nan])
    assert finite(result) is result


def test_going_beyond_the_largest_number_warns_of_nothing() -> None:
    largest = np.array([1.7e308])
    with np.errstate(all="raise"), unwarned():
        assert np.isinf(largest * 10)
        assert np.isnan(largest * 10 - largest * 10)
