"""A mapping: which offences of a table count towards which indicator."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from attrs import field, frozen

from policing_indicators.errors import (
    InvalidContentError,
    InvalidValueError,
    Problem,
    UnknownNameError,
)
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.names import folded
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.spelling import Spelling, fits

_KEYS = ("group", "subgroup", "code")
_BETWEEN_WORDS = re.compile(r"[^a-z0-9]+")


def _is_financial_year(value: object) -> bool:
    return isinstance(value, Period) and fits(
        value.start, value.months, Spelling.FINANCIAL_YEAR
    )


_financial_year = requirement.optional(
    requirement.must(_is_financial_year, "a financial year such as '2017/18'")
)


class Match(NamedTuple):
    """An indicator that an offence counts towards.

    Attributes:
        indicator: The indicator's id.
        components: The components of the indicator that the offence is of: one, save
            where rows of the mapping overlap. It counts once all the same.
    """

    indicator: str
    components: frozenset[str]


@frozen(kw_only=True)
class MappingRow:
    """The offences of one group, subgroup or code, and what they count towards.

    Attributes:
        indicators: The ids of the indicators that they count towards.
        group: The group's name, or
        subgroup: the subgroup's name, or
        code: the offence's code.
        since: The first financial year in which the row holds, if not from the start.
        until: The last financial year in which it holds, if not to this day.

    Raises:
        InvalidValueError: A field is not what it must be, not exactly one of group,
            subgroup and code is given, or the years are out of order.

    >>> MappingRow(subgroup="Homicide", indicators=["homicide"]).component
    'subgroup homicide'
    """

    indicators: tuple[str, ...] = field(
        converter=requirement.texts,
        validator=[requirement.each(requirement.identifier), requirement.distinct],
    )
    group: str | None = field(
        default=None, validator=requirement.optional(requirement.line)
    )
    subgroup: str | None = field(
        default=None, validator=requirement.optional(requirement.line)
    )
    code: str | None = field(
        default=None, validator=requirement.optional(requirement.line)
    )
    since: Period | None = field(default=None, validator=_financial_year)
    until: Period | None = field(default=None, validator=_financial_year)

    def __attrs_post_init__(self) -> None:
        """Hold the row to one name, and its years to their order."""
        given = tuple(key for key, _ in self._names())
        if len(given) != 1:
            allowed = "exactly one of group, subgroup and code"
            requirement.refuse(self, "name", given or None, allowed)
        if self.since and self.until and self.until < self.since:
            requirement.refuse(self, "until", str(self.until), f"{self.since} or later")

    @property
    def component(self) -> str:
        """What the row is called among the components of its indicators."""
        ((key, name),) = self._names()
        return _component(key, name)

    def holds_in(self, period: Period) -> bool:
        """Say whether the row holds in the whole of a period."""
        begun = self.since is None or self.since.start <= period.start
        return begun and (self.until is None or period.end <= self.until.end)

    def _names(self) -> Iterator[tuple[str, str]]:
        for key, name in zip(
            _KEYS, (self.group, self.subgroup, self.code), strict=True
        ):
            if name is not None:
                yield key, name


def _rows(rows: Iterable[MappingRow]) -> tuple[MappingRow, ...]:
    return requirement.items(rows)


@frozen(kw_only=True)
class OffenceMapping:
    """Which offences of a publisher's table count towards which indicator.

    Attributes:
        id: Its identifier, such as ``home-office``.
        source: Whose table it reads, and which edition it was made from.
        rows: The rows. An offence counts towards the indicators of every row that names
            its group, subgroup or code and holds in the period.

    Raises:
        InvalidValueError: A field is not what it must be.
        InvalidContentError: Two rows give the same offences to one indicator in the
            same year.

    >>> row = MappingRow(subgroup="Vehicle offences", indicators=["vehicle-offences"])
    >>> mapping = OffenceMapping(id="home-office", rows=[row])
    >>> offence = {"group": "Theft offences", "subgroup": "Bicycle theft", "code": "44"}
    >>> mapping.indicators_for(**offence, period=Period.financial_year(2024))
    ('home-office/bicycle-theft',)
    """

    id: str = field(validator=requirement.identifier)
    source: str = field(default="", validator=requirement.text)
    rows: tuple[MappingRow, ...] = field(
        converter=_rows, validator=requirement.each(requirement.kind(MappingRow))
    )
    _by_component: dict[str, list[MappingRow]] = field(
        init=False, eq=False, repr=False, factory=dict
    )

    def __attrs_post_init__(self) -> None:
        """Index the rows, and hold each to what no other gives."""
        problems: list[Problem] = []
        for number, row in enumerate(self.rows):
            others = self._by_component.setdefault(row.component, [])
            problems.extend(_repeated(number, row, others))
            others.append(row)
        if problems:
            raise InvalidContentError(f"mapping {self.id}", tuple(problems))

    @property
    def indicators(self) -> tuple[str, ...]:
        """The ids of the indicators that rows name, in the order they are named."""
        return tuple(
            dict.fromkeys(each for row in self.rows for each in row.indicators)
        )

    def matches(
        self, *, group: str, subgroup: str, code: str, period: Period
    ) -> tuple[Match, ...]:
        """Give the indicators that an offence counts towards.

        Where no row names its subgroup, the offence counts towards the subgroup itself,
        under the id that :meth:`subgroup_id` gives: nothing is left out.

        Args:
            group: The group that the offence stands in.
            subgroup: The subgroup.
            code: Its code, as text: 4.1 is not 4.10.
            period: A financial year, or a period within one.
        """
        found: dict[str, set[str]] = {}
        names = zip(_KEYS, (group, subgroup, code), strict=True)
        mapped = False
        for component in (_component(key, name) for key, name in names):
            for row in self._by_component.get(component, ()):
                if row.holds_in(period):
                    mapped = mapped or row.subgroup is not None
                    for indicator in row.indicators:
                        found.setdefault(indicator, set()).add(component)
        if not mapped:
            own = self.subgroup_id(subgroup)
            found.setdefault(own, set()).add(own)
        return tuple(Match(name, frozenset(parts)) for name, parts in found.items())

    def indicators_for(
        self, *, group: str, subgroup: str, code: str, period: Period
    ) -> tuple[str, ...]:
        """Give the ids of the indicators that an offence counts towards.

        The arguments are those of :meth:`matches`.
        """
        found = self.matches(group=group, subgroup=subgroup, code=code, period=period)
        return tuple(match.indicator for match in found)

    def components(self, indicator: str, period: Period) -> frozenset[str]:
        """Give what must all be there for an indicator's count to be whole.

        Each is a component that a :class:`Match` names. There is none where the mapping
        knows no such offences in the period.

        Args:
            indicator: The id of an indicator that rows name, or of a subgroup.
            period: A financial year, or a period within one.

        Raises:
            UnknownNameError: The mapping has no such indicator.
        """
        if indicator.startswith(f"{self.id}/"):
            return frozenset({indicator})
        known = self.indicators
        if indicator not in known:
            kind = f"indicator of the mapping {self.id}"
            raise UnknownNameError(kind, indicator, known)
        return frozenset(
            row.component
            for row in self.rows
            if indicator in row.indicators and row.holds_in(period)
        )

    def subgroup_id(self, subgroup: str) -> str:
        """Give the id of a subgroup as an indicator: ``home-office/shoplifting``.

        Raises:
            InvalidValueError: The name has neither a letter nor a digit.
        """
        words = _BETWEEN_WORDS.sub("-", folded(subgroup)).strip("-")
        if not words:
            raise InvalidValueError("subgroup", subgroup, "a name of letters or digits")
        return f"{self.id}/{words}"


def _component(key: str, name: str) -> str:
    return f"{key} {folded(name)}"


def _repeated(
    number: int, row: MappingRow, others: Iterable[MappingRow]
) -> Iterator[Problem]:
    for other in others:
        for indicator in row.indicators:
            if indicator in other.indicators and _meet(row, other):
                place = f"rows[{number}].indicators"
                allowed = f"an indicator that no other row gives to {row.component!r}"
                yield Problem(place, indicator, allowed)


def _meet(one: MappingRow, other: MappingRow) -> bool:
    """Say whether there is a year in which both rows hold."""
    return not (_ends_before(one, other) or _ends_before(other, one))


def _ends_before(one: MappingRow, other: MappingRow) -> bool:
    if one.until is None or other.since is None:
        return False
    return one.until < other.since
