"""Areas in the order of their rates, and between which ranks each lies."""

from collections.abc import Collection, Iterator
from typing import Self

import numpy as np
from attrs import field, frozen

from policing_indicators.calculation.area_rates import RATES_WITHHELD, AreaRates
from policing_indicators.calculation.funnel_shape import laid_out
from policing_indicators.calculation.kernels import ranks
from policing_indicators.calculation.kernels.arguments import (
    Array,
    checked_number,
    confidence_level,
)
from policing_indicators.calculation.kernels.funnels import FunnelScale
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rate import Rate
from policing_indicators.calculation.shown_figures import (
    shown_base,
    shown_level,
    shown_number,
)
from policing_indicators.calculation.total import AreaLeftOut
from policing_indicators.errors import (
    InvalidValueError,
    MissingDataError,
    UnknownNameError,
)
from policing_indicators.showing import Shown, ShownTable
from policing_indicators.vocabulary import requirement

_DRAWS, _SEED = 10_000, 2005
_FEWEST_DRAWS = 100


@frozen(kw_only=True)
class RankedArea:
    """An area's place in a ranking.

    Attributes:
        area: The area's id.
        rate: Its rate or proportion.
        rank: Its rank: 1 is the highest rate, and ties share the better rank.
        best_rank: The rank nearest to 1 that it may well have.
        worst_rank: The rank farthest from 1 that it may well have.
        of: How many areas are ranked.
        is_tied: Whether another area has the same rate.

    >>> found = Ranking.of(AreaRates({"kent": Rate(40, 1_000)}), spread=0)
    >>> print(found["kent"].rank, "of", found["kent"].of)
    1 of 1
    """

    area: str = field(validator=requirement.identifier)
    rate: Rate | Proportion = field(validator=requirement.kind(Rate, Proportion))
    rank: int = field(validator=requirement.positive)
    best_rank: int = field(validator=requirement.positive)
    worst_rank: int = field(validator=requirement.positive)
    of: int = field(validator=requirement.positive)
    is_tied: bool = field(validator=requirement.kind(bool))


