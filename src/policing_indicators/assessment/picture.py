"""What can be drawn of an indicator's figure, finished, or why it cannot."""

from collections.abc import Iterable
from fractions import Fraction

from attrs import field, frozen

from policing_indicators.calculation.benchmark_comparison import BenchmarkComparison
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.change_comparison import ChangeComparison
from policing_indicators.calculation.control_chart import ControlChart
from policing_indicators.calculation.funnel import Funnel
from policing_indicators.calculation.funnel_point import FunnelLimits
from policing_indicators.calculation.ranking import Ranking
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.area_group import AreaGroup
from policing_indicators.vocabulary.closed_set import ClosedSet


class PictureKind(ClosedSet):
    """What can be drawn of a figure."""

    CONTROL_CHART = "control chart"
    """Of the area's own months or quarters."""

    CHANGES = "changes of areas"
    """The area's change among the changes of all areas."""

    RATES = "rates of areas"
    """The area's rate beside averages, in a funnel, and in the order of rates."""

    GROUP_CHANGE = "change of a group"
    """The change of a named group of areas."""

    GROUP_RATE = "rate of a group"
    """Both averages of the rates of a named group of areas."""


class WhyNoPicture(ClosedSet):
    """Why something is not drawn, and so nothing is said of it."""

    ROUNDED = "figures rounded"
    """The figures are rounded to protect people, and lines made of them could give
    away more than each by itself."""

    NOT_OF_UNIT = "not of such a figure"
    """None is made of a figure of this unit."""

    NO_SERIES = "no months or quarters held"
    ROLLING = "rolling totals alone"
    """Each shares most of its months with the next, so that they move together."""

    NOT_TO_END = "no month or quarter with which the period ends"
    TOO_SHORT = "too few months or quarters"
    """Fewer than three years of them, so that no season can be told from news."""

    GAP = "months or quarters missing"
    FORECAST = "a figure is a forecast"
    NO_COUNTS = "published without counts"
    NOT_FORCE_AREA = "not a police force area"
    TOO_FEW_AREAS = "figures of too few areas"
    OTHER_RELEASE = "figures of other areas of another release"
    NO_CHANGE = "no change to compare"
    NO_RATE = "no rate to compare"
    UNLIKE_DENOMINATORS = "denominators from different sources"
    """Some are those that the source of the count states, and some are not."""

    NOT_WORKED_OUT = "cannot be worked out"
    """The arithmetic refuses, and its words are kept."""


@frozen(kw_only=True)
class NoPicture:
    """What is not drawn of a figure, and why.

    Attributes:
        what: What is not drawn.
        why: Why not.
        detail: What the arithmetic said, or the periods or the group that lack.

    >>> NoPicture(what=PictureKind.RATES, why=WhyNoPicture.NO_RATE).why.value
    'no rate to compare'
    """

    what: PictureKind = field(validator=requirement.kind(PictureKind))
    why: WhyNoPicture = field(validator=requirement.kind(WhyNoPicture))
    detail: str = field(default="", validator=requirement.text)


@frozen(kw_only=True)
class GroupChange:
    """The change of a named group of areas, the area that is judged among them.

    Attributes:
        group: The group.
        areas: The ids of the areas that it is over.
        together: The change of their counts added up.
        mean_percent: The mean of their changes in per cent, each counting the same.

    >>> neighbours = AreaGroup(
    ...     id="neighbours", name="two counties", areas=["essex"], source="a plan"
    ... )
    >>> GroupChange(
    ...     group=neighbours,
    ...     areas=["essex", "kent"],
    ...     together=Change(earlier=200, later=190),
    ...     mean_percent=Fraction(-6),
    ... ).together.percent
    -5.0
    """

    group: AreaGroup = field(validator=requirement.kind(AreaGroup))
    areas: tuple[str, ...] = field(
        converter=requirement.texts, validator=requirement.each(requirement.identifier)
    )
    together: Change = field(validator=requirement.kind(Change))
    mean_percent: Fraction = field(validator=requirement.kind(Fraction))


def _group_changes(each: Iterable[GroupChange]) -> tuple[GroupChange, ...]:
    return requirement.items(each)


def _group_rates(
    each: Iterable[BenchmarkComparison],
) -> tuple[BenchmarkComparison, ...]:
    return requirement.items(each)


def _curve(each: Iterable[FunnelLimits]) -> tuple[FunnelLimits, ...]:
    return requirement.items(each)


def _not_drawn(each: Iterable[NoPicture]) -> tuple[NoPicture, ...]:
    return requirement.items(each)


@frozen(kw_only=True)
class Pictures:
    """What can be drawn of an indicator's figure: finished, so that a chart draws it.

    Attributes:
        control_chart: The chart of the area's months or quarters, the last of which is
            the end of the period.
        changes: The area's change among those of all areas.
        group_changes: The change of each group of areas.
        rate: The area's rate beside that of all areas together.
        group_rates: The area's rate beside each group, by the mean of rates and pooled.
        funnel: The rates of all areas around that of all together.
        curve: The limits of the funnel, from the smallest denominator to the largest.
        ranking: All areas in the order of their rates.
        sources: Where the figures came from that all this is made of.
        not_drawn: What is not there, and why.

    >>> bool(Pictures())
    False
    """

    control_chart: ControlChart | None = field(
        default=None, validator=requirement.optional(requirement.kind(ControlChart))
    )
    changes: ChangeComparison | None = field(
        default=None,
        validator=requirement.optional(requirement.kind(ChangeComparison)),
    )
    group_changes: tuple[GroupChange, ...] = field(
        default=(),
        converter=_group_changes,
        validator=requirement.each(requirement.kind(GroupChange)),
    )
    rate: BenchmarkComparison | None = field(
        default=None,
        validator=requirement.optional(requirement.kind(BenchmarkComparison)),
    )
    group_rates: tuple[BenchmarkComparison, ...] = field(
        default=(),
        converter=_group_rates,
        validator=requirement.each(requirement.kind(BenchmarkComparison)),
    )
    funnel: Funnel | None = field(
        default=None, validator=requirement.optional(requirement.kind(Funnel))
    )
    curve: tuple[FunnelLimits, ...] = field(
        default=(),
        converter=_curve,
        validator=requirement.each(requirement.kind(FunnelLimits)),
    )
    ranking: Ranking | None = field(
        default=None, validator=requirement.optional(requirement.kind(Ranking))
    )
    sources: tuple[str, ...] = field(
        default=(),
        converter=requirement.texts,
        validator=requirement.each(requirement.text),
    )
    not_drawn: tuple[NoPicture, ...] = field(
        default=(),
        converter=_not_drawn,
        validator=requirement.each(requirement.kind(NoPicture)),
    )

    def __bool__(self) -> bool:
        """Say whether there is anything to draw."""
        return any((self.control_chart, self.changes, self.rate, self.ranking))
