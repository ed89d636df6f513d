"""What was promised of an indicator, by when, by whom, and where that is written."""

from collections.abc import Iterator

from attrs import field, frozen

from policing_indicators.errors import IncomparableError
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.bound import AtLeast, AtMost, Between
from policing_indicators.vocabulary.closed_set import ClosedSet
from policing_indicators.vocabulary.definition import Definition
from policing_indicators.vocabulary.goal import GOALS, AllOf, AnyOf, Goal, SimpleGoal
from policing_indicators.vocabulary.no_worse_than import Comparator, NoWorseThan
from policing_indicators.vocabulary.percent_change import PercentChange
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.trajectory import Trajectory
from policing_indicators.vocabulary.unusual_reduction import UnusualReduction


class Quantity(ClosedSet):
    """Which figure of an indicator a target is about."""

    COUNT = "count"
    RATE = "rate"
    PROPORTION = "proportion"
    PERCENTAGE = "percentage"

    @property
    def highest(self) -> int | None:
        """The highest value that it can have, which is 1 or, of a percentage, 100."""
        return {Quantity.PROPORTION: 1, Quantity.PERCENTAGE: 100}.get(self)


@frozen(kw_only=True)
class StatedBaseline:
    """A baseline whose figure is written down with the target.

    Attributes:
        value: The figure, in the target's unit.
        source: Where it is written.
        period: The period it stands for, if that is written too.
        definition: What exactly it counts, where that is known to matter: a figure of
            another definition than the indicator's does not compare.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> StatedBaseline(value=120, source="Police and Crime Plan 2021, page 9").value
    120
    """

    value: float = field(converter=requirement.as_number, validator=requirement.number)
    source: str = field(validator=requirement.line)
    period: Period | None = field(
        default=None, validator=requirement.optional(requirement.kind(Period))
    )
    definition: Definition | None = field(
        default=None, validator=requirement.optional(requirement.kind(Definition))
    )


@frozen(kw_only=True)
class Target:
    """A promise about one figure of one indicator.

    Attributes:
        id: Its identifier, such as ``knife-crime-halved``.
        indicator: The indicator's id, name or an alias.
        quantity: Which figure of it: the count, the rate per so many people, the
            proportion from 0 to 1, or the percentage from 0 to 100.
        per: The base of a rate; the indicator's own where none is given.
        due: The period whose figure decides.
        baseline: What change is measured from: a period, whose figure is taken at the
            vintage of the figure that is judged, or a figure that is written down.
        goal: What is asked of the figure.
        promised_by: Whose promise it is.
        source: Where it is written.

    Raises:
        InvalidValueError: A field is not what it must be, or the goal does not go with
            the quantity, the baseline or the due period.

    >>> from policing_indicators.vocabulary.percent_change import PercentChange
    >>> target = Target(
    ...     id="robbery-down-a-tenth",
    ...     indicator="personal-robbery",
    ...     quantity=Quantity.COUNT,
    ...     due=Period.financial_year(2024),
    ...     baseline=Period.financial_year(2023),
    ...     goal=PercentChange(reduction=10),
    ...     promised_by="the commissioner",
    ...     source="Police and Crime Plan 2021, page 12",
    ... )
    >>> print(target.baseline)
    2023/24
    """

    id: str = field(validator=requirement.identifier)
    indicator: str = field(validator=requirement.line)
    quantity: Quantity = field(
        default=Quantity.COUNT, validator=requirement.kind(Quantity)
    )
    per: int | None = field(
        default=None,
        converter=requirement.as_whole_or_none,
        validator=requirement.optional(requirement.positive),
    )
    due: Period = field(validator=requirement.kind(Period))
    baseline: Period | StatedBaseline | None = field(
        default=None,
        validator=requirement.optional(requirement.kind(Period, StatedBaseline)),
    )
    goal: Goal = field(validator=requirement.kind(*GOALS))
    promised_by: str = field(validator=requirement.line)
    source: str = field(validator=requirement.line)

    def __attrs_post_init__(self) -> None:
        """Hold the parts of the promise to each other."""
        if self.per is not None and self.quantity is not Quantity.RATE:
            allowed = "given only where the quantity is a rate"
            requirement.refuse(self, "per", self.per, allowed)
        self._require_comparable_baseline()
        for goal in self.goals:
            for value in values_of(goal):
                self._require_possible("goal", value)
            self._require_what_it_needs(goal)
        if isinstance(self.baseline, StatedBaseline):
            self._require_possible("baseline", self.baseline.value)

    @property
    def goals(self) -> tuple[SimpleGoal, ...]:
        """The goals that are no combination of others, in their order."""
        return tuple(_simple(self.goal))

    @property
    def baseline_period(self) -> Period | None:
        """The period of the baseline, if it has one."""
        if isinstance(self.baseline, StatedBaseline):
            return self.baseline.period
        return self.baseline

    def _require_comparable_baseline(self) -> None:
        period = self.baseline_period
        if period is None:
            return
        try:
            period.comparability(self.due, baseline=True)
        except IncomparableError as error:
            allowed = f"a period that compares with {self.due}: {error.reason}"
            requirement.refuse(self, "baseline", str(period), allowed)

    def _require_possible(self, name: str, value: float) -> None:
        highest = self.quantity.highest
        if value < 0 or (highest is not None and value > highest):
            limit = "zero or more" if highest is None else f"from 0 to {highest}"
            allowed = f"values {limit}, since the quantity is a {self.quantity.value}"
            requirement.refuse(self, name, value, allowed)

    def _require_what_it_needs(self, goal: SimpleGoal) -> None:
        fitting: dict[str, tuple[bool, str]] = {}
        is_count = self.quantity is Quantity.COUNT
        match goal:
            case PercentChange():
                given = self.baseline is not None
                fitting["baseline"] = given, "a baseline, which the goal is a change of"
            case Trajectory():
                dated = self.baseline_period is not None
                fitting["baseline"] = dated, "a baseline with its period, to start from"
            case UnusualReduction():
                stated = isinstance(self.baseline, StatedBaseline)
                fitting["baseline"] = (
                    not stated,
                    "a period or none: a test needs counts",
                )
                fitting["quantity"] = is_count, "count, since the test is of two counts"
            case NoWorseThan():
                same_area = goal.than is Comparator.YEAR_BEFORE
                allowed = (
                    "a rate, proportion or percentage, which other areas compare in"
                )
                fitting["quantity"] = same_area or not is_count, allowed
            case AtMost() | AtLeast() | Between():
                pass
        for name, (fits, allowed) in fitting.items():
            if not fits:
                requirement.refuse(self, name, getattr(self, name), allowed)


def values_of(goal: SimpleGoal) -> tuple[float, ...]:
    """Give the values that a goal names, in the target's unit."""
    match goal:
        case AtMost() | AtLeast():
            return (goal.value,)
        case Between():
            return goal.lower, goal.upper
        case Trajectory():
            return values_of(goal.to)
        case PercentChange() | NoWorseThan() | UnusualReduction():
            return ()


def _simple(goal: Goal) -> Iterator[SimpleGoal]:
    match goal:
        case AllOf() | AnyOf():
            for each in goal.goals:
                yield from _simple(each)
        case _:
            yield goal
