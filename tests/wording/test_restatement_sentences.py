from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from policing_indicators.assessment.restating import Restatement, RestatementReason
from policing_indicators.registry.frameworks import framework
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure
from policing_indicators.wording.house_style import house_style
from policing_indicators.wording.restatement_sentences import about

YEAR = Period.year_ending(2024, 12)
HOMICIDE = framework("national-priorities-2021").indicator("homicide")


def said(
    before: float,
    now: str,
    measure: Measure = Measure.COUNT,
    reason: RestatementReason = RestatementReason.VINTAGE,
    **fields: Any,  # noqa: ANN401 - of the published figure
) -> str:
    published = PublishedFigure(
        indicator="homicide",
        name="Homicide",
        area="kent",
        period=YEAR,
        measure=measure,
        unit="homicides",
        value=before,
        printed=str(before),
        as_at=date(2025, 4, 24),
        **fields,
    )
    observation = Observation("homicide", "kent", YEAR, count=1, as_at=date(2026, 4, 1))
    restatement = Restatement(
        before=published, observation=observation, now=Decimal(now), reason=reason
    )
    return about(house_style(), restatement, HOMICIDE)


@pytest.mark.parametrize(
    ("now", "told"), [("1240", "1,240, 6 higher"), ("1228", "1,228, 6 lower")]
)
def test_a_restated_count_is_said_as_it_was_and_as_it_is(now: str, told: str) -> None:
    assert said(1_234, now) == (
        "Homicide, the year ending December 2024: published before as 1,234, and now "
        f"{told}. The figure published before stood as at 24 April 2025; this one "
        "stands as at 1 April 2026."
    )


def test_a_restated_rate_is_said_with_what_it_is_counted_over() -> None:
    rate = {"numerator": 32, "denominator": 3_000_000, "per": 100_000}
    reason = RestatementReason.DENOMINATOR
    told = said(1.1, "1.05", Measure.RATE, reason, **rate)
    assert told == (
        "Homicide, rate per 100,000 people, the year ending December 2024: published "
        "before as 1.10, and now 1.05, 0.05 lower. The number of cases is the same; "
        "what it is counted over has changed."
    )


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (62, "63", "62%, and now 63%, 1 percentage point higher"),
        (62.1, "60.0", "62.1%, and now 60.0%, 2.1 percentage points lower"),
    ],
)
def test_a_restated_percentage_differs_by_percentage_points(
    before: float, now: str, told: str
) -> None:
    assert f"published before as {told}. " in said(before, now, Measure.PERCENTAGE)


@pytest.mark.parametrize("reason", RestatementReason)
def test_every_reason_has_its_own_sentence_and_none_accuses(
    reason: RestatementReason,
) -> None:
    told = said(9, "10", reason=reason).partition("higher. ")[2]
    assert told.endswith(".")
    assert not {"wrong", "error", "mistake"} & set(told.split())
    others = {each for each in RestatementReason if each is not reason}
    assert told not in {
        said(9, "10", reason=each).partition("higher. ")[2] for each in others
    }


def test_a_day_that_is_not_stated_is_not_said() -> None:
    told = said(9, "10", reason=RestatementReason.NOT_KNOWN)
    assert "not stated as at which day" in told


def test_a_rate_over_nothing_that_is_named_is_said_by_its_base_alone() -> None:
    published = PublishedFigure(
        indicator="homicide",
        name="Homicide",
        area="kent",
        period=YEAR,
        measure=Measure.RATE,
        unit="people",
        value=1.1,
        printed="1.1",
        numerator=32,
        denominator=3_000_000,
        per=1_000,
    )
    restatement = Restatement(
        before=published,
        observation=Observation("homicide", "kent", YEAR, count=1),
        now=Decimal("1.0"),
        reason=RestatementReason.NOT_KNOWN,
    )
    told = about(house_style(), restatement, evolve(HOMICIDE, denominator=None))
    assert told.startswith("Homicide, rate per 1,000, the year ending December 2024:")
