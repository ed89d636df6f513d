"""Publications that hypothesis makes up, odd ones among them."""

from datetime import date
from itertools import chain

from attrs import evolve
from hypothesis import strategies as st

from policing_indicators import strategies
from policing_indicators.assessment.fitting import misfits
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.calculation.small_base import SmallBase, SmallBaseRule
from policing_indicators.publication.chapter import Chapter
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.publication import PriorityEntry, Publication
from policing_indicators.publication.statement import Statement
from policing_indicators.registry.populations import populations
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.area_group import AreaGroup
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import Indicator, Unit
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.priority import Priority
from policing_indicators.vocabulary.spelling import Spelling, month_after
from policing_indicators.vocabulary.target import Quantity, Target
from policing_indicators.wording.house_style import house_style

KENT = Area("kent", "Kent", AreaKind.POLICE_FORCE_AREA)
PERIODS = tuple(map(Period.parse, ("2024/25", "2024", "2023/24 Q2", "June 2024")))
VINTAGE = date(2026, 4, 1)
GROUP = AreaGroup(id="neighbours", name="neighbours", areas=["sussex"], source="a plan")
QUANTITIES = {
    Unit.COUNT: (Quantity.COUNT, Quantity.RATE),
    Unit.RATE: (Quantity.RATE,),
    Unit.PROPORTION: (Quantity.PROPORTION, Quantity.PERCENTAGE),
    Unit.PERCENTAGE: (Quantity.PROPORTION, Quantity.PERCENTAGE),
    Unit.YES_NO: (),
}
NARRATIVES = (
    "",
    "# What <b>was</b> done\n\n* one & two\n* [three](https://example.org)",
    "A very" + "long" * 60 + "word.\n\n### First\n\n# Second\n\n> ## Third",
    '![picture](https://example.org/x.png) "quoted" <script>alert(1)</script>',
)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Give drafts of every kind of indicator, with what they are compared with."""
    period = draw(st.sampled_from(PERIODS))
    own = draw(strategies.frameworks().filter(lambda each: each.indicators != ()))
    framework = evolve(own, indicators=[_comparable(each) for each in own.indicators])
    rows = [draw(_rows(each, period)) for each in framework.indicators]
    return Draft(
        publication=draw(_publications(period, _targets(framework, period))),
        area=KENT,
        framework=framework,
        periods={},
        chapters=(
            *(draw(_chapters(each, framework.indicators)) for each in own.priorities),
            Chapter(
                entry=PriorityEntry(id="every"),
                priority=Priority(id="every", name="Every one & <all>", indicators=[]),
                indicators=framework.indicators,
            ),
        ),
        observations=tuple(chain.from_iterable(rows)),
        files=(),
        inputs=(),
        previous=None,
        style=house_style(),
    )


def statements() -> st.SearchStrategy[Statement]:
    """Give finished statements."""
    return drafts().map(lambda draft: Statement.of(draft, populations()))


def _comparable(indicator: Indicator) -> Indicator:
    """Let an indicator be defined for every period."""
    return evolve(indicator, valid_from=None, valid_to=None)


@st.composite
def _rows(draw: st.DrawFn, indicator: Indicator, period: Period) -> list[Observation]:
    """Give the figures of an indicator: all, or some, of those it is compared with."""
    periods = [period, period.year_before]
    if indicator.baseline is not None and indicator.baseline not in periods:
        periods.append(indicator.baseline)
    return [
        draw(
            strategies.observations(
                indicator=st.just(indicator.id),
                area=st.just(KENT.id),
                period=st.just(each),
                as_at=st.just(VINTAGE),
            )
        )
        for each in draw(st.lists(st.sampled_from(periods), unique=True))
    ]


@st.composite
def _chapters(
    draw: st.DrawFn, priority: Priority, indicators: tuple[Indicator, ...]
) -> Chapter:
    entry = PriorityEntry(
        id=priority.id,
        title=draw(st.none() | strategies.lines()),
        applies=draw(st.booleans()),
        reason=draw(st.sampled_from(["Because *we* say so.", "It is <not> ours."])),
        narrative=draw(st.sampled_from(NARRATIVES)),
    )
    named = tuple(each for each in indicators if each.id in priority.indicators)
    return Chapter(entry=entry, priority=priority, indicators=named)


@st.composite
def _targets(draw: st.DrawFn, framework: Framework, period: Period) -> list[Target]:
    """Give targets that fit, some of them due and some not yet."""
    held = [each for each in framework.indicators if QUANTITIES[each.unit]]
    if not held:
        return []
    year_after = evolve(
        period, start=month_after(period.start, 12), spelling=Spelling.SPAN
    )
    grounds = Grounds(
        framework=framework,
        area=KENT,
        observations=[],
        populations=populations(),
        groups=[GROUP],
    )
    made = st.sampled_from(held).flatmap(
        lambda each: strategies.targets(
            indicator=st.just(each.id),
            quantity=st.sampled_from(QUANTITIES[each.unit]),
            due=st.sampled_from([period, year_after]),
            area=st.just(KENT.id),
            group=st.just(GROUP.id),
        )
    )
    return [
        each
        for each in draw(st.lists(made, unique_by=lambda target: target.id, max_size=3))
        if not any(misfits(each, framework.indicator(each.indicator), grounds))
    ]


def _publications(
    period: Period, targets: st.SearchStrategy[list[Target]]
) -> st.SearchStrategy[Publication]:
    return st.builds(
        Publication,
        title=strategies.lines(),
        edition=strategies.lines(),
        publisher=strategies.lines(),
        published=st.none() | strategies.days(),
        area=st.just(KENT.id),
        period=st.just(period),
        framework=st.just("plan.toml"),
        data=st.just(["figures.csv"]),
        small_base=st.builds(
            SmallBaseRule,
            st.sampled_from([0, 50]),
            decided_by=st.sampled_from(SmallBase),
        ),
        about=st.sampled_from(NARRATIVES),
        targets=targets,
        groups=st.just([GROUP]),
    )
