"""The strips of an audit: what is printed, what a table gives, and what is usual."""

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from policing_indicators.audit.audit import Audit
from policing_indicators.audit.claim_finding import ClaimFinding
from policing_indicators.audit.finding import Reckoning
from policing_indicators.audit.verdict import Standing
from policing_indicators.calculation.feasible_range import FeasibleRange
from policing_indicators.charts.labelling import Labelling
from policing_indicators.vocabulary.printed_number import PrintedNumber
from policing_indicators.wording import audit_figures
from policing_indicators.wording.audit_names import Names

_PAIR = 2
"""A change is made from two figures of a table, the later first."""


@frozen(kw_only=True)
class Strip:
    """One strip.

    Attributes:
        name: What it is of.
        printed: The printed figure; none where a strip is of numbers left open.
        table: What the table gives.
        usual: From where to where the table's figure is usually revised.
        feasible: From where to where the numbers lie that are left open.
        verdict: What was found of the figure; none where a strip is of numbers left
            open, which are no printed figure.
        told: The figures and the verdict in words.
    """

    name: str
    printed: float | None = None
    table: float
    usual: tuple[float, float] | None = None
    feasible: tuple[float, float] | None = None
    verdict: Standing | None = None
    told: str

    @property
    def figures(self) -> tuple[float, ...]:
        """Every figure that the strip must hold."""
        own = (self.table,) if self.printed is None else (self.printed, self.table)
        return (*own, *(self.usual or ()), *(self.feasible or ()))


def strips(audit: Audit, labelling: Labelling) -> Iterator[Strip]:
    """Give the strips of the figures that were held against a table, in their order."""
    names = Names(audit, labelling.areas)
    for finding in audit.claims:
        unit = names.unit(finding.claim)
        for reckoning in finding.reckonings:
            printed = finding.claim.figures.get(reckoning.figure)
            if reckoning.expected is None or not isinstance(printed, PrintedNumber):
                continue
            yield _of_figure(finding, reckoning, printed, (names, unit))
        yield from _of_earlier(finding, names)


def _of_figure(
    finding: ClaimFinding,
    reckoning: Reckoning,
    printed: PrintedNumber,
    naming: tuple[Names, str],
) -> Strip:
    names, unit = naming
    expected = reckoning.expected or Fraction(0)
    value = _signed(printed, expected)
    verdict = finding.verdict_of(reckoning)
    decimals = max(reckoning.decimals, 0)
    brief = [
        audit_figures.in_brief(reckoning.figure, each, decimals, unit)
        for each in (value, expected)
    ]
    allowed = reckoning.allowed
    label = audit_figures.LABELS[reckoning.figure]
    return Strip(
        name=f"{names.claim(finding.claim)}: {label}",
        printed=float(value),
        table=float(expected),
        usual=(float(expected - allowed), float(expected + allowed))
        if allowed
        else None,
        verdict=verdict,
        told=f"printed {brief[0]}, table {brief[1]}: {verdict.value}",
    )


def _signed(printed: PrintedNumber, expected: Fraction) -> Fraction:
    """Give a printed figure; without a direction it is taken as the table's goes."""
    if printed.movement is None and expected < 0 <= printed.value:
        return -printed.value
    return printed.value


def _of_earlier(finding: ClaimFinding, names: Names) -> Iterator[Strip]:
    """Give the strip of the earlier numbers that a claim leaves open."""
    feasible = finding.feasible_earlier
    made = [each for each in finding.reckonings if len(each.observations) == _PAIR]
    if (
        feasible is None
        or feasible.lowest is None
        or feasible.highest is None
        or not made
    ):
        return
    earlier = made[0].observations[1]
    if earlier.count is None:
        return
    yield Strip(
        name=f"{names.claim(finding.claim)}: the earlier number",
        table=float(earlier.count),
        feasible=(float(feasible.lowest), float(feasible.highest)),
        told=_left_open(feasible, earlier.count),
    )


def _left_open(feasible: FeasibleRange, count: int) -> str:
    number = audit_figures.number(count)
    return f"not printed; implied {feasible}, table {number}"
