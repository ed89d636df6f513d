"""How the figures of a statement were made, in sentences."""

from collections.abc import Iterator

from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.assessment.evidence import EXACT_BELOW
from policing_indicators.calculation.small_base import SmallBase
from policing_indicators.publication.publication import Publication
from policing_indicators.wording import printed

_ROUNDING = (
    "Figures are rounded once, at the end, half away from zero, from unrounded values."
)
_LIMITS = (
    "Limits of a rate are exact limits for a count of independent events (Garwood, "
    "1936). Where one event leads to another, the true uncertainty is wider."
)
_SHORTHAND = (
    "Shorthand: [x] not available, [z] not applicable, [c] confidential, [u] withheld "
    "for a small base or low reliability, [p] provisional, [r] revised, [e] estimated, "
    "[f] forecast."
)


def notes(
    publication: Publication, facts: tuple[IndicatorAssessment, ...]
) -> Iterator[str]:
    """Say how the figures were made: rounding, withholding, limits, evidence."""
    yield _ROUNDING
    yield _small_base(publication)
    if any(each.rate for each in facts):
        yield _LIMITS
        yield from _populations(facts)
    yield _evidence(facts)
    yield _SHORTHAND


def _small_base(publication: Publication) -> str:
    rule = publication.small_base
    whose = (
        "either count is"
        if rule.decided_by is SmallBase.EITHER
        else "the earlier count is"
    )
    return (
        f"No percentage is given where {whose} under {rule.threshold}. That is a rule "
        "of publication, after the police force area tables of the Office for National "
        "Statistics, and no test of anything."
    )


def _populations(facts: tuple[IndicatorAssessment, ...]) -> Iterator[str]:
    used = dict.fromkeys(each.population for each in facts if each.population)
    for population in used:
        yield (
            f"The {population.label} population ({population.kind.value}) is "
            f"{printed.number(population.value)}, of the edition {population.edition}: "
            f"{population.source}."
        )


def _evidence(facts: tuple[IndicatorAssessment, ...]) -> str:
    tested = [each.indicator.name for each in facts if each.evidence.significance]
    rule = (
        "How often chance alone would make a difference as large is said only where "
        "forces' changes were measured to scatter as those of rare independent events "
        f"would (a dispersion under {EXACT_BELOW})"
    )
    if not tested:
        return f"{rule}; that is none of the figures here."
    return (
        f"{rule}: {', '.join(tested)}, by the exact conditional test of two counts. Of "
        "the others the figures at hand do not say how unusual a change is."
    )
