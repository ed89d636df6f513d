from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.calculation.interval import Interval, LimitsMethod
from policing_indicators.wording import printed
from policing_indicators.wording.house_style import house_style

ENGLISH = house_style()
MINUS = "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0, 0, "0"),
        (49_027, 0, "49,027"),
        (-12, 0, f"{MINUS}12"),
        (Fraction(125, 100), 1, "1.3"),
        (Fraction(-125, 100), 1, f"{MINUS}1.3"),
        (Decimal("1234567.05"), 1, "1,234,567.1"),
        (-0.04, 1, "0.0"),
    ],
)
def test_a_number_has_thousands_separators_and_a_true_minus_sign(
    value: float | Fraction | Decimal, decimals: int, text: str
) -> None:
    assert ENGLISH.number(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "text"), [(17.26, "+17.3"), (-17.26, f"{MINUS}17.3"), (-0.04, "0.0")]
)
def test_a_signed_number_has_its_sign_and_nought_has_none(
    value: float, text: str
) -> None:
    assert ENGLISH.signed(value, 1) == text


@pytest.mark.parametrize(
    ("confidence", "text"),
    [
        (0.95, "95% limits 0.42 to 1.11"),
        (0.998, "99.8% limits 0.42 to 1.11"),
        (0.9, "90% limits 0.42 to 1.11"),
    ],
)
def test_limits_are_never_printed_without_their_confidence(
    confidence: float, text: str
) -> None:
    limits = Interval(0.4201, 1.1099, confidence=confidence, method=LimitsMethod.EXACT)
    assert printed.limits(ENGLISH, limits, 2) == text


def test_limits_of_a_proportion_can_be_printed_in_per_cent() -> None:
    limits = Interval(0.2553, 0.3662, confidence=0.95, method=LimitsMethod.WILSON)
    assert printed.limits_in_percent(ENGLISH, limits, 1) == "95% limits 25.5 to 36.6%"


@pytest.mark.parametrize(
    ("p_value", "text"),
    [
        (1.0, "p = 1.0"),
        (0.0996, "p = 0.10"),
        (0.2067, "p = 0.21"),
        (0.135, "p = 0.14"),
        (0.0022, "p = 0.0022"),
        (0.00013, "p < 0.001"),
        (0.0499, "p = 0.0499"),
        (0.05, "p = 0.050"),
        (0.0501, "p = 0.050"),
    ],
)
def test_a_probability_is_printed_to_two_figures_or_as_many_as_tell_it_from_the_level(
    p_value: float, text: str
) -> None:
    assert printed.probability(ENGLISH, p_value, 0.05) == text


@given(st.floats(0.001, 1))
def test_a_printed_probability_lies_on_the_same_side_of_the_level(
    p_value: float,
) -> None:
    shown = float(printed.probability(ENGLISH, p_value, 0.05).removeprefix("p = "))
    assert (shown < 0.05) == (p_value < 0.05)


@pytest.mark.parametrize(
    ("confidence", "level"), [(0.95, 0.05), (0.99, 0.01), (0.998, 0.002)]
)
def test_the_level_goes_with_the_confidence_to_the_digit(
    confidence: float, level: float
) -> None:
    assert printed.level(confidence) == level


@pytest.mark.parametrize(
    ("p_value", "text"),
    [
        (1.0, "almost always"),
        (0.94, "about nine times in ten"),
        (0.83, "about four times in five"),
        (0.77, "about three times in four"),
        (0.66, "about two times in three"),
        (0.58, "about three times in five"),
        (0.5, "about one time in two"),
        (0.39, "about two times in five"),
        (0.3, "about one time in three"),
        (0.29, "about one time in three"),
        (0.2067, "about one time in five"),
        (0.135, "about one time in seven"),
        (0.1, "about one time in ten"),
        (0.09, "about one time in 11"),
        (0.0022, "about one time in 450"),
        (0.00102, "about one time in 980"),
        (0.00013, "less than one time in 1,000"),
    ],
)
def test_a_probability_is_said_as_one_time_in_so_many(
    p_value: float, text: str
) -> None:
    assert printed.how_often(ENGLISH, p_value) == text


@pytest.mark.parametrize(
    ("percentage", "text"),
    [
        (Fraction(0), "0%"),
        (Fraction(1, 3), "less than 1%"),
        (Fraction(1, 2), "1%"),
        (Fraction(199, 2), "more than 99%"),
        (Fraction(100), "100%"),
        (Fraction(120), "120%"),
    ],
)
def test_a_share_is_printed_as_all_or_nothing_only_where_it_is(
    percentage: Fraction, text: str
) -> None:
    assert printed.share(ENGLISH, percentage) == text
