"""What is read in the cell of a figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.errors import InvalidValueError
from policing_indicators.tables.cell import Cell, reason_of, status_of
from policing_indicators.vocabulary.missing import MissingReason, Status


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("", Cell()),
        ("  ", Cell()),
        ("0", Cell(0)),
        (" 1,234 ", Cell(1234)),
        ("\u22125", Cell(-5)),
        ("[x]", Cell(missing=MissingReason.NOT_AVAILABLE)),
        ("[z]", Cell(missing=MissingReason.NOT_APPLICABLE)),
        ("[ z ]", Cell(missing=MissingReason.NOT_APPLICABLE)),
        ("[C]", Cell(missing=MissingReason.CONFIDENTIAL)),
        ("[u]", Cell(missing=MissingReason.LOW_RELIABILITY)),
        ("[u1]", Cell(missing=MissingReason.LOW_RELIABILITY)),
        ("1,234 [p]", Cell(1234, status=Status.PROVISIONAL)),
        ("1,234[r]", Cell(1234, status=Status.REVISED)),
        ("12 [e]", Cell(12, status=Status.ESTIMATED)),
        ("12 [f]", Cell(12, status=Status.FORECAST)),
        ("12 [note 3]", Cell(12, remark="[note 3]")),
        ("12 [Notes 3, 4] [b]", Cell(12, remark="[notes 3, 4] [b]")),
        ("12 [u] [p]", Cell(12, status=Status.PROVISIONAL, remark="[u]")),
        ("[x] [note 1]", Cell(missing=MissingReason.NOT_AVAILABLE, remark="[note 1]")),
        ("[p]", Cell(status=Status.PROVISIONAL)),
    ],
)
def test_a_count_is_read_with_its_symbols(text: str, cell: Cell) -> None:
    assert Cell.of_count(text) == cell


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[low]", "[low] says neither"),
        ("12 [x]", "a figure or a symbol for why there is none, not both"),
        ("[x] [z]", "one symbol for the figure's state, and one for why"),
        ("12 [p] [r]", "one symbol for the figure's state, and one for why"),
        ("12 [q]", "and as symbols [x], [z], [c], [u], [u1], [p], [r], [e], [f], [b]"),
        ("12 [", "and as symbols [x]"),
        ("12 [p", "and as symbols [x]"),
        ("[p] 12", "and as symbols [x]"),
        ("n/a", "such as 1234 or 1,234, or a symbol such as [x] where there is none"),
        ("1e3", "with all its digits"),
    ],
)
def test_a_cell_that_says_two_things_or_none_is_refused_with_the_reason(
    text: str, words: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Cell.of_count(text)
    assert (caught.value.noun, caught.value.value) == ("count", text)
    assert words in caught.value.allowed


def test_a_symbol_is_proposed_only_where_no_number_was_meant() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Cell.of_count("1,23")
    assert caught.value.allowed == "a whole number such as 1234 or 1,234"


def test_a_value_may_have_decimals() -> None:
    assert Cell.of_value("12.5 [p]") == Cell(12.5, status=Status.PROVISIONAL)
    with pytest.raises(InvalidValueError, match=r"^value is '12,5'"):
        Cell.of_value("12,5")


@given(st.sampled_from(MissingReason))
def test_a_reason_is_read_in_words_in_any_case(reason: MissingReason) -> None:
    assert reason_of(reason.value) is reason_of(reason.value.upper()) is reason


@given(st.sampled_from(Status))
def test_a_status_is_read_in_words_and_as_its_symbol(status: Status) -> None:
    assert status_of(status.value) is status
    assert status_of(status.shorthand or "Final") is status


def test_a_symbol_reads_as_the_reason_it_stands_for() -> None:
    assert reason_of("[U1]") is MissingReason.LOW_RELIABILITY


def test_what_is_no_reason_is_refused_with_those_there_are() -> None:
    with pytest.raises(InvalidValueError, match=r"^missing is 'lost'; allowed: one of"):
        reason_of("lost")


def test_what_is_no_status_is_refused_with_those_there_are() -> None:
    with pytest.raises(InvalidValueError, match=r"^status is 'good'; allowed: one of"):
        status_of("good")
