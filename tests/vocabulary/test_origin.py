"""An origin is the place in a file that a figure was read from."""

import pytest
from attrs import evolve
from hypothesis import given

from policing_indicators.errors import InvalidValueError
from policing_indicators.strategies import observations
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.origin import Origin
from policing_indicators.vocabulary.period import Period

YEAR = Period.financial_year(2024)


def test_an_origin_is_written_as_a_file_and_a_line() -> None:
    assert str(Origin("figures.csv", 14)) == "figures.csv, line 14"
    assert str(Origin("offences.csv")) == "offences.csv"
    assert Origin("offences.csv").line is None
    assert Origin("figures.csv", 14) != Origin("figures.csv", 15)


@pytest.mark.parametrize(
    ("field", "file", "line"),
    [
        ("file", None, 1),
        ("file", 3, 1),
        ("line", "figures.csv", 0),
        ("line", "figures.csv", -1),
        ("line", "figures.csv", "14"),
        ("line", "figures.csv", 1.5),
        ("line", "figures.csv", True),
    ],
)
def test_an_origin_has_a_file_and_a_line_from_one_on(
    field: str, file: str, line: int
) -> None:
    with pytest.raises(InvalidValueError, match=rf"^Origin\.{field} is "):
        Origin(file, line)


@given(observations())
def test_where_a_figure_was_read_is_no_part_of_what_it_is(row: Observation) -> None:
    read = evolve(row, origin=Origin("figures.csv", 2))
    assert read == row == evolve(row, origin=Origin("other.csv", 9))
    assert hash(read) == hash(row)
    assert repr(read) == repr(row)
    assert read.origin == Origin("figures.csv", 2)
    assert row.origin is None


@pytest.mark.parametrize("origin", ["figures.csv", ("figures.csv", 2), 2])
def test_an_origin_of_another_type_is_refused(origin: Origin) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Observation("homicide", "kent", YEAR, count=1, origin=origin)
    assert caught.value.noun == "Observation.origin"
    assert caught.value.allowed == "of type Origin"
