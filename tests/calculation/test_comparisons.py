"""One area beside all areas, a group, and its own baseline; and its change likewise."""

import math
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize, stats

from policing_indicators.calculation.area_rates import AreaRates
from policing_indicators.calculation.benchmark import Benchmark
from policing_indicators.calculation.benchmark_comparison import (
    ALL_AREAS,
    BenchmarkComparison,
)
from policing_indicators.calculation.change_comparison import ChangeComparison
from policing_indicators.calculation.change_test import beside_baseline
from policing_indicators.calculation.funnel import Funnel
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rate import Rate
from policing_indicators.calculation.rate_ratio import RateRatio
from policing_indicators.calculation.significance import SignificanceMethod
from policing_indicators.errors import (
    InvalidValueError,
    MissingDataError,
    UnknownNameError,
)
from policing_indicators.vocabulary.area_group import AreaGroup, GroupAverage
from policing_indicators.vocabulary.dispersion import MeasuredDispersion
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

COUNTS = {"north": 30, "south": 24, "east": 12, "west": 16, "middle": 31}
PEOPLE = {"north": 19e5, "south": 19e5, "east": 8e5, "west": 6e5, "middle": 3e5}
RATES = AreaRates({area: Rate(COUNTS[area], PEOPLE[area]) for area in COUNTS})
GROUP = AreaGroup(
    id="likest", name="the likest areas", areas=["south", "west"], source="made up"
)
EARLIER, LATER = Period.financial_year(2023), Period.financial_year(2024)
CHANGES = {
    "kent": (400, 300),
    "essex": (600, 700),
    "surrey": (1000, 900),
    "dorset": (0, 5),
}
SPREAD = MeasuredDispersion(
    ratio=4.8,
    areas=43,
    earlier=EARLIER,
    later=LATER,
    source="a table",
    earlier_total=68_846,
    later_total=62_281,
    spread=0.0253,
)


@given(
    st.sampled_from(list(COUNTS)), st.none() | st.floats(0.1, 20), st.floats(0.5, 0.999)
)
def test_a_rate_beside_a_benchmark_is_as_unusual_as_its_funnel_says(
    area: str, value: float | None, confidence: float
) -> None:
    benchmark = None if value is None else Benchmark(value, name="the plan")
    found = BenchmarkComparison.of(
        area, RATES, benchmark=benchmark, confidence=confidence
    )
    funnel = Funnel.of(RATES)
    centre = funnel.benchmark.value if value is None else value
    count, people = COUNTS[area], PEOPLE[area]
    roots = [math.sqrt(COUNTS[each] / PEOPLE[each]) for each in COUNTS]
    middle = math.sqrt(funnel.benchmark.value / 1e5)

    def excess(variance: float) -> float:
        return sum(
            (root - middle) ** 2 / (1 / (4 * PEOPLE[each]) + variance)
            for root, each in zip(roots, COUNTS, strict=True)
        ) - len(COUNTS)

    between = float(optimize.brentq(excess, 0, 1, xtol=1e-22, rtol=1e-15))
    error = math.sqrt(1 / (4 * people) + between)
    off = math.sqrt(count / people) - math.sqrt(centre / 1e5)
    evidence = found.significance
    oracle = 2 * stats.t.sf(abs(off) / error, 4)
    assert evidence.p_value == pytest.approx(oracle, rel=1e-9)
    assert evidence.method is SignificanceMethod.SPREAD_ADJUSTED_RATE
    assert evidence.ratio == pytest.approx(count / people * 1e5 / centre, rel=1e-12)
    assert evidence.interval is not None
    assert evidence.interval.confidence == confidence
    reach = stats.t.ppf((1 + confidence) / 2, 4) * error
    upper = (math.sqrt(count / people) + reach) ** 2 * 1e5 / centre
    assert evidence.interval.upper == pytest.approx(upper, rel=1e-9)
    if abs(evidence.p_value - (1 - confidence)) > 1e-9:
        assert (1 in evidence.interval) == (evidence.p_value > 1 - confidence)


