"""Strategies for what the nouns are made of: identifiers, lines of text, days."""

import re
from datetime import date

from hypothesis import strategies as st


def identifiers() -> st.SearchStrategy[str]:
    """Give identifiers, such as ``knife-crime`` or ``home-office/4.1``.

    >>> from hypothesis import given
    >>> @given(identifiers())
    ... def test_an_identifier_is_in_small_letters(identifier):
    ...     assert identifier == identifier.lower()
    >>> test_an_identifier_is_in_small_letters()
    """
    return _IDENTIFIERS


def lines() -> st.SearchStrategy[str]:
    """Give lines of text in any script, without blanks at their ends.

    >>> from hypothesis import given
    >>> @given(lines())
    ... def test_a_line_is_one_line(line):
    ...     assert line.splitlines() == [line]
    >>> test_a_line_is_one_line()
    """
    return _LINES


def days() -> st.SearchStrategy[date]:
    """Give days of the years 1990 to 2050.

    >>> from hypothesis import given
    >>> @given(days())
    ... def test_a_day_has_no_time(day):
    ...     assert not hasattr(day, "hour")
    >>> test_a_day_has_no_time()
    """
    return _DAYS


def _one_at_a_time(letters: str) -> str:
    """Leave one of several joining marks in a row, and none at the ends."""
    return re.sub(r"([-/.])[-/.]+", r"\1", letters).strip("-/.")


# Made once: a strategy is checked when it is first drawn from, and these are in all.
_IDENTIFIERS = (
    st.text("abcdefghijklmnopqrstuvwxyz0123456789-/.", max_size=12)
    .map(_one_at_a_time)
    .filter(bool)
)
_LINES = (
    st.text(
        st.characters(
            codec="utf-8", categories=("L", "N", "P", "S"), include_characters=" "
        ),
        max_size=12,
    )
    .map(str.strip)
    .filter(bool)
)
_DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31))
