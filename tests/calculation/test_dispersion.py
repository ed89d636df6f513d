"""How areas' changes scatter, from observations, and a change beside others'."""

from typing import Any

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from policing_indicators import arrays
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.change_test import beside_others
from policing_indicators.calculation.dispersion import Dispersion
from policing_indicators.calculation.interval import LimitsMethod
from policing_indicators.calculation.significance import SignificanceMethod
from policing_indicators.errors import (
    DuplicateError,
    IncomparableError,
    InvalidValueError,
    MissingDataError,
)
from policing_indicators.vocabulary.dispersion import MeasuredDispersion
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

EARLIER, LATER = Period.financial_year(2023), Period.financial_year(2024)
BOTH_METHODS = [
    SignificanceMethod.SPREAD_ADJUSTED,
    SignificanceMethod.DISPERSION_ADJUSTED,
]
COUNTS = {"kent": (400, 300), "essex": (600, 700), "surrey": (1000, 900)}


def rows(counts: dict[str, tuple[int, int]]) -> tuple[list[Observation], ...]:
    return tuple(
        [
            Observation("knife-crime", area, period, count=pair[side])
            for area, pair in counts.items()
        ]
        for side, period in enumerate((EARLIER, LATER))
    )


def measured(counts: dict[str, tuple[int, int]] = COUNTS) -> Dispersion:
    return Dispersion.of(*rows(counts))


def change(earlier: int, later: int) -> Change:
    return Change(
        earlier=earlier, later=later, earlier_period=EARLIER, later_period=LATER
    )


pairs = st.lists(
    st.tuples(st.integers(0, 3_000), st.integers(0, 3_000)), min_size=2, max_size=8
).filter(
    lambda found: (
        all(map(sum, zip(*found, strict=True))) and sum(any(pair) for pair in found) > 1
    )
)


@given(pairs)
def test_both_doors_agree_to_the_last_bit(found: list[tuple[int, int]]) -> None:
    counts = {f"area-{place}": pair for place, pair in enumerate(found)}
    scalar = measured(counts)
    kept = [pair for pair in found if any(pair)]
    earlier, later = np.array(kept).T
    assert scalar.ratio == arrays.dispersion(earlier, later)
    assert scalar.spread == arrays.change_spread(earlier, later)
    whole = [
        arrays.spread_adjusted_p_value(earlier, later),
        arrays.dispersion_adjusted_p_value(earlier, later),
    ]
    for method, p_values in zip(BOTH_METHODS, whole, strict=True):
        alone = [
            scalar.significance(change(*pair), method=method).p_value for pair in kept
        ]
        assert alone == p_values.tolist()


def test_a_measure_says_of_which_areas_it_is_and_which_it_leaves_out() -> None:
    earlier, later = rows(COUNTS | {"city": (0, 0), "dorset": (-2, 5)})
    later[0] = Observation(
        "knife-crime", "kent", LATER, missing=MissingReason.CONFIDENTIAL
    )
    found = Dispersion.of(earlier, later, areas=["cumbria"])
    assert found.areas == ("essex", "surrey")
    assert (found.total.earlier, found.total.later) == (1600, 1600)
    assert {each.area: each.reason for each in found.left_out} == {
        "kent": "confidential for 2024/25",
        "cumbria": "no figure for 2023/24; no figure for 2024/25",
        "city": "no event in either period",
        "dorset": "a negative count is no number of events: -2",
    }


def test_a_measure_becomes_what_an_indicator_carries() -> None:
    found = measured()
    assert found.measured(source="a table") == MeasuredDispersion(
        ratio=found.ratio,
        areas=3,
        earlier=EARLIER,
        later=LATER,
        source="a table",
        earlier_total=2_000,
        later_total=1_900,
        spread=found.spread,
    )
    nowhen = evolve(found, total=Change(earlier=2_000, later=1_900))
    with pytest.raises(MissingDataError, match="names none"):
        nowhen.measured(source="a table")


def test_the_adjusted_test_is_that_of_a_share_beside_all_areas() -> None:
    found = measured()
    share = 1_900 / 3_900
    n, x = 700, 300
    square = (x - n * share) ** 2 / (n * share * (1 - share))
    evidence = found.significance(
        change(400, 300), method=SignificanceMethod.DISPERSION_ADJUSTED
    )
    law: Any = stats.f(1, 2)
    oracle = float(law.sf(square / found.ratio))
    assert evidence.p_value == pytest.approx(oracle, rel=1e-9)
    assert evidence.ratio == pytest.approx((300 / 400) / (1900 / 2000), rel=1e-12)
    off = np.arcsin(np.sqrt(x / n)) - np.arcsin(np.sqrt(share))
    error = np.sqrt(1 / (4 * n) + found.spread**2)
    evidence = found.significance(change(400, 300))
    student: Any = stats.t(2)
    oracle = 2 * float(student.sf(abs(off) / error))
    assert evidence.p_value == pytest.approx(oracle, rel=1e-9)


