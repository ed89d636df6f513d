"""A target is a promise whose parts go together."""

from typing import Any

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given

from policing_indicators.errors import InvalidValueError
from policing_indicators.strategies import targets
from policing_indicators.vocabulary.area_group import GroupAverage
from policing_indicators.vocabulary.bound import AtLeast, AtMost, Between
from policing_indicators.vocabulary.definition import Definition
from policing_indicators.vocabulary.evidence_kind import EvidenceKind
from policing_indicators.vocabulary.goal import GOALS, AllOf, AnyOf, Goal
from policing_indicators.vocabulary.no_worse_than import Comparator, NoWorseThan
from policing_indicators.vocabulary.percent_change import PercentChange
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.target import (
    Quantity,
    StatedBaseline,
    Target,
    values_of,
)
from policing_indicators.vocabulary.trajectory import Trajectory
from policing_indicators.vocabulary.unusual_reduction import UnusualReduction

DUE = Period.financial_year(2024)
GIVEN: dict[str, Any] = {
    "id": "robbery-down-a-tenth",
    "indicator": "Personal robbery",
    "due": DUE,
    "goal": AtMost(40),
    "promised_by": "the commissioner",
    "source": "an invented plan",
}
STATED: dict[str, Any] = {"value": 120, "source": "an invented plan"}
UNDATED = StatedBaseline(**STATED)
DATED = StatedBaseline(**STATED, period=DUE.year_before)
A_TENTH = PercentChange(reduction=10)
UNUSUAL = UnusualReduction(EvidenceKind.EXACT)
THAN_KENT = NoWorseThan(Comparator.AREA, of="kent")
THAN_GROUP = NoWorseThan(Comparator.GROUP, of="n", average=GroupAverage.POOLED)
THAN_BEFORE = NoWorseThan(Comparator.YEAR_BEFORE)


def target(**fields: object) -> Target:
    given: dict[str, Any] = GIVEN | fields
    return Target(**given)


def test_a_target_is_of_a_count_unless_it_says_otherwise() -> None:
    plain = target()
    assert plain.quantity is Quantity.COUNT
    assert (plain.per, plain.baseline, plain.baseline_period) == (None, None, None)
    assert plain == target()
    assert plain != target(goal=AtMost(41))


def test_the_period_of_a_baseline_is_its_own_or_the_one_that_is_stated() -> None:
    assert target(baseline=DUE.year_before).baseline_period == DUE.year_before
    assert target(baseline=DATED).baseline_period == DUE.year_before
    assert target(baseline=UNDATED).baseline_period is None


def test_the_goals_of_a_target_are_those_that_combine_no_others() -> None:
    one, two, three = AtMost(40), AtLeast(1), Between(2, 3)
    combined = AllOf([one, AnyOf([two, AllOf([three])]), one])
    assert target().goals == (one,)
    assert target(goal=combined).goals == (one, two, three, one)


@given(targets())
def test_every_goal_of_a_target_is_a_single_one(promised: Target) -> None:
    kinds: set[type[Goal]] = {type(goal) for goal in promised.goals}
    assert kinds <= set(GOALS) - {AllOf, AnyOf}
    again = AnyOf([AllOf([goal]) for goal in promised.goals])
    assert evolve(promised, goal=again).goals == promised.goals


def test_the_values_of_a_goal_are_where_its_lines_stand() -> None:
    assert values_of(AtMost(4)) == values_of(AtLeast(4)) == (4,)
    assert values_of(Between(1, 2)) == (1, 2)
    assert values_of(Trajectory(AtMost(4))) == (4,)
    assert values_of(Trajectory(A_TENTH)) == values_of(A_TENTH) == ()
    assert values_of(THAN_BEFORE) == values_of(UNUSUAL) == ()


@pytest.mark.parametrize(
    ("quantity", "highest"),
    [("count", None), ("rate", None), ("proportion", 1), ("percentage", 100)],
)
def test_only_what_is_out_of_something_has_a_highest_value(
    quantity: str, highest: int | None
) -> None:
    assert Quantity(quantity).highest == highest


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "Robbery down"),
        ("id", None),
        ("indicator", ""),
        ("indicator", None),
        ("indicator", " robbery"),
        ("quantity", "count"),
        ("quantity", None),
        ("per", 0),
        ("per", 1_000.0),
        ("per", True),
        ("per", "1000"),
        ("due", "2024/25"),
        ("due", None),
        ("baseline", "2023/24"),
        ("baseline", 120),
        ("goal", None),
        ("goal", 40),
        ("goal", "at most 40"),
        ("goal", [AtMost(40)]),
        ("promised_by", ""),
        ("promised_by", None),
        ("source", ""),
        ("source", "two\nlines"),
    ],
)
def test_a_field_that_is_not_what_it_must_be_is_named(
    field: str, value: object
) -> None:
    with pytest.raises(InvalidValueError, match=rf"^Target\.{field} is "):
        target(**{field: value})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("value", None),
        ("value", "120"),
        ("value", float("nan")),
        ("source", ""),
        ("source", None),
        ("period", "2023/24"),
        ("definition", "Incidents."),
    ],
)
def test_a_field_of_a_stated_baseline_is_named(field: str, value: object) -> None:
    merged: dict[str, Any] = STATED | {field: value}
    with pytest.raises(InvalidValueError, match=rf"^StatedBaseline\.{field} is "):
        StatedBaseline(**merged)


def test_a_stated_baseline_may_say_what_it_counts_and_when() -> None:
    definition = Definition(text="Incidents.")
    stated = StatedBaseline(**STATED, period=DUE, definition=definition)
    assert (stated.period, stated.definition) == (DUE, definition)
    assert stated != UNDATED == StatedBaseline(**STATED)


