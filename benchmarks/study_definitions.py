"""How far the changes of two definitions of one thing lie apart, and which way.

``python -m benchmarks.study_definitions`` prints what docs/audit.md says of open
definitions. Of a group of offences, the whole and the whole without one of its
subgroups stand in for two definitions under one name.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import pyarrow.parquet as pq
from attrs import frozen

from benchmarks.official_table import RECORDED_CRIME
from policing_indicators.registry.revisions import revision_tolerance

BY = ["area_name", "offence_group", "offence_subgroup", "financial_year"]
UNFINISHED = "2025/26"
FEWEST = 50
"""Percentages on smaller counts are not printed."""

LEAST, MOST = Fraction(1, 10), Fraction(1, 2)
"""What part of the whole a subgroup is that some count and others do not."""

BORROWED = revision_tolerance("gun-crime").of_percentage
"""How many points a change of an indicator that was not measured may lie off."""

Counts = dict[str, int]
"""By subgroup."""


@frozen
class Definitions:
    """How pairs of definitions of one thing changed in a year.

    Attributes:
        pairs: How many pairs of changes there were.
        beyond: In how many the two differ by more than the borrowed tolerance.
        opposite: In how many of those they go opposite ways.
    """

    pairs: int
    beyond: int
    opposite: int


def groups() -> Iterator[tuple[Counts, Counts]]:
    """Give each group's counts in a force, in each two years that follow."""
    of_forces = ("area_type", "=", "police_force_area")
    table = pq.read_table(RECORDED_CRIME, columns=[*BY, "count"], filters=[of_forces])
    found: defaultdict[tuple[str, str], defaultdict[str, Counts]]
    found = defaultdict(lambda: defaultdict(dict))
    for row in table.group_by(BY).aggregate([("count", "sum")]).to_pylist():
        if row["financial_year"] != UNFINISHED:
            group = found[row["area_name"], row["offence_group"]]
            group[row["financial_year"]][row["offence_subgroup"]] = row["count_sum"]
    for years in found.values():
        for earlier, later in pairwise(sorted(years)):
            if years[earlier].keys() == years[later].keys():
                yield years[earlier], years[later]


def changes() -> Iterator[tuple[Fraction, Fraction]]:
    """Give the change of each whole in per cent, and that of it without one part."""
    for earlier, later in groups():
        before, after = sum(earlier.values()), sum(later.values())
        for part, count in earlier.items():
            less = before - count, after - later[part]
            if min(before, after, *less) < FEWEST:
                continue
            if LEAST <= Fraction(count, before) <= MOST:
                yield percent(before, after), percent(*less)


def percent(earlier: int, later: int) -> Fraction:
    return Fraction(100 * (later - earlier), earlier)


def study() -> Definitions:
    """Count how often the two lie farther apart than the borrowed tolerance."""
    found = list(changes())
    beyond = [(one, other) for one, other in found if abs(one - other) > BORROWED]
    opposite = [pair for pair in beyond if pair[0] * pair[1] < 0]
    return Definitions(len(found), len(beyond), len(opposite))


def told(found: Definitions) -> str:
    """Say it, as the docs do."""
    return (
        f"Of {found.pairs:,} yearly changes of a group of offences and of the same "
        "without one of its subgroups, which was a tenth to a half of it, "
        f"{100 * found.beyond / found.pairs:.1f}% lay farther apart than the "
        f"{float(BORROWED):.2f} points of all indicators together, and "
        f"{100 * found.opposite / found.pairs:.1f}% went opposite ways as well."
    )


if __name__ == "__main__":
    sys.stdout.write(f"{told(study())}\n")
