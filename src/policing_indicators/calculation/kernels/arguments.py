"""What arrays may hold, and how missing and masked elements pass through."""

import math
from collections.abc import Callable
from decimal import Decimal
from numbers import Real

import numpy as np
from numpy.typing import ArrayLike, NDArray

from policing_indicators.errors import InvalidArrayError, InvalidValueError

Array = NDArray[np.float64]
"""Decimal numbers, NaN where missing."""

_MOST_NAMED = 5
"""How many offenders an error names before it counts the rest."""

_NUMBERS = "numbers, with NaN, None or a mask where missing"
_FINITE = f"finite {_NUMBERS}"


def numbers(noun: str, values: ArrayLike) -> Array:
    """Give the values as decimal numbers, NaN where they are missing or masked.

    Args:
        noun: The argument's name, for the error.
        values: Anything numpy makes an array of. It is left as it is.

    Raises:
        InvalidArrayError: An element is infinite, or no number: text, a truth value,
            a complex number or a date.
    """
    given = _array(noun, values)
    mask = np.ma.getmask(values)
    if given.dtype.kind == "O":
        given = _from_objects(noun, np.where(mask, np.nan, given))
    elif given.dtype.kind not in "iuf":
        _refuse(noun, given, np.ones(given.shape, dtype=bool), _NUMBERS)
    with np.errstate(over="ignore"):
        result: Array = given.astype(np.float64, copy=False)
    if mask is not np.ma.nomask:
        result = np.where(mask, np.nan, result)
    require(noun, result, np.isinf(result), _FINITE)
    return result


def amounts(noun: str, values: ArrayLike) -> Array:
    """Give the values as numbers, and require them to be zero or more."""
    result = numbers(noun, values)
    require(noun, result, result < 0, "zero or more")
    return result


def exposures(noun: str, values: ArrayLike) -> Array:
    """Give the values as numbers, and require them to be above zero."""
    result = numbers(noun, values)
    require(noun, result, result <= 0, "above zero")
    return result


def whole_numbers(noun: str, values: ArrayLike) -> Array:
    """Give the values as numbers, and require them to be whole."""
    result = numbers(noun, values)
    unlike = result != np.floor(result)
    if unlike.any():
        require(noun, result, unlike & ~np.isnan(result), "whole numbers")
    return result


def require(noun: str, values: Array, offending: ArrayLike, allowed: str) -> None:
    """Raise the error that names the first offending elements, if there is any."""
    where = np.asarray(offending)
    if where.any():
        _refuse(noun, np.broadcast_to(values, where.shape), where, allowed)


def require_one_shape(**arrays: Array) -> None:
    """Require that the arrays broadcast together, as numpy does it."""
    shapes = [array.shape for array in arrays.values()]
    try:
        np.broadcast_shapes(*shapes)
    except ValueError as error:
        noun = f"the shape of {', '.join(arrays)}"
        allowed = "shapes that numpy broadcasts together"
        raise InvalidValueError(noun, tuple(shapes), allowed) from error


def confidence_level(confidence: float) -> float:
    """Require a confidence to lie strictly between 0 and 1."""
    allowed = "strictly between 0 and 1; for 95 per cent write 0.95"
    return checked_number(
        "confidence", confidence, lambda value: 0 < value < 1, allowed
    )


def base_of_rate(per: float) -> float:
    """Require the base of a rate, as in "per 100,000", to be above zero."""
    return checked_number(
        "per", per, lambda value: value > 0, "a finite number above zero"
    )


def checked_number(
    noun: str, value: object, holds: Callable[[float], bool], allowed: str
) -> float:
    """Give a number as a decimal, and require it to be finite and what holds says."""
    number = _number(value)
    if number is None or not math.isfinite(number) or not holds(number):
        raise InvalidValueError(noun, value, allowed)
    return number


def passed_on(result: Array, *given: ArrayLike) -> Array:
    """Give a result in the form of what it was made from.

    From a masked array comes a masked array, masked wherever there is no figure; from
    single numbers a single number.
    """
    if any(isinstance(each, np.ma.MaskedArray) for each in given):
        result = np.ma.array(result, mask=np.isnan(result))
    single: Array = result[()]
    return single


def pair_passed_on(pair: tuple[Array, Array], *given: ArrayLike) -> tuple[Array, Array]:
    """Give lower and upper limits in the form of what they were made from."""
    return passed_on(pair[0], *given), passed_on(pair[1], *given)


def _array(noun: str, values: ArrayLike) -> NDArray[np.generic]:
    try:
        return np.asarray(values)
    except ValueError as error:  # rows of unlike lengths
        allowed = "numbers in rows of one length"
        raise InvalidValueError(noun, values, allowed) from error


def _from_objects(noun: str, given: NDArray[np.generic]) -> NDArray[np.generic]:
    found = [_number(element) for element in given.flat]
    offending = np.array([each is None for each in found], dtype=bool)
    if offending.any():
        _refuse(noun, given, offending.reshape(given.shape), _NUMBERS)
    return np.array(found, dtype=np.float64).reshape(given.shape)


def _number(element: object) -> float | None:
    if element is None or type(element).__name__ == "NAType":  # as pandas says missing
        return math.nan
    if isinstance(element, bool) or not isinstance(element, (Real, Decimal)):
        return None
    try:
        return float(element)
    except OverflowError:
        return math.inf
    except ValueError:  # a signalling NaN
        return None


def _refuse(
    noun: str, values: NDArray[np.generic], offending: NDArray[np.bool_], allowed: str
) -> None:
    positions = [tuple(each) for each in np.argwhere(offending)[:_MOST_NAMED].tolist()]
    named = tuple((each, _plain(values.item(*each))) for each in positions)
    raise InvalidArrayError(noun, named, int(offending.sum()), allowed)


def _plain(value: object) -> object:
    """Give 31 for 31.0: a count that was given whole is named whole."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
