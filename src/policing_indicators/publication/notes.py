"""How the figures of a statement were made, in sentences."""

from collections.abc import Iterator

from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.assessment.evidence import EXACT_BELOW
from policing_indicators.calculation.small_base import (
    ONS_THRESHOLD,
    SmallBase,
    SmallBaseRule,
)
from policing_indicators.publication.publication import Publication
from policing_indicators.vocabulary.population import DenominatorKind
from policing_indicators.wording import printed
from policing_indicators.wording.phrases import cases_of, joined

_ROUNDING = (
    "Figures are rounded only when they are printed; halves are rounded away from zero."
)
_RATE_LIMITS = (
    "The limits of a rate are exact limits for a count of independent events (Garwood, "
    "1936): made so, they hold the underlying rate at least as often as their "
    "confidence says. Where events come in clusters, as most recorded crime does, they "
    "are too narrow: do not use them to judge a change or to compare areas."
)
_SHARE_LIMITS = (
    "The limits of a percentage are Wilson's (1927), those of a change in percentage "
    "points Newcombe's (1998, method 10); they take each response as independent."
)


def notes(
    publication: Publication, facts: tuple[IndicatorAssessment, ...]
) -> Iterator[str]:
    """Say how the figures were made: rounding, withholding, limits, evidence."""
    yield _ROUNDING
    if publication.small_base.threshold:
        yield _small_base(publication.small_base)
    if any(each.rate for each in facts):
        yield _RATE_LIMITS
        yield from _populations(facts)
    if any(each.proportion for each in facts):
        yield _SHARE_LIMITS
    yield _evidence(facts, publication.confidence)


def _small_base(rule: SmallBaseRule) -> str:
    either = rule.decided_by is SmallBase.EITHER
    number = "either number" if either else "the earlier number"
    told = f"No percentage is given where {number} is under {rule.threshold}."
    if rule.threshold != ONS_THRESHOLD:
        return f"{told} This is a rule of publication and not a statistical test."
    return (
        f"{told} This follows the police force area tables of the Office for National "
        "Statistics; it is not a statistical test."
    )


def _populations(facts: tuple[IndicatorAssessment, ...]) -> Iterator[str]:
    used = dict.fromkeys(each.population for each in facts if each.population)
    for population in used:
        size = printed.number(population.value)
        told = f"{population.label} number of {population.kind.value}, {size},"
        if population.kind is DenominatorKind.PEOPLE:
            told = f"{population.label} population of {size}"
        yield f"The {told} is from: {population.source}."


def _evidence(facts: tuple[IndicatorAssessment, ...], confidence: float) -> str:
    level = printed.level(confidence)
    tested = [cases_of(each.indicator) for each in facts if each.evidence.significance]
    why = (
        "forces' changes were measured to scatter like those of rare independent "
        f"events (a dispersion under {EXACT_BELOW})"
    )
    if not tested:
        return (
            "How often chance alone would make a difference as large is given only "
            f"where {why}. For the figures here, the data that were used cannot say "
            "how unusual a change is."
        )
    return (
        "How often chance alone would make a difference as large is given only for "
        f"{joined(tested)}, by the exact conditional test of two counts, because "
        f"{why} there, from one year to the next. Where p is under {level} "
        "the sentence after it speaks of why the number changed, else of whether the "
        "risk did. For the other figures, the data that were used cannot say how "
        "unusual a change is."
    )
