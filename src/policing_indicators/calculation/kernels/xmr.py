"""XmR charts of many series at once: limits by the moving range, and signals."""

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np

from policing_indicators.calculation.kernels import special_causes
from policing_indicators.calculation.kernels.arguments import Array
from policing_indicators.calculation.kernels.overflow import finite, unwarned
from policing_indicators.calculation.kernels.special_causes import (
    Codes,
    Lengths,
    Thresholds,
)

LIMIT_FACTOR: Final = 2.66
"""How many mean moving ranges the limits lie from the mean: three standard deviations,
3 / 1.128 (Wheeler and Chambers 1992)."""

SCREEN_FACTOR: Final = 3.267
"""How many mean moving ranges the upper limit of a moving range is (Wheeler and
Chambers 1992); a range above it is no ordinary one."""

_SLACK: Final = 1e-12
"""How much of the size of a series is rounding: a point so near a line is on it."""

_BLOCK: Final = 16_384
"""How many points are worked on at a time: their steps stay in the processor's cache,
and take no memory that grows with the number of series."""


class Plan(NamedTuple):
    """How limits are made.

    Attributes:
        starts: The first column of each stretch with limits of its own, 0 first.
        baseline: How many columns of each stretch make its limits; all where none.
        screened: Whether moving ranges above their limit are dropped once.
        floor: What no figure can be below; where the lower limit is, the rules that
            look at it are off. None where there is no such floor.
    """

    starts: tuple[int, ...]
    baseline: int | None
    screened: bool
    floor: float | None


class Charts(NamedTuple):
    """The charts of series.

    Attributes:
        lines: Centre, lower limit, upper limit x series x time; NaN where the point is
            missing.
        codes: The rules that each point breaks, as bits: series x time.
    """

    lines: Array
    codes: Codes


class Limits(NamedTuple):
    """The centre of each series, its limits, and how much of it is rounding."""

    centre: Array
    lower: Array
    upper: Array
    slack: Array


def xmr(values: Array, plan: Plan, lengths: Lengths) -> Charts:
    """Chart each row of an array of series x time.

    The limits are not cut off at the floor. Nothing crosses from one stretch to the
    next, and no moving range is taken over a missing point.
    """
    charts = Charts(
        np.empty((3, *values.shape)), np.empty(values.shape, dtype=np.uint8)
    )
    rows = max(1, _BLOCK // max(1, values.shape[1]))
    with unwarned():
        for first in range(0, len(values), rows):
            block = slice(first, first + rows)
            part = Charts(charts.lines[:, block], charts.codes[block])
            _chart(values[block], plan, lengths, part)
    return charts


def stretches(plan: Plan, columns: int) -> Iterator[tuple[slice, slice]]:
    """Give each stretch, and the part of it that makes its limits."""
    for start, stop in zip(plan.starts, (*plan.starts[1:], columns), strict=True):
        end = stop if plan.baseline is None else min(stop, start + plan.baseline)
        yield slice(start, stop), slice(start, end)


def _limits(points: Array, *, screened: bool) -> Limits:
    """Give the mean -/+ 2.66 mean moving ranges, over time x series.

    Where no moving range but zero is left, the series keeps one value: its lower
    median, which is then the centre and both limits.
    """
    centre = finite(_mean(points))
    ranges = np.abs(points[1:] - points[:-1])
    typical = _mean(ranges)
    if screened:
        unusual = ranges > SCREEN_FACTOR * typical
        typical = _mean(np.where(unusual, np.nan, ranges))
    flat = typical <= _SLACK * np.abs(centre)
    if flat.any():
        centre[flat], typical[flat] = _lower_median(points[:, flat]), 0.0
    reach = finite(LIMIT_FACTOR * typical)
    slack = _SLACK * (np.abs(centre) + reach)
    return Limits(centre, finite(centre - reach), finite(centre + reach), slack)


def _chart(values: Array, plan: Plan, lengths: Lengths, charts: Charts) -> None:
    by_time = np.ascontiguousarray(values.T)
    for stretch, baseline in stretches(plan, values.shape[1]):
        made = _limits(by_time[baseline], screened=plan.screened)
        lines = np.array([made.centre, made.lower, made.upper])
        charts.lines[:, :, stretch] = lines[:, :, np.newaxis]
        codes = special_causes.broken_rules(
            by_time[stretch], *_thresholds(made, plan.floor), made.slack, lengths
        )
        charts.codes[:, stretch] = codes.T
    charts.lines[:, np.isnan(values)] = np.nan


def _thresholds(made: Limits, floor: float | None) -> tuple[Thresholds, Thresholds]:
    """Give what a point must exceed on the high side, and its negative on the low."""
    near = 2 * (made.upper - made.centre) / 3
    high = Thresholds(
        made.centre + made.slack,
        made.centre + near + made.slack,
        made.upper + made.slack,
    )
    off = np.zeros(near.shape, np.bool_) if floor is None else made.lower < floor
    low = Thresholds(
        made.slack - made.centre,
        np.where(off, np.inf, near - made.centre + made.slack),
        np.where(off, np.inf, made.slack - made.lower),
    )
    return high, low


def _mean(points: Array) -> Array:
    """Give the mean over time of what is not missing; NaN where all is.

    The sum is taken one moment after the other, so that a series has the same mean,
    to the last bit, whatever stands beside it.
    """
    missing = np.isnan(points)
    gone = missing.any()
    known = np.where(missing, 0.0, points) if gone else points
    total = np.zeros(points.shape[1:])
    for each in known:
        total += each
    number = len(points) - missing.sum(axis=0)
    return np.asarray(total / np.where(number == 0, np.nan, number))


def _lower_median(points: Array) -> Array:
    """Give the value in the middle, or the lower of two: always one that occurs."""
    number = len(points) - np.isnan(points).sum(axis=0)
    place = np.maximum(number - 1, 0) // 2
    ordered = np.sort(points, axis=0)
    return np.asarray(np.take_along_axis(ordered, place[np.newaxis], axis=0)[0])
