"""The moments along an axis of time, as they are printed."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from policing_indicators.charts.labelling import Labelling
from policing_indicators.charts.space import SMALL
from policing_indicators.charts.text_width import width
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.spelling import (
    FINANCIAL_START,
    MONTH_NAMES,
    MONTHS_IN_YEAR,
    Spelling,
)
from policing_indicators.wording import dates

Moment = Period | date
"""When a point is."""

_BETWEEN = 12


def printed(labelling: Labelling, moment: Moment) -> str:
    """Print a moment whole, as it stands in a table."""
    if isinstance(moment, Period):
        return dates.written(labelling.style, moment)
    return dates.day(labelling.style, moment)


def along_time(
    labelling: Labelling, moments: Sequence[Moment], across: float
) -> tuple[tuple[int, str], ...]:
    """Give which points an axis of time names, by their place, and how.

    Every point is named where there is room; else every year, or every few years, is.

    Args:
        labelling: What things are called.
        moments: When each point is, in order.
        across: How wide the axis is, in pixels.
    """
    every = tuple(
        (place, _short(labelling, each)) for place, each in enumerate(moments)
    )
    years = _years(labelling, moments)
    if not years or _fits(every, len(moments), across):
        return _thinned(every, len(moments), across)
    return _thinned(years, len(moments), across)


def _years(
    labelling: Labelling, moments: Sequence[Moment]
) -> tuple[tuple[int, str], ...]:
    """Give the points with which a year starts, as years are counted there."""
    found: list[tuple[int, str]] = []
    for place, each in enumerate(moments):
        if not isinstance(each, Period) or each.months >= MONTHS_IN_YEAR:
            return ()
        if each.spelling is Spelling.FINANCIAL_QUARTER:
            if each.start.month == FINANCIAL_START:
                year = Period.financial_year(each.start.year)
                found.append((place, dates.written(labelling.style, year)))
        elif each.start.month == 1:
            found.append((place, str(each.start.year)))
    return tuple(found)


def _short(labelling: Labelling, moment: Moment) -> str:
    if isinstance(moment, Period) and moment.spelling is not Spelling.MONTH:
        return dates.written(labelling.style, moment)
    day = moment.start if isinstance(moment, Period) else moment
    month = f"{MONTH_NAMES[day.month - 1][:3]} {day.year}"
    return month if isinstance(moment, Period) else f"{day.day} {month}"


def _thinned(
    every: tuple[tuple[int, str], ...], points: int, across: float
) -> tuple[tuple[int, str], ...]:
    thinner = (every[::step] for step in range(1, len(every) + 1))
    return next(kept for kept in thinner if _fits(kept, points, across))


def _fits(kept: Sequence[tuple[int, str]], points: int, across: float) -> bool:
    pitch = across / points
    widest = max(width(text, SMALL) for _, text in kept)
    steps = [later[0] - earlier[0] for earlier, later in pairwise(kept)]
    return not steps or min(steps) * pitch >= widest + _BETWEEN