def test_the_benchmark_is_all_areas_together_where_none_is_given() -> None:
    rates = AreaRates({**RATES.rates, "city-of-london": Rate(9, 10)})
    found = BenchmarkComparison.of("north", rates)
    assert found.benchmark.name == ALL_AREAS
    assert found.benchmark.areas == tuple(COUNTS)
    assert [each.area for each in found.left_out] == ["city-of-london"]
    assert found.rate == RATES["north"]


@pytest.mark.parametrize(
    ("average", "expected"),
    [
        (GroupAverage.POOLED, Fraction(70 * 100_000, 4_400_000)),
        (
            GroupAverage.MEAN_OF_RATES,
            (Fraction(24, 19) + Fraction(16, 6) + Fraction(30, 19)) / 3,
        ),
    ],
)
def test_a_group_has_two_averages_and_the_area_is_in_both(
    average: GroupAverage, expected: Fraction
) -> None:
    found = BenchmarkComparison.beside_group("north", RATES, GROUP, average)
    assert found.benchmark.exact_value == expected
    assert found.benchmark.areas == ("south", "west", "north")
    assert found.benchmark.name == "the likest areas"
    assert found.benchmark.average is average


def test_proportions_are_compared_likewise() -> None:
    rates = AreaRates(
        {
            "kent": Proportion(60, 80),
            "essex": Proportion(45, 90),
            "surrey": Proportion(50, 70),
        }
    )
    found = BenchmarkComparison.of("essex", rates)
    assert found.significance.ratio == pytest.approx(0.5 / (155 / 240))
    assert found.significance.p_value < 0.5


def test_a_comparison_that_lacks_an_area_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="area with a rate 'kent'"):
        BenchmarkComparison.of("kent", RATES)
    lacking = evolve(GROUP, areas=["south", "kent"])
    with pytest.raises(MissingDataError, match="no rate for kent"):
        BenchmarkComparison.beside_group("north", RATES, lacking, GroupAverage.POOLED)
    alone = AreaRates({"north": RATES["north"]})
    with pytest.raises(MissingDataError, match="one area scatters around nothing"):
        BenchmarkComparison.of("north", alone)
    wrong: Any = 1.8
    with pytest.raises(InvalidValueError, match="of type Benchmark"):
        BenchmarkComparison.of("north", RATES, benchmark=wrong)
    with pytest.raises(InvalidValueError, match="of type AreaGroup"):
        BenchmarkComparison.beside_group("north", RATES, wrong, GroupAverage.POOLED)


@given(
    st.integers(0, 3_000),
    st.integers(0, 3_000),
    st.floats(0.1, 30),
    st.floats(0.5, 0.999),
)
def test_a_rate_beside_its_own_baseline(
    earlier: int, later: int, exposure: float, confidence: float
) -> None:
    if earlier == later == 0:
        return
    ratio = RateRatio(earlier=earlier, later=later, earlier_exposure=exposure)
    evidence = beside_baseline(ratio, SPREAD, confidence=confidence)
    share = 1 / (1 + exposure)
    off = math.asin(math.sqrt(later / (earlier + later))) - math.asin(math.sqrt(share))
    error = math.sqrt(1 / (4 * (earlier + later)) + 0.0253**2)
    oracle = 2 * stats.t.sf(abs(off) / error, 42)
    assert evidence.p_value == pytest.approx(oracle, rel=1e-6, abs=1e-12)
    assert evidence.ratio == ratio.value
    assert evidence.method is SignificanceMethod.SPREAD_ADJUSTED
    assert evidence.interval is not None
    if abs(evidence.p_value - (1 - confidence)) > 1e-6:
        assert (1 in evidence.interval) == (evidence.p_value > 1 - confidence)


