from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.calculation.implied import (
    ImpliedPercentage,
    implied_change,
    implied_share,
)
from policing_indicators.calculation.rounded_figure import RoundedFigure
from policing_indicators.calculation.rounding import Rounding, round_as
from policing_indicators.errors import InvalidValueError

PRINTED_BY = [each for each in Rounding if each is not Rounding.NEAREST]
ROUNDINGS = st.sampled_from(PRINTED_BY)
COUNTS = st.integers(0, 10**9)
BASES = st.integers(1, 10**9)
NEIGHBOURHOOD = {
    "residential-burglary": 14_154,
    "personal-robbery": 7_426,
    "vehicle-offences": 34_141,
    "theft-from-the-person": 3_537,
}
"""Home Office, release of April 2026: West Midlands, 2023/24."""


def printed(value: str) -> RoundedFigure:
    return RoundedFigure(value, 1)


def percent(earlier: int, later: int) -> Fraction:
    return Fraction(100 * (later - earlier), earlier)


def rounded(value: Fraction, rounding: Rounding) -> RoundedFigure:
    return RoundedFigure(round_as(value, 1, rounding), 1, rounding)


def test_the_unprinted_part_of_neighbourhood_crime_fell_by_a_quarter_or_more() -> None:
    change = implied_change(
        NEIGHBOURHOOD,
        whole=printed("-17.3"),
        parts={
            "vehicle-offences": printed("-13.9"),
            "residential-burglary": printed("-20.6"),
            "personal-robbery": printed("-21.9"),
        },
    )
    assert change is not None
    assert change.printed(1) == "-28.8 to -25.7"  # in fractions, -28.9 to -25.6
    assert percent(3_537, 2_596) in change


def test_printed_changes_of_drug_offences_imply_the_share_of_possession() -> None:
    share = implied_share(
        whole=printed("-9.5"), part=printed("-15.8"), rest=printed("14.7")
    )
    assert share is not None
    assert share.printed(1) == "79.0 to 79.7"
    in_2023, in_2024 = (
        Fraction(100 * possession, possession + trafficking)
        for possession, trafficking in ((5_530, 1_970), (6_576, 1_690))
    )
    assert in_2024 in share
    assert in_2023 not in share


@pytest.mark.parametrize(
    ("whole", "part", "rest"),
    [
        ("-20.0", "-15.8", "14.7"),
        ("20.0", "-15.8", "14.7"),
        ("20.0", "14.7", "-15.8"),
        ("-20.0", "14.7", "-15.8"),
        ("10.0", "5.0", "5.0"),
        ("0.0", "5.0", "5.0"),
        ("5.2", "5.0", "5.0"),
    ],
)
def test_no_share_fits_a_whole_outside_its_parts(
    whole: str, part: str, rest: str
) -> None:
    assert (
        implied_share(whole=printed(whole), part=printed(part), rest=printed(rest))
        is None
    )


def test_parts_that_changed_alike_leave_their_shares_open() -> None:
    share = implied_share(
        whole=printed("5.0"), part=printed("5.0"), rest=printed("5.0")
    )
    assert share is not None
    assert share == ImpliedPercentage(Fraction(0), Fraction(100))
    assert share.printed(0) == "0 to 100"


def test_a_part_that_was_truncated_may_have_an_end_in_common_with_the_rest() -> None:
    cut = RoundedFigure("5", 0, Rounding.TRUNCATION)
    above = RoundedFigure("4.5", 1)
    assert implied_share(whole=above, part=cut, rest=cut) is None
    nearest = RoundedFigure("5.5", 1)
    half = implied_share(whole=nearest, part=cut, rest=printed("6.0"))
    assert half is not None
    assert half.lowest > 0


@given(BASES, COUNTS, BASES, COUNTS, ROUNDINGS)
def test_the_true_share_is_among_those_implied(
    part: int, part_later: int, rest: int, rest_later: int, rounding: Rounding
) -> None:
    share = implied_share(
        whole=rounded(percent(part + rest, part_later + rest_later), rounding),
        part=rounded(percent(part, part_later), rounding),
        rest=rounded(percent(rest, rest_later), rounding),
    )
    assert share is not None
    assert Fraction(100 * part, part + rest) in share


@given(st.lists(st.tuples(BASES, COUNTS), min_size=2, max_size=5), ROUNDINGS)
def test_the_true_change_of_the_unprinted_part_is_among_those_implied(
    counts: list[tuple[int, int]], rounding: Rounding
) -> None:
    named = {str(number): each for number, each in enumerate(counts)}
    changes = {name: rounded(percent(*each), rounding) for name, each in named.items()}
    del changes["0"]
    whole = percent(sum(base for base, _ in counts), sum(later for _, later in counts))
    change = implied_change(
        {name: base for name, (base, _) in named.items()},
        whole=rounded(whole, rounding),
        parts=changes,
    )
    assert change is not None
    assert percent(*counts[0]) in change


@given(
    st.tuples(st.integers(1, 9), st.integers(1, 9)),
    st.integers(-11, 12),
    st.integers(-11, 12),
)
def test_an_implied_change_is_one_of_some_whole_counts_or_there_is_none(
    bases: tuple[int, int], whole: int, part: int
) -> None:
    figures = [RoundedFigure(each * 10, -1) for each in (whole, part)]
    known, remaining = bases
    possible = [
        percent(remaining, total - later)
        for total in range(45)
        for later in range(total + 1)
        if figures[0].prints(percent(sum(bases), total))
        and figures[1].prints(percent(known, later))
    ]
    found = implied_change(
        {"known": known, "remaining": remaining},
        whole=figures[0],
        parts={"known": figures[1]},
    )
    ends = (min(possible), max(possible)) if possible else None
    assert (found and (found.lowest, found.highest)) == ends


def test_one_part_alone_is_without_a_printed_change() -> None:
    changes = {"vehicle-offences": printed("-13.9")}
    with pytest.raises(InvalidValueError, match=r"parts is .*all but one of"):
        implied_change(NEIGHBOURHOOD, whole=printed("-17.3"), parts=changes)
    with pytest.raises(InvalidValueError, match=r"parts is .*all but one of a, b"):
        implied_change(
            {"a": 1, "b": 2},
            whole=printed("-17.3"),
            parts={"a": printed("1.0"), "c": printed("1.0")},
        )


def test_no_change_is_implied_of_a_part_that_began_at_nothing() -> None:
    with pytest.raises(InvalidValueError, match="the base of b is 0"):
        implied_change(
            {"a": 10, "b": 0}, whole=printed("5.0"), parts={"a": printed("0.0")}
        )


def test_the_ends_of_an_implied_percentage_are_fractions_in_their_order() -> None:
    with pytest.raises(InvalidValueError, match="highest is "):
        ImpliedPercentage(Fraction(2), Fraction(1))
    with pytest.raises(InvalidValueError, match=r"lowest is 1\.5"):
        ImpliedPercentage(1.5, Fraction(2))  # type: ignore[arg-type]


def test_an_implied_percentage_with_one_printed_end_prints_it_once() -> None:
    assert ImpliedPercentage(Fraction(1), Fraction(101, 100)).printed(1) == "1.0"
