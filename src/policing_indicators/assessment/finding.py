"""What came of holding a figure against a target: a verdict, and all it rests on."""

from fractions import Fraction

from attrs import field, frozen

from policing_indicators.assessment.evidence import Evidence
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.interval import Interval
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.vocabulary.closed_set import ClosedSet
from policing_indicators.vocabulary.definition import Break
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import Population
from policing_indicators.vocabulary.target import Target


class Verdict(ClosedSet):
    """What a figure says of a target."""

    MET = "met"
    NOT_MET = "not met"
    ON_COURSE = "on course"
    OFF_COURSE = "off course"
    CANNOT_SAY = "cannot say"


class WhyCannotSay(ClosedSet):
    """Why nothing can be said of a target, the first that applies."""

    NOT_YET_DUE = "not yet due"
    MISSING = "figure missing"
    FORECAST = "figure a forecast"
    NO_FIGURE = "no such figure of it"
    DIFFERENT_DEFINITION = "different definition"
    BASELINE_MISSING = "baseline missing"
    VINTAGES_DIFFER = "vintages differ"
    BREAK_IN_SERIES = "break in series"
    BASE_ZERO = "baseline zero or below"
    COMPARATOR_MISSING = "comparator missing"
    NO_EVIDENCE = "no calibrated method"
    NEVER_UNUSUAL = "no fall could be unusual"
    WITHHELD = "withheld to protect people"

    @classmethod
    def of_missing(cls, row: Observation, otherwise: "WhyCannotSay") -> "WhyCannotSay":
        """Say why nothing can be said where a figure is missing, or none of the unit.

        Args:
            row: The observation.
            otherwise: The reason, unless the figure is confidential.
        """
        withheld = row.missing is MissingReason.CONFIDENTIAL
        return cls.WITHHELD if withheld else otherwise


@frozen(kw_only=True)
class Finding:
    """A target, a verdict, and the facts that it rests on. It holds no prose.

    The verdict and the evidence about chance are two axes: a target can be met by a
    change that is not unusual.

    Attributes:
        target: The target.
        indicator: The indicator that it is about.
        verdict: What the figure says of it.
        why: Why nothing can be said, where that is the verdict.
        period: The period whose figure was looked at: the due period once it is
            reached, else the period of the assessment.
        observation: That figure, or why there is none.
        figure: It in the target's unit, without any rounding.
        limits: Its limits, where it is a rate or is out of a number.
        population: What the rate is over, unless the source of the count states that.
        baseline: The observation that change is measured from, where it is one.
        base: The baseline in the target's unit, without any rounding.
        change: The change on the baseline, or on the year before where the target has
            none.
        chance: What can be said about chance in that change.
        breaks: The breaks in the series between the two.
        lower: The lowest figure that meets the goal, or its milestone of the period.
        upper: The highest.
        margin: By how much the figure is on the good side of that, in the target's
            unit; negative where it is on the other.
        lacking: What it would be held against, and why that is not there.
        parts: The findings of the goals that a goal combines.

    >>> from policing_indicators.assessment.grounds import Grounds
    >>> from policing_indicators.assessment.rules import check
    >>> from policing_indicators.registry.areas import areas
    >>> from policing_indicators.registry.frameworks import framework
    >>> from policing_indicators.registry.populations import populations
    >>> from policing_indicators.vocabulary.bound import AtMost
    >>> year = Period.financial_year(2024)
    >>> grounds = Grounds(
    ...     framework=framework("national-priorities-2021"),
    ...     area=areas().find("Kent"),
    ...     observations=[Observation("gun-crime", "kent", year, count=90)],
    ...     populations=populations(),
    ... )
    >>> target = Target(
    ...     id="gun-crime-at-most-100",
    ...     indicator="gun-crime",
    ...     due=year,
    ...     goal=AtMost(100),
    ...     promised_by="the commissioner",
    ...     source="an invented plan",
    ... )
    >>> finding = check(target, grounds, at=year)
    >>> print(finding.verdict.value, "by", finding.margin)
    met by 10
    """

    target: Target
    indicator: Indicator
    verdict: Verdict
    why: WhyCannotSay | None = None
    period: Period
    observation: Observation
    figure: Fraction | None = None
    limits: Interval | None = None
    population: Population | None = None
    baseline: Observation | None = None
    base: Fraction | None = None
    change: Change | PointChange | None = None
    chance: Evidence = field(factory=Evidence)
    breaks: tuple[Break, ...] = ()
    lower: Fraction | None = None
    upper: Fraction | None = None
    margin: Fraction | None = None
    lacking: tuple[Observation, ...] = ()
    parts: tuple["Finding", ...] = ()

    @property
    def is_due(self) -> bool:
        """Whether the figure that decides was looked at."""
        return self.period == self.target.due

    @property
    def observations(self) -> tuple[Observation, ...]:
        """The figure that was looked at, and those that change is measured from."""
        own = [self.observation]
        if self.baseline is not None:
            own.append(self.baseline)
        of_parts = (row for part in self.parts for row in part.observations)
        return tuple(dict.fromkeys((*own, *of_parts)))
