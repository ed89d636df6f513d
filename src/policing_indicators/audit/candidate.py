"""What the tables at hand give for one figure, release by release."""

from collections.abc import Iterable
from fractions import Fraction

from attrs import evolve, frozen

from policing_indicators.audit.abstention import Abstention
from policing_indicators.audit.finding import Reckoning
from policing_indicators.audit.printing import decimals_of, distance, prints_as
from policing_indicators.audit.verdict import Standing
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.population import Population
from policing_indicators.vocabulary.printed_number import PrintedNumber


@frozen(kw_only=True)
class Candidate:
    """What one release gives for a figure.

    Attributes:
        value: The figure, exact.
        observations: What it is made from.
        allowed: How far the usual revision reaches.
        population: The population that a rate is over, where the table states none.
    """

    value: Fraction
    observations: tuple[Observation, ...]
    allowed: Fraction = Fraction(0)
    population: Population | None = None


def abstained(
    figure: str,
    printed: str,
    reason: Abstention,
    missing: Observation | None = None,
) -> Reckoning:
    """Say that a figure cannot be checked, and why."""
    return Reckoning(
        figure=figure,
        printed=printed,
        verdict=Standing.CANNOT_BE_CHECKED,
        abstention=reason,
        missing=missing,
    )


def judged(
    figure: str, printed: PrintedNumber, candidates: Iterable[Candidate]
) -> Reckoning | None:
    """Hold a printed figure to what each release gives; the most comfortable counts.

    A document can only know the releases of its day: what any of them gives stands. Of
    releases that agree equally well the newest is named.

    Returns:
        The figure beside the table, or nothing where there is no candidate.
    """
    reckonings = [_beside(figure, printed, each) for each in candidates]
    if not reckonings:
        return None
    best = min(reckonings, key=lambda each: each.verdict.discomfort)
    newest = reckonings[0]
    if best.verdict is Standing.REPRODUCES and _is_older(best, newest):
        best = evolve(best, newest=newest)
    if printed.hedge and best.verdict is Standing.DOES_NOT_REPRODUCE:
        return evolve(
            best, verdict=Standing.CANNOT_BE_CHECKED, abstention=Abstention.HEDGED
        )
    return best


def _is_older(best: Reckoning, newest: Reckoning) -> bool:
    return newest.verdict is not Standing.REPRODUCES and (
        best.observations != newest.observations
    )


def _beside(figure: str, printed: PrintedNumber, candidate: Candidate) -> Reckoning:
    if prints_as(printed, candidate.value):
        verdict = Standing.REPRODUCES
    elif distance(printed, candidate.value) <= candidate.allowed:
        verdict = Standing.WITHIN_REVISION
    else:
        verdict = Standing.DOES_NOT_REPRODUCE
    return Reckoning(
        figure=figure,
        printed=printed.text,
        verdict=verdict,
        expected=candidate.value,
        decimals=decimals_of(printed),
        observations=candidate.observations,
        population=candidate.population,
        allowed=candidate.allowed,
    )
