"""What printed figures leave open together, and which of them cannot all hold."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.calculation.count_relation import CountRelation
from policing_indicators.calculation.feasible_group import FeasibleGroup
from policing_indicators.calculation.feasible_range import FeasibleRange
from policing_indicators.calculation.rounded_figure import RoundedFigure
from policing_indicators.calculation.rounding import Rounding, round_as
from policing_indicators.errors import InvalidValueError

MILLIARD = 10**9
PRINTED_BY = [each for each in Rounding if each is not Rounding.NEAREST]
SMALL = range(7)


@frozen
class World:
    """True counts of the parts of a whole in two years, and of a subset of it."""

    earlier: tuple[int, ...]
    later: tuple[int, ...]

    def counts(self) -> dict[str, int]:
        parts = {
            f"{number}-{side}": count
            for side, counts in (("e", self.earlier), ("l", self.later))
            for number, count in enumerate(counts)
        }
        return parts | {"w-e": sum(self.earlier), "w-l": sum(self.later)}


def worlds(most: int) -> st.SearchStrategy[World]:
    return st.integers(2, 3).flatmap(
        lambda parts: st.builds(
            World,
            st.tuples(*[st.integers(1, most)] * parts),
            st.tuples(*[st.integers(0, most)] * parts),
        )
    )


def level(counts: dict[str, int], name: str) -> CountRelation:
    exact = FeasibleRange(counts[name], counts[name])
    return CountRelation.within(f"level of {name}", name, exact)


def change(counts: dict[str, int], name: str, rounding: Rounding) -> CountRelation:
    earlier, later = counts[f"{name}-e"], counts[f"{name}-l"]
    percent = round_as(Fraction(100 * (later - earlier), earlier), 1, rounding)
    return CountRelation.percent_change(
        f"change of {name}",
        earlier=f"{name}-e",
        later=f"{name}-l",
        change=RoundedFigure(percent, 1, rounding),
    )


def share(counts: dict[str, int], name: str, rounding: Rounding) -> CountRelation:
    exact = Fraction(100 * counts[f"{name}-e"], counts["w-e"])
    return CountRelation.ratio(
        f"share of {name}",
        count=f"{name}-e",
        denominator="w-e",
        per=100,
        rate=RoundedFigure(round_as(exact, 1, rounding), 1, rounding),
    )


def true_relations(world: World, rounding: Rounding) -> list[CountRelation]:
    """Give everything that could be printed of a world, all of it right."""
    counts = world.counts()
    parts = [str(number) for number in range(len(world.earlier))]
    structure = [
        CountRelation.adds_up(
            f"parts add up {side}",
            whole=f"w-{side}",
            parts=[f"{name}-{side}" for name in parts],
        )
        for side in "el"
    ]
    return [
        *structure,
        *(level(counts, name) for name in counts),
        *(change(counts, name, rounding) for name in [*parts, "w"]),
        *(share(counts, name, rounding) for name in parts),
        CountRelation.at_most("subset", part="0-l", whole="w-l"),
        CountRelation.absolute_change(
            "absolute", earlier="w-e", later="w-l", change=counts["w-l"] - counts["w-e"]
        ),
    ]


@given(worlds(MILLIARD), st.sampled_from(PRINTED_BY), st.data())
def test_the_truth_stays_inside_whatever_is_printed_of_it(
    world: World, rounding: Rounding, data: st.DataObject
) -> None:
    relations = true_relations(world, rounding)
    printed = [each for each in relations if data.draw(st.booleans())]
    group = FeasibleGroup.of(printed)
    assert group.conflict == ()
    for name, found in group.ranges.items():
        assert world.counts()[name] in found


@given(worlds(MILLIARD), st.sampled_from(PRINTED_BY))
def test_all_that_is_printed_of_a_world_leaves_its_counts_alone(
    world: World, rounding: Rounding
) -> None:
    group = FeasibleGroup.of(true_relations(world, rounding))
    assert all(found.is_single for found in group.ranges.values())


def is_so(relation: CountRelation, counts: dict[str, int]) -> bool:
    return all(
        sum(weight * counts[name] for name, weight in side.weights.items())
        >= side.least
        for side in relation.sides
    )


def can_hold(relations: Iterable[CountRelation], names: list[str]) -> bool:
    """Look whether any small counts satisfy every relation."""
    found = tuple(relations)
    return any(
        all(is_so(each, dict(zip(names, numbers, strict=True))) for each in found)
        for numbers in product(SMALL, repeat=len(names))
    )


@st.composite
def printed_relations(draw: st.DrawFn) -> list[CountRelation]:
    """Draw relations between the small counts of a whole and its parts, right or not.

    Every count is said to be small, so that looking at small ones is looking at all.
    """
    names = ["a", "b", "w"]
    small = FeasibleRange(0, SMALL[-1])
    relations = [CountRelation.within("small counts", name, small) for name in names]
    pairs = st.permutations(names).map(lambda order: (order[0], order[1]))
    for number in range(draw(st.integers(1, 5))):
        one, other = draw(pairs)
        size = draw(st.integers(-8, 8))
        figure = RoundedFigure(size * 10, -1)
        label = f"relation {number}"
        relations.append(
            draw(
                st.sampled_from(
                    [
                        CountRelation.adds_up(label, whole="w", parts=["a", "b"]),
                        CountRelation.at_most(label, part=one, whole=other),
                        CountRelation.absolute_change(
                            label, earlier=one, later=other, change=size
                        ),
                        CountRelation.percent_change(
                            label, earlier=one, later=other, change=figure
                        ),
                        CountRelation.ratio(
                            label, count=one, denominator=other, per=100, rate=figure
                        ),
                    ]
                )
            )
        )
    return relations


def labelled(
    relations: list[CountRelation], labels: Iterable[str]
) -> list[CountRelation]:
    wanted = set(labels)
    return [each for each in relations if each.label in wanted]


@given(printed_relations())
def test_a_reported_conflict_is_one_and_none_of_it_can_be_spared(
    relations: list[CountRelation],
) -> None:
    names = ["a", "b", "w"]
    group = FeasibleGroup.of(relations)
    for numbers in product(SMALL, repeat=len(names)):
        counts = dict(zip(names, numbers, strict=True))
        if all(is_so(each, counts) for each in relations):
            assert all(counts[name] in group.ranges[name] for name in names)
    if group.conflict:
        assert all(found.is_empty for found in group.ranges.values())
        every = [*group.conflict, "small counts"]
        assert not can_hold(labelled(relations, every), names)
        for spared in group.conflict:
            rest = [label for label in group.conflict if label != spared]
            assert FeasibleGroup.of(labelled(relations, rest)).conflict == ()


def printed(name: str, percentage: str) -> CountRelation:
    return CountRelation.percent_change(
        f"{name} {percentage}%",
        earlier=f"{name} 2023",
        later=f"{name} 2024",
        change=RoundedFigure(percentage, 1),
    )


def parts_add_up(whole: str, *parts: str) -> list[CountRelation]:
    return [
        CountRelation.adds_up(
            f"parts of {whole}",
            whole=f"{whole} {year}",
            parts=[f"{part} {year}" for part in parts],
        )
        for year in (2023, 2024)
    ]


def test_a_whole_outside_the_changes_of_its_parts_is_a_conflict_of_them_all() -> None:
    drugs = [
        printed("drugs", "-19.5"),
        printed("possession", "-15.8"),
        printed("trafficking", "14.7"),
        *parts_add_up("drugs", "possession", "trafficking"),
        printed("robbery", "-21.9"),
    ]
    assert FeasibleGroup.of(drugs).conflict == (
        "drugs -19.5%",
        "possession -15.8%",
        "trafficking 14.7%",
        "parts of drugs",
    )


def test_the_printed_changes_of_drug_offences_hold_together() -> None:
    drugs = [
        printed("drugs", "-9.5"),
        printed("possession", "-15.8"),
        printed("trafficking", "14.7"),
        *parts_add_up("drugs", "possession", "trafficking"),
        CountRelation.within("9,000", "drugs 2023", FeasibleRange(9_000, 9_000)),
    ]
    group = FeasibleGroup.of(drugs)
    assert group.conflict == ()
    assert str(group.ranges["possession 2023"]) == "7,117 to 7,168"


def test_a_printed_total_and_change_leave_few_earlier_totals_open() -> None:
    exact = FeasibleRange(48_938, 48_938)
    both = [
        CountRelation.within("48,938", "crime 2024", exact),
        printed("crime", "-17.3"),
    ]
    found = FeasibleGroup.of(both).ranges["crime 2023"]
    assert found == FeasibleRange(59_140, 59_211)
    fewer = CountRelation.absolute_change(
        "11,000 fewer", earlier="crime 2023", later="crime 2024", change=-11_000
    )
    assert FeasibleGroup.of([*both, fewer]).conflict == (
        "48,938",
        "crime -17.3%",
        "11,000 fewer",
    )


def test_of_two_conflicts_the_one_that_is_printed_first_is_named() -> None:
    levels = [
        CountRelation.within(label, "crime", FeasibleRange(level, level))
        for label, level in (("first", 5), ("second", 6), ("third", 7))
    ]
    assert FeasibleGroup.of(levels).conflict == ("first", "second")


def test_counts_that_each_outgrow_the_other_are_a_conflict() -> None:
    chase = [
        CountRelation.absolute_change("up", earlier="a", later="b", change=1),
        CountRelation.absolute_change("down", earlier="b", later="a", change=1),
    ]
    assert FeasibleGroup.of(chase).conflict == ("up", "down")


def test_nothing_printed_leaves_nothing_to_say() -> None:
    group = FeasibleGroup.of([])
    assert (group.ranges, group.conflict) == ({}, ())


def test_only_relations_are_held_together() -> None:
    relations: Any = ["crime fell"]
    with pytest.raises(InvalidValueError, match="of type CountRelation"):
        FeasibleGroup.of(relations)
