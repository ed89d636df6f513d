"""Strategies for priorities, indicators, and the frameworks that hold them."""

from attrs import evolve
from hypothesis import strategies as st

from policing_indicators.strategies.period import LONGEST_SPAN, periods
from policing_indicators.strategies.word import days, identifiers, lines
from policing_indicators.vocabulary.case_noun import CaseNoun
from policing_indicators.vocabulary.definition import (
    Break,
    CountedUnit,
    DateBasis,
    Definition,
    PlaceBasis,
    Standard,
)
from policing_indicators.vocabulary.dispersion import MeasuredDispersion
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.population import DenominatorKind
from policing_indicators.vocabulary.priority import Priority
from policing_indicators.vocabulary.spelling import MONTHS_IN_YEAR, month_after


def priorities() -> st.SearchStrategy[Priority]:
    """Give priorities, whose indicators may be in no framework.

    >>> from hypothesis import given
    >>> @given(priorities())
    ... def test_a_priority_names_an_indicator_once(priority):
    ...     assert len(set(priority.indicators)) == len(priority.indicators)
    >>> test_a_priority_names_an_indicator_once()
    """
    return st.builds(
        Priority,
        id=identifiers(),
        name=lines(),
        aliases=st.lists(lines(), max_size=2),
        indicators=st.lists(identifiers(), max_size=3, unique=True),
    )


@st.composite
def indicators(draw: st.DrawFn) -> Indicator:
    """Give indicators, whose parts and wholes may be in no framework.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=20)
    ... @given(indicators())
    ... def test_an_indicator_has_a_direction(indicator):
    ...     assert isinstance(indicator.direction, ImprovementDirection)
    >>> test_an_indicator_has_a_direction()
    """
    first, last = sorted(draw(st.tuples(days(), days())))
    return Indicator(
        id=draw(identifiers()),
        name=draw(lines()),
        unit=draw(st.sampled_from(Unit)),
        direction=draw(st.sampled_from(ImprovementDirection)),
        aliases=draw(st.lists(lines(), max_size=2)),
        noun=draw(st.none() | st.builds(CaseNoun, one=lines(), many=lines())),
        denominator=draw(st.none() | st.sampled_from(DenominatorKind)),
        per=draw(st.sampled_from([100_000, 1_000, 1_000_000])),
        decimals=draw(st.integers(0, 3)),
        definition=draw(st.none() | definitions()),
        source=draw(st.just("") | lines()),
        caveats=draw(st.lists(lines(), max_size=2)),
        parts=draw(st.lists(identifiers(), max_size=3, unique=True)),
        subset_of=draw(st.none() | identifiers()),
        baseline=draw(st.none() | periods()),
        breaks=draw(st.lists(st.builds(Break, days(), lines()), max_size=2)),
        valid_from=draw(st.none() | st.just(first)),
        valid_to=draw(st.none() | st.just(last)),
        dispersion=draw(st.none() | _dispersions()),
    )


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """Give frameworks whose indicators are parts of each other in every lawful way.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=20)
    ... @given(frameworks())
    ... def test_every_part_is_in_the_framework(framework):
    ...     for indicator in framework.indicators:
    ...         assert all(framework.indicator(part) for part in indicator.parts)
    >>> test_every_part_is_in_the_framework()
    """
    ids = draw(st.lists(identifiers(), max_size=4, unique=True))
    members = [
        evolve(
            draw(indicators()),
            id=own,
            name=draw(_names_beside(own)),
            aliases=draw(st.lists(_names_beside(own), max_size=2)),
            parts=draw(_some_of(ids[place + 1 :])),
            subset_of=draw(st.sampled_from([None, *ids[:place]])),
        )
        for place, own in enumerate(ids)
    ]
    headings = [
        Priority(id=own, name=draw(_names_beside(own)), indicators=draw(_some_of(ids)))
        for own in draw(st.lists(identifiers(), max_size=3, unique=True))
    ]
    return Framework(
        id=draw(identifiers()),
        name=draw(lines()),
        source=draw(st.just("") | lines()),
        priorities=headings,
        indicators=members,
    )


def definitions() -> st.SearchStrategy[Definition]:
    """Give definitions, of which most leave something open."""
    return st.builds(
        Definition,
        text=lines(),
        standard=st.sampled_from(Standard),
        variants=st.lists(lines(), max_size=2, unique=True),
        counts=st.none() | st.sampled_from(CountedUnit),
        dated_by=st.none() | st.sampled_from(DateBasis),
        placed_by=st.none() | st.sampled_from(PlaceBasis),
    )


@st.composite
def _dispersions(draw: st.DrawFn) -> MeasuredDispersion:
    later = draw(periods())
    years = draw(st.integers(LONGEST_SPAN // MONTHS_IN_YEAR, 5))
    measured = MeasuredDispersion(
        ratio=draw(st.floats(0, 200)),
        areas=draw(st.integers(2, 50)),
        earlier=evolve(later, start=month_after(later.start, -years * MONTHS_IN_YEAR)),
        later=later,
        source=draw(lines()),
    )
    if draw(st.booleans()):
        return measured
    totals = st.integers(1, 1_000_000)
    return evolve(
        measured,
        earlier_total=draw(totals),
        later_total=draw(totals),
        spread=draw(st.floats(0, 1)),
    )


def _names_beside(own_id: str) -> st.SearchStrategy[str]:
    """Give names that nothing with another id answers to."""
    return lines().map(lambda line: f"{own_id}: {line}")


def _some_of(ids: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(ids), unique=True) if ids else st.just([])
