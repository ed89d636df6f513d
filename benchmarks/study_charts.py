"""How often control charts signal: series in control, and recorded crime.

``python -m benchmarks.study_charts`` prints the tables of docs/chart-calibration.md.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

from benchmarks.official_table import RECORDED_CRIME
from policing_indicators import RuleSet, arrays
from policing_indicators.arrays import ControlCharts
from policing_indicators.calculation.chart_caution import RARE_BELOW
from policing_indicators.calculation.kernels.rare_events import (
    RareLimits,
    exponential_limits,
    geometric_limits,
    poisson_limits,
    rare_rules,
)
from policing_indicators.calculation.kernels.season import seasonal_test
from policing_indicators.calculation.rule_set import lengths_of
from policing_indicators.calculation.season import MATTERS_BELOW

SEED = 2026
MANY, SOME = 20_000, 4_000
RULES = ("outside_limits", "two_of_three", "run", "trend")
LENGTHS = (12, 24, 36, 48, 60)
QUARTERS = 55
BY = ["area_name", "offence_subgroup", "financial_year", "quarter"]

Figures = NDArray[np.float64]


def percentages(shares: Sequence[float]) -> str:
    """Write shares as the cells of a row."""
    return " | ".join(f"{100 * share:.1f}" for share in shares)


def shares(charts: ControlCharts) -> list[float]:
    """Give how many series signal anywhere, at the latest point, and by each rule."""
    anywhere = float((charts.side != 0).any(axis=1).mean())
    latest = float((charts.side[:, -1] != 0).mean())
    by_rule = [float(getattr(charts, rule).any(axis=1).mean()) for rule in RULES]
    return [anywhere, latest, *by_rule]


def in_control(random: np.random.Generator) -> Iterator[str]:
    """Chart normal series without any special cause."""
    yield "| points | any rule | latest point | outside | two of three | run | trend |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for length in LENGTHS:
        charts = arrays.xmr(random.normal(100, 10, (MANY, length)))
        yield f"| {length} | {percentages(shares(charts))} |"


def by_rule_set(random: np.random.Generator) -> Iterator[str]:
    """Chart the same with runs and trends of other lengths, and without screening."""
    yield "| points | six | seven | eight | seven, no screening |"
    yield "| --- | --- | --- | --- | --- |"
    for length in LENGTHS:
        values = random.normal(100, 10, (MANY, length))
        charts = [
            arrays.xmr(values, rules=rules)
            for rules in (RuleSet.six(), RuleSet.seven(), RuleSet.eight())
        ]
        charts.append(arrays.xmr(values, screening="none"))
        yield f"| {length} | {percentages([shares(each)[0] for each in charts])} |"


def signals_of_rare(
    values: Figures, limits_of: Callable[[float], RareLimits]
) -> tuple[float, float]:
    """Chart each row by exact limits: how many signal anywhere, and at the latest."""
    lengths = lengths_of(RuleSet.seven())
    codes = np.array(
        [rare_rules(row, limits_of(row.mean()), lengths) for row in values]
    )
    return float((codes != 0).any(axis=1).mean()), float((codes[:, -1] != 0).mean())


def of_few(random: np.random.Generator) -> Iterator[str]:
    """Chart Poisson counts by their moving range, and by exact limits."""
    yield (
        "| mean count | XmR, any rule | XmR, latest point | c-chart, any rule "
        "| c-chart, latest point |"
    )
    yield "| --- | --- | --- | --- | --- |"
    for mean in (0.2, 0.5, 1, 2, 5, 10, 50):
        values = random.poisson(mean, (SOME, 36)).astype(np.float64)
        found = (
            *shares(arrays.xmr(values))[:2],
            *signals_of_rare(values, poisson_limits),
        )
        yield f"| {mean} | {percentages(found)} |"


def between(random: np.random.Generator) -> Iterator[str]:
    """Chart times between events of one chance a day, and of one rate."""
    yield "| chart | mean days | any rule | latest point |"
    yield "| --- | --- | --- | --- |"
    for mean in (2, 10, 60):
        days = random.geometric(1 / (1 + mean), (SOME, 36)).astype(np.float64) - 1
        found = signals_of_rare(days, geometric_limits)
        yield f"| g-chart | {mean} | {percentages(found)} |"
    times = random.exponential(1, (SOME, 36))
    found = signals_of_rare(times, exponential_limits)
    yield f"| t-chart | any | {percentages(found)} |"


def persistent(random: np.random.Generator, length: int, carried: float) -> Figures:
    """Give series around 100 in which part of each deviation carries over."""
    deviations = random.normal(0, 5, (length, MANY))
    for place in range(1, length):
        deviations[place] += carried * deviations[place - 1]
    return 100 + deviations


def of_season(random: np.random.Generator) -> Iterator[str]:
    """Test for season where there is none, and where a quarter is a tenth above."""
    yield "| points | none | none, half carries over | one of 10% | one of 20% |"
    yield "| --- | --- | --- | --- | --- |"
    for seasons, length in ((4, 12), (4, 20), (4, 55), (12, 36), (12, 60), (12, 120)):
        place = 2 * np.pi * np.arange(length) / seasons
        wave = np.sin(place)[:, np.newaxis]
        found = [
            float((seasonal_test(values, seasons).p_value < MATTERS_BELOW).mean())
            for values in (
                persistent(random, length, 0),
                persistent(random, length, 0.5),
                persistent(random, length, 0) * (1 + 0.1 * wave),
                persistent(random, length, 0) * (1 + 0.2 * wave),
            )
        ]
        kind = {4: "quarters", 12: "months"}[seasons]
        yield f"| {length} {kind} | {percentages(found)} |"


def adjusted(values: Figures, seasons: int) -> tuple[Figures, NDArray[np.bool_]]:
    """Divide series by the factors that matter, and say for which they do."""
    factors, p_values = seasonal_test(values.T, seasons)
    matters = p_values < MATTERS_BELOW
    divisors = np.resize(np.where(matters, factors, 1.0), values.T.shape)
    return values / divisors.T, matters


def of_adjustment(random: np.random.Generator) -> Iterator[str]:
    """Chart series that have a season and no special cause, before and after."""
    yield (
        "| points | season | any rule, as they stand | any rule, adjusted "
        "| latest point, as they stand | latest point, adjusted |"
    )
    yield "| --- | --- | --- | --- | --- | --- |"
    for seasons, length in ((4, 12), (4, 20), (4, 55), (12, 36), (12, 60)):
        wave = np.sin(2 * np.pi * np.arange(length) / seasons)
        kind = {4: "quarters", 12: "months"}[seasons]
        for height in (0.0, 0.1, 0.2):
            level = persistent(random, length, 0).T
            values = level * (1 + height * wave)
            before = shares(arrays.xmr(values))
            after = shares(arrays.xmr(adjusted(values, seasons)[0]))
            found = percentages([before[0], after[0], before[1], after[1]])
            yield f"| {length} {kind} | {height:.0%} | {found} |"


def recorded_crime() -> Figures:
    """Give every force's quarterly counts of each subgroup: series x quarters.

    Those that have every quarter and none below zero.
    """
    of_forces = ("area_type", "=", "police_force_area")
    table = pq.read_table(RECORDED_CRIME, columns=[*BY, "count"], filters=[of_forces])
    rows: defaultdict[tuple[str, str], dict[tuple[str, int], int]] = defaultdict(dict)
    for row in table.group_by(BY).aggregate([("count", "sum")]).to_pylist():
        series = rows[row["area_name"], row["offence_subgroup"]]
        series[row["financial_year"], row["quarter"]] = row["count_sum"]
    whole = [
        [counts[quarter] for quarter in sorted(counts)]
        for counts in rows.values()
        if len(counts) == QUARTERS and min(counts.values()) >= 0
    ]
    return np.array(whole, dtype=np.float64)


def of_recorded_crime() -> Iterator[str]:
    """Chart the latest quarters as they stand, and adjusted for season."""
    every = recorded_crime()
    yield (
        "| quarters | series | adjusted | chart | any rule | latest point | outside "
        "| two of three | run | trend |"
    )
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for length in (12, 16, 20, 28, QUARTERS):
        values = every[:, -length:]
        values = values[values.mean(axis=1) >= RARE_BELOW]
        values = values[~np.isnan(seasonal_test(values.T, 4).p_value)]
        without_season, matters = adjusted(values, 4)
        for name, charted in (
            ("as they stand", values),
            ("adjusted", without_season),
        ):
            found = percentages(shares(arrays.xmr(charted)))
            counts = f"{len(values)} | {matters.sum()}"
            yield f"| {length} | {counts} | {name} | {found} |"


def main() -> None:
    """Print every table."""
    random = np.random.default_rng(SEED)
    today = datetime.now(UTC).date()
    lines = [f"Measured on {today.day} {today:%B %Y} by `python -m {__spec__.name}`."]
    for table in (in_control, by_rule_set, of_few, between, of_season, of_adjustment):
        lines += ["", str(table.__doc__).split("\n", maxsplit=1)[0], "", *table(random)]
    lines += ["", str(of_recorded_crime.__doc__), "", *of_recorded_crime()]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
