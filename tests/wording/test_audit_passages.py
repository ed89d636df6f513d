"""Every sentence of an audit: plain, fair, and the facts that it must hold."""

import re
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from policing_indicators.audit.audit import Audit
from policing_indicators.audit.auditing import audit_claims
from policing_indicators.audit.finding_code import FindingCode
from policing_indicators.audit.tolerance import Tolerance
from policing_indicators.registry.areas import areas
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.populations import populations
from policing_indicators.tables import claims, tidy
from policing_indicators.tables.claim_rows import COLUMNS
from policing_indicators.vocabulary.area import AreaKind
from policing_indicators.vocabulary.claims import ClaimDocument
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.settlement import (
    PublisherResponse,
    Settlement,
    Waiver,
)
from policing_indicators.wording.audit_figures import how_often, in_brief, told
from policing_indicators.wording.audit_names import the
from policing_indicators.wording.audit_notes import notes, summary, unused
from policing_indicators.wording.audit_passages import AuditSentences

EXAMPLE = Path(__file__).parents[2] / "examples" / "west-midlands-2024-25-q4"
NATIONAL = framework("national-priorities-2021")
FIGURES = tidy.read(EXAMPLE / "figures.csv", framework=NATIONAL)
FORCE = "west-midlands"
UNFAIR = re.compile(
    r"\b(errors?|wrong|incorrect|mistakes?|false|mislead\w*|lie[ds]?|hid\w*)\b"
)
NEW = date(2026, 4, 1)


def made(indicator: str, period: str, count: int, **facts: object) -> Observation:
    given = {"as_at": NEW, "source": "A table", **facts}
    return Observation(indicator, FORCE, Period.parse(period), count=count, **given)  # type: ignore[arg-type]


MADE_UP = [
    *FIGURES,
    made("personal-robbery", "2024/25", 5_700, as_at=date(2025, 7, 1)),
    made("fraud-reports", "2023/24", 900),
    made("fraud-reports", "2024/25", 900),
    made("cyber-reports", "2023/24", 900),
    made("cyber-reports", "2024/25", 990),
    made("fraud-and-cyber-reports", "2023/24", 1_800),
    made("fraud-and-cyber-reports", "2024/25", 1_800),
    *(
        made("firearm-discharges", f"{year}/{year - 1999}", count)
        for year, count in zip(
            range(2018, 2025), (210, 320, 190, 180, 170, 160, 150), strict=True
        )
    ),
    made("drug-treatment-referrals", "2023/24", 0, as_at=None, source=""),
    made("drug-treatment-referrals", "2024/25", 80, as_at=None, source=""),
    made("victim-satisfaction", "2023/24", 60, denominator=100),
    made("victim-satisfaction", "2024/25", 65, denominator=100),
]


def line(**cells: str) -> str:
    assert cells.keys() <= set(COLUMNS)
    return ",".join(f'"{cells.get(column, "")}"' for column in COLUMNS)


DOCUMENT = line(
    row="document",
    title="A report",
    published="2026-05-01",
    area="West Midlands",
    period="2024/25",
    comparator="year before",
)


def audited(
    *lines: str, settlement: Settlement | None = None, strict: bool = False
) -> Audit:
    text = "\n".join((",".join(COLUMNS), DOCUMENT, *lines))
    return audit_claims(
        claims.parse(text + "\n", framework=NATIONAL),
        MADE_UP,
        framework=NATIONAL,
        populations=populations(),
        settlement=settlement,
        tolerance=Tolerance(is_zero=strict),
    )


def said(found: Audit) -> str:
    """Give every sentence of an audit."""
    sentences = AuditSentences(found, areas())
    return "\n".join(
        (
            *(text for each in found.claims for text in sentences.about(each)),
            *map(sentences.about_group, found.groups),
        )
    )


