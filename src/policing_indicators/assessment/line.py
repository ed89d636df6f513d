"""The line that a goal draws: between what figures it is met."""

from decimal import Context, Decimal
from fractions import Fraction

from attrs import evolve, frozen

from policing_indicators.assessment.case import Base, Case, Unheld
from policing_indicators.assessment.comparing import years_before
from policing_indicators.assessment.evidence import evidence_for
from policing_indicators.assessment.finding import WhyCannotSay
from policing_indicators.assessment.measuring import Measured, measured_beside
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.group_average import group_average
from policing_indicators.calculation.rounding import as_written
from policing_indicators.vocabulary.area_group import AreaGroup, GroupAverage
from policing_indicators.vocabulary.bound import AtLeast, AtMost, Between
from policing_indicators.vocabulary.goal import SimpleGoal
from policing_indicators.vocabulary.indicator import ImprovementDirection
from policing_indicators.vocabulary.no_worse_than import Comparator, NoWorseThan
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.percent_change import ALL, PercentChange
from policing_indicators.vocabulary.spelling import months_between
from policing_indicators.vocabulary.trajectory import Trajectory, TrajectoryShape
from policing_indicators.vocabulary.unusual_reduction import UnusualReduction

_DIGITS = Context(prec=50)
"""More digits than tell a milestone from any figure, however large or small."""


@frozen(kw_only=True)
class Line:
    """Between what figures a goal is met, both of them in.

    Attributes:
        lower: The lowest figure that meets it, without any rounding; none if any does.
        upper: The highest, likewise.
        base: What it was worked out from, where that is a figure of the same area.
    """

    lower: Fraction | None = None
    upper: Fraction | None = None
    base: Base | None = None

    def margin(self, figure: Fraction) -> Fraction:
        """Give how far a figure is on the good side; negative on the other."""
        sides: list[Fraction] = []
        if self.lower is not None:
            sides.append(figure - self.lower)
        if self.upper is not None:
            sides.append(self.upper - figure)
        return min(sides)


def line_of(goal: SimpleGoal, case: Case) -> Line | Unheld:
    """Draw the line of a goal, or say why it cannot be drawn."""
    match goal:
        case AtMost():
            return Line(upper=as_written(goal.value))
        case AtLeast():
            return Line(lower=as_written(goal.value))
        case Between():
            return Line(lower=as_written(goal.lower), upper=as_written(goal.upper))
        case PercentChange():
            return _changed(goal, case)
        case Trajectory():
            return _milestone(goal, case)
        case NoWorseThan():
            return _no_worse(goal, case)
        case UnusualReduction():
            return _unusual(goal, case)


def _changed(goal: PercentChange, case: Case) -> Line | Unheld:
    base = case.base()
    if isinstance(base, Unheld):
        return base
    if base.figure <= 0:
        return Unheld(why=WhyCannotSay.BASE_ZERO)
    if goal.reduction is not None:
        left = 1 - as_written(goal.reduction) / ALL
        return Line(upper=base.figure * left, base=base)
    grown = 1 + as_written(goal.increase or 0) / ALL
    return Line(lower=base.figure * grown, base=base)


def _milestone(goal: Trajectory, case: Case) -> Line | Unheld:
    base = case.base()
    end = line_of(goal.to, case)
    if isinstance(base, Unheld):
        return base
    if isinstance(end, Unheld):
        return end
    geometric = goal.shape is TrajectoryShape.GEOMETRIC
    if geometric and base.figure <= 0:
        return Unheld(why=WhyCannotSay.BASE_ZERO)
    sides = {
        name: _on_the_way(
            base.figure, side, _part_of_the_way(case), geometric=geometric
        )
        for name in ("lower", "upper")
        if (side := getattr(end, name)) is not None
    }
    return evolve(end, base=base, **sides)


def _part_of_the_way(case: Case) -> Fraction:
    target = case.target
    start = (target.baseline_period or target.due).start
    gone = months_between(start, case.period.start)
    return Fraction(gone, months_between(start, target.due.start))


def _on_the_way(
    start: Fraction, end: Fraction, part: Fraction, *, geometric: bool
) -> Fraction:
    if part == 1:  # the milestone of the due period is the goal, to the last digit
        return end
    if geometric:
        return start * _power(end / start, part)
    return start + part * (end - start)


def _power(base: Fraction, exponent: Fraction) -> Fraction:
    """Raise to a part of one, exactly where that gives a fraction."""
    near = Fraction(_DIGITS.power(_decimal(base), _decimal(exponent)))
    exact = near.limit_denominator(base.denominator)
    is_exact = exact**exponent.denominator == base**exponent.numerator
    return exact if is_exact else near


