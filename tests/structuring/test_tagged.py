"""Data name the type that they are of where there are several."""

import json
import tomllib
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from policing_indicators import strategies
from policing_indicators.errors import InvalidContentError
from policing_indicators.structuring import structure, unstructure
from policing_indicators.structuring.annotation import (
    has_word,
    is_made_of_table,
    word_of,
)
from policing_indicators.vocabulary.area_group import AreaGroup, GroupAverage
from policing_indicators.vocabulary.bound import AtLeast, AtMost, Between
from policing_indicators.vocabulary.evidence_kind import EvidenceKind
from policing_indicators.vocabulary.goal import GOALS, AllOf, AnyOf, Goal
from policing_indicators.vocabulary.no_worse_than import Comparator, NoWorseThan
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.origin import Origin
from policing_indicators.vocabulary.percent_change import PercentChange
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.target import Quantity, StatedBaseline, Target
from policing_indicators.vocabulary.trajectory import Trajectory, TrajectoryShape
from policing_indicators.vocabulary.unusual_reduction import UnusualReduction

GIVEN: dict[str, Any] = {
    "id": "robbery-down-a-tenth",
    "indicator": "personal-robbery",
    "due": "2024/25",
    "promised_by": "the commissioner",
    "source": "an invented plan",
}
KINDS = ", ".join(repr(kind.KIND) for kind in GOALS)
TABLE = "a table of keys and values"
NUMBER = "a number, without quotes"

WRITTEN: dict[str, Goal] = {
    '{ kind = "at most", value = 40 }': AtMost(40),
    '{ kind = "at least", value = 75.5 }': AtLeast(75.5),
    '{ kind = "between", lower = 30, upper = 40 }': Between(30, 40),
    '{ kind = "percent change", reduction = 10 }': PercentChange(reduction=10),
    '{ kind = "percent change", increase = 2.5 }': PercentChange(increase=2.5),
    '{ kind = "no worse than", than = "year before" }': NoWorseThan(
        Comparator.YEAR_BEFORE
    ),
    '{ kind = "no worse than", than = "area", of = "kent" }': NoWorseThan(
        Comparator.AREA, of="kent"
    ),
    '{ kind = "no worse than", than = "group", of = "n", average = "pooled" }': (
        NoWorseThan(Comparator.GROUP, of="n", average=GroupAverage.POOLED)
    ),
    '{ kind = "unusual reduction", method = "exact test of two counts" }': (
        UnusualReduction(EvidenceKind.EXACT)
    ),
    '{ kind = "trajectory", to = { kind = "percent change", reduction = 50 } }': (
        Trajectory(PercentChange(reduction=50))
    ),
    '{ kind = "trajectory", shape = "geometric", to = { kind = "at most", value = 9 } }': (  # noqa: E501
        Trajectory(AtMost(9), shape=TrajectoryShape.GEOMETRIC)
    ),
    '{ kind = "all of", goals = [{ kind = "at most", value = 40 }] }': AllOf(
        [AtMost(40)]
    ),
    '{ kind = "any of", goals = [{ kind = "all of", goals = [{ kind = "at least", value = 1 }] }] }': (  # noqa: E501
        AnyOf([AllOf([AtLeast(1)])])
    ),
}


def problems_of(data: object, kind: Any) -> list[tuple[str, object, str]]:  # noqa: ANN401
    with pytest.raises(InvalidContentError) as caught:
        structure(data, kind, where="plan.toml")
    return [(each.place, each.value, each.allowed) for each in caught.value.problems]


@pytest.mark.parametrize(("text", "goal"), WRITTEN.items())
def test_a_goal_is_read_from_toml_and_comes_back(text: str, goal: Goal) -> None:
    data = tomllib.loads(f"goal = {text}")["goal"]
    target = structure(
        {**GIVEN, "goal": data, "baseline": "2023/24"} | _with(goal),
        Target,
        where="plan.toml",
    )
    assert target.goal == goal
    assert structure(unstructure(target), Target, where="data") == target


