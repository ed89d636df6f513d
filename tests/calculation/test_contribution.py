from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.calculation.change import Change
from policing_indicators.calculation.contribution import Contribution, contributions
from policing_indicators.errors import IncomparableError, InvalidValueError
from policing_indicators.vocabulary.period import Period

WHOLE = Change(earlier=59_258, later=49_027)
PARTS = {
    "vehicle-offences": Change(earlier=34_141, later=29_391),
    "the-rest": Change(earlier=25_117, later=19_636),
}
COUNTS = st.integers(0, 100_000)


def total(changes: list[Change]) -> Change:
    return Change(
        earlier=sum(change.earlier for change in changes),
        later=sum(change.later for change in changes),
    )


def test_vehicle_offences_were_46_per_cent_of_the_fall() -> None:
    vehicles = contributions(WHOLE, PARTS)["vehicle-offences"]
    assert vehicles.percentage == 100 * -4_750 / -10_231
    assert vehicles.exact_percentage == Fraction(475_000, 10_231)


def test_parts_keep_the_order_they_are_given_in() -> None:
    assert list(contributions(WHOLE, PARTS)) == ["vehicle-offences", "the-rest"]


@given(st.lists(st.builds(Change, earlier=COUNTS, later=COUNTS), min_size=1))
def test_contributions_add_to_the_whole_wherever_it_changed(
    changes: list[Change],
) -> None:
    whole = total(changes)
    shares = contributions(whole, {str(n): each for n, each in enumerate(changes)})
    exact = [share.exact_percentage for share in shares.values()]
    if whole.absolute:
        assert sum(share for share in exact if share is not None) == 100
    else:
        assert set(exact) == {None}
        assert {share.percentage for share in shares.values()} == {None}


def test_a_part_that_rose_while_the_whole_fell_contributes_less_than_nothing() -> None:
    parts = {
        "down": Change(earlier=100, later=50),
        "up": Change(earlier=50, later=60),
    }
    shares = contributions(Change(earlier=150, later=110), parts)
    assert {name: share.percentage for name, share in shares.items()} == {
        "down": 125,
        "up": -25,
    }


@pytest.mark.parametrize(
    ("whole", "message"),
    [
        (
            evolve(WHOLE, earlier=59_260),
            "earlier counts is 59258; allowed: the whole's 59260, .* differs by -2",
        ),
        (evolve(WHOLE, later=49_000), r"later counts is 49027.* differs by \+27"),
    ],
)
def test_parts_that_do_not_add_to_the_whole_are_refused_with_the_difference(
    whole: Change, message: str
) -> None:
    with pytest.raises(InvalidValueError, match=message):
        contributions(whole, PARTS)


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        (
            {"later_period": Period.financial_year(2024)},
            "and the-rest do not compare: its later_period is 2024/25, the whole's",
        ),
        ({"as_at": date(2025, 4, 24)}, "its as_at is 2025-04-24"),
    ],
)
def test_a_part_of_another_period_or_vintage_is_refused(
    facts: dict[str, Any], message: str
) -> None:
    parts = PARTS | {"the-rest": evolve(PARTS["the-rest"], **facts)}
    with pytest.raises(IncomparableError, match=message):
        contributions(WHOLE, parts)


def test_a_contribution_is_made_of_two_changes() -> None:
    made: Any = Contribution
    with pytest.raises(InvalidValueError, match=r"Contribution\.part is -4750"):
        made(part=-4_750, whole=WHOLE)
