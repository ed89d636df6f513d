"""Points about how a figure is printed, and about the words around it."""

from collections.abc import Iterator
from fractions import Fraction

from attrs import evolve

from policing_indicators.audit.abstention import Abstention
from policing_indicators.audit.case import Case
from policing_indicators.audit.comparison_points import change_of
from policing_indicators.audit.evidence import is_percentage
from policing_indicators.audit.finding import AuditFinding, Reckoning
from policing_indicators.audit.finding_code import FindingCode
from policing_indicators.audit.point import point
from policing_indicators.audit.printing import prints_as
from policing_indicators.audit.verdict import Standing
from policing_indicators.calculation.small_base import ONS_THRESHOLD
from policing_indicators.vocabulary.claim import Remark
from policing_indicators.vocabulary.definition import Standard
from policing_indicators.vocabulary.indicator import ImprovementDirection
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.printed_number import PrintedNumber, Sign

_STANDS = (Standing.REPRODUCES, Standing.WITHIN_REVISION)

MOST = Fraction(1, 2)
"""The share of a change from which a part can be said to have made most of it."""


def small_base(case: Case) -> Iterator[AuditFinding]:
    """Find a percentage of which both counts are under fifty.

    Where only one of them is, publishers differ, and none is faulted for either way.
    """
    counts = counts_of(case)
    if case.claim.percentage is None or counts is None or is_percentage(case.indicator):
        return
    if max(counts) < ONS_THRESHOLD:
        observations = _held_counts(case)
        yield evolve(
            point(case, FindingCode.SMALL_BASE, "percentage"), observations=observations
        )


def counts_of(case: Case) -> tuple[int, int] | None:
    """Give the later and the earlier count: as printed, or else as a table has them."""
    later, earlier = case.whole("level"), case.whole("previous_level")
    change, printed = case.whole("absolute"), case.claim.absolute
    told = printed is not None and printed.movement is not None
    if later is not None and earlier is None and change is not None and told:
        earlier = later - change
    held = [row.count for row in _held_counts(case)]
    if later is None and held:
        later = held[0]
    if earlier is None and len(held) > 1:
        earlier = held[1]
    return None if later is None or earlier is None else (later, earlier)


def _held_counts(case: Case) -> tuple[Observation, ...]:
    for name in ("percentage", "absolute"):
        found = case.reckonings.get(name)
        if found is not None and found.observations:
            return found.observations
    return ()


def incomplete(case: Case) -> Iterator[AuditFinding]:
    """Find a sentence that lacks what a reader needs to check it.

    A change alone is complete where a table at hand gives what it is a change of.
    """
    claim = case.claim
    if not claim.figures:
        yield point(case, FindingCode.INCOMPLETE)
        return
    figure = change_of(claim)
    has_level = not {"level", "previous_level"}.isdisjoint(claim.figures)
    if figure is not None and not has_level and _is_unchecked(case, figure):
        yield point(case, FindingCode.INCOMPLETE)
    elif "previous_level" in claim.figures and "level" not in claim.figures:
        if figure is None:
            yield point(case, FindingCode.INCOMPLETE)
    elif set(claim.figures) == {"rank"} and _is_unchecked(case, "rank"):
        yield point(case, FindingCode.INCOMPLETE)


def _is_unchecked(case: Case, figure: str) -> bool:
    return case.reckonings[figure].verdict is Standing.CANNOT_BE_CHECKED


def points_vs_percent(case: Case) -> Iterator[AuditFinding]:
    """Find a change in points told in per cent, or the other way round."""
    claim = case.claim
    percentage = claim.percentage
    if not is_percentage(case.indicator):
        if claim.points is not None and case.indicator is not None:
            yield point(case, FindingCode.POINTS_VS_PERCENT, "points")
        if percentage is not None and percentage.unit == "percentage points":
            yield point(case, FindingCode.POINTS_VS_PERCENT, "percentage")
        return
    if percentage is None or percentage.hedge:
        return
    level, previous = claim.level, claim.previous_level
    if level is None or previous is None or level.hedge or previous.hedge:
        return
    points = level.value - previous.value
    if prints_as(percentage, points) and not _may_be_relative(
        percentage, level, previous
    ):
        yield evolve(
            point(case, FindingCode.POINTS_VS_PERCENT, "percentage"),
            expected=points,
            decimals=max(percentage.decimals, 0),
        )


