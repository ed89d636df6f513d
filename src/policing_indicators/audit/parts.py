"""What the changes of a whole and its parts imply, beside what a table has."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import starmap

from policing_indicators.audit.case import Case
from policing_indicators.audit.explanation import ImpliedShare
from policing_indicators.audit.group_finding import ImpliedChange
from policing_indicators.audit.relations import rounded
from policing_indicators.calculation.implied import (
    ImpliedPercentage,
    implied_change,
    implied_share,
)
from policing_indicators.vocabulary.observation import Observation

_PER_CENT = 100
_TWO = 2

_Pair = tuple[Observation, Observation]
"""The later and the earlier figure of one row and release."""


def implied_shares_of(whole: Case, members: Sequence[Case]) -> tuple[ImpliedShare, ...]:
    """Give the shares that the printed changes of two parts imply, beside a table's.

    Of several releases it is the one that comes nearest to bearing them out: a document
    can only know the releases of its day.

    Nothing where there are not two parts of the whole's own area, periods and
    definition, or no release at hand has them add to the whole.
    """
    if len(members) != _TWO or not all(_is_of(whole, case) for case in members):
        return ()
    total = rounded(whole.claim.percentage)
    first, second = (rounded(case.claim.percentage) for case in members)
    if total is None or first is None or second is None:
        return ()
    implied = (
        implied_share(whole=total, part=first, rest=second),
        implied_share(whole=total, part=second, rest=first),
    )
    found = [
        shares
        for *pairs, total_pair in _releases(
            whole, [case.claimed for case in (*members, whole)]
        )
        if _add_up(pairs, total_pair)
        and (shares := tuple(_shares(whole, implied, pairs)))
    ]
    borne_out = (shares for shares in found if shares[0].is_borne_out)
    return next(borne_out, found[0] if found else ())


def _shares(
    whole: Case, implied: Sequence[ImpliedPercentage | None], pairs: list[_Pair]
) -> Iterator[ImpliedShare]:
    """Give the implied shares of two parts beside those of one release."""
    for share, part, rest in zip(implied, pairs, reversed(pairs), strict=True):
        (later, earlier), (later_rest, earlier_rest) = starmap(_counts, (part, rest))
        if share is None or min(earlier, earlier_rest, later, later_rest) <= 0:
            return
        off, off_rest = (_usual(whole, row) for _, row in (part, rest))
        yield ImpliedShare(
            indicator=part[0].indicator,
            lowest=share.lowest,
            highest=share.highest,
            later=_share(later, later_rest),
            earlier=_share(earlier, earlier_rest),
            least=_share(max(earlier - off, Fraction(0)), earlier_rest + off_rest),
            most=_share(earlier + off, max(earlier_rest - off_rest, Fraction(0))),
            observations=part,
        )


def _usual(whole: Case, row: Observation) -> Fraction:
    tolerance, count = whole.bench.tolerance, Fraction(row.required_count())
    wider = tolerance.of_months(row.period.months)
    return wider * tolerance.level(row.indicator, count)


def _add_up(parts: Sequence[_Pair], whole: _Pair) -> bool:
    return all(
        sum(row.required_count() for row in rows) == total.required_count()
        for *rows, total in zip(*parts, whole, strict=True)
    )


def _share(part: Fraction, rest: Fraction) -> Fraction:
    return _PER_CENT * part / (part + rest)


def _counts(later: Observation, earlier: Observation) -> tuple[Fraction, Fraction]:
    return Fraction(later.required_count()), Fraction(earlier.required_count())


def implied_change_of(
    whole: Case, members: Sequence[Case], unprinted: Sequence[str]
) -> ImpliedChange | None:
    """Give the change of the one part that is not printed, beside a table's.

    Nothing where not exactly one is left, or no table at hand has every part.
    """
    total = rounded(whole.claim.percentage)
    changes = {case.claim.indicator: rounded(case.claim.percentage) for case in members}
    known = {name: change for name, change in changes.items() if change is not None}
    if len(unprinted) != 1 or total is None or known.keys() != changes.keys():
        return None
    if not all(_is_of(whole, case) for case in members):
        return None
    names = (*unprinted, *changes)
    rows = [(name, whole.claim.area) for name in names]
    none: list[_Pair] = []
    pairs = next(_releases(whole, rows), none)
    if not pairs:
        return None
    counts = [earlier.required_count() for _, earlier in pairs]
    bases = dict(zip(names, counts, strict=True))
    if min(counts) <= 0:
        return None
    change = implied_change(bases, whole=total, parts=known)
    if change is None:
        return None
    later, earlier = _counts(*pairs[0])
    return ImpliedChange(
        indicator=names[0],
        change=change,
        expected=_PER_CENT * (later - earlier) / earlier,
    )


def _is_of(whole: Case, part: Case) -> bool:
    """Say whether a part is printed of the area and the periods of its whole.

    Of a narrower scope, or a definition of its own, it is no part that a table has.
    """
    claims = whole.claim, part.claim
    if any(claim.scope or claim.definition for claim in claims):
        return False
    one, other = ((claim.area, claim.period, claim.earlier_period) for claim in claims)
    return one == other


def _releases(whole: Case, rows: Sequence[tuple[str, str]]) -> Iterator[list[_Pair]]:
    """Give the figures of several rows, of each release that counts them all."""
    later, earlier = whole.claim.period, whole.claim.earlier_period
    if later is None or earlier is None:
        return
    for pairs in whole.bench.evidence.together(rows, later, earlier):
        if all(row.count is not None for pair in pairs for row in pair):
            yield pairs
