"""A published figure is one figure as it was printed, or why there is none."""

from datetime import date, datetime
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from policing_indicators.errors import InvalidValueError
from policing_indicators.strategies import published_figures
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure

YEAR = Period.financial_year(2024)
GIVEN: dict[str, Any] = {
    "indicator": "homicide",
    "name": "Homicide",
    "area": "west-midlands",
    "period": YEAR,
    "measure": Measure.RATE,
    "unit": "people",
    "per": 100_000,
    "value": 1.05,
    "printed": "1.05",
    "lower": 0.72,
    "upper": 1.49,
    "confidence": 0.95,
    "method": "exact",
    "numerator": 32,
    "denominator": 3_036_605,
    "source": "The table",
    "as_at": date(2026, 4, 1),
    "shorthand": "[p]",
    "definition": "All deaths.",
}
PROMISED: dict[str, Any] = GIVEN | {
    "measure": Measure.TARGET_FIGURE,
    "target": "fewer",
}
WITHHELD: dict[str, Any] = {
    "indicator": "homicide",
    "name": "Homicide",
    "area": "west-midlands",
    "period": YEAR,
    "compared_with": YEAR.year_before,
    "measure": Measure.CHANGE_IN_PER_CENT,
    "unit": "per cent",
    "printed": "[u]",
    "shorthand": "[u]",
}


def test_a_figure_says_what_it_is_of() -> None:
    assert str(PublishedFigure(**GIVEN)) == "rate of homicide in west-midlands, 2024/25"
    assert str(PublishedFigure(**WITHHELD)) == (
        "change in per cent of homicide in west-midlands, 2024/25, "
        "compared with 2023/24"
    )
    share: dict[str, Any] = GIVEN | {
        "measure": Measure.SHARE_OF_WHOLE,
        "whole": "violence",
        "per": None,
    }
    assert str(PublishedFigure(**share)) == (
        "share of the whole (violence) of homicide in west-midlands, 2024/25"
    )
    promised: dict[str, Any] = GIVEN | {
        "measure": Measure.TARGET_LINE,
        "target": "fewer",
    }
    assert str(PublishedFigure(**promised)) == (
        "line of a target (fewer) of homicide in west-midlands, 2024/25"
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("indicator", "Knife crime"),
        ("name", ""),
        ("area", "West Midlands"),
        ("period", "2024/25"),
        ("measure", "rate"),
        ("compared_with", "2023/24"),
        ("whole", "Violence"),
        ("target", "Fewer homicides"),
        ("unit", ""),
        ("per", 0),
        ("per", None),
        ("value", float("nan")),
        ("value", "1.05"),
        ("printed", ""),
        ("lower", float("-inf")),
        ("upper", float("inf")),
        ("confidence", 95),
        ("method", ""),
        ("numerator", True),
        ("denominator", "3,036,605"),
        ("source", None),
        ("as_at", datetime(2026, 4, 1)),  # noqa: DTZ001
        ("shorthand", "p"),
        ("shorthand", "[p]  [b]"),
        ("shorthand", None),
        ("definition", None),
    ],
)
def test_a_field_that_is_not_what_it_must_be_is_named(
    field: str, value: object
) -> None:
    given: dict[str, Any] = GIVEN | {field: value}
    with pytest.raises(InvalidValueError, match=rf"^PublishedFigure\.{field} is "):
        PublishedFigure(**given)


@pytest.mark.parametrize("measure", Measure)
def test_a_measure_says_which_fields_go_with_it(measure: Measure) -> None:
    compares = "change" in measure.value or measure.value in ("ratio", "probability")
    assert measure.compares == compares
    assert measure.is_share == measure.value.startswith("share")
    assert measure.is_of_target == measure.value.endswith("target")


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("compared_with", GIVEN | {"compared_with": YEAR.year_before}),
        ("compared_with", WITHHELD | {"compared_with": None}),
        ("whole", GIVEN | {"whole": "violence"}),
        ("whole", GIVEN | {"measure": Measure.SHARE_OF_WHOLE, "per": None}),
        ("per", WITHHELD | {"per": 100}),
        ("target", GIVEN | {"target": "fewer"}),
        ("target", GIVEN | {"measure": Measure.TARGET_FIGURE}),
        ("shorthand", WITHHELD | {"shorthand": ""}),
        ("lower", WITHHELD | {"lower": 1}),
        ("numerator", WITHHELD | {"numerator": 1, "denominator": 2}),
        ("denominator", WITHHELD | {"denominator": 2}),
        ("denominator", GIVEN | {"denominator": None}),
        ("denominator", GIVEN | {"numerator": None}),
        ("upper", GIVEN | {"upper": None}),
        ("upper", GIVEN | {"lower": None}),
        ("upper", GIVEN | {"upper": 0.7}),
        ("confidence", GIVEN | {"confidence": None}),
        ("method", GIVEN | {"method": None}),
    ],
)
def test_fields_that_contradict_each_other_are_refused(
    field: str, given: dict[str, Any]
) -> None:
    with pytest.raises(InvalidValueError, match=rf"^PublishedFigure\.{field} is "):
        PublishedFigure(**given)


def test_a_figure_of_a_target_has_a_base_where_it_is_a_rate() -> None:
    promised: dict[str, Any] = GIVEN | {
        "measure": Measure.TARGET_FIGURE,
        "target": "fewer",
    }
    assert PublishedFigure(**promised).per == GIVEN["per"]
    assert evolve(PublishedFigure(**promised), per=None).per is None


def test_what_chance_would_do_may_be_said_of_a_target() -> None:
    chance: dict[str, Any] = WITHHELD | {"measure": Measure.PROBABILITY}
    alone, promised = PublishedFigure(**chance), PublishedFigure(**chance, target="a")
    assert alone.key != promised.key


@given(published_figures())
def test_what_has_no_value_has_nothing_to_work_it_out_from(
    figure: PublishedFigure,
) -> None:
    if figure.value is None:
        assert figure.shorthand
        assert (figure.lower, figure.upper) == (None, None)
        assert (figure.numerator, figure.denominator) == (None, None)


@given(published_figures())
def test_a_key_is_what_a_figure_is_of_and_not_what_it_says(
    figure: PublishedFigure,
) -> None:
    again = evolve(figure, printed="9", value=9, shorthand="[r]", source="Another")
    assert again.key == figure.key
    assert evolve(figure, indicator="none-of-these").key != figure.key
