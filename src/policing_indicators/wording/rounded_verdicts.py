"""Verdicts on rounded figures: said only where rounding could not have turned them."""

from itertools import product

from attrs import evolve

from policing_indicators.assessment.assessment import Assessment
from policing_indicators.assessment.finding import Finding, Verdict, WhyCannotSay
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.assessment.rules import check
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.wording.disclosure import OUT_OF_CASES
from policing_indicators.wording.disclosure_rule import DisclosureRule


def with_sure_verdicts(
    assessment: Assessment, grounds: Grounds, rule: DisclosureRule
) -> Assessment:
    """Keep of findings on rounded figures those that hold of the true ones too.

    A verdict uses the true figure, and beside its line it can give that figure away:
    98 rounds to 100, and a target of at most 98 is met by it alone of all that round
    so. So a verdict is said where every figure that rounds to what is shown has it,
    which then is the true figure's; elsewhere it is withheld, whichever way it went.

    Args:
        assessment: The assessment of the figures that may be shown.
        grounds: Those figures.
        rule: The rule that rounded them. Where it rounds nothing, all verdicts stay.
    """
    if rule.round_to is None:
        return assessment
    half = rule.round_to // 2
    return evolve(
        assessment,
        indicators=tuple(
            evolve(
                each,
                findings=tuple(
                    _sure(finding, grounds, half) for finding in each.findings
                ),
            )
            for each in assessment.indicators
        ),
    )


def _sure(finding: Finding, grounds: Grounds, half: int) -> Finding:
    """Give a finding, or one that is withheld where rounding may have turned it.

    The further the figure lies from what it is held against, on either side, the
    surer the verdict: so the ends of what rounds so are all that need be tried. A goal
    with two sides can be missed at both ends and met between them: so it is asked on
    which side of each line the figure lies.
    """
    outcomes = {_outcome(finding)}
    for own, others in product((-half, half), repeat=2):
        moved = _moved(finding, grounds, own, others)
        outcomes.add(_outcome(check(finding.target, moved, at=finding.period)))
    if len(outcomes) == 1:
        return finding
    return Finding(
        target=finding.target,
        indicator=finding.indicator,
        verdict=Verdict.CANNOT_SAY,
        why=WhyCannotSay.WITHHELD,
        period=finding.period,
        observation=finding.observation,
    )


def _outcome(finding: Finding) -> tuple[object, ...]:
    """Give all that is said, and on which side of each line the figure lies."""
    figure, lower, upper = finding.figure, finding.lower, finding.upper
    return (
        finding.verdict,
        finding.why,
        figure is None or lower is None or figure >= lower,
        figure is None or upper is None or figure <= upper,
        *map(_outcome, finding.parts),
    )


def _moved(finding: Finding, grounds: Grounds, own: int, others: int) -> Grounds:
    """Move the figure by so many cases, and all that it may be held against."""
    is_out_of_cases = finding.indicator.unit in OUT_OF_CASES
    move = _share_by if is_out_of_cases else _by
    rows = (
        move(row, own if _is_decisive(row, finding) else others)
        for row in grounds.observations
        if row.indicator == finding.indicator.id
    )
    return evolve(grounds, observations=tuple(rows))


def _is_decisive(row: Observation, finding: Finding) -> bool:
    decisive = finding.observation
    return (row.area, row.period) == (decisive.area, decisive.period)


def _by(row: Observation, cases: int) -> Observation:
    """Move a count, but not below zero."""
    if row.count is None:
        return row
    return evolve(row, count=max(min(row.count, 0), row.count + cases))


def _share_by(row: Observation, cases: int) -> Observation:
    """Move a count and, the other way, what it is out of: both are rounded.

    The count stays within what it is out of.
    """
    if row.count is None or row.denominator is None:
        return row
    out_of = max(0, row.denominator - cases)
    count = max(0, min(row.count + cases, int(out_of)))
    return evolve(row, count=count, denominator=out_of)