def _with(goal: Goal) -> dict[str, str]:
    than_others = isinstance(goal, NoWorseThan) and goal.of is not None
    return {"quantity": "rate"} if than_others else {}


def test_every_kind_of_goal_is_among_them() -> None:
    assert {type(goal) for goal in WRITTEN.values()} == set(GOALS)


@given(strategies.targets())
def test_of_the_data_of_a_target_the_same_target_is_made_again(target: Target) -> None:
    plain = unstructure(target)
    again = structure(plain, Target, where="data")
    assert again == target
    assert repr(again) == repr(target)
    assert structure(json.loads(json.dumps(plain)), Target, where="data") == target


@given(strategies.goals())
def test_of_the_data_of_a_goal_alone_the_same_goal_is_made_again(goal: Goal) -> None:
    plain = unstructure(goal)
    again: object = structure(plain, type(goal), where="data")
    assert again == goal


@given(strategies.area_groups())
def test_of_the_data_of_a_group_the_same_group_is_made_again(group: AreaGroup) -> None:
    assert structure(unstructure(group), AreaGroup, where="data") == group


@given(strategies.observations())
def test_where_a_figure_was_read_comes_back_with_it(row: Observation) -> None:
    for origin in (Origin("figures.csv", 14), Origin("offences.csv")):
        plain = json.loads(json.dumps(unstructure(evolve(row, origin=origin))))
        again = structure(plain, Observation, where="data")
        assert again == row
        assert again.origin == origin
        assert type(again.origin) is Origin


@pytest.mark.parametrize(
    ("goal", "problem"),
    [
        (None, ("goal", None, TABLE)),
        ("at most 40", ("goal", "at most 40", TABLE)),
        (40, ("goal", 40, TABLE)),
        ([{"kind": "at most", "value": 40}],
         ("goal", [{"kind": "at most", "value": 40}], TABLE)),
        ({}, ("goal.kind", None, f"required: one of {KINDS}")),
        ({"value": 40}, ("goal.kind", None, f"required: one of {KINDS}")),
        ({"kind": None}, ("goal.kind", None, f"one of {KINDS}")),
        ({"kind": "most"}, ("goal.kind", "most", f"one of {KINDS}")),
        ({"kind": "At most", "value": 4}, ("goal.kind", "At most", f"one of {KINDS}")),
        ({"kind": 4, "value": 4}, ("goal.kind", 4, f"one of {KINDS}")),
        ({"kind": ["at most"]}, ("goal.kind", ["at most"], f"one of {KINDS}")),
        ({"kind": "at most"}, ("goal.value", None, f"required: {NUMBER}")),
        ({"kind": "at most", "value": "40"}, ("goal.value", "40", NUMBER)),
        ({"kind": "at most", "value": True}, ("goal.value", True, NUMBER)),
        ({"kind": "at most", "value": -1},
         ("goal", -1, "values zero or more, since the quantity is a count")),
        ({"kind": "at most", "value": float("nan")}, None),
        ({"kind": "at most", "value": 4, "values": 4}, None),
        ({"kind": "between", "lower": 2, "upper": 1},
         ("goal.upper", 1, "at least the lower value, 2")),
        ({"kind": "percent change"},
         ("goal.reduction", None,
          "exactly one of reduction and increase, in per cent")),
        ({"kind": "percent change", "reduction": 101}, None),
        ({"kind": "no worse than", "than": "kent"},
         ("goal.than", "kent", "one of 'year before', 'area', 'group'")),
        ({"kind": "no worse than", "than": "area"},
         ("goal.of", None, "the id of an area or a group; none for the year before")),
        ({"kind": "unusual reduction", "method": "none"},
         ("goal.method", EvidenceKind.NONE,
          "a method, such as 'exact test of two counts'")),
        ({"kind": "trajectory", "to": {"kind": "between", "lower": 1, "upper": 2}},
         ("goal.to.kind", "between",
          "one of 'at most', 'at least', 'percent change'")),
        ({"kind": "trajectory", "to": 50}, ("goal.to", 50, TABLE)),
        ({"kind": "trajectory", "to": {"kind": "at most", "value": 1}, "shape": "bent"},
         ("goal.shape", "bent", "one of 'linear', 'geometric'")),
        ({"kind": "all of", "goals": []}, ("goal.goals", (), "one goal or more")),
        ({"kind": "all of"}, ("goal.goals", None, "required: a list")),
        ({"kind": "any of", "goals": {"kind": "at most", "value": 4}},
         ("goal.goals", {"kind": "at most", "value": 4}, "a list")),
    ],
)  # fmt: skip
def test_a_goal_that_is_not_right_is_refused_by_its_path(
    goal: object, problem: tuple[str, object, str] | None
) -> None:
    problems = problems_of({**GIVEN, "goal": goal}, Target)
    assert len(problems) == 1
    assert problem in (None, problems[0])
    assert problems[0][0].startswith("goal")


