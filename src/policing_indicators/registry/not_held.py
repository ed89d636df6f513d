"""What the official tables do not hold, and who does."""

import csv
from functools import cache

from policing_indicators.registry.shelf import lines


@cache
def not_held() -> dict[str, str]:
    """Give, for each indicator that official tables do not hold, a note that says so.

    The tables are the Home Office's open data on recorded crime and the police force
    area tables of the Office for National Statistics.

    >>> sorted(not_held())[0]
    'cyber-reports'
    """
    return {
        row["indicator"]: row["note"] for row in csv.DictReader(lines("not-held.csv"))
    }
