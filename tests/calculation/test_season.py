"""What is done about the season of a series."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.calculation.chart_caution import ChartCaution
from policing_indicators.calculation.control_chart import ControlChart
from policing_indicators.calculation.season import (
    MATTERS_BELOW,
    Season,
    SeasonFinding,
)
from policing_indicators.calculation.variation import Assurance
from policing_indicators.errors import MissingDataError
from policing_indicators.vocabulary.bound import AtMost
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.time_series import TimeSeries

NOISE = [3, -2, 1, -3, 2, 0, -1, 2, -2, 1, 3, -1, 0, -3, 2, -1, 1, 3, -2, 0]
SEASONAL = [
    each + noise for each, noise in zip([80, 100, 120, 100] * 5, NOISE, strict=True)
]
LEVEL = [100 + noise for noise in NOISE]


def quarter(place: int) -> Period:
    return Period.financial_quarter(2012 + place // 4, place % 4 + 1)


def chart(counts: Sequence[int], **how: object) -> ControlChart:
    series = TimeSeries(
        Observation("bicycle-theft", "west-midlands", quarter(place), count=count)
        for place, count in enumerate(counts)
    )
    choices: dict[str, Any] = how
    return ControlChart.of(series, **choices)


def season_of(found: ControlChart) -> Season:
    assert found.season is not None
    return found.season


def test_a_season_that_matters_is_taken_out() -> None:
    found = chart(SEASONAL)
    season = season_of(found)
    assert season.finding is SeasonFinding.ADJUSTED
    assert season.p_value is not None
    assert season.p_value < MATTERS_BELOW
    assert np.allclose(season.factors, [0.8, 1, 1.2, 1], atol=0.02)
    for place, point in enumerate(found.points):
        factor = season.factors[place % 4]
        assert point.season_factor == factor
        assert point.value == SEASONAL[place]
        assert point.charted == SEASONAL[place] / factor
    assert found.cautions == ()
    whole = chart(SEASONAL, season="ignore")
    assert found.latest.upper - found.latest.lower < 0.3 * (
        whole.latest.upper - whole.latest.lower
    )


def test_the_limits_of_an_adjusted_chart_are_those_of_what_is_charted() -> None:
    found = chart(SEASONAL)
    charted = [point.charted for point in found.points]
    ranges = np.abs(np.diff(charted))
    kept = ranges[ranges <= 3.267 * ranges.mean()]
    assert found.latest.centre == pytest.approx(np.mean(charted), rel=1e-12)
    assert found.latest.upper == pytest.approx(
        np.mean(charted) + 2.66 * kept.mean(), rel=1e-12
    )


def test_a_season_that_does_not_matter_is_left_alone() -> None:
    for treatment in ("adjust", "ignore", "refuse"):
        found = chart(LEVEL, season=treatment)
        season = season_of(found)
        assert season.finding is SeasonFinding.NONE_FOUND
        assert season.p_value is not None
        assert season.p_value >= MATTERS_BELOW
        assert [point.charted for point in found.points] == LEVEL
        assert found.cautions == ()


def test_a_season_that_matters_and_is_ignored_is_cautioned_against() -> None:
    found = chart(SEASONAL, season="ignore")
    assert season_of(found).finding is SeasonFinding.LEFT_IN
    assert found.cautions == (ChartCaution.SEASON_LEFT_IN,)
    assert [point.charted for point in found.points] == SEASONAL


def test_a_season_that_matters_is_refused_where_that_is_asked_for() -> None:
    with pytest.raises(MissingDataError, match="adjust for it, or ignore it"):
        chart(SEASONAL, season="refuse")


@pytest.mark.parametrize("treatment", ["adjust", "refuse"])
def test_a_short_series_is_refused_unless_its_season_is_ignored(treatment: str) -> None:
    with pytest.raises(MissingDataError, match="12 periods are needed for it, of 11"):
        chart(SEASONAL[:11], season=treatment)
    found = chart(SEASONAL[:11], season="ignore")
    assert season_of(found).finding is SeasonFinding.UNKNOWN
    assert season_of(found).p_value is None
    assert ChartCaution.SEASON_UNKNOWN in found.cautions
    assert season_of(chart(SEASONAL[:12], season="ignore")).p_value is not None


def test_a_year_of_months_has_twelve_factors() -> None:
    monthly = [60, 55, 70, 75, 80, 90, 110, 120, 100, 85, 70, 60]
    counts = [
        each + noise for each, noise in zip(monthly * 4, (NOISE * 3)[:48], strict=True)
    ]
    series = TimeSeries(
        Observation(
            "bicycle-theft",
            "west-midlands",
            Period.month(2020 + place // 12, place % 12 + 1),
            count=count,
        )
        for place, count in enumerate(counts)
    )
    season = season_of(ControlChart.of(series))
    assert season.finding is SeasonFinding.ADJUSTED
    assert len(season.factors) == 12
    assert sum(season.factors) == pytest.approx(12, rel=1e-12)
    with pytest.raises(MissingDataError, match="36 periods are needed for it, of 35"):
        ControlChart.of(TimeSeries(series.observations[:35]))


def test_a_series_that_is_too_sparse_for_factors_is_refused_or_charted_as_it_is() -> (
    None
):
    sparse = [1, 0, 2, 1, *[0] * 6, 3, 1, 1, 2]
    with pytest.raises(MissingDataError, match="is zero"):
        chart(sparse)
    assert season_of(chart(sparse, season="ignore")).finding is SeasonFinding.UNKNOWN


def test_a_constant_series_has_no_season() -> None:
    for value in (0, 7):
        found = chart([value] * 13)
        assert season_of(found).finding is SeasonFinding.NONE_FOUND
        assert not any(point.special_causes for point in found.points)


@given(st.lists(st.integers(20, 200), min_size=1, max_size=5))
def test_with_a_baseline_later_points_do_not_move_the_factors(later: list[int]) -> None:
    before = chart(SEASONAL, baseline=16)
    after = chart([*SEASONAL, *later], baseline=16)
    assert after.season == before.season
    assert after.latest.upper == before.latest.upper
    assert after.points[:16] == before.points[:16]


@given(
    st.lists(st.integers(20, 200), min_size=12, max_size=24),
    st.sampled_from([2, 8, 1024]),
)
def test_a_scaled_series_keeps_its_season_and_its_signals(
    counts: list[int], scale: int
) -> None:
    before = chart(counts)
    after = chart([scale * each for each in counts])
    assert after.season == before.season
    for point, scaled in zip(before.points, after.points, strict=True):
        assert scaled.special_causes == point.special_causes
        assert scaled.upper == point.upper * scale


def test_a_baseline_shorter_than_three_years_cannot_be_adjusted() -> None:
    with pytest.raises(MissingDataError, match="of 11"):
        chart(SEASONAL, baseline=11)


def test_a_target_is_held_against_the_limits_with_their_season_put_back() -> None:
    """The third quarter is a fifth above the rest, and the first a fifth below."""
    third, first = chart(SEASONAL[:19]), chart(SEASONAL[:17])
    assert third.latest.upper * 1.2 > 118 > first.latest.upper
    busy = chart(SEASONAL[:19], target=AtMost(118))
    assert busy.assurance is Assurance.HIT_AND_MISS
    quiet = chart(SEASONAL[:17], target=AtMost(118))
    assert quiet.assurance is Assurance.CONSISTENTLY_MEETS
