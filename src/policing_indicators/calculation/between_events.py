"""The times between events, of which a chart of rare events is made."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import pairwise

from policing_indicators.errors import DuplicateError, InvalidValueError
from policing_indicators.vocabulary import requirement

_FEWEST = 3
"""The fewest events: two times between them."""


def days_between(days: Iterable[date]) -> tuple[tuple[date, ...], list[float]]:
    """Give the day of each event but the first, and the whole days since the last.

    Raises:
        InvalidValueError: One is no day, or there are fewer than three.
    """
    given: tuple[date, ...] = requirement.items(days)
    _require_events("days", given, date)
    ordered = sorted(given)
    gaps = [float((later - day).days) for day, later in pairwise(ordered)]
    return tuple(ordered[1:]), gaps


def times_between(
    moments: Iterable[datetime],
) -> tuple[tuple[datetime, ...], list[float]]:
    """Give the moment of each event but the first, and the time since, in days.

    Raises:
        InvalidValueError: One is no date with a time, some have a time zone and some
            have none, or there are fewer than three.
        DuplicateError: Two are at one moment.
    """
    given: tuple[datetime, ...] = requirement.items(moments)
    _require_events("moments", given, datetime)
    if len({each.tzinfo is None for each in given}) > 1:
        allowed = "times that all have a time zone, or all have none"
        raise InvalidValueError("moments", "both", allowed)
    ordered = sorted(given)
    for moment, later in pairwise(ordered):
        if moment == later:
            raise DuplicateError(f"the moment {moment}", "a t-chart")
    gaps = [(later - moment) / timedelta(days=1) for moment, later in pairwise(ordered)]
    return tuple(ordered[1:]), gaps


def _require_events(noun: str, events: tuple[date, ...], kind: type) -> None:
    requirement.all_of_kind(noun, events, kind)
    if len(events) < _FEWEST:
        raise InvalidValueError(noun, f"{len(events)} events", "three events or more")
