from datetime import date
from itertools import product
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from policing_indicators.assessment.assessing import assess
from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.missing import MissingReason, Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import Populations
from policing_indicators.wording.disclosure import permitted
from policing_indicators.wording.disclosure_rule import DisclosureRule

YEAR = Period.financial_year(2024)
QUARTERS = YEAR.quarters
TO_DATE = tuple(Period.financial_year_to_date(2024, month) for month in (9, 12))
FIVE = DisclosureRule(smallest=5)
KENT = Area("kent", "Kent", AreaKind.POLICE_FORCE_AREA)
PARTS = {"all": ("some", "rest"), "some": ("few", "many")}


def indicator(name: str, unit: Unit = Unit.COUNT) -> Indicator:
    return Indicator(
        id=name,
        name=name,
        unit=unit,
        direction=ImprovementDirection.DECREASE,
        parts=PARTS.get(name, ()),
    )


TREE = Framework(
    id="tree",
    name="Tree",
    priorities=[],
    indicators=[indicator(name) for name in ("all", "some", "rest", "few", "many")],
)


def row(name: str, count: int, period: Period = YEAR, **fields: object) -> Observation:
    return Observation(name, "kent", period, count=count, **fields)  # type: ignore[arg-type]


def counts(*rows: Observation, rule: DisclosureRule = FIVE) -> list[int | None]:
    return [each.count for each in permitted(TREE, rows, rule)]


@pytest.mark.parametrize(
    ("count", "shown"), [(0, 0), (1, None), (4, None), (5, 5), (-2, -2)]
)
def test_a_small_count_is_hidden_and_zero_is_not(count: int, shown: int | None) -> None:
    assert counts(row("rest", count)) == [shown]


def test_a_hidden_figure_keeps_what_tells_nothing_and_loses_the_rest() -> None:
    small = row(
        "rest",
        3,
        denominator=9,
        note="Three cases.",
        source="A table",
        status=Status.PROVISIONAL,
        as_at=date(2025, 5, 1),
    )
    (hidden,) = permitted(TREE, [small], FIVE)
    assert hidden == Observation(
        "rest",
        "kent",
        YEAR,
        missing=MissingReason.CONFIDENTIAL,
        source="A table",
        status=Status.PROVISIONAL,
        as_at=date(2025, 5, 1),
    )


def test_without_a_rule_everything_is_permitted() -> None:
    rows = (row("rest", 3), row("few", 1))
    assert permitted(TREE, rows, DisclosureRule()) == rows


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ([60, 57, 3], [60, None, None]),
        ([60, 60, 0], [60, 60, 0]),
        ([8, 4, 4], [None, None, None]),
        ([7, 4, 3], [7, None, None]),
        ([3, 3, 0], [None, None, 0]),
    ],
)
def test_what_tells_a_hidden_part_is_hidden_too(
    shown: list[int], told: list[int | None]
) -> None:
    names = ("all", "some", "rest")
    assert counts(*(row(name, n) for name, n in zip(names, shown, strict=True))) == told


def test_of_what_tells_a_hidden_count_the_smallest_is_hidden() -> None:
    tree = [row("all", 130), row("some", 100), row("few", 3), row("many", 97)]
    assert counts(*tree, row("rest", 30)) == [130, 100, None, None, 30]


@pytest.mark.parametrize(
    ("periods", "numbers", "told"),
    [
        ((YEAR, *QUARTERS), (100, 3, 20, 37, 40), [100, None, None, 37, 40]),
        ((TO_DATE[1], YEAR, QUARTERS[3]), (97, 100, 3), [None, 100, None]),
        ((TO_DATE[0], *QUARTERS[:2]), (23, 3, 20), [23, None, None]),
        ((YEAR, *QUARTERS[:3]), (100, 3, 20, 37), [100, None, 20, 37]),
    ],
)
def test_what_tells_a_hidden_count_over_time_is_hidden_too(
    periods: tuple[Period, ...], numbers: tuple[int, ...], told: list[int | None]
) -> None:
    rows = [row("rest", n, each) for n, each in zip(numbers, periods, strict=True)]
    assert counts(*rows) == told


def test_rolling_years_that_tell_a_quarter_are_hidden_with_it() -> None:
    rolling = Period.year_ending(2024, 12)
    before = QUARTERS[3].year_before
    rows = [
        row("rest", 99, rolling),
        row("rest", 103, YEAR),
        row("rest", 3, before),
        row("rest", 7, QUARTERS[3]),
    ]
    assert counts(*rows) == [99, 103, None, None]


