"""Claims that must fit together, and the faults that a stated change makes."""

from collections.abc import Callable

import pytest

from policing_indicators.audit.audit import Audit
from policing_indicators.audit.tolerance import Tolerance

Audited = Callable[..., Audit]

WHOLE = "id whole | indicator neighbourhood crime | level 49,027 | percentage -17.3%"
PARTS = [
    "id homes | indicator residential burglary | level 11,237 | percentage -20.6%",
    "id robbery | indicator personal robbery | level 5,803 | percentage -21.9%",
    "id vehicles | indicator vehicle offences | level 29,391 | percentage -13.9%",
    "id thefts | indicator theft from the person | level 2,596 | percentage -26.6%",
]
OF_PARTS = (
    "row group | id together | kind parts of a whole | "
    "members homes; robbery; vehicles; thefts | whole whole"
)
QUARTERS = [
    f"id q{place} | indicator vehicle offences | period 2024/25 Q{place} | level {n}"
    for place, n in enumerate(("7,901", "7,502", "7,203", "6,785"), 1)
]
YEAR = "id year | indicator vehicle offences | level 29,391"
OF_QUARTERS = (
    "row group | id together | kind quarters of a year | members q1; q2; q3; q4 | "
    "whole year"
)
HOMICIDES = "id all | indicator homicide | level 31"
DOMESTIC = "id domestic | indicator domestic-homicide | level 9"
OF_SUBSETS = (
    "row group | id together | kind subsets of a whole | members domestic | whole all"
)
SHARES = [
    f"id {name} | indicator {name}-reports | share {share} | "
    "share_of fraud-and-cyber-reports"
    for name, share in (("fraud", "83.0%"), ("cyber", "17.0%"))
]
OF_SHARES = "row group | id together | kind shares of one total | members fraud; cyber"
DRUGS = [
    "id drugs | indicator drug offences | percentage -9.5%",
    "id possession | indicator drug possession | percentage -15.8%",
    "id trafficking | indicator drug trafficking | percentage +14.7%",
]
RIGHT_DRUGS = [
    "id drugs | indicator drug offences | percentage +10.2%",
    "id possession | indicator drug possession | percentage +18.9%",
    "id trafficking | indicator drug trafficking | percentage -14.2%",
]
OF_DRUGS = (
    "row group | id together | kind parts of a whole | members possession; trafficking "
    "| whole drugs"
)
OF_DOCUMENTS = (
    "row group | id together | kind one figure in two documents | members here; there"
)
HERE = "id here | indicator neighbourhood crime | level 49,027 | percentage -17.3%"
THERE = "id there | document Annual report | indicator neighbourhood crime"
KNIFE_RATE = (
    "id rate | indicator knife crime | period year ending September 2024 | rate 165 | "
    "per 100,000"
)
KNIVES = [KNIFE_RATE, "id count | indicator knife crime | period 2024 | level 4,577"]
HALF = (
    "id half | indicator vehicle offences | level 15,403 | "
    "period April to September 2024"
)
OF_HALF = "row group | id together | kind year to date | members q1; q2 | whole half"
SIDE_BY_SIDE = "row group | id together | kind side by side | members rate; count"


def changed(rows: list[str], old: str, new: str) -> list[str]:
    """Make one stated change in some rows."""
    assert sum(row.count(old) for row in rows) == 1
    return [row.replace(old, new) for row in rows]


