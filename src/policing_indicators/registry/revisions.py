"""The measured revisions on the shelf: how far figures move between two releases."""

import csv
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from attrs import field, frozen

from policing_indicators.registry import shelf
from policing_indicators.structuring import read_toml
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.revision import MeasuredRevision, RevisionTolerance
from policing_indicators.vocabulary.source import Source

_ALL = "all"
"""What stands for every edition together, and for every indicator."""

_FEWEST_CELLS = 40
"""Cells that an indicator must have for a measure of its own: about one a force."""

_Measures = dict[tuple[str, str, str], MeasuredRevision]
"""By edition, indicator and measure."""


def _sources(sources: Iterable[Source]) -> tuple[Source, ...]:
    return requirement.items(sources)


@frozen(kw_only=True)
class _Releases:
    """The releases that were compared."""

    earlier: tuple[Source, ...] = field(converter=_sources)
    later: Source


def revision_tolerance(indicator: str) -> RevisionTolerance:
    """Give how far figures of an indicator usually move from release to release.

    Where an indicator was measured on too few cells, or not at all, what was measured
    on all indicators together stands instead; each measure says what it was made on.

    Args:
        indicator: The indicator's id.

    Raises:
        InvalidValueError: It is no identifier.

    >>> homicide = revision_tolerance("homicide")
    >>> homicide.small_counts.measured_on, homicide.levels.measured_on
    ('homicide', 'all')
    """
    releases = _releases()
    return RevisionTolerance(
        indicator=indicator,
        levels=_measure(indicator, "level"),
        small_counts=_measure(indicator, "small count"),
        percentages=_measure(indicator, "percentage"),
        earlier=releases.earlier,
        later=releases.later,
    )


@cache
def _releases() -> _Releases:
    return read_toml(shelf.file("revisions.toml"), _Releases)


def _measure(indicator: str, measure: str) -> MeasuredRevision:
    measures = _measures()
    own = measures.get((_ALL, indicator, measure))
    if own is None or own.cells < _FEWEST_CELLS:
        return measures[_ALL, _ALL, measure]
    return own


@cache
def _measures() -> _Measures:
    return {
        (row["edition"], row["indicator"], row["measure"]): MeasuredRevision(
            measured_on=row["indicator"],
            cells=int(row["cells"]),
            median=Decimal(row["median"]),
            percentile_95=Decimal(row["percentile_95"]),
            percentile_99=Decimal(row["percentile_99"]),
            largest=Decimal(row["largest"]),
        )
        for row in csv.DictReader(shelf.lines("revisions.csv"))
    }
