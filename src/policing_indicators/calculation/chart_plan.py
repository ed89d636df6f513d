"""How the limits of control charts are made: screening, baseline and rebases."""

from collections.abc import Iterable
from typing import Literal

from policing_indicators.calculation.kernels.arguments import checked_number
from policing_indicators.calculation.kernels.xmr import Plan
from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary import requirement

Screening = Literal["once", "none"]
"""How often moving ranges above their limit are dropped before limits are made."""

_SCREENINGS: dict[Screening, bool] = {"once": True, "none": False}

_FEWEST = 2
"""The fewest points that have a moving range."""


def chart_plan(
    columns: int,
    *,
    screening: Screening,
    baseline: int | None,
    rebase: Iterable[int],
    floor: float | None,
) -> Plan:
    """Check how limits are to be made for series of so many points.

    Raises:
        InvalidValueError: There is no such screening, the baseline is under two
            points, a column of ``rebase`` is none of 1 to the last or stands twice, or
            the floor is no number.
    """
    if screening not in tuple(_SCREENINGS):
        allowed = " or ".join(map(repr, _SCREENINGS))
        raise InvalidValueError("screening", screening, allowed)
    lowest = None
    if floor is not None:
        lowest = checked_number("floor", floor, lambda _: True, "a finite number")
    return Plan(
        starts=(0, *_columns(rebase, columns)),
        baseline=required_baseline(baseline),
        screened=_SCREENINGS[screening],
        floor=lowest,
    )


def required_baseline(baseline: int | None) -> int | None:
    """Require a baseline to be of two points or more, if there is one."""
    length = requirement.as_whole_or_none(baseline)
    if length is not None and (type(length) is not int or length < _FEWEST):
        raise InvalidValueError("baseline", baseline, "two points or more")
    return length


def _columns(rebase: Iterable[int], columns: int) -> list[int]:
    given = [requirement.as_whole(each) for each in requirement.items(rebase)]
    for column in given:
        if type(column) is not int or not 0 < column < columns:
            allowed = f"columns from 1 to {columns - 1}"
            raise InvalidValueError("rebase", column, allowed)
    if len(set(given)) != len(given):
        raise InvalidValueError("rebase", given, "each column once")
    return sorted(given)