SENTENCES: list[tuple[str, list[str], str]] = [
    (
        "percent_mismatch",
        [line(indicator="homicide", level="60", previous_level="90", percentage="-3%")],
        (
            "is printed as “-3%”, and the two printed counts give a fall of 33%: they "
            "cannot all hold, given whole counts, rounding to the nearest and one "
            "extract"
        ),
    ),
    (
        "absolute_mismatch",
        [
            line(
                indicator="homicide",
                level="60",
                previous_level="90",
                absolute="9 fewer",
            )
        ],
        "and the two printed figures differ by 30",
    ),
    (
        "rate_mismatch",
        [line(indicator="homicide", level="32", rate="9.9", per="100000")],
        (
            "would be the rate of 321,609 to 324,873 people, which no population at "
            "hand comes near. Over the latest at hand it would be 1.1"
        ),
    ),
    (
        "infeasible_percent",
        [line(indicator="gun-crime", level="6", percentage="-72%", period="2025/26")],
        (
            "no whole number gives that percentage with the printed one: they cannot "
            "both "
            "hold, given whole counts, rounding to the nearest and one extract of the "
            "data. If decimals were left off, 22 would."
        ),
    ),
    (
        "infeasible_percent",
        [line(indicator="gun-crime", level="1", percentage="-72%", period="2025/26")],
        "one extract of the data.",
    ),
    (
        "not_reproduced",
        [line(indicator="personal robbery", percentage="-61.9%")],
        (
            "gives a fall of 21.9%, farther off than other figures are usually "
            "revised. How far such figures are was not measured.\nThe publisher may "
            "hold other figures, or count something else."
        ),
    ),
    (
        "not_reproduced",
        [line(indicator="homicide", level="62")],
        "gives 32, farther off than such figures are usually revised.\nThe publisher",
    ),
    (
        "wrong_direction",
        [line(indicator="personal robbery", percentage="+61.9%")],
        "gives a fall of 21.9%, the other way.",
    ),
    (
        "ratio_over_100",
        [line(indicator="victim satisfaction", level="165%")],
        "more than all there can be.",
    ),
    (
        "unlike_periods",
        [
            line(
                indicator="vehicle offences",
                percentage="+9%",
                comparator="baseline",
                comparator_period="2023/24 Q1",
            )
        ],
        "compares 2023/24 Q1 and 2024/25, which are not alike.",
    ),
    (
        "impossible_period",
        [line(indicator="homicide", level="9", period="2028/29")],
        "2028/29 ends after the day on which the document was published.",
    ),
    (
        "stale_period",
        [line(indicator="homicide", level="44", period="2023/24")],
        "The figures are of 2023/24; table 1 had 2024/25 before the document was",
    ),
    (
        "comparator_unclear",
        [line(indicator="homicide", absolute="12 fewer", comparator="none")],
        "It is not said what the change in number, “12 fewer”, is a change on.",
    ),
    (
        "comparator_is_peak",
        [
            line(
                indicator="firearm discharges",
                percentage="-53.1%",
                comparator="peak",
                comparator_period="2019/20",
            )
        ],
        "is told on the highest of a series, 2019/20, after which a lower figure",
    ),
    (
        "comparator_is_peak",
        [line(indicator="firearm discharges", percentage="-9%", comparator="peak")],
        "is told on the highest of a series, after which",
    ),
    (
        "baseline_conflict",
        [
            line(id="a", indicator="homicide", level="32", previous_level="44"),
            line(id="b", indicator="homicide", level="55", period="2023/24"),
        ],
        "For 2023/24 the document prints “44” here and 55 elsewhere.",
    ),
    (
        "baseline_conflict",
        [
            line(
                id=name,
                indicator="homicide",
                absolute="20 fewer",
                comparator="baseline",
                comparator_period=period,
            )
            for name, period in (("a", "2018/19"), ("b", "year ending June 2019"))
        ],
        "measures homicide from 2018/19 and the year ending June 2019.",
    ),
    (
        "series_break",
        [
            line(
                indicator="residential burglary",
                percentage="-47.8%",
                comparator="baseline",
                comparator_period="year ending June 2019",
            )
        ],
        "crosses a break in the series that is not mentioned: in April 2023",
    ),
    (
        "small_base",
        [line(indicator="homicide", level="32", percentage="-27.3%")],
        "is of numbers under 50, on which official tables give none.",
    ),
    ("incomplete", [line(indicator="homicide")], "too little to check it by"),
    (
        "points_vs_percent",
        [
            line(
                indicator="victim satisfaction",
                level="65%",
                previous_level="60%",
                percentage="up 5%",
            )
        ],
        "is the difference of two percentages, 5 percentage points, and not a change",
    ),
    (
        "points_vs_percent",
        [line(indicator="homicide", level="32", points="up 5")],
        "is in percentage points, and the figure is a number, which changes in per",
    ),
    (
        "mixed_sign",
        [line(indicator="personal robbery", percentage="fell by -21.9%")],
        "tells the direction twice, by a sign and by a word.",
    ),
    (
        "contribution_unsupported",
        [
            line(
                indicator="personal robbery",
                percentage="-21.9%",
                drives="neighbourhood-crime",
            )
        ],
        "the sentence says that this made most of the change; in table 1 it made 16%",
    ),
    (
        "contribution_unsupported",
        [
            line(
                indicator="cyber-reports",
                percentage="+10%",
                drives="fraud-and-cyber-reports",
            )
        ],
        "the whole did not change.",
    ),
    (
        "significance_unsupported",
        [
            line(
                indicator="personal robbery", percentage="-21.9%", remarks="significant"
            )
        ],
        "no method is named by which it was tested. In its everyday sense the word may",
    ),
    (
        "definition_unstated",
        [line(indicator="serious youth violence", level="9")],
        "what exactly is counted is not printed, and publishers define it each anew.",
    ),
    (
        "definition_unstated",
        [line(indicator="violence with injury", level="11,241", percentage="-10.3%")],
        "and it may not be what table 1 counts.",
    ),
    (
        "policing_driven_reading",
        [line(indicator="drug trafficking", percentage="-14.2%", remarks="good")],
        "the number goes with police activity or with the readiness to report.",
    ),
    (
        "does_not_add",
        [
            line(id="a", indicator="fraud-reports", level="900"),
            line(id="b", indicator="cyber-reports", level="999"),
            line(id="c", indicator="fraud-and-cyber-reports", level="1,803"),
            line(
                row="group", id="g", kind="parts of a whole", members="a; b", whole="c"
            ),
        ],
        "the parts add to 1,899, and the whole is printed as “1,803”",
    ),
    (
        "share_total",
        [
            line(
                id="a",
                indicator="fraud-reports",
                share="70%",
                share_of="fraud-and-cyber-reports",
            ),
            line(
                id="b",
                indicator="cyber-reports",
                share="20%",
                share_of="fraud-and-cyber-reports",
            ),
            line(row="group", id="g", kind="shares of one total", members="a; b"),
        ],
        "the shares add to 90% and would add to 100%, given their rounding: 70% + 20%.",
    ),
    (
        "implied_share_conflict",
        [
            line(id="a", indicator="drug-possession", percentage="-15.8%"),
            line(id="b", indicator="drug-trafficking", percentage="+14.7%"),
            line(id="c", indicator="drug-offences", percentage="-19.5%"),
            line(
                row="group", id="g", kind="parts of a whole", members="a; b", whole="c"
            ),
        ],
        "no counts give all the printed figures of",
    ),
    (
        "implied_share_conflict",
        [
            line(id="a", indicator="drug-possession", percentage="-15.8%"),
            line(id="b", indicator="drug-trafficking", percentage="+14.7%"),
            line(id="c", indicator="drug-offences", percentage="-0.5%"),
            line(
                row="group", id="g", kind="parts of a whole", members="a; b", whole="c"
            ),
        ],
        (
            "imply other shares of the whole than table 1 gives, farther off than such "
            "shares are usually revised, given their rounding and one extract of the "
            "data. The printed changes imply that drug possession was 49.5% to 50.2% "
            "of the earlier whole"
        ),
    ),
    (
        "ratio_over_100",
        [
            line(id="a", indicator="domestic-homicide", level="39"),
            line(id="b", indicator="homicide", level="32"),
            line(
                row="group", id="g", kind="subsets of a whole", members="a", whole="b"
            ),
        ],
        (
            "a part is printed as “39” and its whole as 32: domestic-related homicide "
            "and homicide cannot both hold."
        ),
    ),
    (
        "unlike_periods",
        [
            line(id="a", indicator="homicide", level="32"),
            line(id="b", indicator="homicide", level="30", period="2024"),
            line(row="group", id="g", kind="side by side", members="a; b"),
        ],
        "figures of 2024/25 and the calendar year 2024 are printed side by side.",
    ),
    (
        "documents_conflict",
        [
            line(id="a", indicator="homicide", level="32"),
            line(id="b", indicator="homicide", level="99", document="Another"),
            line(
                row="group", id="g", kind="one figure in two documents", members="a; b"
            ),
        ],
        "two documents print 32 and 99 for the number, farther apart than such figures",
    ),
    (
        "documents_conflict",
        [
            line(id="a", indicator="homicide", level="32"),
            line(id="b", indicator="homicide", level="31", document="Another"),
            line(
                row="group", id="g", kind="one figure in two documents", members="a; b"
            ),
        ],
        "two documents print 32 and 31, within usual revision.",
    ),
]


