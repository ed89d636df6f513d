"""The strategies give every noun that may be, the odd ones among them."""

import sys
from collections.abc import Callable
from importlib import import_module
from typing import TypeVar

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from policing_indicators import strategies
from policing_indicators.errors import MissingLibraryError
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.area_group import AreaGroup
from policing_indicators.vocabulary.bound import AtMost, Between
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.goal import GOALS, AllOf, AnyOf, Goal
from policing_indicators.vocabulary.indicator import Indicator, Unit
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.no_worse_than import Comparator, NoWorseThan
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.percent_change import PercentChange
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import DenominatorKind
from policing_indicators.vocabulary.spelling import Spelling
from policing_indicators.vocabulary.target import Quantity, StatedBaseline, Target
from policing_indicators.vocabulary.trajectory import Trajectory, TrajectoryShape

FOUND = settings(
    max_examples=2_000, derandomize=True, database=None, phases=[Phase.generate]
)


Value = TypeVar("Value")


def are_given(
    values: st.SearchStrategy[Value], holds: Callable[[Value], object]
) -> bool:
    found = find(values, lambda value: bool(holds(value)), settings=FOUND)
    return bool(holds(found))


@pytest.mark.parametrize("spelling", Spelling)
def test_periods_are_written_in_every_way(spelling: Spelling) -> None:
    assert are_given(strategies.periods(), lambda period: period.spelling is spelling)


@given(st.data())
def test_periods_lie_in_the_years_that_are_asked_for(data: st.DataObject) -> None:
    first, last = sorted(
        data.draw(st.tuples(st.integers(1900, 2199), st.integers(1900, 2199)))
    )
    period = data.draw(strategies.periods(first_year=first, last_year=last))
    assert first <= period.start.year <= period.end.year <= last


OBSERVATIONS: dict[str, Callable[[Observation], object]] = {
    "negative count": lambda row: row.count is not None and row.count < 0,
    "zero count": lambda row: row.count == 0,
    "zero denominator": lambda row: row.denominator == 0,
    "decimal denominator": lambda row: isinstance(row.denominator, float),
    "negative value": lambda row: row.value is not None and row.value < 0,
    "missing": lambda row: row.missing is MissingReason.SURVEY_SUSPENDED,
    "no vintage": lambda row: row.as_at is None,
    "note": lambda row: row.note != "",
}


@pytest.mark.parametrize("odd", OBSERVATIONS.values(), ids=list(OBSERVATIONS))
def test_observations_have_the_odd_ones_among_them(
    odd: Callable[[Observation], object],
) -> None:
    assert are_given(strategies.observations(), odd)


@given(
    strategies.observations(
        indicator=st.just("homicide"),
        area=st.sampled_from(["kent", "essex"]),
        period=st.just(Period.financial_year(2024)),
        as_at=st.none(),
    )
)
def test_what_is_asked_of_observations_is_kept(row: Observation) -> None:
    assert row.indicator == "homicide"
    assert row.area in {"kent", "essex"}
    assert row.period == Period.financial_year(2024)
    assert row.as_at is None


@pytest.mark.parametrize("kind", AreaKind)
@pytest.mark.parametrize("coded", [True, False])
def test_areas_are_of_every_kind_with_a_code_and_without(
    kind: AreaKind, *, coded: bool
) -> None:
    def fits(area: Area) -> bool:
        return area.kind is kind and (area.code is not None) == coded

    assert are_given(strategies.areas(), fits)


@pytest.mark.parametrize("kind", DenominatorKind)
def test_populations_are_of_every_kind(kind: DenominatorKind) -> None:
    values = strategies.populations(area=st.just("kent"))
    assert are_given(values, lambda row: row.kind is kind and row.area == "kent")


INDICATORS: dict[str, Callable[[Indicator], object]] = {
    "unit": lambda indicator: indicator.unit is Unit.YES_NO,
    "dispersion": lambda indicator: indicator.dispersion is not None,
    "definition": lambda indicator: indicator.definition is not None,
    "validity": lambda indicator: indicator.valid_from and indicator.valid_to,
    "breaks": lambda indicator: indicator.breaks,
    "no baseline": lambda indicator: indicator.baseline is None,
}


@pytest.mark.parametrize("odd", INDICATORS.values(), ids=list(INDICATORS))
def test_indicators_have_all_their_fields(odd: Callable[[Indicator], object]) -> None:
    assert are_given(strategies.indicators(), odd)


def test_priorities_name_indicators() -> None:
    assert are_given(strategies.priorities(), lambda row: len(row.indicators) > 1)


def test_sources_are_known_well_or_hardly() -> None:
    assert are_given(strategies.sources(), lambda row: row.released and row.licence)
    assert are_given(
        strategies.sources(), lambda row: not row.released and not row.licence
    )