CASES: list[tuple[str, list[str], str, str]] = [
    ("parts add up", [WHOLE, *PARTS, OF_PARTS], "reproduces", ""),
    (
        "[a part's digits swapped]",
        changed([WHOLE, *PARTS, OF_PARTS], "5,803", "8,503"),
        "cannot all hold",
        "does_not_add",
    ),
    (
        "[a part left out]",
        [
            WHOLE,
            *PARTS[:3],
            changed([OF_PARTS], "; thefts", "")[0],
        ],
        "reproduces",
        "",
    ),
    (
        "[a part left out, another larger than the whole]",
        changed(
            [WHOLE, *PARTS[:3], changed([OF_PARTS], "; thefts", "")[0]],
            "29,391",
            "49,391",
        ),
        "cannot all hold",
        "does_not_add",
    ),
    (
        "[the whole's change outside its parts']",
        changed([WHOLE, *PARTS, OF_PARTS], "-17.3%", "-37.3%"),
        "cannot all hold",
        "implied_share_conflict",
    ),
    ("[no whole]", [*PARTS, OF_PARTS.rpartition(" | ")[0]], "cannot be checked", ""),
    ("quarters add to the year", [*QUARTERS, YEAR, OF_QUARTERS], "reproduces", ""),
    (
        "[a quarter's digits swapped]",
        changed([*QUARTERS, YEAR, OF_QUARTERS], "7,502", "5,702"),
        "cannot all hold",
        "does_not_add",
    ),
    (
        "[a quarter rounded]",
        changed([*QUARTERS, YEAR, OF_QUARTERS], "7,502", "7.5 thousand"),
        "cannot be checked",
        "",
    ),
    (
        "months to date",
        [*QUARTERS[:2], HALF, OF_HALF],
        "reproduces",
        "",
    ),
    (
        "three quarters of a year: no fault that they do not make it up",
        [*QUARTERS[:3], YEAR, changed([OF_QUARTERS], "; q4", "")[0]],
        "reproduces",
        "",
    ),
    (
        "[three quarters that are more than the year]",
        changed(
            [*QUARTERS[:3], YEAR, changed([OF_QUARTERS], "; q4", "")[0]],
            "7,502",
            "27,502",
        ),
        "cannot all hold",
        "does_not_add",
    ),
    (
        "[a quarter of another year: nothing is said]",
        changed([*QUARTERS, YEAR, OF_QUARTERS], "2024/25 Q3", "2023/24 Q3"),
        "cannot be checked",
        "",
    ),
    (
        "[one quarter twice: nothing is said]",
        changed([*QUARTERS, YEAR, OF_QUARTERS], "2024/25 Q3", "2024/25 Q2"),
        "cannot be checked",
        "",
    ),
    (
        "[months to date off]",
        changed([*QUARTERS[:2], HALF, OF_HALF], "15,403", "14,503"),
        "cannot all hold",
        "does_not_add",
    ),
    ("a subset", [HOMICIDES, DOMESTIC, OF_SUBSETS], "reproduces", ""),
    (
        "[a subset larger than all]",
        changed([HOMICIDES, DOMESTIC, OF_SUBSETS], "level 9", "level 39"),
        "cannot all hold",
        "ratio_over_100",
    ),
    (
        "[a subset of what is not printed]",
        changed([HOMICIDES, DOMESTIC, OF_SUBSETS], "level 31", "absolute 14 fewer"),
        "cannot be checked",
        "",
    ),
    (
        "[a subset without its number]",
        changed([HOMICIDES, DOMESTIC, OF_SUBSETS], "level 9", "absolute unchanged"),
        "cannot be checked",
        "",
    ),
    (
        "[a subset of another period: nothing is said]",
        changed(
            [HOMICIDES, DOMESTIC, OF_SUBSETS], "level 9", "level 39 | period 2023/24"
        ),
        "cannot be checked",
        "",
    ),
    (
        "[a share of another total: nothing is said]",
        changed(
            changed([*SHARES, OF_SHARES], "17.0%", "27.0%"),
            "cyber-reports | share",
            "cyber-reports | period 2023/24 | share",
        ),
        "cannot be checked",
        "",
    ),
    (
        "[two documents, of two periods: nothing is said]",
        [HERE, f"{THERE} | period 2023/24 | level 59,258", OF_DOCUMENTS],
        "cannot be checked",
        "",
    ),
    (
        "[two documents, changes on two periods: nothing is said]",
        [
            HERE,
            (
                f"{THERE} | percentage -28.7% | comparator baseline | "
                "comparator_period year ending June 2019"
            ),
            OF_DOCUMENTS,
        ],
        "cannot be checked",
        "",
    ),
    ("shares add to a hundred", [*SHARES, OF_SHARES], "reproduces", ""),
    (
        "shares add to a hundred, as they are rounded",
        changed([*SHARES, OF_SHARES], "17.0%", "17.1%"),
        "reproduces",
        "",
    ),
    (
        "[a share off]",
        changed([*SHARES, OF_SHARES], "17.0%", "27.0%"),
        "cannot all hold",
        "share_total",
    ),
    (
        "[a share hedged]",
        changed([*SHARES, OF_SHARES], "17.0%", "about 17%"),
        "cannot be checked",
        "",
    ),
    ("changes of parts and whole", [*RIGHT_DRUGS, OF_DRUGS], "reproduces", ""),
    (
        "[their years reversed: the shares are the later year's]",
        [*DRUGS, OF_DRUGS],
        "does not reproduce",
        "implied_share_conflict",
    ),
    (
        "changes of parts and whole, whose base was revised as usual",
        changed([*RIGHT_DRUGS, OF_DRUGS], "+10.2%", "+10.5%"),
        "reproduces",
        "",
    ),
    (
        "[changes of parts and whole, farther off]",
        changed([*RIGHT_DRUGS, OF_DRUGS], "+10.2%", "+12.2%"),
        "does not reproduce",
        "implied_share_conflict",
    ),
    (
        "[a part of another period: nothing is said of its share]",
        changed([*DRUGS, OF_DRUGS], "+14.7%", "+14.7% | period 2023/24"),
        "cannot be checked",
        "",
    ),
    (
        "[a part of a scope of its own: nothing is said of its share]",
        changed([*DRUGS, OF_DRUGS], "+14.7%", "+14.7% | scope in towns"),
        "reproduces",
        "",
    ),
    (
        "[parts that are not all there are in the table]",
        [
            "id drugs | indicator homicide | percentage -9.5%",
            *DRUGS[1:],
            OF_DRUGS,
        ],
        "reproduces",
        "",
    ),
    (
        "[no shares give it]",
        changed([*DRUGS, OF_DRUGS], "-9.5%", "-19.5%"),
        "cannot all hold",
        "implied_share_conflict",
    ),
    (
        "[shares far from the table's]",
        changed([*DRUGS, OF_DRUGS], "-9.5%", "-0.5%"),
        "does not reproduce",
        "implied_share_conflict",
    ),
    (
        "[a change's direction not told]",
        changed([*DRUGS, OF_DRUGS], "+14.7%", "14.7%"),
        "cannot be checked",
        "",
    ),
    (
        "one figure, alike",
        [HERE, f"{THERE} | level 49,027", OF_DOCUMENTS],
        "reproduces",
        "",
    ),
    (
        "one figure, coarser",
        [HERE, f"{THERE} | level 49 thousand | percentage -17%", OF_DOCUMENTS],
        "reproduces",
        "",
    ),
    (
        "one figure, rounded at once from what prints otherwise",
        [
            changed([HERE], "-17.3%", "-17.5%")[0],
            f"{THERE} | percentage -17%",
            OF_DOCUMENTS,
        ],
        "reproduces",
        "",
    ),
    (
        "one figure, of neighbouring counts",
        [HERE, f"{THERE} | level 49,028", OF_DOCUMENTS],
        "within usual revision",
        "documents_conflict",
    ),
    (
        "one figure, of two extracts",
        [HERE, f"{THERE} | level 48,938", OF_DOCUMENTS],
        "within usual revision",
        "documents_conflict",
    ),
    (
        "[two figures]",
        [HERE, f"{THERE} | level 94,027", OF_DOCUMENTS],
        "cannot all hold",
        "documents_conflict",
    ),
    (
        "one change, of two extracts",
        [HERE, f"{THERE} | percentage -17.0%", OF_DOCUMENTS],
        "within usual revision",
        "documents_conflict",
    ),
    (
        "[two differences]",
        [
            f"{HERE} | absolute 10,231 fewer",
            f"{THERE} | absolute 231 fewer",
            OF_DOCUMENTS,
        ],
        "cannot all hold",
        "documents_conflict",
    ),
    (
        "[two ranks]",
        [f"{HERE} | rank second", f"{THERE} | rank third", OF_DOCUMENTS],
        "cannot all hold",
        "documents_conflict",
    ),
    (
        "[one hedged]",
        [HERE, f"{THERE} | level about 50,000", OF_DOCUMENTS],
        "reproduces",
        "",
    ),
    (
        "[nothing alike]",
        [HERE, f"{THERE} | rank second", OF_DOCUMENTS],
        "cannot be checked",
        "",
    ),
    (
        "[a count and a rate of two periods]",
        [*KNIVES, SIDE_BY_SIDE],
        "presentation point",
        "unlike_periods",
    ),
    (
        "a count and a rate of one period",
        changed([*KNIVES, SIDE_BY_SIDE], "year ending September 2024", "2024"),
        "reproduces",
        "",
    ),
]
"""What it is, the rows, and the verdict and the codes of their group."""