def _may_be_relative(
    printed: PrintedNumber, later: PrintedNumber, earlier: PrintedNumber
) -> bool:
    """Say whether it may be a change in per cent, given how both are rounded."""
    off_later, off_earlier = later.last_place / 2, earlier.last_place / 2
    if earlier.value <= off_earlier:
        return True
    least = (later.value - off_later) / (earlier.value + off_earlier)
    most = (later.value + off_later) / (earlier.value - off_earlier)
    off = printed.last_place / 2
    return 100 * (least - 1) - off <= printed.value <= 100 * (most - 1) + off


def mixed_sign(case: Case) -> Iterator[AuditFinding]:
    """Find a change that is told with a sign and a word at once."""
    for name in ("absolute", "percentage", "points"):
        printed: PrintedNumber | None = getattr(case.claim, name)
        if printed is not None and printed.word and printed.sign is not Sign.NONE:
            yield point(case, FindingCode.MIXED_SIGN, name)


def significance_unsupported(case: Case) -> Iterator[AuditFinding]:
    """Find a change called significant where no method is printed."""
    claim = case.claim
    told = " ".join((*claim.scope, claim.definition)).casefold()
    has_method = any(word in told for word in ("statistical", "test", "limits", "p ="))
    if Remark.SIGNIFICANT in claim.remarks and not has_method:
        yield point(case, FindingCode.SIGNIFICANCE_UNSUPPORTED)


def definition_unstated(case: Case) -> Iterator[AuditFinding]:
    """Find a figure of a definition that differs by publisher and is not printed.

    So too where nothing is said of a difference because some count otherwise, and
    where a level does not reproduce and the change beside it does: what is counted
    may then be something else.
    """
    claim = case.claim
    if claim.definition or not claim.figures:
        return
    definition = case.indicator.definition if case.indicator else None
    is_local = definition is not None and definition.standard is Standard.LOCAL
    level, change = case.reckonings.get("level"), change_of(claim)
    level_is_off = level is not None and level.verdict is Standing.DOES_NOT_REPRODUCE
    change_fits = change is not None and case.reckonings[change].verdict in _STANDS
    counted_otherwise = _counted_otherwise(case)
    if is_local:
        yield point(case, FindingCode.DEFINITION_UNSTATED)
    elif counted_otherwise is not None:
        found = point(case, FindingCode.DEFINITION_UNSTATED)
        yield evolve(found, observations=counted_otherwise.observations)
    elif level is not None and level_is_off and change_fits:
        found = point(case, FindingCode.DEFINITION_UNSTATED)
        yield evolve(found, observations=level.observations)


def _counted_otherwise(case: Case) -> Reckoning | None:
    """Give the first figure of which nothing is said since some count otherwise."""
    open_ended = Abstention.OPEN_DEFINITION
    every = case.reckonings.values()
    return next((each for each in every if each.abstention is open_ended), None)


def policing_driven_reading(case: Case) -> Iterator[AuditFinding]:
    """Find a neutral indicator's change told as good or as bad by itself."""
    neutral = ImprovementDirection.NEUTRAL
    if case.indicator is None or case.indicator.direction is not neutral:
        return
    if not {Remark.GOOD, Remark.BAD}.isdisjoint(case.claim.remarks):
        yield point(case, FindingCode.POLICING_DRIVEN_READING)


def contribution_unsupported(case: Case) -> Iterator[AuditFinding]:
    """Find a change told to be most of a whole's that a table does not bear out.

    Where the figures of the sentence do not reproduce, nothing is said of what they
    contribute.
    """
    claim = case.claim
    later, earlier = claim.period, claim.earlier_period
    change = change_of(claim)
    if claim.drives is None or later is None or earlier is None or change is None:
        return
    part = case.reckonings[change]
    if part.verdict not in _STANDS or is_percentage(case.indicator):
        return
    wholes = case.bench.evidence.counts((claim.drives, claim.area), later, earlier)
    for after, before in wholes:
        moved, own = after - before, _difference(part.observations)
        share = Fraction(own, moved) if moved else None
        if share is None or share < MOST:
            yield evolve(
                point(case, FindingCode.CONTRIBUTION_UNSUPPORTED),
                expected=None if share is None else 100 * share,
                observations=part.observations,
            )
        return


def _difference(rows: tuple[Observation, ...]) -> int:
    later, earlier = rows
    return later.required_count() - earlier.required_count()
