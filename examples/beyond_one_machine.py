"""One pipeline, from incidents to rates, on a cluster of processes on this machine.

``python examples/beyond_one_machine.py dask`` or ``spark``. A cluster of yours takes
the place of the one that is started here; nothing else changes.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from policing_indicators import Period, frames, populations

# They carry no types.
pa: Any = import_module("pyarrow")
parquet: Any = import_module("pyarrow.parquet")

SPAN = Period.parse("April 2023 to March 2025")
TOWARDS = {
    "Burglary": ["residential-burglary", "neighbourhood-crime"],
    "Robbery": ["personal-robbery", "neighbourhood-crime"],
    "Vehicle": ["vehicle-offences", "neighbourhood-crime"],
}
WORKERS = 2
FILES = 4
ROWS = 50_000
"""Incidents a file."""


def write_incidents(folder: Path) -> None:
    """Write invented incidents to several files, as a warehouse holds them."""
    areas, offences = ("kent", "essex", "surrey"), tuple(TOWARDS)
    first = SPAN.start.toordinal()
    days = SPAN.end.toordinal() - first + 1
    since_1970 = first - 719_163
    for file in range(FILES):
        numbers = range(file * ROWS, (file + 1) * ROWS)
        table = pa.table(
            {
                "area": [areas[number % 3] for number in numbers],
                "offence": [offences[number // 3 % 3] for number in numbers],
                "date": pa.array(
                    [since_1970 + number * 13 % days for number in numbers], pa.int32()
                ).cast(pa.date32()),
            }
        )
        parquet.write_table(table, folder / f"incidents-{file}.parquet")


@contextmanager
def dask(folder: Path) -> Iterator[Any]:
    """Give the incidents as a frame of Dask, on worker processes."""
    distributed: Any = import_module("distributed")
    dataframe: Any = import_module("dask.dataframe")
    with (
        distributed.LocalCluster(
            n_workers=WORKERS,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
        ) as cluster,
        distributed.Client(cluster),
    ):
        incidents = dataframe.read_parquet(folder)
        yield incidents.assign(date=dataframe.to_datetime(incidents["date"]))


@contextmanager
def spark(folder: Path) -> Iterator[Any]:
    """Give the incidents as a frame of PySpark, on several threads."""
    sql: Any = import_module("pyspark.sql")
    session = (
        sql.SparkSession.builder.master(f"local[{WORKERS}]")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    functions: Any = sql.functions
    incidents = session.read.parquet(str(folder))
    yield incidents.withColumn("date", functions.to_date("date"))
    session.stop()


def rates(incidents: Any) -> Any:  # noqa: ANN401 - of any engine
    """Take incidents to rates and changes: the same calls on every engine."""
    years = frames.counts(
        incidents, indicators=TOWARDS, every="financial year", covering=SPAN
    )
    rated = frames.with_rates(years, populations=populations())
    return frames.with_changes(frames.with_limits(rated, of="rate"))


def rows_of(result: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - of any engine
    """Fetch the rows of a result."""
    if hasattr(result, "compute"):
        dask_rows: list[dict[str, Any]] = result.compute().to_dict("records")
        return dask_rows
    spark_rows: list[dict[str, Any]] = result.toArrow().to_pylist()
    return spark_rows


def main() -> int:
    """Run the pipeline on the engine that is asked for, and print what it gives."""
    engines: dict[str, Callable[[Path], Any]] = {"dask": dask, "spark": spark}
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("engine", choices=sorted(engines))
    engine = engines[parser.parse_args().engine]
    with tempfile.TemporaryDirectory() as name:
        write_incidents(Path(name))
        with engine(Path(name)) as incidents:
            result = rates(incidents)
            rows = rows_of(result)
    print(f"{FILES * ROWS:,} incidents")
    for row in rows:
        print(
            f"{row['area']}, {row['indicator']}, {row['period']}: {row['count']:,}, "
            f"{row['rate']:.1f} per 100,000 ({row['lower']:.1f} to {row['upper']:.1f})"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
