"""Rows of open data of what became of a target."""

from collections.abc import Iterator

from policing_indicators.assessment.finding import Finding, Verdict, WhyCannotSay
from policing_indicators.calculation.rounding import Number
from policing_indicators.publication.chance_rows import of_chance
from policing_indicators.publication.figure_row import (
    CASES,
    PER_CENT,
    PERCENTAGE_POINTS,
    Fields,
    figure,
    limited,
    named,
    sources,
    told,
)
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure
from policing_indicators.vocabulary.target import Quantity
from policing_indicators.wording import target_sentences
from policing_indicators.wording.goal_phrases import GoalPhrases
from policing_indicators.wording.house_style import HouseStyle
from policing_indicators.wording.target_sentences import Held, held

_VERDICTS = {
    Verdict.MET: 1,
    Verdict.ON_COURSE: 1,
    Verdict.NOT_MET: 0,
    Verdict.OFF_COURSE: 0,
}


def of_target(style: HouseStyle, finding: Finding) -> Iterator[PublishedFigure]:
    """Give the rows of what was said of a target: the verdict, and what it rests on.

    Args:
        style: The house style.
        finding: What came of the target.
    """
    row, target = finding.observation, finding.target
    common = {
        **named(style, finding.indicator, row),
        "period": finding.period,
        "target": target.id,
    }
    source = {"source": sources(row.source, target.source)}
    yield figure(Measure.TARGET_VERDICT, common, source, _verdict(style, finding))
    if finding.verdict is Verdict.CANNOT_SAY:
        return
    phrases = GoalPhrases(style=style, target=target, indicator=finding.indicator)
    common.update(_unit(finding))
    printed, states = held(phrases, finding), (row.status.shorthand,)
    value, decimals = finding.figure or 0, printed.decimals
    level = told(printed.figure, value, decimals=decimals, states=states)
    limits = limited(finding.limits, phrases.decimals)
    yield figure(Measure.TARGET_FIGURE, common, level, limits)
    if printed.line is not None:
        yield from _of_line(finding, {**common, **source}, printed, printed.line)
    significance, baseline = finding.chance.significance, finding.baseline
    if finding.change and baseline is not None and significance is not None:
        between = {
            "compared_with": baseline.period,
            "source": sources(row.source, baseline.source),
            "per": None,
        }
        yield from of_chance(style, {**common, **between}, significance)


def _of_line(
    finding: Finding, common: Fields, printed: Held, line: Number
) -> Iterator[PublishedFigure]:
    measure = Measure.TARGET_LINE if finding.is_due else Measure.TARGET_MILESTONE
    level = told(printed.written, line, decimals=printed.line_decimals)
    yield figure(measure, common, level)
    if printed.margin:
        decimals = -int(printed.margin.as_tuple().exponent)
        margin = told(printed.size, printed.margin, decimals=decimals)
        is_percentage = finding.target.quantity is Quantity.PERCENTAGE
        unit = {"unit": PERCENTAGE_POINTS} if is_percentage else {}
        yield figure(Measure.TARGET_MARGIN, common, unit, margin)


def _unit(finding: Finding) -> Fields:
    indicator, target = finding.indicator, finding.target
    match target.quantity:
        case Quantity.COUNT:
            return {"unit": indicator.noun.many if indicator.noun else CASES}
        case Quantity.RATE:
            kind = indicator.denominator
            per = target.per or indicator.per
            return {"unit": kind.value if kind else target.quantity.value, "per": per}
        case Quantity.PERCENTAGE:
            return {"unit": PER_CENT}
        case Quantity.PROPORTION:
            return {"unit": target.quantity.value}


def _verdict(style: HouseStyle, finding: Finding) -> Fields:
    """Give one where it is met or on course, nought where it is not."""
    value = _VERDICTS.get(finding.verdict)
    withheld = finding.why is WhyCannotSay.WITHHELD
    reason = MissingReason.CONFIDENTIAL if withheld else MissingReason.NOT_AVAILABLE
    status = finding.observation.status.shorthand
    return {
        "unit": "verdict",
        "value": value,
        "printed": target_sentences.verdict(style, finding),
        "shorthand": reason.shorthand if value is None else status,
    }
