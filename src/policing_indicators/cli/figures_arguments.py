"""The arguments of ``policing-indicators figures``."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from pathlib import Path


def add_figures_arguments(command: ArgumentParser) -> None:
    """Add what the command takes."""
    command.add_argument(
        "--area",
        required=True,
        help="the force, by id, code or name",
    )
    command.add_argument(
        "--framework",
        metavar="FRAMEWORK",
        default="national-priorities-2021",
        help="the framework whose indicators are taken, by id or as a TOML file",
    )
    command.add_argument(
        "--home-office",
        metavar="FILE",
        type=Path,
        help="the Home Office's table of recorded crime: CSV, XLSX, ODS or Parquet",
    )
    command.add_argument(
        "--home-office-as-at",
        metavar="DAY",
        type=_day,
        help="the day of its release, such as 2026-04-01",
    )
    command.add_argument(
        "--periods",
        metavar="PERIOD",
        nargs="+",
        help="the periods taken from it; of the last one it is said what no table "
        "holds; by default every quarter and year",
    )
    command.add_argument(
        "--ons",
        metavar="FILE",
        type=Path,
        help="the police force area tables of the Office for National Statistics: "
        "XLSX, ODS or CSV",
    )
    command.add_argument(
        "--ons-as-at",
        metavar="DAY",
        type=_day,
        help="the day of their release, where it is not known",
    )
    command.add_argument(
        "--ons-periods",
        metavar="PERIOD",
        nargs="+",
        help="the periods taken from them; by default all",
    )
    command.add_argument(
        "--output",
        metavar="PATH",
        type=Path,
        help="write the table there, whole or not at all",
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"{text!r} is no day written year-month-day, such as 2026-04-01"
        raise ArgumentTypeError(message) from error
