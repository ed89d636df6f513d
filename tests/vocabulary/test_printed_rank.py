"""Places in an order, as documents print them."""

import pytest

from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.printed_rank import PrintedRank


@pytest.mark.parametrize(
    ("text", "place", "from_lowest"),
    [
        ("2", 2, False),
        ("2nd", 2, False),
        ("second-highest", 2, False),
        ("the highest", 1, False),
        ("lowest", 1, True),
        ("3rd lowest", 3, True),
        ("Tenth", 10, False),
    ],
)
def test_a_rank_is_read_with_the_end_it_is_counted_from(
    text: str, place: int, *, from_lowest: bool
) -> None:
    rank = PrintedRank.parse(text)
    assert (rank.place, rank.from_lowest, str(rank)) == (place, from_lowest, text)


@pytest.mark.parametrize("text", ["", "many", "0", "eleventh", "the"])
def test_what_is_no_rank_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="a rank such as"):
        PrintedRank.parse(text)


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="text"):
        PrintedRank.parse(2)  # type: ignore[arg-type]
