"""What must be the same whichever engine a table lies in."""

from datetime import date
from typing import Any

import numpy as np
from hypothesis import strategies as st
from tests.frames.engines import Engine, column, kind_of, pa, rows_of

from policing_indicators import arrays, frames
from policing_indicators.registry.populations import populations
from policing_indicators.vocabulary.period import Period

TOWARDS = {
    "Domestic burglary": ("residential-burglary", "neighbourhood-crime"),
    "Vehicle offences": ("vehicle-offences", "neighbourhood-crime"),
    "Homicide": "homicide",
    "Theft: other, 'n' such": ["other-theft"],
}
AREAS = ("kent", "city-of-london", "west-midlands", "essex ", " essex")
OFFENCES = (*TOWARDS, " Homicide", "Domestic burglary ")
COVERING = Period.parse("April 2022 to March 2025")

Incident = tuple[str, str, date]

incidents: st.SearchStrategy[list[Incident]] = st.lists(
    st.tuples(
        st.sampled_from(AREAS),
        st.sampled_from(OFFENCES),
        st.dates(date(2022, 4, 1), date(2025, 3, 31)),
    ),
    max_size=40,
)


def table_of(rows: list[Incident]) -> dict[str, Any]:
    """Give the columns of incidents, with types where there is no row."""
    areas, offences, days = zip(*rows, strict=True) if rows else ((), (), ())
    return {
        "area": pa.array(areas, pa.string()),
        "offence": pa.array(offences, pa.string()),
        "date": pa.array(days, pa.date32()).cast(pa.timestamp("us")),
    }


def counted_by_hand(rows: list[Incident]) -> dict[tuple[str, str, Period], int]:
    """Count incidents one by one."""
    found: dict[tuple[str, str, Period], int] = {}
    for area, offence, day in rows:
        given = TOWARDS[offence.strip()]
        for indicator in (given,) if isinstance(given, str) else given:
            key = area.strip(), indicator, Period.month(day.year, day.month)
            found[key] = found.get(key, 0) + 1
    return found


def hold_to_one_answer(engine: Engine, rows: list[Incident]) -> None:
    """Take incidents to counts, rates, changes and limits, and hold each to arrays."""
    given = engine.frame(table_of(rows))
    before = rows_of(given)
    counts = frames.counts(given, indicators=TOWARDS)
    assert rows_of(given) == before
    assert kind_of(counts).endswith(engine.kind)
    expected = sorted(counted_by_hand(rows).items())
    assert rows_of(counts) == [
        (area, indicator, str(period), count)
        for (area, indicator, period), count in expected
    ]
    hold_figures_to_arrays(counts, expected)


def hold_figures_to_arrays(
    counts: Any,
    expected: list[tuple[tuple[str, str, Period], int]],
) -> None:
    """Hold rates, changes and limits of counts to the door for arrays, bit for bit."""
    known = dict(expected)
    number = np.array([count for _, count in expected], dtype=np.float64)
    earlier = np.array(
        [
            known.get((area, indicator, period.year_before), np.nan)
            for (area, indicator, period), _ in expected
        ],
        dtype=np.float64,
    )
    size = np.array([_population(area, period) for (area, _, period), _ in expected])
    rated = frames.with_rates(counts, populations=populations(), per=1_000)
    changed = frames.with_changes(rated)
    full = frames.with_limits(changed, of="rate", per=1_000, prefix="rate_")
    lower, upper = arrays.rate_limits(number, size, per=1_000)
    figures = {
        "denominator": size,
        "rate": arrays.rate(number, size, per=1_000),
        "earlier_count": earlier,
        "change": number - earlier,
        "percent_change": arrays.percent_change(earlier, number),
        "rate_lower": lower,
        "rate_upper": upper,
    }
    kept = fields(counts)
    assert fields(full) == [
        *kept,
        *("denominator", "population", "edition", "rate"),
        *("earlier_count", "change", "percent_change", "rate_lower", "rate_upper"),
    ]
    assert [row[: len(kept)] for row in rows_of(full)] == rows_of(counts)
    for name, wanted in figures.items():
        assert column(full, name) == [
            None if np.isnan(each) else each for each in wanted.tolist()
        ]


def fields(frame: Any) -> list[str]:
    """Name the columns of a frame."""
    return list(frame.collect_schema().names()) if _is_lazy(frame) else _names(frame)


def _is_lazy(frame: object) -> bool:
    return kind_of(frame).endswith("LazyFrame")


def _names(frame: Any) -> list[str]:
    return list(getattr(frame, "column_names", frame.columns))


def _population(area: str, period: Period) -> float:
    if area == "city-of-london":
        return float("nan")
    return populations().for_period(area, period).value
