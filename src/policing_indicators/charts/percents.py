"""Changes in per cent and in number, as pictures say them."""

from fractions import Fraction

from policing_indicators.calculation.change import Change
from policing_indicators.charts.labelling import Labelling
from policing_indicators.wording.disclosure import permitted_percent


def signed(labelling: Labelling, percent: Fraction | float) -> str:
    """Print a change in per cent with its sign, as in ``+4.0%``."""
    number = labelling.style.signed(percent, 1)
    return labelling.style.say("number.percent", number=number)


def moved(labelling: Labelling, change: Change) -> str:
    """Say how a count moved: ``fell by 17.3%``; in numbers where one is small."""
    if change.absolute == 0:
        return "did not change"
    way = "fell" if change.absolute < 0 else "rose"
    percent = permitted_percent(change, labelling.small_base)
    number = labelling.style.number
    if percent is None:
        return f"{way} from {number(change.earlier)} to {number(change.later)}"
    return f"{way} by {labelling.style.percent(abs(percent), 1)}"


def cell(labelling: Labelling, change: Change) -> str:
    """Print a change in per cent for a table; ``[u]`` where a count is small."""
    percent = permitted_percent(change, labelling.small_base)
    return "[u]" if percent is None else signed(labelling, percent)


def is_small(labelling: Labelling, change: Change) -> bool:
    """Say whether no percentage is printed, since a count is small."""
    return permitted_percent(change, labelling.small_base) is None


def compared(labelling: Labelling, change: Change) -> str:
    """Say how a count compares: ``17.3% fewer than in``, ``12 fewer than in``."""
    if change.absolute == 0:
        return "as many as in"
    way = "fewer" if change.absolute < 0 else "more"
    percent = permitted_percent(change, labelling.small_base)
    if percent is None:
        return f"{labelling.style.number(abs(change.absolute))} {way} than in"
    return f"{labelling.style.percent(abs(percent), 1)} {way} than in"
