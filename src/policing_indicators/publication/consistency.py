"""What cannot be in the figures of a publication, before any is printed."""

from collections.abc import Iterator
from datetime import date

from policing_indicators.errors import Problem
from policing_indicators.publication.publication import Publication
from policing_indicators.vocabulary.area import Area
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.missing import Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

_Figures = dict[tuple[str, Period, date | None], Observation]


def problems(
    publication: Publication,
    framework: Framework,
    area: Area,
    observations: tuple[Observation, ...],
) -> Iterator[Problem]:
    """Name what cannot be: no figure, an impossible day, a subset above its whole.

    Args:
        publication: The publication.
        framework: Its framework.
        area: Its area.
        observations: The observations of all its data files.
    """
    day = publication.published
    if day is not None and day <= publication.period.end:
        allowed = f"a day after the period, which ends on {publication.period.end}"
        yield Problem("published", str(day), allowed)
    own = [row for row in observations if row.area == area.id]
    if not own:
        held = ", ".join(dict.fromkeys(row.area for row in observations)) or "none"
        yield Problem("area", area.id, f"an area that the data hold: {held}")
        return
    periods = {publication.period, *publication.periods.values()}
    if periods.isdisjoint(row.period for row in own):
        held = ", ".join(map(str, sorted({row.period for row in own})))
        allowed = f"a period that the data hold: {held}"
        yield Problem("period", str(publication.period), allowed)
    yield from _wrong_days(own, publication.published)
    yield from _twice(own)
    yield from _half_dated(own)
    yield from _above_whole(framework, own)


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
