"""Whether the years of several printed changes may have been reversed."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from policing_indicators.audit import chance
from policing_indicators.audit.case import Case
from policing_indicators.audit.evidence import is_percentage
from policing_indicators.audit.explanation import (
    Explanation,
    ExplanationKind,
    Fit,
    ImpliedShare,
)
from policing_indicators.audit.printing import decimals_of, distance, prints_as
from policing_indicators.audit.verdict import Standing
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.printed_number import PrintedNumber

FEWEST_FITS = 2
"""How many figures must fit, where no implied share does: one alone is chance."""

_PER_CENT = 100


def reversed_years(
    cases: Sequence[Case], shares: Sequence[ImpliedShare] = ()
) -> Explanation | None:
    """Propose that the years of some claims were reversed, where that fits.

    Args:
        cases: Claims that are read together: one sentence, or those of a group.
        shares: What parts' shares of the whole the printed changes imply.

    Returns:
        The proposal: two figures fit that do not reproduce as printed, or one and an
        implied share that is the later year's and not the earlier's.
    """
    found = [each for case in cases for each in _fits(case)]
    bearing = tuple(
        share
        for share in shares
        if share.fits(share.later) and not share.fits(share.earlier)
    )
    if len(found) + bool(bearing) < FEWEST_FITS or not found:
        return None
    distances = [off for _, _, off in found if off is not None]
    return Explanation(
        kind=ExplanationKind.YEARS_REVERSED,
        fits=tuple(fit for fit, _, _ in found),
        observations=tuple(dict.fromkeys(row for _, rows, _ in found for row in rows)),
        chance=chance.of_changes(distances),
        shares=bearing,
    )


_Found = tuple[Fit, tuple[Observation, ...], Fraction | None]


def _fits(case: Case) -> Iterator[_Found]:
    """Give each figure that fits once the years are reversed, and how far it is off."""
    change = case.reckonings.get("percentage")
    printed = case.claim.percentage
    if change is None or printed is None or not _is_off(case, "percentage"):
        return
    later, earlier = change.observations
    if not later.count or earlier.count is None or is_percentage(case.indicator):
        return
    exact = Fraction(_PER_CENT * (earlier.count - later.count), later.count)
    off = distance(printed, exact)
    tolerance = case.usual_percentage(Fraction(later.count))
    if prints_as(printed, exact) or off <= tolerance:
        yield _fit(case, "percentage", exact), change.observations, off
        yield from _level(case, earlier)


def _level(case: Case, earlier: Observation) -> Iterator[_Found]:
    """Give the level, where it is that of the earlier year."""
    level, exact = case.claim.level, Fraction(earlier.required_count())
    if level is not None and _is_off(case, "level") and prints_as(level, exact):
        yield _fit(case, "level", exact), (earlier,), None


def _is_off(case: Case, name: str) -> bool:
    found = case.reckonings.get(name)
    return found is not None and found.verdict is Standing.DOES_NOT_REPRODUCE


def _fit(case: Case, figure: str, value: Fraction) -> Fit:
    printed: PrintedNumber = getattr(case.claim, figure)
    return Fit(
        claim=case.claim.id,
        figure=figure,
        printed=printed.text,
        value=value,
        decimals=decimals_of(printed),
    )
