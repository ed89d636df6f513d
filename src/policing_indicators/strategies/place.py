"""Strategies for areas and groups of them, their populations, and their sources."""

from hypothesis import strategies as st

from policing_indicators.strategies.word import days, identifiers, lines
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.area_group import AreaGroup
from policing_indicators.vocabulary.population import DenominatorKind, Population
from policing_indicators.vocabulary.source import Source


def areas() -> st.SearchStrategy[Area]:
    """Give areas of every kind, with a code and without one.

    >>> from hypothesis import given
    >>> from policing_indicators import Areas
    >>> @given(areas())
    ... def test_an_area_answers_to_its_name(area):
    ...     assert Areas([area]).find(area.name) is area
    >>> test_an_area_answers_to_its_name()
    """
    digits = st.integers(0, 99_999_999).map("{:08}".format)
    return st.builds(
        Area,
        id=identifiers(),
        name=lines(),
        kind=st.sampled_from(AreaKind),
        code=st.none() | st.builds(str.__add__, st.sampled_from("ENSW"), digits),
        aliases=st.lists(lines(), max_size=2),
    )


def area_groups(
    *, area: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[AreaGroup]:
    """Give groups of areas, those of one area among them.

    Args:
        area: The ids of the areas; any where none is given.

    >>> from hypothesis import given
    >>> @given(area_groups())
    ... def test_a_group_names_an_area_once(group):
    ...     assert len(set(group.areas)) == len(group.areas) > 0
    >>> test_a_group_names_an_area_once()
    """
    ids = identifiers() if area is None else area
    return st.builds(
        AreaGroup,
        id=identifiers(),
        name=lines(),
        areas=st.lists(ids, min_size=1, max_size=3, unique=True),
        source=lines(),
    )


def sources() -> st.SearchStrategy[Source]:
    """Give sources, with a day of release and without one.

    >>> from hypothesis import given
    >>> @given(sources())
    ... def test_a_source_is_cited_by_its_title(source):
    ...     assert str(source).endswith(source.title)
    >>> test_a_source_is_cited_by_its_title()
    """
    return st.builds(
        Source,
        publisher=lines(),
        title=lines(),
        released=st.none() | days(),
        licence=st.none() | lines(),
    )


def populations(
    *, area: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[Population]:
    """Give populations of every kind, that of nobody among them.

    Args:
        area: The ids of the areas; any where none is given.

    >>> from hypothesis import given
    >>> @given(populations())
    ... def test_nobody_is_counted_below_zero(population):
    ...     assert population.value >= 0
    >>> test_nobody_is_counted_below_zero()
    """
    return st.builds(
        Population,
        area=identifiers() if area is None else area,
        kind=st.sampled_from(DenominatorKind),
        reference_date=days(),
        edition=lines(),
        value=st.integers(0, 70_000_000),
        source=sources(),
    )
