"""Printed rates beside counts and populations."""

from collections.abc import Iterator
from fractions import Fraction

from policing_indicators.audit.abstention import Abstention
from policing_indicators.audit.candidate import Candidate, abstained, judged
from policing_indicators.audit.case import Case
from policing_indicators.audit.finding import Reckoning
from policing_indicators.calculation.rounding import as_written
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import DenominatorKind, Population
from policing_indicators.vocabulary.printed_number import PrintedNumber

YEARS_BACK = 2
"""How old a mid-year estimate may be when a rate is published over it: tables of the
year ending December 2024 rate over mid-2023 (Office for National Statistics, Police
force area data tables, Table P3)."""


def rated(case: Case, printed: PrintedNumber) -> Reckoning:
    """Hold a printed rate to the counts at hand, over every population it may be over.

    Any edition, and any mid-year estimate up to two years old, is as good as another:
    publishers choose, and do not always say which.
    """
    claim, evidence = case.claim, case.bench.evidence
    if claim.period is None:
        return abstained("rate", printed.text, Abstention.NO_PERIOD)
    rows = [row for row in evidence.held(*case.claimed, claim.period) if row.count]
    found = judged("rate", printed, _candidates(case, claim.period, rows))
    if found is not None:
        return found
    missing = evidence.missing(*case.claimed, claim.period)
    if rows:
        return abstained("rate", printed.text, Abstention.NO_POPULATION)
    reason = Abstention.MISSING if missing else Abstention.NOT_HELD
    return abstained("rate", printed.text, reason, missing)


def kind_of(case: Case) -> DenominatorKind:
    """Give what an indicator's rate is counted over: people, where nothing says."""
    kind = case.indicator.denominator if case.indicator else None
    return kind or DenominatorKind.PEOPLE


def denominators(case: Case, period: Period) -> Iterator[Population]:
    """Give every population that a rate of a period may be over, the newest first."""
    kind = kind_of(case)
    year = period.midpoint_year
    found = [
        each
        for each in case.bench.evidence.populations(case.claim.area, kind)
        if year - YEARS_BACK <= each.reference_date.year <= year and each.value
    ]
    yield from sorted(found, key=lambda each: each.reference_date, reverse=True)


def _candidates(
    case: Case, period: Period, rows: list[Observation]
) -> Iterator[Candidate]:
    for row in rows:
        if row.denominator:
            yield _over(case, row, as_written(row.denominator), None)
        for population in denominators(case, period):
            yield _over(case, row, Fraction(population.value), population)


def _over(
    case: Case, row: Observation, size: Fraction, population: Population | None
) -> Candidate:
    count, per = Fraction(row.required_count()), Fraction(case.claim.per or 1)
    off = case.usual_level(count)
    return Candidate(
        value=count * per / size,
        observations=(row,),
        allowed=off * per / size,
        population=population,
    )
