"""What may be said: the figures that a publication's rules permit."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from attrs import evolve

from policing_indicators.calculation.change import Change
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import Unit
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.wording.cell import Cell
from policing_indicators.wording.disclosure_rule import DisclosureRule
from policing_indicators.wording.suppression import suppressed
from policing_indicators.wording.tellers import all_kin

OUT_OF_CASES = (Unit.PROPORTION, Unit.PERCENTAGE)
"""The units whose denominator is a number of cases, and not of people living there."""

_Place = tuple[str, str, Period]
"""What a figure is of, whichever vintage has it: indicator, area, period."""


def permitted_percent(change: Change, small_base: SmallBaseRule) -> Fraction | None:
    """Give a change's percentage, unless it is undefined or its base too small.

    Args:
        change: The change.
        small_base: The rule that withholds percentages on small counts.

    Returns:
        The percentage, exactly; ``None`` where none may be printed.
    """
    if small_base.withholds(change.earlier, change.later):
        return None
    return change.exact_percent


def permitted(
    framework: Framework, observations: Iterable[Observation], rule: DisclosureRule
) -> tuple[Observation, ...]:
    """Give the observations that whatever is made public may be made from.

    A count that the rule hides is confidential, and so is every other from which it
    could be worked out: by adding up the parts of a whole, or the months of a longer
    period, or from another vintage of the same figure. What is made from these alone
    holds nothing that is hidden. Printed counts are rounded, where the rule rounds.

    Args:
        framework: The framework, which says what partitions what.
        observations: The figures, all of them: what is left out here and is public
            elsewhere is not guarded against.
        rule: The rule.

    Returns:
        The observations in their order. A hidden one keeps its place, its status and
        its source, and loses its count, its denominator and its note.

    >>> from policing_indicators.registry.frameworks import framework
    >>> year = Period.financial_year(2024)
    >>> counts = {"drug-offences": 60, "drug-possession": 57, "drug-trafficking": 3}
    >>> shown = permitted(
    ...     framework("national-priorities-2021"),
    ...     [Observation(name, "kent", year, count=n) for name, n in counts.items()],
    ...     DisclosureRule(smallest=5),
    ... )
    >>> [observation.count for observation in shown]
    [60, None, None]
    """
    rows = tuple(observations)
    out_of = {each.id for each in framework.indicators if each.unit in OUT_OF_CASES}
    hidden = _hidden(framework, rows, rule, out_of)
    return tuple(
        _confidential(row) if _place(row) in hidden else _rounded(row, rule, out_of)
        for row in rows
    )


def _hidden(
    framework: Framework,
    rows: Sequence[Observation],
    rule: DisclosureRule,
    out_of: set[str],
) -> set[_Place]:
    """Give the places of hidden figures: hidden in one vintage, hidden in all."""
    families = {each.id: each.parts for each in framework.indicators if each.parts}
    kin = {each.id: min(all_kin(each.id, families)) for each in framework.indicators}
    tables: dict[tuple[str, str, date | None], list[Cell]] = {}
    for number, row in enumerate(rows):
        if row.count is not None:
            of_kin = kin.get(row.indicator, row.indicator), row.area, row.as_at
            tables.setdefault(of_kin, []).append(Cell.of(number, row))
    hidden: set[_Place] = set()
    further = {_place(row) for row in rows if _is_small(row, rule, out_of)}
    while further - hidden:
        hidden |= further
        for cells in map(sorted, tables.values()):
            own = frozenset(cell for cell in cells if _place(rows[cell.row]) in hidden)
            kept = suppressed(cells, own, families, rule)
            further |= {_place(rows[cell.row]) for cell in kept}
    return hidden


def _is_small(row: Observation, rule: DisclosureRule, out_of: set[str]) -> bool:
    """Say whether a count is too small, or what it is out of, or what it leaves."""
    if row.count is None:
        return False
    numbers: list[float] = [row.count]
    if row.denominator is not None and row.indicator in out_of:
        numbers += [row.denominator, row.denominator - row.count]
    return any(map(rule.hides, numbers))


def _place(row: Observation) -> _Place:
    return row.indicator, row.area, row.period


def _confidential(row: Observation) -> Observation:
    """Leave of a figure what tells nothing; one that is missing stays so, untold."""
    if row.missing is not None:
        return row
    return evolve(
        row,
        count=None,
        denominator=None,
        value=None,
        missing=MissingReason.CONFIDENTIAL,
        note="",
    )


def _rounded(row: Observation, rule: DisclosureRule, out_of: set[str]) -> Observation:
    if row.count is None or rule.round_to is None:
        return row
    denominator = row.denominator
    if denominator is not None and row.indicator in out_of:
        denominator = rule.rounded(denominator)
    return evolve(row, count=rule.rounded(row.count), denominator=denominator)
