"""A figure that cannot be given, and why: facts, which the words are made from."""

from attrs import frozen

from policing_indicators.vocabulary.closed_set import ClosedSet
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period


class GapFigure(ClosedSet):
    """Which figure cannot be given."""

    FIGURE = "figure"
    PERCENTAGE = "percentage"
    RATE = "rate"
    CHANGE_ON_YEAR_BEFORE = "change on the year before"
    CHANGE_ON_BASELINE = "change on the baseline"
    CHANGE_ON_THREE_YEARS_BEFORE = "change on three years before"
    SHARES = "share of each part"
    CONTRIBUTIONS = "contribution of the parts"


class GapReason(ClosedSet):
    """Why a figure cannot be given."""

    NOT_DEFINED = "not defined for the period"
    WITHOUT_COUNT = "published without its count"
    WITHOUT_DENOMINATOR = "out of no known number"
    OUTSIDE_DENOMINATOR = "not within what it is out of"
    NO_PROPORTION = "not made from a count and what it is out of"
    NO_PERCENTAGE = "no percentage"
    NO_VALUE = "a count in the place of a value"
    NO_ANSWER = "neither yes nor no"
    NO_RATE = "no rate"
    NOT_WORKED_OUT = "not worked out for such a figure"
    NOT_HELD = "not held by the release"
    OTHER_RELEASE = "held by another release alone"
    EARLIER_MISSING = "earlier figure missing"
    DIFFERENT_LENGTHS = "different lengths"
    NOT_EARLIER = "not earlier"
    OVERLAPPING = "overlapping"
    DIFFERENT_START_MONTHS = "different start months"
    FEW_RESIDENTS = "few residents"
    NO_RESIDENTS = "no residents"
    NO_POPULATION = "no population held"
    NEGATIVE_COUNT = "negative count"
    SMALL_POPULATION = "population zero or below the count"
    PARTS_DO_NOT_ADD = "parts that do not add up"
    PARTS_NOT_KNOWN = "parts that are not known"


@frozen
class Gap:
    """A figure that cannot be given, and why.

    Attributes:
        what: Which figure.
        reason: Why.
        period: The earlier period, where the figure is a change on it.
        missing: Why the figure that it needs is missing, where that is the reason.
        observation: What stands where the figure should be, where that is the reason.
        parts: The ids of the parts of which no change is known, where that is it.

    >>> Gap(GapFigure.RATE, GapReason.NO_POPULATION).reason.value
    'no population held'
    """

    what: GapFigure
    reason: GapReason
    period: Period | None = None
    missing: MissingReason | None = None
    observation: Observation | None = None
    parts: tuple[str, ...] = ()
