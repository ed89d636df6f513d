"""Engines of several processes and threads, on this machine alone."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from tests.frames.engines import Engine, pa

# They carry no types.
dataframe: Any = import_module("dask.dataframe")
distributed: Any = import_module("distributed")
sql: Any = import_module("pyspark.sql")

settings.register_profile(
    "engines",
    derandomize=True,
    deadline=None,
    max_examples=5,
    suppress_health_check=[HealthCheck.too_slow],  # a busy machine fails no test
)
settings.load_profile("engines")

WORKERS = 3
"""Processes of Dask, and threads of Spark's executor."""


@pytest.fixture(scope="session")
def dask() -> Iterator[Engine]:
    """Give Dask, as a local cluster of several worker processes."""
    cluster = distributed.LocalCluster(
        n_workers=WORKERS,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address=None,
    )
    with cluster, distributed.Client(cluster) as client:
        assert len(client.scheduler_info()["workers"]) == WORKERS

        def made(table: Any) -> Any:
            rows = table.to_pandas()
            return dataframe.from_pandas(rows, npartitions=WORKERS, sort=False)

        yield Engine("Dask", made, "dask_expr._collection.DataFrame")


@pytest.fixture(scope="session")
def pyspark() -> Iterator[Engine]:
    """Give PySpark on several threads, its rows spread over as many partitions."""
    session = (
        sql.SparkSession.builder.master(f"local[{WORKERS}]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", WORKERS)
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")

    def made(table: Any) -> Any:
        days = table.schema.get_field_index("date")
        if days >= 0:  # a time of Spark's is in a time zone, a day is not
            field = table.column(days).cast(pa.date32())
            table = table.set_column(days, "date", field)
        return session.createDataFrame(table).repartition(WORKERS)

    yield Engine("PySpark", made, "pyspark.sql.classic.dataframe.DataFrame")
    session.stop()
