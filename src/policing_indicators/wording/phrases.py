"""The phrases that sentences share: where, of what note, in a row."""

import re
from collections.abc import Callable, Iterable

from policing_indicators.assessment.assessment import Comparison
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Comparability
from policing_indicators.wording import dates
from policing_indicators.wording.house_style import HouseStyle

_SYMBOLS = (
    (re.compile(r"\[b\]"), "besides.symbol_break"),
    (re.compile(r"\[u\d?\]"), "besides.symbol_unreliable"),
)
_SYMBOL_OF_NOTE = re.compile(r"\[note (\d+)\]")


def where(style: HouseStyle, area: Area, *, force: str = "by_force") -> str:
    """Say where: ``in the Kent police force area``.

    Args:
        style: The house style.
        area: The area.
        force: The phrase for a force that serves no area: by it, or for it.
    """
    match area.kind:
        case AreaKind.POLICE_FORCE_AREA:
            name = area.name.removesuffix(" Police")
            return style.say("place.force_area", area=name)
        case AreaKind.NON_GEOGRAPHIC_FORCE:
            return style.say(f"place.{force}", area=area.name)
        case _:
            return style.say("place.elsewhere", area=area.name)


def noted(style: HouseStyle, observation: Observation) -> str:
    """Give the note of a figure on one line, with its source's symbols in words."""
    note = " ".join(observation.note.split())
    for symbol, phrase in _SYMBOLS:
        note = symbol.sub(_in_words(style, phrase), note)
    return _SYMBOL_OF_NOTE.sub(
        lambda found: style.say("besides.symbol_note", number=found[1]), note
    )


def _in_words(style: HouseStyle, phrase: str) -> Callable[[object], str]:
    words = style.say(phrase)
    return lambda _: words


def in_baseline(style: HouseStyle, comparison: Comparison) -> str:
    """Name a baseline by its months, and say where those are other months."""
    other_months = comparison.change.comparability is Comparability.DIFFERENT_MONTHS
    phrase = "baseline.other_months" if other_months else "baseline.year"
    months = dates.months_of(style, comparison.earlier.period)
    return style.say(phrase, months=months)


def joined(style: HouseStyle, parts: Iterable[str]) -> str:
    """Join parts of a sentence: ``a, b and c``."""
    *first, last = parts
    if not first:
        return last
    items, *more = first
    for item in more:
        items = style.say("number.list_more", items=items, item=item)
    return style.say("number.list_last", items=items, item=last)


def sentence_case(told: str) -> str:
    """Write the first letter large, and leave the rest as it is."""
    return f"{told[:1].upper()}{told[1:]}"
