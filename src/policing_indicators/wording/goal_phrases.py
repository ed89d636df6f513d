"""What a target asks, in words: its goal, its figures, what they are held to."""

from collections.abc import Iterable
from fractions import Fraction

from attrs import field, frozen

from policing_indicators.calculation.rounding import as_written, round_half_away
from policing_indicators.registry.areas import areas
from policing_indicators.vocabulary.area_group import AreaGroup, GroupAverage
from policing_indicators.vocabulary.bound import AtLeast, AtMost, Between
from policing_indicators.vocabulary.goal import AllOf, AnyOf, Goal, SimpleGoal
from policing_indicators.vocabulary.indicator import ImprovementDirection, Indicator
from policing_indicators.vocabulary.no_worse_than import Comparator, NoWorseThan
from policing_indicators.vocabulary.percent_change import PercentChange
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.target import Quantity, StatedBaseline, Target
from policing_indicators.vocabulary.trajectory import Trajectory
from policing_indicators.vocabulary.unusual_reduction import UnusualReduction
from policing_indicators.wording import dates, printed
from policing_indicators.wording.house_style import HouseStyle

_MOST_DECIMALS = 6
"""More decimals than any plan writes; a third stays a third, rounded."""

_PROPORTION_DECIMALS = 2
"""How many decimals more than a percentage a proportion needs to say the same."""


@frozen(kw_only=True)
class GoalPhrases:
    """How a target is said.

    Attributes:
        style: The house style.
        target: The target.
        indicator: Its indicator.
        groups: The groups of areas that the publication names.
    """

    style: HouseStyle
    target: Target
    indicator: Indicator
    groups: tuple[AreaGroup, ...] = field(factory=tuple)

    def goal(self, goal: Goal) -> str:
        """Say what is asked: ``a fall of at least 10% from 2023/24``."""
        match goal:
            case AllOf():
                return self.style.say(
                    "goal.all_of", goals=self.listed(map(self.goal, goal.goals))
                )
            case AnyOf():
                return self.style.say(
                    "goal.any_of", goals=self.listed(map(self.goal, goal.goals))
                )
            case _:
                return self._simple(goal)

    def _simple(self, goal: SimpleGoal) -> str:
        say = self.style.say
        match goal:
            case AtMost():
                return say("goal.at_most", value=self.value(as_written(goal.value)))
            case AtLeast():
                return say("goal.at_least", value=self.value(as_written(goal.value)))
            case Between():
                lower = self.number(as_written(goal.lower))
                upper = self.value(as_written(goal.upper))
                return say("goal.between", lower=lower, upper=upper)
            case PercentChange():
                return self._percent_change(goal)
            case NoWorseThan():
                return self._no_worse_than(goal)
            case UnusualReduction():
                method = self.style.word("evidence", goal.method)
                confidence = printed.of_confidence(self.style, goal.confidence)
                return say(
                    "goal.unusual_reduction", method=method, confidence=confidence
                )
            case Trajectory():
                return self._trajectory(goal)

    def value(self, value: Fraction) -> str:
        """Write a figure in the target's unit: ``40 homicides``, ``75%``."""
        number = self.number(value)
        match self.target.quantity:
            case Quantity.COUNT:
                return self._cases(number, value)
            case Quantity.RATE | Quantity.PROPORTION | Quantity.PERCENTAGE:
                return self.over(number)

    def listed(self, phrases: Iterable[str]) -> str:
        """Say phrases in a row that may hold commas: ``a; b``."""
        first, *others = phrases
        for other in others:
            first = self.style.say("goal.further", goals=first, goal=other)
        return first

    def over(self, number: str) -> str:
        """Say what a number is over, where it is a rate: ``15 per 100,000 people``."""
        kind = self.indicator.denominator
        if self.target.quantity is not Quantity.RATE or kind is None:
            return number
        return self.style.say(
            "goal.rate",
            number=number,
            per=self.style.number(self.target.per or self.indicator.per),
            kind=self.style.word("denominator", kind),
        )

    def number(self, value: Fraction, decimals: int | None = None) -> str:
        """Write a figure's number alone.

        Args:
            value: The figure.
            decimals: How many decimals; as many as it needs where none are given.
        """
        places = _needed(value) if decimals is None else decimals
        if self.target.quantity is Quantity.PERCENTAGE:
            return self.style.percent(value, places)
        return self.style.number(value, places)

    @property
    def decimals(self) -> int:
        """How many decimals a figure in the target's unit is printed with."""
        match self.target.quantity:
            case Quantity.COUNT:
                return 0
            case Quantity.RATE | Quantity.PERCENTAGE:
                return self.indicator.decimals
            case Quantity.PROPORTION:
                return self.indicator.decimals + _PROPORTION_DECIMALS

    def baseline(self) -> str:
        """Name what change is measured from."""
        baseline = self.target.baseline
        if isinstance(baseline, Period):
            return dates.the(self.style, baseline)
        if isinstance(baseline, StatedBaseline):
            number = self.number(as_written(baseline.value))
            source = baseline.source
            return self.style.say("goal.baseline", number=number, source=source)
        return self.style.say("goal.year_before")

    def _cases(self, number: str, value: Fraction) -> str:
        noun = self.style.noun_of(self.indicator)
        cases = self.style.cases_of(self.indicator)
        if noun is not None and value == 1:
            cases = noun.one
        return self.style.say("goal.count", number=number, cases=cases)

    def _percent_change(self, goal: PercentChange) -> str:
        phrase = "goal.increase" if goal.reduction is None else "goal.reduction"
        size = as_written(goal.reduction or goal.increase or 0)
        percent = self.style.percent(size, _needed(size))
        return self.style.say(phrase, percent=percent, baseline=self.baseline())

    def _no_worse_than(self, goal: NoWorseThan) -> str:
        wanted = self.indicator.direction is ImprovementDirection.INCREASE
        side = "goal_no_lower" if wanted else "goal_no_higher"
        match goal.than:
            case Comparator.YEAR_BEFORE | Comparator.AREA:
                area = areas().find(goal.of).name if goal.of else ""
                return self.style.word(side, goal.than, area=area)
            case Comparator.GROUP:
                names = {group.id: group.name for group in self.groups}
                group = names.get(goal.of or "", goal.of or "")
                average = goal.average or GroupAverage.POOLED
                return self.style.word(side, average, group=group)

    def _trajectory(self, goal: Trajectory) -> str:
        end = self.goal(goal.to)
        if isinstance(goal.to, PercentChange):
            return self.style.word("goal_trajectory", goal.shape, goal=end)
        return self.style.word(
            "goal_trajectory_from", goal.shape, goal=end, baseline=self.baseline()
        )


def _needed(value: Fraction) -> int:
    """Give how many decimals a number needs, at most a few."""
    for decimals in range(_MOST_DECIMALS):
        if Fraction(round_half_away(value, decimals)) == value:
            return decimals
    return _MOST_DECIMALS
