import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize

from policing_indicators.calculation.common_solution import have_common_solution
from policing_indicators.calculation.count_relation import Inequality

NAMES = "abcd"
WEIGHTS = st.dictionaries(st.sampled_from(NAMES), st.integers(-9, 9))
SIDES = st.lists(st.builds(Inequality, WEIGHTS, st.integers(-9, 9)), max_size=8)
INFEASIBLE = 2


def is_feasible(sides: list[Inequality]) -> bool:
    """Ask another implementation of linear programming."""
    weights = [[side.weights.get(name, 0) for name in NAMES] for side in sides]
    found = optimize.linprog(
        np.zeros(len(NAMES)),
        A_ub=-np.array(weights, dtype=float).reshape(len(sides), len(NAMES)),
        b_ub=[-side.least for side in sides],
        method="highs",
    )
    return bool(found.status != INFEASIBLE)


@given(SIDES)
def test_it_agrees_with_another_implementation(sides: list[Inequality]) -> None:
    assert have_common_solution(sides) == is_feasible(sides)


@given(SIDES, st.tuples(*[st.integers(0, 10**9)] * len(NAMES)))
def test_inequalities_that_some_counts_satisfy_are_never_refused(
    sides: list[Inequality], numbers: tuple[int, ...]
) -> None:
    counts = dict(zip(NAMES, numbers, strict=True))
    held = [
        Inequality(
            side.weights,
            sum(weight * counts[name] for name, weight in side.weights.items()),
        )
        for side in sides
    ]
    assert have_common_solution(held)


def test_a_whole_that_changes_more_than_its_parts_has_no_solution() -> None:
    parts_fall_by_at_most_half = [
        Inequality({"later-a": 2, "a": -1}, 0),
        Inequality({"later-b": 2, "b": -1}, 0),
    ]
    whole_falls_by_more = Inequality({"later-a": -3, "later-b": -3, "a": 1, "b": 1}, 0)
    some = Inequality({"a": 1, "b": 1}, 1)
    assert have_common_solution([*parts_fall_by_at_most_half, whole_falls_by_more])
    assert not have_common_solution(
        [*parts_fall_by_at_most_half, whole_falls_by_more, some]
    )


def test_no_inequality_has_solutions() -> None:
    assert have_common_solution([])
