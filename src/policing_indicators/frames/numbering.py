"""Values numbered on the engine that holds them, none of them a row in Python."""

from collections.abc import Sequence
from typing import Any

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from policing_indicators.tables.columns.coded import Codes, told_apart

Numbers = NDArray[np.int64]
Places = Codes
"""Of each row, the number of its value: in as few bytes as an engine holds it in."""


def numbered(column: "nw.Series[Any]") -> tuple[list[Any], Places]:
    """Give the distinct values of a column, and of each row which of them it has.

    Args:
        column: Texts or whole numbers, of pandas, polars or pyarrow. What is missing
            is a value like others.
    """
    native: Any = column.to_native()
    if column.dtype.is_integer() and not column.is_null().any():
        return _numbered_by_size(column.to_numpy())
    if column.implementation.is_pandas():
        codes, values = native.factorize(use_na_sentinel=False)
        return list(values), codes
    if column.implementation.is_polars():
        return _numbered_by_polars(native, column.implementation.to_native_namespace())
    encoded = native.unify_dictionaries().dictionary_encode("encode").combine_chunks()
    places: Places = encoded.indices.to_numpy()
    return encoded.dictionary.to_pylist(), places


def _numbered_by_size(values: Codes) -> tuple[list[Any], Places]:
    least = values.min() if len(values) else 0
    first, places = told_apart(values - least)
    return values[first].tolist(), places


def _numbered_by_polars(native: Any, polars: Any) -> tuple[list[Any], Places]:  # noqa: ANN401 - polars is not imported here
    # numbers come here where some are missing: what is refused may be texts
    texts = native if native.dtype == polars.Categorical else native.cast(polars.String)
    values = texts.drop_nulls().unique(maintain_order=True).cast(polars.String)
    places = texts.cast(polars.Enum(values)).to_physical()
    if not native.null_count():
        return values.to_list(), places.to_numpy()
    places = places.cast(polars.Int64).fill_null(len(values))
    return [*values.to_list(), None], places.to_numpy()


def in_order(values: Sequence[Any]) -> tuple[list[Any], Numbers]:
    """Give the distinct values in order, and the place of each value among them.

    Engines give rows in any order: of equal periods that are spelled in two ways, the
    spelling that comes first as text is kept.
    """
    distinct = sorted(dict.fromkeys(sorted(values, key=str)))
    places = {value: place for place, value in enumerate(distinct)}
    return distinct, np.array([places[value] for value in values], dtype=np.int64)