@frozen(kw_only=True)
class Ranking(Shown):
    """Areas in the order of their rates, the highest first.

    A rank says little without the two ranks between which it may well lie. They come
    from drawing every area's true rate many times, given what was seen, with the
    variance of chance and of what moves areas from one period to the next beside it
    (Laird and Louis 1989), and hold the true rank as often as the confidence says, on
    average over areas.

    Attributes:
        places: The areas, the highest rate first; of ties, as they were given.
        spread: How far areas' changes scatter beyond chance, as a dispersion has it.
        confidence: The confidence with which each rank lies between its two.
        draws: How often the true rates were drawn.
        seed: The seed they were drawn from.
        left_out: The areas that are not ranked, and why.

    >>> rates = {"north": 400, "south": 330, "east": 318, "west": 120, "middle": 318}
    >>> ranking = Ranking.of(
    ...     AreaRates({area: Rate(count, 500_000) for area, count in rates.items()}),
    ...     spread=0.02,
    ... )
    >>> [(place.area, place.rank) for place in ranking]
    [('north', 1), ('south', 2), ('east', 3), ('middle', 3), ('west', 5)]
    >>> south = ranking["south"]
    >>> print(south.rank, "of", south.of, south.best_rank, "to", south.worst_rank)
    2 of 5 1 to 4
    """

    places: tuple[RankedArea, ...] = field(
        validator=[
            requirement.kind(tuple),
            requirement.each(requirement.kind(RankedArea)),
        ]
    )
    spread: float = field(
        converter=requirement.as_number, validator=requirement.measure
    )
    confidence: float = field(converter=confidence_level)
    draws: int = field(validator=requirement.positive)
    seed: int = field(validator=requirement.natural)
    left_out: tuple[AreaLeftOut, ...] = field(
        default=(),
        validator=[
            requirement.kind(tuple),
            requirement.each(requirement.kind(AreaLeftOut)),
        ],
    )

    @classmethod
    def of(
        cls,
        rates: AreaRates,
        *,
        spread: float,
        leave_out: Collection[str] = RATES_WITHHELD,
        confidence: float = 0.95,
        random: tuple[int, int] = (_DRAWS, _SEED),
    ) -> Self:
        """Rank areas by their rates.

        Args:
            rates: One rate or proportion an area. What cannot stand beside the others
                (over nothing, or negative) is left out and named.
            spread: How far areas' changes from one such period to the next scatter
                beyond chance: the spread of a :class:`Dispersion`, or of what an
                indicator carries. 0 for chance alone, which makes the ranks of volume
                crime look far surer than they are. It is not looked at for
                proportions.
            leave_out: The ids of areas whose rates per head are left out: the City of
                London, unless others are named.
            confidence: The confidence of the ranks between which each lies.
            random: How often the true rates are drawn, a hundred times or more, and
                the seed. The same seed gives the same ranks, and no other generator is
                touched.

        Raises:
            InvalidValueError: An argument is not what it must be.
            MissingDataError: No area has a rate.
        """
        level = confidence_level(confidence)
        scatter = checked_number(
            "spread", spread, lambda value: value >= 0, "a finite number, zero or more"
        )
        draws, seed = _random(random)
        requirement.all_of_kind("rates", (rates,), AreaRates)
        fit = rates.fit_to_compare(leave_out)
        if not len(fit):
            raise MissingDataError("a ranking", fit.why_none)
        counts, sizes = laid_out(fit)
        scale: FunnelScale = "proportion" if fit.are_proportions else "rate"
        shares = counts / sizes
        errors = ranks.rank_errors(shares, sizes, np.asarray(scatter), scale)
        limits = ranks.rank_limits(shares, errors, scale, level, (draws, seed))
        return cls(
            places=tuple(_places(fit, ranks.ranks(shares).tolist(), limits)),
            spread=scatter,
            confidence=level,
            draws=draws,
            seed=seed,
            left_out=fit.left_out,
        )

    def _shown(self) -> tuple[ShownTable, ...]:
        percent = shown_number(100 * self.confidence, decimals=1).removesuffix(".0")
        base = next((_base(place.rate) for place in self.places), "Rate")
        return (
            ShownTable(
                caption=f"Areas by their rates, the highest first, of {len(self)}",
                headings=("Area", "Rank", f"Between ({percent}%)", base),
                rows=tuple(map(_row, self.places)),
                notes=tuple(
                    f"Left out: {each.area}: {each.reason}." for each in self.left_out
                ),
                numbers=3,
            ),
        )

    def __getitem__(self, area: str) -> RankedArea:
        """Give an area's place.

        Raises:
            UnknownNameError: It is not ranked.
        """
        for place in self.places:
            if place.area == area:
                return place
        known = tuple(place.area for place in self.places)
        raise UnknownNameError("ranked area", area, known)

    def __iter__(self) -> Iterator[RankedArea]:
        """Give the areas, the highest rate first."""
        return iter(self.places)

    def __len__(self) -> int:
        """Count the areas that are ranked."""
        return len(self.places)


def _base(rate: Rate | Proportion) -> str:
    per = rate.per if isinstance(rate, Rate) else 1
    return shown_base(per=per, are_proportions=isinstance(rate, Proportion))


def _row(place: RankedArea) -> tuple[str, ...]:
    tied = "=" if place.is_tied else ""
    between = f"{place.best_rank} to {place.worst_rank}"
    return place.area, f"{place.rank}{tied}", between, shown_level(place.rate)


def _random(random: tuple[int, int]) -> tuple[int, int]:
    numbers = requirement.items(random)
    if len(numbers) == 2 and all(type(each) is int for each in numbers):  # noqa: PLR2004 - draws and seed
        draws, seed = numbers
        if draws >= _FEWEST_DRAWS and seed >= 0:
            return draws, seed
    allowed = "how many draws, a hundred or more, and a seed of zero or more"
    raise InvalidValueError("random", random, allowed)


def _places(
    rates: AreaRates,
    own: list[float],
    limits: tuple[Array, Array],
) -> Iterator[RankedArea]:
    rows = zip(rates, own, *(limit.tolist() for limit in limits), strict=True)
    for (area, rate), rank, best, worst in sorted(rows, key=lambda row: row[1]):
        yield RankedArea(
            area=area,
            rate=rate,
            rank=int(rank),
            best_rank=int(best),
            worst_rank=int(worst),
            of=len(rates),
            is_tied=own.count(rank) > 1,
        )
