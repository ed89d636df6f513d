"""What is proposed for a name that nothing answers to."""

import pytest

from policing_indicators.tables.nearest import Nearest

KNOWN = ["Kent", "Gwent", "West Midlands", "West Mercia"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Knet", "; did you mean 'Kent'?"),
        ("kentt", "; did you mean 'Kent' or 'Gwent'?"),
        ("WEST  MERCA", "; did you mean 'West Mercia' or 'West Midlands'?"),
        ("Paris", ""),
        ("", ""),
    ],
)
def test_the_nearest_names_are_proposed_as_they_are_printed(
    name: str, hint: str
) -> None:
    assert Nearest().hint(name, KNOWN) == hint


def test_a_table_full_of_unknown_names_is_not_searched_for_all_of_them() -> None:
    nearest = Nearest()
    hints = [nearest.hint("Knet", KNOWN) for _ in range(200)]
    assert hints == ["; did you mean 'Kent'?"] * 100 + [""] * 100
