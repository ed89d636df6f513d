"""The words in which documents print figures."""

import re

from policing_indicators.vocabulary.closed_set import ClosedSet


class Movement(ClosedSet):
    """Which way a printed change goes."""

    RISE = "rise"
    FALL = "fall"
    NO_CHANGE = "no change"


_FALLS = """
    fell fall falls fallen down decrease decreased decreases drop dropped drops decline
    declined declines reduction reduced reduces lower fewer less cut
"""
_RISES = """
    rose rise rises risen up increase increased increases grew grow growth gain higher
    more additional extra
"""
MOVEMENTS: dict[str, Movement] = dict.fromkeys(_FALLS.split(), Movement.FALL)
MOVEMENTS.update((word, Movement.RISE) for word in _RISES.split())
"""The words that tell which way a change goes."""

UNCHANGED = frozenset({"unchanged", "no change", "the same"})
"""The words for a change of nought."""

SCALES: dict[str, int] = {"": 0, "thousand": 3, "k": 3, "million": 6, "m": 6}
"""The powers of ten that words stand for."""

UNITS: dict[str, str] = {
    "": "",
    "%": "%",
    "per cent": "%",
    "percent": "%",
} | dict.fromkeys(
    ("percentage points", "percentage point", "points", "point", "pp"),
    "percentage points",
)
"""How the units of a printed number are spelled."""

_HEDGES = (
    "about|around|approximately|approx\\.?|roughly|some|circa|c\\.|over|more than|"
    "nearly|almost|just over|just under|less than|fewer than|under|at least|at most|"
    "up to|~|>|<"
)
_WORDS = "|".join(sorted(MOVEMENTS, key=len, reverse=True))
_NUMBER = r"(?:[1-9]\d{0,2}(?:,\d{3})+|\d{1,15})(?:\.\d{1,15})?|\.\d{1,15}"
FIGURE = re.compile(
    rf"(?:an? )?(?:(?P<before>{_WORDS}) (?:(?:of|by) )?)?"
    rf"(?P<hedge>(?:{_HEDGES}) ?)?"
    rf"(?P<sign>[+-] ?)?(?P<number>{_NUMBER})"
    r"(?: ?(?P<scale>thousand|k|million|m)\b)?"
    r"(?P<unit>%| per cent| ?percent| percentage points?| points?| ?pp)?"
    rf"(?: (?P<after>{_WORDS}))?",
    re.ASCII,
)
"""A number with its sign, scale and unit, and a word for its direction."""

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"
ORDINALS = {word: place for place, word in enumerate(_ORDINALS.split(), 1)}
"""The places that are printed as words."""

RANK = re.compile(
    rf"(?:the )?(?P<place>[1-9]\d{{0,3}}(?:st|nd|rd|th)?|{'|'.join(ORDINALS)})?"
    r"[- ]?(?P<end>highest|lowest)?",
    re.ASCII,
)
"""A place in an order, perhaps with the end it is counted from."""

_DASHES = re.compile("[\N{MINUS SIGN}\u2010-\u2015\uff0d]")


def plain(text: str) -> str:
    """Write a text as the patterns read it: one case, single blanks, one minus sign."""
    return _DASHES.sub("-", " ".join(text.split())).casefold()
