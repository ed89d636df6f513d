"""What always holds of the rules, whatever the figures and the targets."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import Any, TypeAlias

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from policing_indicators import strategies
from policing_indicators.assessment.assessing import assess
from policing_indicators.assessment.finding import Finding, Verdict, WhyCannotSay
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.assessment.rules import check
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.area_group import AreaGroup, GroupAverage
from policing_indicators.vocabulary.bound import AtLeast, AtMost, Between
from policing_indicators.vocabulary.definition import (
    Break,
    CountedUnit,
    Definition,
)
from policing_indicators.vocabulary.dispersion import MeasuredDispersion
from policing_indicators.vocabulary.evidence_kind import EvidenceKind
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.goal import AllOf, AnyOf, Goal, SimpleGoal
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.no_worse_than import Comparator, NoWorseThan
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.percent_change import PercentChange
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import (
    DenominatorKind,
    Population,
    Populations,
)
from policing_indicators.vocabulary.source import Source
from policing_indicators.vocabulary.spelling import month_after
from policing_indicators.vocabulary.target import Quantity, StatedBaseline, Target
from policing_indicators.vocabulary.trajectory import Trajectory, TrajectoryShape
from policing_indicators.vocabulary.unusual_reduction import UnusualReduction

KENT = Area("kent", "Kent", AreaKind.POLICE_FORCE_AREA)
DUE = Period.financial_year(2024)
BEFORE = DUE.year_before
START = Period.financial_year(2014)
HALF_WAY = Period.financial_year(2019)
LESS, MORE = ImprovementDirection.DECREASE, ImprovementDirection.INCREASE
GOOD = {Verdict.MET, Verdict.ON_COURSE}
EXACT = EvidenceKind.EXACT
NEIGHBOURS = AreaGroup(
    id="neighbours", name="neighbours", areas=["essex", "sussex"], source="invented"
)
POPULATIONS = Populations(
    [
        Population(
            "kent",
            DenominatorKind.PEOPLE,
            date(2014, 6, 30),
            "mid-2014",
            1_000_000,
            Source("Office for National Statistics", "Mid-year estimates"),
        )
    ]
)


def indicator(**fields: object) -> Indicator:
    plain: dict[str, Any] = {
        "id": "harm",
        "name": "Harm",
        "unit": Unit.COUNT,
        "direction": LESS,
        "denominator": DenominatorKind.PEOPLE,
        "dispersion": MeasuredDispersion(
            ratio=1, areas=43, earlier=BEFORE, later=DUE, source="invented"
        ),
    }
    given: dict[str, Any] = plain | fields
    return Indicator(**given)


def target(goal: Goal, **fields: object) -> Target:
    plain: dict[str, Any] = {
        "id": "promised",
        "indicator": "harm",
        "due": DUE,
        "promised_by": "the commissioner",
        "source": "an invented plan",
    }
    given: dict[str, Any] = plain | fields
    return Target(goal=goal, **given)


def grounds(of: Indicator, *rows: Observation) -> Grounds:
    return Grounds(
        framework=Framework(id="f", name="F", priorities=[], indicators=[of]),
        area=KENT,
        observations=rows,
        populations=POPULATIONS,
        groups=[NEIGHBOURS],
    )


def row(
    period: Period, count: int, *, area: str = "kent", out_of: float | None = None
) -> Observation:
    return Observation("harm", area, period, count=count, denominator=out_of)


def held(
    goal: Goal,
    *rows: Observation,
    of: Indicator | None = None,
    at: Period = DUE,
    **fields: object,
) -> Finding:
    evidence = grounds(of or indicator(), *rows)
    return check(target(goal, **fields), evidence, at=at)


Pair: TypeAlias = tuple[SimpleGoal, SimpleGoal]
counts = st.integers(0, 100_000)
lines = st.integers(0, 100_000) | st.floats(0, 100_000)
shapes = st.sampled_from(TrajectoryShape)


def ordered(
    make: Callable[[float], SimpleGoal],
    harder: Callable[[float], float],
    values: st.SearchStrategy[float] = lines,
) -> st.SearchStrategy[Pair]:
    """Give an easier goal and one that is as hard or harder."""
    return st.lists(values, min_size=2, max_size=2).map(
        lambda drawn: (make(min(drawn, key=harder)), make(max(drawn, key=harder)))
    )


def up(value: float) -> float:
    return value


def down(value: float) -> float:
    return -value


def within(drawn: list[float]) -> Pair:
    least, less, more, most = sorted(drawn)
    return Between(least, most), Between(less, more)


above_zero = st.integers(1, 100_000) | st.floats(0.001, 100_000)
falls = st.integers(1, 99) | st.floats(0.001, 99.9)
SIMPLE_PAIRS: dict[str, st.SearchStrategy[Pair]] = {
    "at most": ordered(AtMost, down),
    "at least": ordered(AtLeast, up),
    "between": st.lists(lines, min_size=4, max_size=4).map(within),
    "reduction": ordered(lambda value: PercentChange(reduction=value), up, falls),
    "increase": ordered(lambda value: PercentChange(increase=value), up, above_zero),
    "unusual": ordered(
        lambda value: UnusualReduction(EXACT, confidence=value),
        up,
        st.sampled_from([0.8, 0.9, 0.95, 0.998]) | st.floats(0.5, 0.999),
    ),
}


def ways(shape: TrajectoryShape) -> dict[str, st.SearchStrategy[Pair]]:
    """Give pairs of trajectories of one shape, the easier end first."""

    def to(end: AtMost | AtLeast | PercentChange) -> Trajectory:
        return Trajectory(end, shape=shape)

    return {
        "at most": ordered(lambda value: to(AtMost(value)), down, above_zero),
        "at least": ordered(lambda value: to(AtLeast(value)), up, above_zero),
        "reduction": ordered(
            lambda value: to(PercentChange(reduction=value)), up, falls
        ),
        "increase": ordered(
            lambda value: to(PercentChange(increase=value)), up, above_zero
        ),
    }


TRAJECTORY_PAIRS = {
    f"{shape.value} to {name}": pairs
    for shape in TrajectoryShape
    for name, pairs in ways(shape).items()
}


def assert_harder_is_harder(easier: Finding, harder: Finding) -> None:
    if harder.verdict in GOOD:
        assert easier.verdict is harder.verdict
    if easier.margin is not None and harder.margin is not None:
        assert easier.margin >= harder.margin


@pytest.mark.parametrize("pairs", SIMPLE_PAIRS.values(), ids=list(SIMPLE_PAIRS))
@given(data=st.data(), earlier=counts, later=counts)
def test_a_harder_target_is_never_met_when_an_easier_one_is_not(
    pairs: st.SearchStrategy[Pair], data: st.DataObject, earlier: int, later: int
) -> None:
    rows = row(BEFORE, earlier), row(DUE, later)
    easier, harder = data.draw(pairs)
    assert_harder_is_harder(
        held(easier, *rows, baseline=BEFORE), held(harder, *rows, baseline=BEFORE)
    )


@pytest.mark.parametrize("pairs", TRAJECTORY_PAIRS.values(), ids=list(TRAJECTORY_PAIRS))
@given(data=st.data(), earlier=counts, later=counts, year=st.integers(2015, 2024))
def test_nor_is_one_on_course_to_a_harder_end_and_off_course_to_an_easier(
    pairs: st.SearchStrategy[Pair],
    data: st.DataObject,
    earlier: int,
    later: int,
    year: int,
) -> None:
    at = Period.financial_year(year)
    rows = row(START, earlier), row(at, later)
    easier, harder = data.draw(pairs)
    assert_harder_is_harder(
        held(easier, *rows, baseline=START, at=at),
        held(harder, *rows, baseline=START, at=at),
    )


some_goals = st.lists(
    st.one_of(
        st.builds(AtMost, lines),
        st.builds(AtLeast, lines),
        st.builds(PercentChange, reduction=falls),
        st.just(NoWorseThan(Comparator.YEAR_BEFORE)),
        st.just(UnusualReduction(EXACT)),
    ),
    min_size=1,
    max_size=4,
)


@given(some_goals, some_goals, counts, st.none() | counts)
def test_all_of_more_goals_is_harder_and_any_of_more_is_easier(
    some: list[Goal], others: list[Goal], later: int, earlier: int | None
) -> None:
    rows = [row(DUE, later), *([] if earlier is None else [row(BEFORE, earlier)])]

    def on(goal: Goal) -> Finding:
        return held(goal, *rows, baseline=BEFORE)

    if on(AllOf([*some, *others])).verdict is Verdict.MET:
        assert on(AllOf(some)).verdict is Verdict.MET
    if on(AnyOf(some)).verdict is Verdict.MET:
        assert on(AnyOf([*some, *others])).verdict is Verdict.MET
    if on(AllOf(some)).verdict is Verdict.MET:
        assert on(AnyOf(some)).verdict is Verdict.MET


@given(some_goals, st.randoms(), counts, st.none() | counts)
def test_the_order_of_combined_goals_makes_no_difference(
    goals: list[Goal], order: Random, later: int, earlier: int | None
) -> None:
    rows = [row(DUE, later), *([] if earlier is None else [row(BEFORE, earlier)])]
    shuffled = list(goals)
    order.shuffle(shuffled)
    for combine in (AllOf, AnyOf):
        one = held(combine(goals), *rows, baseline=BEFORE)
        two = held(combine(shuffled), *rows, baseline=BEFORE)
        assert (one.verdict, one.margin) == (two.verdict, two.margin)


@given(some_goals, counts, counts)
def test_the_margin_of_combined_goals_is_that_of_the_lines_that_go_with_it(
    goals: list[Goal], later: int, earlier: int
) -> None:
    rows = row(DUE, later), row(BEFORE, earlier)
    for combine in (AllOf, AnyOf):
        finding = held(combine(goals), *rows, baseline=BEFORE)
        if finding.margin is not None:
            assert finding.figure is not None
            sides = [
                *([] if finding.lower is None else [finding.figure - finding.lower]),
                *([] if finding.upper is None else [finding.upper - finding.figure]),
            ]
            assert min(sides) == finding.margin


CHANGING = {
    Comparator.YEAR_BEFORE: NoWorseThan(Comparator.YEAR_BEFORE),
    Comparator.AREA: NoWorseThan(Comparator.AREA, of="essex"),
    Comparator.GROUP: NoWorseThan(
        Comparator.GROUP, of="neighbours", average=GroupAverage.POOLED
    ),
}


@pytest.mark.parametrize("than", Comparator)
@given(counts, counts, counts)
@example(5, 5, 5)
def test_reversing_the_direction_of_improvement_swaps_better_and_worse(
    than: Comparator, ours: int, theirs: int, before: int
) -> None:
    rows = [
        row(DUE, ours, out_of=200_000),
        row(BEFORE, before, out_of=200_000),
        row(DUE, theirs, area="essex", out_of=300_000),
        row(DUE, theirs, area="sussex", out_of=400_000),
    ]
    goal = CHANGING[than]
    less, more = (
        held(goal, *rows, of=indicator(direction=way), quantity=Quantity.RATE)
        for way in (LESS, MORE)
    )
    assert less.margin is not None
    assert more.margin == -less.margin
    if less.margin == 0:
        assert less.verdict is more.verdict is Verdict.MET
    else:
        assert {less.verdict, more.verdict} == {Verdict.MET, Verdict.NOT_MET}


def scaled(goal: Any, times: int) -> Any:  # noqa: ANN401 - the same kind of goal
    """Give the same goal in a unit of which there are so many to one."""
    match goal:
        case AtMost() | AtLeast():
            return evolve(goal, value=goal.value * times)
        case Between():
            return Between(goal.lower * times, goal.upper * times)
        case Trajectory():
            return evolve(goal, to=scaled(goal.to, times))
        case AllOf() | AnyOf():
            return evolve(goal, goals=[scaled(each, times) for each in goal.goals])
        case _:
            return goal


whole = st.integers(1, 10_000)
scaling_goals = st.lists(
    st.one_of(
        st.builds(AtMost, whole),
        st.builds(AtLeast, whole),
        st.tuples(whole, whole).map(lambda pair: Between(*sorted(pair))),
        st.builds(PercentChange, reduction=falls),
        st.builds(Trajectory, st.builds(AtMost, whole), shape=shapes),
        st.builds(Trajectory, st.builds(PercentChange, increase=falls), shape=shapes),
        st.sampled_from(list(CHANGING.values())),
    ),
    min_size=1,
    max_size=2,
).map(lambda goals: AllOf(goals) if len(goals) > 1 else goals[0])


@given(
    scaling_goals,
    st.sampled_from([10, 100, 1_000]),
    st.sampled_from([START, BEFORE]),
    st.lists(counts, min_size=5, max_size=5),
    st.sampled_from([HALF_WAY, DUE]),
)
def test_a_verdict_is_the_same_per_so_many_or_per_others_and_the_margin_scales(
    goal: Goal, times: int, baseline: Period, found: list[int], at: Period
) -> None:
    rows = [
        row(baseline, found[0], out_of=999_999),
        row(at.year_before, found[1], out_of=1_000_001)
        if at.year_before != baseline
        else row(Period.financial_year(2000), 1),
        row(at, found[2], out_of=1_000_003),
        row(at, found[3], area="essex", out_of=333_333),
        row(at, found[4], area="sussex", out_of=777_777),
    ]
    given_as: dict[str, Any] = {"quantity": Quantity.RATE, "baseline": baseline}
    one = held(goal, *rows, at=at, per=1_000, **given_as)
    other = held(scaled(goal, times), *rows, at=at, per=1_000 * times, **given_as)
    assert other.verdict is one.verdict
    assert other.why is one.why
    if one.margin is None:
        assert other.margin is None
    else:
        assert other.margin == one.margin * times


@given(st.integers(0, 100), st.integers(0, 500), st.integers(1, 500))
def test_a_verdict_is_the_same_of_a_proportion_and_of_its_percentage(
    line: int, count: int, more: int
) -> None:
    of = indicator(unit=Unit.PERCENTAGE)
    rows = [row(DUE, count, out_of=count + more)]
    for kind in (AtMost, AtLeast):
        hundred = held(kind(line), *rows, of=of, quantity=Quantity.PERCENTAGE)
        one = held(kind(line / 100), *rows, of=of, quantity=Quantity.PROPORTION)
        assert one.verdict is hundred.verdict
        assert one.margin is not None
        assert one.margin * 100 == hundred.margin


ends = st.one_of(
    st.builds(AtMost, above_zero),
    st.builds(AtLeast, above_zero),
    st.builds(PercentChange, reduction=falls),
    st.builds(PercentChange, increase=above_zero),
)


@given(ends, shapes, st.integers(1, 100_000), counts)
def test_the_milestone_of_the_due_period_is_the_goal(
    end: AtMost | AtLeast | PercentChange,
    shape: TrajectoryShape,
    base: int,
    later: int,
) -> None:
    rows = row(START, base), row(DUE, later)
    way = held(Trajectory(end, shape=shape), *rows, baseline=START)
    line = held(end, *rows, baseline=START)
    assert (way.lower, way.upper) == (line.lower, line.upper)
    assert (way.verdict, way.margin) == (line.verdict, line.margin)


@given(ends, shapes, st.integers(1, 100_000))
def test_milestones_go_from_the_baseline_to_the_end_and_never_back(
    end: AtMost | AtLeast | PercentChange, shape: TrajectoryShape, base: int
) -> None:
    goal = Trajectory(end, shape=shape)
    months = [12, 13, 24, 59, 60, 61, 119, 120]
    periods = [Period(month_after(START.start, each), 12) for each in months]
    findings = [
        held(goal, row(START, base), row(at, 1), baseline=START, at=at)
        for at in periods
    ]
    milestones = [
        Fraction(base),
        *(each.upper if each.lower is None else each.lower for each in findings),
    ]
    last = milestones[-1]
    assert last is not None
    rises = last >= base
    for one, two in pairwise(milestones):
        assert one is not None
        assert two is not None
        assert one <= two if rises else one >= two
    assert {each.verdict for each in findings[:-1]} <= {
        Verdict.ON_COURSE,
        Verdict.OFF_COURSE,
    }


@given(st.integers(0, 100_000), st.integers(1, 100_000), st.integers(1, 119))
def test_a_straight_line_goes_by_the_same_number_every_month(
    end: int, base: int, gone: int
) -> None:
    at = Period(month_after(START.start, 12 + gone % 108), 12)
    months = 12 + gone % 108
    goal = Trajectory(AtMost(end))
    finding = held(goal, row(START, base), row(at, 1), baseline=START, at=at)
    assert finding.upper == base + Fraction(months, 120) * (end - base)


@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 9))
def test_a_constant_percentage_is_exact_wherever_it_is_a_fraction(
    part: int, whole: int, year: int
) -> None:
    base, end = whole**10, part**10
    at = Period.financial_year(2014 + year)
    milestone = part**year * whole ** (10 - year)
    goal = Trajectory(AtMost(end), shape=TrajectoryShape.GEOMETRIC)
    finding = held(goal, row(START, base), row(at, milestone), baseline=START, at=at)
    assert finding.upper == milestone
    assert finding.verdict is Verdict.ON_COURSE
    assert finding.margin == 0


def test_a_constant_percentage_that_no_float_holds_is_exact_too() -> None:
    goal = Trajectory(PercentChange(reduction=51), shape=TrajectoryShape.GEOMETRIC)
    rows = row(START, 100), row(HALF_WAY, 70)
    finding = held(goal, *rows, baseline=START, at=HALF_WAY)
    assert finding.verdict is Verdict.ON_COURSE
    assert finding.margin == 0


@pytest.mark.parametrize("end", [AtLeast(10**400), PercentChange(increase=10**400)])
def test_a_constant_percentage_leads_to_any_number_however_large(
    end: AtLeast | PercentChange,
) -> None:
    goal = Trajectory(end, shape=TrajectoryShape.GEOMETRIC)
    finding = held(
        goal, row(START, 1), row(HALF_WAY, 10**9), baseline=START, at=HALF_WAY
    )
    assert finding.verdict is Verdict.OFF_COURSE
    assert finding.lower is not None
    assert finding.lower >= 10**199


def brute_force(earlier: int, confidence: float) -> int | None:
    unusual = [
        later
        for later in range(earlier)
        if 2 * binom.cdf(later, earlier + later, 0.5) < 1 - confidence
    ]
    return max(unusual, default=None)


@pytest.mark.parametrize("confidence", [0.8, 0.95, 0.998])
@pytest.mark.parametrize("earlier", [1, 2, 3, 4, 5, 6, 7, 12, 31, 45, 52, 100, 263])
def test_the_highest_unusual_count_is_that_of_the_binomial_test(
    earlier: int, confidence: float
) -> None:
    goal = UnusualReduction(EXACT, confidence=confidence)
    finding = held(goal, row(BEFORE, earlier), row(DUE, 0))
    highest = brute_force(earlier, confidence)
    if highest is None:
        assert finding.why is WhyCannotSay.NEVER_UNUSUAL
    else:
        assert finding.upper == highest == finding.margin


@settings(max_examples=30)
@given(st.integers(1, 120), st.floats(0.55, 0.999))
def test_it_is_so_at_any_confidence(earlier: int, confidence: float) -> None:
    finding = held(
        UnusualReduction(EXACT, confidence=confidence),
        row(BEFORE, earlier),
        row(DUE, earlier),
    )
    assert finding.upper == brute_force(earlier, confidence)


SOME_DEFINITION = Definition(text="Offences.", counts=CountedUnit.OFFENCE)
vintages = st.sampled_from([None, date(2025, 4, 1), date(2026, 4, 1)])
of_any_unit = st.builds(
    indicator,
    unit=st.sampled_from([unit for unit in Unit if unit is not Unit.YES_NO]),
    direction=st.sampled_from([LESS, MORE]),
    definition=st.sampled_from([None, SOME_DEFINITION]),
    breaks=st.sampled_from([(), (Break(date(2023, 4, 1), "new rules"),)]),
    baseline=st.sampled_from([None, START, BEFORE]),
    valid_from=st.sampled_from([None, date(2016, 4, 1)]),
)
QUANTITIES = {
    Unit.COUNT: [Quantity.COUNT, Quantity.RATE],
    Unit.RATE: [Quantity.RATE],
    Unit.PROPORTION: [Quantity.PROPORTION, Quantity.PERCENTAGE],
    Unit.PERCENTAGE: [Quantity.PERCENTAGE, Quantity.PROPORTION],
}


@st.composite
def cases(draw: st.DrawFn) -> tuple[Target, Grounds, Period]:
    """Give a target that fits, and any figures at all."""
    of = draw(of_any_unit)
    promised = draw(
        strategies.targets(
            indicator=st.just("harm"),
            quantity=st.sampled_from(QUANTITIES[of.unit]),
            due=st.sampled_from([DUE, HALF_WAY, Period.financial_quarter(2024, 2)]),
            area=st.sampled_from(["essex", "city-of-london"]),
            group=st.just("neighbours"),
        )
    )
    if of.unit is Unit.RATE:
        promised = evolve(promised, per=None)
    asked = [DUE, BEFORE, HALF_WAY, promised.due, promised.due.year_before]
    if promised.baseline_period is not None:
        asked.append(promised.baseline_period)
    rows = strategies.observations(
        indicator=st.just("harm"),
        area=st.sampled_from(["kent", "kent", "essex", "sussex", "city-of-london"]),
        period=st.sampled_from(asked),
        as_at=draw(st.sampled_from([vintages, st.none()])),
    )
    found = draw(
        st.lists(
            rows,
            min_size=2,
            max_size=12,
            unique_by=lambda each: (each.area, each.period, each.as_at),
        )
    )
    return promised, grounds(of, *found), draw(st.sampled_from(asked))


@given(cases())
def test_nothing_but_misuse_raises_and_the_margin_agrees_with_the_verdict(
    case: tuple[Target, Grounds, Period],
) -> None:
    promised, evidence, at = case
    finding = check(promised, evidence, at=at)
    for each in (finding, *finding.parts):
        cannot_say = each.verdict is Verdict.CANNOT_SAY
        assert (each.margin is None) == (each.why is not None) == cannot_say
        if each.margin is not None:
            assert (each.margin >= 0) == (each.verdict in GOOD)
            assert each.figure is not None
    assert finding.is_due == (finding.period == promised.due)
    assert finding.target == promised
    if finding.verdict in {Verdict.ON_COURSE, Verdict.OFF_COURSE}:
        assert not finding.is_due
    if finding.verdict in {Verdict.MET, Verdict.NOT_MET}:
        assert finding.is_due


@given(cases(), st.randoms())
def test_equal_inputs_give_equal_findings_in_whatever_order_they_come(
    case: tuple[Target, Grounds, Period], order: Random
) -> None:
    promised, evidence, at = case
    shuffled = list(evidence.observations)
    order.shuffle(shuffled)
    first = check(promised, evidence, at=at)
    assert check(promised, evidence, at=at) == first
    again = check(promised, evolve(evidence, observations=shuffled), at=at)
    assert again == first


@given(cases())
def test_one_goal_combined_with_no_other_is_that_goal(
    case: tuple[Target, Grounds, Period],
) -> None:
    promised, evidence, at = case
    alone = check(promised, evidence, at=at)
    for combine in (AllOf, AnyOf):
        wrapped = evolve(promised, goal=combine([promised.goal]))
        finding = check(wrapped, evidence, at=at)
        assert finding.target == wrapped
        assert finding.parts == (alone,)
        assert evolve(finding, target=promised, parts=alone.parts) == alone


@given(cases())
def test_an_assessment_of_any_figures_holds_what_the_rules_say(
    case: tuple[Target, Grounds, Period],
) -> None:
    promised, evidence, at = case
    facts = assess(
        evidence.framework,
        evidence.observations,
        area=KENT,
        period=at,
        populations=POPULATIONS,
        targets=[promised],
        groups=[NEIGHBOURS],
    ).of("harm")
    assert facts.findings == (check(promised, evidence, at=at),)


def test_what_was_stated_is_the_base_to_the_digit() -> None:
    stated = StatedBaseline(value=62.1, source="an invented plan")
    goal = PercentChange(reduction=10)
    finding = held(goal, row(DUE, 55), baseline=stated)
    assert finding.base == Fraction(621, 10)
    assert finding.upper == Fraction(5589, 100)
    assert finding.baseline is None


def test_a_year_before_any_period_there_is_is_missing() -> None:
    first = Period.financial_year(1900)
    for goal in (NoWorseThan(Comparator.YEAR_BEFORE), UnusualReduction(EXACT)):
        finding = held(goal, row(first, 5), due=first, at=first)
        assert finding.why is WhyCannotSay.BASELINE_MISSING
        assert finding.change is None


def test_a_published_rate_is_held_against_a_line_as_it_is_written() -> None:
    of = indicator(unit=Unit.RATE)
    published = Observation("harm", "kent", DUE, value=62.1)
    finding = held(AtMost(62.1), published, of=of, quantity=Quantity.RATE)
    assert finding.verdict is Verdict.MET
    assert finding.margin == 0
    assert (finding.limits, finding.change) == (None, None)
    negative = evolve(published, value=-1)
    finding = held(AtMost(62.1), negative, of=of, quantity=Quantity.RATE)
    assert finding.why is WhyCannotSay.NO_FIGURE


def test_the_milestone_of_an_end_that_cannot_be_worked_out_cannot_either() -> None:
    goal = Trajectory(PercentChange(reduction=50))
    finding = held(goal, row(START, 0), row(HALF_WAY, 5), baseline=START, at=HALF_WAY)
    assert finding.why is WhyCannotSay.BASE_ZERO


LONG_BEFORE = Period.financial_year(2019)


@pytest.mark.parametrize(
    "baseline", [None, LONG_BEFORE, StatedBaseline(value=90, source="an invented plan")]
)
def test_what_a_figure_is_held_against_is_what_change_and_chance_are_told_of(
    baseline: Period | StatedBaseline | None,
) -> None:
    finding = held(
        NoWorseThan(Comparator.YEAR_BEFORE),
        row(LONG_BEFORE, 90),
        row(BEFORE, 44),
        row(DUE, 32),
        baseline=baseline,
    )
    plain = held(NoWorseThan(Comparator.YEAR_BEFORE), row(BEFORE, 44), row(DUE, 32))
    assert finding.change is not None
    assert finding.change.earlier_period == BEFORE
    assert (finding.baseline, finding.change) == (plain.baseline, plain.change)
    assert (finding.chance, finding.chance.kind) == (plain.chance, EXACT)
