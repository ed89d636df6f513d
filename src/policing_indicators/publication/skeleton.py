"""The figures that the next issue of a publication is still to be given."""

from collections.abc import Iterator

from policing_indicators.assessment.comparing import years_before
from policing_indicators.publication.draft import Draft
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.no_worse_than import Comparator, NoWorseThan
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.target import Target

_YEARS_BEFORE = (1, 3)
"""How many years back figures are compared."""


def skeleton(
    draft: Draft, period: Period, periods: dict[str, Period]
) -> Iterator[Observation]:
    """Give a row for every figure that the next issue looks at, none of them there.

    Of each indicator that is printed, or that a target is about, it is the figure of
    its period, those that this is compared with, and those that decide targets: of the
    baseline, of a due period that is reached and of the year before it, and of the
    areas that are held against it then.

    Args:
        draft: The publication that was last issued.
        period: The period of the next issue.
        periods: The period of each indicator that has its own, by its id.
    """
    for indicator in _indicators(draft):
        now = periods.get(indicator.id, period)
        targets = [
            each
            for each in draft.publication.targets
            if draft.framework.indicator(each.indicator) == indicator
        ]
        reached = [each for each in targets if each.due.end <= now.end]
        earlier = (
            *(years_before(now, years) for years in _YEARS_BEFORE),
            indicator.baseline,
            *(each.baseline_period for each in targets),
            *(each.due for each in reached),
            *(years_before(each.due, 1) for each in reached),
        )
        defined = (each for each in earlier if each and indicator.is_defined_for(each))
        for each in sorted({now, *defined}):
            yield _to_come(indicator, draft.area.id, each)
        others = {
            (area, target.due): None
            for target in reached
            for area in _held_against(draft, target)
        }
        for area, due in others:
            yield _to_come(indicator, area, due)


def _to_come(indicator: Indicator, area: str, period: Period) -> Observation:
    reason = MissingReason.NOT_YET_PUBLISHED
    return Observation(indicator.id, area, period, missing=reason)


def _held_against(draft: Draft, target: Target) -> Iterator[str]:
    """Give the ids of the other areas that a target holds the area against."""
    groups = {each.id: each.areas for each in draft.publication.groups}
    for goal in target.goals:
        if isinstance(goal, NoWorseThan) and goal.of is not None:
            areas = groups[goal.of] if goal.than is Comparator.GROUP else (goal.of,)
            yield from (each for each in areas if each != draft.area.id)


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
