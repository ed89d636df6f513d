"""The second reader at work: releases, settlements, several claims together."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from policing_indicators.audit.abstention import Abstention
from policing_indicators.audit.audit import Audit
from policing_indicators.audit.checks import CHECKS
from policing_indicators.audit.evidence import Evidence
from policing_indicators.audit.finding_code import FindingCode
from policing_indicators.audit.ranking import LEFT_OUT
from policing_indicators.audit.settling import known_codes
from policing_indicators.audit.tolerance import Tolerance
from policing_indicators.audit.verdict import Standing, least_comfortable
from policing_indicators.errors import InvalidContentError
from policing_indicators.registry.areas import areas
from policing_indicators.registry.populations import populations
from policing_indicators.vocabulary.area import AreaKind
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.settlement import (
    PublisherResponse,
    Settlement,
    Waiver,
)

Audited = Callable[..., Audit]

ROBBERY = "id robbery | indicator personal robbery"
WRONG = f"{ROBBERY} | percentage up 21.9%"
OFFICE = "Office of the commissioner"


def row(
    period: str,
    count: int | None = None,
    *,
    as_at: date | None = None,
    missing: MissingReason | None = None,
    value: float | None = None,
) -> Observation:
    return Observation(
        "personal-robbery" if value is None else "victim-satisfaction",
        "west-midlands",
        Period.parse(period),
        count=count,
        value=value,
        missing=missing,
        as_at=as_at,
        source="A table made up for this test",
    )


OLD, NEW = date(2025, 7, 1), date(2026, 4, 1)
RELEASES = [
    row("2023/24", 7_500, as_at=OLD),
    row("2024/25", 5_700, as_at=OLD),
    row("2023/24", 7_426, as_at=NEW),
    row("2024/25", 5_803, as_at=NEW),
]


def test_every_code_has_its_check_and_its_rule() -> None:
    assert set(CHECKS) == set(FindingCode)
    assert all(check.rule and check.source for check in CHECKS.values())


def test_a_figure_that_any_release_at_hand_gives_stands(audited: Audited) -> None:
    found = audited(f"{ROBBERY} | level 5,700 | percentage -24.0%", held=RELEASES)
    level, percentage = found.of("robbery").reckonings
    assert level.verdict is percentage.verdict is Standing.REPRODUCES
    assert level.observations[0].as_at == OLD
    assert level.newest is not None
    assert level.newest.expected == 5_803


def test_of_releases_that_agree_the_newest_is_named(audited: Audited) -> None:
    same = [row("2024/25", 5_803, as_at=OLD), row("2024/25", 5_803, as_at=NEW)]
    [level] = audited(f"{ROBBERY} | level 5,803", held=same).of("robbery").reckonings
    assert level.observations[0].as_at == NEW
    assert level.newest is None


def test_a_change_is_never_made_across_two_releases(audited: Audited) -> None:
    apart = [RELEASES[0], RELEASES[3]]
    [change] = (
        audited(f"{ROBBERY} | absolute 1,697 fewer", held=apart).claims[0].reckonings
    )
    assert change.abstention is Abstention.NOT_IN_ONE_RELEASE


def test_the_reason_of_a_table_that_gives_no_figure_is_kept(audited: Audited) -> None:
    none = [row("2024/25", missing=MissingReason.CONFIDENTIAL)]
    found = audited(f"{ROBBERY} | level 5,803 | absolute 9 fewer", held=none)
    level, change = found.of("robbery").reckonings
    assert level.abstention is change.abstention is Abstention.MISSING
    assert level.missing == none[0]


def test_without_a_period_nothing_can_be_looked_up(audited: Audited) -> None:
    document = "row document | title A report | area West Midlands"
    figures = (
        "level 5,803 | absolute 9 fewer | rate 190 | per 100,000 | rank 2 | "
        "share 12% | share_of neighbourhood-crime"
    )
    found = audited(f"{ROBBERY} | {figures}", document=document).of("robbery")
    reasons = {each.abstention for each in found.reckonings}
    assert reasons == {Abstention.NO_PERIOD}


def test_a_count_without_a_population_has_no_rate(audited: Audited) -> None:
    held = [row("1995/96", 100)]
    claim = f"{ROBBERY} | period 1995/96 | rate 3 | per 100,000"
    [rate] = audited(claim, held=held).of("robbery").reckonings
    assert rate.abstention is Abstention.NO_POPULATION
    level = f"{ROBBERY} | period 1995/96 | level 100 | rate 3 | per 100,000"
    assert audited(level, held=held).of("robbery").findings == ()


def test_a_figure_published_without_its_count_is_held_to_it(audited: Audited) -> None:
    survey = [
        row("2023/24", value=61.0),
        row("2024/25", value=62.1),
    ]
    claim = "id s | indicator victim satisfaction | level 62.1% | points up 1.1"
    assert audited(claim, held=survey).of("s").verdict is Standing.REPRODUCES
    claim = "id s | indicator victim satisfaction | level 64.1% | points up 3.1"
    assert audited(claim, held=survey).of("s").verdict is Standing.DOES_NOT_REPRODUCE


def test_two_tables_of_one_release_are_one_release(audited: Audited) -> None:
    tables = [
        evolve(each, source=f"A workbook, Table {name}")
        for each, name in zip(RELEASES[2:], ("P4", "P1"), strict=True)
    ]
    found = audited(f"{ROBBERY} | percentage -21.9%", held=tables).of("robbery")
    assert found.verdict is Standing.REPRODUCES


def test_a_survey_without_answers_has_no_percentage(audited: Audited) -> None:
    nobody = [
        evolve(row(period, 0), indicator="victim-satisfaction", denominator=0)
        for period in ("2023/24", "2024/25")
    ]
    figures = "level 62% | absolute up 1 | percentage up 1% | points up 1"
    claim = f"id s | indicator victim satisfaction | {figures}"
    found = audited(claim, held=nobody).of("s")
    assert [each.abstention for each in found.reckonings] == [
        Abstention.NOT_HELD,
        *[Abstention.UNDEFINED] * 3,
    ]


def test_the_level_of_a_percentage_is_looked_for_in_no_other_row(
    audited: Audited,
) -> None:
    survey = [evolve(row("2024/25", value=50.0)), row("2024/25", 62)]
    claim = "id s | indicator victim satisfaction | level 62%"
    [finding] = audited(claim, held=survey).of("s").findings
    assert finding.explanations == ()


def test_years_are_not_reversed_where_the_later_count_is_none(
    audited: Audited,
) -> None:
    held = [row("2023/24", 80), row("2024/25", 0)]
    claim = f"{ROBBERY} | level 80 | percentage up 33%"
    findings = audited(claim, held=held).of("robbery").findings
    assert len(findings) > 1
    assert {each.explanations for each in findings} == {()}


def test_truncated_percentages_are_found_where_nothing_is_put_down_to_revision(
    audited: Audited,
) -> None:
    claim = f"{ROBBERY} | percentage -21.8%"
    [finding] = audited(claim, tolerance=Tolerance(is_zero=True)).of("robbery").findings
    [proposed] = finding.explanations
    assert proposed.kind.value == "truncated"


def test_a_row_that_had_none_before_fits_no_change(audited: Audited) -> None:
    held = [
        *RELEASES,
        evolve(row("2023/24", 0, as_at=NEW), indicator="home-office/arson"),
        evolve(row("2024/25", 777, as_at=NEW), indicator="home-office/arson"),
    ]
    level, _ = audited(f"{ROBBERY} | level 777 | percentage up 50%", held=held).findings
    [proposed] = level.explanations
    assert proposed.is_weak


def ranked(
    count_of: Callable[[int], int], denominator: int | None = None
) -> list[Observation]:
    """Give a count of every ranked area, West Midlands the fifth of them."""
    forces = [
        area.id
        for area in areas()
        if area.kind is AreaKind.POLICE_FORCE_AREA and area.id not in LEFT_OUT
    ]
    forces.remove("west-midlands")
    forces.insert(4, "west-midlands")
    return [
        evolve(row("2024/25", count_of(place)), area=area, denominator=denominator)
        for place, area in enumerate(forces, 1)
    ]


def near(place: int) -> int:
    """Give counts that lie near to each other."""
    return 10_000 - 10 * place


@pytest.mark.parametrize(
    ("rank", "verdict"),
    [
        ("fifth-highest", Standing.REPRODUCES),
        ("7", Standing.WITHIN_REVISION),
        ("38th lowest", Standing.REPRODUCES),
    ],
)
def test_a_rank_among_rates_near_to_each_other_may_move(
    audited: Audited, rank: str, verdict: Standing
) -> None:
    held = ranked(near, denominator=1_000_000)
    [found] = audited(f"{ROBBERY} | level 9,950 | rank {rank}", held=held).claims
    assert found.reckonings[-1].verdict is verdict


def test_a_rank_is_of_rates_over_the_latest_populations(audited: Audited) -> None:
    held = ranked(lambda _: 10_000)
    [found] = audited(f"{ROBBERY} | level 10,000 | rank lowest", held=held).claims
    assert found.reckonings[-1].expected == 2  # only London has more people


def test_without_populations_no_rank_can_be_checked(audited: Audited) -> None:
    held = [evolve(each, period=Period.parse("1995/96")) for each in ranked(near)]
    claim = f"{ROBBERY} | period 1995/96 | level 9,950 | rank 5"
    [found] = audited(claim, held=held).claims
    assert found.reckonings[-1].abstention is Abstention.TOO_FEW_AREAS


@pytest.mark.parametrize("printed", ["1.2%", "1.3%"])
def test_no_publisher_is_faulted_for_how_a_tie_was_rounded(
    audited: Audited, printed: str
) -> None:
    held = [row("2023/24", 8_000), row("2024/25", 8_100)]
    claim = f"{ROBBERY} | level 8,100 | previous_level 8,000 | percentage up {printed}"
    tolerance = Tolerance(is_zero=True)
    found = audited(claim, held=held, tolerance=tolerance).of("robbery")
    assert found.verdict is Standing.REPRODUCES


def test_the_shares_of_a_whole_of_which_there_was_none_imply_nothing(
    audited: Audited,
) -> None:
    held = [
        evolve(row(period, 0), indicator=f"drug-{name}")
        for period in ("2023/24", "2024/25")
        for name in ("offences", "possession", "trafficking")
    ]
    found = audited(
        "id all | indicator drug-offences | percentage -9.5%",
        "id a | indicator drug-possession | percentage -15.8%",
        "id b | indicator drug-trafficking | percentage +14.7%",
        "row group | id g | kind parts of a whole | members a; b | whole all",
        held=held,
    )
    assert found.of_group("g").shares == ()


def test_parts_without_a_period_can_still_contradict_each_other(
    audited: Audited,
) -> None:
    found = audited(
        "id all | indicator drug-offences | absolute 1 fewer | level 9",
        "id a | indicator drug-possession | absolute 2 more | level 5",
        "id b | indicator drug-trafficking | percentage +14.7% | level 4",
        "row group | id g | kind parts of a whole | members a; b | whole all",
        document="row document | title A report | area Kent | comparator year before",
    )
    assert found.of_group("g").verdict is Standing.REPRODUCES
    assert found.of_group("g").shares == ()


def test_parts_changes_in_number_are_held_to_their_whole_s(audited: Audited) -> None:
    rows = [
        "id all | indicator drug-offences | absolute 1 fewer | level 9",
        "id a | indicator drug-possession | absolute 2 more | level 5",
        "id b | indicator drug-trafficking | absolute 2 more | level 4",
        "row group | id g | kind parts of a whole | members a; b | whole all",
    ]
    found = audited(*rows, held=())
    assert found.of_group("g").verdict is Standing.CANNOT_ALL_HOLD


def test_figures_published_without_their_counts_are_no_pair_of_counts() -> None:
    rows = [row("2023/24", value=61.0), row("2024/25", value=62.1)]
    evidence = Evidence(rows, populations())
    named = "victim-satisfaction", "west-midlands"
    later, earlier = Period.financial_year(2024), Period.financial_year(2023)
    assert len(list(evidence.pairs(named, later, earlier))) == 1
    assert list(evidence.counts(named, later, earlier)) == []


def test_with_one_release_nothing_is_put_down_to_revision(audited: Audited) -> None:
    claim = f"{ROBBERY} | level 5,804"
    assert audited(claim).of("robbery").verdict is Standing.WITHIN_REVISION
    strict = audited(claim, tolerance=Tolerance(is_zero=True)).of("robbery")
    assert strict.verdict is Standing.DOES_NOT_REPRODUCE


def test_a_figure_of_a_quarter_may_be_off_by_twice_as_much(audited: Audited) -> None:
    vehicles = "id v | indicator vehicle offences"
    [year] = audited(f"{vehicles} | level 29,391").of("v").reckonings
    quarters = f"{vehicles} | period 2024/25 Q4 | level 6,785 | percentage -15.6%"
    level, change = audited(quarters).of("v").reckonings
    assert year.expected is not None
    assert level.expected is not None
    assert level.allowed / level.expected == 2 * year.allowed / year.expected
    [of_year] = audited(f"{vehicles} | percentage -13.9%").of("v").reckonings
    assert change.allowed == 2 * of_year.allowed
    assert Tolerance().of_months(24) == 1


def test_a_change_on_a_small_base_may_be_off_by_what_the_base_may() -> None:
    usual = Tolerance().percentage("unmeasured", Fraction(200))
    assert Tolerance().percentage("unmeasured", Fraction(0)) == usual
    moved = Tolerance().level("unmeasured", Fraction(20))
    on_small = Tolerance().percentage("unmeasured", Fraction(20))
    assert on_small == 100 * moved / 20 > usual


def test_a_base_that_the_document_prints_in_two_ways_cannot_hold(
    audited: Audited,
) -> None:
    found = audited(
        "id now | indicator personal robbery | level 5,803 | previous_level 7,426",
        "id then | indicator personal robbery | level 4,726 | period 2023/24",
    )
    [finding] = found.of("now").findings_of("previous_level")
    assert (finding.code, finding.verdict) == (
        FindingCode.BASELINE_CONFLICT,
        Standing.CANNOT_ALL_HOLD,
    )
    assert finding.expected == 4_726
    assert finding.others == ("then",)


def test_a_base_of_two_extracts_is_a_point(audited: Audited) -> None:
    found = audited(
        "id now | indicator personal robbery | level 5,803 | previous_level 7,426",
        "id then | indicator personal robbery | level 7,400 | period 2023/24",
    )
    [finding] = found.of("now").findings_of("previous_level")
    assert finding.verdict is Standing.PRESENTATION_POINT


@pytest.mark.parametrize(
    "then",
    [
        "level 7,426 | period 2023/24",
        "level about 7,000 | period 2023/24",
        "level 7,246 | period 2022/23",
        "absolute 9 fewer | period 2023/24",
        "level 7,246 | period 2023/24 | scope with a knife",
        "level 7,246 | period 2023/24 | document Another report",
    ],
)
def test_a_base_that_is_printed_once_or_of_something_else_may_hold(
    audited: Audited, then: str
) -> None:
    found = audited(
        "id now | indicator personal robbery | level 5,803 | previous_level 7,426",
        f"id then | indicator personal robbery | {then}",
    )
    assert found.of("now").findings_of("previous_level") == ()


def test_two_baselines_of_one_indicator_are_a_point(audited: Audited) -> None:
    base = "indicator personal robbery | percentage -26.2% | comparator baseline"
    found = audited(
        f"id one | {base} | comparator_period year ending June 2019",
        f"id two | {base} | comparator_period 2018/19",
    )
    codes = [each.code for each in found.of("one").findings]
    assert FindingCode.BASELINE_CONFLICT in codes
    alike = audited(
        f"id one | {base} | comparator_period year ending June 2019",
        f"id two | {base} | comparator_period year ending June 2019",
    )
    assert FindingCode.BASELINE_CONFLICT not in [each.code for each in alike.findings]


def test_an_earlier_year_told_beside_the_newest_is_not_stale(audited: Audited) -> None:
    found = audited(
        "id then | indicator personal robbery | level 7,426 | period 2023/24",
        "id now | indicator personal robbery | level 5,803",
    )
    assert found.of("then").findings == found.of("now").findings == ()


def test_nothing_is_stale_where_no_day_of_publication_is_known(
    audited: Audited,
) -> None:
    document = "row document | title A report | area West Midlands"
    claim = "id then | indicator personal robbery | level 7,426 | period 2023/24"
    assert audited(claim, document=document).of("then").findings == ()


def test_another_document_s_periods_are_not_held_to_this_one_s_day(
    audited: Audited,
) -> None:
    claim = f"{ROBBERY} | level 9 | period 2028/29 | document A later report"
    assert audited(claim).of("robbery").findings == ()


def test_a_document_of_another_area_is_read_all_the_same(audited: Audited) -> None:
    claim = "id there | indicator personal robbery | area Kent | level 1,201"
    assert audited(claim).of("there").verdict is Standing.REPRODUCES


RIGHT = "id robbery | indicator personal robbery | percentage -21.9%"


def waiver(**changes: str) -> Waiver:
    facts: dict[str, Any] = {
        "claim": "robbery",
        "code": "wrong_direction",
        "reason": "It was mended in the next edition.",
        "office": OFFICE,
    }
    facts.update(changes)
    return Waiver(**facts)


def test_a_finding_that_is_settled_no_longer_keeps_it_from_passing(
    audited: Audited,
) -> None:
    assert not audited(WRONG).passes()
    found = audited(WRONG, settlement=Settlement(waivers=[waiver()]))
    assert found.passes()
    robbery = found.of("robbery")
    assert robbery.verdict is Standing.DOES_NOT_REPRODUCE
    assert robbery.open_findings == ()
    assert found.unused == ()


@pytest.mark.parametrize(
    "changes",
    [{"claim": "homicide"}, {"code": "small_base"}, {"printed": "up 12.9%"}],
)
def test_a_waiver_settles_nothing_but_what_it_names(
    audited: Audited, changes: dict[str, str]
) -> None:
    settlement = Settlement(waivers=[waiver(**changes)])
    found = audited(WRONG, settlement=settlement)
    assert not found.passes()
    assert found.unused == settlement.waivers


def test_a_waiver_may_name_the_printed_figure(audited: Audited) -> None:
    settlement = Settlement(waivers=[waiver(printed="up 21.9%")])
    assert audited(WRONG, settlement=settlement).passes()


def test_a_group_s_finding_is_settled_by_the_group_s_id(audited: Audited) -> None:
    rows = [
        "id a | indicator fraud-reports | share 80% | share_of fraud-and-cyber-reports",
        "id b | indicator cyber-reports | share 10% | share_of fraud-and-cyber-reports",
        "row group | id shares | kind shares of one total | members a; b",
    ]
    assert not audited(*rows).passes()
    settles = waiver(claim="shares", code="share_total")
    found = audited(*rows, settlement=Settlement(waivers=[settles]))
    assert found.passes()
    assert found.of_group("shares").open_verdict is Standing.REPRODUCES


def test_a_priority_without_a_figure_is_settled_by_its_id(audited: Audited) -> None:
    found = audited(RIGHT)
    gaps = {each.priority.id for each in found.unclaimed if each.code}
    assert "victim-satisfaction" in gaps
    assert not found.passes(strict=True)
    waivers = [waiver(claim=gap, code="incomplete") for gap in sorted(gaps)]
    other = waiver(claim="victim-satisfaction", code="small_base")
    settled = audited(RIGHT, settlement=Settlement(waivers=[*waivers, other]))
    assert settled.passes(strict=True)
    assert settled.unused == (other,)


def test_a_waiver_of_no_code_is_named_with_what_is_near() -> None:
    with pytest.raises(InvalidContentError, match=r"waivers\[0\].code.*small_base"):
        known_codes([waiver(code="small_bass")], "waivers.toml")
    known_codes([waiver()], "waivers.toml")


def test_what_the_publisher_answered_stands_beside_the_claim(audited: Audited) -> None:
    answer = PublisherResponse(claim="robbery", text="A slip.", publisher="The force")
    found = audited(WRONG, settlement=Settlement(responses=[answer]))
    assert found.of("robbery").responses == (answer,)


def test_presentation_points_keep_it_from_passing_only_where_that_is_asked(
    audited: Audited,
) -> None:
    found = audited(f"{ROBBERY} | percentage fell by -21.9%")
    assert found.passes()
    assert not found.passes(strict=True)


def test_the_least_comfortable_of_no_verdicts_is_that_nothing_can_be_said() -> None:
    assert least_comfortable([]) is Standing.CANNOT_BE_CHECKED
    assert least_comfortable(Standing) is Standing.CANNOT_ALL_HOLD
    assert [each.discomfort for each in Standing] == list(range(6))
