"""How an office writes: every word of ours that a reader sees, as data."""

import re
from functools import cache
from os import PathLike
from pathlib import Path
from typing import Any, TypeGuard

from attrs import Attribute, field, frozen

from policing_indicators.calculation.rounding import Number, round_half_away
from policing_indicators.errors import InvalidContentError, UnknownNameError
from policing_indicators.structuring import read_toml
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.case_noun import CaseNoun
from policing_indicators.vocabulary.closed_set import ClosedSet
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.wording import phrase_book
from policing_indicators.wording.plain_name import PlainName

_ENGLISH = "english"
_SUFFIX = ".toml"
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")

_language_tag = requirement.must(
    lambda value: requirement.is_text(value) and _LANGUAGE.fullmatch(value) is not None,
    "the tag of a language, such as 'en-GB' or 'cy'",
)


def _language() -> str:
    return phrase_book.english().language


_groups = requirement.must(
    lambda groups: _is_table(groups) and all(map(_is_group, groups.values())),
    "texts by the name of their group and their own",
)


def _is_group(phrases: object) -> bool:
    return _is_table(phrases) and all(map(requirement.is_text, phrases.values()))


def _is_table(value: object) -> TypeGuard[dict[str, object]]:
    return isinstance(value, dict)


def _phrases_of_english(
    _instance: object, _field: "Attribute[Any]", phrases: phrase_book.Groups
) -> None:
    problems = tuple(phrase_book.problems(phrases))
    if problems:
        raise InvalidContentError("the phrases of the house style", problems)


@frozen(kw_only=True)
class HouseStyle:
    """How an office writes: words, marks, days and the names of indicators.

    Of the phrases only those that differ from the English ones need be given. A phrase
    keeps every placeholder of the English one, for each holds a fact.

    Attributes:
        language: The language, as a tag such as ``en-GB`` or ``cy``.
        phrases: The phrases that differ from the English ones, by group and name.
        names: What the office calls an indicator, by the indicator's id.

    Raises:
        InvalidValueError: The language is no such tag.
        InvalidContentError: A phrase is not known, is empty, or has not the
            placeholders of the English one. All are named at once.

    >>> style = HouseStyle(phrases={"number": {"percent": "{number} per cent"}})
    >>> print(style.percent(17.26, 1), "|", HouseStyle().number(49_027))
    17.3 per cent | 49,027
    """

    language: str = field(factory=_language, validator=_language_tag)
    phrases: dict[str, dict[str, str]] = field(
        factory=dict, validator=[_groups, _phrases_of_english]
    )
    names: dict[str, PlainName] = field(factory=dict)
    _all: dict[str, str] = field(init=False, eq=False, repr=False)
    _marks: dict[int, str] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Complete the phrases with the English ones."""
        english = phrase_book.english().phrases
        every = {**phrase_book.flat(english), **phrase_book.flat(self.phrases)}
        marks = {",": "thousands", ".": "decimal", "-": "minus", "+": "plus"}
        written = {mark: every[f"number.{name}"] for mark, name in marks.items()}
        object.__setattr__(self, "_all", every)
        object.__setattr__(self, "_marks", str.maketrans(written))

    def say(self, phrase: str, /, **facts: str) -> str:
        """Fill a phrase with facts.

        Args:
            phrase: Its group and name, such as ``change.fewer``.
            **facts: What stands for each of its placeholders.
        """
        return self._all[phrase].format_map(facts)

    def word(self, group: str, member: ClosedSet, /, **facts: str) -> str:
        """Say a member of a closed set in the words of a group of phrases."""
        return self.say(f"{group}.{member.name.lower()}", **facts)

    def number(self, value: Number, decimals: int = 0) -> str:
        """Write a number, rounded, with the separator of thousands and its sign."""
        return self.marked(f"{round_half_away(value, decimals):,}")

    def signed(self, value: Number, decimals: int = 0) -> str:
        """Write a number with its sign, plus or minus; nought has none."""
        rounded = round_half_away(value, decimals)
        return self.marked(f"{rounded:+,}" if rounded else f"{rounded:,}")

    def percent(self, value: Number, decimals: int = 0) -> str:
        """Write a number in per cent."""
        return self.say("number.percent", number=self.number(value, decimals))

    def marked(self, number: str) -> str:
        """Write a number that Python wrote with the marks of this style."""
        return number.translate(self._marks)

    def name_of(self, indicator: Indicator) -> str:
        """Give the name of an indicator: the office's own, else the framework's."""
        own = self.names.get(indicator.id)
        return own.name if own and own.name else indicator.name

    def noun_of(self, indicator: Indicator) -> CaseNoun | None:
        """Give what an indicator's cases are called, if anybody gave them a name."""
        own = self.names.get(indicator.id)
        return (own.noun if own else None) or indicator.noun

    def cases_of(self, indicator: Indicator) -> str:
        """Name an indicator's cases in the plural: ``vehicle offences``."""
        noun = self.noun_of(indicator)
        if noun is None:
            return self.say("count.cases_of", name=self.name_of(indicator))
        return noun.many


def house_style(name: str | PathLike[str] = _ENGLISH) -> HouseStyle:
    """Give a house style that ships by its name, or read one of one's own.

    Args:
        name: The name, such as ``english``, or the path of a file that ends in
            ``.toml``. The file holds what differs from the English style alone.

    Raises:
        UnknownNameError: No style of that name ships.
        FileAccessError: The file cannot be read.
        InvalidContentError: Something in it is not right. All of it is named, by path.

    >>> house_style("english").say("percentage.same")
    'the same as'
    """
    if not isinstance(name, str) or name.endswith(_SUFFIX):
        return read_toml(Path(name), HouseStyle)
    return _shipped(name)


@cache
def _shipped(name: str) -> HouseStyle:
    files = {each.name: each for each in phrase_book.styles().iterdir()}
    file = files.get(f"{name}{_SUFFIX}")
    if file is None:
        known = tuple(sorted(each.removesuffix(_SUFFIX) for each in files))
        raise UnknownNameError("house style", name, known)
    return read_toml(file, HouseStyle)
