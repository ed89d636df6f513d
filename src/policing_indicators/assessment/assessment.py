"""What the figures of one area and period come to, indicator by indicator."""

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from policing_indicators.assessment.change_reading import ChangeReading
from policing_indicators.assessment.evidence import Evidence
from policing_indicators.assessment.finding import Finding
from policing_indicators.assessment.gap import Gap
from policing_indicators.assessment.picture import Pictures
from policing_indicators.assessment.restating import Restatement
from policing_indicators.assessment.shown_facts import (
    shown_chance,
    shown_change,
    shown_facts,
    shown_figure,
    shown_rate,
    shown_verdicts,
)
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.contribution import Contribution
from policing_indicators.calculation.interval import Interval
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rate import Rate
from policing_indicators.showing import Shown, ShownTable
from policing_indicators.vocabulary.area import Area
from policing_indicators.vocabulary.definition import Break
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import Population


def _shares(
    parts: Mapping[str, Proportion] | Iterable[tuple[str, Proportion]],
) -> tuple[tuple[str, Proportion], ...]:
    return tuple(dict(parts).items())


def _contributions(
    parts: Mapping[str, Contribution] | Iterable[tuple[str, Contribution]],
) -> tuple[tuple[str, Contribution], ...]:
    return tuple(dict(parts).items())


@frozen(kw_only=True)
class Comparison:
    """A change, with what a reader must know of the comparison.

    Attributes:
        earlier: What is compared with.
        change: The change: of a count, or of a percentage in percentage points.
        reading: How it reads against which way is better. Of a neutral indicator no
            change is good or bad.
        limits: The limits of a change in percentage points, where counts are known.
        breaks: The breaks in the series that it crosses.

    >>> year = Period.financial_year(2023)
    >>> earlier = Observation("gun-crime", "kent", year, count=200)
    >>> comparison = Comparison(
    ...     earlier=earlier,
    ...     change=Change(earlier=200, later=230),
    ...     reading=ChangeReading.WORSE,
    ... )
    >>> comparison.change.absolute
    30
    """

    earlier: Observation
    change: Change | PointChange
    reading: ChangeReading
    limits: Interval | None = None
    breaks: tuple[Break, ...] = ()


@frozen(kw_only=True)
class IndicatorAssessment:
    """The facts of one indicator: figures, how they were made, and what is missing.

    Attributes:
        indicator: The indicator.
        observation: Its figure for the period, or why there is none.
        on_year_before: The change on the same months a year before.
        on_three_years_before: The change on the same months three years before, where
            the figures hold them.
        on_baseline: The change on the indicator's declared baseline.
        published: The figure, where it was published without its count.
        proportion: The proportion, where the figure is a count out of another.
        rate: The rate of a count over the population.
        limits: The limits of the proportion or of the rate.
        population: The population that the rate is counted over, unless the source of
            the count states its own.
        shares: The share of each part in the figure, after the part's id.
        parts: What each part contributes to the change on the year before, after its
            id. A mapping may be given for either; ``dict`` makes one of it again.
        pictures: The control chart of the area's own months or quarters, and the change
            and the rate beside those of other areas, where the figures at hand allow.
        evidence: What can be said about chance.
        findings: What the figure says of each target for it.
        gaps: What is missing, and why.

    >>> from policing_indicators.assessment.gap import GapFigure, GapReason
    >>> from policing_indicators.registry.frameworks import framework
    >>> year = Period.financial_year(2024)
    >>> facts = IndicatorAssessment(
    ...     indicator=framework("national-priorities-2021").indicator("homicide"),
    ...     observation=Observation("homicide", "kent", year, count=12),
    ...     gaps=(Gap(GapFigure.RATE, GapReason.NO_POPULATION),),
    ... )
    >>> print(facts.observation.count, facts.rate, facts.gaps[0].what.value)
    12 None rate
    """

    indicator: Indicator
    observation: Observation
    on_year_before: Comparison | None = None
    on_three_years_before: Comparison | None = None
    on_baseline: Comparison | None = None
    published: float | None = None
    proportion: Proportion | None = None
    rate: Rate | None = None
    limits: Interval | None = None
    population: Population | None = None
    shares: tuple[tuple[str, Proportion], ...] = field(default=(), converter=_shares)
    parts: tuple[tuple[str, Contribution], ...] = field(
        default=(), converter=_contributions
    )
    pictures: Pictures = field(factory=Pictures)
    evidence: Evidence = field(factory=Evidence)
    findings: tuple[Finding, ...] = ()
    gaps: tuple[Gap, ...] = ()

    @property
    def observations(self) -> tuple[Observation, ...]:
        """Every observation that the facts are made from.

        Each says where it was read (``origin``), its vintage (``as_at``) and its
        source.
        """
        made = (self.on_year_before, self.on_three_years_before, self.on_baseline)
        held = (self.observation, *(each.earlier for each in made if each is not None))
        promised = (row for finding in self.findings for row in finding.observations)
        return tuple(dict.fromkeys((*held, *promised)))

    @property
    def change(self) -> Change | None:
        """The change of the count on the year before, if there is one."""
        change = self.on_year_before.change if self.on_year_before else None
        return change if isinstance(change, Change) else None


@frozen(kw_only=True)
class Assessment(Shown):
    """The facts of every indicator of a framework, for one area and period.

    Attributes:
        framework: The framework.
        area: The area.
        period: The period; an indicator's own may differ, its observation says so.
        indicators: The facts of each indicator, in the framework's order.
        restatements: The figures that differ from what was published before.

    >>> from policing_indicators.assessment.assessing import assess
    >>> from policing_indicators.publication.draft import Draft
    >>> from policing_indicators.publication.example import example
    >>> from policing_indicators.registry.populations import populations
    >>> draft = Draft.read(example())
    >>> assessment = assess(
    ...     draft.framework,
    ...     draft.observations,
    ...     area=draft.area,
    ...     period=draft.publication.period,
    ...     populations=populations(),
    ... )
    >>> assessment.of("homicide").change.absolute
    -12
    """

    framework: Framework
    area: Area
    period: Period
    indicators: tuple[IndicatorAssessment, ...]
    restatements: tuple[Restatement, ...] = ()

    def _shown(self) -> tuple[ShownTable, ...]:
        caption = f"{self.framework.name}: {self.area.name}, {self.period}"
        return (shown_facts(caption, map(_row, self.indicators)),)

    def of(self, name: str) -> IndicatorAssessment:
        """Give the facts of an indicator, by its id, name or an alias.

        Raises:
            UnknownNameError: The framework has no such indicator.
        """
        found = self.framework.indicator(name)
        return next(each for each in self.indicators if each.indicator is found)


def _row(facts: IndicatorAssessment) -> tuple[str, ...]:
    before = facts.on_year_before
    return (
        facts.indicator.name,
        str(facts.observation.period),
        shown_verdicts(finding.verdict for finding in facts.findings),
        shown_figure(facts.observation, facts.published, facts.proportion),
        *shown_change(before.change if before else None),
        shown_chance(facts.evidence.exact),
        shown_rate(facts.rate),
    )
