"""What the counts of a frame say of a target."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from narwhals.typing import IntoFrameT

from policing_indicators.assessment.finding import Finding
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.assessment.rules import check
from policing_indicators.frames.working_table import Column, WorkingTable
from policing_indicators.registry.areas import areas as registered_areas
from policing_indicators.registry.populations import populations as registered
from policing_indicators.tables import frame as frame_table
from policing_indicators.tables.tidy_row import COLUMNS
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.area_group import AreaGroup
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.no_worse_than import NoWorseThan
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.population import Populations
from policing_indicators.vocabulary.target import Target


def with_findings(  # noqa: PLR0913 - all but two are given by name
    frame: IntoFrameT,
    target: Target,
    *,
    framework: Framework,
    populations: Populations | None = None,
    edition: str | None = None,
    groups: Iterable[AreaGroup] = (),
    areas: Areas | None = None,
    columns: Mapping[str, str] | None = None,
    prefix: str = "",
) -> IntoFrameT:
    """Add columns ``verdict``, ``why`` and ``margin``: what each row says of a target.

    Each row is judged as :func:`policing_indicators.check` judges it: the row of the
    due period decides, an earlier row may be on course or not due yet. Rows of other
    indicators and of later periods say nothing of the target, and where a period is
    there in several vintages, only the latest is judged. ``why`` says why nothing can
    be said; ``margin`` is by how much the figure is on the good side, in the target's
    unit, negative where it is on the other.

    Args:
        frame: A tidy table, as
            :func:`policing_indicators.tables.frame.observations` reads it with
            ``columns`` given: other columns are passed over.
        target: What was promised. Every area of the frame is held to it.
        framework: The indicators.
        populations: What rates are counted over; by default those of the registry.
        edition: The edition of the populations; the latest where none is named.
        groups: The groups of areas that the target may name.
        areas: The areas; by default those of the registry.
        columns: The columns that bear another name, after their role.
        prefix: What the names of the new columns begin with.

    Raises:
        InvalidContentError: The frame is no tidy table, or a name of a new column is
            taken; all of it is named.
        InvalidValueError: The target does not fit its indicator, or an argument is not
            what it must be.
        UnknownNameError: A column is not there, or the target names an indicator, an
            area or a group that is not.

    >>> import polars as pl
    >>> from policing_indicators import AtMost, Period, Target, framework
    >>> frame = pl.DataFrame(
    ...     {
    ...         "indicator": ["gun-crime"] * 2,
    ...         "area": ["kent", "essex"],
    ...         "period": ["2024/25"] * 2,
    ...         "count": [90, 130],
    ...     }
    ... )
    >>> target = Target(
    ...     id="gun-crime-at-most-100",
    ...     indicator="gun-crime",
    ...     due=Period.parse("2024/25"),
    ...     goal=AtMost(100),
    ...     promised_by="the commissioner",
    ...     source="an invented plan",
    ... )
    >>> national = framework("national-priorities-2021")
    >>> judged = with_findings(frame, target, framework=national)
    >>> print(judged["verdict"].to_list(), judged["margin"].to_list())
    ['met', 'not met'] [10.0, -30.0]
    """
    requirement.all_of_kind("the target", (target,), Target)
    requirement.all_of_kind("the framework", (framework,), Framework)
    table = WorkingTable.of(frame, columns, COLUMNS)
    known = registered_areas() if areas is None else areas
    rows = frame_table.observations(
        table.rows.to_native(), columns=table.roles, framework=framework, areas=known
    )
    indicator = framework.indicator(target.indicator).id
    own = [row for row in rows if row.indicator == indicator]
    found: dict[Observation, Finding] = {}
    for area, grounds in _grounds(own, target):
        judging = Grounds(
            framework=framework,
            area=known.find(area),
            observations=grounds,
            populations=registered() if populations is None else populations,
            edition=edition,
            groups=tuple(groups),
        )
        for row in grounds:
            if row.area == area and row.period.end <= target.due.end:
                found[row] = check(target, judging, at=row.period)
    judged = [_judged(found.get(row), row) for row in rows]
    made: dict[str, Column] = {
        "verdict": [each.verdict.value if each else None for each in judged],
        "why": [each.why.value if each and each.why else None for each in judged],
        "margin": np.array([_margin(each) for each in judged], dtype=np.float64),
    }
    result: IntoFrameT = table.with_columns(prefix, made)
    return result


def _grounds(
    rows: list[Observation], target: Target
) -> Iterator[tuple[str, list[Observation]]]:
    """Give each area with the rows that it is judged by.

    Those are its own, unless the target holds it against others.
    """
    by_area: defaultdict[str, list[Observation]] = defaultdict(list)
    for row in rows:
        by_area[row.area].append(row)
    beside = any(isinstance(goal, NoWorseThan) for goal in target.goals)
    for area, own in by_area.items():
        yield area, rows if beside else own


def _judged(finding: Finding | None, row: Observation) -> Finding | None:
    """Give the finding of a row, if it is this row's figure that was looked at."""
    return finding if finding is not None and finding.observation == row else None


def _margin(finding: Finding | None) -> float:
    if finding is None or finding.margin is None:
        return np.nan
    return float(finding.margin)
