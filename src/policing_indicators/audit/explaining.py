"""Proposals of what may lie behind a figure that does not reproduce, the best first."""

from collections.abc import Iterator
from fractions import Fraction

from attrs import evolve

from policing_indicators.audit import chance
from policing_indicators.audit.case import Case
from policing_indicators.audit.comparison_points import change_of
from policing_indicators.audit.evidence import is_percentage
from policing_indicators.audit.explanation import Explanation, ExplanationKind, Fit
from policing_indicators.audit.finding import AuditFinding, Reckoning
from policing_indicators.audit.printing import (
    decimals_of,
    distance,
    prints_as,
    prints_cut_off,
)
from policing_indicators.audit.verdict import Standing
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.printed_number import PrintedNumber

_STANDS = (Standing.REPRODUCES, Standing.WITHIN_REVISION)
_MOST = 3
"""How many proposals are kept: more are no help to who looks into it."""


def explained(
    case: Case, finding: AuditFinding, also: list[Explanation]
) -> AuditFinding:
    """Put beside a finding what may lie behind it, likeliest first.

    Args:
        case: The claim.
        finding: The finding, of a figure that does not reproduce.
        also: What was proposed for several claims together.
    """
    found = dict.fromkeys((*also, *_proposals(case, finding)))
    ranked = sorted(found, key=_rank)
    return evolve(finding, explanations=tuple(ranked[:_MOST]))


def _rank(explanation: Explanation) -> tuple[bool, float]:
    often = 1.0 if explanation.chance is None else explanation.chance
    return explanation.is_weak, often


def _proposals(case: Case, finding: AuditFinding) -> Iterator[Explanation]:
    match finding.figure:
        case "percentage" | "absolute" | "points":
            yield from _of_change(case, finding)
        case "level":
            yield from _elsewhere(case)
            yield from _another_definition(case)
        case _:
            return


def _of_change(case: Case, finding: AuditFinding) -> Iterator[Explanation]:
    printed: PrintedNumber = getattr(case.claim, finding.figure)
    exact = finding.expected or Fraction(0)
    if prints_as(printed, -exact):
        fit = _fit(case, finding.figure, -exact)
        often = chance.of_changes([distance(printed, -exact)])
        yield Explanation(
            kind=ExplanationKind.SIGN,
            fits=(fit,),
            observations=finding.observations,
            chance=often,
        )
    if prints_cut_off(printed, exact):
        fit = evolve(
            _fit(case, finding.figure, exact), decimals=decimals_of(printed) + 1
        )
        yield Explanation(
            kind=ExplanationKind.TRUNCATED,
            fits=(fit,),
            observations=finding.observations,
            chance=chance.TRUNCATION,
        )


def _elsewhere(case: Case) -> Iterator[Explanation]:
    """Look for the printed level in another row, area or period."""
    claim = case.claim
    count, period = case.whole("level"), claim.period
    if count is None or period is None or is_percentage(case.indicator):
        return
    off = chance.LEVEL_NEARNESS * count
    lowest, highest = count - off, count + off
    evidence = case.bench.evidence
    rows = {
        ExplanationKind.ANOTHER_ROW: evidence.of_place(
            claim.area, period, lowest, highest
        ),
        ExplanationKind.ANOTHER_PERIOD: (
            row
            for row in evidence.series(*case.claimed)
            if row.count is not None and lowest <= row.count <= highest
        ),
        ExplanationKind.ANOTHER_AREA: evidence.of_row(
            claim.indicator, period, lowest, highest
        ),
    }
    for kind, found in rows.items():
        others = [row for row in found if _is_another(row, case, period)]
        yield from _best(case, kind, others)


def _is_another(row: Observation, case: Case, period: Period) -> bool:
    return (row.indicator, row.area, row.period) != (*case.claimed, period)


def _best(
    case: Case, kind: ExplanationKind, rows: list[Observation]
) -> Iterator[Explanation]:
    """Propose the row whose change fits too, or else the nearest, and weakly so.

    A level alone is proposed only within the same force and year.
    """
    fitting = [(row, fit) for row in rows if (fit := _change_there(case, row))]
    if fitting:
        row, fit = fitting[0]
        yield Explanation(
            kind=kind,
            fits=(_level_fit(case, row), fit),
            observations=(row,),
            chance=chance.LEVEL_AND_CHANGE[kind],
        )
    elif rows and kind is ExplanationKind.ANOTHER_ROW:
        count = case.whole("level") or 0
        row = min(rows, key=lambda each: abs(each.required_count() - count))
        yield Explanation(
            kind=kind,
            fits=(_level_fit(case, row),),
            observations=(row,),
            chance=chance.LEVEL_ALONE[kind],
            is_weak=True,
        )


def _change_there(case: Case, row: Observation) -> Fit | None:
    """Say whether the change beside the level fits the other row too."""
    claim = case.claim
    printed, later = claim.percentage, claim.period
    if printed is None or later is None or claim.earlier_period is None:
        return None
    back = (later.start.year - claim.earlier_period.start.year) * 12 + (
        later.start.month - claim.earlier_period.start.month
    )
    earlier = _moved(row.period, back)
    named = row.indicator, row.area
    for after, before in case.bench.evidence.counts(named, row.period, earlier):
        if before > 0:
            exact = Fraction(100 * (after - before), before)
            if distance(printed, exact) <= chance.CHANGE_NEARNESS:
                return _fit(case, "percentage", exact)
    return None


def _moved(period: Period, months: int) -> Period:
    if months == 12:  # noqa: PLR2004 - a year
        return period.year_before
    return period.preceding


def _another_definition(case: Case) -> Iterator[Explanation]:
    """Propose another definition where the level is off and its change is not."""
    figure = change_of(case.claim)
    if figure is None or case.reckonings[figure].verdict not in _STANDS:
        return
    beside: Reckoning = case.reckonings[figure]
    exact = beside.expected or Fraction(0)
    yield Explanation(
        kind=ExplanationKind.ANOTHER_DEFINITION,
        fits=(_fit(case, figure, exact),),
        observations=beside.observations,
        chance=_chance_beside(case, figure, beside),
    )


def _chance_beside(case: Case, figure: str, beside: Reckoning) -> float | None:
    """Give how often another row's change would fit so well, in points of its base."""
    printed: PrintedNumber = getattr(case.claim, figure)
    off = distance(printed, beside.expected or Fraction(0))
    _, earlier = beside.observations
    if figure == "percentage" and not is_percentage(case.indicator):
        return chance.of_change_beside(off)
    if figure == "absolute" and earlier.count:
        return chance.of_change_beside(100 * off / earlier.count)
    return None


def _level_fit(case: Case, row: Observation) -> Fit:
    return _fit(case, "level", Fraction(row.required_count()))


def _fit(case: Case, figure: str, value: Fraction) -> Fit:
    printed = case.claim.figures[figure]
    decimals = decimals_of(printed) if isinstance(printed, PrintedNumber) else 0
    return Fit(
        claim=case.claim.id,
        figure=figure,
        printed=printed.text,
        value=value,
        decimals=decimals,
    )
