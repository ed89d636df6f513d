"""How much room a table takes as columns, and while it is read.

``python -m benchmarks.column_memory`` prints it as a table.
"""

import tracemalloc
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import simulation
from benchmarks.bench_tables import ROWS, write_tidy
from policing_indicators.tables.observation_table import ObservationTable

AIM = 3
"""At most so many times the columns."""


def main() -> None:
    """Print the room that two tables take."""
    print("| table | columns | a row | at most while it is read | aim |")  # noqa: T201
    print("| --- | --- | --- | --- | --- |")  # noqa: T201
    kinds = {
        "": simulation.counts(),
        ", no two counts alike": simulation.distinct_counts(),
    }
    with TemporaryDirectory() as folder:
        for which, counts in kinds.items():
            path = Path(folder, "tidy.csv")
            write_tidy(path, counts[:ROWS].tolist())
            print(f"| {ROWS:,} rows{which} | {measured(path)} |")  # noqa: T201


def measured(path: Path) -> str:
    """Read a table, and say how much room it took."""
    ObservationTable.read(path)  # so that what is loaded once is not counted
    tracemalloc.start()
    table = ObservationTable.read(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    held = table.nbytes
    return (
        f"{held / 1e6:.1f} MB | {held / len(table):.0f} bytes | "
        f"{most / held:.2f} times | at most {AIM} times"
    )


if __name__ == "__main__":
    main()
