"""Strategies for observations, and for the time series they make."""

from datetime import date
from functools import cache

from hypothesis import strategies as st

from policing_indicators.strategies.period import periods
from policing_indicators.strategies.word import days, identifiers, lines
from policing_indicators.vocabulary.missing import MissingReason, Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.time_series import TimeSeries

_Figure = tuple[int | None, float | None, float | None, MissingReason | None]


@st.composite
def observations(
    draw: st.DrawFn,
    *,
    indicator: st.SearchStrategy[str] | None = None,
    area: st.SearchStrategy[str] | None = None,
    period: st.SearchStrategy[Period] | None = None,
    as_at: st.SearchStrategy[date | None] | None = None,
) -> Observation:
    """Give observations of all three forms: a count, a value, or none with its reason.

    Args:
        draw: Passed by hypothesis.
        indicator: The ids of the indicators; any where none is given.
        area: The ids of the areas; any where none is given.
        period: The periods; any where none is given.
        as_at: The vintages; any, and none, where none is given.

    >>> from hypothesis import given
    >>> @given(observations(period=periods(first_year=2020)))
    ... def test_a_figure_is_there_or_its_reason_is(observation):
    ...     assert (observation.figure is None) == (observation.missing is not None)
    >>> test_a_figure_is_there_or_its_reason_is()
    """
    count, denominator, value, missing = draw(_figures())
    return Observation(
        draw(identifiers() if indicator is None else indicator),
        draw(identifiers() if area is None else area),
        draw(periods() if period is None else period),
        count=count,
        denominator=denominator,
        value=value,
        missing=missing,
        status=draw(st.sampled_from(Status)),
        as_at=draw(st.none() | days() if as_at is None else as_at),
        source=draw(st.just("") | lines()),
        note=draw(st.just("") | lines()),
    )


@st.composite
def time_series(draw: st.DrawFn) -> TimeSeries:
    """Give time series, gaps and overlapping periods among them.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=20)
    ... @given(time_series())
    ... def test_a_time_series_is_in_order(series):
    ...     starts = [observation.period.start for observation in series]
    ...     assert starts == sorted(starts)
    >>> test_a_time_series_is_in_order()
    """
    rows = observations(
        indicator=st.just(draw(identifiers())),
        area=st.just(draw(identifiers())),
        as_at=st.just(draw(st.none() | days())),
    )
    return TimeSeries(
        draw(st.lists(rows, min_size=1, max_size=5, unique_by=lambda row: row.period))
    )


@cache
def _figures() -> st.SearchStrategy[_Figure]:
    """Give a count and its denominator, or a value, or the reason why there is none."""
    none = st.none()
    zero = st.just(0)
    counts = zero | st.integers(-1_000, 1_000_000)
    whole = zero | st.integers(0, 70_000_000)
    denominators = none | whole | st.floats(0, 70_000_000)
    values = st.floats(allow_nan=False, allow_infinity=False) | st.integers()
    return st.one_of(
        st.tuples(counts, denominators, none, none),
        st.tuples(none, none, values, none),
        st.tuples(none, none, none, st.sampled_from(MissingReason)),
    )
