"""What is hidden is in no output: figures that show the same are published the same."""

from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from policing_indicators.publication.chapter import Chapter
from policing_indicators.publication.csvw import csvw_metadata
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.exchange import statement_json
from policing_indicators.publication.publication import PriorityEntry, Publication
from policing_indicators.publication.rendering import html, markdown
from policing_indicators.publication.statement import Statement
from policing_indicators.publication.statement_blocks import statement_blocks
from policing_indicators.registry.areas import areas
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.populations import populations
from policing_indicators.tables import open_data
from policing_indicators.vocabulary.bound import AtLeast, AtMost, Between
from policing_indicators.vocabulary.evidence_kind import EvidenceKind
from policing_indicators.vocabulary.goal import Goal
from policing_indicators.vocabulary.no_worse_than import Comparator, NoWorseThan
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.percent_change import PercentChange
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.target import Quantity, Target
from policing_indicators.vocabulary.unusual_reduction import UnusualReduction
from policing_indicators.wording.disclosure import permitted
from policing_indicators.wording.disclosure_rule import DisclosureRule

NOW = Period.financial_year(2024)
BEFORE = NOW.year_before
LONG_BEFORE = BEFORE.year_before.year_before
NATIONAL = framework("national-priorities-2021")
DRUGS = ("drug-offences", "drug-possession", "drug-trafficking")
GOALS: list[Goal] = [
    AtMost(2),
    AtMost(98),
    AtLeast(3),
    Between(2, 3),
    Between(99, 100),
    PercentChange(reduction=10),
    NoWorseThan(Comparator.YEAR_BEFORE),
    UnusualReduction(EvidenceKind.EXACT),
]
OF_COUNT = [
    Target(
        id=f"promise-{number}",
        indicator="homicide",
        due=NOW,
        baseline=BEFORE,
        goal=goal,
        promised_by="the commissioner",
        source="an invented plan",
    )
    for number, goal in enumerate(GOALS)
]
OF_RATE = [
    evolve(each, id=f"{each.id}-rate", quantity=Quantity.RATE)
    for each in OF_COUNT
    if not isinstance(each.goal, UnusualReduction)
]
TARGETS = [*OF_COUNT, *OF_RATE]


SET = "It was set by the commissioner (an invented plan)."


def draft(rule: DisclosureRule, *rows: Observation) -> Draft:
    return Draft(
        publication=Publication(
            title="Statement",
            edition="2024-25",
            publisher="The office",
            area="kent",
            period=NOW,
            framework=NATIONAL.id,
            data=["figures.csv"],
            disclosure=rule,
            targets=TARGETS,
        ),
        area=areas().find("kent"),
        framework=NATIONAL,
        periods={},
        chapters=tuple(
            Chapter(
                entry=PriorityEntry(id=each.id),
                priority=each,
                indicators=NATIONAL.indicators_of(each),
            )
            for each in NATIONAL.priorities
        ),
        observations=rows,
        files=(),
        inputs=(),
    )


def row(indicator: str, period: Period, count: int) -> Observation:
    return Observation(
        indicator, "kent", period, count=count, as_at=date(2026, 4, 1), source="A table"
    )


def outputs(made: Draft) -> tuple[object, ...]:
    statement = Statement.of(made, populations())
    return (
        tuple(statement_blocks(statement)),  # a Word document is made of these alone
        csvw_metadata(statement, csv="statement.csv"),
        markdown(statement),
        html(statement),
        statement_json(statement),
        open_data.to_text(statement.figures),
    )


@given(
    counts=st.tuples(*[st.integers(1, 4)] * 2),
    others=st.tuples(*[st.integers(1, 4)] * 2),
    shown=st.integers(0, 80).filter(lambda count: not 0 < count < 5),
    hidden=st.lists(st.booleans(), min_size=3, max_size=3),
)
def test_nothing_that_is_published_hangs_on_a_hidden_count(
    counts: tuple[int, int],
    others: tuple[int, int],
    shown: int,
    hidden: list[bool],
) -> None:
    rule = DisclosureRule(smallest=5)
    made = [
        draft(
            rule,
            *(
                row("homicide", period, small if hides else shown)
                for period, small, hides in zip(
                    (NOW, BEFORE, LONG_BEFORE), (*small, small[0]), hidden, strict=True
                )
            ),
        )
        for small in (counts, others)
    ]
    assert outputs(made[0]) == outputs(made[1])


@given(
    whole=st.integers(20, 60),
    part=st.integers(1, 4),
    other=st.integers(1, 4),
    before=st.integers(0, 60),
)
def test_nor_on_a_count_that_is_hidden_to_protect_another(
    whole: int, part: int, other: int, before: int
) -> None:
    rule = DisclosureRule(smallest=5)
    made = [
        draft(
            rule,
            *(
                row(name, NOW, count)
                for name, count in zip(
                    DRUGS, (whole, whole - small, small), strict=True
                )
            ),
            row("drug-possession", BEFORE, before),
        )
        for small in (part, other)
    ]
    assert outputs(made[0]) == outputs(made[1])


@given(
    multiples=st.tuples(*[st.integers(0, 21)] * 3),
    moves=st.tuples(*[st.integers(-2, 2)] * 6),
    smallest=st.none() | st.just(5),
)
def test_nor_on_the_digits_that_rounding_takes_away(
    multiples: tuple[int, ...], moves: tuple[int, ...], smallest: int | None
) -> None:
    rule = DisclosureRule(smallest=smallest, round_to=5)
    periods = (NOW, BEFORE, LONG_BEFORE)
    made = [
        draft(
            rule,
            *(
                row("homicide", period, max(0, 5 * multiple + move))
                for period, multiple, move in zip(
                    periods, multiples, moves[start : start + 3], strict=True
                )
            ),
        )
        for start in (0, 3)
    ]
    shown = [permitted(NATIONAL, each.observations, rule) for each in made]
    assume(shown[0] == shown[1])
    assert outputs(made[0]) == outputs(made[1])


@pytest.mark.parametrize(("count", "verdict"), [(90, "met"), (110, "not met")])
def test_a_verdict_that_rounding_cannot_turn_is_said(count: int, verdict: str) -> None:
    made = draft(DisclosureRule(round_to=5), row("homicide", NOW, count))
    page = markdown(Statement.of(made, populations()))
    assert f"at most 98 homicides. {SET} The target is {verdict}: " in page


def test_a_verdict_that_rounding_could_turn_is_withheld_whichever_way_it_went() -> None:
    pages = [
        markdown(
            Statement.of(
                draft(DisclosureRule(round_to=5), row("homicide", NOW, count)),
                populations(),
            )
        )
        for count in (98, 99)
    ]
    assert pages[0] == pages[1]
    assert (
        f"at most 98 homicides. {SET} It cannot be judged without giving away "
        "a number that is withheld to protect people." in pages[0]
    )


def test_without_a_rule_every_verdict_stands() -> None:
    made = draft(DisclosureRule(), row("homicide", NOW, 98))
    page = markdown(Statement.of(made, populations()))
    assert f"at most 98 homicides. {SET} The target is met: " in page
    assert made.publishable(populations()) == made.assess(populations())


def test_the_files_of_the_shipped_example_are_named_with_their_digests() -> None:
    folder = Path(__file__).parents[2] / "examples" / "west-midlands-2024-25-q4"
    statement = Statement.of(Draft.read(folder), populations())
    assert all(len(each.sha256) == 64 for each in statement.making.files)
