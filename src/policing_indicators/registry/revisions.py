"""The measured revisions on the shelf: how far figures move between two releases."""

import csv
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from operator import attrgetter

from attrs import field, frozen

from policing_indicators.registry import shelf
from policing_indicators.structuring import read_toml
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.revision import (
    ENOUGH_CELLS,
    MeasuredRevision,
    RevisionTolerance,
)
from policing_indicators.vocabulary.source import Source

_ALL = "all"
"""What stands for every edition together, and for every indicator."""

_FEWEST_CELLS = 40
"""Cells that an indicator must have for a measure of its own: about one a force."""

Measures = dict[tuple[str, str], MeasuredRevision]
"""By indicator and measure."""


def _sources(sources: Iterable[Source]) -> tuple[Source, ...]:
    return requirement.items(sources)


@frozen(kw_only=True)
class _Releases:
    """The releases that were compared."""

    earlier: tuple[Source, ...] = field(converter=_sources)
    later: Source


def revision_tolerance(indicator: str) -> RevisionTolerance:
    """Give how far figures of an indicator usually move from release to release.

    Where an indicator was not measured, or on too few cells, what was measured on all
    indicators together stands instead; each measure says what it was made on.

    Args:
        indicator: The indicator's id.

    Raises:
        InvalidValueError: It is no identifier.

    >>> homicide = revision_tolerance("homicide")
    >>> homicide.small_counts.measured_on, homicide.levels.measured_on
    ('homicide', 'all')
    """
    return tolerance_of(indicator, _measures())


def was_measured(indicator: str) -> bool:
    """Say whether revisions were measured on figures of an indicator by themselves.

    >>> was_measured("homicide"), was_measured("gun-crime")
    (True, False)
    """
    return any(
        name == indicator and each.cells >= _FEWEST_CELLS
        for (name, _), each in _measures().items()
    )


def tolerance_of(indicator: str, measures: Measures) -> RevisionTolerance:
    """Give the tolerance of an indicator by measures of one's own.

    Args:
        indicator: The indicator's id.
        measures: What was measured, as :func:`read_measures` gives it.

    Raises:
        InvalidValueError: It is no identifier.

    >>> tolerance_of("homicide", _measures()) == revision_tolerance("homicide")
    True
    """
    releases = _releases()
    return RevisionTolerance(
        indicator=indicator,
        levels=_measure(indicator, "level", measures),
        small_counts=_measure(indicator, "small count", measures),
        percentages=_measure(indicator, "percentage", measures),
        earlier=releases.earlier,
        later=releases.later,
    )


def read_measures(lines: Iterable[str]) -> Measures:
    """Read a table of measures, of every edition together.

    Args:
        lines: The lines of the table, in the form of the one on the shelf.

    >>> measures = read_measures(shelf.lines("revisions.csv"))
    >>> measures["homicide", "small count"].cells
    166
    """
    return {
        (row["indicator"], row["measure"]): MeasuredRevision(
            measured_on=row["indicator"],
            cells=int(row["cells"]),
            median=Decimal(row["median"]),
            percentile_95=Decimal(row["percentile_95"]),
            percentile_99=Decimal(row["percentile_99"]),
            largest=Decimal(row["largest"]),
        )
        for row in csv.DictReader(lines)
        if row["edition"] == _ALL
    }


@cache
def _releases() -> _Releases:
    return read_toml(shelf.file("revisions.toml"), _Releases)


@cache
def _measures() -> Measures:
    return read_measures(shelf.lines("revisions.csv"))


def _measure(indicator: str, measure: str, measures: Measures) -> MeasuredRevision:
    """Give the indicator's own measure, unless that of all says more.

    Of fewer than a hundred cells it is the largest that stands, which one force's
    mishap can make: then that of all indicators, if it is the smaller of the two.
    """
    own, every = measures.get((indicator, measure)), measures[_ALL, measure]
    if own is None or own.cells < _FEWEST_CELLS:
        return every
    if own.cells >= ENOUGH_CELLS:
        return own
    return min(own, every, key=attrgetter("usual"))