@given(
    st.integers(0, 900),
    st.integers(0, 900),
    st.sampled_from(BOTH_METHODS),
    st.floats(0.5, 0.999),
)
def test_the_limits_agree_with_the_p_value(
    earlier: int, later: int, method: SignificanceMethod, confidence: float
) -> None:
    if earlier == later == 0:
        return
    evidence = measured().significance(
        change(earlier, later), method=method, confidence=confidence
    )
    assert evidence.interval is not None
    assert evidence.interval.confidence == evidence.confidence == confidence
    assert evidence.interval.method is LimitsMethod(
        {"spread-adjusted test of a change": "spread-adjusted"}.get(
            method.value, "dispersion-adjusted"
        )
    )
    if abs(evidence.p_value - (1 - confidence)) > 1e-9:
        assert (1 in evidence.interval) == (evidence.p_value > 1 - confidence)
    if evidence.ratio is not None:
        assert evidence.interval.lower <= evidence.ratio * (1 + 1e-12)
        assert evidence.ratio <= evidence.interval.upper * (1 + 1e-12)


def test_from_nothing_there_is_no_ratio_and_no_upper_limit() -> None:
    for method in BOTH_METHODS:
        evidence = measured().significance(change(0, 3), method=method)
        assert evidence.ratio is None
        assert evidence.interval is not None
        assert evidence.interval.upper == float("inf")


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        ({"kent": (4, 3), "city": (0, 0)}, "1 of them can be measured"),
        ({"kent": (4, 0), "essex": (1, 0)}, "no area has an event in 2024/25"),
        ({"kent": (0, 4), "essex": (0, 1)}, "no area has an event in 2023/24"),
        ({"kent": (0, 0), "essex": (0, 0)}, "0 of them can be measured"),
    ],
)
def test_what_cannot_be_measured_is_refused_by_name(
    counts: dict[str, tuple[int, int]], reason: str
) -> None:
    with pytest.raises(MissingDataError, match=reason):
        measured(counts)


def test_areas_are_paired_by_name_and_not_by_position() -> None:
    earlier, later = rows(COUNTS)
    shuffled = Dispersion.of(earlier, later[::-1])
    assert shuffled == measured()


def test_unlike_observations_are_refused() -> None:
    earlier, later = rows(COUNTS)
    with pytest.raises(DuplicateError):
        Dispersion.of([*earlier, earlier[0]], later)
    with pytest.raises(IncomparableError):
        Dispersion.of(later, earlier)


def test_a_change_of_another_time_or_of_nothing_is_refused() -> None:
    found = measured()
    with pytest.raises(IncomparableError, match="in the same time"):
        found.significance(
            evolve(change(4, 3), earlier_period=Period.financial_year(2020))
        )
    with pytest.raises(MissingDataError, match="negative"):
        found.significance(change(-4, 3))
    with pytest.raises(MissingDataError, match="no event in either period"):
        found.significance(change(0, 0))
    with pytest.raises(InvalidValueError, match=r"method is .*EXACT_POISSON"):
        found.significance(change(4, 3), method=SignificanceMethod.EXACT_POISSON)
    with pytest.raises(InvalidValueError, match=r"write 0\.95"):
        found.significance(change(4, 3), confidence=95)
    assert found.significance(Change(earlier=4, later=3)).p_value > 0


def test_a_dispersion_without_its_totals_tells_no_change_from_others() -> None:
    bare = evolve(
        measured().measured(source="a table"),
        earlier_total=None,
        later_total=None,
        spread=None,
    )
    for method in BOTH_METHODS:
        with pytest.raises(MissingDataError, match="stored without its totals"):
            beside_others(change(4, 3), bare, method=method)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"ratio": -1}, r"Dispersion\.ratio is -1"),
        ({"spread": None}, r"Dispersion\.spread is None"),
        ({"areas": ("kent",)}, r"two areas or more"),
        ({"total": 4}, r"Dispersion\.total is 4"),
        ({"left_out": ["kent"]}, r"Dispersion\.left_out is"),
    ],
)
def test_a_measure_refuses_what_it_cannot_be_made_of(
    fields: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidValueError, match=message):
        evolve(measured(), **fields)
