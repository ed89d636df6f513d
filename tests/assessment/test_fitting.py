"""A target that does not fit what it is about is a misuse, and is named."""

from typing import Any

import pytest

from policing_indicators.assessment.assessing import assess
from policing_indicators.assessment.fitting import misfits, require_fitting
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.assessment.rules import check
from policing_indicators.errors import (
    DuplicateError,
    InvalidValueError,
    UnknownNameError,
)
from policing_indicators.registry.populations import populations
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.area_group import AreaGroup, GroupAverage
from policing_indicators.vocabulary.bound import AtMost
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.goal import AllOf, Goal
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.no_worse_than import Comparator, NoWorseThan
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import DenominatorKind
from policing_indicators.vocabulary.target import Quantity, Target

KENT = Area("kent", "Kent", AreaKind.POLICE_FORCE_AREA)
YEAR = Period.financial_year(2024)
NEIGHBOURS = AreaGroup(
    id="neighbours", name="neighbours", areas=["essex", "narnia"], source="invented"
)
SUSSEX = AreaGroup(id="sussex-alone", name="it", areas=["sussex"], source="invented")
ITSELF = AreaGroup(id="kent-alone", name="it", areas=["kent"], source="invented")
THAN_BEFORE = NoWorseThan(Comparator.YEAR_BEFORE)


def than_area(of: str) -> NoWorseThan:
    return NoWorseThan(Comparator.AREA, of=of)


def than_group(of: str) -> NoWorseThan:
    return NoWorseThan(Comparator.GROUP, of=of, average=GroupAverage.POOLED)


def indicator(**fields: object) -> Indicator:
    plain: dict[str, Any] = {
        "id": "harm",
        "name": "Harm",
        "unit": Unit.COUNT,
        "direction": ImprovementDirection.DECREASE,
        "aliases": ["Injury"],
        "denominator": DenominatorKind.PEOPLE,
    }
    given: dict[str, Any] = plain | fields
    return Indicator(**given)


def grounds(of: Indicator, *rows: Observation) -> Grounds:
    return Grounds(
        framework=Framework(id="f", name="F", priorities=[], indicators=[of]),
        area=KENT,
        observations=rows,
        populations=populations(),
        groups=[NEIGHBOURS, SUSSEX, ITSELF],
    )


def target(goal: Goal, **fields: object) -> Target:
    plain: dict[str, Any] = {
        "id": "promised",
        "indicator": "harm",
        "due": YEAR,
        "promised_by": "the commissioner",
        "source": "an invented plan",
    }
    given: dict[str, Any] = plain | fields
    return Target(goal=goal, **given)


def faults(promised: Target, of: Indicator) -> list[tuple[str, str]]:
    return [
        (error.noun, error.allowed)
        if isinstance(error, InvalidValueError)
        else (error.kind, error.name)
        for error in misfits(promised, of, grounds(of))
    ]


@pytest.mark.parametrize("name", ["harm", "Harm", "injury", "  HARM "])
def test_a_target_finds_its_indicator_by_any_of_its_names(name: str) -> None:
    of = indicator()
    promised = target(AtMost(4), indicator=name.strip())
    assert require_fitting(promised, grounds(of)) == of


FITTING = {
    (Unit.COUNT, Quantity.COUNT),
    (Unit.COUNT, Quantity.RATE),
    (Unit.RATE, Quantity.RATE),
    (Unit.PROPORTION, Quantity.PROPORTION),
    (Unit.PROPORTION, Quantity.PERCENTAGE),
    (Unit.PERCENTAGE, Quantity.PERCENTAGE),
    (Unit.PERCENTAGE, Quantity.PROPORTION),
}


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("quantity", Quantity)
def test_a_quantity_is_one_that_the_indicator_has(
    unit: Unit, quantity: Quantity
) -> None:
    found = faults(target(AtMost(1), quantity=quantity), indicator(unit=unit))
    if (unit, quantity) in FITTING:
        assert found == []
    else:
        ((noun, allowed),) = found
        assert noun == "quantity"
        assert allowed.endswith(f", since harm is a {unit.value}")


RATE = {"quantity": Quantity.RATE}
NEUTRAL = {"direction": ImprovementDirection.NEUTRAL}


