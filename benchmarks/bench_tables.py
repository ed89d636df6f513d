"""Tables of 300,000 rows and more, from the file to checked observations."""

import csv
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice, product
from pathlib import Path

import pandas as pd

from benchmarks import simulation
from benchmarks.comparison import Peer
from benchmarks.conftest import Compare
from policing_indicators.registry.areas import areas
from policing_indicators.tables import home_office, tidy
from policing_indicators.tables.columns import offence_columns
from policing_indicators.tables.observation_table import ObservationTable
from policing_indicators.tables.offence_question import OffenceQuestion
from policing_indicators.tables.offence_table import OffenceFile
from policing_indicators.vocabulary.period import Period

ROWS = 300_000
VINTAGES = ("2024-04-25", "2025-04-24")
COLUMNS = ("indicator", "area", "period", "count", "as_at", "source")
SOURCE = "Home Office, Police recorded crime open data tables"

NEIGHBOURHOOD = [59_258, 49_027]
"""Neighbourhood crime in the West Midlands in 2023/24 and 2024/25 by that table."""


def series() -> Iterator[tuple[str, str, str, str]]:
    """Give the indicator, area, period and vintage of one row after another."""
    indicators = [f"indicator-{number:02}" for number in range(1, 60)]
    forces = [area.id for area in areas() if area.code]
    years = [f"{year}/{(year + 1) % 100:02}" for year in range(2011, 2025)]
    periods = [f"{year} Q{quarter}" for year in years for quarter in (1, 2, 3, 4)]
    return islice(product(indicators, forces, periods, VINTAGES), ROWS)


def write_tidy(path: Path, counts: Iterable[int]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for (*names, as_at), count in zip(series(), counts, strict=True):
            writer.writerow((*names, count, as_at, SOURCE))


def peers(path: Path) -> tuple[Peer, ...]:
    return (
        Peer("csv.reader, rows dropped", lambda: skim(path)),
        Peer("pandas.read_csv", lambda: pd.read_csv(path)),
    )


def skim(path: Path) -> int:
    """Give the number of rows, the header's among them."""
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file))


def compare_tidy(compare: Compare, what: str, path: Path, counts: list[int]) -> None:
    write_tidy(path, counts)
    read = tidy.read(path)
    assert [observation.count for observation in read] == counts
    assert pd.read_csv(path)["count"].tolist() == counts
    del read
    compare(what, lambda: tidy.read(path), peers(path), rounds=5)


def bench_tidy_table(compare: Compare, tmp_path: Path) -> None:
    counts = simulation.counts()[:ROWS].tolist()
    what = f"reading and validating a tidy table of {ROWS:,} rows"
    compare_tidy(compare, what, tmp_path / "tidy.csv", counts)


def bench_tidy_table_of_distinct_counts(compare: Compare, tmp_path: Path) -> None:
    counts = simulation.distinct_counts()[:ROWS].tolist()
    what = f"the worst case for a tidy table of {ROWS:,} rows: no two counts alike"
    compare_tidy(compare, what, tmp_path / "tidy.csv", counts)


def bench_tidy_columns(compare: Compare, tmp_path: Path) -> None:
    counts = simulation.counts()[:ROWS].tolist()
    compare_columns(compare, "", tmp_path / "tidy.csv", counts)


def bench_tidy_columns_of_distinct_counts(compare: Compare, tmp_path: Path) -> None:
    counts = simulation.distinct_counts()[:ROWS].tolist()
    compare_columns(compare, ", no two counts alike", tmp_path / "tidy.csv", counts)


def compare_columns(
    compare: Compare, which: str, path: Path, counts: list[int]
) -> None:
    write_tidy(path, counts)
    table = ObservationTable.read(path)
    assert [table[row].count for row in range(0, ROWS, 997)] == counts[::997]
    compare(
        f"a tidy table of {ROWS:,} rows into checked columns{which}",
        lambda: ObservationTable.read(path),
        [columns_peer(path)],
    )


def columns_peer(path: Path) -> Peer:
    aim = "at most 4 times as long"
    return Peer("pandas.read_csv", lambda: pd.read_csv(path), aim=aim)


def bench_home_office_columns(compare: Compare, recorded_crime: Path) -> None:
    rows = skim(recorded_crime) - 1
    forces = OffenceQuestion.of(None, None, None, None).forces
    columns = offence_columns.read(recorded_crime, forces)
    assert columns is not None
    assert columns.places() == OffenceFile(recorded_crime, forces).whole()
    compare(
        f"the Home Office's table, {rows:,} rows, into checked columns",
        lambda: offence_columns.read(recorded_crime, forces),
        [columns_peer(recorded_crime)],
    )


def bench_home_office_table(compare: Compare, recorded_crime: Path) -> None:
    rows = skim(recorded_crime) - 1
    assert home_office.read(recorded_crime).observations
    compare(
        f"reading and validating the Home Office's table, {rows:,} rows: all of it",
        lambda: home_office.read(recorded_crime),
        peers(recorded_crime),
        rounds=5,
    )


def bench_one_force_and_year(compare: Compare, recorded_crime: Path) -> None:
    rows = skim(recorded_crime) - 1
    asked = partial(
        home_office.read,
        areas=["west-midlands"],
        periods=[Period.financial_year(2023), Period.financial_year(2024)],
    )
    crime = asked(recorded_crime, indicators=["neighbourhood-crime"])
    assert [observation.count for observation in crime.observations] == NEIGHBOURHOOD
    compare(
        f"reading and validating the same {rows:,} rows: one force, two years of them",
        lambda: asked(recorded_crime),
        peers(recorded_crime),
        rounds=5,
    )
