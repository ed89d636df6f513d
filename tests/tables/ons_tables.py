"""Small tables in the layouts of the Office for National Statistics."""

from collections.abc import Mapping
from pathlib import Path

from tests.tables.workbooks import (
    WRITERS,
    Table,
    Value,
    archive_of,
    written,
    xlsx_parts,
    xlsx_rows,
    xlsx_sheet,
)

COUNTS = (
    "Table P1:  Police recorded crime by offence group and police force area, England "
    "and Wales, number of offences, year ending December 2024 [note 1]"
)
CHANGES = (
    "Table P2: Police recorded crime by offence group and police force area, England "
    "and Wales, percentage change, year ending December 2024 compared with year ending "
    "December 2023 [note 1]"
)
RATES = (
    "Table P3: Police recorded crime by offence group and police force area, England "
    "and Wales, rate of offences per 1,000 population, year ending December 2024"
)
KNIVES = (
    "Table P6: Number of Knife and sharp instrument offences recorded by the police "
    "for selected offences, by Police Force Area, and the total percentages of these "
    "selected categories [note 1,2]"
)
KNIFE_RATES = (
    "Table P7: Offences involving knife or sharp instrument rate per 100,000 recorded "
    "by the police for selected offences, by Police Force Area[note 1][note 2]"
)
GUNS = (
    "Table P8: Number of firearm offences (excluding air weapons) by police force "
    "area, year ending March 2010 to year ending December 2024 [note 1]"
)
PARTNERSHIPS = (
    "Table C2: Number of police recorded crimes for headline offences by Community "
    "Safety Partnership area, England and Wales, year ending December 2024 [note 1]"
)
LIST = (
    "Table C1: List of combined Local Authorities by Community Safety Partnership in "
    "England and Wales"
)
LEADING = (
    "Police Force\nArea code",
    "Police Force\nArea name",
    "Community Safety\nPartnership code",
    "Community Safety\nPartnership name",
    "Local Authority code",
    "Local Authority name",
)
TWELVE_MONTHS = "Jan 2024 to\n Dec 2024"
NATION, WALES = "K04000001", "W92000004"
WEST_MIDLANDS, REGION, CITY = "E23000014", "E12000005", "E23000034"

FRONT: Mapping[str, Table] = {
    "Cover_sheet": [["Police force area data tables"]],
    "Notes- PFA ": [
        ["Notes", None],
        ["Notes for tables P1, P2, P3", None],
        ["Note number", "Note text"],
        [1.0, "Read with care."],
        [3.0, "Includes British Transport Police."],
        ["Notes for tables P6 P7 ", None],
        [1.0, "A special collection."],
        [2.0, "A new method."],
        [2.0, "And another."],
    ],
    "Correction notice": [["Corrections"], [None], ["On 1 May 2025 P1 was corrected."]],
}
"""The sheets in front of the tables."""


def rows_of_counts() -> list[list[Value]]:
    return [
        [COUNTS],
        ["Source: Home Office - Police recorded crime "],
        ["Area Code", "Area Name", "Homicide", "Shoplifting \n[note 2]"],
        [NATION, "ENGLAND AND WALES [note 3]", 535.0, 516971.0],
        [REGION, "West Midlands ", 60.0, 50000.0],
        [WEST_MIDLANDS, "West Midlands", 31.0, 21000.0],
        [CITY, "London, City of", 0.0, 1400.0],
        [None, "British Transport Police", 9.0, 4360.0],
    ]