@pytest.mark.parametrize(("code", "lines", "words"), SENTENCES)
def test_a_finding_is_said_with_its_facts_and_fairly(
    code: str, lines: Sequence[str], words: str
) -> None:
    found = audited(*lines)
    assert code in {each.code.value for each in found.findings}
    text = said(found)
    assert words.casefold() in text.casefold()
    assert not UNFAIR.search(text.casefold())


def test_every_code_but_that_of_ranks_is_said_here() -> None:
    told_here = {code for code, *_ in SENTENCES}
    assert told_here == {each.value for each in FindingCode} - {"rank_unsupported"}


FIGURE_SENTENCES = [
    (
        line(indicator="personal robbery", level="5,803", percentage="-21.9%"),
        "The number and the change in per cent are those of table 1.",
    ),
    (
        line(indicator="personal robbery", level="5,700"),
        "Table 2, the newest at hand, gives 5,803 in the place of “5,700”.",
    ),
    (line(indicator="homicide", level="31"), "is within usual revision, up to "),
    (line(indicator="homicide", absolute="14 fewer"), "gives 12 fewer."),
    (
        line(indicator="homicide", level="32", absolute="12 fewer"),
        "No percentage is printed, as is right on numbers under 50.",
    ),
    (
        line(indicator="homicide", level="32", absolute="12 fewer"),
        (
            "a difference as large as the printed one would arise about one time in 5 "
            "(p = 0.21)."
        ),
    ),
    (
        line(indicator="homicide", rate="1.0", per="100000"),
        "gives 1.1. That is within usual revision",
    ),
    (
        line(
            indicator="residential burglary",
            share="22.6%",
            share_of="neighbourhood-crime",
        ),
        "percentage points either way.",
    ),
    (
        line(indicator="drug-treatment-referrals", percentage="+10%"),
        "cannot be checked: a percentage of zero, or of less, is not defined.",
    ),
    (
        line(indicator="serious-youth-violence", percentage="-12.6%"),
        "cannot be checked: the table at hand gives no figure. The tables used here do",
    ),
    (
        line(indicator="personal robbery", level="7,426", percentage="up 28.0%"),
        (
            "Consistent with the years being reversed: that gives +28.0% and 7,426, "
            "where "
            "“up 28.0%” and “7,426” are printed. The publisher may hold other figures. "
            "Chance alone"
        ),
    ),
    (
        line(indicator="personal robbery", percentage="+21.9%"),
        (
            "Consistent with the direction being reversed: that gives +21.9%, where "
            "“+21.9%” is printed."
        ),
    ),
    (
        line(
            indicator="personal robbery",
            level="5,803",
            previous_level="7,426",
            percentage="-21.8%",
        ),
        (
            "Decimals may have been left off instead of rounded: a fall of 21.86% "
            "would then be printed so."
        ),
    ),
    (
        line(indicator="gun-crime", level="6", percentage="-72%", period="2025/26"),
        "Decimals may have been left off instead of rounded.",
    ),
    (
        line(indicator="firearm discharges", level="320", percentage="up 52.4%"),
        "The same in 2019/20 is near it: 320, +52.4%.",
    ),
    (
        line(
            indicator="gun-crime",
            period="2025",
            level="5",
            absolute="9 fewer",
            rate="1",
            per="1000",
        ),
        (
            "The number “5”, the change in number “9 fewer” and the rate “1” cannot be "
            "checked: no table at hand holds that."
        ),
    ),
    (
        line(indicator="home-office/other-things", level="5"),
        "cannot be checked: no table at hand holds that.",
    ),
]


