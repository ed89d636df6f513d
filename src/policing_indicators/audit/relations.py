"""What the claims of a group say of the counts behind them."""

from collections.abc import Iterator, Sequence

from policing_indicators.audit.case import Case
from policing_indicators.calculation.count_relation import CountRelation
from policing_indicators.calculation.feasible_range import FeasibleRange
from policing_indicators.calculation.rounded_figure import RoundedFigure
from policing_indicators.calculation.rounding import Rounding
from policing_indicators.vocabulary.printed_number import PrintedNumber

REST = "the parts that are not printed"
"""The name of the count that is left of a whole whose parts are not all printed."""


def rounded(printed: PrintedNumber | None) -> RoundedFigure | None:
    """Give a printed change as the arithmetic takes it, where its direction is told."""
    if printed is None or printed.hedge or printed.decimals < 0:
        return None
    if printed.movement is None and printed.value != 0:
        return None
    return RoundedFigure(printed.value, printed.decimals, Rounding.NEAREST)


def later(case: Case) -> str:
    """Name the later count of a claim."""
    return f"{case.claim.id}, later"


def earlier(case: Case) -> str:
    """Name the earlier count of a claim."""
    return f"{case.claim.id}, earlier"


def of_claim(case: Case) -> Iterator[CountRelation]:
    """Say what a claim's own figures say; each relation bears the claim's id."""
    name = case.claim.id
    for count, figure in ((later(case), "level"), (earlier(case), "previous_level")):
        whole = case.whole(figure)
        if whole is not None and whole >= 0:
            yield CountRelation.within(name, count, FeasibleRange(whole, whole))
    change, printed = case.whole("absolute"), case.claim.absolute
    if change is not None and printed is not None and rounded(printed) is not None:
        yield CountRelation.absolute_change(
            name, earlier=earlier(case), later=later(case), change=change
        )
    percentage = rounded(case.claim.percentage)
    if percentage is not None:
        yield CountRelation.percent_change(
            name, earlier=earlier(case), later=later(case), change=percentage
        )


def of_sums(
    label: str, whole: Case, parts: Sequence[Case], *, is_complete: bool
) -> Iterator[CountRelation]:
    """Say that parts add to a whole, in the later period and, if alike, the earlier.

    Args:
        label: What the sum is called in a conflict.
        whole: The whole.
        parts: The parts that are printed.
        is_complete: Whether these are all the parts there are.
    """
    sides = [later]
    if all(_compare_alike(whole, part) for part in parts):
        sides.append(earlier)
    for side in sides:
        names = [side(part) for part in parts]
        if not is_complete:
            names.append(f"{REST}, {side.__name__}")
        yield CountRelation.adds_up(label, whole=side(whole), parts=names)


def _compare_alike(whole: Case, part: Case) -> bool:
    period = whole.claim.earlier_period
    return period is not None and part.claim.earlier_period == period
