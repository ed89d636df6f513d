"""Points about what a figure is compared with, and when."""

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from policing_indicators.audit.case import Case
from policing_indicators.audit.finding import AuditFinding
from policing_indicators.audit.finding_code import FindingCode
from policing_indicators.audit.point import point
from policing_indicators.audit.verdict import Standing
from policing_indicators.vocabulary.claim import Claim, ClaimComparator
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.spelling import MONTHS_IN_YEAR

CHANGES = ("percentage", "absolute", "points")
"""The fields that are a change."""

LIKE_PERIODS = 5
"""Of how many like periods a base must be the highest to be called a peak: fewer are no
series to be the peak of."""

_NEEDS_A_PERIOD = (
    ClaimComparator.BASELINE,
    ClaimComparator.PEAK,
    ClaimComparator.AVERAGE,
)
_TOLD_OF_A_BREAK = ("break", "rule", "record", "method", "definition", "comparab")


def change_of(claim: Claim) -> str | None:
    """Give the first of a claim's fields that is a change, if there is one."""
    return next((name for name in CHANGES if name in claim.figures), None)


def unlike_periods(case: Case) -> Iterator[AuditFinding]:
    """Find a change between periods of other lengths, or of other seasons."""
    claim = case.claim
    figure, later, earlier = change_of(claim), claim.period, claim.earlier_period
    if figure is None or later is None or earlier is None:
        return
    is_part_of_a_year = later.months % MONTHS_IN_YEAR != 0
    other_season = is_part_of_a_year and earlier.start.month != later.start.month
    if earlier.months != later.months or other_season or earlier.overlaps(later):
        yield evolve(
            point(case, FindingCode.UNLIKE_PERIODS, figure), periods=(earlier, later)
        )


def stale_period(case: Case) -> Iterator[AuditFinding]:
    """Find a figure whose source had a newer like period out by the document's day.

    Only the newest claim of an indicator is looked at: a document may well tell of
    earlier years beside it.
    """
    claim, published = case.claim, case.bench.claims.document.published
    if claim.document or claim.period is None or published is None:
        return
    newest = max(
        (
            each.period
            for each in case.bench.alike(case.claim)
            if each.period is not None
        ),
        key=_end,
        default=claim.period,
    )
    if newest.end > claim.period.end or not claim.figures:
        return
    newer = [
        row
        for row in case.bench.evidence.series(*case.claimed)
        if row.as_at is not None
        and row.as_at <= published
        and _is_newer_and_alike(row.period, claim.period)
    ]
    if newer:
        latest = max(newer, key=lambda row: row.period.end)
        yield evolve(
            point(case, FindingCode.STALE_PERIOD),
            periods=(claim.period, latest.period),
            observations=(latest,),
        )


def comparator_unclear(case: Case) -> Iterator[AuditFinding]:
    """Find a change that does not say what it is a change on."""
    claim, figure = case.claim, change_of(case.claim)
    needs = claim.comparator in _NEEDS_A_PERIOD and claim.comparator_period is None
    if figure is not None and (claim.comparator is ClaimComparator.NONE or needs):
        yield point(case, FindingCode.COMPARATOR_UNCLEAR, figure)


def comparator_is_peak(case: Case) -> Iterator[AuditFinding]:
    """Find a change on the highest of a series, which a fall follows of itself."""
    claim, figure = case.claim, change_of(case.claim)
    if figure is None:
        return
    if claim.comparator is ClaimComparator.PEAK:
        periods = () if claim.comparator_period is None else (claim.comparator_period,)
        yield evolve(
            point(case, FindingCode.COMPARATOR_IS_PEAK, figure), periods=periods
        )
    elif claim.comparator is ClaimComparator.BASELINE and not _is_declared(case):
        base = claim.comparator_period
        rows = [] if base is None else _like_periods(case, base)
        highest = max(rows, key=_count, default=None)
        if len(rows) >= LIKE_PERIODS and highest and highest.period == base:
            yield evolve(
                point(case, FindingCode.COMPARATOR_IS_PEAK, figure),
                periods=(highest.period,),
                observations=(highest,),
            )


def baseline_conflict(case: Case) -> Iterator[AuditFinding]:
    """Find a base that the document prints, or dates, otherwise elsewhere."""
    claim = case.claim
    yield from _two_bases(case)
    for other in case.bench.alike(case.claim):
        if (
            claim.comparator is other.comparator is ClaimComparator.BASELINE
            and claim.comparator_period != other.comparator_period
            and None not in (claim.comparator_period, other.comparator_period)
            and change_of(claim) is not None
        ):
            yield evolve(
                point(case, FindingCode.BASELINE_CONFLICT, change_of(claim) or ""),
                periods=_known(claim.comparator_period, other.comparator_period),
                others=(other.id,),
            )
            return


def series_break(case: Case) -> Iterator[AuditFinding]:
    """Find a change across a break in the series that the document does not name."""
    claim, figure = case.claim, change_of(case.claim)
    if figure is None or claim.period is None or claim.earlier_period is None:
        return
    if case.indicator is None or _tells_of_a_break(claim):
        return
    breaks = case.indicator.breaks_between(claim.earlier_period, claim.period)
    if breaks:
        periods = (claim.earlier_period, claim.period)
        yield evolve(
            point(case, FindingCode.SERIES_BREAK, figure),
            periods=periods,
            breaks=breaks,
        )


def _two_bases(case: Case) -> Iterator[AuditFinding]:
    """Hold a printed base to every level that the document prints for that period."""
    claim, base = case.claim, case.whole("previous_level")
    if base is None or claim.earlier_period is None:
        return
    for other in case.bench.alike(case.claim):
        level = other.level
        if (
            level is not None
            and other.period == claim.earlier_period
            and not level.hedge
            and level.decimals == 0
            and level.value != base
        ):
            near = abs(level.value - base) <= case.usual_level(level.value)
            yield evolve(
                point(case, FindingCode.BASELINE_CONFLICT, "previous_level"),
                verdict=Standing.PRESENTATION_POINT
                if near
                else Standing.CANNOT_ALL_HOLD,
                expected=level.value,
                periods=(claim.earlier_period,),
                others=(other.id,),
            )
            return


def _is_newer_and_alike(period: Period, claimed: Period) -> bool:
    alike = (period.months, period.start.month) == (
        claimed.months,
        claimed.start.month,
    )
    return alike and period.start > claimed.start


def _is_declared(case: Case) -> bool:
    declared = case.indicator.baseline if case.indicator else None
    return declared is not None and declared == case.claim.comparator_period


def _like_periods(case: Case, base: Period) -> list[Observation]:
    shape = base.months, base.start.month
    return [
        row
        for row in case.bench.evidence.series(*case.claimed)
        if (row.period.months, row.period.start.month) == shape
        and row.count is not None
    ]


def _tells_of_a_break(claim: Claim) -> bool:
    told = " ".join((*claim.scope, claim.definition)).casefold()
    return any(word in told for word in _TOLD_OF_A_BREAK)


def _count(row: Observation) -> int:
    return row.required_count()


def _end(period: Period) -> date:
    return period.end


def _known(*periods: Period | None) -> tuple[Period, ...]:
    return tuple(period for period in periods if period is not None)
