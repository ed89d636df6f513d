from datetime import date
from typing import Any

import pytest

from policing_indicators.calculation.change import Change
from policing_indicators.calculation.total import AreaLeftOut, TotalChange
from policing_indicators.errors import (
    DuplicateError,
    IncomparableError,
    InvalidValueError,
    MissingDataError,
)
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Comparability, Period

VINTAGE = date(2020, 1, 23)
NOT_AVAILABLE = MissingReason.NOT_AVAILABLE


def observed(area: str, year: int, count: int | None, **facts: object) -> Observation:
    fields: dict[str, Any] = {
        "indicator": "robbery",
        "area": area,
        "period": Period.financial_year(year),
        "count": count,
        "as_at": VINTAGE,
    }
    fields.update(facts)
    return Observation(**fields)


EARLIER = [
    observed("kent", 2018, 100),
    observed("essex", 2018, 80),
    observed("greater-manchester", 2018, 300),
]
LATER = [
    observed("kent", 2019, 90),
    observed("essex", 2019, 85),
    observed("greater-manchester", 2019, None, missing=NOT_AVAILABLE),
]


def test_a_total_is_over_the_areas_complete_in_both_periods() -> None:
    total = TotalChange.between(EARLIER, LATER)
    assert total.areas == ("kent", "essex")
    assert total.change == Change(
        earlier=180,
        later=175,
        earlier_period=Period.financial_year(2018),
        later_period=Period.financial_year(2019),
        earlier_as_at=VINTAGE,
        as_at=VINTAGE,
        comparability=Comparability.SAME_MONTHS,
    )


def test_a_total_says_which_areas_were_left_out_and_why() -> None:
    total = TotalChange.between(EARLIER, LATER)
    reason = "not available for 2019/20"
    assert total.left_out == (AreaLeftOut("greater-manchester", reason),)


def test_an_area_with_no_observation_at_all_is_left_out_when_it_is_expected() -> None:
    total = TotalChange.between(EARLIER, LATER, areas=["kent", "surrey"])
    reason = "no figure for 2018/19; no figure for 2019/20"
    assert AreaLeftOut("surrey", reason) in total.left_out


def test_an_area_that_is_new_or_gone_is_left_out() -> None:
    later = [*LATER[:1], observed("surrey", 2019, 40)]
    total = TotalChange.between(EARLIER, later)
    assert total.areas == ("kent",)
    assert [each.area for each in total.left_out] == [
        "essex",
        "greater-manchester",
        "surrey",
    ]


def test_an_area_with_a_rate_and_no_count_is_left_out() -> None:
    later = [LATER[0], observed("essex", 2019, None, missing=NOT_AVAILABLE)]
    rate = observed("essex", 2018, None, value=12.5)
    total = TotalChange.between([EARLIER[0], rate], later)
    reason = "published without its count for 2018/19; not available for 2019/20"
    assert total.left_out == (AreaLeftOut("essex", reason),)


def test_where_no_area_is_complete_there_is_no_total() -> None:
    with pytest.raises(MissingDataError, match=r"greater-manchester \(not available"):
        TotalChange.between(EARLIER[2:], LATER[2:])


@pytest.mark.parametrize(
    "facts",
    [
        {"indicator": "homicide"},
        {"period": Period.financial_year(2017)},
        {"as_at": date(2021, 1, 28)},
        {"as_at": None},
    ],
)
def test_one_side_is_of_one_indicator_period_and_vintage(
    facts: dict[str, Any],
) -> None:
    mixed = [*EARLIER, observed("surrey", 2018, 40, **facts)]
    with pytest.raises(IncomparableError, match="a total is of one indicator"):
        TotalChange.between(mixed, LATER)


def test_both_sides_are_of_one_vintage() -> None:
    revised = [observed("kent", 2019, 90, as_at=date(2021, 1, 28))]
    with pytest.raises(IncomparableError, match="compare within one vintage"):
        TotalChange.between(EARLIER, revised)


def test_an_area_that_is_there_twice_is_refused() -> None:
    with pytest.raises(DuplicateError, match="robbery in kent, 2018/19"):
        TotalChange.between([*EARLIER, observed("kent", 2018, 101)], LATER)


def test_a_side_without_observations_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="the later observations is"):
        TotalChange.between(EARLIER, [])


def test_only_observations_are_added_up() -> None:
    bare: Any = [100]
    with pytest.raises(InvalidValueError, match="one of the earlier observations is"):
        TotalChange.between(bare, LATER)


def test_a_declared_baseline_may_have_different_months() -> None:
    baseline = Period.year_ending(2018, 6)
    earlier = [observed("kent", 2018, 100, period=baseline)]
    total = TotalChange.between(earlier, LATER, baseline=True)
    assert total.change.comparability is Comparability.DIFFERENT_MONTHS
    with pytest.raises(IncomparableError, match="start in different months"):
        TotalChange.between(earlier, LATER)
