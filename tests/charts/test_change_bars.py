"""What bars of change show, and what they leave to the table."""

from datetime import date

import pytest
from attrs import evolve
from tests.charts.made import assessed

from policing_indicators import charts
from policing_indicators.assessment.assessment import Assessment, IndicatorAssessment
from policing_indicators.assessment.change_reading import ChangeReading
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.charts import Labelling, Picture
from policing_indicators.errors import InvalidValueError, MissingDataError
from policing_indicators.vocabulary.definition import Break


def only(*named: str) -> Assessment:
    found = assessed()
    kept = [each for each in found.indicators if each.indicator.id in named]
    return evolve(found, indicators=tuple(kept))


def moved(earlier: int, later: int, name: str = "homicide") -> IndicatorAssessment:
    facts = assessed().of(name)
    before = facts.on_year_before
    assert before is not None
    change = Change(earlier=earlier, later=later)
    return evolve(facts, on_year_before=evolve(before, change=change))


def of(*facts: IndicatorAssessment) -> Picture:
    return charts.change_bars(evolve(assessed(), indicators=facts))


def boxes(picture: Picture, *, hollow: bool) -> list[tuple[float, float]]:
    return [
        (round(row["x"], 6), round(row["x2"], 6))
        for layer in picture.plot.layers
        if layer["mark"]["type"] == "rect" and ("strokeDash" in layer["mark"]) is hollow
        for row in layer["data"]["values"]
    ]


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([(90, 60)], "of 1 number, 1 fell"),
        ([(90, 60), (60, 90)], "of 2 numbers, 1 fell and 1 rose"),
        (
            [(90, 60), (60, 90), (60, 60)],
            "of 3 numbers, 1 fell, 1 rose and 1 did not change",
        ),
    ],
)
def test_the_title_counts_what_fell_and_what_rose(
    pairs: list[tuple[int, int]], said: str
) -> None:
    title = of(*(moved(*pair) for pair in pairs)).title
    assert title == f"West Midlands: {said} since the year before"


def test_bars_start_at_nought_and_reach_to_the_change() -> None:
    picture = of(moved(100, 75), moved(100, 110))
    assert boxes(picture, hollow=False) == [(-25, 0), (0, 10)]


def test_a_bar_of_small_numbers_is_hollow_and_without_a_percentage() -> None:
    picture = charts.change_bars(only("homicide", "personal-robbery"))
    [(end, start)] = boxes(picture, hollow=True)
    assert end == pytest.approx(-23.2, abs=0.1)
    assert start == 0
    texts = [
        row["text"]
        for layer in picture.plot.layers
        for row in layer["data"]["values"]
        if "text" in row
    ]
    assert {"44 to 32", "\N{MINUS SIGN}21.9%", "dashed: a number under 50"} <= set(
        texts
    )
    assert "27.3" not in " ".join(texts)


def test_a_hollow_bar_does_not_make_the_others_small() -> None:
    picture = of(moved(100, 75), moved(2, 12), moved(40, 1))
    low, high = picture.plot.layers[0]["encoding"]["x"]["scale"]["domain"]
    assert (low, high) == pytest.approx((-26.5, 2.65))
    shapes = [
        layer["mark"]["shape"]
        for layer in picture.plot.layers
        if layer["mark"].get("shape", "").startswith("triangle")
        and layer["data"]["values"]
    ]
    assert shapes == ["triangle-right", "triangle-left"]


def test_where_every_bar_is_hollow_they_reach_at_most_to_a_hundred() -> None:
    picture = of(moved(2, 12))
    _, high = picture.plot.layers[0]["encoding"]["x"]["scale"]["domain"]
    assert high == pytest.approx(106)


def test_a_number_that_is_neither_good_nor_bad_is_marked() -> None:
    picture = charts.change_bars(only("drug-offences", "personal-robbery"))
    texts = [
        row["text"]
        for layer in picture.plot.layers
        for row in layer["data"]["values"]
        if "text" in row
    ]
    assert {"Drug offences*", "*neither way is good or bad in itself"} <= set(texts)


def test_what_is_not_drawn_is_counted_and_named_in_the_table() -> None:
    picture = charts.change_bars(assessed())
    assert "13 more" in " ".join(picture.notes)
    rows = {row[0]: row[2:] for row in picture.table.rows}
    assert len(rows) == len(assessed().indicators)
    assert rows["Victim satisfaction"] == ("[x]", "[x]", "[x]", "[x]")
    assert rows["Homicide"] == ("44", "32", "\N{MINUS SIGN}12", "[u]")


def test_other_periods_and_breaks_are_notes() -> None:
    facts = moved(90, 60)
    before = facts.on_year_before
    assert before is not None
    crossed = evolve(before, breaks=(Break(date(2024, 4, 1), "new rules"),))
    notes = of(evolve(facts, on_year_before=crossed)).notes
    assert notes == ("The recording rules changed in between: Homicide.",)
    assert "Knife crime: 2024." in charts.change_bars(assessed()).notes


def test_parts_beside_their_whole_are_a_note() -> None:
    note = "Numbers that are parts of others are drawn too."
    assert note in charts.change_bars(assessed()).notes
    assert note not in charts.change_bars(only("homicide", "gun-crime")).notes


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (PointChange(earlier=60.0, later=62.1), "+2.1 points"),
        (PointChange(earlier=62.1, later=62.1), "0.0 points"),
    ],
)
def test_changes_in_percentage_points_are_in_the_table_alone(
    change: PointChange, told: str
) -> None:
    facts = moved(90, 60)
    before = facts.on_year_before
    assert before is not None
    points = evolve(before, change=change, reading=ChangeReading.UNCHANGED, breaks=())
    other = evolve(facts, on_year_before=points)
    picture = of(facts, other)
    assert picture.table.rows[1][2:] == ("[z]", "[z]", told, "[z]")
    assert len(boxes(picture, hollow=False)) == 1


def test_the_rule_of_small_numbers_is_a_choice() -> None:
    labelling = Labelling(small_base=SmallBaseRule(10))
    picture = charts.change_bars(only("homicide"), labelling=labelling)
    assert boxes(picture, hollow=True) == []
    assert picture.table.rows[0][-1] == "\N{MINUS SIGN}27.3%"


def test_the_sources_stand_below_and_one_vintage_of_all() -> None:
    assert "as at" not in charts.change_bars(assessed()).footer
    footer = charts.change_bars(only("homicide")).footer
    assert footer.startswith("Source: Home Office")
    assert footer.endswith("as at 1 April 2026.")


def test_without_a_change_nothing_is_drawn() -> None:
    with pytest.raises(MissingDataError, match="no number has a change"):
        charts.change_bars(only("victim-satisfaction"))


def test_only_an_assessment_is_drawn_so() -> None:
    with pytest.raises(InvalidValueError, match="of type Assessment"):
        charts.change_bars([])  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - on purpose


def test_a_long_name_takes_two_lines_and_is_cut() -> None:
    facts = moved(90, 60)
    named = evolve(facts.indicator, name=" ".join(["Offences of a long name"] * 4))
    texts = [
        row["text"]
        for layer in of(evolve(facts, indicator=named)).plot.layers
        for row in layer["data"]["values"]
        if "text" in row
    ]
    lines = [text for text in texts if "Offences" in text or "name" in text]
    assert len(lines) == 2
    assert lines[1].endswith("\N{HORIZONTAL ELLIPSIS}")
