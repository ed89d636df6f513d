"""How often each test calls a force's yearly change unusual, in recorded crime.

``python -m benchmarks.study_changes`` prints the tables of docs/calibration.md.
"""

import sys
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

from benchmarks.official_table import RECORDED_CRIME
from policing_indicators import Period, arrays, mapping
from policing_indicators.calculation.kernels import dispersions

ALPHA = 0.05
FIRST, LAST = 2012, 2024
YEARS = [Period.financial_year(start) for start in range(FIRST, LAST + 1)]
COLUMNS = ["area_name", "financial_year", "offence_subgroup", "count"]

Counts = NDArray[np.float64]
"""Years by forces."""


class Called(NamedTuple):
    """Which changes of one indicator between two years each test calls unusual."""

    indicator: str
    later: Period
    both: Counts
    by_test: dict[str, Counts]


def recorded_crime() -> tuple[list[str], dict[str, Counts]]:
    """Give the forces, and each indicator's counts of every full year."""
    of_forces = ("area_type", "=", "police_force_area")
    table = pq.read_table(RECORDED_CRIME, columns=COLUMNS, filters=[of_forces])
    sums = table.group_by(COLUMNS[:3]).aggregate([("count", "sum")]).to_pylist()
    places = {str(year): place for place, year in enumerate(YEARS)}
    forces = sorted({row["area_name"] for row in sums})
    found: dict[str, Counts] = {}
    for row in sums:
        place = places.get(row["financial_year"])
        if place is None:
            continue
        for indicator in mapping("home-office").indicators_for(
            group="", subgroup=row["offence_subgroup"], code="", period=YEARS[place]
        ):
            counts = found.setdefault(indicator, np.zeros((len(YEARS), len(forces))))
            counts[place, forces.index(row["area_name"])] += row["count_sum"]
    return forces, found


def exact(earlier: Counts, later: Counts) -> Counts:
    """Test each change against no change."""
    return arrays.change_p_value(earlier, later)


def exact_beside_total(earlier: Counts, later: Counts) -> Counts:
    """Test each change against that of all forces, by chance alone."""
    return arrays.change_p_value(
        earlier,
        later,
        earlier_exposure=earlier.sum(),
        later_exposure=later.sum(),
    )


TESTS: dict[str, Callable[[Counts, Counts], Counts]] = {
    "exact": exact,
    "exact, beside all": exact_beside_total,
    "dispersion-adjusted": arrays.dispersion_adjusted_p_value,
    "spread-adjusted": arrays.spread_adjusted_p_value,
}
BY_YEARS_BEFORE = "spread-adjusted, by the years before"


def study(crime: dict[str, Counts]) -> Iterator[Called]:
    """Hold every indicator's yearly changes to every test."""
    for indicator, counts in sorted(crime.items()):
        spread = np.full(1, np.nan)
        for place, year in enumerate(YEARS[1:], 1):
            earlier, later = counts[place - 1], counts[place]
            if not earlier.any() or not later.any():
                continue
            p_values = {name: test(earlier, later) for name, test in TESTS.items()}
            p_values[BY_YEARS_BEFORE] = _out_of_sample(earlier, later, spread)
            spread = np.atleast_1d(arrays.change_spread(earlier, later))
            both = earlier + later
            measured = both > 0
            yield Called(
                indicator,
                year,
                both[measured],
                {
                    name: _called(p_value[measured])
                    for name, p_value in p_values.items()
                },
            )


def _called(p_value: Counts) -> Counts:
    """Give 1 where it is called unusual and 0 where not; NaN where none can be told."""
    return np.where(np.isnan(p_value), np.nan, p_value < ALPHA)


def _out_of_sample(earlier: Counts, later: Counts, spread: Counts) -> Counts:
    share = dispersions.later_share(earlier, later)
    areas = np.full(1, float(np.count_nonzero(earlier + later)))
    return dispersions.spread_p_value((earlier, later), share, spread, areas)


def percent(cells: list[Counts]) -> str:
    """Say how many per cent were called."""
    return f"{100 * float(np.nanmean(np.concatenate(cells))):.1f}"


