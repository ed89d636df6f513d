"""What the columns of figures say together."""

import pytest

from policing_indicators.errors import InvalidValueError
from policing_indicators.tables.cell import Cell
from policing_indicators.tables.figure import WHOLE_ROW, Figure
from policing_indicators.vocabulary.missing import MissingReason, Status

BLANK = Cell()


def test_a_count_may_have_a_denominator() -> None:
    figure = Figure.of(count=Cell(31), value=BLANK, denominator=2_980_936)
    assert (figure.count, figure.denominator, figure.value) == (31, 2_980_936, None)
    assert figure.status is Status.FINAL


def test_nought_is_a_figure() -> None:
    assert Figure.of(count=Cell(0), value=BLANK).count == 0
    assert Figure.of(count=BLANK, value=Cell(0)).value == 0


@pytest.mark.parametrize(
    ("count", "value", "missing", "given"),
    [
        (BLANK, BLANK, None, (None, None, None)),
        (Cell(1), Cell(2), None, (1, 2, None)),
        (
            Cell(1),
            BLANK,
            MissingReason.EXCLUDED,
            (1, None, "excluded"),
        ),
        (
            Cell(1),
            Cell(missing=MissingReason.NOT_AVAILABLE),
            None,
            (1, None, "not available"),
        ),
    ],
)
def test_exactly_one_of_count_value_and_reason_is_given(
    count: Cell,
    value: Cell,
    missing: MissingReason | None,
    given: tuple[object, ...],
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Figure.of(count=count, value=value, missing=missing)
    allowed = "exactly one of count, value and missing filled in"
    refused = caught.value
    assert (refused.noun, refused.value, refused.allowed) == (WHOLE_ROW, given, allowed)


def test_a_denominator_without_a_count_is_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"^denominator is 5; allowed: left"):
        Figure.of(count=BLANK, value=Cell(2), denominator=5)


@pytest.mark.parametrize(
    ("count", "value", "missing", "expected"),
    [
        ("[c]", "[c]", None, MissingReason.CONFIDENTIAL),
        ("[c]", "", MissingReason.CONFIDENTIAL, MissingReason.CONFIDENTIAL),
        ("[x]", "", MissingReason.NOT_YET_PUBLISHED, MissingReason.NOT_YET_PUBLISHED),
        ("", "[x]", MissingReason.SURVEY_SUSPENDED, MissingReason.SURVEY_SUSPENDED),
    ],
)
def test_the_words_for_a_reason_are_more_exact_than_its_symbol(
    count: str, value: str, missing: MissingReason | None, expected: MissingReason
) -> None:
    cells = Cell.of_count(count), Cell.of_value(value)
    figure = Figure.of(count=cells[0], value=cells[1], missing=missing)
    assert figure.missing is expected


@pytest.mark.parametrize(
    ("count", "value", "missing"),
    [
        ("[c]", "[z]", None),
        ("[x]", "", MissingReason.CONFIDENTIAL),
        ("[z]", "", MissingReason.NOT_YET_PUBLISHED),
    ],
)
def test_two_reasons_in_one_row_are_refused(
    count: str, value: str, missing: MissingReason | None
) -> None:
    cells = Cell.of_count(count), Cell.of_value(value)
    with pytest.raises(InvalidValueError, match="one reason why there is no figure"):
        Figure.of(count=cells[0], value=cells[1], missing=missing)


def test_a_status_may_be_said_more_than_once_if_it_is_the_same() -> None:
    cell = Cell.of_count("5 [p]")
    for status in (None, Status.PROVISIONAL):
        figure = Figure.of(count=cell, value=BLANK, status=status)
        assert figure.status is Status.PROVISIONAL
    with pytest.raises(InvalidValueError, match="one status"):
        Figure.of(count=cell, value=BLANK, status=Status.REVISED)


def test_remarks_of_both_cells_are_kept() -> None:
    figure = Figure.of(count=Cell.of_count("5 [b]"), value=Cell.of_value("[note 2]"))
    assert figure.remark == "[b] [note 2]"