@pytest.mark.parametrize(
    ("rows", "verdict", "codes"),
    [pytest.param(*case, id=what) for what, *case in CASES],
)
def test_a_group_is_adjudicated_as_a_careful_reader_would(
    audited: Audited, rows: list[str], verdict: str, codes: str
) -> None:
    [found] = audited(*rows).groups
    assert found.verdict.value == verdict
    assert [each.code.value for each in found.findings] == codes.split()


def test_the_claims_that_cannot_all_hold_are_named_and_no_others(
    audited: Audited,
) -> None:
    rows = changed([WHOLE, *PARTS, OF_PARTS], "5,803", "8,503")
    [finding] = audited(*rows).of_group("together").findings
    assert finding.others == ("homes", "robbery", "vehicles", "whole")
    assert finding.expected == 51_727


def test_a_fault_within_one_claim_is_its_own_and_not_its_group_s(
    audited: Audited,
) -> None:
    rows = changed(
        [WHOLE, *PARTS, OF_PARTS], "level 5,803", "level 5,803 | previous_level 9,426"
    )
    found = audited(*rows)
    assert [each.code.value for each in found.of("robbery").findings] == [
        "percent_mismatch",
        "not_reproduced",
    ]
    assert found.of_group("together").findings == ()


def test_the_change_of_the_part_that_is_not_printed_follows(audited: Audited) -> None:
    group = changed([OF_PARTS], "; thefts", "")[0]
    implied = audited(WHOLE, *PARTS[:3], group).of_group("together").implied
    assert implied is not None
    assert implied.indicator == "theft-from-the-person"
    assert implied.expected in implied.change


