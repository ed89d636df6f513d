"""Every phrase of a house style, and what may be put in its place."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Formatter

from attrs import frozen

from policing_indicators.errors import Problem, UnknownNameError
from policing_indicators.structuring import read_toml

Groups = Mapping[str, Mapping[str, str]]
"""Phrases by the name of their group and their own."""

_MARKS = "number."
_MAY_BE_BLANK = "number.thousands"


@frozen(kw_only=True)
class PhraseBook:
    """The phrases that ship, every one, as they stand in their file.

    Attributes:
        language: The language they are in, as a tag such as ``en-GB``.
        phrases: The phrases by group and name.
    """

    language: str
    phrases: dict[str, dict[str, str]]


def styles() -> Traversable:
    """Give the folder of the house styles that ship."""
    return files("policing_indicators.wording").joinpath("styles")


@cache
def english() -> PhraseBook:
    """Give the phrases of which every other house style is a variation."""
    return read_toml(styles().joinpath("english.toml"), PhraseBook)


def flat(groups: Groups) -> dict[str, str]:
    """Give phrases by one name each: that of the group, a stop and their own."""
    return {
        f"{group}.{name}": text
        for group, phrases in groups.items()
        for name, text in phrases.items()
    }


def problems(groups: Groups) -> Iterator[Problem]:
    """Name what is not right in phrases that are to stand for the English ones.

    Args:
        groups: The phrases, by group and name.
    """
    english_groups = english().phrases
    for group, phrases in groups.items():
        known = english_groups.get(group)
        if known is None:
            groups_known = tuple(english_groups)
            unknown = UnknownNameError("group of phrases", group, groups_known)
            yield Problem(group, phrases, unknown.allowed)
            continue
        for name, text in phrases.items():
            place = f"{group}.{name}"
            if name in known:
                yield from _faults(place, text, known[name])
            else:
                unknown = UnknownNameError("phrase", name, tuple(known))
                yield Problem(place, text, unknown.allowed)
    yield from _confused_marks({**flat(english_groups), **flat(groups)})


def _faults(place: str, text: str, english_text: str) -> Iterator[Problem]:
    if len(f"{text}.".splitlines()) > 1:
        yield Problem(place, text, "text on one line")
    elif not text.strip() and place != _MAY_BE_BLANK:
        yield Problem(place, text, "some text")
    elif place.startswith(_MARKS) and any(map(str.isdigit, text)):
        yield Problem(place, text, "text without digits")
    else:
        yield from _wrong_placeholders(place, text, english_text)


def _wrong_placeholders(place: str, text: str, english_text: str) -> Iterator[Problem]:
    wanted = placeholders(english_text) or {}
    found = placeholders(text)
    if found is None:
        allowed = "text in which braces stand only around the name of a placeholder"
        yield Problem(place, text, allowed)
        return
    for each in found:
        if each not in wanted:
            unknown = UnknownNameError("placeholder", each, tuple(wanted))
            yield Problem(place, f"{{{each}}}", unknown.allowed)
    dropped = ", ".join(f"{{{each}}}" for each in wanted if each not in found)
    if dropped:
        yield Problem(place, text, f"text that keeps {dropped}")


def placeholders(text: str) -> dict[str, None] | None:
    """Give the placeholders of a phrase in their order; none where it is malformed."""
    try:
        parsed = list(Formatter().parse(text))
    except ValueError:
        return None
    fields = [each[1:] for each in parsed if each[1] is not None]
    if any(name is None or not name.isidentifier() for name, *_ in fields):
        return None
    if any(form or conversion for _, form, conversion in fields):
        return None
    return {str(name): None for name, *_ in fields}


def _confused_marks(phrases: Mapping[str, str]) -> Iterator[Problem]:
    if phrases["number.thousands"] == phrases["number.decimal"]:
        allowed = "a mark other than the separator of thousands"
        yield Problem("number.decimal", phrases["number.decimal"], allowed)
