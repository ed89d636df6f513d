"""What cannot be in the figures of a publication, before any is printed."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from policing_indicators.assessment.comparing import years_before
from policing_indicators.errors import Problem
from policing_indicators.publication.search import Search
from policing_indicators.structuring import Sketch
from policing_indicators.tables.observation_table import ObservationTable
from policing_indicators.vocabulary.area import Area
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.missing import Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

_Figures = dict[tuple[str, Period, date | None], Observation]
"""The first figure of each indicator, period and vintage."""


CheckFigures = Callable[
    [Sketch, Framework | None, Area | None, ObservationTable, Search], None
]
"""Notes what is not right in the figures of an area."""


def check_publisher(publication: Sketch, search: Search) -> None:
    """Note where nobody is named who publishes it."""
    if publication.part("publisher", str) == "":
        search.note("publisher", "", "who publishes the statement, as one line of text")


def check_day(publication: Sketch, search: Search) -> None:
    """Note where it is published before its period is over."""
    day = publication.part("published", date)
    period = publication.part("period", Period)
    if day is not None and period is not None and day <= period.end:
        allowed = f"a day after the period, which ends on {period.end}"
        search.note("published", str(day), allowed)


def check_figures(
    publication: Sketch,
    framework: Framework | None,
    area: Area | None,
    observations: ObservationTable,
    search: Search,
) -> None:
    """Note what cannot be: no figure, an impossible day, a subset above its whole.

    Args:
        publication: The publication, as far as it is right.
        framework: Its framework, if that was found.
        area: Its area, if that was found.
        observations: The observations of all its data files that were read.
        search: What notes the problems.
    """
    if area is None:
        return
    day = publication.part("published", date)
    own = observations.rows_of_area(area.id)
    if not search.unread:
        search.problems.extend(_nothing_held(publication, area, observations, own))
    search.elsewhere.extend(_wrong_rows(own, day, framework))
    search.elsewhere.extend(
        _twice_elsewhere(publication, framework, observations, area)
    )


def _nothing_held(
    publication: Sketch,
    area: Area,
    observations: ObservationTable,
    own: Sequence[Observation],
) -> Iterator[Problem]:
    """Name an area, or else a period, of which the tables hold nothing."""
    if not own:
        held = ", ".join(observations.areas) or "none"
        yield Problem("area", area.id, f"an area that the data hold: {held}")
        return
    period = publication.part("period", Period)
    if period is None or not publication.is_right("periods"):
        return
    others = (each for _, _, each in publication.entries("periods", Period))
    if {period, *others}.isdisjoint(row.period for row in own):
        held = ", ".join(map(str, sorted({row.period for row in own})))
        yield Problem("period", str(period), f"a period that the data hold: {held}")


def _wrong_rows(
    rows: Sequence[Observation], published: date | None, framework: Framework | None
) -> Iterator[Problem]:
    """Name what cannot be of each figure, by itself or beside the others."""
    figures: _Figures = {}
    for row in rows:
        figures.setdefault((row.indicator, row.period, row.as_at), row)
    dated = {row.indicator for row in rows if row.as_at is not None}
    indicators = framework.indicators if framework else ()
    wholes = {each.id: each.subset_of for each in indicators if each.subset_of}
    for row in rows:
        yield from _wrong_day(row, published)
        yield from _twice(row, figures)
        if row.missing is None and row.as_at is None and row.indicator in dated:
            allowed = "a day, as other figures of the indicator have"
            yield Problem(_place(row, "as_at"), None, allowed)
        yield from _above_whole(row, figures, wholes)


def _place(row: Observation, column: str | None = None) -> str:
    origin = row.origin
    where = f"{origin.file}: line {origin.line}" if origin else f"data: {row}"
    return where if column is None else f"{where}, column {column}"


def _wrong_day(row: Observation, published: date | None) -> Iterator[Problem]:
    place = _place(row, "as_at")
    if published is not None and row.as_at is not None and published < row.as_at:
        allowed = f"a day no later than {published}, when the statement is published"
        yield Problem(place, str(row.as_at), allowed)
    known = row.missing is None and row.status is not Status.FORECAST
    if known and row.as_at is not None and row.as_at <= row.period.end:
        allowed = f"a day after the period, which ends on {row.period.end}"
        yield Problem(place, str(row.as_at), allowed)


def _twice(row: Observation, figures: _Figures) -> Iterator[Problem]:
    first = figures[row.indicator, row.period, row.as_at]
    if first is not row:
        allowed = f"one figure of one vintage; {first.origin} has {_cited(first)}"
        yield Problem(_place(row), f"{row}: {_cited(row)}", allowed)


def _twice_elsewhere(
    publication: Sketch,
    framework: Framework | None,
    observations: ObservationTable,
    area: Area,
) -> Iterator[Problem]:
    """Name what stands twice of the figures that this area's are held against."""
    period = publication.part("period", Period)
    if period is None or framework is None:
        return
    for other in observations.areas:
        for indicator in framework.indicators if other != area.id else ():
            for each in (period, years_before(period, 1)):
                if each is not None and observations.holds(indicator.id, other):
                    figures: _Figures = {}
                    for row in observations.rows(indicator.id, other, period=each):
                        figures.setdefault((row.indicator, each, row.as_at), row)
                        yield from _twice(row, figures)


def _cited(row: Observation) -> str:
    return f"{row.figure} ({row.source})" if row.source else str(row.figure)


def _above_whole(
    row: Observation, figures: _Figures, wholes: dict[str, str]
) -> Iterator[Problem]:
    whole = figures.get((wholes.get(row.indicator, ""), row.period, row.as_at))
    if whole is None or whole.count is None or row.count is None:
        return
    if row.count > whole.count:
        allowed = f"at most the {whole.count} of {whole.indicator}"
        yield Problem(_place(row, "count"), row.count, allowed)
