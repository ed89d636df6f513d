"""What came of reading a publisher's table."""

import pytest

from policing_indicators.errors import InvalidValueError
from policing_indicators.tables.reading import LeftOut, Reading
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period


def test_what_was_left_out_says_how_many_rows_and_why() -> None:
    assert str(LeftOut("CIFAS", "no area", 1)) == "CIFAS: 1 row left out (no area)"
    many = LeftOut("CIFAS", "no area", 1234)
    assert str(many) == "CIFAS: 1,234 rows left out (no area)"


def test_no_rows_are_not_left_out() -> None:
    with pytest.raises(InvalidValueError, match=r"^LeftOut\.rows is 0"):
        LeftOut("CIFAS", "no area", 0)


def test_a_reading_holds_observations_and_what_was_left_out() -> None:
    row = Observation("homicide", "kent", Period.financial_year(2024), count=9)
    reading = Reading([row], [LeftOut("CIFAS", "no area", 55)])
    assert reading.observations == (row,)
    assert reading.left_out == (LeftOut("CIFAS", "no area", 55),)


def test_a_reading_holds_nothing_else() -> None:
    with pytest.raises(InvalidValueError, match=r"^Reading\.observations is 'kent'"):
        Reading(["kent"])
    with pytest.raises(InvalidValueError, match=r"^Reading\.left_out is 'CIFAS'"):
        Reading([], ["CIFAS"])
