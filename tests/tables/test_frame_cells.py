"""A cell of a frame says what the text of a tidy table would."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.frames.engines import pd

from policing_indicators.errors import InvalidValueError
from policing_indicators.tables.frame_cells import is_gap, text_of, without_decimals
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.period import Period

GAPS = [None, float("nan"), np.float64("nan"), Decimal("NaN"), pd.NA, pd.NaT]


@pytest.mark.parametrize("gap", GAPS, ids=lambda gap: f"{type(gap).__name__} {gap}")
def test_a_gap_is_blank(gap: object) -> None:
    assert is_gap(gap)
    assert text_of("count", gap) == ""


@pytest.mark.parametrize("value", ["", "nan", 0, 0.0, False, Decimal(0)])
def test_zero_and_a_blank_text_are_no_gap(value: object) -> None:
    assert not is_gap(value)


WRITTEN = [
    ("Kent ", "Kent "),
    (1234, "1234"),
    (np.uint8(7), "7"),
    (np.int64(-3), "-3"),
    (12.0, "12.0"),
    (0.1, "0.1"),
    (np.float32(0.5), "0.5"),
    (Fraction(1, 4), "0.25"),
    (Decimal("1E+2"), "100"),
    (Decimal("12.50"), "12.50"),
    (date(2026, 4, 1), "2026-04-01"),
    (datetime(2026, 4, 1), "2026-04-01"),  # noqa: DTZ001 - as pandas has a day
    (pd.Timestamp("2026-04-01"), "2026-04-01"),
    (Period.parse("2024/25"), "2024/25"),
    (MissingReason.CONFIDENTIAL, "confidential"),
]


@pytest.mark.parametrize(("value", "text"), WRITTEN, ids=repr)
def test_a_cell_is_written_with_every_digit(value: object, text: str) -> None:
    assert text_of("count", value) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_decimal_number_is_written_so_that_it_reads_back(value: float) -> None:
    assert float(text_of("value", value)) == value


REFUSED = [
    (True, "a text, a number or a date"),
    (b"Kent", "a text, a number or a date"),
    ([1], "a text, a number or a date"),
    (2j, "a text, a number or a date"),
    (datetime(2026, 4, 1, 9), "a day, without a time"),  # noqa: DTZ001 - as pandas has it
    (datetime(2026, 4, 1, tzinfo=UTC), "a day, without a time"),
]


@pytest.mark.parametrize(("value", "allowed"), REFUSED, ids=repr)
def test_what_a_tidy_table_cannot_hold_is_refused(value: object, allowed: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        text_of("as_at", value)
    assert caught.value.noun == "as_at"
    assert caught.value.allowed == allowed


def test_gaps_alone_make_decimals_of_whole_numbers() -> None:
    assert without_decimals([3.0, float("nan"), -2.0]) == [3, None, -2]


AS_THEY_ARE: list[list[object]] = [
    [3.0, 7.0],
    [3.0, None, 7.5],
    [2.0**53 + 2, None],
    [float("inf"), None],
    ["3", None],
    [3, None],
]


@pytest.mark.parametrize("values", AS_THEY_ARE, ids=repr)
def test_what_gaps_did_not_turn_is_left_as_it_is(values: list[object]) -> None:
    assert without_decimals(values) is values
