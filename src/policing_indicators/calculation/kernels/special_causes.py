"""Which points of series break which rules of special cause.

Time runs along the first axis and series along the second, so that what belongs to one
moment lies together. A missing point is passed over: it neither counts nor breaks a
run.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from policing_indicators.calculation.kernels.arguments import Array

Holds = NDArray[np.bool_]
Codes = NDArray[np.uint8]
"""Which rules a point breaks: a bit for each rule and side."""

OUTSIDE, ZONE, RUN, TREND = RULES = 1, 2, 4, 8
"""The bits of the rules on the high side, the one that looks at fewest points first."""

LOW_SIDE: Final = 4
"""How many bits further up the rules stand on the low side."""

_WITHIN: Final = 3
"""Of how many consecutive points two lie beyond two-thirds of the way to a limit."""


class Thresholds(NamedTuple):
    """What a point must exceed on one side, for each series.

    Attributes:
        middle: To count to a run.
        near: To be beyond two-thirds of the way to the limit; infinite where off.
        limit: To be outside the limit; infinite where off.
    """

    middle: Array
    near: Array
    limit: Array


class Lengths(NamedTuple):
    """How many consecutive points make a run, and a trend."""

    run: int
    trend: int


def broken_rules(
    values: Array, high: Thresholds, low: Thresholds, slack: Array, lengths: Lengths
) -> Codes:
    """Give the rules that each point breaks, as bits.

    Args:
        values: Points, NaN where missing: time x series.
        high: What a point must exceed on the high side.
        low: What its negative must exceed on the low side.
        slack: By how much two neighbours may differ and still be a tie.
        lengths: The lengths of a run and of a trend.
    """
    missing = np.isnan(values)
    if not missing.any():
        return _both_sides(values, high, low, slack, lengths)
    order = np.argsort(missing, axis=0, kind="stable")
    packed = np.take_along_axis(values, order, axis=0)
    codes = np.zeros(values.shape, dtype=np.uint8)
    found = _both_sides(packed, high, low, slack, lengths)
    np.put_along_axis(codes, order, found, axis=0)
    return codes


def _both_sides(
    values: Array, high: Thresholds, low: Thresholds, slack: Array, lengths: Lengths
) -> Codes:
    codes = _one_side(values, high, slack, lengths)
    codes |= _one_side(-values, low, slack, lengths) << LOW_SIDE
    return codes


def _one_side(
    values: Array, thresholds: Thresholds, slack: Array, lengths: Lengths
) -> Codes:
    beyond_middle = values > thresholds.middle
    found = {
        OUTSIDE: values > thresholds.limit,
        ZONE: _near_limit(beyond_middle, values > thresholds.near),
        RUN: _in_runs(beyond_middle, lengths.run),
        TREND: _in_trends(values, slack, lengths.trend),
    }
    codes = np.zeros(values.shape, dtype=np.uint8)
    for bit, holds in found.items():
        codes |= holds.view(np.uint8) * np.uint8(bit)
    return codes


def _near_limit(beyond_middle: Holds, near: Holds) -> Holds:
    """Mark near points that stand in three on one side of which two are near."""
    if len(near) < _WITHIN:
        return np.zeros_like(near)
    first, second, third = near[:-2], near[1:-1], near[2:]
    two = (first & second) | (third & (first | second))
    return near & _spread(two & _starts(beyond_middle, _WITHIN), _WITHIN)


def _in_runs(holds: Holds, length: int) -> Holds:
    """Mark every point of each run of at least so many."""
    if len(holds) < length:
        return np.zeros_like(holds)
    return _spread(_starts(holds, length), length)


def _in_trends(values: Array, slack: Array, length: int) -> Holds:
    """Mark every point of each rise of at least so many points; a tie breaks it."""
    if len(values) < length:
        return np.zeros(values.shape, dtype=np.bool_)
    rises = values[1:] > values[:-1] + slack
    return _spread(_starts(rises, length - 1), length)


def _starts(holds: Holds, length: int) -> Holds:
    """Mark where a stretch of so many begins in which all hold."""
    width = 1
    while width < length:
        step = min(width, length - width)
        holds = holds[:-step] & holds[step:]
        width += step
    return holds


def _spread(starts: Holds, length: int) -> Holds:
    """Mark every point of the stretches of so many that begin where marked."""
    width = 1
    while width < length:
        step = min(width, length - width)
        wider = np.zeros((len(starts) + step, *starts.shape[1:]), dtype=np.bool_)
        wider[: len(starts)] = starts
        wider[step:] |= starts
        starts = wider
        width += step
    return starts
