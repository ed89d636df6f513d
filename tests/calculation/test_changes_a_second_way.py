"""Every number of a change beside others, worked out a second way, to 1e-9.

The second way is scipy's distributions, a root that is bracketed, or fractions with
nothing rounded; no kernel of ours is in it.
"""

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from scipy import stats
from tests.calculation.second_way import (
    AREAS,
    BEFORE,
    EARLIER,
    LATER,
    NAMES,
    NOW,
    OWN,
    close,
    observations,
    root,
)

from policing_indicators import arrays
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.change_comparison import ChangeComparison
from policing_indicators.calculation.change_test import beside_baseline
from policing_indicators.calculation.dispersion import Dispersion
from policing_indicators.calculation.rate_ratio import RateRatio
from policing_indicators.calculation.significance import (
    SignificanceMethod,
)
from policing_indicators.vocabulary.area_group import AreaGroup, GroupAverage


def law_of(place: int) -> Any:  # noqa: ANN401 - scipy's frozen distributions
    share = LATER.sum() / (EARLIER.sum() + LATER.sum())
    return stats.binom(EARLIER[place] + LATER[place], share)


SQUARES = np.array(
    [
        (LATER[place] - law_of(place).mean()) ** 2 / law_of(place).var()
        for place in range(AREAS)
    ]
)
SHARE = LATER.sum() / (EARLIER.sum() + LATER.sum())
BOTH = EARLIER + LATER


def off_share(place: int, share: float) -> float:
    """Give how far an area's later share lies off another, on the scale of arcsines."""
    own = math.asin(math.sqrt(LATER[place] / BOTH[place]))
    return own - math.asin(math.sqrt(share))


def variance_beyond_chance() -> float:
    squares = [off_share(place, float(SHARE)) ** 2 for place in range(AREAS)]

    def excess(variance: float) -> float:
        parts = zip(squares, BOTH.tolist(), strict=True)
        return math.fsum(x / (1 / (4 * n) + variance) for x, n in parts) - AREAS

    return root(excess, 0, 1)


MEASURED = Dispersion.of(observations(EARLIER, BEFORE), observations(LATER, NOW))


def test_the_dispersion_and_its_test_are_those_of_the_binomial_and_of_f() -> None:
    ratio = math.fsum(SQUARES) / AREAS
    close(MEASURED.ratio, ratio)
    close(arrays.dispersion(EARLIER, LATER), ratio)
    expected = stats.f.sf(SQUARES / ratio, 1, AREAS - 1)
    close(arrays.dispersion_adjusted_p_value(EARLIER, LATER), expected)


def test_the_spread_and_its_test_are_a_bracketed_root_and_student_s_t() -> None:
    variance = variance_beyond_chance()
    close(MEASURED.spread, math.sqrt(variance))
    close(arrays.change_spread(EARLIER, LATER), math.sqrt(variance))
    off = np.array([abs(off_share(place, float(SHARE))) for place in range(AREAS)])
    expected: Any = 2 * stats.t.sf(off / np.sqrt(1 / (4 * BOTH) + variance), AREAS - 1)
    close(arrays.spread_adjusted_p_value(EARLIER, LATER), expected)


def p_by_spread(place: int, odds: float) -> float:
    error = math.sqrt(1 / (4 * BOTH[place]) + variance_beyond_chance())
    off = abs(off_share(place, odds / (1 + odds)))
    return float(2 * stats.t.sf(off / error, AREAS - 1))


def p_by_ratio(place: int, odds: float) -> float:
    share, both = odds / (1 + odds), float(BOTH[place])
    square: float = (LATER[place] - both * share) ** 2 / (both * share * (1 - share))
    return float(stats.f.sf(square / (math.fsum(SQUARES) / AREAS), 1, AREAS - 1))


@pytest.mark.parametrize(
    ("method", "p_value"),
    [
        (SignificanceMethod.SPREAD_ADJUSTED, p_by_spread),
        (SignificanceMethod.DISPERSION_ADJUSTED, p_by_ratio),
    ],
)
@pytest.mark.parametrize("confidence", [0.8, 0.95, 0.998])
def test_the_limits_of_a_change_are_where_its_test_gives_them_up(
    method: SignificanceMethod,
    p_value: Callable[[int, float], float],
    confidence: float,
) -> None:
    change = Change(earlier=int(EARLIER[OWN]), later=int(LATER[OWN]))
    found = MEASURED.significance(change, method=method, confidence=confidence)
    total, own = LATER.sum() / EARLIER.sum(), LATER[OWN] / EARLIER[OWN]

    def excess(odds: float) -> float:
        return p_value(OWN, odds) - (1 - confidence)

    assert found.interval is not None
    close(found.p_value, p_value(OWN, float(total)))
    close(found.ratio, own / total)
    close(found.interval.lower, root(excess, own / 5, own) / total)
    close(found.interval.upper, root(excess, own, own * 5) / total)


def test_a_change_beside_others_is_counted_in_fractions() -> None:
    found = ChangeComparison.of(
        NAMES[OWN], observations(EARLIER, BEFORE), observations(LATER, NOW)
    )
    percents = [
        Fraction(100 * int(after - before), int(before))
        for before, after in zip(EARLIER, LATER, strict=True)
    ]
    assert list(found.exact_percents.values()) == sorted(percents)
    assert found.change.exact_percent == percents[OWN]
    assert found.rank == 1 + sum(each < percents[OWN] for each in percents)
    close(found.median_percent, float(sorted(percents)[AREAS // 2]))
    assert found.significance == MEASURED.significance(found.change)
    group = AreaGroup(id="group", name="A group", areas=NAMES[:3], source="made up")
    members = [0, 1, 2, OWN]
    pooled = Fraction(
        100 * int((LATER - EARLIER)[members].sum()), int(EARLIER[members].sum())
    )
    mean = sum((percents[each] for each in members), Fraction()) / len(members)
    assert found.percent_of_group(group, GroupAverage.POOLED) == pooled
    assert found.percent_of_group(group, GroupAverage.MEAN_OF_RATES) == mean


def test_a_rate_beside_its_own_baseline_is_held_to_the_same_spread() -> None:
    ratio = RateRatio(
        earlier=int(EARLIER[OWN]), later=int(LATER[OWN]), earlier_exposure=2.5
    )
    stored = MEASURED.measured(source="made up")
    found = beside_baseline(ratio, stored)

    def excess(times: float) -> float:
        return p_by_spread(OWN, times / 2.5) - 0.05

    own = 2.5 * LATER[OWN] / EARLIER[OWN]
    assert found.interval is not None
    close(found.p_value, p_by_spread(OWN, 1 / 2.5))
    close(found.ratio, own)
    close(found.interval.lower, root(excess, own / 5, own))
    close(found.interval.upper, root(excess, own, own * 5))
