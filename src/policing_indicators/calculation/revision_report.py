"""What moved between two editions of the same figures, and by how much."""

from collections.abc import Hashable, Iterable, Iterator
from statistics import median
from typing import Self

from attrs import field, frozen

from policing_indicators.calculation.change import Change
from policing_indicators.errors import DuplicateError
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.observation import Observation


@frozen(kw_only=True)
class Revision:
    """One figure as two editions give it.

    Attributes:
        earlier: The figure, or why there is none, in the earlier edition.
        later: The same in the later one.

    >>> from policing_indicators.vocabulary.period import Period
    >>> year = Period.calendar_year(2024)
    >>> first = Observation("knife-crime", "kent", year, count=100)
    >>> second = Observation("knife-crime", "kent", year, count=103)
    >>> Revision(earlier=first, later=second).percent
    3.0
    """

    earlier: Observation = field(validator=requirement.kind(Observation))
    later: Observation = field(validator=requirement.kind(Observation))

    @property
    def moved(self) -> bool:
        """Whether the editions differ, in the figure or in whether there is one."""
        return self.earlier.figure != self.later.figure

    @property
    def absolute(self) -> int | float | None:
        """The later figure less the earlier one; none where one is missing."""
        if self.earlier.figure is None or self.later.figure is None:
            return None
        return self.later.figure - self.earlier.figure

    @property
    def percent(self) -> float | None:
        """The revision of a count in per cent of the earlier one.

        None where one is missing or is no count, or the earlier is zero or negative. A
        rate or percentage moves by what :attr:`absolute` says, in its own unit.
        """
        if self.earlier.count is None or self.later.count is None:
            return None
        return Change(earlier=self.earlier.count, later=self.later.count).percent


@frozen(kw_only=True)
class IndicatorRevisions:
    """How the figures of one indicator moved.

    Attributes:
        indicator: The indicator's id.
        compared: How many figures both editions give.
        moved: How many of these differ.
        withdrawn: How many the earlier edition gives, and the later says are missing.
        supplied: How many are missing in the earlier edition, and the later gives.
        median_percent: Half of the counts moved by this much or less, in per cent of
            the earlier ones and whichever way; none where there is no percentage.
        largest: The figure that moved most, if any did.

    >>> from policing_indicators.vocabulary.period import Period
    >>> year = Period.calendar_year(2024)
    >>> first = Observation("knife-crime", "kent", year, count=100)
    >>> second = Observation("knife-crime", "kent", year, count=103)
    >>> report = RevisionReport.between(earlier=[first], later=[second])
    >>> [row] = report.indicators
    >>> row.moved
    1
    """

    indicator: str
    compared: int
    moved: int
    withdrawn: int
    supplied: int
    median_percent: float | None
    largest: Revision | None


@frozen(kw_only=True)
class RevisionReport:
    """What moved between two editions of the same figures.

    Attributes:
        revisions: Every figure that both editions have, in the order of the earlier.
        only_earlier: What the later edition does not have at all.
        only_later: What the earlier does not.

    >>> RevisionReport.between(earlier=[], later=[]).indicators
    ()
    """

    revisions: tuple[Revision, ...] = field(converter=requirement.items)
    only_earlier: tuple[Observation, ...] = field(converter=requirement.items)
    only_later: tuple[Observation, ...] = field(converter=requirement.items)

    @classmethod
    def between(
        cls, *, earlier: Iterable[Observation], later: Iterable[Observation]
    ) -> Self:
        """Lay two editions side by side, by indicator, area and period.

        The vintages and sources of the figures are what differs between editions, and
        so are left aside.

        Args:
            earlier: The figures of the earlier edition.
            later: Those of the later one.

        Raises:
            DuplicateError: An edition has two figures of one indicator, area and
                period.
        """
        before = _by_place(earlier, "the earlier edition")
        after = _by_place(later, "the later edition")
        return cls(
            revisions=[
                Revision(earlier=each, later=after[place])
                for place, each in before.items()
                if place in after
            ],
            only_earlier=[each for place, each in before.items() if place not in after],
            only_later=[each for place, each in after.items() if place not in before],
        )

    @property
    def indicators(self) -> tuple[IndicatorRevisions, ...]:
        """How each indicator moved, in the order of the earlier edition."""
        return tuple(self._indicators())

    def _indicators(self) -> Iterator[IndicatorRevisions]:
        by_indicator: dict[str, list[Revision]] = {}
        for revision in self.revisions:
            by_indicator.setdefault(revision.earlier.indicator, []).append(revision)
        for indicator, all_of_it in by_indicator.items():
            both = [each for each in all_of_it if each.absolute is not None]
            percents = [abs(each.percent) for each in both if each.percent is not None]
            moved = [each for each in both if each.moved]
            yield IndicatorRevisions(
                indicator=indicator,
                compared=len(both),
                moved=len(moved),
                withdrawn=sum(_lost(each.earlier, each.later) for each in all_of_it),
                supplied=sum(_lost(each.later, each.earlier) for each in all_of_it),
                median_percent=median(percents) if percents else None,
                largest=max(moved, key=_size, default=None),
            )


def _by_place(
    observations: Iterable[Observation], where: str
) -> dict[Hashable, Observation]:
    rows = requirement.items(observations)
    requirement.all_of_kind("observations", rows, Observation)
    found: dict[Hashable, Observation] = {}
    for row in rows:
        place = row.indicator, row.area, row.period
        if found.setdefault(place, row) is not row:
            raise DuplicateError(str(row), where)
    return found


def _lost(one: Observation, other: Observation) -> bool:
    return one.figure is not None and other.figure is None


def _size(revision: Revision) -> float:
    return abs(revision.absolute or 0)