def book() -> dict[str, Table]:
    """Give a workbook in the layout of 2024: some tables, some areas."""
    return {
        **FRONT,
        "Table P1 ": rows_of_counts(),
        "Table P2": [
            [CHANGES],
            ["Area Code", "Area Name", "Homicide", "Shoplifting"],
            [WEST_MIDLANDS, "West Midlands", "[u]", 12.5],
        ],
        "Table P3": [
            [RATES],
            [
                "Area Code",
                "Area Name",
                "Population figures\n (mid-2023) rounded to 100 [note 5]",
                "Household figures\n (mid-2021)  rounded to 100\n[note 6] ",
                "Shoplifting",
                "Residential burglary (households)\n [note 7,8]",
            ],
            [WEST_MIDLANDS, "West Midlands", 2980900.0, 1131700.0, 7.04, 11.25],
            [CITY, "London, City of", 13500.0, 6700.0, "[u1]", "[u1]"],
        ],
        "Table P6 ": [
            [KNIVES],
            ["England and Wales, year ending March 2011 to year ending December 2024"],
            [
                "Area Codes",
                "Area name",
                "Jan 2023 to\n Dec 2023",
                "% involving a knife\n Jan 2023\n to Dec 2023",
                TWELVE_MONTHS,
                "Jan 2024 to Dec 2024 compared with previous year % change",
            ],
            [WEST_MIDLANDS, "West Midlands ", 5323.0, 9.5, 4664.0, -12.4],
            [
                None,
                "England (exc. Greater Manchester Police)[note 2]",
                1.0,
                2.0,
                3.0,
                4.0,
            ],
        ],
        "Table P7": [
            [KNIFE_RATES],
            ["Area Code", "Area Name", TWELVE_MONTHS],
            [WEST_MIDLANDS, "West Midlands ", 156.46],
            [None, "British Transport Police", "[x]"],
        ],
        "Table P8 ": [
            [GUNS],
            ["Area code", "Area name", "Apr  2019 to\n Mar  2020", TWELVE_MONTHS],
            [NATION, "ENGLAND AND WALES ", 6665.0, 5252.0],
            [WEST_MIDLANDS, "West Midlands", 700.0, 468.0],
        ],
        "Table C1": [[LIST], ["Police Force Area name"]],
        "Table C2": [
            [PARTNERSHIPS],
            [*LEADING, "Homicide"],
            [WEST_MIDLANDS, "West Midlands", None, None, None, None, 31.0],
            [
                WEST_MIDLANDS,
                "West Midlands",
                "E22000335",
                "Birmingham",
                "E08000025",
                "Birmingham",
                20.0,
            ],
            [
                WEST_MIDLANDS,
                "West Midlands",
                None,
                "Unassigned West Midlands",
                None,
                None,
                -1.0,
            ],
            [
                "E23000005",
                "Greater Manchester",
                None,
                "Manchester Airport",
                None,
                None,
                0.0,
            ],
            ["E23000032", "Kent", None, "unassigned Kent", None, None, None],
        ],
    }


OLD_COUNTS = (
    "Table P1:  Police recorded crime by offence group and police force area, English "
    "regions and Wales, number of offences, year ending June 20191,2"
)
OLD_CHANGES = (
    "Table P2:  Police recorded crime by offence group and police force area, English "
    "regions and Wales, percentage change, year ending June 2018 compared with year "
    "ending June 20191,2"
)
OLD_KNIVES = (
    "Table P4:  Knife and sharp instrument offences recorded by the police for "
    "selected offences, by police force area, English regions and Wales, year ending "
    "June 20191"
)


def old_book() -> bytes:
    """Make a workbook in the layout of 2019, with merged headings."""
    counts: Table = [
        [OLD_COUNTS],
        [None],
        [
            None,
            None,
            "Total recorded crime (excluding fraud3)",
            None,
            "Victim-based crime",
        ],
        ["Area Code", "Area Name", None, None, "Homicide", "Residential burglary5"],
        [None, None, "Numbers"],
        [NATION, "ENGLAND AND WALES6", 5279956.0, None, 681.0, 291820.0],
        ["E23000006", "Cheshire7", 1000.0, None, 5.0, 40.0],
        [None, "British Transport Police", 68561.0, None, 6.0, 1.0],
        ["Source: Home Office"],
        ["6. Includes British Transport Police."],
        ["7. Cheshire has a new system."],
    ]
    changes: Table = [
        [OLD_CHANGES],
        ["Area Code", "Area Name", "Homicide", "Residential burglary"],
        [NATION, "ENGLAND AND WALES5", -5.25, ".."],
        ["E23000006", "Cheshire", "-", "+"],
    ]
    knives: Table = [
        [OLD_KNIVES],
        [
            None,
            None,
            "Homicide5",
            None,
            "Jul '18 to Jun '19",
            None,
            "% change Jul 2018 to Jun 2019\n compared with:",
        ],
        [
            "Area Codes",
            "Area name",
            "Number of\n offences\n involving a\n knife6",
            "% involving a knife",
            "Number of selected offences involving a knife3",
            "% involving a knife",
            "Apr '10 to\n Mar '11",
            "Jul '17 to Jun '18",
        ],
        [NATION, "ENGLAND AND WALES7,8", 248.0, 39.5, 47513.0, 6.25, "N/A", "N/A"],
        [WEST_MIDLANDS, "West Midlands", 16.0, "-", 3560.0, 7.5, 18.0, 20.0],
    ]
    merged = {
        "Table P1": ("A1:F1", "C3:C4", "E3:F3"),
        "Table P2": (),
        "Table P4 ": ("C2:D2", "E2:F2", "G2:H2"),
    }
    sheets = dict(zip(merged, (counts, changes, knives), strict=True))
    return archive_of(
        xlsx_parts(
            {
                name: xlsx_sheet(xlsx_rows(rows), _merged(merged[name]))
                for name, rows in sheets.items()
            }
        )
    )


def _merged(ranges: tuple[str, ...]) -> str:
    cells = "".join(f'<mergeCell ref="{each}"/>' for each in ranges)
    return f"<mergeCells>{cells}</mergeCells>"


def saved(folder: Path, sheets: Mapping[str, Table], form: str = "xlsx") -> Path:
    return written(folder / f"tables.{form}", WRITERS[form](sheets))
