from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.calculation.count_relation import CountRelation, Inequality
from policing_indicators.calculation.feasible_range import FeasibleRange
from policing_indicators.calculation.rounded_figure import RoundedFigure
from policing_indicators.calculation.rounding import Rounding
from policing_indicators.errors import InvalidValueError

ROUNDINGS = st.sampled_from(Rounding)
SMALL = range(12)
Counts = dict[str, int]


def holds(relation: CountRelation, counts: Counts) -> bool:
    """Say whether counts satisfy every inequality of a relation."""
    return all(
        sum(weight * counts[name] for name, weight in side.weights.items())
        >= side.least
        for side in relation.sides
    )


def percent(counts: Counts) -> Fraction:
    return Fraction(100 * (counts["l"] - counts["e"]), counts["e"])


def hold_exactly(
    relation: CountRelation, names: str, is_so: Callable[[Counts], bool]
) -> None:
    for numbers in product(SMALL, repeat=len(names)):
        counts = dict(zip(names, numbers, strict=True))
        assert holds(relation, counts) == is_so(counts)


@pytest.mark.parametrize(
    "allowed", [FeasibleRange(2, 5), FeasibleRange(4), FeasibleRange()]
)
def test_a_count_within_a_range_is_in_it(allowed: FeasibleRange) -> None:
    relation = CountRelation.within("so many", "a", allowed)
    hold_exactly(relation, "a", lambda counts: counts["a"] in allowed)


def test_parts_add_to_their_whole() -> None:
    relation = CountRelation.adds_up("parts", whole="w", parts=["a", "b"])
    assert relation.counts == ("a", "b", "w")
    hold_exactly(
        relation, "abw", lambda counts: counts["a"] + counts["b"] == counts["w"]
    )


def test_a_part_is_at_most_its_whole() -> None:
    relation = CountRelation.at_most("subset", part="a", whole="w")
    hold_exactly(relation, "aw", lambda counts: counts["a"] <= counts["w"])


def test_an_absolute_change_is_the_later_count_less_the_earlier() -> None:
    relation = CountRelation.absolute_change(
        "two fewer", earlier="e", later="l", change=-2
    )
    hold_exactly(relation, "el", lambda counts: counts["l"] - counts["e"] == -2)


@given(st.integers(-11, 20), st.integers(-1, 0), ROUNDINGS)
def test_a_percentage_change_holds_exactly_where_it_prints_so(
    tens: int, decimals: int, rounding: Rounding
) -> None:
    change = RoundedFigure(tens * 10, decimals, rounding)
    relation = CountRelation.percent_change("so", earlier="e", later="l", change=change)
    hold_exactly(
        relation,
        "el",
        lambda counts: counts["e"] > 0 and change.prints(percent(counts)),
    )


@given(st.integers(-1, 120), ROUNDINGS)
def test_a_ratio_holds_exactly_where_it_prints_so(
    share: int, rounding: Rounding
) -> None:
    rate = RoundedFigure(share, 0, rounding)
    relation = CountRelation.ratio("so", count="c", denominator="d", per=100, rate=rate)
    hold_exactly(
        relation,
        "cd",
        lambda counts: (
            counts["d"] > 0 and rate.prints(Fraction(100 * counts["c"], counts["d"]))
        ),
    )


ONE = RoundedFigure(1, 0)


@pytest.mark.parametrize(
    "relate",
    [
        lambda: CountRelation.adds_up("parts", whole="a", parts=["a", "b"]),
        lambda: CountRelation.adds_up("parts", whole="a", parts=["b", "b"]),
        lambda: CountRelation.at_most("subset", part="a", whole="a"),
        lambda: CountRelation.absolute_change("x", earlier="a", later="a", change=1),
        lambda: CountRelation.percent_change("x", earlier="a", later="a", change=ONE),
        lambda: CountRelation.ratio("x", count="a", denominator="a", per=1, rate=ONE),
    ],
    ids=["whole", "part", "subset", "change", "percentage", "ratio"],
)
def test_a_count_is_related_to_others_and_not_to_itself(
    relate: Callable[[], CountRelation],
) -> None:
    with pytest.raises(InvalidValueError, match="each of them once"):
        relate()


@pytest.mark.parametrize(
    "weights", [None, [1], {"a": 1.0}, {"a": True}, {1: 1}, {1: "a"}]
)
def test_the_weights_of_an_inequality_are_whole_numbers(weights: Any) -> None:  # noqa: ANN401
    with pytest.raises(InvalidValueError, match="a whole number by each count's name"):
        Inequality(weights, 0)


def test_a_relation_has_a_label_and_inequalities() -> None:
    with pytest.raises(InvalidValueError, match="label is ''"):
        CountRelation("", ())
    sides: Any = [1]
    with pytest.raises(InvalidValueError, match="of type Inequality"):
        CountRelation("so", sides)
    with pytest.raises(InvalidValueError, match=r"least is 1\.5"):
        Inequality({"a": 1}, 1.5)  # type: ignore[arg-type]
