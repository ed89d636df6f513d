"""How what is not right in parts becomes what is not right in a whole."""

import pytest

from policing_indicators.errors import Problem
from policing_indicators.structuring.refusal import Gathering, Refusal


def refuse_half(part: int) -> int:
    if part % 2:
        raise Refusal([Problem("", part, "even"), Problem("[0]", part, "even")])
    return part // 2


def test_what_can_be_made_is_given() -> None:
    gathering = Gathering()
    assert gathering.take("count", 4, refuse_half) == 2
    gathering.close()


def test_a_place_is_joined_to_the_places_within_it() -> None:
    gathering = Gathering()
    assert gathering.take("rows", 3, refuse_half) is None
    gathering.note("title", None, "text")
    with pytest.raises(Refusal) as caught:
        gathering.close()
    assert [each.place for each in caught.value.problems] == [
        "rows",
        "rows[0]",
        "title",
    ]


def test_a_key_within_a_place_stands_after_a_full_stop() -> None:
    gathering = Gathering()

    def refuse(part: object) -> None:
        raise Refusal([Problem("unit", part, "a unit")])

    gathering.take("rows[1]", 3, refuse)
    with pytest.raises(Refusal) as caught:
        gathering.close()
    assert caught.value.problems == (Problem("rows[1].unit", 3, "a unit"),)
