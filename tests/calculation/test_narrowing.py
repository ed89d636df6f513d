from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.calculation.count_relation import Inequality
from policing_indicators.calculation.feasible_range import FeasibleRange
from policing_indicators.calculation.narrowing import Narrowing

NAMES = "abc"
WEIGHTS = st.dictionaries(st.sampled_from(NAMES), st.integers(-5, 5))
SIDES = st.lists(st.builds(Inequality, WEIGHTS, st.integers(-20, 20)), max_size=6)
SMALL = range(10)


def is_so(side: Inequality, counts: dict[str, int]) -> bool:
    total = sum(weight * counts[name] for name, weight in side.weights.items())
    return total >= side.least


@given(SIDES)
def test_no_counts_that_satisfy_every_inequality_are_left_out(
    sides: list[Inequality],
) -> None:
    narrowing = Narrowing(sides)
    possible = narrowing.run()
    named = {name for side in sides for name in side.weights}
    for numbers in product(SMALL, repeat=len(NAMES)):
        counts = dict(zip(NAMES, numbers, strict=True))
        if all(is_so(side, counts) for side in sides):
            assert possible
            assert all(counts[name] in narrowing.range_of(name) for name in named)
            lowest = {name: narrowing.range_of(name).lowest or 0 for name in named}
            above = {name: counts[name] - lowest[name] for name in named}
            assert all(is_so(each, above) for each in narrowing.above_lowest())


def test_bounds_narrow_each_other() -> None:
    narrowing = Narrowing(
        [
            Inequality({"a": 1, "b": 1}, 10),
            Inequality({"a": -1}, -4),
            Inequality({"b": -2, "a": 1}, -15),
        ]
    )
    assert narrowing.run()
    assert narrowing.range_of("a") == FeasibleRange(1, 4)
    assert narrowing.range_of("b") == FeasibleRange(6, 9)


def test_what_is_left_to_satisfy_is_of_the_counts_that_are_open() -> None:
    narrowing = Narrowing(
        [
            Inequality({"a": 1}, 3),
            Inequality({"a": -1}, -3),
            Inequality({"a": 2, "b": 1, "c": 0}, 10),
            Inequality({"b": -1}, -9),
        ]
    )
    assert narrowing.run()
    assert list(narrowing.above_lowest()) == [
        Inequality({"b": 1}, 0),
        Inequality({"b": -1}, -5),
        Inequality({"b": -1}, -5),
    ]


def test_counts_that_outgrow_each_other_do_not_keep_it_running() -> None:
    chase = [Inequality({"a": 1, "b": -1}, 1), Inequality({"b": 1, "a": -1}, 1)]
    narrowing = Narrowing(chase)
    assert narrowing.run()
    assert narrowing.range_of("a").highest is None


def test_an_inequality_that_no_count_can_satisfy_leaves_nothing() -> None:
    assert not Narrowing([Inequality({"a": 0}, 1)]).run()
    assert not Narrowing([Inequality({}, 1)]).run()
    assert not Narrowing([Inequality({"a": -2}, 1)]).run()
    assert not Narrowing([Inequality({"a": 2}, 3), Inequality({"a": -2}, -3)]).run()
    assert Narrowing([]).run()
