"""What is right in a document of which something is not."""

import pytest
from attrs import frozen

from policing_indicators.errors import InvalidContentError, Problem
from policing_indicators.structuring import Sketch, structure
from policing_indicators.vocabulary.definition import Definition
from policing_indicators.vocabulary.priority import Priority
from policing_indicators.vocabulary.source import Source

CONTENT = {
    "area": "kent",
    "data": ["a.csv", 4, "c.csv"],
    "periods": {"homicide": "2024", "a.b": 2024},
    "rows": [{"id": "a", "name": 4}, "b"],
    "title": 4,
    "titles": "right",
}
SKETCH = Sketch(CONTENT, ["data[1]", "periods.a.b", "rows[0].name", "rows[1]", "title"])


def test_a_part_is_given_where_it_is_there_and_right() -> None:
    assert SKETCH.part("area", str) == "kent"
    assert SKETCH.part("titles", str) == "right"
    assert SKETCH.part("title", str) is None
    assert SKETCH.part("absent", str) is None


def test_of_a_list_the_items_that_are_right_are_given_by_their_places() -> None:
    assert list(SKETCH.items("data", str)) == [
        ("data[0]", "a.csv"),
        ("data[2]", "c.csv"),
    ]
    assert list(SKETCH.entries("periods", str)) == [
        ("periods.homicide", "homicide", "2024")
    ]


def test_nothing_is_given_of_what_is_wrong_as_a_whole() -> None:
    sketch = Sketch({"data": ["a", "a"], "rows": 4}, ["data", "rows"])
    assert list(sketch.items("data", str)) == []
    assert list(sketch.tables("rows")) == []
    assert list(sketch.tables("absent")) == []


def test_of_a_list_of_tables_each_is_given_right_or_not() -> None:
    first, second = SKETCH.tables("rows")
    assert (first.place, first.at("id")) == ("rows[0]", "rows[0].id")
    assert first.part("id", str) == "a"
    assert first.part("name", str) is None
    assert "name" in first
    assert "id" not in second


def test_a_key_is_right_where_nothing_in_it_is_wrong() -> None:
    assert SKETCH.is_right("area")
    assert SKETCH.is_right("absent")
    assert not SKETCH.is_right("periods")


@frozen(kw_only=True)
class Pair:
    """Two numbers, the first of which is not above the second, and a name."""

    name: str
    lower: int
    upper: int

    def __attrs_post_init__(self) -> None:
        if self.lower > self.upper:
            problem = Problem("upper", self.upper, "at least the lower")
            raise InvalidContentError("a pair", (problem,))


def pair_of(content: dict[str, object]) -> Sketch:
    """Give a sketch of a pair that stands in a document."""
    try:
        structure(content, Pair, where="pairs.toml")
        wrong: list[str] = []
    except InvalidContentError as error:
        wrong = [f"pairs[0].{each.place}" for each in error.problems]
    (sketch,) = Sketch({"pairs": [content]}, wrong).tables("pairs")
    return sketch


def test_what_parts_cannot_be_together_is_said_though_another_is_wrong() -> None:
    sketch = pair_of({"name": 4, "given": "x", "lower": 2, "upper": 1})
    made, problems = sketch.together(Pair, {"name": "a name"})
    assert made is None
    assert problems == [Problem("pairs[0].upper", 1, "at least the lower")]


def test_what_stands_in_is_used_only_for_what_is_wrong_or_not_there() -> None:
    for content in ({"name": 4}, {}, {"name": "own"}):
        sketch = pair_of({**content, "lower": 1, "upper": 2})
        made, problems = sketch.together(Pair, {"name": "a name"})
        assert problems == []
        assert made is not None
        assert made.name == ("own" if content == {"name": "own"} else "a name")


def test_nothing_is_said_twice() -> None:
    sketch = pair_of({"name": "own", "lower": 2, "upper": 1})
    assert sketch.together(Pair, {"name": "a name"}) == (None, [])
    sketch = pair_of({"name": "own", "lower": "2", "upper": 1})
    assert sketch.together(Pair, {"name": "a name"}) == (None, [])


@pytest.mark.parametrize("kind", [Source, Priority, Definition])
def test_a_sketch_of_what_is_right_gives_all_of_it(kind: type[object]) -> None:
    contents: dict[type[object], dict[str, object]] = {
        Source: {"publisher": "Home Office", "title": "Recorded crime"},
        Priority: {"id": "drugs", "name": "Drugs", "indicators": ["a", "b"]},
        Definition: {"text": "What is counted."},
    }
    sketch = Sketch({"it": contents[kind]}, ())
    assert sketch.part("it", kind) == structure(contents[kind], kind, where="it")
