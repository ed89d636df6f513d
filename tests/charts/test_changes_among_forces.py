"""What one area's change among others says."""

from itertools import pairwise

import pytest
from attrs import evolve
from tests.charts.made import FORCES, LONG, changes

from policing_indicators import charts
from policing_indicators.calculation.change import Change
from policing_indicators.charts import Labelling, Picture
from policing_indicators.errors import InvalidValueError, MissingDataError

LARGE = changes(
    [100 + 37 * each for each in range(43)], [90 + 41 * each for each in range(43)]
)
SMALL = changes([10, 44, 12, 400], [12, 32, 9, 300])
OWN = Labelling().area(FORCES[1])


def dots(picture: Picture, shape: str) -> list[dict[str, float]]:
    return [
        row
        for layer in picture.plot.layers
        for row in layer["data"]["values"]
        if layer["mark"].get("shape") == shape and "scale" in layer["encoding"]["x"]
        if layer["encoding"]["x"]["scale"] is not None
    ]


def test_the_title_says_the_own_change_and_that_of_all() -> None:
    title = charts.changes_among_forces(LARGE).title
    assert title == f"Number, {OWN}: fell by 4.4%; the 43 areas together rose by 8.4%"


def test_of_small_numbers_no_percentage_and_no_rank_is_said() -> None:
    picture = charts.changes_among_forces(SMALL)
    assert picture.title == (
        f"Number, {OWN}: fell from 44 to 32; the 4 areas together fell by 24.2%"
    )
    assert "larger fall" not in " ".join(picture.notes)
    assert dict(zip(picture.table.columns, picture.table.rows[0], strict=True)) == {
        "Area": OWN,
        "Earlier": "44",
        "Later": "32",
        "Change": "\N{MINUS SIGN}12",
        "Change, %": "[u]",
    }


def test_every_area_has_one_mark_at_its_change() -> None:
    picture = charts.changes_among_forces(LARGE)
    [own] = dots(picture, "diamond")
    others = dots(picture, "circle")
    assert len(others) == 42
    assert own["x"] == pytest.approx(float(LARGE.exact_percents[FORCES[1]]))
    found = sorted(row["x"] for row in [own, *others])
    assert found == pytest.approx(
        [float(each) for each in LARGE.exact_percents.values()]
    )


def test_marks_do_not_cover_each_other() -> None:
    picture = charts.changes_among_forces(LARGE)
    rows: dict[float, list[float]] = {}
    for dot in [*dots(picture, "diamond"), *dots(picture, "circle")]:
        rows.setdefault(dot["y"], []).append(dot["x"])
    domain = picture.plot.layers[0]["encoding"]["x"]["scale"]["domain"]
    pixel = (domain[1] - domain[0]) / picture.plot.width
    for row in rows.values():
        ordered = sorted(row)
        for before, after in pairwise(ordered):
            assert after - before >= 11 * pixel - 1e-9


def test_the_place_among_the_others_is_a_note() -> None:
    assert charts.changes_among_forces(LARGE).notes[0] == (
        "1 of the 42 other areas with a change in per cent have a larger fall, or a "
        "smaller rise."
    )


def test_the_periods_are_said_where_they_are_known() -> None:
    subtitle = charts.changes_among_forces(LARGE).subtitle
    assert subtitle == "Change in per cent, area by area from 2023/24 to 2024/25"
    total = evolve(LARGE.total, earlier_period=None)
    bare = evolve(LARGE, dispersion=evolve(LARGE.dispersion, total=total))
    assert charts.changes_among_forces(bare).subtitle.endswith("area by area")


def test_an_area_that_was_not_measured_is_named_with_the_reason() -> None:
    lacking = changes([10, 440, 0, 400], [12, 320, 0, 300])
    notes = charts.changes_among_forces(lacking).notes
    assert notes[-1].startswith("Not shown: Cambridgeshire (no event")


def test_an_own_area_without_a_change_in_per_cent_is_not_marked() -> None:
    lacking = changes([10, 0, 12, 400], [12, 3, 9, 300])
    picture = charts.changes_among_forces(lacking)
    assert dots(picture, "diamond") == []
    assert f"{OWN}: rose from 0 to 3" in picture.title


def test_the_description_says_from_where_to_where_the_changes_go() -> None:
    said = charts.changes_among_forces(LARGE, labelling=LONG).description
    assert said.startswith("43 areas as dots along an axis of change in per cent, from")


def test_where_no_area_has_a_change_nothing_is_drawn() -> None:
    none = evolve(LARGE, changes={FORCES[1]: Change(earlier=0, later=3)})
    with pytest.raises(MissingDataError, match="no area has an event"):
        charts.changes_among_forces(none)


def test_only_a_comparison_is_drawn_as_one() -> None:
    with pytest.raises(InvalidValueError, match="of type ChangeComparison"):
        charts.changes_among_forces([])  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - on purpose


def test_a_total_without_a_change_in_per_cent_is_not_marked() -> None:
    total = evolve(LARGE.total, earlier=0)
    made = evolve(LARGE, dispersion=evolve(LARGE.dispersion, total=total))
    texts = [
        row["text"]
        for layer in charts.changes_among_forces(made).plot.layers
        for row in layer["data"]["values"]
        if "text" in row
    ]
    assert not [text for text in texts if text.startswith("all 43")]
