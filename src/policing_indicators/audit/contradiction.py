"""What one sentence's figures say of each other, whatever the data.

Each check assumes whole counts, figures rounded to the nearest, and one extract. Where
a figure is hedged, or not printed to the last digit, it says nothing.
"""

from collections.abc import Iterator
from fractions import Fraction

from policing_indicators.audit import chance
from policing_indicators.audit.case import Case
from policing_indicators.audit.evidence import is_percentage
from policing_indicators.audit.explanation import Explanation, ExplanationKind, Fit
from policing_indicators.audit.finding import AuditFinding
from policing_indicators.audit.finding_code import FindingCode
from policing_indicators.audit.printed_counts import earlier_counts
from policing_indicators.audit.printing import (
    decimals_of,
    place_of,
    prints_as,
    prints_cut_off,
)
from policing_indicators.audit.rates import denominators
from policing_indicators.audit.truncation import WEAK_FROM, chance_of_truncation
from policing_indicators.audit.verdict import Standing
from policing_indicators.calculation.feasible import (
    feasible_denominator,
    feasible_later,
)
from policing_indicators.calculation.feasible_range import FeasibleRange
from policing_indicators.calculation.rounding import Rounding
from policing_indicators.vocabulary.printed_number import PrintedNumber
from policing_indicators.vocabulary.spelling import MONTHS_IN_YEAR

_PER_CENT = 100

TO_THE_NEAREST = (Rounding.HALF_AWAY, Rounding.HALF_EVEN)
"""The roundings that a percentage is held to: no publisher is faulted for either."""

POPULATION_SLACK = Fraction(3, 100)
"""How far a rate's population may lie from every one at hand: more than a force area's
population grows in a year, and than editions of one estimate differ. It is this
library's own choice, and a wide one."""


def percent_mismatch(case: Case) -> Iterator[AuditFinding]:
    """Find a percentage that the two counts beside it do not print as."""
    printed = case.claim.percentage
    counts = _earlier_and_later(case)
    if printed is None or counts is None or not _is_checked(case, printed):
        return
    earlier, later = counts
    if earlier <= 0:
        return
    exact = Fraction(_PER_CENT * (later - earlier), earlier)
    if not prints_as(printed, exact):
        yield AuditFinding(
            code=FindingCode.PERCENT_MISMATCH,
            verdict=Standing.CANNOT_ALL_HOLD,
            claim=case.claim.id,
            figure="percentage",
            printed=printed.text,
            expected=exact,
            decimals=decimals_of(printed),
            feasible=_earlier(later, printed),
            explanations=_truncated(case, printed, exact),
        )


def absolute_mismatch(case: Case) -> Iterator[AuditFinding]:
    """Find a difference that is not that of the two figures beside it."""
    name = "points" if is_percentage(case.indicator) else "absolute"
    printed: PrintedNumber | None = getattr(case.claim, name)
    later, earlier = case.exact("level"), case.exact("previous_level")
    if printed is None or printed.hedge or later is None or earlier is None:
        return
    exact = later - earlier
    off = printed.value - exact
    if printed.movement is None:
        off = abs(printed.value) - abs(exact)
    if abs(off) > _slack(case, printed):
        yield AuditFinding(
            code=FindingCode.ABSOLUTE_MISMATCH,
            verdict=Standing.CANNOT_ALL_HOLD,
            claim=case.claim.id,
            figure=name,
            printed=printed.text,
            expected=exact,
            decimals=decimals_of(printed),
        )


def infeasible_percent(case: Case) -> Iterator[AuditFinding]:
    """Find a percentage that no count before, or after, the printed one makes."""
    printed = case.claim.percentage
    if printed is None or not _is_checked(case, printed):
        return
    if _earlier_and_later(case) is not None:
        return
    later, earlier = case.whole("level"), case.whole("previous_level")
    if later is not None and later >= 0 and _earlier(later, printed).is_empty:
        feasible = _earlier(later, printed, Rounding.TRUNCATION)
    elif earlier is not None and earlier > 0 and _later(earlier, printed).is_empty:
        feasible = _later(earlier, printed, Rounding.TRUNCATION)
    else:
        return
    yield AuditFinding(
        code=FindingCode.INFEASIBLE_PERCENT,
        verdict=Standing.CANNOT_ALL_HOLD,
        claim=case.claim.id,
        figure="percentage",
        printed=printed.text,
        feasible=feasible,
        explanations=() if feasible.is_empty else (_cut_off(case, printed),),
    )


def rate_mismatch(case: Case) -> Iterator[AuditFinding]:
    """Find a rate that implies another population than any that is at hand."""
    claim, printed = case.claim, case.claim.rate
    count = case.whole("level")
    if printed is None or printed.hedge or printed.decimals < 0 or claim.per is None:
        return
    if count is None or count <= 0 or claim.period is None:
        return
    if claim.scope or claim.definition:
        return  # so may be whom the rate is counted over
    sizes = [each.value for each in denominators(case, claim.period)]
    if not sizes:
        return
    people = feasible_denominator(
        count, printed.value, claim.per, printed.decimals, Rounding.HALF_AWAY
    )
    least, most = (
        min(sizes) * (1 - POPULATION_SLACK),
        max(sizes) * (1 + POPULATION_SLACK),
    )
    if _lies_outside(people, least, most):
        yield AuditFinding(
            code=FindingCode.RATE_MISMATCH,
            verdict=Standing.DOES_NOT_REPRODUCE,
            claim=claim.id,
            figure="rate",
            printed=printed.text,
            expected=Fraction(count * claim.per, sizes[0]),
            decimals=decimals_of(printed),
            feasible=people,
        )


