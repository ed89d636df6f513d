"""Engines of several processes and threads, on this machine alone."""

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pytest
from dask import dataframe
from distributed import Client, LocalCluster
from hypothesis import settings
from pyspark.sql import SparkSession
from tests.frames.engines import Engine

settings.register_profile("engines", derandomize=True, deadline=None, max_examples=5)
settings.load_profile("engines")

WORKERS = 3
"""Processes of Dask, and threads of Spark's executor."""


@pytest.fixture(scope="session")
def dask() -> Iterator[Engine]:
    """Give Dask, as a local cluster of several worker processes."""
    cluster = LocalCluster(
        n_workers=WORKERS,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address=None,
    )
    with cluster, Client(cluster):

        def made(table: pa.Table) -> Any:
            rows = table.to_pandas()
            return dataframe.from_pandas(rows, npartitions=WORKERS, sort=False)

        yield Engine("Dask", made, "dask_expr._collection.DataFrame")


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    """Give a session of Spark with several threads of execution."""
    session = (
        SparkSession.builder.master(f"local[{WORKERS}]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", WORKERS)
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="session")
def pyspark(spark: SparkSession) -> Engine:
    """Give PySpark, its rows spread over several partitions."""

    def made(table: pa.Table) -> Any:
        days = table.schema.get_field_index("date")
        if days >= 0:  # a time of Spark's is in a time zone, a day is not
            field = table.column(days).cast(pa.date32())
            table = table.set_column(days, "date", field)
        return spark.createDataFrame(table).repartition(WORKERS)

    return Engine("PySpark", made, "pyspark.sql.classic.dataframe.DataFrame")
