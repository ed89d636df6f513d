"""Areas that one is held against, as somebody chose them."""

from attrs import field, frozen

from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.closed_set import ClosedSet


class GroupAverage(ClosedSet):
    """Which average of a group is meant; the two differ where areas differ in size."""

    MEAN_OF_RATES = "mean of rates"
    """The unweighted mean of the areas' figures, in which areas count the same."""

    POOLED = "pooled"
    """All the areas' counts over all their denominators, as if they were one area."""


@frozen(kw_only=True)
class AreaGroup:
    """Areas that one is held against, such as the forces most similar to it.

    Groups are data that the user gives: they are not symmetric, and they change. An
    average of a group includes the area that is held against it, as that of HM
    Inspectorate of Constabulary does, whether the group names it or not.

    Attributes:
        id: Its identifier, such as ``most-similar-forces``.
        name: Its name, as printed inside a sentence.
        areas: The ids of its areas.
        source: Who set it, and where that is written.

    Raises:
        InvalidValueError: A field is not what it must be, or an area is named twice.

    >>> AreaGroup(
    ...     id="neighbours",
    ...     name="the neighbouring forces",
    ...     areas=["staffordshire", "warwickshire", "west-mercia"],
    ...     source="Police and Crime Plan 2025, page 4",
    ... ).areas[0]
    'staffordshire'
    """

    id: str = field(validator=requirement.identifier)
    name: str = field(validator=requirement.line)
    areas: tuple[str, ...] = field(
        converter=requirement.texts,
        validator=[
            requirement.each(requirement.identifier),
            requirement.distinct,
            requirement.must(lambda areas: len(areas) > 0, "one area or more"),
        ],
    )
    source: str = field(validator=requirement.line)
