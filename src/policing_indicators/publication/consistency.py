"""What cannot be in the figures of a publication, before any is printed."""

from collections.abc import Iterator
from datetime import date

from policing_indicators.errors import Problem
from policing_indicators.publication.search import Search
from policing_indicators.structuring import Sketch
from policing_indicators.vocabulary.area import Area
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.missing import Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

_Figures = dict[tuple[str, Period, date | None], Observation]


def check(
    publication: Sketch,
    framework: Framework | None,
    area: Area | None,
    observations: tuple[Observation, ...],
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
    day = publication.part("published", date)
    period = publication.part("period", Period)
    if day is not None and period is not None and day <= period.end:
        allowed = f"a day after the period, which ends on {period.end}"
        search.note("published", str(day), allowed)
    if area is None:
        return
    own = [row for row in observations if row.area == area.id]
    if not search.unread:
        search.problems.extend(_nothing_held(publication, area, observations, own))
    search.elsewhere.extend(_wrong_days(own, day))
    search.elsewhere.extend(_twice(own))
    search.elsewhere.extend(_half_dated(own))
    if framework is not None:
        search.elsewhere.extend(_above_whole(framework, own))


def _nothing_held(
    publication: Sketch,
    area: Area,
    observations: tuple[Observation, ...],
    own: list[Observation],
) -> Iterator[Problem]:
    """Name an area, or else a period, of which the tables hold nothing."""
    if not own:
        held = ", ".join(dict.fromkeys(row.area for row in observations)) or "none"
        yield Problem("area", area.id, f"an area that the data hold: {held}")
        return
    period = publication.part("period", Period)
    if period is None or not publication.is_right("periods"):
        return
    others = (each for _, _, each in publication.entries("periods", Period))
    if {period, *others}.isdisjoint(row.period for row in own):
        held = ", ".join(map(str, sorted({row.period for row in own})))
        yield Problem("period", str(period), f"a period that the data hold: {held}")


def _wrong_days(rows: list[Observation], published: date | None) -> Iterator[Problem]:
    for row in rows:
        if published is not None and row.as_at is not None and published < row.as_at:
            allowed = (
                f"a day no later than {published}, when the statement is published"
            )
            yield Problem(f"data: {row}: as_at", str(row.as_at), allowed)
        known = row.missing is None and row.status is not Status.FORECAST
        if known and row.as_at is not None and row.as_at <= row.period.end:
            allowed = f"a day after the period, which ends on {row.period.end}"
            yield Problem(f"data: {row}: as_at", str(row.as_at), allowed)


def _twice(rows: list[Observation]) -> Iterator[Problem]:
    seen: _Figures = {}
    for row in rows:
        key = row.indicator, row.period, row.as_at
        first = seen.setdefault(key, row)
        if first is not row:
            both = f"{first.figure} ({first.source}) and {row.figure} ({row.source})"
            yield Problem(f"data: {row}", both, "one figure of one vintage")


def _half_dated(rows: list[Observation]) -> Iterator[Problem]:
    """Name figures without a vintage beside others with one: which is the later?"""
    dated = {row.indicator for row in rows if row.as_at is not None}
    for row in rows:
        if row.missing is None and row.as_at is None and row.indicator in dated:
            allowed = "a day, as other figures of the indicator have"
            yield Problem(f"data: {row}: as_at", None, allowed)


def _above_whole(framework: Framework, rows: list[Observation]) -> Iterator[Problem]:
    figures: _Figures = {(row.indicator, row.period, row.as_at): row for row in rows}
    wholes = {
        each.id: each.subset_of for each in framework.indicators if each.subset_of
    }
    for row in rows:
        whole = figures.get((wholes.get(row.indicator, ""), row.period, row.as_at))
        if whole is None or whole.count is None or row.count is None:
            continue
        if row.count > whole.count:
            allowed = f"at most the {whole.count} of {whole.indicator}"
            yield Problem(f"data: {row}: count", row.count, allowed)
