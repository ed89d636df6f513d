"""One area's change beside the changes of all areas, and of a group."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from statistics import median
from typing import Self

from attrs import evolve, field, frozen

from policing_indicators.calculation.change import Change
from policing_indicators.calculation.dispersion import NO_EVENT, Dispersion
from policing_indicators.calculation.significance import Significance
from policing_indicators.errors import MissingDataError, UnknownNameError
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.area_group import AreaGroup, GroupAverage
from policing_indicators.vocabulary.observation import Observation


def _changes(changes: Mapping[str, Change]) -> dict[str, Change]:
    return dict(changes)


@frozen(kw_only=True)
class ChangeComparison:
    """How one area's change stands beside the changes of all areas.

    Attributes:
        area: The area's id.
        changes: The change of each area that was measured, the area itself among them.
        dispersion: How these changes scatter, the change of their total, and which
            areas are left out of it and why.
        significance: The evidence: the area's later count over its earlier one, over
            the same of the total, with limits, and how often areas' changes lie as far
            from that of the total by chance and by their scatter.

    >>> from policing_indicators.vocabulary.period import Period
    >>> counts = {
    ...     2023: {"kent": 400, "essex": 600, "surrey": 1000},
    ...     2024: {"kent": 300, "essex": 700, "surrey": 900},
    ... }
    >>> earlier, later = (
    ...     [
    ...         Observation(
    ...             "knife-crime", area, Period.financial_year(year), count=count
    ...         )
    ...         for area, count in counts[year].items()
    ...     ]
    ...     for year in counts
    ... )
    >>> kent = ChangeComparison.of("kent", earlier, later)
    >>> kent.change.percent, kent.total.percent, kent.median_percent
    (-25.0, -5.0, -10.0)
    >>> kent.rank
    1
    """

    area: str = field(validator=requirement.identifier)
    changes: dict[str, Change] = field(converter=_changes)
    dispersion: Dispersion = field(validator=requirement.kind(Dispersion))
    significance: Significance = field(validator=requirement.kind(Significance))

    @classmethod
    def of(
        cls,
        area: str,
        earlier: Iterable[Observation],
        later: Iterable[Observation],
        *,
        rolling: bool = False,
        confidence: float = 0.95,
    ) -> Self:
        """Hold an area's change against those of all areas.

        Args:
            area: The area's id.
            earlier: One observation an area, of all areas; as for
                :meth:`Dispersion.of`.
            later: The same for the later period.
            rolling: As for :meth:`Change.between`.
            confidence: The confidence of the limits of the ratio.

        Raises:
            DuplicateError: As for :meth:`Dispersion.of`.
            IncomparableError: As for :meth:`Dispersion.of`.
            InvalidValueError: As for :meth:`Dispersion.of`.
            MissingDataError: As for :meth:`Dispersion.of`.
            UnknownNameError: The area is not among those that can be measured.
        """
        before, after = requirement.items(earlier), requirement.items(later)
        found = Dispersion.of(before, after, rolling=rolling)
        by_area = {
            row.area: [row.required_count()]
            for row in before
            if row.area in found.areas
        }
        for row in after:
            if row.area in by_area:
                by_area[row.area].append(row.required_count())
        changes = {
            each: evolve(found.total, earlier=pair[0], later=pair[1])
            for each, pair in by_area.items()
        }
        if area not in changes:
            raise UnknownNameError("area with a change", area, tuple(changes))
        return cls(
            area=area,
            changes=changes,
            dispersion=found,
            significance=found.significance(changes[area], confidence=confidence),
        )

    @property
    def change(self) -> Change:
        """The area's own change."""
        return self.changes[self.area]

    @property
    def total(self) -> Change:
        """The change of all the areas together."""
        return self.dispersion.total

    @property
    def others(self) -> Change:
        """The change of all the other areas together."""
        total, own = self.total, self.change
        return evolve(
            total, earlier=total.earlier - own.earlier, later=total.later - own.later
        )

    @property
    def without_events(self) -> tuple[str, ...]:
        """The other areas that counted none in both periods.

        How they changed cannot be measured; the total is over them all the same.
        """
        left_out = self.dispersion.left_out
        return tuple(each.area for each in left_out if each.reason == NO_EVENT)

    @property
    def below(self) -> tuple[str, ...]:
        """The areas with a lower change in per cent (a larger fall or a smaller rise).

        None where the area had no event to change from.
        """
        own = self.change.exact_percent
        if own is None:
            return ()
        return tuple(area for area, each in self.exact_percents.items() if each < own)

    @property
    def above(self) -> tuple[str, ...]:
        """The areas with a higher change in per cent (a smaller fall or a larger rise).

        None where the area had no event to change from.
        """
        own = self.change.exact_percent
        if own is None:
            return ()
        return tuple(area for area, each in self.exact_percents.items() if each > own)

    @property
    def exact_percents(self) -> dict[str, Fraction]:
        """The change of each area in per cent, without any rounding, lowest first.

        An area with no event in the earlier period has none.
        """
        found = {
            area: change.exact_percent
            for area, change in self.changes.items()
            if change.exact_percent is not None
        }
        return dict(sorted(found.items(), key=lambda item: item[1]))

    @property
    def median_percent(self) -> float:
        """The median of the areas' changes in per cent.

        Raises:
            MissingDataError: No area has a change in per cent.
        """
        percents = self.exact_percents
        if not percents:
            what = "the median of the areas' changes"
            raise MissingDataError(what, "no area has an event in the earlier period")
        return float(median(percents.values()))

    @property
    def rank(self) -> int | None:
        """The rank of the area's change in per cent, where 1 is the largest fall.

        Ties share the better rank. None where the area had no event to change from.
        """
        own = self.change.exact_percent
        if own is None:
            return None
        return 1 + sum(percent < own for percent in self.exact_percents.values())

    def percent_of_group(self, group: AreaGroup, average: GroupAverage) -> Fraction:
        """Work out the change of a group in per cent, the area itself in it.

        Args:
            group: The group, such as the most similar forces.
            average: The mean of the areas' changes in per cent, or the change of their
                counts pooled.

        Raises:
            InvalidValueError: An argument is not what it must be.
            MissingDataError: An area of the group has no change in per cent: an
                average over fewer areas is another average.
        """
        requirement.all_of_kind("group", (group,), AreaGroup)
        requirement.all_of_kind("average", (average,), GroupAverage)
        members = self.members_of(group)
        percents = self.exact_percents
        lacking = [each for each in members if each not in percents]
        if lacking:
            reason = f"no change in per cent for {', '.join(lacking)}"
            raise MissingDataError(f"the change of {group.name}", reason)
        if average is GroupAverage.MEAN_OF_RATES:
            return sum((percents[each] for each in members), Fraction()) / len(members)
        return self.change_of_group(group).exact_percent or Fraction()

    def change_of_group(self, group: AreaGroup) -> Change:
        """Add up the counts of a group, the area itself in it.

        Raises:
            MissingDataError: An area of the group has no change.
        """
        members = self.members_of(group)
        lacking = [each for each in members if each not in self.changes]
        if lacking:
            reason = f"no change for {', '.join(lacking)}"
            raise MissingDataError(f"the change of {group.name}", reason)
        changes = [self.changes[each] for each in members]
        return evolve(
            self.total,
            earlier=sum(each.earlier for each in changes),
            later=sum(each.later for each in changes),
        )

    def members_of(self, group: AreaGroup) -> tuple[str, ...]:
        """Give the ids of a group's areas, the area itself in it."""
        return tuple(dict.fromkeys((*group.areas, self.area)))