@pytest.mark.parametrize(("claim", "words"), FIGURE_SENTENCES)
def test_a_figure_is_said_beside_the_table_s(claim: str, words: str) -> None:
    text = said(audited(claim))
    assert words in text
    assert not UNFAIR.search(text.casefold())


def test_a_table_without_a_source_is_said_to_have_none() -> None:
    found = audited(line(indicator="drug-treatment-referrals", level="80"))
    [table] = AuditSentences(found, areas()).tables.lines
    assert table == "Table 1: a table whose source is not named."


def test_what_chance_was_not_measured_for_is_said_so() -> None:
    text = said(
        audited(line(indicator="victim-satisfaction", level="35%", points="up 5"))
    )
    assert "another definition. How often chance alone would offer one as" in text


def test_what_is_compared_with_is_of_a_change_alone() -> None:
    words = "taken from the document: the area, the period"
    of_level = said(audited(line(indicator="homicide", level="32")))
    assert f"{words}." in of_level.replace(" and the period", ", the period")
    assert "what is compared with" in said(
        audited(line(indicator="homicide", absolute="12 fewer"))
    )
    everything = {"area": "West Midlands", "period": "2024/25"}
    assert "taken from" not in said(
        audited(line(indicator="homicide", level="32", **everything))
    )


def test_what_is_proposed_of_several_claims_is_said_once() -> None:
    text = said(
        audited(
            line(id="a", indicator="drug-offences", percentage="-9.5%"),
            line(id="b", indicator="drug-possession", percentage="-15.8%"),
            line(id="c", indicator="drug-trafficking", percentage="+14.7%"),
            line(
                row="group",
                id="g",
                kind="parts of a whole",
                members="b; c",
                whole="a",
            ),
        )
    )
    assert text.count("Consistent with the years being reversed") == 1
    proposed = "What is proposed under “Drug offences, 2024/25” fits this too."
    assert text.count(proposed) == 3
    assert "was 79.0% to 79.7% of the earlier whole; in the table it was 73.7%" in text


