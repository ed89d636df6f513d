"""Every word of ours that a reader sees is a phrase of the house style."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
from attrs import evolve, fields
from tests.wording.pictured import changes as changes_of_areas
from tests.wording.pictured import every_chart, group_change, rated

from policing_indicators.assessment.assessment import (
    Assessment,
    Comparison,
    IndicatorAssessment,
)
from policing_indicators.assessment.change_reading import ChangeReading
from policing_indicators.assessment.evidence import AT_HAND, Evidence
from policing_indicators.assessment.finding import Finding, Verdict, WhyCannotSay
from policing_indicators.assessment.gap import Gap, GapFigure, GapReason
from policing_indicators.assessment.picture import Pictures
from policing_indicators.assessment.restating import Restatement, RestatementReason
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.change_comparison import ChangeComparison
from policing_indicators.calculation.contribution import contributions
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rate import Rate
from policing_indicators.calculation.significance import (
    Significance,
    SignificanceMethod,
)
from policing_indicators.calculation.small_base import SmallBase, SmallBaseRule
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.example import example
from policing_indicators.publication.figure_row import by_what
from policing_indicators.publication.labels import Labels
from policing_indicators.publication.making import Making
from policing_indicators.publication.notes import notes
from policing_indicators.publication.open_data import figures
from policing_indicators.publication.restated import restated_table
from policing_indicators.publication.section import Passage
from policing_indicators.publication.sheet_labels import SheetLabels
from policing_indicators.publication.statement import Statement
from policing_indicators.publication.table import (
    Table,
    numbers,
    percentages,
    since,
)
from policing_indicators.registry.populations import populations
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.area_group import AreaGroup, GroupAverage
from policing_indicators.vocabulary.bound import AtLeast, AtMost, Between
from policing_indicators.vocabulary.case_noun import CaseNoun
from policing_indicators.vocabulary.definition import Break
from policing_indicators.vocabulary.dispersion import MeasuredDispersion
from policing_indicators.vocabulary.evidence_kind import EvidenceKind
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.goal import AllOf, AnyOf, Goal
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.missing import MissingReason, Status
from policing_indicators.vocabulary.no_worse_than import Comparator, NoWorseThan
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.percent_change import PercentChange
from policing_indicators.vocabulary.period import Comparability, Period
from policing_indicators.vocabulary.population import DenominatorKind, Population
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure
from policing_indicators.vocabulary.source import Source
from policing_indicators.vocabulary.target import Quantity, StatedBaseline, Target
from policing_indicators.vocabulary.trajectory import Trajectory, TrajectoryShape
from policing_indicators.vocabulary.unusual_reduction import UnusualReduction
from policing_indicators.wording import dates, phrase_book, target_sentences
from policing_indicators.wording.disclosure_rule import DisclosureRule
from policing_indicators.wording.house_style import HouseStyle
from policing_indicators.wording.sentences import Sentences
from policing_indicators.wording.table import row

MARK = re.compile("«([^»]*)»")
NOW = Period.financial_year(2024)
BEFORE = NOW.year_before
KENT = Area("kent", "Kent", AreaKind.POLICE_FORCE_AREA)
AREAS = [
    KENT,
    Area("rail", "Kent", AreaKind.NON_GEOGRAPHIC_FORCE),
    Area("land", "Kent", AreaKind.COUNTRY),
]
PLAIN = Indicator(
    id="cars", name="Kent", unit=Unit.COUNT, direction=ImprovementDirection.NEUTRAL
)
CARS = evolve(PLAIN, noun=CaseNoun("Kent", "Kent"), denominator=DenominatorKind.PEOPLE)
SHARE = evolve(PLAIN, id="share", unit=Unit.PERCENTAGE)
NEITHER = ChangeReading.NEITHER
FOREIGN = {"Kent", "Dorset", "cy"}


def marked(name: str, text: str) -> str:
    facts = " ".join(f"{{{each}}}" for each in phrase_book.placeholders(text) or ())
    return f"«{name}»{facts}"


MARKED = HouseStyle(
    language="cy",
    phrases={
        group: {name: marked(f"{group}.{name}", text) for name, text in phrases.items()}
        for group, phrases in phrase_book.english().phrases.items()
    },
)


def letters_left(text: str, foreign: Iterable[str]) -> str:
    """Give the letters of a text that stand in no mark and no foreign text."""
    rest = MARK.sub(" ", text)
    for each in sorted(filter(None, foreign), key=len, reverse=True):
        rest = rest.replace(each, " ")
    return re.sub(r"[\W\d_]", "", rest)


def texts_of(framework: Framework) -> Iterator[str]:
    for each in framework.indicators:
        yield from (each.name, *each.caveats, *(one.reason for one in each.breaks))
        if each.noun is not None:
            many = each.noun.many
            yield from (each.noun.one, many, many[:1].upper() + many[1:])
        if each.definition is not None:
            yield each.definition.text


def texts_of_table(table: Table) -> Iterator[str]:
    yield table.caption
    yield from (column.heading for column in table.columns)
    yield from (cell for row in table.rows for cell in row)


def labels_of(labels: Labels) -> list[str]:
    names = [each.name for each in fields(Labels) if each.name != "sheets"]
    said = [getattr(labels, name) for name in names]
    sheets = fields(SheetLabels)
    return said + [getattr(labels.sheets, each.name) for each in sheets]


def test_a_style_in_which_every_phrase_is_another_leaves_no_word_of_ours() -> None:
    draft = Draft.read(Path(str(example())))
    statement = Statement.of(draft, populations(), style=MARKED)
    foreign = {draft.area.name, *texts_of(draft.framework)}
    foreign |= {str(each.source) for each in populations()}
    foreign |= {
        each.dispersion.source for each in draft.framework.indicators if each.dispersion
    }
    foreign.add(draft.framework.name)
    for observation in draft.observations:
        foreign |= {" ".join(observation.note.split()), observation.source}
    texts = [statement.period, statement.months, *statement.notes]
    passages: list[Passage] = [*statement.definitions]
    for section in statement.sections:
        passages += [*section.passages, *section.without]
        texts += [text for table in section.tables for text in texts_of_table(table)]
    texts += [text for each in passages for text in (each.heading, *each.paragraphs)]
    texts += [each.as_at for each in statement.citations]
    texts += labels_of(statement.labels)
    texts += map(str, statement.making.settings)
    foreign |= {draft.framework.id, draft.publication.publisher, statement.language}
    shorthand = {"[u]", "[x]", "[z]", "[c]", "[p]"}
    left = {text: letters_left(text, foreign | shorthand) for text in texts}
    assert {text: letters for text, letters in left.items() if letters} == {}
    assert len(texts) > 100


def figure(number: int | None = None, **fields: object) -> Observation:
    plain: dict[str, object] = {"count": number}
    return Observation("cars", "kent", NOW, **{**plain, **fields})  # type: ignore[arg-type]


def facts(indicator: Indicator = CARS, **fields: object) -> IndicatorAssessment:
    plain: dict[str, object] = {"observation": figure(80)}
    return IndicatorAssessment(indicator=indicator, **{**plain, **fields})  # type: ignore[arg-type]


def against(
    earlier: int, later: int, indicator: Indicator = CARS, **fields: object
) -> IndicatorAssessment:
    change = Change(earlier=earlier, later=later)
    before = evolve(figure(earlier), period=BEFORE)
    comparison = Comparison(earlier=before, change=change, reading=NEITHER)
    return facts(
        indicator, observation=figure(later), on_year_before=comparison, **fields
    )


def levels() -> Iterator[IndicatorAssessment]:
    for indicator, number in product((PLAIN, CARS), (-1, 0, 1, 2)):
        yield facts(indicator, observation=figure(number))
    for status in Status:
        yield facts(observation=figure(2, status=status))
    for value, unit in product((0, 1), (Unit.YES_NO, Unit.RATE)):
        yield facts(evolve(PLAIN, unit=unit), published=value)
    note = "[b] [u1] [note 3]"
    for kind, over in product(DenominatorKind, (None, *POPULATIONS)):
        indicator = evolve(CARS, denominator=kind)
        rate = Rate(80, 1000)
        limits = rate.interval(confidence=0.95)
        for period in (NOW, Period.month(2024, 5), Period.financial_quarter(2024, 1)):
            yield facts(
                indicator,
                observation=evolve(figure(80, note=note), period=period),
                rate=rate,
                limits=limits,
                population=over and evolve(over, kind=kind),
            )


POPULATIONS = [
    Population(
        "kent", DenominatorKind.PEOPLE, day, "2024", 1000, Source("Kent", "Kent")
    )
    for day in (date(2024, 6, 30), date(2024, 1, 1))
]


def changes() -> Iterator[IndicatorAssessment]:
    for earlier, later in [(100, 80), (80, 100), (100, 100), (9, 8), (8, 9)]:
        yield against(earlier, later)
    for earlier, later in [(0, 5), (1, 0), (5, 0), (-1, 5), (5, -1)]:
        yield against(earlier, later)
    yield against(100_000, 99_999)
    exact = SignificanceMethod.EXACT_POISSON
    measured = MeasuredDispersion(
        ratio=1, areas=42, earlier=BEFORE, later=NOW, source="Kent"
    )
    for p_value in (0.0001, *(1 / times for times in range(1, 13)), 0.4, 0.6, 0.66):
        test = Significance(p_value=p_value, method=exact)
        yield against(
            100,
            80,
            evidence=Evidence(EvidenceKind.EXACT, test, measured),
        )
    for p_value in (0.75, 0.8, 0.9):
        test = Significance(p_value=p_value, method=exact)
        yield against(9, 8, evidence=Evidence(EvidenceKind.EXACT, test))
    for earlier, later in [(5, 4), (0, 4)]:
        test = Change(earlier=earlier, later=later).significance()
        yield against(earlier, later, evidence=Evidence(EvidenceKind.EXACT, test))


def baselines() -> Iterator[IndicatorAssessment]:
    earlier = evolve(figure(3, note="Kent", source="Kent"), period=BEFORE)
    for before, now in [(0, 5), (1, 5), (9, 5), (9, 9), (90, 80), (80, 90)]:
        for lie in (Comparability.SAME_MONTHS, Comparability.DIFFERENT_MONTHS):
            comparison = Comparison(
                earlier=earlier,
                change=Change(earlier=before, later=now, comparability=lie),
                reading=NEITHER,
                breaks=(Break(date(2024, 1, 1), "Kent"),),
            )
            test = Significance(p_value=1, method=SignificanceMethod.EXACT_POISSON)
            evidence = Evidence(EvidenceKind.EXACT, test)
            yield facts(on_baseline=comparison, evidence=evidence)
            yield facts(on_year_before=comparison, on_baseline=comparison)


def percentages_of_kent() -> Iterator[IndicatorAssessment]:
    limits = Proportion(48, 80).interval(confidence=0.95)
    before = evolve(figure(48, denominator=80), period=BEFORE)
    moves = [(60, 60), (60, 61), (61, 60), (60, 63), (63, 60), (60.1, 60)]
    for kind, (earlier, later) in product((None, DenominatorKind.REPORTS), moves):
        for each in (None, limits):
            comparison = Comparison(
                earlier=before,
                change=PointChange(earlier=earlier, later=later),
                reading=NEITHER,
                limits=each,
            )
            yield facts(
                evolve(SHARE, denominator=kind, decimals=0),
                proportion=Proportion(48, 80) if each else None,
                published=None if each else 60,
                limits=each,
                on_year_before=comparison,
                on_baseline=comparison,
            )


def wholes() -> Iterator[IndicatorAssessment]:
    for sides in [
        ((1000, 800), (200, 100), (300, 200)),
        ((800, 1000), (100, 200), (200, 300)),
        ((100_000, 90_000), (300, 299), (300, 300)),
        ((90, 70), (80, 90), (70, 70)),
    ]:
        parts = {
            name: Change(earlier=earlier, later=later)
            for name, (earlier, later) in zip("abc", sides, strict=True)
        }
        earlier = sum(change.earlier for change in parts.values())
        later = sum(change.later for change in parts.values())
        whole = Change(earlier=earlier, later=later)
        shares = {name: Proportion(each.later, later) for name, each in parts.items()}
        contributed = contributions(whole, parts)
        yield against(earlier, later, parts=contributed, shares=shares)


OVER = figure(3, denominator=2)
OF_VALUE = (GapReason.NO_PERCENTAGE, GapReason.NO_ANSWER, GapReason.NO_RATE)


def missing() -> Iterator[IndicatorAssessment]:
    for reason in MissingReason:
        yield facts(observation=figure(missing=reason, note="Kent"))
    undefined = Gap(GapFigure.FIGURE, GapReason.NOT_DEFINED)
    none = figure(missing=MissingReason.NOT_APPLICABLE)
    yield facts(observation=none, gaps=(undefined,))
    for unit, why, what in product(Unit, GapReason, GapFigure):
        if why is not GapReason.NOT_DEFINED:
            of_change = what.name.startswith("CHANGE")
            of_value = why in OF_VALUE
            gap = Gap(
                what,
                why,
                period=BEFORE if of_change or "LENGTHS" in why.name else None,
                missing=MissingReason.CONFIDENTIAL,
                observation=figure(value=3) if of_value else OVER,
                parts=("a", "b", "c"),
            )
            yield facts(evolve(CARS, unit=unit), observation=figure(80), gaps=(gap,))
    for word in MissingReason:
        gap = Gap(GapFigure.RATE, GapReason.EARLIER_MISSING, missing=word)
        yield facts(gaps=(gap,))


GROUP = AreaGroup(id="kent", name="Kent", areas=["kent"], source="Kent")
GOALS: list[Goal] = [
    AtMost(1),
    AtLeast(3),
    Between(3, 4),
    PercentChange(reduction=3),
    PercentChange(increase=3),
    NoWorseThan(Comparator.YEAR_BEFORE),
    *(UnusualReduction(kind) for kind in EvidenceKind if kind is not EvidenceKind.NONE),
    *(
        Trajectory(to, shape=shape)
        for shape in TrajectoryShape
        for to in (AtMost(3), PercentChange(reduction=3))
    ),
]
OF_OTHERS: list[Goal] = [
    NoWorseThan(Comparator.AREA, of="kent"),
    *(
        NoWorseThan(Comparator.GROUP, of="kent", average=average)
        for average in GroupAverage
    ),
]


RISING = ImprovementDirection.INCREASE


AMONG = changes_of_areas((1_000, 900), [(1_000, 700)] * 42)
GROUNDS = {
    2: Evidence(EvidenceKind.EXACT, Change(earlier=5, later=4).significance()),
    3: Evidence(),
    4: Evidence(
        EvidenceKind.DISPERSION_ADJUSTED,
        AMONG.significance,
        AMONG.dispersion.measured(source="Kent"),
    ),
}


def findings() -> Iterator[Finding]:
    stated = StatedBaseline(value=3, source="Kent", period=BEFORE)
    counted: list[tuple[Goal, Period | StatedBaseline | None, Quantity]] = [
        *product(GOALS, [BEFORE], [Quantity.COUNT]),
        *product(OF_OTHERS, [BEFORE], [Quantity.RATE, Quantity.PROPORTION]),
        *((goal, BEFORE, Quantity.COUNT) for goal in (AllOf(GOALS), AnyOf(GOALS))),
        (PercentChange(reduction=3), stated, Quantity.PERCENTAGE),
        (AtMost(3), None, Quantity.RATE),
    ]
    for (goal, baseline, quantity), direction in product(counted, ImprovementDirection):
        promised = Target(
            id="kept",
            indicator="cars",
            quantity=quantity,
            due=NOW,
            baseline=baseline,
            goal=goal,
            promised_by="Kent",
            source="Kent",
        )
        bare = Finding(
            target=promised,
            indicator=evolve(
                CARS, direction=direction, decimals=0 if direction is RISING else 1
            ),
            verdict=Verdict.CANNOT_SAY,
            period=NOW,
            observation=figure(3, status=Status.PROVISIONAL),
            breaks=(Break(date(2024, 1, 1), "Kent"),),
        )
        for why in WhyCannotSay:
            yield evolve(bare, why=why)
        decided = evolve(
            bare,
            figure=Fraction(3),
            limits=Rate(3, 1000).interval(),
            baseline=evolve(figure(5), period=BEFORE),
            change=Change(earlier=5, later=4),
        )
        verdicts = set(Verdict) - {Verdict.CANNOT_SAY}
        for verdict, line, is_upper in product(verdicts, (2, 3, 4), (True, False)):
            yield evolve(
                decided,
                verdict=verdict,
                chance=GROUNDS[line],
                period=BEFORE if "COURSE" in verdict.name else NOW,
                lower=None if is_upper else Fraction(line),
                upper=Fraction(line) if is_upper else None,
            )
        for status, limits in product(Status, (decided.limits, None)):
            observed = figure(3, status=status)
            yield evolve(
                decided, verdict=Verdict.MET, observation=observed, limits=limits
            )
        parts = tuple(evolve(bare, verdict=verdict) for verdict in Verdict)
        yield evolve(decided, verdict=Verdict.MET, parts=parts)


def promised() -> Iterator[IndicatorAssessment]:
    for finding in findings():
        yield facts(observation=figure(3), findings=(finding,))
    earlier = evolve(figure(3), period=BEFORE)
    change = Change(earlier=3, later=80)
    long_ago = Comparison(earlier=earlier, change=change, reading=NEITHER)
    yield facts(on_three_years_before=long_ago)


def pictured() -> Iterator[IndicatorAssessment]:
    """Give what can be said of every chart, and beside other areas."""
    for drawn in every_chart():
        yield facts(pictures=Pictures(control_chart=drawn))
    others = [(1_000, 800 + 10 * number) for number in range(42)]
    for own, number in product(((1_000, 900), (900, 1_000), (9, 9)), (42, 40)):
        found = changes_of_areas(own, others[:number])
        groups = [group_change(found)] if number == 42 else []
        yield against(*own, pictures=Pictures(changes=found, group_changes=groups))
    falling = changes_of_areas((1_000, 900), [(1_000, 700)] * 42)
    lacking = changes_of_areas((1_000, 900), [*[(1_000, 700)] * 9, (None, 7)])
    for found in (falling, lacking):
        yield against(1_000, 900, pictures=Pictures(changes=found))
    yield from of_chance_among_areas(falling)


def of_chance_among_areas(
    found: ChangeComparison,
) -> Iterator[IndicatorAssessment]:
    for ratio, p_value in product((None, 1.2), (0.3, 0.01)):
        test = evolve(found.significance, p_value=p_value, ratio=ratio)
        for source in (AT_HAND, "Kent"):
            beside = found.dispersion.measured(source=source)
            kind = EvidenceKind.DISPERSION_ADJUSTED
            yield against(1_000, 900, evidence=Evidence(kind, test, beside))
    yield against(1_000, 900, evidence=Evidence(EvidenceKind.OWN_PAST))


def rates_of_areas() -> Iterator[IndicatorAssessment]:
    """Give what can be said of a rate beside other areas'."""
    wanting = evolve(CARS, direction=ImprovementDirection.DECREASE)
    wide = [1_000 + 100 * number for number in range(42)]
    every = (wide, wide[:7], [3_000] * 42)
    for counts, own, spread in product(every, (90_000, 5_300, 3_000, 7), (0.0, 0.03)):
        pictures = rated(own, counts, spread=spread)
        yield facts(wanting, observation=figure(own), pictures=pictures)


