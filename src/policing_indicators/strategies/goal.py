"""Strategies for goals, and for those alone that go with a target."""

from functools import cache

from hypothesis import strategies as st

from policing_indicators.strategies.word import identifiers
from policing_indicators.vocabulary.area_group import GroupAverage
from policing_indicators.vocabulary.bound import AtLeast, AtMost, Between
from policing_indicators.vocabulary.evidence_kind import EvidenceKind
from policing_indicators.vocabulary.goal import AllOf, AnyOf, Goal, SimpleGoal
from policing_indicators.vocabulary.no_worse_than import Comparator, NoWorseThan
from policing_indicators.vocabulary.percent_change import ALL, PercentChange
from policing_indicators.vocabulary.trajectory import Trajectory, TrajectoryShape
from policing_indicators.vocabulary.unusual_reduction import UnusualReduction

_MOST = 1_000_000
"""Higher lines are legal and teach no more."""

_MOST_PER_CENT = 1_000


def goals() -> st.SearchStrategy[Goal]:
    """Give goals of every kind, which may go together in no target.

    >>> from hypothesis import given
    >>> @given(goals())
    ... def test_a_goal_is_named_by_its_kind(goal):
    ...     assert goal.KIND
    >>> test_a_goal_is_named_by_its_kind()
    """
    return combinations(
        [
            bounds(),
            percent_changes(),
            trajectories(),
            no_worse_than(*Comparator),
            unusual_reductions(),
        ]
    )


def combinations(kinds: list[st.SearchStrategy[SimpleGoal]]) -> st.SearchStrategy[Goal]:
    """Give goals of some kinds, each as often, and what combines them."""
    single: st.SearchStrategy[Goal] = st.sampled_from(kinds).flatmap(_itself)
    return single | _combined(single | _combined(single))


@cache
def values(highest: int | None = None) -> st.SearchStrategy[float]:
    """Give what a line may stand at: whole numbers and others, zero among them."""
    most = _MOST if highest is None else highest
    return st.integers(0, most) | st.floats(0, most)


@cache
def bounds(highest: int | None = None) -> st.SearchStrategy[AtMost | AtLeast | Between]:
    """Give one line, or two."""
    pairs = st.tuples(values(highest), values(highest)).map(sorted)
    return st.one_of(
        st.builds(AtMost, values(highest)),
        st.builds(AtLeast, values(highest)),
        pairs.map(lambda pair: Between(*pair)),
    )


@cache
def percent_changes() -> st.SearchStrategy[PercentChange]:
    """Give reductions up to the whole, and increases."""
    return st.one_of(
        st.builds(PercentChange, reduction=st.just(ALL) | _per_cent(ALL)),
        st.builds(PercentChange, increase=_per_cent(_MOST_PER_CENT)),
    )


@cache
def trajectories(highest: int | None = None) -> st.SearchStrategy[Trajectory]:
    """Give ways to every end, of each shape that leads there."""
    ends = st.one_of(
        st.builds(AtMost, values(highest)),
        st.builds(AtLeast, values(highest)),
        percent_changes(),
    )
    return ends.flatmap(_ways)


def no_worse_than(
    *comparators: Comparator,
    area: st.SearchStrategy[str] | None = None,
    group: st.SearchStrategy[str] | None = None,
) -> st.SearchStrategy[NoWorseThan]:
    """Give comparisons with any of these, and of those with these areas and groups."""
    ways: dict[Comparator, st.SearchStrategy[NoWorseThan]] = {
        Comparator.YEAR_BEFORE: st.just(NoWorseThan(Comparator.YEAR_BEFORE)),
        Comparator.AREA: st.builds(
            NoWorseThan,
            st.just(Comparator.AREA),
            of=identifiers() if area is None else area,
        ),
        Comparator.GROUP: st.builds(
            NoWorseThan,
            st.just(Comparator.GROUP),
            of=identifiers() if group is None else group,
            average=st.sampled_from(GroupAverage),
        ),
    }
    return st.one_of([ways[comparator] for comparator in comparators])


@cache
def unusual_reductions() -> st.SearchStrategy[UnusualReduction]:
    """Give reductions that a method is to show, at any confidence."""
    methods = [kind for kind in EvidenceKind if kind is not EvidenceKind.NONE]
    return st.builds(
        UnusualReduction,
        st.sampled_from(methods),
        confidence=st.sampled_from([0.95, 0.998]) | st.floats(0.5, 0.999),
    )


@cache
def _per_cent(highest: int) -> st.SearchStrategy[float]:
    return st.integers(1, highest) | st.floats(0, highest, exclude_min=True)


def _itself(kind: st.SearchStrategy[SimpleGoal]) -> st.SearchStrategy[SimpleGoal]:
    return kind


def _combined(single: st.SearchStrategy[Goal]) -> st.SearchStrategy[Goal]:
    some = st.lists(single, min_size=1, max_size=3)
    return st.builds(AllOf, some) | st.builds(AnyOf, some)


def _ways(end: AtMost | AtLeast | PercentChange) -> st.SearchStrategy[Trajectory]:
    to_nothing = (
        end.reduction == ALL if isinstance(end, PercentChange) else end.value == 0
    )
    shapes = [TrajectoryShape.LINEAR] if to_nothing else list(TrajectoryShape)
    return st.builds(Trajectory, st.just(end), shape=st.sampled_from(shapes))
