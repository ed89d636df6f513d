"""The second reader at work: releases, settlements, several claims together."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from policing_indicators.audit.abstention import Abstention
from policing_indicators.audit.audit import Audit
from policing_indicators.audit.checks import CHECKS
from policing_indicators.audit.code import Code
from policing_indicators.audit.settling import known_codes
from policing_indicators.audit.tolerance import Tolerance
from policing_indicators.audit.verdict import Verdict, least_comfortable
from policing_indicators.errors import InvalidContentError
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
    assert set(CHECKS) == set(Code)
    assert all(check.rule and check.source for check in CHECKS.values())


def test_a_figure_that_any_release_at_hand_gives_stands(audited: Audited) -> None:
    found = audited(f"{ROBBERY} | level 5,700 | percentage -24.0%", held=RELEASES)
    level, percentage = found.of("robbery").reckonings
    assert level.verdict is percentage.verdict is Verdict.REPRODUCES
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
    assert audited(claim, held=survey).of("s").verdict is Verdict.REPRODUCES
    claim = "id s | indicator victim satisfaction | level 64.1% | points up 3.1"
    assert audited(claim, held=survey).of("s").verdict is Verdict.DOES_NOT_REPRODUCE


def test_with_one_release_nothing_is_put_down_to_revision(audited: Audited) -> None:
    claim = f"{ROBBERY} | level 5,804"
    assert audited(claim).of("robbery").verdict is Verdict.WITHIN_REVISION
    strict = audited(claim, tolerance=Tolerance(is_zero=True)).of("robbery")
    assert strict.verdict is Verdict.DOES_NOT_REPRODUCE


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
        "id then | indicator personal robbery | level 7,246 | period 2023/24",
    )
    [finding] = found.of("now").findings_of("previous_level")
    assert (finding.code, finding.verdict) == (
        Code.BASELINE_CONFLICT,
        Verdict.CANNOT_ALL_HOLD,
    )
    assert (finding.expected, finding.others) == (7_246, ("then",))


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
    assert Code.BASELINE_CONFLICT in codes
    alike = audited(
        f"id one | {base} | comparator_period year ending June 2019",
        f"id two | {base} | comparator_period year ending June 2019",
    )
    assert Code.BASELINE_CONFLICT not in [each.code for each in alike.findings]


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
    claim = "id there | indicator personal robbery | area Kent | level 1,200"
    assert audited(claim).of("there").verdict is Verdict.REPRODUCES


def waiver(**changes: str) -> Waiver:
    facts = {
        "claim": "robbery",
        "code": "wrong_direction",
        "reason": "It was mended in the next edition.",
        "office": OFFICE,
    }
    return Waiver(**{**facts, **changes})


def test_a_finding_that_is_settled_no_longer_keeps_it_from_passing(
    audited: Audited,
) -> None:
    assert not audited(WRONG).passes()
    found = audited(WRONG, settlement=Settlement(waivers=[waiver()]))
    assert found.passes()
    robbery = found.of("robbery")
    assert robbery.verdict is Verdict.DOES_NOT_REPRODUCE
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
    assert found.of_group("shares").open_verdict is Verdict.REPRODUCES


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
    assert least_comfortable([]) is Verdict.CANNOT_BE_CHECKED
    assert least_comfortable(Verdict) is Verdict.CANNOT_ALL_HOLD
    assert [each.discomfort for each in Verdict] == list(range(6))
