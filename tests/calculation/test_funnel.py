"""Funnels of areas, from rates to what is drawn."""

import math
from typing import Any

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from policing_indicators import arrays
from policing_indicators.calculation.area_rates import AreaRates
from policing_indicators.calculation.benchmark import Benchmark
from policing_indicators.calculation.funnel import Funnel
from policing_indicators.calculation.funnel_point import (
    FunnelMethod,
    FunnelPoint,
    FunnelPosition,
)
from policing_indicators.calculation.interval import LimitsMethod
from policing_indicators.calculation.kernels.funnels import FunnelScale
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rate import Rate
from policing_indicators.calculation.total import AreaLeftOut
from policing_indicators.errors import (
    InvalidValueError,
    MissingDataError,
    UnknownNameError,
)
from policing_indicators.vocabulary.area_group import GroupAverage

POSITIONS = list(FunnelPosition)
COUNTS = {"north": 30, "south": 24, "east": 12, "west": 16, "middle": 31}
PEOPLE = {"north": 19e5, "south": 19e5, "east": 8e5, "west": 6e5, "middle": 3e5}
RATES = AreaRates({area: Rate(COUNTS[area], PEOPLE[area]) for area in COUNTS})

areas = st.lists(
    st.tuples(st.integers(0, 2_000), st.integers(2_000, 5_000_000)),
    min_size=1,
    max_size=10,
).filter(lambda found: any(count for count, _ in found))


def named(found: list[tuple[int, int]], scale: FunnelScale = "rate") -> AreaRates:
    kind = Rate if scale == "rate" else Proportion
    return AreaRates({f"area-{place}": kind(*pair) for place, pair in enumerate(found)})


@given(areas, st.sampled_from(["rate", "proportion"]))
def test_both_doors_agree_to_the_last_bit(
    found: list[tuple[int, int]], scale: FunnelScale
) -> None:
    funnel = Funnel.of(named(found, scale))
    count, people = np.array(found, dtype=float).T
    given_arguments: dict[str, Any] = {
        "benchmark": funnel.benchmark.value,
        "per": funnel.per,
        "scale": scale,
    }
    if funnel.benchmark.value == 1:
        return
    deviates = arrays.funnel_deviates(count, people, **given_arguments)
    assert [point.deviate for point in funnel] == pytest.approx(
        deviates.tolist(), rel=1e-9, abs=1e-9
    )
    assert funnel.spread == pytest.approx(
        arrays.funnel_spread(count, people, **given_arguments), rel=1e-9, abs=1e-12
    )
    lower, upper = arrays.funnel_limits(
        people,
        funnel.benchmark.value,
        spread=funnel.spread,
        **{
            name: value
            for name, value in given_arguments.items()
            if name != "benchmark"
        },
    )
    drawn = [(point.inner.lower, point.inner.upper) for point in funnel]
    np.testing.assert_allclose(
        drawn, np.transpose([lower, upper]), rtol=1e-9, atol=1e-12
    )


@given(areas, st.sampled_from(list(FunnelMethod)))
def test_a_position_is_where_the_value_lies_to_the_limits(
    found: list[tuple[int, int]], method: FunnelMethod
) -> None:
    for point in Funnel.of(named(found), method=method):
        steps = POSITIONS.index(point.position) - 2
        slack = 1e-9 * max(point.value, 1e-9)
        if steps == 0:
            assert point.inner.lower - slack <= point.value <= point.inner.upper + slack
        if steps in (-2, 2):
            assert (
                not point.outer.lower + slack < point.value < point.outer.upper - slack
            )
        if steps > 0:
            assert point.value >= point.inner.upper - slack
            assert point.deviate > 0
        if steps < 0:
            assert point.value <= point.inner.lower + slack
        assert point.outer.lower <= point.inner.lower
        assert point.inner.upper <= point.outer.upper


@given(areas)
def test_exact_positions_are_those_of_the_exact_test(
    found: list[tuple[int, int]],
) -> None:
    funnel = Funnel.of(named(found), method=FunnelMethod.EXACT)
    share = funnel.benchmark.value / 100_000
    for point in funnel:
        law: Any = stats.poisson(point.rate.denominator * share)
        count = float(point.rate.count)
        for limits, beyond in ((point.inner, 1), (point.outer, 2)):
            tail = (1 - limits.confidence) / 2
            chances = law.cdf(count), law.sf(count - 1)
            if min(abs(chance - tail) for chance in chances) < 1e-9:
                continue
            is_beyond = abs(POSITIONS.index(point.position) - 2) >= beyond
            assert is_beyond == (min(chances) < tail)


def test_a_funnel_says_what_its_benchmark_includes_and_whom_it_leaves_out() -> None:
    rates = AreaRates(
        {**RATES.rates, "city-of-london": Rate(9, 10_000), "nowhere": Rate(3, 0)},
        left_out=(AreaLeftOut("coast", "confidential for 2024/25"),),
    )
    funnel = Funnel.of(rates)
    assert funnel.benchmark.areas == tuple(COUNTS)
    assert funnel.benchmark.average is GroupAverage.POOLED
    assert funnel.benchmark.value == pytest.approx(113 / 55e5 * 1e5)
    assert {each.area for each in funnel.left_out} == {
        "coast",
        "city-of-london",
        "nowhere",
    }
    assert len(funnel) == 5
    mean = Funnel.of(rates, benchmark=GroupAverage.MEAN_OF_RATES, leave_out=())
    assert "city-of-london" in mean.benchmark.areas
    assert mean.benchmark.value == pytest.approx(
        sum((rate.value or 0 for _, rate in RATES), 90) / 6
    )