def test_all_that_is_not_right_in_goals_within_goals_is_named_at_once() -> None:
    goals = [
        {"kind": "at least", "value": "a"},
        {"kind": "x"},
        4,
        {"kind": "any of", "goals": [{"value": 1}, {"kind": "at most", "value": None}]},
    ]
    found = problems_of({**GIVEN, "goal": {"kind": "all of", "goals": goals}}, Target)
    assert [place for place, _, _ in found] == [
        "goal.goals[0].value",
        "goal.goals[1].kind",
        "goal.goals[2]",
        "goal.goals[3].goals[0].kind",
        "goal.goals[3].goals[1].value",
    ]


PERIOD = "a period as text, in quotes, such as '2024/25'"


@pytest.mark.parametrize(
    ("baseline", "made"),
    [
        (None, None),
        ("2023/24", Period.financial_year(2023)),
        (
            {"value": 120, "source": "the plan"},
            StatedBaseline(value=120, source="the plan"),
        ),
        (
            {"value": 120, "source": "the plan", "period": "2023/24"},
            StatedBaseline(
                value=120, source="the plan", period=Period.financial_year(2023)
            ),
        ),
    ],
)
def test_a_baseline_is_a_period_or_a_table(baseline: object, made: object) -> None:
    goal = {"kind": "at most", "value": 40}
    data = {**GIVEN, "goal": goal, "baseline": baseline}
    assert structure(data, Target, where="plan.toml").baseline == made


@pytest.mark.parametrize(
    ("baseline", "place", "allowed"),
    [
        (2024, "baseline", f"{PERIOD} or {TABLE}"),
        (["2024/25"], "baseline", f"{PERIOD} or {TABLE}"),
        ("soon", "baseline", "a period such as '2024/25', "),
        ("2011-12", "baseline", "one reading alone: '2011/12' or 'December 2011'"),
        ("2025/26", "baseline", "a period that compares with 2024/25: "),
        ({"value": 120}, "baseline.source", "required: text, in quotes"),
        ({"value": 120, "source": "p", "period": 1}, "baseline.period", PERIOD),
        ({"value": -1, "source": "p"}, "baseline", "values zero or more"),
        (
            {"value": 1, "source": "p", "kind": "stated"},
            "baseline.kind",
            "one of 'value'",
        ),
    ],
)
def test_a_baseline_that_is_not_right_is_refused_by_its_path(
    baseline: object, place: str, allowed: str
) -> None:
    data = {**GIVEN, "goal": {"kind": "at most", "value": 40}, "baseline": baseline}
    ((found, _, words),) = problems_of(data, Target)
    assert found == place
    assert words.startswith(allowed)


def test_data_that_name_another_type_are_not_taken_for_this_one() -> None:
    ((place, value, _),) = problems_of({"kind": "at least", "value": 4}, AtMost)
    assert (place, value) == ("kind", "at least")


def test_a_type_has_a_word_where_data_are_to_name_it() -> None:
    assert (word_of(AtMost), has_word(AtMost)) == ("at most", True)
    assert (word_of(Target), has_word(Target)) == (None, False)
    assert is_made_of_table(AtMost)
    assert not is_made_of_table(Quantity)