def _decimal(number: Fraction) -> Decimal:
    return _DIGITS.divide(Decimal(number.numerator), Decimal(number.denominator))


def _no_worse(goal: NoWorseThan, case: Case) -> Line | Unheld:
    match goal.than:
        case Comparator.YEAR_BEFORE:
            before = years_before(case.period, 1)
            if before is None:
                return Unheld(why=WhyCannotSay.BASELINE_MISSING)
            base = case.earlier(before)
            if isinstance(base, Unheld):
                return base
            return evolve(_towards(base.figure, case), base=base)
        case Comparator.AREA:
            found = _of_areas((goal.of or "",), case)
            if isinstance(found, Unheld):
                return found
            return _towards(found[0].value, case)
        case Comparator.GROUP:
            group = case.grounds.group(goal.of or "")
            return _no_worse_than_group(group, goal.average, case)


def _no_worse_than_group(
    group: AreaGroup, average: GroupAverage | None, case: Case
) -> Line | Unheld:
    own = case.grounds.area.id
    found = _of_areas(tuple(dict.fromkeys((own, *group.areas))), case)
    if isinstance(found, Unheld):
        return found
    rates = [each.rate for each in found if each.rate is not None]
    if len(rates) == len(found) and average is not None:
        return _towards(group_average(rates, average), case)
    if average is GroupAverage.MEAN_OF_RATES:
        values = [each.value for each in found]
        return _towards(sum(values, Fraction()) / len(values), case)
    return Unheld(why=WhyCannotSay.COMPARATOR_MISSING)


def _of_areas(areas: tuple[str, ...], case: Case) -> list[Measured] | Unheld:
    """Measure the same period in other areas, at the vintage of the figure."""
    found: list[Measured] = []
    lacking: list[Observation] = []
    why = WhyCannotSay.COMPARATOR_MISSING
    for area in areas:
        case.grounds.area_of(area)
        row = case.grounds.figure(case.indicator, case.period, area=area)
        figure = None
        if row.missing is None and row.as_at != case.observation.as_at:
            why = WhyCannotSay.VINTAGES_DIFFER
        else:
            figure = measured_beside(case.target, case.indicator, row, case.grounds)
        if figure is None:
            lacking.append(row)
            why = WhyCannotSay.of_missing(row, why)
        else:
            found.append(figure)
    return Unheld(why=why, lacking=tuple(lacking)) if lacking else found


def _towards(figure: Fraction, case: Case) -> Line:
    """Draw the line at a figure that another is to be no worse than."""
    if case.indicator.direction is ImprovementDirection.INCREASE:
        return Line(lower=figure)
    return Line(upper=figure)


def _unusual(goal: UnusualReduction, case: Case) -> Line | Unheld:
    period = case.target.baseline_period or years_before(case.period, 1)
    if period is None:
        return Unheld(why=WhyCannotSay.BASELINE_MISSING)
    base = case.earlier(period)
    if isinstance(base, Unheld):
        return base
    if base.figure <= 0:
        return Unheld(why=WhyCannotSay.BASE_ZERO)
    earlier = int(base.figure)
    tried = Change(
        earlier=earlier,
        later=earlier,
        earlier_period=period,
        later_period=case.period,
    )
    evidence = evidence_for(case.indicator, tried, area=case.grounds.area)
    if evidence.kind is not goal.method:
        return Unheld(why=WhyCannotSay.NO_EVIDENCE)
    highest = _highest_unusual(case, tried, goal.confidence)
    if highest is None:
        return Unheld(why=WhyCannotSay.NEVER_UNUSUAL)
    return Line(upper=Fraction(highest), base=base)


def _highest_unusual(case: Case, change: Change, confidence: float) -> int | None:
    """Find the highest later count that is an unusual fall.

    The lower the later count, the smaller the ratio, and below 1 the p-value: so the
    search halves.
    """
    level = 1 - as_written(confidence)

    def is_unusual(later: int) -> bool:
        found = evidence_for(
            case.indicator,
            evolve(change, later=later),
            area=case.grounds.area,
            confidence=confidence,
        ).significance
        return found is not None and (found.ratio or 0) < 1 and found.p_value < level

    if not is_unusual(0):
        return None
    lowest, highest = 0, change.earlier
    while highest - lowest > 1:
        middle = (lowest + highest) // 2
        lowest, highest = (middle, highest) if is_unusual(middle) else (lowest, middle)
    return lowest