@pytest.mark.parametrize("quantity", Quantity)
def test_only_a_rate_has_a_base(quantity: Quantity) -> None:
    given: dict[str, Any] = {"goal": AtMost(1), "per": np.int64(1_000)}
    if quantity is Quantity.RATE:
        assert type(target(**given, quantity=quantity).per) is int
    else:
        with pytest.raises(InvalidValueError) as caught:
            target(**given, quantity=quantity)
        assert caught.value.noun == "Target.per"
        assert caught.value.allowed == "given only where the quantity is a rate"


@pytest.mark.parametrize(
    ("quantity", "goal", "value", "limit"),
    [
        ("count", AtMost(-1), -1, "zero or more"),
        ("rate", AtLeast(-0.5), -0.5, "zero or more"),
        ("count", Between(-2, 3), -2, "zero or more"),
        ("proportion", AtMost(75), 75, "from 0 to 1"),
        ("percentage", AtLeast(101), 101, "from 0 to 100"),
        ("percentage", Trajectory(AtLeast(101)), 101, "from 0 to 100"),
        ("percentage", AllOf([AtLeast(1), AnyOf([AtMost(-3)])]), -3, "from 0 to 100"),
    ],
)
def test_a_line_stands_where_a_figure_of_that_quantity_can(
    quantity: str, goal: Goal, value: float, limit: str
) -> None:
    given: dict[str, Any] = {"goal": goal, "baseline": DUE.year_before}
    with pytest.raises(InvalidValueError) as caught:
        target(**given, quantity=Quantity(quantity))
    assert caught.value.noun == "Target.goal"
    assert caught.value.value == value
    assert caught.value.allowed == (
        f"values {limit}, since the quantity is a {quantity}"
    )


@pytest.mark.parametrize(
    ("quantity", "value", "limit"),
    [
        ("count", -1, "zero or more"),
        ("proportion", 62.1, "from 0 to 1"),
        ("percentage", 120, "from 0 to 100"),
    ],
)
def test_a_stated_baseline_is_a_figure_of_that_quantity_too_and_is_named(
    quantity: str, value: float, limit: str
) -> None:
    stated = evolve(UNDATED, value=value)
    with pytest.raises(InvalidValueError) as caught:
        target(
            goal=AtMost(1),
            quantity=Quantity(quantity),
            baseline=stated,
        )
    assert caught.value.noun == "Target.baseline"
    assert caught.value.value == value
    assert caught.value.allowed.startswith(f"values {limit}, ")


@pytest.mark.parametrize(
    ("baseline", "reason"),
    [
        ("2023/24 Q4", "one is 3 months long, the other 12"),
        ("2025/26", "the first does not start before the second"),
        ("2024/25", "the first does not start before the second"),
        ("year ending June 2024", "they overlap"),
    ],
)
@pytest.mark.parametrize("is_stated", [True, False])
def test_a_baseline_compares_with_the_due_period(
    baseline: str, reason: str, *, is_stated: bool
) -> None:
    period = Period.parse(baseline)
    given = StatedBaseline(**STATED, period=period) if is_stated else period
    with pytest.raises(InvalidValueError) as caught:
        target(baseline=given)
    assert caught.value.noun == "Target.baseline"
    assert caught.value.value == baseline
    assert caught.value.allowed.startswith(
        f"a period that compares with 2024/25: {reason}"
    )


@pytest.mark.parametrize("baseline", ["2023/24", "1990/91", "year ending June 2019"])
def test_a_baseline_is_any_year_before(baseline: str) -> None:
    period = Period.parse(baseline)
    assert target(baseline=period).baseline == period


@pytest.mark.parametrize(
    ("goal", "given", "field", "allowed"),
    [
        (A_TENTH, {}, "baseline", "a baseline, which the goal is a change of"),
        (Trajectory(A_TENTH), {}, "baseline", "a baseline with its period"),
        (
            Trajectory(AtMost(4)),
            {"baseline": UNDATED},
            "baseline",
            "a baseline with its period",
        ),
        (UNUSUAL, {"baseline": DATED}, "baseline", "a period or none"),
        (UNUSUAL, {"quantity": Quantity.RATE}, "quantity", "count, since the test"),
        (THAN_KENT, {}, "quantity", "a rate, proportion or percentage"),
        (THAN_GROUP, {}, "quantity", "a rate, proportion or percentage"),
    ],
)
@pytest.mark.parametrize("is_within", [True, False])
def test_a_goal_that_lacks_what_it_needs_is_refused(
    goal: Goal, given: dict[str, Any], field: str, allowed: str, *, is_within: bool
) -> None:
    whole = AnyOf([AtMost(1), goal]) if is_within else goal
    with pytest.raises(InvalidValueError) as caught:
        target(**{"goal": whole} | given)
    assert caught.value.noun == f"Target.{field}"
    assert caught.value.allowed.startswith(allowed)


@pytest.mark.parametrize(
    ("goal", "given"),
    [
        (A_TENTH, {"baseline": UNDATED}),
        (A_TENTH, {"baseline": DUE.year_before}),
        (Trajectory(A_TENTH), {"baseline": DATED}),
        (Trajectory(AtMost(4)), {"baseline": DUE.year_before}),
        (UNUSUAL, {}),
        (UNUSUAL, {"baseline": DUE.year_before}),
        (THAN_BEFORE, {}),
        (THAN_KENT, {"quantity": Quantity.PERCENTAGE}),
        (THAN_GROUP, {"quantity": Quantity.RATE}),
    ],
)
def test_a_goal_that_has_what_it_needs_is_taken(
    goal: Goal, given: dict[str, Any]
) -> None:
    assert target(**{"goal": goal} | given).goal == goal