def test_nothing_follows_where_two_parts_or_a_base_are_lacking(
    audited: Audited,
) -> None:
    two_left = changed([OF_PARTS], "; vehicles; thefts", "")[0]
    found = audited(WHOLE, *PARTS[:2], two_left)
    assert found.of_group("together").implied is None
    one_left = changed([OF_PARTS], "; thefts", "")[0]
    found = audited(WHOLE, *PARTS[:3], one_left, held=())
    assert found.of_group("together").implied is None


def test_nothing_follows_where_no_counts_fit(audited: Audited) -> None:
    one_left = changed([OF_PARTS], "; thefts", "")[0]
    rows = changed([WHOLE, *PARTS[:3], one_left], "-17.3%", "-97.3%")
    assert audited(*rows).of_group("together").implied is None


def test_the_shares_that_two_changes_imply_stand_beside_the_table_s(
    audited: Audited,
) -> None:
    possession, _ = audited(*DRUGS, OF_DRUGS).of_group("together").shares
    assert (
        round(float(possession.lowest), 1),
        round(float(possession.highest), 1),
    ) == (
        79.0,
        79.7,
    )
    assert not possession.fits(possession.earlier)
    assert possession.fits(possession.later)


@pytest.mark.parametrize("old", ["-9.5%", "-15.8%"])
def test_no_shares_are_implied_where_a_change_is_hedged(
    audited: Audited, old: str
) -> None:
    rows = changed([*DRUGS, OF_DRUGS], old, f"about {old}")
    assert audited(*rows).of_group("together").shares == ()


def test_no_shares_stand_beside_those_of_a_table_that_is_not_at_hand(
    audited: Audited,
) -> None:
    found = audited(*DRUGS, OF_DRUGS, held=())
    assert found.of_group("together").shares == ()


def test_with_one_release_shares_are_held_to_the_table_s(audited: Audited) -> None:
    found = audited(*DRUGS, OF_DRUGS, tolerance=Tolerance(is_zero=True))
    [finding] = found.of_group("together").findings
    assert finding.verdict.value == "does not reproduce"


def test_a_count_and_a_rate_of_two_periods_imply_a_population(
    audited: Audited,
) -> None:
    [finding] = audited(*KNIVES, SIDE_BY_SIDE).of_group("together").findings
    assert str(finding.feasible) == "2,765,559 to 2,782,370"
