"""Every error of the library, each made of facts that word themselves.

One base, :class:`PolicingIndicatorsError`, catches them all; each leaf is also
the built-in error that a Python programmer expects.
"""

from typing import Self

from attrs import define, frozen

from policing_indicators.nearness import nearest

_MOST_SHOWN = 20
"""How many problems a message spells out before it counts the rest."""

_MOST_CHARACTERS = 200
"""How many characters of a value a message shows before it cuts the rest."""


class PolicingIndicatorsError(Exception):
    """The base of every error that this library raises on purpose."""

    __slots__ = ()


@define
class InvalidValueError(PolicingIndicatorsError, ValueError):
    """A value that a type or a function does not allow.

    Attributes:
        noun: What was given, such as ``Rate.denominator``.
        value: What it was.
        allowed: What would have been right, in words.
    """

    noun: str
    value: object
    allowed: str

    def __str__(self) -> str:
        """Say what was given and what is allowed."""
        return f"{self.noun} is {_shown(self.value)}; allowed: {self.allowed}"


@define
class InvalidArrayError(PolicingIndicatorsError, ValueError):
    """Some elements of an array that a function does not allow.

    Attributes:
        noun: The argument's name.
        offenders: The first offending ``(position, value)`` pairs.
        count: How many elements offend in all.
        allowed: What would have been right, in words.
    """

    noun: str
    offenders: tuple[tuple[tuple[int, ...], object], ...]
    count: int
    allowed: str

    def __str__(self) -> str:
        """Name the first offenders, how many there are, and what is allowed."""
        shown = ", ".join(
            f"{_shown(value)} at {list(position)}" for position, value in self.offenders
        )
        rest = self.count - len(self.offenders)
        more = f" and {rest:,} more" if rest else ""
        return f"{self.noun} holds {shown}{more}; allowed: {self.allowed}"


@define
class IncomparableError(PolicingIndicatorsError, ValueError):
    """Two figures or periods that do not compare.

    Attributes:
        earlier: The earlier of the two, in words.
        later: The later of the two, in words.
        reason: Why they do not compare, and what would.
    """

    earlier: str
    later: str
    reason: str

    def __str__(self) -> str:
        """Name both sides and the reason."""
        return f"{self.earlier} and {self.later} do not compare: {self.reason}"


@define
class MissingDataError(PolicingIndicatorsError, LookupError):
    """A figure that was asked for and is not there.

    Attributes:
        what: The figure, in words.
        reason: Why it is missing.
    """

    what: str
    reason: str

    def __str__(self) -> str:
        """Name the figure and why it is missing."""
        return f"there is no figure for {self.what}: {self.reason}"


@define
class UnknownNameError(PolicingIndicatorsError, LookupError):
    """A name that nothing answers to.

    Attributes:
        kind: What was looked for, such as ``area``.
        name: The name that was given.
        known: Every name that would have been right.
    """

    kind: str
    name: str
    known: tuple[str, ...]

    @property
    def allowed(self) -> str:
        """The nearest names there are, or every one where none is near."""
        near = nearest(self.name, self.known)
        if near:
            return f"a known {self.kind}, such as {' or '.join(map(repr, near))}"
        if not self.known:
            return f"none, for there is no {self.kind}"
        return f"one of {_listed(self.known)}"

    def __str__(self) -> str:
        """Name what was looked for, and what would have been found."""
        return f"there is no {self.kind} {_shown(self.name)}; allowed: {self.allowed}"


@define
class DuplicateError(PolicingIndicatorsError, ValueError):
    """Two things that answer to one name, or two figures for one place.

    Attributes:
        what: What is there twice, in words.
        where: Where, in words.
    """

    what: str
    where: str

    def __str__(self) -> str:
        """Say what is there twice, and where."""
        return f"{self.what} is there more than once in {self.where}"


@define
class UnreadablePeriodError(PolicingIndicatorsError, ValueError):
    """A text that is no period.

    Attributes:
        text: The text.
        allowed: Spellings that would have been right.
    """

    text: str
    allowed: str

    def __str__(self) -> str:
        """Quote the text and show spellings that would have been right."""
        text = _shown(self.text)
        return f"{text} is not a period; write for example {self.allowed}"


@define
class AmbiguousPeriodError(PolicingIndicatorsError, ValueError):
    """A text that reads as more than one period.

    Attributes:
        text: The text.
        readings: An unambiguous spelling of each reading.
    """

    text: str
    readings: tuple[str, ...]

    def __str__(self) -> str:
        """Quote the text and show an unambiguous spelling of each reading."""
        readings = " or ".join(map(repr, self.readings))
        return f"{_shown(self.text)} reads two ways; write {readings}"


@frozen
class Problem:
    """One thing that is not right in a file or another whole.

    Attributes:
        place: Where in it: ``line 3, column count`` or
            ``indicators[2].unit``.
        value: What is there.
        allowed: What would have been right, in words.

    >>> print(Problem("line 3, column count", "many", "a whole number"))
    line 3, column count: 'many'; allowed: a whole number
    """

    place: str
    value: object
    allowed: str

    def __str__(self) -> str:
        """Say where, what is there, and what is allowed."""
        return f"{self.place}: {_shown(self.value)}; allowed: {self.allowed}"


@define
class InvalidContentError(PolicingIndicatorsError, ValueError):
    """A file, or another whole of many parts, with all its problems named at once.

    Attributes:
        where: The file, as the caller named it, or the whole.
        problems: Every problem, in the order of the file.
    """

    where: str
    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        """Name the whole and its problems, one on a line."""
        shown = [f"  {problem}" for problem in self.problems[:_MOST_SHOWN]]
        rest = len(self.problems) - len(shown)
        if rest:
            shown.append(f"  and {rest:,} more")
        many = "problem" if len(self.problems) == 1 else "problems"
        heading = f"{self.where} has {len(self.problems):,} {many}:"
        return "\n".join([heading, *shown])


@define
class FileAccessError(PolicingIndicatorsError, OSError):
    """A file that cannot be read or written.

    Attributes:
        file: The file, as the caller named it; also its ``filename``.
        reason: Why, in words; also its ``strerror``.
    """

    file: str
    reason: str

    def __attrs_post_init__(self) -> None:
        """Name the file and the reason where every ``OSError`` has them."""
        OSError.__setstate__(self, {"filename": self.file, "strerror": self.reason})

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """Give what makes the error again; ``OSError`` would add a third argument."""
        return type(self), (self.file, self.reason)

    def __str__(self) -> str:
        """Name the file and the reason."""
        return f"{self.file}: {self.reason}"


@define
class MissingLibraryError(PolicingIndicatorsError, ImportError):
    """A library that something optional needs and that is not installed.

    Attributes:
        library: The library, as it is installed.
        needed_by: What needs it.
    """

    library: str
    needed_by: str

    def __str__(self) -> str:
        """Name what needs the library, and how to install it."""
        return (
            f"{self.needed_by} needs {self.library}, which is not installed; "
            f"install it with: pip install {self.library}"
        )


def _listed(names: tuple[str, ...]) -> str:
    shown = ", ".join(map(repr, names[:_MOST_SHOWN]))
    rest = len(names) - _MOST_SHOWN
    return f"{shown} and {rest:,} more" if rest > 0 else shown


def _shown(value: object) -> str:
    written = repr(value)
    if len(written) <= _MOST_CHARACTERS:
        return written
    return f"{written[:_MOST_CHARACTERS]}..."
