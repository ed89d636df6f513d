"""Tries the second reader on claims whose truth is known, and prints the tables.

    python -m benchmarks.audit_trials

reads the publishers' files in ``../shared/data``.
"""

import csv
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import pyarrow.parquet as pq

from benchmarks import trial_groups, trial_later_data, trial_same_vintage
from benchmarks.measure_revisions import ALL
from benchmarks.published_tables import RECORDED_CRIME, SHARED_DATA
from benchmarks.trial_groups import GroupTally
from benchmarks.trial_later_data import Moved, Outcome, TrialB
from benchmarks.trial_same_vintage import CORRUPTED, RIGHT, Tally, TrialA
from policing_indicators.audit.verdict import Standing
from policing_indicators.tables import home_office
from policing_indicators.vocabulary.observation import Observation

COMMAND = "python -m benchmarks.audit_trials"
AS_AT = date(2026, 4, 1)
CLAIMS = RIGHT + CORRUPTED
SAID = (
    Standing.REPRODUCES,
    Standing.WITHIN_REVISION,
    Standing.CANNOT_BE_CHECKED,
    Standing.DOES_NOT_REPRODUCE,
)
TITLES = {
    "ons-2025-10": "ONS, October 2025",
    "ons-2025-04": "ONS, April 2025",
    "ons-2019-10": "ONS, October 2019",
    ALL: "all of them",
}
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


def recorded_crime(folder: Path) -> tuple[Path, int]:
    """Write the Home Office's table under its own headers; give its rows too."""
    path = folder / "recorded_crime.csv"
    columns = pq.read_table(SHARED_DATA / RECORDED_CRIME, columns=list(HEADERS))
    cells = columns.to_pydict()
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS[name] for name in cells)
        writer.writerows(zip(*cells.values(), strict=True))
    return path, columns.num_rows


def rate(part: int, whole: int) -> str:
    """Write a part of a whole in per cent."""
    return f"{100 * part / whole:.2f}%" if whole else "-"


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a table in Markdown."""
    lines = (head, ["---"] * len(head), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def table_a(trial: TrialA) -> str:
    """Give the table of trial A."""
    head = ("claims", "how many", "figure changed", "found", "rate", "without data")
    right = trial.right
    alarms = rate(right.found, right.claims)
    first = ("right", f"{right.claims:,}", "-", f"{right.found:,}", alarms, "-")
    return markdown(
        head, [first, *map(_row, trial.corrupted), _row(_total(trial.corrupted))]
    )


def _row(tally: Tally) -> Sequence[str]:
    changed = tally.claims - tally.same
    numbers = (tally.claims, changed, tally.found)
    return (
        tally.kind,
        *(f"{each:,}" for each in numbers),
        rate(tally.found, changed),
        f"{tally.alone:,}",
    )


def _total(tallies: Iterable[Tally]) -> Tally:
    found = list(tallies)
    return Tally(
        kind="all corrupted",
        claims=sum(each.claims for each in found),
        same=sum(each.same for each in found),
        found=sum(each.found for each in found),
        alone=sum(each.alone for each in found),
    )


def table_of_groups(tallies: Iterable[GroupTally]) -> str:
    """Give what was said of groups of claims."""
    head = ("groups", "right", "of these found", "two digits swapped", "of these found")
    return markdown(
        head,
        ((each.kind, *(f"{number:,}" for number in each[1:])) for each in tallies),
    )


def table_b(trial: TrialB) -> str:
    """Give what was said of figures as they were published."""
    head = ("printed by", "figures", "how many", *(each.value for each in SAID))
    return markdown(
        (*head, "rate", "rate by revisions of the other editions"),
        map(_outcome, (*trial.outcomes, _together(trial.outcomes))),
    )


def _together(outcomes: Iterable[Outcome]) -> Outcome:
    found = list(outcomes)
    verdicts = {each: sum(one.verdicts[each] for one in found) for each in Standing}
    return Outcome(ALL, "figure", verdicts, sum(one.unseen for one in found))


def _outcome(outcome: Outcome) -> Sequence[str]:
    every = sum(outcome.verdicts.values())
    return (
        TITLES[outcome.edition],
        f"{outcome.figure}s",
        f"{every:,}",
        *(f"{outcome.verdicts[each]:,}" for each in SAID),
        rate(outcome.verdicts[Standing.DOES_NOT_REPRODUCE], every),
        rate(outcome.unseen, every),
    )


def table_of_moved(trial: TrialB) -> str:
    """Give what was said of figures that were moved on purpose."""
    head = ("moved by so many times the usual revision", "levels", "percentages")
    return markdown(head, map(_moved, trial.moved))


def _moved(moved: Moved) -> Sequence[str]:
    levels = rate(moved.levels_found, moved.levels)
    percentages = rate(moved.percentages_found, moved.percentages)
    return (
        f"{moved.lowest:g} to {moved.highest:g}",
        f"{levels} of {moved.levels:,}",
        f"{percentages} of {moved.percentages:,}",
    )


def _read(path: Path, **asked: Any) -> tuple[Observation, ...]:  # noqa: ANN401 - as home_office.read
    return home_office.read(path, as_at=AS_AT, **asked).observations


def main() -> None:
    """Run the trials and print their tables."""
    with TemporaryDirectory() as folder:
        path, rows = recorded_crime(Path(folder))
        start = process_time()
        every = _read(path)
        seconds = process_time() - start
        of_editions = _read(path, periods=trial_later_data.periods())
    same, later = (
        trial_same_vintage.run(every),
        trial_later_data.run(of_editions),
    )
    today = datetime.now(UTC).date()
    sys.stdout.write(
        f"Measured on {today.day} {today:%B %Y} by `{COMMAND}`. The table of {rows:,} "
        f"rows took {seconds:.0f} seconds of one processor to read, and {CLAIMS:,} "
        f"claims took {same.seconds:.0f} to audit against it.\n\n{table_a(same)}\n\n"
        f"{table_of_groups(trial_groups.run(every))}\n\n"
        f"{table_b(later)}\n\n{table_of_moved(later)}\n\n"
        f"Codes of right claims: {dict(same.codes)}\n"
        f"Codes of published figures: {dict(later.codes)}\n"
    )
    for alarm in same.false_alarms:
        sys.stdout.write(f"{alarm}\n")


if __name__ == "__main__":
    main()
