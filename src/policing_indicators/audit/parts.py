"""What the changes of a whole and its parts imply, beside what a table has."""

from collections.abc import Sequence
from fractions import Fraction

from policing_indicators.audit.case import Case
from policing_indicators.audit.explanation import ImpliedShare
from policing_indicators.audit.group_finding import ImpliedChange
from policing_indicators.audit.relations import rounded
from policing_indicators.calculation.implied import implied_change, implied_share

_PER_CENT = 100
_TWO = 2

_Pair = tuple[int, int]
"""The later and the earlier count."""


def implied_shares_of(whole: Case, members: Sequence[Case]) -> tuple[ImpliedShare, ...]:
    """Give the shares that the printed changes of two parts imply, beside a table's.

    Nothing where there are not two parts, or no table at hand has them all.
    """
    if len(members) != _TWO:
        return ()
    total = rounded(whole.claim.percentage)
    first, second = (rounded(case.claim.percentage) for case in members)
    if total is None or first is None or second is None:
        return ()
    found: list[ImpliedShare] = []
    for case, part, rest in ((members[0], first, second), (members[1], second, first)):
        implied = implied_share(whole=total, part=part, rest=rest)
        rows, all_rows = _pair(case), _pair(whole)
        if implied is None or rows is None or all_rows is None or min(all_rows) <= 0:
            return ()
        found.append(
            ImpliedShare(
                indicator=case.claim.indicator,
                lowest=implied.lowest,
                highest=implied.highest,
                later=Fraction(_PER_CENT * rows[0], all_rows[0]),
                earlier=Fraction(_PER_CENT * rows[1], all_rows[1]),
            )
        )
    return tuple(found)


def implied_change_of(
    whole: Case, members: Sequence[Case], unprinted: Sequence[str]
) -> ImpliedChange | None:
    """Give the change of the one part that is not printed, beside a table's.

    Nothing where not exactly one is left, or no table at hand has every part.
    """
    total = rounded(whole.claim.percentage)
    changes = {case.claim.indicator: rounded(case.claim.percentage) for case in members}
    known = {name: change for name, change in changes.items() if change is not None}
    pairs = {case.claim.indicator: _pair(case) for case in members}
    if len(unprinted) != 1 or total is None or known.keys() != changes.keys():
        return None
    [left] = unprinted
    pairs[left] = _pair(whole, left)
    held = {name: pair for name, pair in pairs.items() if pair is not None}
    bases = {name: earlier for name, (_, earlier) in held.items()}
    if held.keys() != pairs.keys() or min(bases.values()) <= 0:
        return None
    change = implied_change(bases, whole=total, parts=known)
    if change is None:
        return None
    later, earlier = held[left]
    return ImpliedChange(
        indicator=left,
        change=change,
        expected=Fraction(_PER_CENT * (later - earlier), earlier),
    )


def _pair(case: Case, indicator: str | None = None) -> _Pair | None:
    """Give the newest later and earlier counts of a claim, or of one of its parts."""
    claim = case.claim
    if claim.period is None or claim.earlier_period is None:
        return None
    named = (indicator or claim.indicator, claim.area)
    found = case.bench.evidence.counts(named, claim.period, claim.earlier_period)
    return next(found, None)
