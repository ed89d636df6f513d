"""Texts are measured without a font, and wrapped before they are drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.charts.text_width import cut, width, wrapped

TEXTS = st.text(alphabet="abc iW%é\N{MINUS SIGN}", max_size=40)
SIZES = st.integers(1, 30)


@pytest.mark.parametrize(
    ("text", "expected"), [("", 0), ("11", 111.2), ("iW", 116.6), ("é", 100)]
)
def test_a_text_is_as_wide_as_its_letters_in_the_published_widths(
    text: str, expected: float
) -> None:
    assert width(text, 100) == pytest.approx(expected)


def test_bold_letters_are_taken_as_wider() -> None:
    assert width("robbery", 12, bold=True) > width("robbery", 12)


@given(TEXTS, SIZES)
def test_no_line_is_wider_than_the_paper_but_a_single_letter(
    text: str, size: int
) -> None:
    for line in wrapped(text, 60, size):
        assert width(line, size) <= 60 or len(line) == 1


@given(TEXTS, SIZES)
def test_wrapping_loses_no_letter(text: str, size: int) -> None:
    lines = wrapped(text, 60, size)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_words_stay_whole_where_they_fit() -> None:
    assert wrapped("one two three", 45, 10) == ("one two", "three")


def test_a_word_that_is_too_long_is_broken_and_the_next_goes_on() -> None:
    assert wrapped("a wwwwww b", 30, 10) == ("a", "wwww", "ww b")


@given(TEXTS, SIZES)
def test_a_text_that_is_cut_fits_and_says_so(text: str, size: int) -> None:
    found = cut(text, 60, size)
    assert found == text or found.endswith("\N{HORIZONTAL ELLIPSIS}")
    assert width(found, size) <= 60 or found == "\N{HORIZONTAL ELLIPSIS}"
