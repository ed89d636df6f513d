"""Hypothesis strategies for the nouns, for the property tests of those who use them.

It needs hypothesis, which the rest of the library does not. Every value is valid, and
the odd ones are among them: negative counts, missing figures, areas without a code,
names in any script, periods written in every way, goals that combine others.

>>> from hypothesis import given
>>> from policing_indicators import Period
>>> from policing_indicators.strategies import periods
>>> @given(periods())
... def test_a_period_reads_back(period):
...     assert Period.parse(str(period)) == period
>>> test_a_period_reads_back()
"""

from policing_indicators.errors import MissingLibraryError

try:
    import hypothesis as _hypothesis
except ImportError as _error:
    raise MissingLibraryError(
        "hypothesis", "policing_indicators.strategies"
    ) from _error
else:
    del _hypothesis

from policing_indicators.strategies.framework import frameworks, indicators, priorities
from policing_indicators.strategies.goal import goals
from policing_indicators.strategies.observation import observations, time_series
from policing_indicators.strategies.period import periods
from policing_indicators.strategies.place import (
    area_groups,
    areas,
    populations,
    sources,
)
from policing_indicators.strategies.published_figure import published_figures
from policing_indicators.strategies.target import targets
from policing_indicators.strategies.word import days, identifiers, lines

__all__ = [
    "area_groups",
    "areas",
    "days",
    "frameworks",
    "goals",
    "identifiers",
    "indicators",
    "lines",
    "observations",
    "periods",
    "populations",
    "priorities",
    "published_figures",
    "sources",
    "targets",
    "time_series",
]
