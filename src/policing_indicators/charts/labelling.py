"""What a picture calls things, and what its figures alone do not say."""

import math
from datetime import date

from attrs import field, frozen

from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.registry.areas import areas
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.period import Period
from policing_indicators.wording import dates
from policing_indicators.wording.house_style import HouseStyle, house_style

BELOW_NOUGHT = (
    "A number below nought means that more earlier records were transferred or "
    "cancelled than new ones made."
)
"""What a reader must know of a negative number, wherever one is drawn."""


@frozen(kw_only=True)
class Labelling:
    """What a picture calls things, and what its figures alone do not say.

    Attributes:
        indicator: What the figures are of. Its name, its breaks and its baseline are
            taken from it; without it, the id that the figures carry is put in words.
        period: The period of the figures, where they do not say it themselves, as those
            of a funnel or a ranking do not.
        as_at: The vintage of the figures, likewise.
        source: Where the figures come from, as it is to be cited.
        areas: What areas are called; the areas that ship where none are given.
        small_base: The rule that withholds percentages on small counts.
        style: The house style, for names, numbers and days.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> Labelling().area("west-midlands"), Labelling().area("north-ward")
    ('West Midlands', 'North ward')
    """

    indicator: Indicator | None = field(
        default=None, validator=requirement.optional(requirement.kind(Indicator))
    )
    period: Period | None = field(
        default=None, validator=requirement.optional(requirement.kind(Period))
    )
    as_at: date | None = field(
        default=None, validator=requirement.optional(requirement.day)
    )
    source: str = field(default="", validator=requirement.text)
    areas: Areas = field(factory=areas, validator=requirement.kind(Areas))
    small_base: SmallBaseRule = field(
        factory=SmallBaseRule, validator=requirement.kind(SmallBaseRule)
    )
    style: HouseStyle = field(
        factory=house_style, validator=requirement.kind(HouseStyle)
    )

    def area(self, name: str) -> str:
        """Give an area's name, by its id."""
        known = (each.name for each in self.areas if each.id == name)
        return next(known, in_words(name))

    def measure(self, name: str = "") -> str:
        """Give the indicator's name, or its id in words."""
        if self.indicator is not None:
            return self.style.name_of(self.indicator)
        return in_words(name) if name else "The rate"

    def number(self, figure: float) -> str:
        """Print a figure as it is written, or to three digits where that is long."""
        return self.style.number(figure, decimals_for(figure))

    def footer(self, as_at: date | None, *, source: str = "") -> str:
        """Say where figures come from, and of which day they are.

        Args:
            as_at: The vintage that the figures carry.
            source: The source that the figures carry.
        """
        cited = self.source or source
        day = as_at or self.as_at
        said = [f"Source: {cited}" if cited else "No source was named"]
        if day is not None:
            said.append(f"as at {dates.day(self.style, day)}")
        return f"{', '.join(said)}."


def given(labelling: Labelling | None) -> Labelling:
    """Give the labelling that was given, or one that knows nothing more.

    Raises:
        InvalidValueError: What was given is no labelling.
    """
    if labelling is None:
        return Labelling()
    requirement.all_of_kind("the labelling", (labelling,), Labelling)
    return labelling


def in_words(name: str) -> str:
    """Write an id as words: ``knife-crime`` as ``Knife crime``."""
    words = name.rpartition("/")[2].replace("-", " ")
    return f"{words[:1].upper()}{words[1:]}"


def ordinal(number: int) -> str:
    """Write a number as a place in a row: ``1st``, ``12th``."""
    tens, ones = divmod(number % 100, 10)
    ending = "th" if tens == 1 else {1: "st", 2: "nd", 3: "rd"}.get(ones, "th")
    return f"{number:,}{ending}"


def decimals_for(figure: float) -> int:
    """Give how many decimals show a figure: those it is written with, if few."""
    for decimals in range(_MOST_WRITTEN + 1):
        if round(figure, decimals) == figure:
            return decimals
    return decimals_to_tell(abs(figure))


def decimals_to_tell(spread: float) -> int:
    """Give how many decimals show figures that lie so far apart to three digits.

    >>> decimals_to_tell(1_000), decimals_to_tell(25.4), decimals_to_tell(0)
    (0, 1, 0)
    """
    if spread <= 0:
        return 0
    return min(max(_DIGITS - 1 - math.floor(math.log10(spread)), 0), _MOST_DECIMALS)


_MOST_WRITTEN = 4
_DIGITS = 3
_MOST_DECIMALS = 6
