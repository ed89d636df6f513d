"""What a figure says of a target: the rules, goal by goal."""

from attrs import evolve

from policing_indicators.assessment.case import Case, Unheld
from policing_indicators.assessment.finding import Finding, Verdict, WhyCannotSay
from policing_indicators.assessment.fitting import require_fitting
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.assessment.line import line_of
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.goal import AllOf, AnyOf, Goal, SimpleGoal
from policing_indicators.vocabulary.missing import Status
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.target import Target
from policing_indicators.vocabulary.trajectory import Trajectory

_WORST_FIRST = (
    Verdict.NOT_MET,
    Verdict.OFF_COURSE,
    Verdict.CANNOT_SAY,
    Verdict.ON_COURSE,
    Verdict.MET,
)
_BEST_FIRST = (
    Verdict.MET,
    Verdict.ON_COURSE,
    Verdict.CANNOT_SAY,
    Verdict.OFF_COURSE,
    Verdict.NOT_MET,
)


def check(target: Target, evidence: Grounds, *, at: Period) -> Finding:
    """Say whether a target is met, on course, or cannot be said, and why.

    Once the due period is reached its figure decides, as it stands: unrounded, and
    whatever its status, unless it is a forecast. Before, a trajectory is held against
    the milestone of the period, and nothing is said of any other goal. What cannot be
    worked out is a verdict with its reason, never an error.

    Args:
        target: What was promised.
        evidence: The figures and populations that the judgement rests on.
        at: The period that is assessed.

    Raises:
        InvalidValueError: The target does not fit its indicator, or one of the three is
            of another type.
        UnknownNameError: The framework has no such indicator, or there is no such area
            or group.
        DuplicateError: Two figures are of one indicator, area, period and vintage.

    >>> from policing_indicators.assessment.grounds import Grounds
    >>> from policing_indicators.registry.areas import areas
    >>> from policing_indicators.registry.frameworks import framework
    >>> from policing_indicators.registry.populations import populations
    >>> from policing_indicators.vocabulary.observation import Observation
    >>> from policing_indicators.vocabulary.percent_change import PercentChange
    >>> year = Period.financial_year(2024)
    >>> figures = [
    ...     Observation("personal-robbery", "kent", year.year_before, count=1_000),
    ...     Observation("personal-robbery", "kent", year, count=904),
    ... ]
    >>> grounds = Grounds(
    ...     framework=framework("national-priorities-2021"),
    ...     area=areas().find("Kent"),
    ...     observations=figures,
    ...     populations=populations(),
    ... )
    >>> target = Target(
    ...     id="robbery-down-a-tenth",
    ...     indicator="personal-robbery",
    ...     due=year,
    ...     baseline=year.year_before,
    ...     goal=PercentChange(reduction=10),
    ...     promised_by="the commissioner",
    ...     source="an invented plan",
    ... )
    >>> finding = check(target, grounds, at=year)
    >>> print(finding.verdict.value, finding.margin)
    not met -4
    """
    requirement.all_of_kind("the target", (target,), Target)
    requirement.all_of_kind("the evidence", (evidence,), Grounds)
    requirement.all_of_kind("the period that is assessed", (at,), Period)
    indicator = require_fitting(target, evidence)
    return _judged(target.goal, Case.of(target, indicator, evidence, at))


def _judged(goal: Goal, case: Case) -> Finding:
    match goal:
        case AllOf():
            return _combined(goal, case, _WORST_FIRST)
        case AnyOf():
            return _combined(goal, case, _BEST_FIRST)
        case _:
            return _simple(goal, case)


def _simple(goal: SimpleGoal, case: Case) -> Finding:
    finding = evolve(case.finding(), target=evolve(case.target, goal=goal))
    why, figure = _why_not(goal, case), case.figure
    if why is not None or figure is None:
        return evolve(finding, why=why or WhyCannotSay.NO_FIGURE)
    line = line_of(goal, case)
    if isinstance(line, Unheld):
        return evolve(finding, why=line.why, lacking=line.lacking, breaks=line.breaks)
    if line.base is not None:
        finding = case.measured_from(finding, line.base)
    margin = line.margin(figure.value)
    return evolve(
        finding,
        verdict=_verdict(holds=margin >= 0, is_due=case.is_due),
        lower=line.lower,
        upper=line.upper,
        margin=margin,
    )


def _verdict(*, holds: bool, is_due: bool) -> Verdict:
    if is_due:
        return Verdict.MET if holds else Verdict.NOT_MET
    return Verdict.ON_COURSE if holds else Verdict.OFF_COURSE


def _why_not(goal: SimpleGoal, case: Case) -> WhyCannotSay | None:
    """Say why no figure is held against a goal yet, the first reason that applies."""
    if not case.is_due and not _is_under_way(goal, case):
        return WhyCannotSay.NOT_YET_DUE
    if case.observation.missing is not None:
        return WhyCannotSay.of_missing(case.observation, WhyCannotSay.MISSING)
    if case.observation.status is Status.FORECAST:
        return WhyCannotSay.FORECAST
    return None


def _is_under_way(goal: SimpleGoal, case: Case) -> bool:
    """Say whether a trajectory has a milestone for the period that is looked at."""
    start = case.target.baseline_period
    return (
        isinstance(goal, Trajectory)
        and start is not None
        and start.incomparability(case.period, baseline=True) is None
    )


def _combined(goal: AllOf | AnyOf, case: Case, order: tuple[Verdict, ...]) -> Finding:
    """Combine findings: the first verdict in an order that any of them has.

    Of those that have it the one with the closest margin stands for all.
    """
    parts = tuple(_judged(each, case) for each in goal.goals)
    sign = 1 if order is _WORST_FIRST else -1
    deciding = min(
        parts,
        key=lambda part: (order.index(part.verdict), sign * (part.margin or 0)),
    )
    return evolve(deciding, target=evolve(case.target, goal=goal), parts=parts)
