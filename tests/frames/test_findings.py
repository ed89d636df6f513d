"""Each row says of a target what the judgement says of it."""

from typing import Any

import polars as pl
import pytest
from tests.frames.engines import ENGINES, Engine, column

from policing_indicators import frames
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.assessment.rules import check
from policing_indicators.errors import (
    InvalidContentError,
    InvalidValueError,
    UnknownNameError,
)
from policing_indicators.registry.areas import areas
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.populations import populations
from policing_indicators.tables import frame as frame_table
from policing_indicators.vocabulary.area_group import AreaGroup, GroupAverage
from policing_indicators.vocabulary.bound import AtMost
from policing_indicators.vocabulary.goal import Goal
from policing_indicators.vocabulary.no_worse_than import Comparator, NoWorseThan
from policing_indicators.vocabulary.percent_change import PercentChange
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.target import Quantity, Target
from policing_indicators.vocabulary.trajectory import Trajectory

NATIONAL = framework("national-priorities-2021")
DUE = Period.parse("2024/25")
GROUP = AreaGroup(
    id="three", name="the three", areas=["kent", "essex", "surrey"], source="a plan"
)
GIVEN: dict[str, Any] = {
    "indicator": ["gun-crime"] * 6 + ["homicide", "gun-crime"],
    "area": ["Kent", "Essex", "Surrey"] * 2 + ["Kent", "Kent"],
    "period": ["2024/25"] * 3 + ["2023/24"] * 3 + ["2024/25", "2025/26"],
    "count": [90, 130, None, 100, 120, 80, 9, 50],
    "missing": [None, None, "confidential", None, None, None, None, None],
    "officer": list("abcdefgh"),
}


def target(goal: Goal, **arguments: Any) -> Target:
    return Target(
        id="a-promise",
        indicator="gun-crime",
        due=DUE,
        goal=goal,
        promised_by="the commissioner",
        source="an invented plan",
        **arguments,
    )


each_engine = pytest.mark.parametrize("engine", ENGINES, ids=lambda each: each.name)


@each_engine
def test_the_due_row_decides_and_rows_beside_the_point_say_nothing(
    engine: Engine,
) -> None:
    judged = frames.with_findings(
        engine.frame(GIVEN), target(AtMost(100)), framework=NATIONAL
    )
    later = [None, None]
    assert column(judged, "verdict") == [
        *("met", "not met", "cannot say"),
        *("cannot say", "cannot say", "cannot say"),
        *later,
    ]
    assert column(judged, "why") == [
        *(None, None, "withheld to protect people"),
        *["not yet due"] * 3,
        *later,
    ]
    assert column(judged, "margin") == [10.0, -30.0, *[None] * 4, *later]
    assert column(judged, "officer") == list("abcdefgh")


TARGETS: list[Target] = [
    target(AtMost(100)),
    target(PercentChange(reduction=5), baseline=DUE.year_before),
    target(Trajectory(to=AtMost(60)), baseline=Period.parse("2022/23")),
    target(
        NoWorseThan(than=Comparator.GROUP, of="three", average=GroupAverage.POOLED),
        quantity=Quantity.RATE,
    ),
]


@pytest.mark.parametrize("promise", TARGETS, ids=lambda each: type(each.goal).__name__)
def test_a_row_says_what_the_judgement_says(promise: Target) -> None:
    given = pl.DataFrame(GIVEN)
    judged = frames.with_findings(
        given, promise, framework=NATIONAL, groups=[GROUP], prefix="of_"
    )
    rows = frame_table.observations(given, columns={})
    for row, verdict, why in zip(
        rows, judged["of_verdict"], judged["of_why"], strict=True
    ):
        if row.indicator != "gun-crime" or row.period > DUE:
            assert verdict is None
            continue
        grounds = Grounds(
            framework=NATIONAL,
            area=areas().find(row.area),
            observations=[each for each in rows if each.indicator == "gun-crime"],
            populations=populations(),
            groups=[GROUP],
        )
        finding = check(promise, grounds, at=row.period)
        assert verdict == finding.verdict.value
        assert why == (finding.why.value if finding.why else None)


def test_of_several_vintages_the_latest_is_judged() -> None:
    given = pl.DataFrame(
        {
            "indicator": ["gun-crime"] * 2,
            "area": ["kent"] * 2,
            "period": ["2024/25"] * 2,
            "count": [90, 110],
            "as_at": ["2025-07-01", "2026-07-01"],
        }
    )
    judged = frames.with_findings(
        given, target(AtMost(100)), framework=NATIONAL, populations=populations()
    )
    assert judged["verdict"].to_list() == [None, "not met"]


def test_a_frame_that_is_no_tidy_table_is_refused_by_row() -> None:
    given = pl.DataFrame(GIVEN).with_columns(area=pl.lit("Kentt")).head(1)
    with pytest.raises(InvalidContentError, match="row 1, column area"):
        frames.with_findings(
            given, target(AtMost(1)), framework=NATIONAL, areas=areas()
        )


def test_a_target_that_does_not_fit_is_refused() -> None:
    given = pl.DataFrame(GIVEN)
    wrong: Any = "at most 100"
    with pytest.raises(InvalidValueError, match="the target is"):
        frames.with_findings(given, wrong, framework=NATIONAL)
    with pytest.raises(InvalidValueError, match="the framework is"):
        frames.with_findings(given, target(AtMost(1)), framework=wrong)
    with pytest.raises(UnknownNameError, match="three"):
        frames.with_findings(
            given,
            target(
                NoWorseThan(
                    than=Comparator.GROUP, of="three", average=GroupAverage.POOLED
                ),
                quantity=Quantity.RATE,
            ),
            framework=NATIONAL,
        )
