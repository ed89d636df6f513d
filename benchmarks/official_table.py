"""The Home Office's table of recorded crime, under its own headers."""

import csv
from pathlib import Path

import pyarrow.parquet as pq
import pytest

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
RECORDED_CRIME = SHARED_DATA / "police_recorded_crime_2012_2025.parquet"
HEADERS = {
    "financial_year": "Financial Year",
    "quarter": "Financial Quarter",
    "area_name": "Force Name",
    "offence_description": "Offence Description",
    "offence_group": "Offence Group",
    "offence_subgroup": "Offence Subgroup",
    "offence_code": "Offence Code",
    "count": "Number of Offences",
}
"""The shared file's columns, and what the Home Office calls them."""


def write_recorded_crime(path: Path) -> Path:
    """Write the whole table as a CSV file; skip where the shared file is not there."""
    if not RECORDED_CRIME.is_file():
        pytest.skip("the publishers' files are not here: no folder ../shared/data")
    columns = pq.read_table(RECORDED_CRIME, columns=list(HEADERS)).to_pydict()
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS[name] for name in columns)
        writer.writerows(zip(*columns.values(), strict=True))
    return path
