"""Trial A: claims from one table, right and corrupted, held to that same table."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from time import process_time
from typing import NamedTuple

import numpy as np
from attrs import frozen

from benchmarks.printed_claims import (
    FORMS,
    Figures,
    Key,
    Texts,
    claim,
    swap_digits,
    texts,
)
from policing_indicators.audit.auditing import audit_claims
from policing_indicators.audit.claim_finding import ClaimFinding
from policing_indicators.audit.tolerance import Tolerance
from policing_indicators.audit.verdict import AT_FAULT, Standing
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.rounding import Rounding
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.populations import populations
from policing_indicators.vocabulary.claim import Claim
from policing_indicators.vocabulary.claims import ClaimDocument, Claims
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

RIGHT = CORRUPTED = 10_000
SEED = 20_260_401
FEWEST = 50
"""Counts are fifty or more, as where publishers print a percentage."""

QUARTERS = 0.2
"""Which part of the claims is of quarters; the others are of financial years."""

DECIMALS = (0, 1, 1, 1, 1, 1, 1, 1, 2, 2)
MONTHS_IN_QUARTER = 3

Counts = dict[Key, int]
Draw = np.random.Generator
Corrupt = Callable[["World", Draw, Key, Figures], Texts | None]


@frozen
class World:
    """The counts of the table, and which of them claims are made of."""

    counts: Counts
    years: tuple[Key, ...]
    quarters: tuple[Key, ...]
    rows: tuple[str, ...]

    @classmethod
    def of(cls, observations: Iterable[Observation]) -> "World":
        """Index the observations of a table."""
        counts: Counts = {
            (row.indicator, row.area, row.period): row.count
            for row in observations
            if row.count is not None
        }
        keys = [key for key in counts if _is_claimable(counts, key)]
        return cls(
            counts=counts,
            years=tuple(key for key in keys if key[2].months > MONTHS_IN_QUARTER),
            quarters=tuple(key for key in keys if key[2].months == MONTHS_IN_QUARTER),
            rows=tuple(sorted({indicator for indicator, _, _ in keys})),
        )

    def pair(self, key: Key, before: Period | None = None) -> tuple[int, int] | None:
        """Give the later and the earlier count of a cell, if both can be printed."""
        indicator, area, period = key
        later = self.counts.get(key)
        earlier = self.counts.get((indicator, area, before or period.year_before))
        if later is None or earlier is None or min(later, earlier) < FEWEST:
            return None
        return later, earlier

    def shifted(self, indicator: str, area: str, year: Period, quarters: int) -> int:
        """Give the twelve months that end so many quarters before a year does.

        Zero where a quarter is not there.
        """
        last, *_ = reversed(year.quarters)
        for _ in range(quarters):
            last = last.preceding
        ending = Period.year_ending(last.end.year, last.end.month)
        counts = [self.counts.get((indicator, area, each)) for each in ending.quarters]
        known = [each for each in counts if each is not None]
        return sum(known) if len(known) == len(counts) else 0


def _is_claimable(counts: Counts, key: Key) -> bool:
    indicator, area, period = key
    earlier = counts.get((indicator, area, period.year_before), 0)
    return area != "british-transport-police" and min(counts[key], earlier) >= FEWEST


def swapped_digits(
    _world: World, draw: Draw, _key: Key, figures: Figures
) -> Texts | None:
    """Swap two digits that stand side by side in one of the figures."""
    printed = texts(figures)
    name = str(draw.choice(list(printed)))
    text = swap_digits(printed[name], draw)
    return None if text is None else printed | {name: text}


def another_year(world: World, draw: Draw, key: Key, figures: Figures) -> Texts | None:
    """Print the figures of another year of the same row and force."""
    indicator, area, period = key
    steps = int(draw.integers(1, 6))
    for _ in range(steps):
        period = period.year_before
    return _printed(world, (indicator, area, period), figures)


def another_row(world: World, draw: Draw, key: Key, figures: Figures) -> Texts | None:
    """Print the figures of another row of the same force and year."""
    _, area, period = key
    row = str(draw.choice(world.rows))
    return None if row == key[0] else _printed(world, (row, area, period), figures)


def sign(_world: World, _draw: Draw, _key: Key, figures: Figures) -> Texts | None:
    """Print a fall as a rise, and a rise as a fall."""
    change = Change(earlier=figures.earlier, later=figures.later)
    if change.absolute == 0:
        return None
    flipped = Change(earlier=figures.earlier, later=figures.earlier - change.absolute)
    return texts(figures, flipped)


def truncated(_world: World, _draw: Draw, _key: Key, figures: Figures) -> Texts | None:
    """Leave decimals of the percentage off."""
    return texts(figures._replace(rounding=Rounding.TRUNCATION))


def reversed_years(
    _world: World, _draw: Draw, _key: Key, figures: Figures
) -> Texts | None:
    """Print the change from the later year to the earlier."""
    return texts(figures, Change(earlier=figures.later, later=figures.earlier))


def unlike_period(world: World, draw: Draw, key: Key, figures: Figures) -> Texts | None:
    """Print twelve months that end in another quarter, or a quarter on that before."""
    indicator, area, period = key
    if period.months == MONTHS_IN_QUARTER:
        pair = world.pair(key, period.preceding)
    else:
        shift = int(draw.integers(1, 4))
        later, earlier = (
            world.shifted(indicator, area, each, shift)
            for each in (period, period.year_before)
        )
        pair = later, earlier
    if pair is None or min(pair) < FEWEST:
        return None
    return texts(figures._replace(later=pair[0], earlier=pair[1]))


CORRUPTIONS: dict[str, Corrupt] = {
    "two digits swapped": swapped_digits,
    "another year's figures": another_year,
    "another row's figures": another_row,
    "the change's sign": sign,
    "the percentage truncated": truncated,
    "the years reversed": reversed_years,
    "an unlike period's figures": unlike_period,
}


class Tally(NamedTuple):
    """How many claims of one kind were made, and how many were said not to stand.

    Attributes:
        kind: What was done to them.
        claims: How many there were.
        same: How many of these print the same as the right ones.
        found: How many were said not to reproduce, or that they cannot all hold.
        alone: How many of these cannot all hold, whatever the data.
    """

    kind: str
    claims: int
    same: int
    found: int
    alone: int


class TrialA(NamedTuple):
    """What came of the trial.

    Attributes:
        right: The right claims.
        corrupted: The corrupted claims, by what was done to them.
        false_alarms: What the false alarms were, if any.
        codes: How often each code was found in right claims.
        seconds: How long all the claims took.
    """

    right: Tally
    corrupted: tuple[Tally, ...]
    false_alarms: tuple[str, ...]
    codes: Mapping[str, int]
    seconds: float


def run(
    observations: tuple[Observation, ...], *, right: int = RIGHT, wrong: int = CORRUPTED
) -> TrialA:
    """Make claims of a table, right and corrupted, and audit them against it."""
    world, draw = World.of(observations), np.random.default_rng(SEED)
    plain = list(_right(world, draw, right))
    spoilt = list(_corrupted(world, draw, wrong))
    start = process_time()
    of_right = _audited([each for each, _ in plain], observations)
    of_spoilt = _audited([each for _, each, _ in spoilt], observations)
    seconds = process_time() - start
    alarms = [each for each in of_right if _is_found(each)]
    return TrialA(
        right=Tally("right", len(plain), len(plain), len(alarms), 0),
        corrupted=tuple(_tallies(spoilt, of_spoilt)),
        false_alarms=tuple(map(_described, alarms)),
        codes=Counter(found.code.value for each in of_right for found in each.findings),
        seconds=seconds,
    )


def _right(world: World, draw: Draw, many: int) -> Iterator[tuple[Claim, Figures]]:
    for number in range(many):
        key, figures = _drawn(world, draw)
        yield claim(number, key, texts(figures)), figures


def _corrupted(
    world: World, draw: Draw, many: int
) -> Iterator[tuple[str, Claim, bool]]:
    """Give what was done, the claim, and whether it prints as the right one does."""
    for number in range(many):
        kind = list(CORRUPTIONS)[number % len(CORRUPTIONS)]
        printed = None
        while printed is None:
            key, figures = _drawn(world, draw)
            if {"absolute", "percentage"} & set(figures.form):
                printed = CORRUPTIONS[kind](world, draw, key, figures)
        yield kind, claim(number, key, printed), printed == texts(figures)


def _drawn(world: World, draw: Draw) -> tuple[Key, Figures]:
    pool = world.quarters if draw.random() < QUARTERS else world.years
    key = pool[int(draw.integers(len(pool)))]
    indicator, area, period = key
    form = FORMS[int(draw.integers(len(FORMS)))]
    if period.months == MONTHS_IN_QUARTER and "rate" in form:
        form = FORMS[0]
    return key, Figures(
        later=world.counts[key],
        earlier=world.counts[indicator, area, period.year_before],
        people=populations().for_period(area, period).value,
        form=form,
        decimals=DECIMALS[int(draw.integers(len(DECIMALS)))],
        style=int(draw.integers(len(FORMS) * 10)),
    )


def _printed(world: World, key: Key, figures: Figures) -> Texts | None:
    pair = world.pair(key)
    if pair is None:
        return None
    return texts(figures._replace(later=pair[0], earlier=pair[1]))


def _audited(
    claims: list[Claim], observations: tuple[Observation, ...]
) -> tuple[ClaimFinding, ...]:
    document = Claims(document=ClaimDocument(title="Trial"), claims=claims)
    return audit_claims(
        document,
        observations,
        framework=framework("national-priorities-2021"),
        populations=populations(),
        tolerance=Tolerance(is_zero=True),
    ).claims


def _is_found(finding: ClaimFinding) -> bool:
    return finding.verdict in AT_FAULT


def _tallies(
    spoilt: list[tuple[str, Claim, bool]], found: tuple[ClaimFinding, ...]
) -> Iterator[Tally]:
    for kind in CORRUPTIONS:
        of_kind = [
            (same, each)
            for (what, _, same), each in zip(spoilt, found, strict=True)
            if what == kind
        ]
        changed = [each for same, each in of_kind if not same]
        yield Tally(
            kind=kind,
            claims=len(of_kind),
            same=len(of_kind) - len(changed),
            found=sum(map(_is_found, changed)),
            alone=sum(each.verdict is Standing.CANNOT_ALL_HOLD for each in changed),
        )


def _described(finding: ClaimFinding) -> str:
    figures = {name: str(each) for name, each in finding.claim.figures.items()}
    found = [(each.code.value, each.figure) for each in finding.findings]
    where = (finding.claim.indicator, finding.claim.area, str(finding.claim.period))
    return f"{where}: {figures}: {found}"
