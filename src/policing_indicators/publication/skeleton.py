"""The figures that the next issue of a publication is still to be given."""

from collections.abc import Iterator

from policing_indicators.assessment.comparing import years_before
from policing_indicators.publication.draft import Draft
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

_YEARS_BEFORE = (1, 3)
"""How many years back figures are compared."""


def skeleton(
    draft: Draft, period: Period, periods: dict[str, Period]
) -> Iterator[Observation]:
    """Give a row for every figure that the next issue looks at, none of them there.

    Of each indicator that is printed, or that a target is about, it is the figure of
    its period, those that this is compared with, and those that targets start from.

    Args:
        draft: The publication that was last issued.
        period: The period of the next issue.
        periods: The period of each indicator that has its own, by its id.
    """
    for indicator in _indicators(draft):
        now = periods.get(indicator.id, period)
        earlier = (each for each in _earlier(draft, indicator, now) if each)
        defined = [each for each in earlier if indicator.is_defined_for(each)]
        for each in sorted({now, *defined}):
            yield Observation(
                indicator.id,
                draft.area.id,
                each,
                missing=MissingReason.NOT_YET_PUBLISHED,
            )


def _indicators(draft: Draft) -> list[Indicator]:
    printed = [
        indicator
        for chapter in draft.chapters
        if chapter.entry.applies
        for indicator in chapter.indicators
    ]
    targets = draft.publication.targets
    promised = [draft.framework.indicator(each.indicator) for each in targets]
    by_id = {each.id: each for each in (*printed, *promised)}
    return [*by_id.values()] or [*draft.framework.indicators]


def _earlier(
    draft: Draft, indicator: Indicator, now: Period
) -> Iterator[Period | None]:
    for years in _YEARS_BEFORE:
        yield years_before(now, years)
    yield indicator.baseline
    for target in draft.publication.targets:
        if draft.framework.indicator(target.indicator) == indicator:
            yield target.baseline_period
