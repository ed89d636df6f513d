"""How long incidents take to count beside the engine's own counting of them.

``python -m benchmarks.study_frames`` prints two tables in Markdown. Incidents are
generated inside DuckDB. Ours and the engine's own take turns, round by round, so that a
slow or busy machine slows both; before that, their figures are compared. Give names of
parts to run those alone: ``duckdb``, ``polars``, ``wards``, ``size``.
"""

import gc
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

import duckdb
import polars as pl

from policing_indicators import frames

pandas: Any = import_module("pandas")

INCIDENTS = 20_000_000
SIZES = (1_000_000, 10_000_000, 100_000_000)
ROUNDS = 3
OFFENCES, INDICATORS = 60, 20
WARDS = Path("../shared/data/london_recorded_crime_by_ward_2010_2024.parquet")

TOWARDS: dict[str, tuple[str, ...]] = {
    f"offence {number}": (f"indicator-{number % INDICATORS}", "all-fives")
    if number % 5 == 0
    else (f"indicator-{number % INDICATORS}",)
    for number in range(OFFENCES)
}
GENERATED = """
    SELECT
        'area-' || (hash(i) % 43) AS area,
        'offence ' || (hash(i * 7 + 1) % 60) AS offence,
        DATE '2012-04-01' + CAST(hash(i * 13 + 5) % 5000 AS INTEGER) AS date
    FROM range({rows}) AS numbers(i)
"""
OWN = """
    SELECT area, indicator, date_trunc('month', date) AS month, count(*) AS count
    FROM incidents JOIN towards USING (offence)
    GROUP BY ALL
"""

Work = Callable[[], Any]


def taken(work: Work) -> tuple[float, float]:
    """Give the seconds by the clock, and those that processors worked at it."""
    gc.collect()
    start, worked = perf_counter(), process_time()
    result = work()
    seconds = perf_counter() - start, process_time() - worked
    del result
    return seconds


def ratio(ours: Work, own: Work) -> str:
    """Time the two in turns, and say the median round and the range of all."""
    taken(own), taken(ours)
    rounds = [(taken(ours), taken(own)) for _ in range(ROUNDS)]
    seconds = median(mine[0] for mine, _ in rounds)
    spreads = [
        spread([mine[at] / theirs[at] for mine, theirs in rounds]) for at in (0, 1)
    ]
    return f"{seconds:.1f} s | {' | '.join(spreads)}"


def spread(ratios: list[float]) -> str:
    return f"{median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"


def warehouse() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute("SET threads = 2")
    pairs = [(offence, each) for offence, ids in TOWARDS.items() for each in ids]
    connection.execute("CREATE TABLE towards (offence TEXT, indicator TEXT)")
    connection.executemany("INSERT INTO towards VALUES (?, ?)", pairs)
    return connection


def of_duckdb() -> Iterator[str]:
    connection = warehouse()
    connection.execute(f"CREATE TABLE incidents AS {GENERATED.format(rows=INCIDENTS)}")
    relation = connection.table("incidents")

    def own() -> Any:  # noqa: ANN401 - a table of pyarrow's
        return connection.sql(OWN).to_arrow_table()

    def ours() -> Any:  # noqa: ANN401 - a table of pyarrow's
        return frames.counts(relation, indicators=TOWARDS).to_arrow_table()

    assert sorted(own()["count"].to_pylist()) == sorted(ours()["count"].to_pylist())
    yield row(f"DuckDB, {INCIDENTS:,} incidents", ratio(ours, own))


