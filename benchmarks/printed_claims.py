"""Claims as documents print them, made of figures that are known."""

from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from policing_indicators.calculation.change import Change
from policing_indicators.calculation.rounding import Rounding, round_as
from policing_indicators.vocabulary.claim import Claim, ClaimComparator
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.printed_number import PrintedNumber

Key = tuple[str, str, Period]
"""An indicator, an area and a period."""

FORMS = (
    ("level", "percentage"),
    ("level", "percentage"),
    ("percentage",),
    ("level", "absolute", "percentage"),
    ("level", "previous_level", "percentage"),
    ("level", "previous_level", "absolute"),
    ("level", "rate"),
)
"""What sentences print together; the first form, the most usual, stands twice."""

FALLS = ("fell by {}", "a {} decrease", "{} lower", "-{}", "dropped by {}")
RISES = ("rose by {}", "a {} increase", "{} higher", "+{}", "up {}")
PER = 1_000


class Figures(NamedTuple):
    """The figures behind a sentence, and how it prints them.

    Attributes:
        later: The level.
        earlier: The level that it is compared with.
        people: The population that a rate is over.
        form: Which figures are printed.
        decimals: How many decimals the percentage and the rate have.
        style: Which of the ways to say it.
        rounding: How the percentage is rounded.
    """

    later: int
    earlier: int
    people: int
    form: tuple[str, ...]
    decimals: int
    style: int
    rounding: Rounding = Rounding.HALF_AWAY


Texts = dict[str, str]
"""What is printed, by the field of the claim."""


def texts(figures: Figures, change: Change | None = None) -> Texts:
    """Print figures, or other changes beside them."""
    moved = change or Change(earlier=figures.earlier, later=figures.later)
    percent = moved.exact_percent or Fraction(0)
    rate = Fraction(PER * figures.later, figures.people)
    printed = {
        "level": f"{figures.later:,}",
        "previous_level": f"{figures.earlier:,}",
        "absolute": _moved(moved.absolute, f"{abs(moved.absolute):,}", figures.style),
        "percentage": _moved(percent, _percent(percent, figures), figures.style),
        "rate": str(round_as(rate, figures.decimals, Rounding.HALF_AWAY)),
    }
    return {name: printed[name] for name in figures.form}


def swap_digits(text: str, draw: np.random.Generator) -> str | None:
    """Swap two digits that stand side by side; none where no other number comes out.

    A nought does not come to stand first.
    """
    places = [
        place
        for place, (one, other) in enumerate(pairwise(text))
        if one.isdigit()
        and other.isdigit()
        and one != other
        and not (other == "0" and not text[:place].strip("+-, ").isdigit())
    ]
    if not places:
        return None
    place = int(draw.choice(places))
    return f"{text[:place]}{text[place + 1]}{text[place]}{text[place + 2 :]}"


def claim(number: int, key: Key, printed: Texts) -> Claim:
    """Make the claim of a document of its own that prints so."""
    indicator, area, period = key
    figures = {name: PrintedNumber.parse(text) for name, text in printed.items()}
    return Claim(
        id=f"claim-{number}",
        indicator=indicator,
        area=area,
        period=period,
        comparator=ClaimComparator.YEAR_BEFORE,
        per=PER if "rate" in printed else None,
        document=f"document {number}",
        level=figures.get("level"),
        previous_level=figures.get("previous_level"),
        absolute=figures.get("absolute"),
        percentage=figures.get("percentage"),
        rate=figures.get("rate"),
    )


def _percent(percent: Fraction, figures: Figures) -> str:
    size = round_as(abs(percent), figures.decimals, figures.rounding)
    return f"{size}%"


def _moved(change: Fraction | int, text: str, style: int) -> str:
    if change == 0:
        return "unchanged"
    ways = FALLS if change < 0 else RISES
    return ways[style % len(ways)].format(text)
