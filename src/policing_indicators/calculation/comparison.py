"""Which two observations compare."""

from policing_indicators.errors import IncomparableError
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Comparability


def compare(
    earlier: Observation,
    later: Observation,
    *,
    rolling: bool = False,
    baseline: bool = False,
    across_vintages: bool = False,
) -> Comparability:
    """Say how two observations compare, or refuse.

    They are to be of one indicator, one area and one vintage, and their periods to
    compare. Whether they hold figures is not looked at.

    Args:
        earlier: The earlier observation.
        later: The later one.
        rolling: Allow two runs of twelve months with any start months, which may
            overlap.
        baseline: The earlier period is a declared baseline of twelve months.
        across_vintages: Allow two vintages: bases are revised a year later, so part of
            the change may be revision.

    Raises:
        IncomparableError: The two do not compare; the reason says why.
        InvalidValueError: One of them is no observation.
    """
    requirement.all_of_kind("an observation", (earlier, later), Observation)
    reason = _unlike(earlier, later, across_vintages=across_vintages)
    if reason:
        raise IncomparableError(str(earlier), str(later), reason)
    return earlier.period.comparability(
        later.period, rolling=rolling, baseline=baseline
    )


def _unlike(
    earlier: Observation, later: Observation, *, across_vintages: bool
) -> str | None:
    if earlier.indicator != later.indicator:
        return "they are of different indicators"
    if earlier.area != later.area:
        return "they are of different areas"
    if earlier.as_at != later.as_at and not across_vintages:
        vintages = " and ".join(
            f"as at {row.as_at}" if row.as_at else "of no stated vintage"
            for row in (earlier, later)
        )
        return (
            f"they stand {vintages}; compare within one vintage, or ask for a "
            "comparison across vintages"
        )
    return None