def test_what_is_hidden_in_one_vintage_is_hidden_in_every_one() -> None:
    first, second = date(2025, 5, 1), date(2026, 5, 1)
    rows = [row("rest", 4, as_at=first), row("rest", 6, as_at=second)]
    assert counts(*rows) == [None, None]
    family = [
        row(name, count, as_at=day)
        for day, numbers in {first: (60, 54, 6), second: (60, 57, 3)}.items()
        for name, count in zip(("all", "some", "rest"), numbers, strict=True)
    ]
    assert counts(*family) == [60, None, None, 60, None, None]


def test_a_zero_that_another_vintage_hides_is_hidden() -> None:
    days = date(2025, 5, 1), date(2026, 5, 1)
    rows = [row("rest", n, as_at=day) for n, day in zip((2, 0), days, strict=True)]
    assert counts(*rows) == [None, None]


def test_areas_do_not_tell_of_each_other() -> None:
    essex = Observation("all", "essex", YEAR, count=60)
    assert counts(row("rest", 3), row("some", 57), essex) == [None, 57, 60]


@pytest.mark.parametrize(
    ("count", "denominator", "hidden"),
    [(56, 70, False), (67, 70, True), (3, 70, True), (0, 3, True), (70, 70, False)],
)
def test_of_a_share_what_it_leaves_and_what_it_is_out_of_may_not_be_small_either(
    count: int, denominator: int, *, hidden: bool
) -> None:
    share = indicator("share", Unit.PERCENTAGE)
    framework = Framework(id="f", name="F", priorities=[], indicators=[share])
    answer = row("share", count, denominator=denominator)
    (shown,) = permitted(framework, [answer], FIVE)
    assert (shown.missing is MissingReason.CONFIDENTIAL) is hidden


def test_a_published_share_goes_with_the_vintage_that_is_hidden() -> None:
    share = indicator("share", Unit.PERCENTAGE)
    framework = Framework(id="f", name="F", priorities=[], indicators=[share])
    small = row("share", 3, denominator=70, as_at=date(2025, 5, 1))
    published = Observation("share", "kent", YEAR, value=4.3, as_at=date(2026, 5, 1))
    none = Observation("share", "essex", YEAR, missing=MissingReason.EXCLUDED)
    told = permitted(framework, [small, published, none], FIVE)
    assert [each.missing for each in told] == [
        MissingReason.CONFIDENTIAL,
        MissingReason.CONFIDENTIAL,
        MissingReason.EXCLUDED,
    ]


def test_a_missing_figure_of_a_hidden_place_keeps_its_own_reason() -> None:
    days = date(2025, 5, 1), date(2026, 5, 1)
    gone = Observation(
        "rest", "kent", YEAR, missing=MissingReason.EXCLUDED, as_at=days[0]
    )
    told = permitted(TREE, [gone, row("rest", 3, as_at=days[1])], FIVE)
    assert [each.missing for each in told] == [
        MissingReason.EXCLUDED,
        MissingReason.CONFIDENTIAL,
    ]


def test_a_hidden_count_may_be_any_above_the_smallest_where_the_next_is_negative() -> (
    None
):
    told = [row("all", 40), row("some", 42), row("rest", -2)]
    parts = [row("few", 3), row("many", 39)]
    assert counts(*told, *parts) == [40, 42, -2, None, None]
    over_time = [row("few", n, q) for n, q in zip((3, 9, -1, 0), QUARTERS, strict=True)]
    assert counts(row("few", 11), *over_time) == [11, None, None, -1, 0]


def test_a_negative_count_is_hidden_where_it_tells_a_hidden_one() -> None:
    rows = [row("rest", n, q) for n, q in zip((-3, 3, 0, 0), QUARTERS, strict=True)]
    assert counts(row("rest", 0), *rows) == [0, None, None, 0, 0]


@pytest.mark.parametrize(
    ("count", "rounded"), [(0, 0), (5, 5), (7, 5), (8, 10), (32, 30), (-8, -10)]
)
def test_printed_counts_are_rounded_where_the_rule_says_so(
    count: int, rounded: int
) -> None:
    rule = DisclosureRule(smallest=5, round_to=5)
    assert counts(row("rest", count), rule=rule) == [rounded]


def test_the_denominator_of_a_share_is_rounded_and_a_population_is_not() -> None:
    indicators = [indicator("share", Unit.PROPORTION), indicator("rest")]
    framework = Framework(id="f", name="F", priorities=[], indicators=indicators)
    rows = [
        row("share", 56, denominator=72),
        row("rest", 56, denominator=1_234),
        row("share", 12, QUARTERS[0]),
    ]
    told = permitted(framework, rows, DisclosureRule(round_to=5))
    assert [(each.count, each.denominator) for each in told] == [
        (55, 70),
        (55, 1_234),
        (10, None),
    ]