def of_polars() -> Iterator[str]:
    source: Any = warehouse().sql(GENERATED.format(rows=INCIDENTS))
    rows: pl.DataFrame = source.pl()
    pairs = [(offence, each) for offence, ids in TOWARDS.items() for each in ids]
    towards = pl.DataFrame(pairs, schema=["offence", "indicator"], orient="row").lazy()

    def own() -> Any:  # noqa: ANN401 - a frame
        month = pl.col("date").dt.truncate("1mo")
        joined = rows.lazy().join(towards, on="offence")
        return joined.group_by("area", "indicator", month).len("count").collect()

    def ours() -> Any:  # noqa: ANN401 - a frame
        return frames.counts(rows, indicators=TOWARDS)

    def later() -> Any:  # noqa: ANN401 - a frame
        return frames.counts(rows.lazy(), indicators=TOWARDS).collect()

    assert sorted(own()["count"]) == sorted(ours()["count"])
    yield row(f"polars, eager, {INCIDENTS:,} incidents", ratio(ours, own))
    yield row(f"polars, lazy, {INCIDENTS:,} incidents", ratio(later, own))


def of_wards() -> Iterator[str]:
    """Melt London's wards, and count each offence as an indicator of its own."""
    wide = pl.read_parquet(WARDS)
    months = [name for name in wide.columns if name.isdigit()]
    long = wide.unpivot(
        on=months, index=["wardcode", "majortext", "minortext"], variable_name="period"
    ).select(
        area="wardcode",
        offence="minortext",
        date=(pl.col("period") + "01").str.to_date("%Y%m%d"),
        count=pl.col("value").cast(pl.Int64),
    )
    long = long.drop_nulls()
    names = sorted(long["offence"].unique())
    towards = {name: f"offence-{place}" for place, name in enumerate(names)}
    keys = ["area", "offence", "date"]

    def own() -> Any:  # noqa: ANN401 - a frame
        return long.lazy().group_by(keys).agg(pl.col("count").sum()).collect()

    def ours() -> Any:  # noqa: ANN401 - a frame
        return frames.counts(long, indicators=towards)

    assert sorted(own()["count"]) == sorted(ours()["count"])
    what = f"{len(long):,} counts of London's wards, all of them kept apart"
    yield row(f"polars, {what}", ratio(ours, own))
    plain = long.to_pandas()

    def own_pandas() -> Any:  # noqa: ANN401 - a series of pandas
        return plain.groupby(keys)["count"].sum()

    def ours_pandas() -> Any:  # noqa: ANN401 - a frame of pandas
        return frames.counts(plain, indicators=towards)

    yield row(f"pandas, {what}", ratio(ours_pandas, own_pandas))


def of_size() -> Iterator[str]:
    """Generate more and more incidents as they are counted: none of them is kept."""
    connection = warehouse()
    frames.counts(connection.sql(GENERATED.format(rows=1_000)), indicators=TOWARDS)
    before, spent = 0, 0.0
    for rows in SIZES:
        relation = connection.sql(GENERATED.format(rows=rows))
        made: list[int] = []

        def ours(
            relation: Any = relation,  # noqa: ANN401 - a relation
            made: list[int] = made,
        ) -> None:
            counted = frames.counts(relation, indicators=TOWARDS).to_arrow_table()
            made.append(len(counted))

        tracemalloc.start()
        seconds, worked = taken(ours)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        more = (worked - spent) / (rows - before) * 1_000_000
        before, spent = rows, worked
        memory = f"{peak / 2**20:.0f} MiB"
        times = f"{seconds:.1f} s | {worked:.1f} s | {more:.2f} s"
        yield f"| {rows:,} | {made[0]:,} | {times} | {memory} |"


def row(what: str, measured: str) -> str:
    return f"| {what} | {measured} |"


PARTS = {"duckdb": of_duckdb, "polars": of_polars, "wards": of_wards}


def main() -> None:
    asked = sys.argv[1:] or [*PARTS, "size"]
    by = "ours over the engine's own by the clock: median (all rounds)"
    print(f"| what | time | {by} | by processor time |")  # noqa: T201
    print("| --- | --- | --- | --- |")  # noqa: T201
    for part, work in PARTS.items():
        for line in work() if part in asked else ():
            print(line, flush=True)  # noqa: T201
    if "size" in asked:
        by = "time | processor time | of it for each million more | memory of Python"
        print(f"\n| incidents | counts made | {by} |")  # noqa: T201
        print("| --- | --- | --- | --- | --- | --- |")  # noqa: T201
        for line in of_size():
            print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
