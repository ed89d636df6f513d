"""Every printed figure of a claim beside what the tables at hand give."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from attrs import evolve

from policing_indicators.audit.abstention import Abstention
from policing_indicators.audit.candidate import Candidate, abstained, judged
from policing_indicators.audit.case import Bench, Case
from policing_indicators.audit.direction import is_opposite
from policing_indicators.audit.evidence import figure_of, is_percentage
from policing_indicators.audit.finding import Reckoning
from policing_indicators.audit.ranking import ranked
from policing_indicators.audit.rates import rated
from policing_indicators.audit.verdict import Standing
from policing_indicators.vocabulary.claim import Claim
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.printed_number import PrintedNumber

_PER_CENT = 100

_Made = Callable[[Case, Observation, Observation], Candidate | None]


def case_of(bench: Bench, claim: Claim) -> Case:
    """Put a claim beside the tables at hand."""
    case = Case(bench=bench, claim=claim)
    return evolve(case, reckonings=_reckonings(case))


def _reckonings(case: Case) -> Mapping[str, Reckoning]:
    claim = case.claim
    found = {
        name: _of_number(case, name, getattr(claim, name))
        for name in claim.figures
        if name != "rank"
    }
    if claim.rank is not None:
        found["rank"] = ranked(case, claim.rank)
    return {name: _unless_of_another(case, each) for name, each in found.items()}


def _unless_of_another(case: Case, reckoning: Reckoning) -> Reckoning:
    """Say nothing of a difference where something else may be counted.

    A figure of a narrower scope, or of a printed definition, may well differ from a
    table's: that it does is no fault. So may one of an open definition, unless it goes
    the other way.
    """
    if reckoning.verdict is not Standing.DOES_NOT_REPRODUCE:
        return reckoning
    if case.claim.scope or case.claim.definition:
        reason = Abstention.OTHER_SCOPE
    elif case.is_open and not is_opposite(case.claim, reckoning):
        reason = Abstention.OPEN_DEFINITION
    else:
        return reckoning
    return evolve(reckoning, verdict=Standing.CANNOT_BE_CHECKED, abstention=reason)


def _of_number(case: Case, name: str, printed: PrintedNumber) -> Reckoning:
    match name:
        case "level":
            return _held(case, name, printed, case.claim.period)
        case "previous_level":
            return _held(case, name, printed, case.claim.earlier_period)
        case "absolute":
            return _changed(case, name, printed, _absolute)
        case "percentage":
            return _changed(case, name, printed, _percentage)
        case "points" if not is_percentage(case.indicator):
            return abstained(name, printed.text, Abstention.OTHER_QUANTITY)
        case "points":
            return _changed(case, name, printed, _points)
        case "rate":
            return rated(case, printed)
        case _:
            return _shared(case, printed)


def _held(
    case: Case, name: str, printed: PrintedNumber, period: Period | None
) -> Reckoning:
    if period is None:
        return abstained(name, printed.text, _why_no_period(case))
    rows = case.bench.evidence.held(*case.claimed, period)
    found = judged(name, printed, _levels(case, rows))
    if found is not None:
        return found
    missing = case.bench.evidence.missing(*case.claimed, period)
    reason = Abstention.MISSING if missing else Abstention.NOT_HELD
    return abstained(name, printed.text, reason, missing)


def _levels(case: Case, rows: list[Observation]) -> Iterator[Candidate]:
    for row in rows:
        value = figure_of(row, case.indicator)
        if value is not None:
            allowed = (
                case.usual_level(value)
                if row.count is not None and not is_percentage(case.indicator)
                else Fraction(0)
            )
            yield Candidate(value=value, observations=(row,), allowed=allowed)


def _changed(case: Case, name: str, printed: PrintedNumber, made: _Made) -> Reckoning:
    later, earlier = case.claim.period, case.claim.earlier_period
    if later is None or earlier is None:
        return abstained(name, printed.text, _why_no_period(case))
    pairs = list(case.bench.evidence.pairs(case.claimed, later, earlier))
    candidates = [
        each for each in (made(case, *pair) for pair in pairs) if each is not None
    ]
    found = judged(name, printed, candidates)
    if found is not None:
        return found
    return _why_no_change(case, name, printed, both=bool(pairs))


def _why_no_change(
    case: Case, name: str, printed: PrintedNumber, *, both: bool
) -> Reckoning:
    if both:
        return abstained(name, printed.text, Abstention.UNDEFINED)
    evidence = case.bench.evidence
    periods = (case.claim.period, case.claim.earlier_period)
    known = [period for period in periods if period is not None]
    held = [evidence.held(*case.claimed, period) for period in known]
    if all(held):
        return abstained(name, printed.text, Abstention.NOT_IN_ONE_RELEASE)
    found = (evidence.missing(*case.claimed, period) for period in known)
    missing = next((row for row in found if row is not None), None)
    reason = Abstention.MISSING if missing else Abstention.NOT_HELD
    return abstained(name, printed.text, reason, missing)


def _why_no_period(case: Case) -> Abstention:
    if case.claim.period is None:
        return Abstention.NO_PERIOD
    return Abstention.NO_COMPARATOR


def _absolute(case: Case, later: Observation, earlier: Observation) -> Candidate | None:
    after, before = _figures(case, later, earlier)
    if after is None or before is None:
        return None
    if is_percentage(case.indicator):
        return Candidate(value=after - before, observations=(later, earlier))
    allowed = max(case.usual_level(after), case.usual_level(before))
    return Candidate(
        value=after - before, observations=(later, earlier), allowed=allowed
    )


def _percentage(
    case: Case, later: Observation, earlier: Observation
) -> Candidate | None:
    after, before = _figures(case, later, earlier)
    if after is None or before is None or before <= 0:
        return None
    allowed = Fraction(0)
    if not is_percentage(case.indicator):
        allowed = case.usual_percentage(before)
    return Candidate(
        value=_PER_CENT * (after - before) / before,
        observations=(later, earlier),
        allowed=allowed,
    )


def _points(case: Case, later: Observation, earlier: Observation) -> Candidate | None:
    after, before = _figures(case, later, earlier)
    if after is None or before is None:
        return None
    return Candidate(value=after - before, observations=(later, earlier))


def _figures(
    case: Case, later: Observation, earlier: Observation
) -> tuple[Fraction | None, Fraction | None]:
    return figure_of(later, case.indicator), figure_of(earlier, case.indicator)


def _shared(case: Case, printed: PrintedNumber) -> Reckoning:
    claim, evidence = case.claim, case.bench.evidence
    if claim.period is None or claim.share_of is None:
        return abstained("share", printed.text, Abstention.NO_PERIOD)
    wholes = evidence.held(claim.share_of, claim.area, claim.period)
    candidates = [
        _share(case, part, whole)
        for part in evidence.held(*case.claimed, claim.period)
        for whole in wholes
        if (part.as_at, part.source) == (whole.as_at, whole.source)
        and part.count is not None
        and whole.count
    ]
    found = judged("share", printed, candidates)
    if found is not None:
        return found
    missing = evidence.missing(*case.claimed, claim.period)
    reason = Abstention.MISSING if missing else Abstention.NOT_HELD
    return abstained("share", printed.text, reason, missing)


def _share(case: Case, part: Observation, whole: Observation) -> Candidate:
    count, total = Fraction(part.required_count()), Fraction(whole.required_count())
    share = _PER_CENT * count / total
    off = case.usual_level(count)
    return Candidate(
        value=share, observations=(part, whole), allowed=_PER_CENT * off / total
    )