def test_a_rule_that_does_not_round_leaves_a_number_as_it_is() -> None:
    assert FIVE.rounded(32) == 32


@pytest.mark.parametrize("smallest", [0, 2, 2.5, "5"])
def test_a_rule_hides_no_fewer_than_two_numbers(smallest: int) -> None:
    with pytest.raises(InvalidValueError, match="a whole number, 3 or more"):
        DisclosureRule(smallest=smallest)


@pytest.mark.parametrize("base", [1, 0, 2.5])
def test_a_rule_rounds_to_multiples(base: int) -> None:
    with pytest.raises(InvalidValueError, match="a whole number, 2 or more"):
        DisclosureRule(round_to=base)


LEAVES = ("few", "many", "rest")
ATOMS = list(product(LEAVES, QUARTERS))
SPANS = (*QUARTERS, *TO_DATE, YEAR, QUARTERS[0].year_before)
CELLS = list(product(("all", "some", *LEAVES), (*QUARTERS, *TO_DATE, YEAR)))


def leaves(name: str) -> set[str]:
    parts = PARTS.get(name)
    if parts is None:
        return {name}
    return {leaf for part in parts for leaf in leaves(part)}


def weights(name: str, period: Period) -> list[int]:
    """Give which of the smallest counts a count is the sum of."""
    return [leaf in leaves(name) and quarter in period for leaf, quarter in ATOMS]


@st.composite
def tables(draw: st.DrawFn) -> list[Observation]:
    """Give some counts of a tree of indicators over a year, which all add up."""
    small = st.one_of(st.integers(0, 6), st.integers(0, 30))
    atoms = np.array(draw(st.lists(small, min_size=12, max_size=12)))
    held = draw(st.lists(st.sampled_from(CELLS), min_size=3, unique=True))
    return [row(name, int(atoms @ weights(name, each)), each) for name, each in held]


def possible(told: tuple[Observation, ...], hidden: Observation) -> tuple[int, int]:
    """Work out the least and the most that a hidden count can be, from all else."""
    sums = np.array(
        [weights(each.indicator, each.period) for each in told], dtype=float
    )
    least = [1 if each.count is None else each.count for each in told]
    most = [np.inf if each.count is None else each.count for each in told]
    aim = np.array(weights(hidden.indicator, hidden.period), dtype=float)
    ends: list[int] = []
    for sign in (1, -1):
        found = milp(
            sign * aim,
            constraints=LinearConstraint(sums, least, most),
            bounds=Bounds(0, 1_000),
            integrality=np.ones(len(ATOMS), dtype=int),
        )
        assert found.fun is not None
        ends.append(round(sign * float(found.fun)))
    return ends[0], ends[1]


@given(tables(), st.integers(3, 6))
def test_no_hidden_count_can_be_worked_out_from_all_that_is_shown(
    table: list[Observation], smallest: int
) -> None:
    told = permitted(TREE, table, DisclosureRule(smallest=smallest))
    for true, each in zip(table, told, strict=True):
        if each.count is None:
            least, most = possible(told, each)
            assert least < most
            assert least <= true.required_count() <= most
        else:
            assert each == true
            assert not 0 < each.count < smallest


def test_of_two_parts_not_even_who_knows_the_choice_can_tell_a_hidden_one() -> None:
    tables_told: dict[tuple[int | None, ...], list[tuple[int, int, int]]] = {}
    for some, rest in product(range(12), repeat=2):
        table = (some + rest, some, rest)
        told = counts(*map(row, ("all", "some", "rest"), table))
        tables_told.setdefault(tuple(told), []).append(table)
    for shown, alike in tables_told.items():
        for place, count in enumerate(shown):
            assert count is not None or len({each[place] for each in alike}) > 1


@given(tables())
def test_the_assessment_of_what_is_permitted_holds_nothing_else(
    table: list[Observation],
) -> None:
    told = permitted(TREE, table, FIVE)
    assessment = assess(TREE, told, area=KENT, period=YEAR, populations=Populations([]))
    for facts in assessment.indicators:
        count = facts.observation.count
        assert facts.observation in told or count is None
        assert not 0 < (count or 0) < 5


@given(tables(), st.randoms(use_true_random=False))
def test_what_is_hidden_does_not_hang_on_the_order_of_the_rows(
    table: list[Observation], random: Random
) -> None:
    shuffled = list(table)
    random.shuffle(shuffled)
    assert set(permitted(TREE, shuffled, FIVE)) == set(permitted(TREE, table, FIVE))
