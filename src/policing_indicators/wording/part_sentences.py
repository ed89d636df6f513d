"""Sentences about the parts of a whole: their shares, and what they contribute."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from policing_indicators.calculation.change import Change
from policing_indicators.calculation.contribution import Contribution
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.wording import printed
from policing_indicators.wording.house_style import HouseStyle
from policing_indicators.wording.phrases import joined, sentence_case

_Indicators = Mapping[str, Indicator]


def shares(
    style: HouseStyle,
    parts: Mapping[str, Proportion],
    indicators: _Indicators,
    small_base: SmallBaseRule,
    when: str,
) -> Iterator[str]:
    """Say what share of the whole each part is, unless the whole is small.

    Args:
        style: The house style.
        parts: The share of each part, by its id.
        indicators: The parts themselves, by their ids.
        small_base: The rule that withholds percentages on small counts.
        when: The period of the whole, as said in a sentence.
    """
    said = said_shares(parts, small_base)
    if not said:
        return
    told = (
        style.say(
            "parts.share",
            percent=style.percent(percent, 1),
            cases=style.cases_of(indicators[name]),
        )
        for name, percent in said.items()
    )
    yield style.say("parts.shares", when=when, shares=joined(style, told))


def said_shares(
    parts: Mapping[str, Proportion], small_base: SmallBaseRule
) -> dict[str, Fraction]:
    """Give the share of each part in per cent; of none where the whole is small."""
    whole = int(sum(share.count for share in parts.values()))
    if small_base.withholds(whole, whole):
        return {}
    return {name: each.exact_percentage or Fraction() for name, each in parts.items()}


def shares_of_change(
    style: HouseStyle,
    change: Change,
    parts: Mapping[str, Contribution],
    indicators: _Indicators,
    small_base: SmallBaseRule,
) -> Iterator[str]:
    """Say what each part contributes to the change of its whole.

    Shares are said where every part moved with the whole and no count is small; else
    the changes themselves are.

    Args:
        style: The house style.
        change: The whole's change.
        parts: What each part contributes, by its id.
        indicators: The parts themselves, by their ids.
        small_base: The rule that withholds percentages on small counts.
    """
    if not parts or change.absolute == 0:
        return
    sizes = said_shares_of_change(change, parts, small_base)
    told = list(_shared(style, change, sizes, indicators)) or [
        _moved(style, indicators[name], each.part.absolute)
        for name, each in parts.items()
    ]
    yield style.say("parts.changes", changes=sentence_case(joined(style, told)))


def said_shares_of_change(
    change: Change, parts: Mapping[str, Contribution], small_base: SmallBaseRule
) -> dict[str, Fraction]:
    """Give the share of each part in a change in per cent, where shares are said."""
    sizes = {name: each.exact_percentage or Fraction() for name, each in parts.items()}
    against = min(sizes.values(), default=Fraction()) < 0
    if change.absolute == 0 or against or has_small_count(change, parts, small_base):
        return {}
    return sizes


def has_small_count(
    change: Change, parts: Mapping[str, Contribution], small_base: SmallBaseRule
) -> bool:
    """Say whether percentages are withheld of a whole's change or of a part's."""
    changes = (change, *(each.part for each in parts.values()))
    return any(small_base.withholds(each.earlier, each.later) for each in changes)


def _shared(
    style: HouseStyle,
    change: Change,
    sizes: Mapping[str, Fraction],
    indicators: _Indicators,
) -> Iterator[str]:
    phrase = "share_of_fall" if change.absolute < 0 else "share_of_rise"
    for name in sorted(sizes, key=lambda name: sizes[name], reverse=True):
        percent = printed.share(style, sizes[name])
        cases = style.cases_of(indicators[name])
        yield style.say(f"parts.{phrase}", cases=cases, percent=percent)
        phrase = "further_share"


def _moved(style: HouseStyle, indicator: Indicator, absolute: int) -> str:
    cases = style.cases_of(indicator)
    if absolute == 0:
        return style.say("parts.unchanged", cases=cases)
    phrase = "parts.fell" if absolute < 0 else "parts.rose"
    return style.say(phrase, cases=cases, size=style.number(abs(absolute)))