def test_a_baseline_needs_an_event_and_a_spread() -> None:
    with pytest.raises(MissingDataError, match="no event in either"):
        beside_baseline(RateRatio(earlier=0, later=0), SPREAD)
    bare = evolve(SPREAD, earlier_total=None, later_total=None, spread=None)
    with pytest.raises(MissingDataError, match="without its totals"):
        beside_baseline(RateRatio(earlier=4, later=3), bare)


def changed(
    area: str, counts: dict[str, tuple[int, int]] = CHANGES
) -> ChangeComparison:
    earlier, later = (
        [
            Observation("knife-crime", each, period, count=pair[side])
            for each, pair in counts.items()
        ]
        for side, period in enumerate((EARLIER, LATER))
    )
    return ChangeComparison.of(area, earlier, later[::-1])


def test_the_others_are_all_areas_without_the_one() -> None:
    kent = changed("kent")
    assert (kent.others.earlier, kent.others.later) == (1_600, 1_605)
    assert kent.others.later_period == LATER
    assert (kent.below, kent.above) == ((), ("surrey", "essex"))
    assert (changed("essex").below, changed("essex").above) == (("kent", "surrey"), ())
    assert (changed("dorset").below, changed("dorset").above) == ((), ())


def test_an_area_without_events_is_named_and_one_without_a_figure_is_not() -> None:
    counts = {**CHANGES, "wales": (0, 0), "cumbria": (4, -1)}
    assert changed("kent", counts).without_events == ("wales",)


def test_a_change_stands_beside_the_changes_of_all_areas() -> None:
    kent = changed("kent")
    assert kent.change.percent == -25
    assert kent.total.earlier == 2_000
    assert kent.total.later == 1_905
    assert kent.exact_percents == {
        "kent": -25,
        "surrey": -10,
        "essex": Fraction(50, 3),
    }
    assert kent.median_percent == -10
    assert kent.rank == 1
    assert changed("essex").rank == 3
    assert changed("dorset").rank is None
    assert kent.significance == kent.dispersion.significance(kent.change)


@pytest.mark.parametrize(
    ("average", "expected"),
    [
        (GroupAverage.POOLED, Fraction(-200, 14)),
        (GroupAverage.MEAN_OF_RATES, Fraction(-35, 2)),
    ],
)
def test_a_change_stands_beside_that_of_a_group_in_both_averages(
    average: GroupAverage, expected: Fraction
) -> None:
    group = evolve(GROUP, areas=["surrey"])
    assert changed("kent").percent_of_group(group, average) == expected


def test_the_counts_of_a_group_are_added_up_with_those_of_the_area() -> None:
    group = evolve(GROUP, areas=["essex", "kent"])
    together = changed("surrey").change_of_group(group)
    assert (together.earlier, together.later) == (2_000, 1_900)
    assert changed("surrey").members_of(group) == ("essex", "kent", "surrey")
    with pytest.raises(MissingDataError, match="no change for mars"):
        changed("kent").change_of_group(evolve(GROUP, areas=["mars"]))


def test_a_change_that_lacks_an_area_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="area with a change 'cumbria'"):
        changed("cumbria")
    kent = changed("kent")
    for area in ("cumbria", "dorset"):
        with pytest.raises(MissingDataError, match=f"no change in per cent for {area}"):
            kent.percent_of_group(evolve(GROUP, areas=[area]), GroupAverage.POOLED)
    none = evolve(kent, changes={"dorset": changed("dorset").change}, area="dorset")
    with pytest.raises(MissingDataError, match="no area has an event in the earlier"):
        _ = none.median_percent


def test_an_area_that_is_not_measured_is_left_out_of_the_changes() -> None:
    kent = changed("kent", CHANGES | {"city": (0, 0)})
    assert kent.changes == changed("kent").changes
    assert [each.area for each in kent.dispersion.left_out] == ["city"]


def test_distribution_of_changes_is_that_of_numpy() -> None:
    kent = changed("kent")
    percents = [float(each) for each in kent.exact_percents.values()]
    assert kent.median_percent == pytest.approx(float(np.median(percents)))
