"""A set of priorities and the indicators that measure them."""

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from policing_indicators.errors import InvalidContentError, Problem
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.names import Names, numbered
from policing_indicators.vocabulary.priority import Priority


def _priorities(priorities: Iterable[Priority]) -> tuple[Priority, ...]:
    return requirement.items(priorities)


def _indicators(indicators: Iterable[Indicator]) -> tuple[Indicator, ...]:
    return requirement.items(indicators)


@frozen(kw_only=True)
class Framework:
    """Priorities in order, and their indicators, found by id, name or alias.

    Attributes:
        id: Its identifier, such as ``national-priorities-2021``.
        name: Its name.
        source: Who set it and where that is written.
        priorities: The priorities, in their official order.
        indicators: The indicators. Each may stand under any number of priorities, or
            under none.

    Raises:
        InvalidValueError: A field is not what it must be.
        InvalidContentError: Two priorities or two indicators answer to one name, one
            names an indicator that is not there, or an indicator is, by itself or
            through others, a part of itself. All are named at once.

    >>> homicide = Priority(
    ...     id="homicide",
    ...     name="Reduce murder and other homicides",
    ...     aliases=["Reduce homicide"],
    ... )
    >>> framework = Framework(
    ...     id="local", name="Local plan", priorities=[homicide], indicators=[]
    ... )
    >>> framework.priority("REDUCE HOMICIDE").id
    'homicide'
    """

    id: str = field(validator=requirement.identifier)
    name: str = field(validator=requirement.line)
    source: str = field(default="", validator=requirement.text)
    priorities: tuple[Priority, ...] = field(
        converter=_priorities,
        validator=requirement.each(requirement.kind(Priority)),
    )
    indicators: tuple[Indicator, ...] = field(
        converter=_indicators,
        validator=requirement.each(requirement.kind(Indicator)),
    )
    _priority_names: Names[Priority] = field(init=False, eq=False, repr=False)
    _indicator_names: Names[Indicator] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Hold each name to one bearer, and each mention to one that is there."""
        priorities = Names("priority", self.priorities, _names_of)
        indicators = Names("indicator", self.indicators, _names_of)
        object.__setattr__(self, "_priority_names", priorities)
        object.__setattr__(self, "_indicator_names", indicators)
        problems = (
            *priorities.problems("priorities"),
            *indicators.problems("indicators"),
            *self._unknown_mentions(),
            *self._parts_of_themselves(),
        )
        if problems:
            raise InvalidContentError(f"framework {self.id}", problems)

    def indicator(self, name: str) -> Indicator:
        """Find an indicator by its id, name or an alias, in any case.

        Raises:
            UnknownNameError: None answers to it.
        """
        return self._indicator_names.find(name)

    def priority(self, name: str) -> Priority:
        """Find a priority by its id, name or an alias, in any case.

        Raises:
            UnknownNameError: None answers to it.
        """
        return self._priority_names.find(name)

    def indicators_of(self, priority: Priority) -> tuple[Indicator, ...]:
        """Give a priority's indicators, in its order.

        Raises:
            UnknownNameError: The framework holds no such indicator.
        """
        return tuple(self.indicator(name) for name in priority.indicators)

    def _unknown_mentions(self) -> Iterator[Problem]:
        known = {each.id for each in self.indicators}
        for place, name in self._mentions():
            if name not in known:
                allowed = "the id of an indicator of the framework"
                yield Problem(place, name, allowed)

    def _mentions(self) -> Iterator[tuple[str, str]]:
        for row, priority in enumerate(self.priorities):
            yield from numbered(f"priorities[{row}].indicators", priority.indicators)
        for row, indicator in enumerate(self.indicators):
            yield from numbered(f"indicators[{row}].parts", indicator.parts)
            if indicator.subset_of is not None:
                yield f"indicators[{row}].subset_of", indicator.subset_of

    def _parts_of_themselves(self) -> Iterator[Problem]:
        wholes: dict[str, set[str]] = {each.id: set() for each in self.indicators}
        for indicator in self.indicators:
            if indicator.subset_of is not None:
                wholes[indicator.id].add(indicator.subset_of)
            for part in indicator.parts:
                wholes.setdefault(part, set()).add(indicator.id)
        for row, indicator in enumerate(self.indicators):
            if indicator.id in _reached(indicator.id, wholes):
                allowed = "an indicator that is not, through any others, part of itself"
                yield Problem(f"indicators[{row}]", indicator.id, allowed)


def _names_of(thing: Priority | Indicator) -> Iterator[tuple[str, str]]:
    yield "id", thing.id
    yield "name", thing.name
    yield from numbered("aliases", thing.aliases)


def _reached(start: str, wholes: dict[str, set[str]]) -> set[str]:
    """Give all that a thing is a part of, directly or through others."""
    reached: set[str] = set()
    ahead = set(wholes[start])
    while ahead:
        whole = ahead.pop()
        reached.add(whole)
        ahead |= wholes.get(whole, set()) - reached
    return reached
