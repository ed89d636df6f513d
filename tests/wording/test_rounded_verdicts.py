"""A verdict on a rounded figure is that of the true one, or it is withheld."""

from hypothesis import example, given
from hypothesis import strategies as st

from policing_indicators.assessment.assessing import judge
from policing_indicators.assessment.finding import Finding, Verdict, WhyCannotSay
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.assessment.rules import check
from policing_indicators.registry.areas import areas
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.populations import populations
from policing_indicators.vocabulary.bound import AtLeast, AtMost, Between
from policing_indicators.vocabulary.goal import AllOf, AnyOf, Goal
from policing_indicators.vocabulary.no_worse_than import Comparator, NoWorseThan
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.percent_change import PercentChange
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.target import Quantity, Target
from policing_indicators.wording.disclosure import permitted
from policing_indicators.wording.disclosure_rule import DisclosureRule
from policing_indicators.wording.rounded_verdicts import with_sure_verdicts

NOW = Period.financial_year(2024)
BEFORE = NOW.year_before
NATIONAL = framework("national-priorities-2021")
COUNTS = "homicide"
PERCENTAGES = "victim-satisfaction"


def target(goal: Goal, indicator: str, quantity: Quantity) -> Target:
    return Target(
        id="promised",
        indicator=indicator,
        quantity=quantity,
        due=NOW,
        baseline=BEFORE,
        goal=goal,
        promised_by="the commissioner",
        source="an invented plan",
    )


def grounds(*rows: Observation) -> Grounds:
    return Grounds(
        framework=NATIONAL,
        area=areas().find("kent"),
        observations=rows,
        populations=populations(),
    )


def told(promised: Target, rule: DisclosureRule, *rows: Observation) -> Finding:
    """Give what is said of a target from rounded figures."""
    shown = grounds(*permitted(NATIONAL, rows, rule))
    assessment = judge(shown, period=NOW, targets=[promised])
    sure = with_sure_verdicts(assessment, shown, rule)
    return sure.of(promised.indicator).findings[0]


def is_withheld(finding: Finding) -> bool:
    return finding.why is WhyCannotSay.WITHHELD and not finding.parts


def verdicts(finding: Finding) -> list[Verdict]:
    """Give every verdict that is printed of a finding."""
    return [
        finding.verdict,
        *(each for part in finding.parts for each in verdicts(part)),
    ]


lines = st.integers(0, 100)
bands = st.lists(lines, min_size=2, max_size=2).map(lambda two: Between(*sorted(two)))
simple = st.one_of(
    st.builds(AtMost, lines),
    st.builds(AtLeast, lines),
    bands,
    st.builds(PercentChange, reduction=st.integers(1, 100)),
    st.just(NoWorseThan(Comparator.YEAR_BEFORE)),
)
goals = simple | st.lists(simple, min_size=1, max_size=3).flatmap(
    lambda some: st.sampled_from([AllOf(some), AnyOf(some)])
)
rules = st.sampled_from([2, 5, 10]).map(lambda unit: DisclosureRule(round_to=unit))
TENS = DisclosureRule(round_to=10)
FIVES = DisclosureRule(round_to=5)


@given(goal=goals, rule=rules, later=lines, earlier=lines)
@example(goal=Between(96, 98), rule=TENS, later=97, earlier=0)
@example(goal=AnyOf([AtMost(95), AtMost(98)]), rule=TENS, later=97, earlier=0)
@example(goal=AllOf([AtMost(90), AtMost(98)]), rule=TENS, later=97, earlier=0)
def test_what_is_said_of_a_rounded_count_holds_of_the_true_one(
    goal: Goal, rule: DisclosureRule, later: int, earlier: int
) -> None:
    promised = target(goal, COUNTS, Quantity.COUNT)
    rows = [
        Observation(COUNTS, "kent", NOW, count=later),
        Observation(COUNTS, "kent", BEFORE, count=earlier),
    ]
    finding = told(promised, rule, *rows)
    true = check(promised, grounds(*rows), at=NOW)
    assert is_withheld(finding) or verdicts(finding) == verdicts(true)


answers = st.tuples(lines, lines).map(sorted)


@given(goal=goals, rule=rules, later=answers, earlier=answers)
@example(goal=AtLeast(79), rule=FIVES, later=[62, 78], earlier=[1, 2])
@example(goal=Between(79, 80), rule=FIVES, later=[62, 78], earlier=[1, 2])
def test_so_does_what_is_said_of_a_percentage_both_of_whose_numbers_are_rounded(
    goal: Goal, rule: DisclosureRule, later: list[int], earlier: list[int]
) -> None:
    promised = target(goal, PERCENTAGES, Quantity.PERCENTAGE)
    rows = [
        Observation(PERCENTAGES, "kent", period, count=count, denominator=out_of)
        for period, (count, out_of) in ((NOW, later), (BEFORE, earlier))
    ]
    finding = told(promised, rule, *rows)
    true = check(promised, grounds(*rows), at=NOW)
    assert is_withheld(finding) or verdicts(finding) == verdicts(true)


def test_a_percentage_that_is_published_without_its_numbers_is_not_rounded() -> None:
    row = Observation(PERCENTAGES, "kent", NOW, value=79)
    promised = target(AtLeast(79), PERCENTAGES, Quantity.PERCENTAGE)
    assert told(promised, TENS, row).verdict is Verdict.MET
