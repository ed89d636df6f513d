"""Measures how far published figures lie from those of a later table.

    python -m benchmarks.measure_revisions

prints the table that stands in the package as ``registry/data/revisions.csv``. It reads
the publishers' files in ``../shared/data``.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from io import StringIO
from typing import NamedTuple

from benchmarks.published_tables import (
    EDITIONS,
    Edition,
    later_count,
    printed_changes,
    printed_counts,
)
from policing_indicators.calculation.rounding import as_written, round_half_away
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.revision import SMALL_COUNT

HEADER = (
    "edition",
    "indicator",
    "measure",
    "cells",
    "median",
    "percentile_95",
    "percentile_99",
    "largest",
)
ALL = "all"
MEASURES = ("level", "small count", "percentage")
DECIMALS = 2
PER_CENT = 100
PERCENTILES = (50, 95, 99)


class Move(NamedTuple):
    """How far one cell lies from the later table's."""

    edition: str
    indicator: str
    measure: str
    size: Fraction


def moves(edition: Edition) -> Iterator[Move]:
    """Give how far each figure of an edition lies from that of the later table.

    A count of fifty or more moves by per cent of the later count, a smaller one by
    counts, and a change between counts of fifty or more by percentage points.
    """
    for (indicator, code, year), printed in printed_counts(edition).items():
        later = later_count(indicator, code, Period.parse(year))
        if later is None:
            continue
        off = Fraction(abs(printed - later))
        if later < SMALL_COUNT:
            yield Move(edition.id, indicator, "small count", off)
        else:
            yield Move(edition.id, indicator, "level", PER_CENT * off / later)
    for (indicator, code, year), change in printed_changes(edition).items():
        period = Period.parse(year)
        before = later_count(indicator, code, period.year_before)
        after = later_count(indicator, code, period)
        if before and after and min(before, after) >= SMALL_COUNT:
            found = Fraction(PER_CENT * (after - before), before)
            size = abs(as_written(change) - found)
            yield Move(edition.id, indicator, "percentage", size)


def table(found: Iterable[Move]) -> str:
    """Give the table of what was measured, as CSV."""
    sizes: defaultdict[tuple[str, str, str], list[Fraction]] = defaultdict(list)
    for move in found:
        for edition in (ALL, move.edition):
            for indicator in (ALL, move.indicator):
                sizes[edition, indicator, move.measure].append(move.size)
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    for key in sorted(sizes, key=_order):
        writer.writerow((*key, len(sizes[key]), *_summary(sizes[key])))
    return text.getvalue()


def _order(key: tuple[str, str, str]) -> tuple[bool, str, bool, str, int]:
    """Put what stands for all before each edition and indicator."""
    edition, indicator, measure = key
    return edition != ALL, edition, indicator != ALL, indicator, MEASURES.index(measure)


def _summary(sizes: list[Fraction]) -> list[Decimal]:
    """Give the percentiles of the nearest rank, and the largest."""
    ranked = sorted(sizes)
    places = [-(-each * len(ranked) // PER_CENT) - 1 for each in PERCENTILES]
    found = [*(ranked[place] for place in places), ranked[-1]]
    return [round_half_away(each, DECIMALS) for each in found]


def main() -> None:
    """Measure every edition and print the table."""
    found = [move for edition in EDITIONS for move in moves(edition)]
    sys.stdout.write(table(found))


if __name__ == "__main__":
    main()
