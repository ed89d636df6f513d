"""Whether a target fits what it is about."""

from collections.abc import Iterator

from policing_indicators.assessment.grounds import Grounds
from policing_indicators.errors import InvalidValueError, UnknownNameError
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.no_worse_than import Comparator, NoWorseThan
from policing_indicators.vocabulary.target import Quantity, Target

_QUANTITIES = {
    Unit.COUNT: (Quantity.COUNT, Quantity.RATE),
    Unit.RATE: (Quantity.RATE,),
    Unit.PROPORTION: (Quantity.PROPORTION, Quantity.PERCENTAGE),
    Unit.PERCENTAGE: (Quantity.PERCENTAGE, Quantity.PROPORTION),
    Unit.YES_NO: (),
}
"""The figures that an indicator of each unit has."""


def require_fitting(target: Target, grounds: Grounds) -> Indicator:
    """Give a target's indicator, if the target fits it.

    Raises:
        InvalidValueError: It does not.
        UnknownNameError: The framework has no such indicator, or there is no such area
            or group.
    """
    indicator = grounds.framework.indicator(target.indicator)
    for error in misfits(target, indicator, grounds):
        raise error
    return indicator


def misfits(
    target: Target, indicator: Indicator, grounds: Grounds
) -> Iterator[InvalidValueError | UnknownNameError]:
    """Name all in which a target does not fit its indicator and the grounds.

    The noun of an invalid value is the target's key, the kind of an unknown name what
    was looked for.
    """
    allowed = _QUANTITIES[indicator.unit]
    if target.quantity not in allowed:
        words = " or ".join(repr(each.value) for each in allowed) or "none"
        told = f"{words}, since {indicator.id} is a {indicator.unit.value}"
        yield InvalidValueError("quantity", target.quantity.value, told)
    yield from _misfits_of_rate(target, indicator)
    for goal in target.goals:
        if isinstance(goal, NoWorseThan):
            yield from _misfits_of_comparator(goal, indicator, grounds)


def _misfits_of_rate(
    target: Target, indicator: Indicator
) -> Iterator[InvalidValueError]:
    if target.quantity is not Quantity.RATE:
        return
    if indicator.unit is Unit.COUNT and indicator.denominator is None:
        told = f"'count', since {indicator.id} has nothing that it is a rate of"
        yield InvalidValueError("quantity", target.quantity.value, told)
    if indicator.unit is Unit.RATE and target.per is not None:
        told = f"none, since {indicator.id} is published as a rate with its own base"
        yield InvalidValueError("per", target.per, told)


def _misfits_of_comparator(
    goal: NoWorseThan, indicator: Indicator, grounds: Grounds
) -> Iterator[InvalidValueError | UnknownNameError]:
    if indicator.direction is ImprovementDirection.NEUTRAL:
        told = f"another goal: no figure of {indicator.id} is better or worse"
        yield _misfit(goal, told)
    own, name = grounds.area.id, goal.of or ""
    try:
        match goal.than:
            case Comparator.YEAR_BEFORE:
                pass
            case Comparator.AREA:
                if grounds.area_of(name).id == own:
                    yield _misfit(goal, "another area than its own")
            case Comparator.GROUP:
                areas = {grounds.area_of(area).id for area in grounds.group(name).areas}
                if areas == {own}:
                    yield _misfit(goal, "a group with another area than its own")
    except UnknownNameError as error:
        yield error


def _misfit(goal: NoWorseThan, allowed: str) -> InvalidValueError:
    return InvalidValueError("goal", goal.KIND, allowed)