@pytest.mark.parametrize(
    ("goal", "fields", "of", "found"),
    [
        (
            AtMost(1),
            RATE,
            {"denominator": None},
            [("quantity", "'count', since harm has nothing that it is a rate of")],
        ),
        (
            AtMost(1),
            {**RATE, "per": 1_000},
            {"unit": Unit.RATE},
            [("per", "none, since harm is published as a rate with its own base")],
        ),
        (AtMost(1), RATE, {"unit": Unit.RATE, "denominator": None}, []),
        (AtMost(1), {**RATE, "per": 1_000}, {}, []),
        (AtMost(1), {}, NEUTRAL, []),
        (
            THAN_BEFORE,
            {},
            NEUTRAL,
            [("goal", "another goal: no figure of harm is better or worse")],
        ),
        (THAN_BEFORE, {}, {}, []),
        (than_area("essex"), RATE, {}, []),
        (than_area("kent"), RATE, {}, [("goal", "another area than its own")]),
        (than_area("narnia"), RATE, {}, [("area", "narnia")]),
        (than_group("sussex-alone"), RATE, {}, []),
        (
            than_group("kent-alone"),
            RATE,
            {},
            [("goal", "a group with another area than its own")],
        ),
        (than_group("most-similar"), RATE, {}, [("group", "most-similar")]),
        (than_group("neighbours"), RATE, {}, [("area", "narnia")]),
        (
            AllOf([than_area("narnia"), AllOf([than_group("most-similar")])]),
            {"quantity": Quantity.PERCENTAGE},
            NEUTRAL,
            [
                ("quantity", "'count' or 'rate', since harm is a count"),
                ("goal", "another goal: no figure of harm is better or worse"),
                ("area", "narnia"),
                ("goal", "another goal: no figure of harm is better or worse"),
                ("group", "most-similar"),
            ],
        ),
    ],
)
def test_all_in_which_a_target_does_not_fit_is_named(
    goal: Goal,
    fields: dict[str, Any],
    of: dict[str, Any],
    found: list[tuple[str, str]],
) -> None:
    assert faults(target(goal, **fields), indicator(**of)) == found


@pytest.mark.parametrize(
    ("goal", "fields", "of", "error", "message"),
    [
        (AtMost(1), {"indicator": "arson"}, {}, UnknownNameError, "'arson'"),
        (AtMost(1), {}, {"unit": Unit.YES_NO}, InvalidValueError, "quantity is"),
        (AtMost(1), RATE, {"denominator": None}, InvalidValueError, "quantity is"),
        (THAN_BEFORE, {}, NEUTRAL, InvalidValueError, "goal is 'no worse than'"),
        (than_area("narnia"), RATE, {}, UnknownNameError, "area 'narnia'"),
        (than_group("x"), RATE, {}, UnknownNameError, "group 'x'.*'neighbours'"),
    ],
)
def test_a_target_that_does_not_fit_is_never_checked_nor_assessed(
    goal: Goal,
    fields: dict[str, Any],
    of: dict[str, Any],
    error: type[Exception],
    message: str,
) -> None:
    evidence = grounds(indicator(**of), Observation("harm", "kent", YEAR, count=3))
    promised = target(goal, **fields)
    with pytest.raises(error, match=message):
        check(promised, evidence, at=YEAR)
    with pytest.raises(error, match=message):
        assess(
            evidence.framework,
            evidence.observations,
            area=KENT,
            period=YEAR,
            populations=evidence.populations,
            targets=[promised],
            groups=evidence.groups,
        )


def test_two_figures_for_one_place_are_a_misuse_too() -> None:
    rows = [Observation("harm", "kent", YEAR, count=count) for count in (3, 4)]
    with pytest.raises(DuplicateError, match="harm in kent, 2024/25"):
        check(target(AtMost(4)), grounds(indicator(), *rows), at=YEAR)


@pytest.mark.parametrize("at", ["2024/25", None, 2024])
def test_a_period_is_no_text_and_is_named(at: Any) -> None:  # noqa: ANN401
    promised, evidence = target(AtMost(4)), grounds(indicator())
    with pytest.raises(InvalidValueError, match="the period that is assessed is"):
        check(promised, evidence, at=at)
    own: dict[str, Any] = {"harm": at}
    for period, periods in ((at, {}), (YEAR, own)):
        with pytest.raises(InvalidValueError, match="the period that is assessed is"):
            assess(
                evidence.framework,
                [],
                area=KENT,
                period=period,
                periods=periods,
                populations=populations(),
            )


@pytest.mark.parametrize("other", ["at most 40", None, AtMost(40)])
def test_nor_are_a_target_and_its_grounds(other: Any) -> None:  # noqa: ANN401
    evidence = grounds(indicator())
    with pytest.raises(InvalidValueError, match="the target is"):
        check(other, evidence, at=YEAR)
    with pytest.raises(InvalidValueError, match="the evidence is"):
        check(target(AtMost(4)), other, at=YEAR)
    with pytest.raises(InvalidValueError, match="a target is"):
        assess(
            evidence.framework,
            [],
            area=KENT,
            period=YEAR,
            populations=populations(),
            targets=[other],
        )
