import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.nearness import nearest

KNOWN = ("Kent", "Essex", "City of London", "West Midlands", "West Mercia")


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Knet", ("Kent",)),
        ("west  midland", ("West Midlands", "West Mercia")),
        ("CITY OF LONDONN", ("City of London",)),
        ("Atlantis", ()),
    ],
)
def test_names_that_are_like_a_name_are_proposed_blind_to_case_and_spacing(
    name: str, near: tuple[str, ...]
) -> None:
    assert nearest(name, KNOWN) == near


def test_of_names_that_differ_in_case_alone_the_first_is_proposed() -> None:
    assert nearest("kemt", ["Kent", "KENT"]) == ("Kent",)


@given(st.text(), st.lists(st.text()))
def test_what_is_proposed_is_known_and_at_most_three(
    name: str, known: list[str]
) -> None:
    found = nearest(name, known)
    assert set(found) <= set(known)
    assert len(found) <= 3
