"""What a type checker sees of frames: what goes in comes out."""

from typing import assert_type

import polars as pl

from policing_indicators import AtMost, Observation, Period, Target, framework
from policing_indicators import frames as door
from policing_indicators.tables import frame as table

year = Period.parse("2024/25")
counts = pl.DataFrame({"area": ["kent"], "period": ["2024/25"], "count": [9]})
later = counts.lazy()

assert_type(
    door.counts(counts, indicators={"Robbery": "personal-robbery"}), pl.DataFrame
)
assert_type(
    door.counts(later, indicators={"A": ["b", "c"]}, every="quarter", covering=year),
    pl.LazyFrame,
)
assert_type(door.with_rates(counts, per=1_000), pl.DataFrame)
assert_type(door.with_changes(later, years=3), pl.LazyFrame)
assert_type(door.with_limits(counts, of="rate", method="byar"), pl.DataFrame)
target = Target(
    id="at-most-100",
    indicator="gun-crime",
    due=year,
    goal=AtMost(100),
    promised_by="the commissioner",
    source="an invented plan",
)
national = framework("national-priorities-2021")
assert_type(door.with_findings(later, target, framework=national), pl.LazyFrame)
assert_type(table.observations(later), tuple[Observation, ...])

# What is no frame, and what limits are of, is refused.
door.with_rates([1, 2])  # type: ignore[type-var] # pyright: ignore[reportArgumentType]
door.with_limits(counts, of="percentage")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
door.counts(counts, indicators={"A": "b"}, every="week")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
