"""How the figures of a statement were made, in sentences."""

from collections.abc import Iterable, Iterator

from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.assessment.evidence import AT_HAND, EXACT_BELOW
from policing_indicators.calculation.rounding import as_written
from policing_indicators.calculation.small_base import (
    ONS_THRESHOLD,
    SmallBase,
    SmallBaseRule,
)
from policing_indicators.publication.picture_notes import cases_of, of_pictures
from policing_indicators.publication.publication import Publication
from policing_indicators.vocabulary.evidence_kind import EvidenceKind
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.period import Period
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
    yield from _evidence(style, facts, publication.confidence)
    yield from of_pictures(style, facts)


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


def _evidence(style: HouseStyle, facts: _Facts, confidence: float) -> Iterator[str]:
    dispersion = style.marked(str(EXACT_BELOW))
    level = printed.level(confidence)
    tested = [each for each in facts if each.evidence.exact]
    if tested:
        yield style.say(
            "note.tested",
            cases=cases_of(style, tested),
            dispersion=dispersion,
            level=style.marked(str(level)),
        )
        yield from _measured(style, "measured", tested)
    among = [each for each in facts if each.evidence.among_areas]
    if among:
        yield style.say(
            "note.among_areas",
            cases=cases_of(style, among),
            level=printed.of_confidence(style, level),
        )
        yield from _measured(style, "among_measured", among)
    past = [each for each in facts if each.evidence.kind is EvidenceKind.OWN_PAST]
    if past:
        yield style.say("note.own_past", cases=cases_of(style, past))
    if not tested and not among and not past:
        yield style.say("note.untested", dispersion=dispersion)
    elif any(_is_unknown(each) for each in facts):
        yield style.say("note.unknown")


def _is_unknown(facts: IndicatorAssessment) -> bool:
    unknown = facts.evidence.kind is EvidenceKind.NONE
    return unknown and facts.on_year_before is not None


def _measured(
    style: HouseStyle, phrase: str, facts: Iterable[IndicatorAssessment]
) -> Iterator[str]:
    """Say how areas' changes scatter, once of all that were measured alike."""
    alike: dict[tuple[str, int, Period, Period], list[IndicatorAssessment]] = {}
    for each in facts:
        beside = each.evidence.beside
        if beside is not None:
            key = beside.source, beside.areas, beside.earlier, beside.later
            alike.setdefault(key, []).append(each)
    for (source, areas, earlier, later), those in alike.items():
        told = {
            "cases": cases_of(style, those),
            "areas": style.number(areas),
            "earlier": dates.the(style, earlier),
            "later": dates.the(style, later),
            "source": style.say("note.at_hand") if source == AT_HAND else source,
        }
        if phrase == "measured":
            ratios = dict.fromkeys(_ratio(style, each) for each in those)
            told["ratio"] = joined(style, ratios)
        yield style.say(f"note.{phrase}", **told)


def _ratio(style: HouseStyle, facts: IndicatorAssessment) -> str:
    beside = facts.evidence.beside
    return style.number(as_written(beside.ratio if beside else 0), 2)
