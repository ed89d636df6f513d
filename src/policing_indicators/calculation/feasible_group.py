"""What counts can be, when all that is printed of them holds together."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen

from policing_indicators.calculation.common_solution import have_common_solution
from policing_indicators.calculation.count_relation import CountRelation
from policing_indicators.calculation.feasible_range import FeasibleRange
from policing_indicators.calculation.narrowing import Narrowing
from policing_indicators.vocabulary import requirement


@frozen(kw_only=True)
class FeasibleGroup:
    """What relations between counts leave open, or which of them cannot all hold.

    A range leaves out no count that is possible. It may hold some that are not: each
    relation is read by itself, against the ranges of the other counts.

    Attributes:
        ranges: What each count can be, by its name. All are empty where the relations
            cannot all hold.
        conflict: Labels of relations that cannot all hold, in their order, of which
            none can be spared: without any one of them, no conflict is found among the
            rest of these. Empty where no conflict is found at all.

    >>> of_knives = FeasibleGroup.of(
    ...     [
    ...         CountRelation.within("4,577", "2024", FeasibleRange(4_577, 4_577)),
    ...         CountRelation.absolute_change(
    ...             "700 fewer", earlier="2023", later="2024", change=-700
    ...         ),
    ...     ]
    ... )
    >>> print(of_knives.ranges["2023"])
    5,277
    """

    ranges: Mapping[str, FeasibleRange] = field()
    conflict: tuple[str, ...] = field(converter=requirement.texts)

    @classmethod
    def of(cls, relations: Iterable[CountRelation]) -> "FeasibleGroup":
        """Narrow the counts of some relations, and find a conflict if there is one.

        Relations of one label are spared or needed together. That a conflict is found
        proves that it is one; a conflict that depends on counts being whole in several
        relations at once may not be found.

        Args:
            relations: The relations, in the order in which a conflict is to name them.

        Raises:
            InvalidValueError: What is given is no relation.
        """
        given: tuple[CountRelation, ...] = requirement.items(relations)
        requirement.all_of_kind("relations", given, CountRelation)
        names = dict.fromkeys(name for each in given for name in each.counts)
        narrowing = _narrowed(given)
        if narrowing is None:
            empty = dict.fromkeys(names, FeasibleRange())
            return cls(ranges=empty, conflict=_conflict(given))
        ranges = {name: narrowing.range_of(name) for name in names}
        return cls(ranges=ranges, conflict=())


def _conflict(relations: Sequence[CountRelation]) -> tuple[str, ...]:
    """Leave off what is not needed for the conflict, a label at a time.

    The deletion filter of Chinneck and Dravnieks (1991). What is printed later is left
    off first, so that the conflict named is the first that a reader meets.
    """
    labels = list(dict.fromkeys(each.label for each in relations))
    for label in reversed(labels.copy()):
        rest = [each for each in labels if each != label]
        if _narrowed([each for each in relations if each.label in rest]) is None:
            labels = rest
    return tuple(labels)


def _narrowed(relations: Iterable[CountRelation]) -> Narrowing | None:
    """Narrow the counts as far as they go; none where nothing is left of some."""
    narrowing = Narrowing(side for each in relations for side in each.sides)
    if narrowing.run() and have_common_solution(list(narrowing.above_lowest())):
        return narrowing
    return None
