"""Faults that other packages have, each held to be none of ours.

They were found by running other packages on ordinary police data; ``docs/proof.md``
lists them with the tests that hold them. Each is tried here as a caller would meet it,
through the public names.
"""

import ast
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from benchmarks.comparison import peak_of
from hypothesis import given
from hypothesis import strategies as st

import policing_indicators
from policing_indicators import (
    AreaRates,
    Assurance,
    AtMost,
    Change,
    ControlChart,
    Dispersion,
    Funnel,
    FunnelMethod,
    GroupAverage,
    InvalidContentError,
    InvalidValueError,
    MissingDataError,
    MissingReason,
    Observation,
    Period,
    Populations,
    Proportion,
    Ranking,
    Rate,
    RateRatio,
    RecentTrend,
    TimeSeries,
    TotalChange,
    Variation,
    WhyNoTrend,
    arrays,
    c_chart,
    contributions,
    populations,
)
from policing_indicators.tables import tidy

PACKAGE = Path(policing_indicators.__file__).parent
YEAR = Period.financial_year(2024)
COUNTS = [52, 48, 55, 47, 51, 49, 50, 54, 46, 53, 50, 45]
RATES = AreaRates(
    {
        "north": Rate(30, 1_900_000),
        "south": Rate(24, 1_900_000),
        "east": Rate(12, 800_000),
        "west": Rate(16, 600_000),
        "middle": Rate(31, 300_000),
    }
)