def ratio_over_100(case: Case) -> Iterator[AuditFinding]:
    """Find a share over 100%, a percentage over 100, or a fall of more than all."""
    claim = case.claim
    fields = ["share", *(["level"] if is_percentage(case.indicator) else [])]
    for name in fields:
        printed: PrintedNumber | None = getattr(claim, name)
        if printed is not None and printed.value > _PER_CENT:
            yield _over_100(case, name, printed)
    fall = claim.percentage
    is_whole_year = claim.period is None or claim.period.months >= MONTHS_IN_YEAR
    if fall is not None and fall.value < -_PER_CENT and is_whole_year:
        yield _over_100(case, "percentage", fall)


def impossible_period(case: Case) -> Iterator[AuditFinding]:
    """Find a figure of a period that ends after the document was published."""
    claim, published = case.claim, case.bench.claims.document.published
    if claim.document or claim.period is None or published is None:
        return
    if claim.figures and claim.period.end > published and not _is_forecast(case):
        figure = next(iter(claim.figures))
        yield AuditFinding(
            code=FindingCode.IMPOSSIBLE_PERIOD,
            verdict=Standing.CANNOT_ALL_HOLD,
            claim=claim.id,
            figure=figure,
            printed=claim.figures[figure].text,
            periods=(claim.period,),
        )


_FORECASTS = ("forecast", "project", "target", "expect", "predict")


def _is_forecast(case: Case) -> bool:
    told = " ".join((*case.claim.scope, case.claim.definition)).casefold()
    return any(word in told for word in _FORECASTS)


def _is_checked(case: Case, printed: PrintedNumber) -> bool:
    is_exact = not printed.hedge and printed.decimals >= 0
    return is_exact and not is_percentage(case.indicator)


def _earlier_and_later(case: Case) -> tuple[int, int] | None:
    """Give the two counts that a sentence prints, or prints one and the change of."""
    later, earlier = case.whole("level"), case.whole("previous_level")
    change, printed = case.whole("absolute"), case.claim.absolute
    if later is not None and earlier is not None:
        return earlier, later
    if change is None or printed is None or printed.movement is None:
        return None
    if later is not None:
        return later - change, later
    return None if earlier is None else (earlier, earlier + change)


def _slack(case: Case, printed: PrintedNumber) -> Fraction:
    """Give how far rounding alone can put a difference off: half a unit each.

    Counts that are printed to the last digit are not rounded; percentages always are.
    """
    sides = (case.claim.level, case.claim.previous_level, printed)
    places = [place_of(side) for side in sides if side is not None]
    if not is_percentage(case.indicator) and set(places) == {1}:
        return Fraction(0)
    return sum(places, Fraction(0)) / 2


def _earlier(later: int, printed: PrintedNumber, *roundings: Rounding) -> FeasibleRange:
    return next(
        (
            found
            for value in _values(printed)
            for rounding in roundings or TO_THE_NEAREST
            if not (
                found := earlier_counts(later, value, printed.decimals, rounding)
            ).is_empty
        ),
        FeasibleRange(),
    )


def _later(earlier: int, printed: PrintedNumber, *roundings: Rounding) -> FeasibleRange:
    return next(
        (
            found
            for value in _values(printed)
            for rounding in roundings or TO_THE_NEAREST
            if not (
                found := feasible_later(earlier, value, printed.decimals, rounding)
            ).is_empty
        ),
        FeasibleRange(),
    )


def _values(printed: PrintedNumber) -> tuple[Fraction, ...]:
    """Give the values that a printed change can have: both where no way is told."""
    if printed.movement is not None or printed.value == 0:
        return (printed.value,)
    return (printed.value, -printed.value)


def _lies_outside(found: FeasibleRange, least: Fraction, most: Fraction) -> bool:
    if found.highest is not None and found.highest < least:
        return True
    return (found.lowest or 0) > most


def _truncated(
    case: Case, printed: PrintedNumber, exact: Fraction
) -> tuple[Explanation, ...]:
    if not prints_cut_off(printed, exact):
        return ()
    fit = Fit(
        claim=case.claim.id,
        figure="percentage",
        printed=printed.text,
        value=exact,
        decimals=printed.decimals + 1,
    )
    truncated = Explanation(
        kind=ExplanationKind.TRUNCATED, fits=(fit,), chance=chance.TRUNCATION
    )
    return (truncated,)


def _cut_off(case: Case, printed: PrintedNumber) -> Explanation:
    """Propose decimals left off, where only so a count gives a percentage."""
    later, earlier = case.whole("level"), case.whole("previous_level")
    count = earlier if later is None else later
    often = chance_of_truncation(
        count or 0, printed.decimals, is_later=later is not None
    )
    return Explanation(
        kind=ExplanationKind.TRUNCATED, chance=often, is_weak=often >= WEAK_FROM
    )


def _over_100(case: Case, name: str, printed: PrintedNumber) -> AuditFinding:
    return AuditFinding(
        code=FindingCode.RATIO_OVER_100,
        verdict=Standing.CANNOT_ALL_HOLD,
        claim=case.claim.id,
        figure=name,
        printed=printed.text,
    )
