"""Every error is made of facts, words itself, and is the built-in error too."""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators import errors
from policing_indicators.errors import (
    AmbiguousPeriodError,
    DuplicateError,
    FileAccessError,
    IncomparableError,
    InvalidArrayError,
    InvalidContentError,
    InvalidValueError,
    MissingDataError,
    MissingLibraryError,
    PolicingIndicatorsError,
    Problem,
    UnknownNameError,
    UnreadablePeriodError,
)

ONE_OF_EACH: list[tuple[PolicingIndicatorsError, type[Exception], str]] = [
    (
        InvalidValueError("Rate.denominator", -1, "zero or more"),
        ValueError,
        "Rate.denominator is -1; allowed: zero or more",
    ),
    (
        InvalidArrayError("count", (((0, 3), -1.5), ((2, 1), -2)), 1_002, "0 or more"),
        ValueError,
        "count holds -1.5 at [0, 3], -2 at [2, 1] and 1,000 more; allowed: 0 or more",
    ),
    (
        IncomparableError("2023/24", "2024/25 Q4", "one is longer"),
        ValueError,
        "2023/24 and 2024/25 Q4 do not compare: one is longer",
    ),
    (
        MissingDataError("homicide in kent, 2024/25", "not yet published"),
        LookupError,
        "there is no figure for homicide in kent, 2024/25: not yet published",
    ),
    (
        UnknownNameError("area", "Knet", ("kent", "essex")),
        LookupError,
        "there is no area 'Knet'; allowed: a known area, such as 'kent'",
    ),
    (
        DuplicateError("homicide in kent, 2024/25", "a time series"),
        ValueError,
        "homicide in kent, 2024/25 is there more than once in a time series",
    ),
    (
        UnreadablePeriodError("soon", "'2024/25'"),
        ValueError,
        "'soon' is not a period; write for example '2024/25'",
    ),
    (
        AmbiguousPeriodError("2011-12", ("2011/12", "December 2011")),
        ValueError,
        "'2011-12' reads two ways; write '2011/12' or 'December 2011'",
    ),
    (
        InvalidContentError("kent.csv", (Problem("line 3", "x", "a number"),)),
        ValueError,
        "kent.csv has 1 problem:\n  line 3: 'x'; allowed: a number",
    ),
    (
        FileAccessError("kent.csv", "Permission denied"),
        OSError,
        "kent.csv: Permission denied",
    ),
    (
        MissingLibraryError("hypothesis", "policing_indicators.strategies"),
        ImportError,
        (
            "policing_indicators.strategies needs hypothesis, which is not installed; "
            "install it with: pip install hypothesis"
        ),
    ),
]

every_error = pytest.mark.parametrize(
    ("error", "built_in", "words"),
    ONE_OF_EACH,
    ids=[type(error).__name__ for error, _, _ in ONE_OF_EACH],
)


def test_no_error_is_left_out_here() -> None:
    leaves = {
        value
        for value in vars(errors).values()
        if isinstance(value, type) and issubclass(value, PolicingIndicatorsError)
    }
    here = {type(error) for error, _, _ in ONE_OF_EACH}
    assert here == leaves - {PolicingIndicatorsError}


@every_error
def test_an_error_says_its_facts_in_words(
    error: PolicingIndicatorsError, built_in: type[Exception], words: str
) -> None:
    assert str(error) == words
    assert isinstance(error, built_in)


@every_error
def test_an_error_is_caught_as_the_built_in_that_a_programmer_expects(
    error: PolicingIndicatorsError, built_in: type[Exception], words: str
) -> None:
    with pytest.raises(built_in) as caught:
        raise error
    assert str(caught.value) == words


@every_error
def test_an_error_survives_pickling_and_copying(
    error: PolicingIndicatorsError, built_in: type[Exception], words: str
) -> None:
    for again in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):  # noqa: S301
        assert type(again) is type(error)
        assert isinstance(again, built_in)
        assert (str(again), again.args) == (words, error.args)


@every_error
def test_an_error_can_carry_a_traceback_a_cause_and_a_note(
    error: PolicingIndicatorsError, built_in: type[Exception], words: str
) -> None:
    again = copy.copy(error)
    with pytest.raises(built_in) as caught:
        raise again from KeyError("cause")
    again.add_note("in the second file")
    assert isinstance(caught.value.__cause__, KeyError)
    assert caught.value.__notes__ == ["in the second file"]
    assert str(caught.value) == words


def test_where_every_offender_of_an_array_is_named_no_rest_is_counted() -> None:
    error = InvalidArrayError("count", (((0,), -1),), 1, "0 or more")
    assert str(error) == "count holds -1 at [0]; allowed: 0 or more"


def test_a_file_error_has_the_attributes_of_every_os_error() -> None:
    error = FileAccessError("kent.csv", "Permission denied")
    assert (error.filename, error.strerror) == ("kent.csv", "Permission denied")


def test_a_name_is_answered_with_the_nearest_names_as_they_are_spelled() -> None:
    known = ("west-midlands", "West Midlands", "west-mercia", "kent")
    error = UnknownNameError("area", "WEST MIDLAND", known)
    assert "a known area, such as 'West Midlands' or 'west-midlands'" in error.allowed


def test_a_name_that_is_near_to_none_is_answered_with_all_names() -> None:
    assert UnknownNameError("area", "zzz", ("kent", "essex")).allowed == (
        "one of 'kent', 'essex'"
    )


def test_a_long_list_of_names_is_cut_and_the_rest_counted() -> None:
    names = tuple(f"area-{number}" for number in range(1_021))
    allowed = UnknownNameError("area", "zzzz", names).allowed
    assert allowed.endswith("'area-18', 'area-19' and 1,001 more")


def test_where_no_name_is_known_the_error_says_so() -> None:
    error = UnknownNameError("area", "kent", ())
    assert str(error) == "there is no area 'kent'; allowed: none, for there is no area"


def test_problems_are_named_one_on_a_line_and_the_rest_counted() -> None:
    problems = tuple(Problem(f"line {n}", n, "text") for n in range(1, 1_524))
    lines = str(InvalidContentError("kent.csv", problems)).splitlines()
    assert lines[0] == "kent.csv has 1,523 problems:"
    assert lines[1] == "  line 1: 1; allowed: text"
    assert lines[-2:] == ["  line 20: 20; allowed: text", "  and 1,503 more"]


def test_twenty_problems_are_all_named() -> None:
    problems = tuple(Problem(f"line {n}", n, "text") for n in range(1, 21))
    assert len(str(InvalidContentError("kent.csv", problems)).splitlines()) == 21


@given(st.text(min_size=250))
def test_a_long_value_is_cut_in_the_words_and_whole_in_the_facts(text: str) -> None:
    for error in (
        InvalidValueError("Area.name", text, "a line"),
        InvalidArrayError("count", (((0,), text),), 1, "numbers"),
        UnknownNameError("area", text, ("kent",)),
        UnreadablePeriodError(text, "'2024/25'"),
        AmbiguousPeriodError(text, ("2011/12",)),
        InvalidContentError("kent.csv", (Problem("line 1", text, "a line"),)),
    ):
        assert len(str(error)) < 350
        assert text in repr(error.args) or repr(text)[1:-1] in repr(error.args)


def test_a_problem_is_a_value() -> None:
    problem = Problem("line 3, column count", "x", "a whole number")
    assert problem == Problem("line 3, column count", "x", "a whole number")
    assert str(problem) == "line 3, column count: 'x'; allowed: a whole number"
    with pytest.raises(AttributeError):
        problem.place = "line 4"  # type: ignore[misc]  # frozen
