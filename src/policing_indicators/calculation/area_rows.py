"""One observation an area: what a total, a funnel or a ranking is made of."""

from collections.abc import Iterable
from datetime import date

from policing_indicators.errors import (
    DuplicateError,
    IncomparableError,
    InvalidValueError,
)
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period


def by_area(
    noun: str, observations: Iterable[Observation], *, reason: str
) -> dict[str, Observation]:
    """Give each area's observation, and hold them to one indicator, period, vintage.

    Args:
        noun: What they are, in the plural, for the errors.
        observations: One an area.
        reason: Why two unlike ones do not stand together, for the error.

    Raises:
        DuplicateError: An area is there twice.
        IncomparableError: Two are of different indicators, periods or vintages.
        InvalidValueError: There is none, or one is no observation.
    """
    rows = requirement.items(observations)
    requirement.all_of_kind(f"one of the {noun}", rows, Observation)
    if not rows:
        raise InvalidValueError(f"the {noun}", (), "one observation or more")
    found: dict[str, Observation] = {}
    for row in rows:
        if _key(row) != _key(rows[0]):
            raise IncomparableError(_described(rows[0]), _described(row), reason)
        if row.area in found:
            raise DuplicateError(str(row), f"the {noun}")
        found[row.area] = row
    return found


def why_no_count(row: Observation) -> str | None:
    """Say why an observation has no count, if it has none."""
    if row.count is not None:
        return None
    reason = row.missing.value if row.missing else "published without its count"
    return f"{reason} for {row.period}"


def _key(row: Observation) -> tuple[str, Period, date | None]:
    return row.indicator, row.period, row.as_at


def _described(row: Observation) -> str:
    return f"{row} as at {row.as_at or 'an unknown day'}"