FRAMEWORKS: dict[str, Callable[[Framework], object]] = {
    "empty": lambda framework: not framework.indicators,
    "parts": lambda framework: any(each.parts for each in framework.indicators),
    "subset": lambda framework: any(each.subset_of for each in framework.indicators),
    "priority": lambda framework: any(each.indicators for each in framework.priorities),
}


@pytest.mark.parametrize("odd", FRAMEWORKS.values(), ids=list(FRAMEWORKS))
def test_frameworks_hold_parts_subsets_and_priorities(
    odd: Callable[[Framework], object],
) -> None:
    assert are_given(strategies.frameworks(), odd)


@pytest.mark.parametrize("kind", GOALS)
def test_goals_and_those_of_targets_are_of_every_kind(kind: type[Goal]) -> None:
    assert are_given(strategies.goals(), lambda goal: type(goal) is kind)
    assert are_given(strategies.targets(), lambda target: type(target.goal) is kind)


GOALS_WITHIN: dict[str, Callable[[Goal], object]] = {
    "zero": lambda goal: isinstance(goal, AtMost) and goal.value == 0,
    "one line twice": lambda goal: (
        isinstance(goal, Between) and goal.lower == goal.upper
    ),
    "the whole": lambda goal: isinstance(goal, PercentChange) and goal.reduction == 100,
    "geometric": lambda goal: (
        isinstance(goal, Trajectory) and goal.shape is TrajectoryShape.GEOMETRIC
    ),
    "group": lambda goal: (
        isinstance(goal, NoWorseThan) and goal.than is Comparator.GROUP
    ),
    "alone": lambda goal: isinstance(goal, AllOf) and len(goal.goals) == 1,
    "nested": lambda goal: (
        isinstance(goal, AllOf) and any(isinstance(each, AnyOf) for each in goal.goals)
    ),
}


@pytest.mark.parametrize("odd", GOALS_WITHIN.values(), ids=list(GOALS_WITHIN))
def test_goals_have_the_odd_ones_among_them(odd: Callable[[Goal], object]) -> None:
    assert are_given(strategies.goals(), odd)


TARGETS: dict[str, Callable[[Target], object]] = {
    "no baseline": lambda target: target.baseline is None,
    "stated baseline": lambda target: isinstance(target.baseline, StatedBaseline),
    "dated stated baseline": lambda target: (
        isinstance(target.baseline, StatedBaseline) and target.baseline_period
    ),
    "other definition": lambda target: (
        isinstance(target.baseline, StatedBaseline) and target.baseline.definition
    ),
    "baseline of other months": lambda target: (
        target.baseline_period
        and target.baseline_period.start.month != target.due.start.month
    ),
    "its own base": lambda target: target.per is not None,
    "several goals": lambda target: len(target.goals) > 1,
}


@pytest.mark.parametrize("odd", TARGETS.values(), ids=list(TARGETS))
def test_targets_have_the_odd_ones_among_them(odd: Callable[[Target], object]) -> None:
    assert are_given(strategies.targets(), odd)


@pytest.mark.parametrize("quantity", Quantity)
def test_targets_are_of_every_quantity(quantity: Quantity) -> None:
    assert are_given(strategies.targets(), lambda row: row.quantity is quantity)


@given(
    strategies.targets(
        indicator=st.just("homicide"),
        quantity=st.just(Quantity.RATE),
        due=st.just(Period.financial_year(2024)),
        area=st.just("kent"),
        group=st.just("neighbours"),
    )
)
def test_what_is_asked_of_targets_is_kept(target: Target) -> None:
    assert target.indicator == "homicide"
    assert target.quantity is Quantity.RATE
    assert target.due == Period.financial_year(2024)
    compared = [goal for goal in target.goals if isinstance(goal, NoWorseThan)]
    assert {goal.of for goal in compared} <= {None, "kent", "neighbours"}


@given(strategies.area_groups(area=st.sampled_from(["kent", "essex"])))
def test_the_areas_of_a_group_are_those_that_are_asked_for(group: AreaGroup) -> None:
    assert {*group.areas} <= {"kent", "essex"}


def test_time_series_are_long_and_short() -> None:
    assert are_given(strategies.time_series(), lambda series: len(series) == 1)
    assert are_given(strategies.time_series(), lambda series: len(series) > 2)


@pytest.mark.parametrize("name", strategies.__all__)
def test_every_strategy_is_public_and_says_what_it_gives(name: str) -> None:
    strategy = getattr(strategies, name)
    assert strategy.__doc__.startswith("Give ")
    assert isinstance(strategy(), st.SearchStrategy)


def test_without_hypothesis_the_error_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.delitem(sys.modules, "policing_indicators.strategies")
    with pytest.raises(MissingLibraryError, match="pip install hypothesis") as caught:
        import_module("policing_indicators.strategies")
    assert isinstance(caught.value, ImportError)
    assert caught.value.library == "hypothesis"