FRAMEWORK = Framework(id="f", name="Kent", priorities=[], indicators=[])


def of_parts(each: IndicatorAssessment, area: Area) -> Assessment:
    parts = (evolve(PLAIN, id=name) for name in "abc")
    others = (
        IndicatorAssessment(indicator=part, observation=figure(1)) for part in parts
    )
    return Assessment(
        framework=FRAMEWORK,
        area=area,
        period=NOW,
        indicators=(each, *others),
    )


def said(each: IndicatorAssessment, area: Area) -> Iterator[str]:
    assessment, small_base = of_parts(each, area), SmallBaseRule()
    sentences = Sentences(
        assessment=assessment, small_base=small_base, style=MARKED, groups=(GROUP,)
    )
    yield from sentences.about(each)
    yield from sentences.of_targets(each)
    yield from (target_sentences.verdict(MARKED, each) for each in each.findings)
    cells = row(each, small_base, style=MARKED)
    if cells is not None:
        yield from (cells.period, cells.count, cells.percent, cells.rate)


RULE = DisclosureRule(smallest=5, round_to=5)


def everything() -> Iterator[str]:
    every = (
        levels,
        changes,
        baselines,
        percentages_of_kent,
        wholes,
        missing,
        promised,
        pictured,
        rates_of_areas,
    )
    for make, area in product(every, AREAS):
        for each in make():
            yield from said(each, area)
    for month in range(1, 13):
        yield dates.day(MARKED, date(2024, month, 1))
    for text in ("2024", "Sep 2024", "year ending June 2024", "2024/25 Q4", "2024/25"):
        yield dates.the(MARKED, Period.parse(text))
        yield dates.when(MARKED, Period.parse(text))
    for text in ("April to December 2024", "April 2023 to December 2024"):
        yield dates.the(MARKED, Period.parse(text))
        yield dates.when(MARKED, Period.parse(text))
    draft = Draft.read(Path(str(example()))).publication
    of_notes = [*levels(), *percentages_of_kent()]
    tested = [*of_notes, *changes()]
    compared = [*tested, *pictured(), *rates_of_areas()]
    made_of = (of_notes, tested, compared)
    for rule, threshold, made in product(SmallBase, (20, 50), made_of):
        small_base = SmallBaseRule(threshold=threshold, decided_by=rule)
        ruled = evolve(draft, small_base=small_base, disclosure=RULE)
        yield from notes(ruled, tuple(made), framework=FRAMEWORK, style=MARKED)
    yield from around()
    yield from restated()


