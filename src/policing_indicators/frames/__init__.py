"""The door for data frames: a frame goes in, and a frame of the same kind comes out.

It takes frames of pandas, polars (eager and lazy), pyarrow, DuckDB, Dask and PySpark.
It needs narwhals, which ``pip install policing-indicators[frames]`` brings.

* A frame is left as it is. Its rows keep their order, and all its columns are kept;
  new ones come after them, and a name that is there already is refused.
* :func:`counts` runs on the frame's own engine where that works later or elsewhere,
  over as many incidents as it can hold. What it makes is small. All else here works
  out figures from counts: the rows are fetched from such an engine, and the result is
  handed back to it.
* The figures are those of :mod:`policing_indicators.arrays`, to the last bit. What is
  missing or not defined is null, or NaN in pandas and Dask, which have no other null
  among numbers. Nothing is rounded.
* Columns are found by the names of the tidy table: ``indicator``, ``area``,
  ``period``, ``count``, ``denominator``. Others are named by ``columns``:
  ``columns={"area": "Force Name"}``.
"""

from policing_indicators.errors import MissingLibraryError

try:
    import narwhals as _narwhals
except ImportError as _error:
    raise MissingLibraryError(
        "policing-indicators[frames]", "policing_indicators.frames"
    ) from _error
else:
    del _narwhals

from policing_indicators.frames.changes import with_changes
from policing_indicators.frames.counting import Unmapped, counts
from policing_indicators.frames.counting_span import Every
from policing_indicators.frames.findings import with_findings
from policing_indicators.frames.rates import LimitsOf, with_limits, with_rates

__all__ = [
    "Every",
    "LimitsOf",
    "Unmapped",
    "counts",
    "with_changes",
    "with_findings",
    "with_limits",
    "with_rates",
]