def by_indicator(called: list[Called]) -> Iterator[str]:
    """Give the table of indicators."""
    names = [*TESTS, BY_YEARS_BEFORE]
    yield _row("indicator", "pairs of years", *names)
    yield _row("---", *["---:"] * (len(names) + 1))
    for indicator in sorted({each.indicator for each in called}):
        own = [each for each in called if each.indicator == indicator]
        yield _row(indicator, str(len(own)), *_percents(own, names))
    yield _row("**all**", str(len(called)), *_percents(called, names))


def _percents(called: list[Called], names: list[str]) -> list[str]:
    return [percent([each.by_test[name] for each in called]) for name in names]


SIZES = [
    ("smallest quarter", 0, 0.25),
    ("second quarter", 0.25, 0.5),
    ("third quarter", 0.5, 0.75),
    ("largest quarter but the top four", 0.75, 0.907),
    ("the four largest", 0.907, 1),
]
"""Forces by their counts of the indicator in both years."""


def by_size(called: list[Called]) -> Iterator[str]:
    """Give the table of forces by size."""
    names = [*TESTS, BY_YEARS_BEFORE]
    yield _row("forces, by their count", *names)
    yield _row("---", *["---:"] * len(names))
    for label, lowest, highest in SIZES:
        found: dict[str, list[Counts]] = {name: [] for name in names}
        for each in called:
            rank = each.both.argsort(kind="stable").argsort(kind="stable")
            share = (rank + 0.5) / each.both.size
            there = (share > lowest) & (share <= highest)
            for name in names:
                found[name].append(each.by_test[name][there])
        yield _row(label, *(percent(found[name]) for name in names))


def by_pair(forces: list[str], counts: Counts) -> Iterator[str]:
    """Give the table of the pairs of years."""
    head = ("years", "dispersion", "without one force", "that force, and its counts")
    yield _row(*head, "called by the exact test", "by the spread-adjusted")
    yield _row("---", "---:", "---:", "---", "---:", "---:")
    for place, year in enumerate(YEARS[1:], 1):
        earlier, later = counts[place - 1], counts[place]
        deviates = dispersions.change_deviates(
            earlier, later, dispersions.later_share(earlier, later)
        )
        top = int(np.nanargmax(np.abs(deviates)))
        rest = arrays.dispersion(np.delete(earlier, top), np.delete(later, top))
        numbers = f"{forces[top]}, {earlier[top]:.0f} to {later[top]:.0f}"
        yield _row(
            f"{YEARS[place - 1]} to {year}",
            f"{arrays.dispersion(earlier, later):.2f}",
            f"{rest:.2f}",
            numbers,
            str(int((exact(earlier, later) < ALPHA).sum())),
            str(int((arrays.spread_adjusted_p_value(earlier, later) < ALPHA).sum())),
        )


def dispersion_over_years(crime: dict[str, Counts]) -> Iterator[str]:
    """Give the table of the lowest, the median and the highest dispersion."""
    yield _row("indicator", "lowest", "median", "highest", "2023/24 to 2024/25")
    yield _row("---", *["---:"] * 4)
    for indicator, counts in sorted(crime.items()):
        ratios = arrays.dispersion(counts[:-1], counts[1:])
        known = ratios[~np.isnan(ratios)]
        if not known.size:
            continue
        latest = "-" if np.isnan(ratios[-1]) else f"{ratios[-1]:.1f}"
        lowest, middle, highest = np.quantile(known, (0, 0.5, 1))
        yield _row(
            indicator, f"{lowest:.1f}", f"{middle:.1f}", f"{highest:.1f}", latest
        )


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def tables() -> dict[str, list[str]]:
    """Give every table by its name."""
    forces, crime = recorded_crime()
    called = list(study(crime))
    return {
        "How forces' changes scatter": list(dispersion_over_years(crime)),
        "Called unusual, by indicator": list(by_indicator(called)),
        "Called unusual, by size": list(by_size(called)),
        "Homicide, pair by pair": list(by_pair(forces, crime["homicide"])),
    }


def main() -> None:
    """Print the tables."""
    for name, lines in tables().items():
        sys.stdout.write("\n".join((f"{name}\n", *lines, "", "")))


if __name__ == "__main__":
    main()
