"""The limits of a count that is taken as Poisson."""

from collections.abc import Callable
from typing import Literal

import numpy as np
import scipy
from numpy.typing import NDArray

from policing_indicators.calculation.kernels.arguments import Array
from policing_indicators.calculation.kernels.overflow import unwarned
from policing_indicators.errors import InvalidValueError

CountMethod = Literal["exact", "byar"]
"""The names of the methods for limits of a count."""

Limits = tuple[Array, Array]
"""Lower and upper limits."""

_BYAR_FROM = 10
"""Byar's approximation from this count, exact limits below it: the convention of
public health in England (Breslow and Day 1987)."""


_ROOM = 4
"""The widest table of counts to lay out, in multiples of the array's own size."""


def count_limits(count: Array, confidence: float, method: CountMethod) -> Limits:
    """Limits of a count; NaN where it is negative or missing.

    Raises:
        InvalidValueError: There is no such method.
    """
    if method not in _METHODS:
        allowed = " or ".join(map(repr, _METHODS))
        raise InvalidValueError("method", method, allowed)
    limits = _METHODS[method]
    flat = count.ravel()
    defined = flat >= 0
    if defined.all():
        lower, upper = limits(flat, confidence)
    else:
        lower, upper = np.full((2, flat.size), np.nan)
        lower[defined], upper[defined] = limits(flat[defined], confidence)
    return lower.reshape(count.shape), upper.reshape(count.shape)


def deviate(confidence: float) -> float:
    """Give the standard normal deviate of a two-sided confidence."""
    return -float(scipy.special.ndtri((1 - confidence) / 2))


def _exact(count: Array, confidence: float) -> Limits:
    """Garwood's limits, by the gamma quantiles, once for each distinct count."""
    distinct, place = _table(count) or np.unique(count, return_inverse=True)
    lower, upper = _gamma_quantiles(distinct, confidence)
    return lower[place], upper[place]


def _byar(count: Array, confidence: float) -> Limits:
    """Byar's approximation from a count of ten, exact limits below."""
    spread = deviate(confidence) / 3
    many = np.maximum(count, _BYAR_FROM)
    lower = _wilson_hilferty(many, -spread)
    upper = _wilson_hilferty(many + 1, spread)
    few = count < _BYAR_FROM
    lower[few], upper[few] = _exact(count[few], confidence)
    return lower, upper


def _gamma_quantiles(count: Array, confidence: float) -> Limits:
    tail = (1 - confidence) / 2
    nothing = count < np.finfo(np.float64).tiny
    lower = np.where(nothing, 0.0, scipy.special.gammaincinv(count, tail))
    return lower, np.asarray(scipy.special.gammainccinv(count + 1, tail), np.float64)


def _wilson_hilferty(count: Array, spread: float) -> Array:
    with unwarned():
        root = 1 - 1 / (9 * count) + spread / np.sqrt(count)
        return count * root * root * root


_METHODS: dict[CountMethod, Callable[[Array, float], Limits]] = {
    "exact": _exact,
    "byar": _byar,
}


def _table(values: Array) -> tuple[Array, NDArray[np.intp]] | None:
    """Give the distinct values, and for each value its place among them.

    It takes a table and no sorting where the values are whole numbers close together;
    else there is no table.
    """
    highest = values.max(initial=0.0)
    if highest >= _ROOM * values.size:
        return None
    slots = values.astype(np.intp)
    if (slots != values).any():
        return None
    present = np.zeros(int(highest) + 1, dtype=bool)
    present[slots] = True
    distinct = np.flatnonzero(present).astype(np.float64)
    return distinct, (np.cumsum(present) - 1)[slots]
