"""Strategies for targets."""

from collections.abc import Iterator

from attrs import evolve
from hypothesis import strategies as st

from policing_indicators.strategies.framework import definitions
from policing_indicators.strategies.goal import (
    bounds,
    combinations,
    no_worse_than,
    percent_changes,
    trajectories,
    unusual_reductions,
    values,
)
from policing_indicators.strategies.period import periods
from policing_indicators.strategies.word import identifiers, lines
from policing_indicators.vocabulary.goal import SimpleGoal
from policing_indicators.vocabulary.no_worse_than import Comparator, NoWorseThan
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.spelling import (
    MONTHS_IN_YEAR,
    Spelling,
    month_after,
)
from policing_indicators.vocabulary.target import Quantity, StatedBaseline, Target

_LONGEST = 10
"""Years from a baseline to the due period: longer ways are legal and teach no more."""


@st.composite
def targets(  # noqa: PLR0913 - what is asked for, each by its name
    draw: st.DrawFn,
    *,
    indicator: st.SearchStrategy[str] | None = None,
    quantity: st.SearchStrategy[Quantity] | None = None,
    due: st.SearchStrategy[Period] | None = None,
    area: st.SearchStrategy[str] | None = None,
    group: st.SearchStrategy[str] | None = None,
) -> Target:
    """Give targets of every goal, quantity and kind of baseline that go together.

    Args:
        draw: Passed by hypothesis.
        indicator: The ids of the indicators; any where none is given.
        quantity: The quantities; any where none is given.
        due: The due periods, which start in 1950 or later; any from 1990 on where none
            is given.
        area: The ids of the areas that goals compare with; any where none is given.
        group: The ids of the groups that they compare with, likewise.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=20)
    ... @given(targets())
    ... def test_a_target_has_a_goal(target):
    ...     assert len(target.goals) > 0
    >>> test_a_target_has_a_goal()
    """
    figure = draw(st.sampled_from(Quantity) if quantity is None else quantity)
    period = draw(periods() if due is None else due)
    baseline = draw(_baselines(figure, period))
    is_rate = figure is Quantity.RATE
    return Target(
        id=draw(identifiers()),
        indicator=draw(identifiers() if indicator is None else indicator),
        quantity=figure,
        per=draw(st.sampled_from([None, 1_000, 100_000])) if is_rate else None,
        due=period,
        baseline=baseline,
        goal=draw(
            combinations(
                [
                    *_goals(figure, baseline),
                    _comparisons(figure, area, group),
                ]
            )
        ),
        promised_by=draw(lines()),
        source=draw(lines()),
    )


@st.composite
def _baselines(
    draw: st.DrawFn, quantity: Quantity, due: Period
) -> Period | StatedBaseline | None:
    period = draw(_periods_before(due))
    stated = st.builds(
        StatedBaseline,
        value=values(quantity.highest),
        source=lines(),
        period=st.sampled_from([None, period]),
        definition=st.none() | definitions(),
    )
    return draw(st.none() | st.just(period) | stated)


@st.composite
def _periods_before(draw: st.DrawFn, due: Period) -> Period:
    """Give periods from which a change to another can be measured."""
    shortest = -(-due.months // MONTHS_IN_YEAR)
    months = draw(st.integers(shortest, _LONGEST)) * MONTHS_IN_YEAR
    if due.months == MONTHS_IN_YEAR:  # a year's baseline may be of other months
        months += draw(st.integers(0, MONTHS_IN_YEAR - 1))
    start = month_after(due.start, -months)
    return evolve(due, start=start, spelling=Spelling.SPAN)


def _goals(
    quantity: Quantity, baseline: Period | StatedBaseline | None
) -> Iterator[st.SearchStrategy[SimpleGoal]]:
    """Give each kind of goal that goes with a quantity and a baseline."""
    is_stated = isinstance(baseline, StatedBaseline)
    start = baseline.period if isinstance(baseline, StatedBaseline) else baseline
    yield bounds(quantity.highest)
    if baseline is not None:
        yield percent_changes()
    if start is not None:
        yield trajectories(quantity.highest)
    if quantity is Quantity.COUNT and not is_stated:
        yield unusual_reductions()


def _comparisons(
    quantity: Quantity,
    area: st.SearchStrategy[str] | None,
    group: st.SearchStrategy[str] | None,
) -> st.SearchStrategy[NoWorseThan]:
    """Give comparisons that a quantity is compared in."""
    if quantity is Quantity.COUNT:
        return no_worse_than(Comparator.YEAR_BEFORE)
    return no_worse_than(*Comparator, area=area, group=group)
