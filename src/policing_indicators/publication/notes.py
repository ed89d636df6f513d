"""How the figures of a statement were made, in sentences."""

from collections.abc import Iterator

from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.assessment.evidence import EXACT_BELOW
from policing_indicators.calculation.rounding import as_written
from policing_indicators.calculation.small_base import (
    ONS_THRESHOLD,
    SmallBase,
    SmallBaseRule,
)
from policing_indicators.publication.publication import Publication
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.population import DenominatorKind
from policing_indicators.wording import dates, printed
from policing_indicators.wording.disclosure_rule import DisclosureRule
from policing_indicators.wording.house_style import HouseStyle, house_style
from policing_indicators.wording.phrases import joined

_Facts = tuple[IndicatorAssessment, ...]


def notes(
    publication: Publication,
    facts: _Facts,
    *,
    framework: Framework,
    style: HouseStyle | None = None,
) -> Iterator[str]:
    """Say how the figures were made: rounding, withholding, limits, evidence.

    Args:
        publication: What the office decided.
        facts: The facts of every indicator that has a figure.
        framework: The framework that names their baselines.
        style: The house style; the English one where none is given.
    """
    style = style or house_style()
    yield style.say("note.rounding")
    yield from _disclosure(style, publication.disclosure)
    if publication.small_base.threshold:
        yield _small_base(style, publication.small_base)
    if any(each.on_baseline for each in facts):
        yield style.say("note.baseline", framework=framework.name)
    if any(each.rate for each in facts):
        yield style.say("note.rate_limits")
        yield from _populations(style, facts)
    if any(each.proportion for each in facts):
        yield style.say("note.share_limits")
    yield _evidence(style, facts, publication.confidence)
    yield from _measured(style, facts)


def _disclosure(style: HouseStyle, rule: DisclosureRule) -> Iterator[str]:
    if rule.smallest is not None:
        yield style.say("note.hidden", most=style.number(rule.smallest - 1))
    if rule.round_to is not None:
        yield style.say("note.rounded", base=style.number(rule.round_to))


def _small_base(style: HouseStyle, rule: SmallBaseRule) -> str:
    either = rule.decided_by is SmallBase.EITHER
    phrase = "note.small_base_either" if either else "note.small_base_earlier"
    national = "_national" if rule.threshold == ONS_THRESHOLD else ""
    return style.say(f"{phrase}{national}", threshold=style.number(rule.threshold))


def _populations(style: HouseStyle, facts: _Facts) -> Iterator[str]:
    used = dict.fromkeys(each.population for each in facts if each.population)
    for population in used:
        told = {
            "day": dates.reference_day(style, population),
            "size": style.number(population.value),
            "source": str(population.source),
        }
        if population.kind is DenominatorKind.PEOPLE:
            yield style.say("note.people", **told)
        else:
            kind = style.word("denominator", population.kind)
            yield style.say("note.others", kind=kind, **told)


def _evidence(style: HouseStyle, facts: _Facts, confidence: float) -> str:
    dispersion = style.marked(str(EXACT_BELOW))
    tested = [style.cases_of(each.indicator) for each in facts if each.evidence.exact]
    if not tested:
        return style.say("note.untested", dispersion=dispersion)
    return style.say(
        "note.tested",
        cases=joined(style, tested),
        dispersion=dispersion,
        level=style.marked(str(printed.level(confidence))),
    )


def _measured(style: HouseStyle, facts: _Facts) -> Iterator[str]:
    for each in facts:
        measured = each.indicator.dispersion
        if each.evidence.exact is not None and measured is not None:
            yield style.say(
                "note.measured",
                cases=style.cases_of(each.indicator),
                ratio=style.number(as_written(measured.ratio), 2),
                areas=style.number(measured.areas),
                earlier=dates.the(style, measured.earlier),
                later=dates.the(style, measured.later),
                source=measured.source,
            )