def test_a_group_that_holds_and_one_that_cannot_be_checked_are_told_apart() -> None:
    group = line(
        row="group", id="g", kind="parts of a whole", members="b; c", whole="a"
    )
    rows = [
        line(id="a", indicator="drug-offences", level="8,266"),
        line(id="b", indicator="drug-possession", level="6,576"),
        line(id="c", indicator="drug-trafficking", level="1,690"),
        group,
    ]
    assert "the printed parts and their whole agree" in said(audited(*rows))
    rows[2] = line(id="c", indicator="drug-trafficking", level="about 1,690")
    assert "what is printed does not say whether they fit together" in said(
        audited(*rows)
    )


def test_a_response_and_a_waiver_are_said_beside_the_claim() -> None:
    settlement = Settlement(
        waivers=[
            Waiver(
                claim="personal-robbery",
                code="wrong_direction",
                reason="It was mended.",
                office="The office",
            ),
            Waiver(
                claim="homicide", code="small_base", reason="None.", office="The office"
            ),
        ],
        responses=[
            PublisherResponse(
                claim="personal-robbery", text="Thank you.", publisher="The force"
            )
        ],
    )
    found = audited(
        line(indicator="personal robbery", percentage="+61.9%"), settlement=settlement
    )
    text = said(found)
    assert "Settled by The office: It was mended." in text
    assert "The force answered: “Thank you.”" in text
    assert "1 of the findings is settled." in summary(found)
    [left] = unused(found)
    assert "small_base for homicide by The office settles no finding" in left


def test_a_claim_is_named_by_indicator_area_period_and_document() -> None:
    found = audited(
        line(id="a", indicator="home-office/bicycle-theft", area="Kent", level="9"),
        line(id="b", indicator="homicide", level="9", document="A plan"),
    )
    names = AuditSentences(found, areas()).names
    assert [names.claim(each.claim) for each in found.claims] == [
        "bicycle theft, Kent, 2024/25",
        "Homicide, 2024/25 (A plan)",
    ]
    assert names.area("nowhere") == "nowhere"


