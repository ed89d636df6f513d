"""Where: a police force area, a force without one, a region, a country."""

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from policing_indicators.errors import InvalidContentError
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.closed_set import ClosedSet
from policing_indicators.vocabulary.names import Names, numbered


class AreaKind(ClosedSet):
    """What an area is."""

    POLICE_FORCE_AREA = "police force area"
    NON_GEOGRAPHIC_FORCE = "non-geographic force"
    COMMUNITY_SAFETY_PARTNERSHIP = "community safety partnership"
    REGION = "region"
    COUNTRY = "country"
    OTHER = "other"


@frozen
class Area:
    """An area that figures are counted for.

    Attributes:
        id: Its identifier in this library, such as ``west-midlands``.
        name: Its name, as printed.
        kind: What it is.
        code: Its nine-character code, where one exists. "West Midlands" names a force
            (E23000014) and a region (E12000005): the code tells them apart. British
            Transport Police has none.
        aliases: Other names under which tables hold it.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> Area(id="kent", name="Kent", kind=AreaKind.POLICE_FORCE_AREA, code="E23000032")
    Area(id='kent', name='Kent', kind=AreaKind.POLICE_FORCE_AREA, ...aliases=())
    """

    id: str = field(validator=requirement.identifier)
    name: str = field(validator=requirement.line)
    kind: AreaKind = field(validator=requirement.kind(AreaKind))
    code: str | None = field(
        default=None,
        validator=requirement.optional(requirement.area_code),
        kw_only=True,
    )
    aliases: tuple[str, ...] = field(
        default=(),
        converter=requirement.texts,
        validator=requirement.each(requirement.line),
        kw_only=True,
    )


def _rows(areas: Iterable[Area]) -> tuple[Area, ...]:
    return requirement.items(areas)


@frozen
class Areas:
    """Areas in order, found by id, code, name or alias.

    Attributes:
        rows: The areas.

    Raises:
        InvalidValueError: A row is no area.
        InvalidContentError: Two areas answer to one name.

    >>> kent = Area("kent", "Kent", AreaKind.POLICE_FORCE_AREA, code="E23000032")
    >>> Areas([kent]).find("e23000032").name
    'Kent'
    """

    rows: tuple[Area, ...] = field(
        converter=_rows, validator=requirement.each(requirement.kind(Area))
    )
    _names: Names[Area] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Index the areas, and hold each name to one of them."""
        names = Names("area", self.rows, _names_of)
        object.__setattr__(self, "_names", names)
        problems = tuple(names.problems("rows"))
        if problems:
            raise InvalidContentError("areas", problems)

    def find(self, name: str) -> Area:
        """Find an area by its id, code, name or an alias, in any case.

        Raises:
            UnknownNameError: None answers to it.
        """
        return self._names.find(name)

    def __iter__(self) -> Iterator[Area]:
        """Give the areas in their order."""
        return iter(self.rows)

    def __contains__(self, area: object) -> bool:
        """Say whether an area is one of these."""
        return area in self.rows

    def __len__(self) -> int:
        """Count the areas."""
        return len(self.rows)


def _names_of(area: Area) -> Iterator[tuple[str, str]]:
    yield "id", area.id
    yield "name", area.name
    if area.code is not None:
        yield "code", area.code
    yield from numbered("aliases", area.aliases)
