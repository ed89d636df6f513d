"""What an audit's strips show of each printed figure."""

import pytest
from attrs import evolve
from tests.charts.made import audited

from policing_indicators import charts
from policing_indicators.audit.audit import Audit
from policing_indicators.audit.verdict import Standing
from policing_indicators.calculation.feasible_range import FeasibleRange
from policing_indicators.charts import Labelling
from policing_indicators.charts.audit_strips import Strip, strips
from policing_indicators.errors import InvalidValueError, MissingDataError
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.printed_number import PrintedNumber


def drawn(audit: Audit) -> dict[str, Strip]:
    return {each.name: each for each in strips(audit, Labelling())}


STRIPS = drawn(audited())


def violence(**changes: object) -> dict[str, Strip]:
    """Give the strips of the claim about violence, with something of it changed."""
    finding = evolve(audited().of("violence-with-injury"), **changes)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - each test names its own
    return drawn(evolve(audited(), claims=(finding,)))


@pytest.mark.parametrize(
    ("name", "printed", "table", "verdict"),
    [
        ("Homicide, 2024/25: the number", 31, 32, Standing.WITHIN_REVISION),
        ("Homicide, 2024/25: the change in number", -14, -12, Standing.WITHIN_REVISION),
        (
            "Drug offences, 2024/25: the change in per cent",
            -9.5,
            10.2133,
            Standing.DOES_NOT_REPRODUCE,
        ),
        (
            "Neighbourhood crime, 2024/25: the change in per cent",
            -17.3,
            -17.2652,
            Standing.REPRODUCES,
        ),
    ],
)
def test_a_printed_figure_stands_beside_that_of_the_table(
    name: str, printed: float, table: float, verdict: Standing
) -> None:
    strip = STRIPS[name]
    assert strip.printed == pytest.approx(printed)
    assert strip.table == pytest.approx(table, abs=1e-4)
    assert strip.verdict is verdict
    assert strip.told.endswith(verdict.value)


def test_around_the_figure_of_the_table_lies_what_is_usually_revised() -> None:
    usual = STRIPS["Homicide, 2024/25: the number"].usual
    assert usual == (26, 38)


def test_the_numbers_that_are_left_open_are_a_strip_of_their_own() -> None:
    strip = STRIPS["Violence with injury, 2024/25: the earlier number"]
    assert (strip.feasible, strip.table) == ((12_428, 12_441), 36_123)
    assert (strip.printed, strip.verdict) == (None, None)
    assert strip.told == ("not printed; implied 12,428 to 12,441, table 36,123")


def test_numbers_are_left_out_where_there_are_none_or_no_end_of_them() -> None:
    for feasible in (None, FeasibleRange(), FeasibleRange(5)):
        assert len(violence(feasible_earlier=feasible)) == 2
    assert len(violence()) == 3


def test_without_an_earlier_count_in_a_table_no_numbers_are_drawn() -> None:
    assert len(violence(reckonings=())) == 0
    finding = audited().of("violence-with-injury")
    *first, last = finding.reckonings
    later, earlier = last.observations
    gone = evolve(earlier, count=None, missing=MissingReason.NOT_AVAILABLE)
    changed = evolve(last, observations=(later, gone))
    assert len(violence(reckonings=(*first, changed))) == 2


def test_a_figure_without_a_direction_is_taken_as_the_table_goes() -> None:
    claim = audited().of("violence-with-injury").claim
    bare = evolve(claim, percentage=PrintedNumber.parse("9.6%"))
    found = violence(claim=bare)
    strip = found["Violence with injury, 2024/25: the change in per cent"]
    assert strip.printed == pytest.approx(-9.6)


def test_without_a_usual_revision_no_band_is_drawn() -> None:
    finding = audited().of("violence-with-injury")
    exact = tuple(evolve(each, allowed=each.allowed * 0) for each in finding.reckonings)
    assert all(each.usual is None for each in violence(reckonings=exact).values())
    picture = charts.audit_strip(
        evolve(
            audited(),
            claims=(evolve(finding, reckonings=exact, feasible_earlier=None),),
        )
    )
    texts = {
        row.get("text")
        for layer in picture.plot.layers
        for row in layer["data"]["values"]
    }
    assert (
        not {
            "usual revision, around the table's",
            "numbers that the printed figures leave open",
        }
        & texts
    )


def test_the_title_counts_the_figures_that_stand() -> None:
    picture = charts.audit_strip(audited())
    assert picture.title == (
        "10 of 14 printed figures that could be checked reproduce, or lie within usual "
        "revision"
    )
    assert picture.subtitle == audited().document.title
    assert picture.notes[-1] == "Not drawn, since they cannot be checked: 10 more."


def test_every_verdict_has_a_sign_beside_its_words() -> None:
    texts = [
        row["text"]
        for layer in charts.audit_strip(audited()).plot.layers
        for row in layer["data"]["values"]
        if "text" in row
    ]
    assert (
        "\N{MULTIPLICATION SIGN} printed 11,241, table 32,412: does not reproduce"
        in texts
    )
    assert "\N{WHITE CIRCLE} printed 31, table 32: within usual revision" in texts


def test_nothing_is_said_of_why_a_figure_differs() -> None:
    assert "says nothing of why" in charts.audit_strip(audited()).notes[0]


def test_where_every_figure_is_checked_none_is_counted_as_left_out() -> None:
    one = evolve(audited(), claims=(audited().of("homicide"),))
    assert len(charts.audit_strip(one).notes) == 1


def test_every_printed_figure_is_in_the_table() -> None:
    rows = charts.audit_strip(audited()).table.rows
    assert len(rows) == 24
    assert (
        "Knife crime, year ending September 2024",
        "the rank",
        "second-highest",
    ) in {row[:3] for row in rows}


def test_where_nothing_was_checked_nothing_is_drawn() -> None:
    with pytest.raises(MissingDataError, match="could be held against a table"):
        charts.audit_strip(evolve(audited(), claims=()))


def test_only_an_audit_is_drawn_so() -> None:
    with pytest.raises(InvalidValueError, match="of type Audit"):
        charts.audit_strip([])  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - on purpose