def test_a_claim_without_a_period_is_named_without_one() -> None:
    text = (
        "row,title,indicator,area,level,percentage,comparator\n"
        "document,A report,,Kent,,,\n"
        ",,homicide,,60,fell by 9%,year before\n"
    )
    found = audit_claims(
        claims.parse(text, framework=NATIONAL),
        framework=NATIONAL,
        populations=populations(),
    )
    sentences = AuditSentences(found, areas())
    [homicide] = found.claims
    assert sentences.names.claim(homicide.claim) == "Homicide"
    assert "imply 66 before." in " ".join(sentences.about(homicide))


def test_an_audit_of_no_claims_says_so() -> None:
    empty = Audit(
        document=ClaimDocument(title="A report"), framework=NATIONAL, claims=()
    )
    assert summary(empty) == "There is no claim to read."
    assert len(list(notes(empty))) == 1


def test_the_summary_counts_the_claims_by_their_verdicts() -> None:
    one = audited(line(indicator="homicide", level="32"))
    assert summary(one) == "Of the 1 claim, 1 reproduces."
    two = audited(
        line(id="a", indicator="homicide", level="32"),
        line(id="b", indicator="personal robbery", level="5,803"),
    )
    assert summary(two) == "Of 2 claims, 2 reproduce."


@pytest.mark.parametrize(
    ("figure", "value", "brief", "in_full"),
    [
        ("percentage", 0, "0.0%", "a change of 0.0%"),
        ("percentage", -5, "\N{MINUS SIGN}5.0%", "a fall of 5.0%"),
        ("points", 5, "+5.0", "a rise of 5.0 percentage points"),
        ("absolute", 0, "0.0", "no change"),
        ("absolute", 5, "+5.0", "5.0 more"),
        ("rank", 2, "place 2", "place 2"),
        ("share", 20, "20.0%", "20.0%"),
        ("level", 20, "20.0", "20.0"),
    ],
)
def test_a_figure_is_said_as_it_is_said_of_its_kind(
    figure: str, value: int, brief: str, in_full: str
) -> None:
    assert in_brief(figure, Fraction(value), 1) == brief
    assert told(figure, Fraction(value), 1) == in_full


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.0002, "less than one time in 1,000"),
        (0.007, "about one time in 140"),
        (0.14, "about one time in 7"),
    ],
)
def test_a_chance_is_said_as_one_time_in_so_many(chance: float, words: str) -> None:
    assert how_often(chance) == words


def test_periods_are_named_as_they_stand_in_a_sentence() -> None:
    texts = ("year ending June 2019", "2024", "2024/25")
    assert [the(Period.parse(text)) for text in texts] == [
        "the year ending June 2019",
        "the calendar year 2024",
        "2024/25",
    ]


def test_a_rank_is_said_beside_the_one_that_the_rates_give() -> None:
    forces = [
        area.id
        for area in areas()
        if area.kind is AreaKind.POLICE_FORCE_AREA and area.id != "city-of-london"
    ]
    held = [
        Observation(
            "gun-crime",
            area,
            Period.parse("2024/25"),
            count=10_000 - place,
            denominator=1_000_000,
            source="A table",
        )
        for place, area in enumerate(forces)
    ]

    def of_rank(rank: str, *, strict: bool) -> str:
        text = "\n".join(
            (
                ",".join(COLUMNS),
                DOCUMENT,
                line(indicator="gun-crime", area=forces[4], level="9,996", rank=rank),
            )
        )
        found = audit_claims(
            claims.parse(text, framework=NATIONAL),
            held,
            framework=NATIONAL,
            populations=populations(),
            tolerance=Tolerance(is_zero=strict),
        )
        return said(found)

    assert "table 1 gives place 5. That is within usual revision, which can move" in (
        of_rank("seventh", strict=False)
    )
    assert "the rates of all forces in table 1 give place 5." in (
        of_rank("seventh", strict=True)
    )
