"""The rates of several areas, and the benchmarks that are made of them."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from policing_indicators.calculation.area_rates import AreaRates
from policing_indicators.calculation.benchmark import Benchmark
from policing_indicators.calculation.group_average import group_average
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rate import Rate
from policing_indicators.errors import (
    IncomparableError,
    InvalidValueError,
    MissingDataError,
    UnknownNameError,
)
from policing_indicators.registry.populations import populations
from policing_indicators.vocabulary.area_group import GroupAverage
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

YEAR = Period.financial_year(2024)
TWO = AreaRates({"kent": Rate(10, 1_000, per=100), "essex": Rate(60, 3_000, per=100)})


def row(area: str, count: int | None = 5, **fields: Any) -> Observation:  # noqa: ANN401 - fields of many kinds
    return Observation("homicide", area, YEAR, count=count, **fields)


def test_rates_are_made_from_observations_and_populations_by_name() -> None:
    rows = [
        row("kent", 9),
        row("dorset", 3, denominator=1_000),
        row("essex", None, missing=MissingReason.CONFIDENTIAL),
        row("british-transport-police"),
    ]
    shelf = populations()
    found = AreaRates.of(rows, populations=shelf, per=1_000)
    people = shelf.for_period("kent", YEAR).value
    assert dict(found) == {
        "kent": Rate(9, people, per=1_000),
        "dorset": Rate(3, 1_000, per=1_000),
    }
    reasons = {each.area: each.reason for each in found.left_out}
    assert reasons["essex"] == "confidential for 2024/25"
    assert "no resident population" in reasons["british-transport-police"]
    assert AreaRates.of(rows[::-1], populations=shelf, per=1_000).rates == found.rates


def test_without_populations_an_observation_states_its_own_denominator() -> None:
    found = AreaRates.of([row("kent"), row("dorset", denominator=10)])
    assert list(found.rates) == ["dorset"]
    assert found.left_out[0].reason == "no denominator, and no population is given"


def test_unlike_observations_make_no_rates() -> None:
    later = Observation("homicide", "essex", Period.financial_year(2023), count=5)
    with pytest.raises(IncomparableError, match="one indicator, one period"):
        AreaRates.of([row("kent"), later])


def test_what_cannot_stand_beside_the_others_is_left_out_and_named() -> None:
    rates = AreaRates(
        {
            "kent": Rate(10, 1_000),
            "nowhere": Rate(3, 0),
            "transferred": Rate(-3, 1_000),
            "city-of-london": Rate(50, 1_000),
        }
    )
    fit = rates.fit_to_compare()
    assert list(fit.rates) == ["kent"]
    assert {each.area: each.reason for each in fit.left_out} == {
        "nowhere": "the denominator is zero",
        "transferred": "the count is negative (-3)",
        "city-of-london": (
            "few people live there and many work there, so its rate per head misleads"
        ),
    }
    assert list(rates.fit_to_compare(()).rates) == ["kent", "city-of-london"]
    with pytest.raises(InvalidValueError, match="leave_out is 'kent'"):
        rates.fit_to_compare("kent")


def test_a_proportion_is_of_whoever_was_asked_and_so_stays() -> None:
    weighted = Proportion.weighted(percentage=72.4, effective_base=512.5)
    rates = AreaRates({"city-of-london": Proportion(5, 9), "kent": weighted})
    assert rates.are_proportions
    assert rates.per == 1
    assert len(rates.fit_to_compare()) == 2
    whole = rates.fit_to_compare(whole=True)
    assert list(whole.rates) == ["city-of-london"]
    assert whole.left_out[0].reason == "an effective base has no exact limits"


def test_averages_are_those_of_a_group() -> None:
    for average in GroupAverage:
        rates = [Rate(10, 1_000, per=100), Rate(60, 3_000, per=100)]
        assert TWO.average(average) == group_average(rates, average)
        assert TWO.average(average, ["essex"]) == 2
    halves = AreaRates({"kent": Proportion(1, 4), "essex": Proportion(6, 8)})
    assert halves.average(GroupAverage.MEAN_OF_RATES) == Fraction(1, 2)
    assert halves.average(GroupAverage.POOLED) == Fraction(7, 12)


@pytest.mark.parametrize(
    ("rates", "names", "reason"),
    [
        (TWO, ["kent", "surrey", "dorset"], "no rate for surrey, dorset"),
        (AreaRates({}), None, "no area"),
        (AreaRates({"kent": Rate(1, 0)}), None, "a denominator is zero"),
        (AreaRates({"kent": Proportion(0, 0)}), None, "a denominator is zero"),
    ],
)
def test_an_average_that_lacks_a_rate_is_missing(
    rates: AreaRates, names: list[str] | None, reason: str
) -> None:
    with pytest.raises(MissingDataError, match=reason):
        rates.average(GroupAverage.POOLED, names)


def test_an_area_without_a_rate_is_not_found() -> None:
    assert TWO["kent"].count == 10
    with pytest.raises(UnknownNameError, match="area with a rate 'surrey'"):
        TWO["surrey"]


@pytest.mark.parametrize(
    ("rates", "message"),
    [
        ([Rate(1, 2)], "a mapping from the ids of areas"),
        ({"kent": 5}, "a Rate or a Proportion for each area"),
        ({"kent": Rate(1, 2), "essex": Rate(1, 2, per=10)}, "all per the same"),
        ({"kent": Rate(1, 2), "essex": Proportion(1, 2)}, "all per the same"),
    ],
)
def test_rates_that_are_none_are_refused(rates: object, message: str) -> None:
    wrong: Any = rates
    with pytest.raises(InvalidValueError, match=message):
        AreaRates(wrong)


def test_the_given_mapping_is_left_alone() -> None:
    given = {"kent": Rate(1, 2), "nowhere": Rate(1, 0)}
    rates = AreaRates(given)
    rates.fit_to_compare()
    assert set(given) == {"kent", "nowhere"}
    given["essex"] = Rate(1, 2)
    assert len(rates) == 2


def test_a_benchmark_says_what_it_includes() -> None:
    mean = Benchmark.average_of(
        TWO, GroupAverage.MEAN_OF_RATES, name="the two", areas=["essex"]
    )
    assert mean.exact_value == 2
    assert mean.areas == ("essex",)
    assert mean.average is GroupAverage.MEAN_OF_RATES
    fixed = Benchmark(82.1, name="England and Wales, as published")
    assert (fixed.exact_value, fixed.areas) == (Fraction(821, 10), ())
    assert fixed.average is None
    assert Benchmark(np.float64(1.5), name="x") == Benchmark(Fraction(3, 2), name="x")


@pytest.mark.parametrize("value", [0, -1, float("nan"), float("inf"), "5", None, True])
def test_a_benchmark_is_above_zero(value: object) -> None:
    wrong: Any = value
    with pytest.raises(InvalidValueError, match=r"Benchmark\.exact_value is "):
        Benchmark(wrong, name="the plan")


def test_an_average_of_nothing_is_no_benchmark() -> None:
    none = AreaRates({"kent": Rate(0, 10)})
    with pytest.raises(InvalidValueError, match="above zero"):
        Benchmark.average_of(none, name="none")
