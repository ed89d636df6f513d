"""The areas on the shelf: the 43 forces, British Transport Police, the countries.

Source: Office for National Statistics, police force areas and countries, names and
codes; Open Government Licence v3.0. The aliases are how official tables spell them.
"""

import csv
from functools import cache

from policing_indicators.registry.shelf import lines
from policing_indicators.vocabulary.area import Area, AreaKind, Areas


@cache
def areas() -> Areas:
    """Give every area that is known.

    >>> areas().find("E23000014").name
    'West Midlands'
    """
    return Areas(
        Area(
            row["id"],
            row["name"],
            AreaKind(row["kind"]),
            code=row["code"] or None,
            aliases=tuple(filter(None, row["aliases"].split("; "))),
        )
        for row in csv.DictReader(lines("areas.csv"))
    )
