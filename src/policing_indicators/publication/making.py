"""How a statement was made: from which files, with what, under which settings."""

from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from platform import python_version
from typing import Self

from attrs import evolve, frozen

from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.input_file import InputFile
from policing_indicators.wording import phrase_book
from policing_indicators.wording.disclosure_rule import DisclosureRule
from policing_indicators.wording.house_style import HouseStyle, house_style
from policing_indicators.wording.phrase_book import flat
from policing_indicators.wording.phrases import joined

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
    ['publication.toml', 'figures.csv', 'quarters.csv', 'forces.csv']
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
            files=tuple(_files(draft)),
            versions=_versions(),
            settings=tuple(_settings(draft, style or house_style())),
        )


def _files(draft: Draft) -> Iterator[InputFile]:
    """Give the files; a table's without its digest where counts of it are not printed.

    Whoever knows all of a table but a count that is hidden could try the few numbers
    that it may be, until the digest is right.
    """
    publication = draft.publication
    hides = publication.disclosure != DisclosureRule()
    for file, each in zip(draft.files, draft.inputs, strict=True):
        folder = draft.files[0].parent
        is_table = file in {folder / name for name in publication.tables}
        yield evolve(each, sha256="") if hides and is_table else each


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
        "disclosure": _disclosure(publication.disclosure, style),
        "house_style": _house_style(style),
    }
    for name, value in values.items():
        yield Setting(name=style.say(f"setting.{name}"), value=value)


def _small_base(rule: SmallBaseRule, style: HouseStyle) -> str:
    if not rule.threshold:
        return style.say("setting.small_base_none")
    phrase = f"setting.small_base_{rule.decided_by.value}"
    return style.say(phrase, threshold=style.number(rule.threshold))


def _disclosure(rule: DisclosureRule, style: HouseStyle) -> str:
    told: list[str] = []
    if rule.smallest is not None:
        most = style.number(rule.smallest - 1)
        told.append(style.say("setting.hidden", most=most))
    if rule.round_to is not None:
        base = style.number(rule.round_to)
        told.append(style.say("setting.rounded", base=base))
    return joined(style, told) if told else style.say("setting.disclosure_none")


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
