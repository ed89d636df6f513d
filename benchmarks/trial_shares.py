"""Counts how often implied shares as published are said not to be the table's.

    python -m benchmarks.trial_shares

reads the publishers' files in ``../shared/data``. Any two indicators of a force are
taken as the parts of a whole, whose changes are printed as the Office for National
Statistics had them at the time, and are held to the Home Office's later table.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, count

from benchmarks.published_tables import (
    EDITIONS,
    Edition,
    later_count,
    printed_changes,
    printed_counts,
)
from policing_indicators.audit.auditing import audit_claims
from policing_indicators.audit.verdict import Standing
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.rounding import as_written, round_half_away
from policing_indicators.registry.areas import areas
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.populations import populations
from policing_indicators.vocabulary.claim import Claim, ClaimComparator
from policing_indicators.vocabulary.claims import (
    ClaimDocument,
    ClaimGroup,
    Claims,
    GroupKind,
)
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.printed_number import PrintedNumber

FEWEST = 50
WHOLE = "trial/whole-{}"

_Made = tuple[list[Claim], ClaimGroup, list[Observation]]


def printed_pairs(edition: Edition) -> dict[str, dict[str, Change]]:
    """Give each force's changes as an edition has them, by indicator.

    An earlier count that it does not print follows from the unrounded change.
    """
    counts, changes = printed_counts(edition), printed_changes(edition)
    found: defaultdict[str, dict[str, Change]] = defaultdict(dict)
    for (indicator, code, period), later in counts.items():
        if period != str(edition.period):
            continue
        earlier = counts.get((indicator, code, str(edition.period.year_before)))
        if earlier is None and (percent := changes.get((indicator, code, period))):
            earlier = round(later / (1 + as_written(percent) / 100))
        if earlier is not None and min(earlier, later) >= FEWEST:
            found[code][indicator] = Change(earlier=earlier, later=later)
    return found


def groups(edition: Edition) -> Iterator[_Made]:
    """Make a group of any two indicators of each force, with the later table's rows."""
    numbers = count()
    for code, changes in printed_pairs(edition).items():
        for pair in combinations(sorted(changes), 2):
            made = _group(next(numbers), edition.period, code, pair, changes)
            if made is not None:
                yield made


def _group(
    number: int,
    period: Period,
    code: str,
    pair: tuple[str, str],
    changes: dict[str, Change],
) -> _Made | None:
    area, whole = areas().find(code).id, WHOLE.format(number)
    rows: list[Observation] = []
    for year in (period, period.year_before):
        held = [later_count(name, code, year) or 0 for name in pair]
        if min(held) <= 0:
            return None
        for name, many in zip((*pair, whole), (*held, sum(held)), strict=True):
            rows.append(Observation(name, area, year, count=many))
    of_parts = [changes[name] for name in pair]
    total = Change(
        earlier=sum(int(each.earlier) for each in of_parts),
        later=sum(int(each.later) for each in of_parts),
    )
    claims = [
        Claim(
            id=f"{number}-{place}",
            indicator=name,
            area=area,
            period=period,
            comparator=ClaimComparator.YEAR_BEFORE,
            percentage=PrintedNumber.parse(_printed(change)),
        )
        for place, (name, change) in enumerate(
            zip((*pair, whole), (*of_parts, total), strict=True)
        )
    ]
    *members, last = (claim.id for claim in claims)
    group = ClaimGroup(
        id=f"{number}", kind=GroupKind.PARTS, members=members, whole=last
    )
    return claims, group, rows


def _printed(change: Change) -> str:
    return f"{round_half_away(change.exact_percent or Fraction(0), 1):+}%"


def tried(edition: Edition) -> tuple[int, int]:
    """Give how many groups were checked, and of how many a fault was found."""
    made = list(groups(edition))
    rows = {
        (row.indicator, row.area, row.period): row
        for _, _, held in made
        for row in held
    }
    found = audit_claims(
        Claims(
            document=ClaimDocument(title="Trial"),
            claims=[claim for claims, _, _ in made for claim in claims],
            groups=[group for _, group, _ in made],
        ),
        rows.values(),
        framework=framework("national-priorities-2021"),
        populations=populations(),
    ).groups
    checked = [each for each in found if each.shares]
    alarms = [each for each in checked if each.verdict is not Standing.REPRODUCES]
    return len(checked), len(alarms)


def main() -> None:
    """Try every edition that prints changes, and print what was found."""
    for edition in EDITIONS:
        if edition.changes is not None:
            many, alarms = tried(edition)
            sys.stdout.write(f"{edition.id}: {alarms:,} of {many:,}\n")


if __name__ == "__main__":
    main()
