"""How a statement was made: from which files, with what, under which settings."""

from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from platform import python_version
from typing import Self

from attrs import frozen

from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.input_file import InputFile
from policing_indicators.wording import phrase_book
from policing_indicators.wording.house_style import HouseStyle, house_style
from policing_indicators.wording.phrase_book import flat

_ARITHMETIC = ("numpy", "scipy")
"""What the arithmetic is done with, on whose version a last digit may hang."""


@frozen(kw_only=True)
class Setting:
    """A choice that was in force, as printed.

    Attributes:
        name: What was chosen.
        value: What it was chosen to be.

    >>> Setting(name="Confidence of limits", value="0.95").value
    '0.95'
    """

    name: str
    value: str

    def __str__(self) -> str:
        """Name the choice and what was chosen, as printed."""
        return f"{self.name}: {self.value}"


@frozen(kw_only=True)
class Version:
    """What a statement was made with.

    Attributes:
        name: What it is called.
        number: Its version.

    >>> print(Version(name="Python", number="3.13.0"))
    Python 3.13.0
    """

    name: str
    number: str

    def __str__(self) -> str:
        """Name it and its version, as printed."""
        return f"{self.name} {self.number}"


@frozen(kw_only=True)
class Making:
    """The record of how a statement was made. It holds no time and no folder.

    Attributes:
        files: The files that it was made from.
        versions: The versions of what it was made with.
        settings: The choices that were in force.

    >>> from policing_indicators.publication.example import example
    >>> making = Making.of(Draft.read(example()))
    >>> [file.name for file in making.files]
    ['publication.toml', 'figures.csv']
    """

    files: tuple[InputFile, ...]
    versions: tuple[Version, ...]
    settings: tuple[Setting, ...]

    @classmethod
    def of(cls, draft: Draft, *, style: HouseStyle | None = None) -> Self:
        """Record how the statement of a draft is made.

        Args:
            draft: The publication with all that it names.
            style: The house style; the English one where none is given.
        """
        return cls(
            files=draft.inputs,
            versions=_versions(),
            settings=tuple(_settings(draft, style or house_style())),
        )


@cache
def _versions() -> tuple[Version, ...]:
    libraries = ("policing-indicators", *_ARITHMETIC)
    own, *others = (Version(name=each, number=version(each)) for each in libraries)
    return own, Version(name="Python", number=python_version()), *others


def _settings(draft: Draft, style: HouseStyle) -> Iterator[Setting]:
    publication = draft.publication
    values = {
        "framework": draft.framework.id,
        "populations": publication.populations
        or style.say("setting.populations_latest"),
        "confidence": style.marked(str(publication.confidence)),
        "small_base": _small_base(publication.small_base, style),
        "house_style": _house_style(style),
    }
    for name, value in values.items():
        yield Setting(name=style.say(f"setting.{name}"), value=value)


def _small_base(rule: SmallBaseRule, style: HouseStyle) -> str:
    if not rule.threshold:
        return style.say("setting.small_base_none")
    phrase = f"setting.small_base_{rule.decided_by.value}"
    return style.say(phrase, threshold=style.number(rule.threshold))


def _house_style(style: HouseStyle) -> str:
    english = flat(phrase_book.english().phrases).items()
    phrases = len(flat(style.phrases).items() - english)
    if not phrases and not style.names:
        return style.language
    return style.say(
        "setting.own_words",
        language=style.language,
        phrases=style.number(phrases),
        names=style.number(len(style.names)),
    )
