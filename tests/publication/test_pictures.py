"""What can be drawn travels with the statement, finished and permitted."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.assessment.regional import (
    BEFORE,
    CARS,
    FORCES,
    KENT,
    NOW,
    back,
    framework,
    row,
    run,
    years,
)
from tests.publication.test_formats import SCHEMA, text_of

from policing_indicators.assessment.assessment import Assessment
from policing_indicators.assessment.picture import PictureKind, WhyNoPicture
from policing_indicators.publication.chapter import Chapter
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.exchange import parse_statement, statement_json
from policing_indicators.publication.publication import PriorityEntry, Publication
from policing_indicators.publication.rendering import html, markdown
from policing_indicators.publication.statement import Statement
from policing_indicators.registry.populations import populations
from policing_indicators.structuring import unstructure
from policing_indicators.tables import open_data
from policing_indicators.vocabulary.area_group import AreaGroup
from policing_indicators.vocabulary.indicator import ImprovementDirection, Indicator
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.priority import Priority
from policing_indicators.vocabulary.published_figure import Measure
from policing_indicators.wording.disclosure_rule import DisclosureRule

STEADY = [250, 262, 244, 255, 247, 259, 241, 256, 246, 263, 238, 251]
OTHERS = [(1_000 + 10 * number, 900 + 15 * number) for number in range(42)]
TWO = AreaGroup(id="two", name="two counties", areas=["essex", "sussex"], source="plan")
LIVES = Priority(id="lives", name="Lives", indicators=["cars"])


def draft(
    rows: Sequence[Observation],
    *,
    rule: DisclosureRule | None = None,
    indicator: Indicator = CARS,
) -> Draft:
    return Draft(
        publication=Publication(
            title="Statement",
            edition="2024-25",
            publisher="The office",
            area="kent",
            period=NOW,
            framework="plan.toml",
            data=["figures.csv"],
            disclosure=rule or DisclosureRule(),
            groups=[TWO],
        ),
        area=KENT,
        framework=framework(indicator),
        periods={},
        chapters=(
            Chapter(
                entry=PriorityEntry(id="lives"),
                priority=LIVES,
                indicators=(indicator,),
            ),
        ),
        observations=tuple(rows),
        files=(),
        inputs=(),
    )


def stated(
    rows: Sequence[Observation],
    *,
    rule: DisclosureRule | None = None,
    indicator: Indicator = CARS,
) -> Statement:
    return Statement.of(draft(rows, rule=rule, indicator=indicator), populations())


def outputs(statement: Statement) -> tuple[str, str, str, str]:
    return (
        markdown(statement),
        html(statement),
        statement_json(statement),
        open_data.to_text(statement.figures),
    )


EVERY = [*years((1_000, 1_002), OTHERS), *run(STEADY)]


def test_what_the_judgement_drew_is_in_the_statement_and_nothing_is_drawn_again() -> (
    None
):
    made = draft(EVERY)
    [facts] = made.publishable(populations()).indicators
    statement = Statement.of(made, populations())
    assert statement.pictures == {"cars": facts.pictures}
    pictures = statement.pictures["cars"]
    assert pictures.control_chart is not None
    assert pictures.changes is not None
    assert pictures.ranking is not None
    assert pictures.funnel is not None
    assert len(pictures.group_rates) == 2


def test_it_reads_back_from_the_json_to_an_equal_statement_that_fits_the_schema() -> (
    None
):
    statement = stated(EVERY)
    text = statement_json(statement)
    again = parse_statement(text)
    assert again == statement
    assert statement_json(again) == text
    SCHEMA.validate({"schema": 1, **unstructure(statement)})  # type: ignore[dict-item]


def test_the_page_and_the_text_say_the_same_of_it() -> None:
    statement = stated(EVERY)
    [section] = statement.sections
    [passage] = section.passages
    page, text = text_of(html(statement)), markdown(statement)
    told = " ".join(passage.paragraphs)
    for words in (
        "the 42 other police force areas of England and Wales together",
        "quarter-to-quarter variation of the 12 quarters since April 2022",
        "In England and Wales without the City of London, this area included, ",
        "In two counties, this area included (3 areas), the number changed by ",
    ):
        assert words in told
    for paragraph in passage.paragraphs:
        assert paragraph in page
        assert paragraph in text


def test_how_unusual_a_change_is_among_areas_is_open_data_with_its_method() -> None:
    figures = {each.measure: each for each in stated(EVERY).figures}
    chance, ratio = figures[Measure.PROBABILITY], figures[Measure.RATIO]
    assert chance.method == "spread-adjusted test of a change"
    assert ratio.method == "spread-adjusted"
    assert ratio.lower is not None
    assert chance.compared_with == ratio.compared_with == BEFORE


def test_where_the_figures_of_other_areas_are_from_is_cited() -> None:
    rows = [
        evolve(each, source="A table of forces") if each.area != "kent" else each
        for each in EVERY
    ]
    cited = [each.source for each in stated(rows).citations]
    assert cited == ["A table", "A table of forces"]


def test_the_areas_that_are_not_compared_are_named_in_the_notes() -> None:
    rows = [each for each in EVERY if (each.area, each.period) != ("essex", NOW)]
    [told] = [each for each in stated(rows).notes if each.startswith("Not compared")]
    assert told == (
        "Not compared with others, for cases of Cars: Essex. A figure of theirs is "
        "missing, or is no number of events."
    )


def test_a_statement_of_one_area_alone_has_nothing_to_draw_and_says_nothing() -> None:
    statement = stated([row(1_000, BEFORE), row(1_002)])
    assert statement.pictures == {}
    assert not any("Areas together" in each for each in statement.notes)
    assert not any("control chart" in each for each in statement.notes)


def test_which_way_is_better_changes_no_sentence_about_charts_or_areas() -> None:
    passages = [
        stated(EVERY, indicator=evolve(CARS, direction=direction)).sections[0].passages
        for direction in (ImprovementDirection.DECREASE, ImprovementDirection.INCREASE)
    ]
    assert passages[0] == passages[1]


@settings(max_examples=15)
@given(
    hidden=st.tuples(st.integers(1, 4), st.integers(1, 4)),
    place=st.integers(0, 11),
)
def test_nothing_that_is_drawn_or_said_hangs_on_a_hidden_quarter(
    hidden: tuple[int, int], place: int
) -> None:
    rule = DisclosureRule(smallest=5)
    made = [
        stated(
            [
                *years((1_000, 1_002), OTHERS[:9]),
                *run([*STEADY[:place], small, *STEADY[place + 1 :]]),
            ],
            rule=rule,
        )
        for small in hidden
    ]
    assert outputs(made[0]) == outputs(made[1])
    assert made[0].pictures["cars"].control_chart is None
    assert "control chart" not in markdown(made[0])


@settings(max_examples=15)
@given(
    hidden=st.tuples(st.integers(1, 4), st.integers(1, 4)),
    area=st.sampled_from([each for each in FORCES if each != "kent"]),
    period=st.sampled_from([BEFORE, NOW]),
)
def test_nor_on_a_hidden_count_of_another_area(
    hidden: tuple[int, int], area: str, period: object
) -> None:
    made = [
        stated(
            [
                evolve(each, count=small)
                if (each.area, each.period) == (area, period)
                else each
                for each in EVERY
            ],
            rule=DisclosureRule(smallest=5),
        )
        for small in hidden
    ]
    assert outputs(made[0]) == outputs(made[1])
    changes = made[0].pictures["cars"].changes
    assert changes is not None
    assert area not in changes.changes


@pytest.mark.parametrize("smallest", [None, 5])
def test_of_rounded_figures_nothing_is_drawn_though_none_was_changed(
    smallest: int | None,
) -> None:
    rows = [evolve(each, count=5 * ((each.count or 0) // 5)) for each in EVERY]
    rule = DisclosureRule(smallest=smallest, round_to=5)
    made = draft(rows, rule=rule)
    statement = Statement.of(made, populations())
    assert statement.pictures == {}
    assert "control chart" not in markdown(statement)
    [facts] = made.publishable(populations()).indicators
    assert {each.why for each in facts.pictures.not_drawn} == {WhyNoPicture.ROUNDED}
    [known] = made.assess(populations()).indicators
    assert known.pictures.control_chart is not None


def test_what_the_office_sees_and_what_it_publishes_differ_by_the_rule_alone() -> None:
    made = draft(EVERY, rule=DisclosureRule(smallest=5))
    seen, shown = made.assess(populations()), made.publishable(populations())
    assert isinstance(seen, Assessment)
    assert seen == shown


def test_the_quarters_that_lack_are_named_for_whoever_asks() -> None:
    rows = [each for each in EVERY if each.period != back(12)[5]]
    [facts] = draft([*rows, *run(STEADY * 2)[:12]]).assess(populations()).indicators
    [why] = [
        each
        for each in facts.pictures.not_drawn
        if each.what is PictureKind.CONTROL_CHART
    ]
    assert why.detail == f"{back(12)[5]}: no observation"


def test_the_example_draws_every_figure_of_the_home_office_s_table() -> None:
    folder = Path(__file__).parents[2] / "examples" / "west-midlands-2024-25-q4"
    statement = Statement.of(Draft.read(folder), populations())
    assert len(statement.pictures) == 10
    for pictures in statement.pictures.values():
        assert pictures.control_chart is not None
        assert pictures.changes is not None
        assert len(pictures.changes.changes) in (42, 43)
        assert pictures.ranking is not None
        assert len(pictures.ranking) == 42
        assert pictures.not_drawn == ()
    homicide, *_ = statement.sections[0].passages
    told = " ".join(homicide.paragraphs)
    assert "492 homicides were recorded in the 42 other police force areas" in told
    assert "highest rate" not in told
    assert "larger percentage" not in told