def around() -> Iterator[str]:
    """Give what a page says around its sentences."""
    draft = Draft.read(Path(str(example())))
    draft = evolve(draft, framework=evolve(draft.framework, id="2021"))
    publication = evolve(draft.publication, publisher="Kent")
    days, periods = (None, date(2026, 5, 1)), (NOW, Period.parse("April to May 2024"))
    for day, period in product(days, periods):
        for publisher in ("", "Kent"):
            dated = evolve(
                publication, publisher=publisher, published=day, period=period
            )
            yield from labels_of(Labels.of(dated, MARKED))
    for rule, threshold in product(SmallBase, (0, 50)):
        small_base = SmallBaseRule(threshold=threshold, decided_by=rule)
        ruled = evolve(draft, publication=evolve(publication, small_base=small_base))
        yield from map(str, Making.of(ruled, style=MARKED).settings)
    hiding = evolve(publication, disclosure=DisclosureRule(smallest=5, round_to=5))
    hidden = Making.of(evolve(draft, publication=hiding), style=MARKED)
    yield from map(str, hidden.settings)
    for known in (*levels(), *changes(), *percentages_of_kent()):
        each = evolve(known, on_three_years_before=known.on_year_before)
        cells = row(each, SmallBaseRule(), style=MARKED)
        assessed = of_parts(each, KENT)
        told = by_what(figures(assessed, [each], SmallBaseRule(), MARKED))
        for table in (
            *numbers(MARKED, [cells] if cells else []),
            *percentages(MARKED, [each], told),
            *since(MARKED, [each], told),
        ):
            yield from texts_of_table(table)
    for table in Statement.of(draft, populations(), style=MARKED).targets:
        yield from (table.caption, *(column.heading for column in table.columns))
    yield from restated()


