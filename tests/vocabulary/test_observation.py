"""An observation is one figure, or the reason why there is none."""

from datetime import datetime
from typing import Any

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given

from policing_indicators.errors import InvalidValueError, MissingDataError
from policing_indicators.strategies import observations
from policing_indicators.vocabulary.missing import MissingReason, Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

GIVEN: dict[str, Any] = {
    "indicator": "homicide",
    "area": "west-midlands",
    "period": Period.financial_year(2024),
}
COUNTED: dict[str, Any] = GIVEN | {"count": 32}


def test_a_count_is_a_figure() -> None:
    observation = Observation(**COUNTED)
    assert (observation.figure, observation.required_count()) == (32, 32)
    assert (observation.status, observation.as_at) == (Status.FINAL, None)
    assert (observation.source, observation.note) == ("", "")


def test_zero_is_a_figure_and_is_not_missing() -> None:
    assert Observation(**GIVEN, count=0).required_count() == 0
    assert Observation(**GIVEN, count=0).figure == 0
    assert Observation(**GIVEN, value=0).figure == 0


def test_a_count_may_be_negative_where_offences_were_transferred() -> None:
    assert Observation(**GIVEN, count=-3).required_count() == -3


def test_a_published_value_is_a_figure_but_no_count() -> None:
    observation = Observation(**GIVEN, value=-17.3)
    assert observation.figure == -17.3
    with pytest.raises(MissingDataError) as caught:
        observation.required_count()
    assert caught.value.what == "homicide in west-midlands, 2024/25"
    assert caught.value.reason == "published without its count"


@pytest.mark.parametrize("reason", MissingReason)
def test_a_missing_figure_gives_its_reason(reason: MissingReason) -> None:
    observation = Observation(**GIVEN, missing=reason)
    assert observation.figure is None
    with pytest.raises(MissingDataError) as caught:
        observation.required_count()
    assert caught.value.reason == reason.value


def test_a_denominator_stands_beside_its_count() -> None:
    assert Observation(**GIVEN, count=81, denominator=263).denominator == 263
    assert Observation(**GIVEN, count=81, denominator=251.5).denominator == 251.5
    assert Observation(**GIVEN, count=0, denominator=0).denominator == 0


@pytest.mark.parametrize(
    "figure", [{"value": 30.8}, {"missing": MissingReason.NOT_AVAILABLE}]
)
def test_a_denominator_without_a_count_is_refused(figure: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Observation(**GIVEN | figure, denominator=263)
    assert caught.value.noun == "Observation.denominator"
    assert caught.value.allowed == "given only beside a count"


@pytest.mark.parametrize(
    ("figures", "forms"),
    [
        ({}, None),
        ({"denominator": 263}, None),
        ({"count": 0, "value": 0}, ["count", "value"]),
        ({"count": 0, "missing": MissingReason.EXCLUDED}, ["count", "missing"]),
        ({"value": 0.0, "missing": MissingReason.EXCLUDED}, ["value", "missing"]),
        (
            {"count": 0, "value": 0, "missing": MissingReason.EXCLUDED},
            ["count", "value", "missing"],
        ),
    ],
)
def test_a_figure_has_exactly_one_of_its_three_forms(
    figures: dict[str, Any], forms: list[str] | None
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Observation(**GIVEN | figures)
    assert (caught.value.noun, caught.value.value) == ("Observation.figure", forms)
    assert caught.value.allowed == "exactly one of count, value and missing"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("indicator", "Homicide"),
        ("indicator", ""),
        ("indicator", None),
        ("area", "West Midlands"),
        ("area", None),
        ("period", "2024/25"),
        ("period", 2024),
        ("period", None),
        ("count", 32.0),
        ("count", float("nan")),
        ("count", True),
        ("count", "32"),
        ("denominator", -1),
        ("denominator", float("nan")),
        ("denominator", float("inf")),
        ("denominator", True),
        ("denominator", "263"),
        ("value", float("nan")),
        ("value", float("-inf")),
        ("value", False),
        ("value", "17.3"),
        ("value", 1j),
        ("missing", "not available"),
        ("missing", True),
        ("missing", Status.FINAL),
        ("status", "final"),
        ("status", None),
        ("as_at", "2026-04-23"),
        ("as_at", datetime(2026, 4, 23)),  # noqa: DTZ001
        ("as_at", 2026),
        ("source", None),
        ("source", 3),
        ("note", None),
        ("note", b"note"),
    ],
)
def test_a_field_that_is_not_what_it_must_be_is_named(
    field: str, value: object
) -> None:
    given: dict[str, Any] = COUNTED | {field: value}
    with pytest.raises(InvalidValueError, match=rf"^Observation\.{field} is "):
        Observation(**given)


def test_numbers_of_numpy_are_taken_as_pythons() -> None:
    counted = Observation(**GIVEN, count=np.int64(32), denominator=np.float64(263.5))
    assert (type(counted.count), type(counted.denominator)) == (int, float)
    assert counted == Observation(**GIVEN, count=32, denominator=263.5)
    valued = Observation(**GIVEN, value=np.float32(17.5))  # type: ignore[arg-type]
    assert (type(valued.value), valued.value) == (float, 17.5)
    whole = Observation(**GIVEN, count=1, denominator=np.uint8(200))
    assert type(whole.denominator) is int


def test_a_decimal_number_that_is_no_number_is_refused_from_numpy_too() -> None:
    with pytest.raises(InvalidValueError, match=r"^Observation\.value is nan"):
        Observation(**GIVEN, value=np.float64("nan"))


def test_the_name_of_an_observation_says_what_of_where_and_when() -> None:
    assert str(Observation(**COUNTED)) == "homicide in west-midlands, 2024/25"


@given(observations())
def test_a_figure_is_there_or_the_reason_why_not(observation: Observation) -> None:
    forms = (observation.count, observation.value, observation.missing)
    assert sum(form is not None for form in forms) == 1
    assert (observation.figure is None) == (observation.missing is not None)


@given(observations())
def test_a_changed_copy_is_held_to_the_same_rules(observation: Observation) -> None:
    counted = evolve(observation, count=3, denominator=None, value=None, missing=None)
    assert counted.required_count() == 3
    with pytest.raises(InvalidValueError):
        evolve(counted, missing=MissingReason.EXCLUDED)
