"""The figures that the adjudicated claims are held to."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from policing_indicators.audit.audit import Audit
from policing_indicators.audit.auditing import audit_claims
from policing_indicators.audit.ranking import LEFT_OUT
from policing_indicators.audit.tolerance import Tolerance
from policing_indicators.registry.areas import areas
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.populations import populations
from policing_indicators.tables import claims, tidy
from policing_indicators.tables.claim_rows import COLUMNS
from policing_indicators.vocabulary.area import AreaKind
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.settlement import Settlement

EXAMPLE = Path(__file__).parents[2] / "examples" / "west-midlands-2024-25-q4"
NATIONAL = framework("national-priorities-2021")
FORCE = "west-midlands"
HOME_OFFICE = (
    "Home Office, Police recorded crime open data tables, police force areas, "
    "April 2026"
)
RELEASED = date(2026, 4, 1)
MadeUp = tuple[str, str, str, int]
"""An indicator, an area, a period and a count that stand in for a table's."""

MADE_UP: list[MadeUp] = [
    ("personal-robbery", "kent", "2023/24", 1_001),
    ("personal-robbery", "kent", "2024/25", 1_201),
    *(
        ("vehicle-offences", FORCE, f"{year} Q{quarter}", count)
        for year, counts in {
            "2023/24": (9_000, 8_600, 8_500, 8_041),
            "2024/25": (7_901, 7_502, 7_203, 6_785),
        }.items()
        for quarter, count in enumerate(counts, 1)
    ),
    *(
        ("firearm-discharges", FORCE, f"{year}/{year - 1999}", count)
        for year, count in zip(
            range(2018, 2024), (210, 320, 190, 180, 170, 160), strict=True
        )
    ),
    ("firearm-discharges", FORCE, "2024/25", 150),
    ("serious-youth-violence", FORCE, "2022/23", 500),
    ("serious-youth-violence", FORCE, "2023/24", 450),
    ("drug-related-homicides", FORCE, "2023/24", 21),
    ("drug-related-homicides", FORCE, "2024/25", 28),
    ("drug-treatment-referrals", FORCE, "2023/24", 0),
    ("drug-treatment-referrals", FORCE, "2024/25", 80),
]


@pytest.fixture(scope="session")
def observations() -> tuple[Observation, ...]:
    """Give the example's figures, and some made up beside them."""
    return (
        *tidy.read(EXAMPLE / "figures.csv", framework=NATIONAL),
        *tidy.read(EXAMPLE / "observations.csv", framework=NATIONAL),
        *_made_up(),
    )


def _made_up() -> Iterator[Observation]:
    for indicator, area, period, count in MADE_UP:
        yield Observation(
            indicator,
            area,
            Period.parse(period),
            count=count,
            as_at=RELEASED,
            source="A table made up for this test",
        )
    survey = {"2023/24": (360, 600), "2024/25": (390, 600)}
    for period, (satisfied, valid) in survey.items():
        yield Observation(
            "victim-satisfaction",
            FORCE,
            Period.parse(period),
            count=satisfied,
            denominator=valid,
            source="A survey made up for this test",
        )
    for place, area in enumerate(_ranked_areas(), 1):
        yield Observation(
            "hospital-admissions-sharp-object",
            area,
            Period.parse("2024/25"),
            count=100_000 // place,
            denominator=1_000_000,
            source="A table made up for this test",
        )
    yield Observation(
        "business-cyber-breaches",
        FORCE,
        Period.parse("2024/25"),
        missing=MissingReason.NOT_AVAILABLE,
    )


def _ranked_areas() -> list[str]:
    """Give every police force area that is ranked, West Midlands the second."""
    wanted = [
        area.id
        for area in areas()
        if area.kind is AreaKind.POLICE_FORCE_AREA and area.id not in LEFT_OUT | {FORCE}
    ]
    return [wanted[0], FORCE, *wanted[1:]]


Auditor = Callable[..., Audit]


def table_of(rows: Sequence[str]) -> str:
    """Write rows of ``key value | key value`` as a table of claims."""
    lines = [",".join(COLUMNS)]
    for row in rows:
        cells = dict(part.strip().split(" ", 1) for part in row.split(" | "))
        assert cells.keys() <= set(COLUMNS)
        lines.append(",".join(f'"{cells.get(column, "")}"' for column in COLUMNS))
    return "\n".join(lines) + "\n"


DOCUMENT = (
    "row document | title A report | area West Midlands | period 2024/25 | "
    "comparator year before | published 2026-05-01"
)


@pytest.fixture(scope="session")
def audited(observations: tuple[Observation, ...]) -> Auditor:
    """Give what audits rows of claims, of one document, beside those figures."""

    def audit_rows(
        *rows: str,
        document: str = DOCUMENT,
        held: Sequence[Observation] = observations,
        tolerance: Tolerance | None = None,
        settlement: Settlement | None = None,
    ) -> Audit:
        text = table_of([document, *rows])
        return audit_claims(
            claims.parse(text, framework=NATIONAL),
            held,
            framework=NATIONAL,
            populations=populations(),
            tolerance=tolerance,
            settlement=settlement,
        )

    return audit_rows