def restated() -> Iterator[str]:
    """Give every way in which a figure can be restated."""
    level = PublishedFigure(
        indicator="cars",
        name="Kent",
        area="kent",
        period=NOW,
        measure=Measure.COUNT,
        unit="cases",
        value=3,
        printed="3",
    )
    before = [level, evolve(level, measure=Measure.RATE, per=1)]
    before += [
        evolve(level, measure=each) for each in (Measure.PERCENTAGE, Measure.VALUE)
    ]
    made = [
        Restatement(before=each, observation=figure(4), now=Decimal(4), reason=reason)
        for each, reason in product(before, RestatementReason)
    ]
    for table in restated_table(MARKED, made, "Kent"):
        yield from texts_of_table(table)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return list(everything())


def test_no_sentence_that_can_be_said_has_a_word_that_no_phrase_has(
    texts: list[str],
) -> None:
    shorthand = {"[u]", "[x]", "[z]", "[c]", "[p]", "[r]", "[e]", "[f]"}
    assert {letters_left(text, FOREIGN | shorthand) for text in texts} == {""}


def test_there_is_no_phrase_that_nothing_says(texts: list[str]) -> None:
    said_in_some = {name for text in texts for name in MARK.findall(text)}
    assert set(phrase_book.flat(phrase_book.english().phrases)) - said_in_some == set()


NEVER = (
    "significance",
    "significant",
    "better",
    "worse",
    "improve",
    "deteriorat",
    "success",
    "fail",
)


def test_no_phrase_that_ships_praises_or_blames_or_speaks_of_significance() -> None:
    texts = phrase_book.flat(phrase_book.english().phrases)
    found = {
        name: text
        for name, text in texts.items()
        if any(word in text.lower() for word in NEVER)
    }
    assert found == {}
