"""What ``policing-indicators audit`` takes."""

from argparse import ArgumentParser
from pathlib import Path

AUDIT_FORMATS = ("table", "markdown", "html", "json", "csv", "xlsx", "ods", "docx")


def add_audit_arguments(parser: ArgumentParser) -> None:
    """Add what the command takes; it is kept apart so that help loads no more."""
    parser.add_argument(
        "publication",
        metavar="PUBLICATION",
        type=Path,
        nargs="?",
        help="a publication's folder with its claims, such as claims.csv, in it",
    )
    parser.add_argument(
        "--claims", metavar="FILE", type=Path, help="the claims, as CSV or TOML"
    )
    parser.add_argument(
        "--observations",
        metavar="FILE",
        type=Path,
        nargs="+",
        action="extend",
        default=[],
        help="tidy tables of the figures at hand, of any vintages",
    )
    parser.add_argument(
        "--framework",
        metavar="FRAMEWORK",
        help="with --claims: a framework's id, or a file that ends in .toml",
    )
    parser.add_argument(
        "--waivers",
        metavar="FILE",
        type=Path,
        help="a TOML file of findings that are settled, and of responses",
    )
    parser.add_argument(
        "--format",
        choices=AUDIT_FORMATS,
        default=AUDIT_FORMATS[0],
        help="a table for the terminal (the default), a page, the findings as data, or "
        "a workbook or a Word document to write",
    )
    parser.add_argument(
        "--charts",
        action="store_true",
        help="with --format html: draw the figures that could be checked; this needs "
        "the extra charts",
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help="let presentation points count too: exit with 1 where there is one",
    )
    parser.add_argument(
        "--output",
        metavar="PATH",
        type=Path,
        help="write it there, whole or not at all",
    )