def test_a_benchmark_that_was_set_otherwise_is_taken_as_it_is() -> None:
    published = Benchmark(1.8, name="England and Wales, as published")
    funnel = Funnel.of(RATES, benchmark=published)
    assert funnel.benchmark == published
    assert funnel.point("north").deviate < 0


def test_the_order_of_areas_changes_nothing() -> None:
    turned_round = AreaRates(dict(reversed(list(RATES))))
    one, other = Funnel.of(RATES), Funnel.of(turned_round)
    for point in one:
        found = other.point(point.area)
        assert found.position is point.position
        assert found.deviate == pytest.approx(point.deviate, rel=1e-12)


def test_dispersion_widens_the_funnel() -> None:
    exact = Funnel.of(RATES, method=FunnelMethod.EXACT)
    adjusted = Funnel.of(RATES)
    assert exact.spread == 0 < adjusted.spread
    assert exact.dispersion == adjusted.dispersion > 1
    assert exact.point("north").inner.method is LimitsMethod.FUNNEL_EXACT
    assert adjusted.point("north").inner.method is LimitsMethod.FUNNEL
    assert adjusted.point("north").inner.lower < exact.point("north").inner.lower


def test_one_area_alone_lies_within() -> None:
    [point] = Funnel.of(
        AreaRates({"kent": Rate(0, 10), "essex": Rate(0, 0)}),
        benchmark=Benchmark(5, name="the plan"),
    )
    assert (point.value, point.position) == (0, FunnelPosition.WITHIN)
    [alone] = Funnel.of(AreaRates({"kent": Rate(40, 1_000)}))
    assert (alone.deviate, alone.position) == (0, FunnelPosition.WITHIN)


def test_every_area_at_the_full_is_within() -> None:
    funnel = Funnel.of(AreaRates({"kent": Proportion(4, 4), "essex": Proportion(9, 9)}))
    assert all(point.position is FunnelPosition.WITHIN for point in funnel)
    assert funnel.benchmark.value == 1
    exact = Funnel.of(AreaRates({"kent": Proportion(4, 4)}), method=FunnelMethod.EXACT)
    assert exact.point("kent").inner.lower == exact.point("kent").inner.upper == 1


@pytest.mark.parametrize("method", FunnelMethod)
def test_the_curve_narrows_as_areas_grow(method: FunnelMethod) -> None:
    funnel = Funnel.of(RATES, method=method)
    curve = funnel.curve(points=40)
    assert [round(end.denominator) for end in (curve[0], curve[-1])] == [3e5, 19e5]
    assert len(curve) == 40
    smallest, largest = curve[0], curve[-1]
    assert smallest.inner.upper > largest.inner.upper
    assert smallest.inner.lower < largest.inner.lower
    at_point = funnel.limits(19e5)
    assert at_point.inner.upper == pytest.approx(funnel.point("north").inner.upper)
    assert math.isclose(at_point.denominator, 19e5)


@pytest.mark.parametrize(
    ("rates", "keywords", "error", "message"),
    [
        (AreaRates({}), {}, MissingDataError, "no area has a rate: none is given"),
        (
            AreaRates({"kent": Rate(3, 0)}),
            {},
            MissingDataError,
            r"no area has a rate: kent \(the denominator is zero\)",
        ),
        (AreaRates({"kent": Rate(0, 9)}), {}, MissingDataError, "no area has an event"),
        ({"kent": Rate(1, 9)}, {}, InvalidValueError, "of type AreaRates"),
        (RATES, {"method": "exact"}, InvalidValueError, "of type FunnelMethod"),
        (RATES, {"benchmark": 5}, InvalidValueError, "of type GroupAverage"),
        (RATES, {"confidences": (0.998, 0.95)}, InvalidValueError, "lower .* first"),
        (RATES, {"confidences": (95, 99.8)}, InvalidValueError, r"write 0\.95"),
        (RATES, {"leave_out": "kent"}, InvalidValueError, "a list of ids of areas"),
    ],
)
def test_what_makes_no_funnel_is_refused_by_name(
    rates: Any,  # noqa: ANN401 - wrong on purpose
    keywords: dict[str, Any],
    error: type[Exception],
    message: str,
) -> None:
    with pytest.raises(error, match=message):
        Funnel.of(rates, **keywords)


def test_what_is_not_in_a_funnel_is_not_found() -> None:
    funnel = Funnel.of(RATES)
    with pytest.raises(UnknownNameError, match="area in the funnel 'kent'"):
        funnel.point("kent")
    for points in (1, 2.5, True):
        wrong: Any = points
        with pytest.raises(InvalidValueError, match="two or more"):
            funnel.curve(points=wrong)
    with pytest.raises(InvalidValueError, match="above zero"):
        funnel.limits(0)


def test_a_point_holds_what_a_point_is_made_of() -> None:
    point = Funnel.of(RATES).point("north")
    assert isinstance(point, FunnelPoint)
    wrong: Any = "within"
    with pytest.raises(InvalidValueError, match=r"FunnelPoint\.position"):
        evolve(point, position=wrong)
