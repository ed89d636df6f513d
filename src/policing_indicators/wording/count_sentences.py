"""Sentences about counts: the level, the change, the baseline."""

from collections.abc import Iterator

from policing_indicators.assessment.assessment import Comparison
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.wording import dates, printed
from policing_indicators.wording.disclosure import permitted_percent
from policing_indicators.wording.house_style import HouseStyle


def level(
    style: HouseStyle, indicator: Indicator, observation: Observation, where: str
) -> str:
    """Say how many were recorded and where, without a full stop."""
    count = observation.required_count()
    place = {"place": where, "when": dates.dated(style, observation)}
    number, noun = style.number(count), style.noun_of(indicator)
    if count < 0:
        cases = style.cases_of(indicator)
        return style.say("count.net", cases=cases, number=number, **place)
    form = _how_many(count)
    if noun is None:
        name = style.name_of(indicator)
        return style.say(f"count.named_{form}", name=name, number=number, **place)
    cases = noun.counted(count)
    return style.say(f"count.{form}", number=number, cases=cases, **place)


def alone(style: HouseStyle, level: str) -> str:
    """Say a level with which nothing is compared."""
    return style.say("change.unknown", level=level)


def difference(
    style: HouseStyle,
    level: str,
    comparison: Comparison,
    change: Change,
    small_base: SmallBaseRule,
) -> str:
    """Say a level and how it differs from the one before."""
    earlier = style.number(change.earlier)
    told = {"level": level, "when": dates.dated(style, comparison.earlier)}
    if min(change.earlier, change.later) < 0:
        form = "net" if change.earlier < 0 else "number"
        return style.say(f"change.earlier_{form}", earlier=earlier, **told)
    if change.absolute == 0:
        return style.say("change.same", **told)
    if 0 in (change.earlier, change.later):
        form = _how_many(change.earlier)
        return style.say(f"change.earlier_{form}", earlier=earlier, **told)
    phrase, sizes = _moved(style, change, small_base)
    return style.say(f"change.{phrase}", earlier=earlier, **told, **sizes)


def withheld(
    style: HouseStyle, change: Change, small_base: SmallBaseRule
) -> Iterator[str]:
    """Say why no percentage stands, where none does."""
    if change.absolute == 0:
        return
    if change.exact_percent is None:
        yield style.say("change.percent_undefined")
    elif small_base.withholds(change.earlier, change.later):
        threshold = style.number(small_base.threshold)
        yield style.say("change.percent_withheld", threshold=threshold)


def since(
    style: HouseStyle,
    opening: str,
    change: Change,
    later: Observation,
    small_base: SmallBaseRule,
) -> str:
    """Say how a count differs from that of a time longer ago, which opens it."""
    number = style.number(change.earlier)
    form = "many" if change.earlier < 0 else _how_many(change.earlier)
    told = {
        "earlier": style.say(f"baseline.{form}", baseline=opening, number=number),
        "period": dates.the(style, later.period),
    }
    if change.absolute == 0:
        return style.say("baseline.same", **told)
    phrase, sizes = _moved(style, change, small_base)
    return style.say(f"baseline.{phrase}", **told, **sizes)


def _how_many(count: int) -> str:
    return {0: "none", 1: "one"}.get(count, "many")


def _moved(
    style: HouseStyle, change: Change, small_base: SmallBaseRule
) -> tuple[str, dict[str, str]]:
    """Give the phrase for a rise or a fall, and the sizes that it names."""
    word = "fewer" if change.absolute < 0 else "more"
    sizes = {"size": style.number(abs(change.absolute))}
    percent = permitted_percent(change, small_base)
    if percent is None:
        return word, sizes
    sizes["percent"] = printed.size_in_percent(style, percent)
    return f"{word}_by_percent", sizes
