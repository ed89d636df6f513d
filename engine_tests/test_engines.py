"""Dask on several processes and PySpark on several threads give the one answer too."""

from hypothesis import given, settings
from tests.frames.engines import Engine
from tests.frames.one_answer import Incident, hold_to_one_answer, incidents


@settings(suppress_health_check=())
@given(rows=incidents)
def test_dask_and_the_door_for_arrays_give_one_answer(
    dask: Engine, rows: list[Incident]
) -> None:
    hold_to_one_answer(dask, rows)


@given(rows=incidents)
def test_pyspark_and_the_door_for_arrays_give_one_answer(
    pyspark: Engine, rows: list[Incident]
) -> None:
    hold_to_one_answer(pyspark, rows)