def months(counts: list[int | None]) -> TimeSeries:
    return TimeSeries(
        Observation(
            "robbery",
            "kent",
            Period.month(2023 + place // 12, place % 12 + 1),
            count=count,
            missing=MissingReason.NOT_AVAILABLE if count is None else None,
        )
        for place, count in enumerate(counts)
    )


def of_areas(year: Period, **counts: int) -> list[Observation]:
    return [
        Observation("robbery", area, year, count=count)
        for area, count in counts.items()
    ]


# A numerator that happens to be called "value" gives limits that are silently wrong.


def test_a_numerator_called_value_has_the_limits_of_any_other() -> None:
    columns: Any = [("value", float), ("lower", float), ("rate", float)]
    table = np.array([(31, 2_980_936, 5), (44, 3_036_605, 9)], dtype=columns)
    found = arrays.rate_limits(table["value"], table["lower"])
    expected = arrays.rate_limits([31, 44], [2_980_936, 3_036_605])
    np.testing.assert_array_equal(found, expected)


def test_a_count_in_the_column_of_values_is_taken_for_no_count() -> None:
    header, row = "indicator,area,period,value,denominator", "robbery,kent,2024/25,31"
    with pytest.raises(InvalidContentError, match="blank where there is no count"):
        tidy.parse(f"{header}\n{row},1000000\n")
    [found] = tidy.parse(f"{header}\n{row},\n")
    assert (found.count, found.value) == (None, 31)
    assert len(AreaRates.of([found], populations=populations())) == 0


# A table with exactly one group is not summed.


def test_one_group_is_summed_as_several_are() -> None:
    before, after = of_areas(YEAR.year_before, kent=40), of_areas(YEAR, kent=31)
    total = TotalChange.between(before, after)
    assert (total.change.earlier, total.change.later) == (40, 31)
    assert total.areas == ("kent",)
    one = AreaRates({"kent": Rate(31, 1_000)})
    for average in GroupAverage:
        assert one.average(average) == Rate(31, 1_000).exact_value
    whole = Change(earlier=40, later=31)
    assert contributions(whole, {"all": whole})["all"].percentage == 100
    np.testing.assert_array_equal(arrays.dispersion([[40, 7]], [[31, 9]]).shape, (1,))


# The limits of a funnel are capped at 100, whatever the multiplier.


@pytest.mark.parametrize("method", FunnelMethod)
@pytest.mark.parametrize("per", [1, 100, 1_000, 1_000_000])
def test_the_limits_of_a_funnel_go_with_the_multiplier(
    method: FunnelMethod, per: int
) -> None:
    many = {"kent": (900, 1_000), "essex": (450, 400), "dorset": (90, 100)}
    funnel, ones = (
        Funnel.of(
            AreaRates({area: Rate(*pair, per=base) for area, pair in many.items()}),
            method=method,
        )
        for base in (per, 1)
    )
    for point, single in zip(funnel, ones, strict=True):
        assert point.outer.upper == pytest.approx(per * single.outer.upper, rel=1e-12)
        assert point.outer.lower == pytest.approx(per * single.outer.lower, rel=1e-12)
    assert min(point.outer.upper for point in funnel) > per


# A rebase at a date that is none of the data is ignored without a word.


def test_a_rebase_that_is_none_of_the_periods_is_refused_and_named() -> None:
    absent = Period.month(2031, 1)
    for draw in (ControlChart.of, c_chart):
        with pytest.raises(InvalidContentError, match=r"rebase\[0\].*January 2031"):
            draw(months([*COUNTS]), rebase=[absent], **_ignoring(draw))
    for column in (0, 12, -1):
        with pytest.raises(InvalidValueError, match="rebase"):
            arrays.xmr(COUNTS, rebase=[column])


def _ignoring(draw: object) -> dict[str, Any]:
    return {} if draw is c_chart else {"season": "ignore"}


# A series without a target is called inconsistent.


def test_without_a_target_there_is_no_assurance() -> None:
    for counts in (COUNTS, [7] * 12):
        assert ControlChart.of(months([*counts]), season="ignore").assurance is None
        assert c_chart(months([*counts])).assurance is None
    later = {Period.month(2031, 1).start: AtMost(99)}
    not_yet = ControlChart.of(months([*COUNTS]), season="ignore", target=later)
    assert not_yet.assurance is None


# Gaps between dates are accepted.


def test_gaps_are_refused_and_each_missing_period_is_listed() -> None:
    rows = [row for row in months([*COUNTS]) if row.period.start.month not in (3, 8)]
    for draw in (ControlChart.of, c_chart):
        with pytest.raises(InvalidContentError) as caught:
            draw(TimeSeries(rows), **_ignoring(draw))
        assert [problem.place for problem in caught.value.problems] == [
            "March 2023",
            "August 2023",
        ]
    years = [2018, 2020, 2021, 2022, 2023]
    skipped = TimeSeries(
        Observation("robbery", "kent", Period.financial_year(year), count=9)
        for year in years
    )
    assert RecentTrend.of(skipped).why_not is WhyNoTrend.GAP


# A missing value breaks a run.


@given(st.integers(0, 6), st.integers(1, 3))
def test_a_missing_value_breaks_no_run(place: int, gone: int) -> None:
    low, high = [4, 6] * 8, [30.0, 31, 30, 31, 30, 31, 30]
    seven = [*high[:place], *[np.nan] * gone, *high[place:]]
    charts = arrays.xmr([*low, *seven], baseline=16)
    known = ~np.isnan(seven)
    assert charts.run[16:][known].all()
    assert not charts.run[16:][~known].any()
    np.testing.assert_array_equal(
        charts.run[16:][known], arrays.xmr([*low, *high], baseline=16).run[16:]
    )


# A constant series has limits of NaN, and every point of it is a signal.


@pytest.mark.parametrize("value", [0, 1, 7, 40_000])
@pytest.mark.parametrize("length", [2, 12, 40])
def test_a_constant_series_has_its_value_for_limits_and_no_signal(
    value: int, length: int
) -> None:
    charts = arrays.xmr([value] * length)
    for line in (charts.centre, charts.lower, charts.upper):
        np.testing.assert_array_equal(line, value)
    assert not charts.side.any()
    found = ControlChart.of(
        months([value] * length), season="ignore", target=AtMost(value)
    )
    assert found.variation is Variation.COMMON_CAUSE
    assert found.assurance is Assurance.CONSISTENTLY_MEETS


# The caller's frame is changed.

DOORS: dict[str, tuple[list[Any], dict[str, Any]]] = {
    "change_p_value": ([[44.0, 9], [32.0, 0]], {}),
    "change_spread": ([[40.0, 60, 100], [30.0, 70, 90]], {}),
    "count_limits": ([[0.0, 31]], {}),
    "dispersion": ([[40.0, 60, 100], [30.0, 70, 90]], {}),
    "dispersion_adjusted_p_value": ([[40.0, 60, 100], [30.0, 70, 90]], {}),
    "funnel_deviates": ([[30.0, 24, 12], [19e5, 19e5, 8e5]], {}),
    "funnel_limits": ([[19e5, 8e5], 2.0], {}),
    "funnel_positions": ([[30.0, 24, 12], [19e5, 19e5, 8e5]], {}),
    "funnel_spread": ([[30.0, 24, 12], [19e5, 19e5, 8e5]], {}),
    "percent_change": ([[44.0, 0], [32.0, 9]], {}),
    "proportion_difference_limits": ([[48.0], [80.0], [56.0], [70.0]], {}),
    "proportion_limits": ([[81.0, 0], [263.0, 9]], {}),
    "proportion_p_value": ([[81.0, 0], [263.0, 9], [0.3, 0.3]], {}),
    "ranks": ([[0.3, 0.9, np.nan]], {}),
    "rate": ([[31.0, 0], [2_980_936.0, 0]], {}),
    "rate_limits": ([[31.0, 0], [2_980_936.0, 0]], {}),
    "rate_p_value": ([[31.0, 0], [2_980_936.0, 0], [2.0, 2]], {}),
    "rate_ratio": ([[44.0, 9], [32.0, 0]], {}),
    "rate_ratio_limits": ([[44.0, 9], [32.0, 0]], {}),
    "spread_adjusted_p_value": ([[40.0, 60, 100], [30.0, 70, 90]], {}),
    "xmr": ([[[5.0, np.nan, 7, 6], [3, 3, 3, 30]]], {"rebase": [2]}),
}


def test_every_array_door_is_tried_on_what_the_caller_may_not_lose() -> None:
    public = {name for name in arrays.__all__ if name.islower()}
    assert set(DOORS) == public


@pytest.mark.parametrize("door", DOORS)
def test_the_caller_s_arrays_are_left_as_they_were(door: str) -> None:
    arguments, keywords = DOORS[door]
    given_arrays = [np.array(each) for each in arguments]
    copies = [each.copy() for each in given_arrays]
    masked = np.ma.array(given_arrays[0].copy(), mask=False)
    for each in given_arrays:
        each.flags.writeable = False
    call: Callable[..., object] = getattr(arrays, door)
    numbers: list[Any] = [
        each.item() if each.ndim == 0 else each for each in given_arrays
    ]
    call(*numbers, **keywords)
    call(masked, *numbers[1:], **keywords)
    for each, copy in zip(given_arrays, copies, strict=True):
        np.testing.assert_array_equal(each, copy)
    np.testing.assert_array_equal(masked.data, copies[0])
    assert not np.ma.getmaskarray(masked).any()


def test_the_caller_s_lists_and_mappings_are_left_as_they_were() -> None:
    before, after = of_areas(YEAR.year_before, kent=40, essex=9), of_areas(YEAR, kent=3)
    kept = [*before], [*after]
    Dispersion.of(before, [*after, *of_areas(YEAR, essex=8)])
    TotalChange.between(before, after)
    assert (before, after) == kept
    held = dict(RATES.rates)
    rates = AreaRates(held)
    Funnel.of(rates)
    Ranking.of(rates, spread=0.02, random=(100, 1))
    assert held == dict(RATES.rates)


# The caller's random seed is set anew.


def test_the_caller_s_random_numbers_go_on_as_they_would_have() -> None:
    np.random.seed(3)  # noqa: NPY002 - the old generator that callers may use
    np.random.random(5)  # noqa: NPY002
    expected = np.random.random(3)  # noqa: NPY002
    np.random.seed(3)  # noqa: NPY002
    np.random.random(5)  # noqa: NPY002
    Ranking.of(RATES, spread=0.02, random=(200, 7))
    np.testing.assert_array_equal(np.random.random(3), expected)  # noqa: NPY002


def test_nothing_draws_but_from_a_generator_of_its_own() -> None:
    drawn: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(
                node.value, ast.Attribute
            ):
                owner = node.value
                if owner.attr == "random" and isinstance(owner.value, ast.Name):
                    drawn.add(node.attr)
            elif isinstance(node, ast.Import | ast.ImportFrom):
                names = {alias.name for alias in node.names}
                assert "random" not in names
    assert drawn == {"default_rng"}


# Reference populations are matched by position.


@given(st.permutations(["kent", "essex", "dorset", "surrey"]))
def test_populations_are_matched_by_name_and_not_by_position(order: list[str]) -> None:
    shelf = populations()
    turned_round = Populations(tuple(shelf)[::-1])
    rows = of_areas(YEAR, **{area: 100 + len(area) for area in order})
    found = AreaRates.of(rows, populations=turned_round)
    for area in order:
        people = shelf.for_period(area, YEAR).value
        assert found[area] == Rate(100 + len(area), people)


@given(st.permutations(["kent", "essex", "dorset", "surrey"]))
def test_two_periods_are_matched_by_name_and_not_by_position(order: list[str]) -> None:
    earlier = {"kent": 400, "essex": 600, "dorset": 90, "surrey": 1_000}
    later = {"kent": 300, "essex": 700, "dorset": 95, "surrey": 900}
    before = of_areas(YEAR.year_before, **earlier)
    found = Dispersion.of(
        before, of_areas(YEAR, **{each: later[each] for each in order})
    )
    assert found == Dispersion.of(before, of_areas(YEAR, **later))


# One group with a population of zero stops the whole run.


def test_a_population_of_zero_leaves_one_area_out_and_says_why() -> None:
    with_nobody = AreaRates({**RATES.rates, "nowhere": Rate(3, 0)})
    funnel = Funnel.of(with_nobody)
    ranking = Ranking.of(with_nobody, spread=0.02, random=(100, 1))
    for found in (funnel, ranking):
        [nowhere] = found.left_out
        assert nowhere.area == "nowhere"
        assert nowhere.reason == "the denominator is zero"
    assert funnel.points == Funnel.of(RATES).points
    assert ranking.places == Ranking.of(RATES, spread=0.02, random=(100, 1)).places
    with pytest.raises(MissingDataError, match="zero"):
        Rate(3, 0).interval()
    rates = arrays.rate([3, 30], [0, 1_900_000])
    assert np.isnan(rates).tolist() == [True, False]
    lower, upper = arrays.rate_limits([3, 30], [0, 1_900_000])
    assert np.isnan([lower, upper]).tolist() == [[True, False]] * 2


# Exact tests take single numbers alone, or gigabytes.


def test_exact_tests_are_of_whole_arrays_in_memory_that_grows_with_them_alone() -> None:
    draw = np.random.default_rng(5)
    earlier, later = draw.poisson(10_000, (2, 20_000)).astype(np.float64)
    most = 20 * (earlier.nbytes + later.nbytes)
    assert peak_of(lambda: arrays.change_p_value(earlier, later)) < most
    assert peak_of(lambda: arrays.rate_ratio_limits(earlier, later)) < most
    assert peak_of(lambda: arrays.rate_limits(earlier, 1e6)) < most
    assert peak_of(lambda: Change(earlier=10_000, later=9_800).significance()) < 100_000
    millions = RateRatio(earlier=1_000_000, later=1_001_000)
    assert peak_of(millions.significance) < 100_000


# Zero counts give NaN.


def test_a_count_of_zero_has_its_figures() -> None:
    assert Rate(0, 1_000_000).value == 0
    limits = Rate(0, 1_000_000).interval()
    assert limits.lower == 0 < limits.upper < 1
    assert 0 < Proportion(0, 10).interval().upper < 1
    assert Change(earlier=9, later=0).percent == -100
    assert Change(earlier=9, later=0).significance().p_value < 0.05
    assert Change(earlier=0, later=0).significance().p_value == 1
    from_nothing = Change(earlier=0, later=9).significance()
    assert from_nothing.p_value < 0.05
    assert arrays.change_p_value([0, 0, 9], [0, 9, 0]).tolist() == [
        1,
        from_nothing.p_value,
        from_nothing.p_value,
    ]
    assert np.isfinite(arrays.funnel_deviates([0, 30], [1e6, 19e5])).all()
    assert np.isfinite(arrays.dispersion([0, 9, 40], [5, 0, 31]))
    assert np.isfinite(arrays.spread_adjusted_p_value([0, 9, 40], [5, 0, 31])).all()
    quiet = c_chart(months([0] * 12))
    assert (quiet.latest.lower, quiet.latest.upper) == (0, 0)
    assert quiet.variation is Variation.COMMON_CAUSE
    funnel = Funnel.of(AreaRates({**RATES.rates, "quiet": Rate(0, 500_000)}))
    assert np.isfinite(funnel.point("quiet").deviate)


# What the users of other packages ask for.


def test_variation_assurance_and_reasons_come_without_a_drawing() -> None:
    run = [*COUNTS, 44, 43, 44, 42, 41, 44, 40]
    found = ControlChart.of(months([*run]), season="ignore", target=AtMost(60))
    assert found.assurance is not None
    causes = found.latest.special_causes
    assert {cause.rule.value for cause in causes} == {"run on one side"}
    assert all(cause.points >= 1 and cause.since for cause in causes)


def test_a_target_may_change_by_date() -> None:
    moving = {
        Period.month(2023, 1).start: AtMost(99),
        Period.month(2023, 12).start: AtMost(10),
    }
    found = ControlChart.of(months([*COUNTS]), season="ignore", target=moving)
    assert found.assurance is Assurance.CONSISTENTLY_MISSES


def test_to_calculate_loads_nothing_that_draws_or_writes() -> None:
    code = (
        "import sys; from policing_indicators import ControlChart, Funnel, Ranking; "
        "print(*sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    loaded = set(ran.stdout.split())
    assert "policing_indicators.calculation.funnel" in loaded
    assert not loaded & {"altair", "cattrs", "jinja2", "markdown_it", "matplotlib"}
