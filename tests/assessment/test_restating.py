"""A figure is restated where it is not what was published, and it is said why."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators import strategies
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.assessment.restating import (
    Restatement,
    RestatementReason,
    restated,
)
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.definition import Definition
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import (
    DenominatorKind,
    Population,
    Populations,
)
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure
from policing_indicators.vocabulary.source import Source

KENT = Area("kent", "Kent", AreaKind.POLICE_FORCE_AREA)
YEAR = Period.financial_year(2024)
OLD, NEW = date(2025, 4, 1), date(2026, 4, 1)
POPULATIONS = Populations(
    [
        Population(
            "kent",
            DenominatorKind.PEOPLE,
            date(2024, 6, 30),
            "mid-2024",
            2_000_000,
            Source("Office for National Statistics", "Mid-year estimates"),
        )
    ]
)
REASON = RestatementReason


def indicator(**fields: object) -> Indicator:
    plain: dict[str, Any] = {
        "id": "harm",
        "name": "Harm",
        "unit": Unit.COUNT,
        "direction": ImprovementDirection.DECREASE,
        "denominator": DenominatorKind.PEOPLE,
        "definition": Definition(text="Offences."),
    }
    given: dict[str, Any] = plain | fields
    return Indicator(**given)


def before(value: float | None, **fields: object) -> PublishedFigure:
    plain: dict[str, Any] = {
        "indicator": "harm",
        "name": "Harm",
        "area": "kent",
        "period": YEAR,
        "measure": Measure.COUNT,
        "unit": "cases",
        "value": value,
        "printed": "-" if value is None else f"{value:,}",
        "as_at": OLD,
        "shorthand": "[c]" if value is None else "",
    }
    given: dict[str, Any] = plain | fields
    return PublishedFigure(**given)


def rate(value: float, **fields: object) -> PublishedFigure:
    return before(value, measure=Measure.RATE, **{"per": 100_000} | fields)


def share(value: float) -> PublishedFigure:
    return before(value, measure=Measure.PERCENTAGE)


def now(count: int | None = None, **fields: object) -> Observation:
    plain: dict[str, Any] = {"count": count, "as_at": NEW}
    given: dict[str, Any] = plain | fields
    return Observation("harm", "kent", YEAR, **given)


def found(
    published: PublishedFigure, row: Observation | None, of: Indicator | None = None
) -> list[Restatement]:
    framework = Framework(
        id="f", name="F", priorities=[], indicators=[of or indicator()]
    )
    grounds = Grounds(
        framework=framework,
        area=KENT,
        observations=[] if row is None else [row],
        populations=POPULATIONS,
    )
    return list(restated([published], grounds))


REASONS: list[tuple[PublishedFigure, Observation, RestatementReason]] = [
    (before(31), now(32), REASON.VINTAGE),
    (before(31, definition="Offences."), now(32), REASON.VINTAGE),
    (before(31, as_at=NEW), now(32), REASON.CORRECTION),
    (before(31, as_at=None), now(32), REASON.NOT_KNOWN),
    (before(31), now(32, as_at=None), REASON.NOT_KNOWN),
    (before(31, definition="Incidents."), now(32), REASON.DEFINITION),
    (
        rate(1.5, numerator=32, denominator=2_133_333),
        now(32),
        REASON.DENOMINATOR,
    ),
    (
        rate(1.5, numerator=31, denominator=2_066_667),
        now(32),
        REASON.VINTAGE,
    ),
    (rate(1.5), now(32), REASON.VINTAGE),
    (
        rate(1.5, numerator=32, denominator=2_133_333, definition="Incidents."),
        now(32),
        REASON.DEFINITION,
    ),
]


@pytest.mark.parametrize(("published", "row", "reason"), REASONS)
def test_a_restatement_says_why_the_two_differ(
    published: PublishedFigure, row: Observation, reason: RestatementReason
) -> None:
    (restatement,) = found(published, row)
    assert restatement.reason is reason
    assert restatement.before == published
    assert restatement.observation == row


def test_every_reason_is_among_them() -> None:
    assert {reason for _, _, reason in REASONS} == set(RestatementReason)


VALUE = indicator(unit=Unit.RATE, denominator=None)
SURVEY = indicator(unit=Unit.PERCENTAGE)


@pytest.mark.parametrize(
    ("published", "row", "of", "is_now"),
    [
        (before(31), now(32), None, "32"),
        (before(31), now(-2), None, "-2"),
        (rate(1.5), now(32), None, "1.6"),
        (rate(3.0), now(32, denominator=1_000_000), None, "3.2"),
        (rate(15.0, per=1_000_000), now(32), None, "16.0"),
        (share(60.0), now(61, denominator=99), SURVEY, "61.6"),
        (share(60.0), now(value=62.15), SURVEY, "62.2"),
        (before(165.0, measure=Measure.VALUE), now(value=166.5), VALUE, "166.5"),
    ],
)
def test_each_level_is_compared_as_it_would_be_printed_now(
    published: PublishedFigure, row: Observation, of: Indicator | None, is_now: str
) -> None:
    (restatement,) = found(published, row, of)
    assert str(restatement.now) == is_now
    assert restatement.difference == Decimal(is_now) - Decimal(str(published.value))


@pytest.mark.parametrize(
    ("published", "row", "of"),
    [
        (before(32), now(32), None),
        (before(32.0), now(32), None),
        (rate(1.6), now(32), None),
        (rate(1.6), now(32, denominator=2_010_000), None),
        (share(61.7), now(37, denominator=60), SURVEY),
        (share(62.2), now(value=62.15), SURVEY),
        (before(166.5, measure=Measure.VALUE), now(value=166.5), VALUE),
    ],
)
def test_a_figure_that_prints_as_it_did_is_not_restated(
    published: PublishedFigure, row: Observation, of: Indicator | None
) -> None:
    assert found(published, row, of) == []


@pytest.mark.parametrize(
    ("published", "row", "of"),
    [
        (before(None), now(32), None),
        (before(31), None, None),
        (before(31), now(missing=MissingReason.CONFIDENTIAL), None),
        (before(31), now(value=32), None),
        (before(31, area="essex"), now(32), None),
        (before(31, indicator="arson"), now(32), None),
        (before(31, period=YEAR.year_before), now(32), None),
        (rate(1.5), now(value=2), None),
        (rate(1.5), now(-2), None),
        (rate(1.5), now(32), indicator(denominator=None)),
        (rate(1.5), now(32, denominator=0), None),
        (share(60), now(61), SURVEY),
        (share(60), now(61, denominator=60), SURVEY),
        (before(165, measure=Measure.VALUE), now(166), VALUE),
        (
            before(
                -12,
                measure=Measure.CHANGE_IN_NUMBER,
                compared_with=YEAR.year_before,
            ),
            now(32),
            None,
        ),
        (before(31), now(32), indicator(valid_from=date(2025, 4, 1))),
    ],
)
def test_what_is_withheld_missing_or_of_something_else_is_passed_over(
    published: PublishedFigure, row: Observation | None, of: Indicator | None
) -> None:
    assert found(published, row, of) == []


@pytest.mark.parametrize(
    ("value", "printed", "decimals", "is_now"),
    [
        (1.6, "1.6", 3, None),
        (1.58, "1.58", 1, None),
        (1.6, "1.60 [p]", 1, "1.58"),
        (2, "2", 1, None),
        (2.0, "2.0", 3, "1.6"),
        (1_234.5, "1 234.5", 1, "1.6"),
        (1_234.5, "1,234.5", 3, "1.6"),
    ],
)
def test_a_figure_is_rounded_as_it_was_printed_though_decimals_changed_since(
    value: float, printed: str, decimals: int, is_now: str | None
) -> None:
    published = rate(value, printed=printed)
    row = now(158, denominator=10_000_000)
    restatements = found(published, row, indicator(decimals=decimals))
    assert [str(each.now) for each in restatements] == ([is_now] if is_now else [])


def test_of_many_figures_each_that_differs_is_named_in_their_order() -> None:
    framework = Framework(id="f", name="F", priorities=[], indicators=[indicator()])
    grounds = Grounds(
        framework=framework,
        area=KENT,
        observations=[now(32)],
        populations=POPULATIONS,
    )
    published = [rate(1.5), before(32), before(30), before(None)]
    names = [each.before for each in restated(published, grounds)]
    assert names == [published[0], published[2]]


@given(strategies.published_figures(), st.integers(-100, 10**6))
def test_no_published_figure_raises(published: PublishedFigure, count: int) -> None:
    ours = evolve(published, indicator="harm", area="kent")
    row = evolve(now(count), period=published.period)
    for each in found(ours, row):
        assert each.difference != 0
