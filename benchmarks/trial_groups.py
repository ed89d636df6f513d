"""Trial A, of groups: claims of one table that must fit together."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

import numpy as np
from attrs import evolve

from benchmarks.printed_claims import Key, Texts, swap_digits
from benchmarks.trial_same_vintage import FEWEST, MONTHS_IN_QUARTER, World
from policing_indicators.audit.auditing import audit_claims
from policing_indicators.audit.group_finding import GroupFinding
from policing_indicators.audit.tolerance import Tolerance
from policing_indicators.audit.verdict import AT_FAULT
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.rounding import round_half_away
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.populations import populations
from policing_indicators.vocabulary.claim import Claim, ClaimComparator
from policing_indicators.vocabulary.claims import (
    ClaimDocument,
    ClaimGroup,
    Claims,
    GroupKind,
)
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.printed_number import PrintedNumber

SEED = 20_260_403
EACH = 200
"""Right groups of each kind, and corrupted ones."""

WHOLES = ("neighbourhood-crime", "drug-offences")
PER_CENT = 100
FORMS = (("level",), ("percentage",), ("level", "percentage"))

Draw = np.random.Generator


class Member(NamedTuple):
    """One claim of a group: what it is of, and what it prints."""

    key: Key
    printed: Texts
    share_of: str | None = None


class Made(NamedTuple):
    """A group: its kind, its members, and its whole at the end where it has one."""

    kind: GroupKind
    members: list[Member]
    has_whole: bool


class GroupTally(NamedTuple):
    """How many groups of one kind were made, and of how many a fault was found.

    Attributes:
        kind: The kind.
        right: How many right ones.
        false_alarms: Of how many of these a fault was found.
        corrupted: How many in which two digits of one figure were swapped.
        found: Of how many of these a fault was found, in the group itself.
    """

    kind: str
    right: int
    false_alarms: int
    corrupted: int
    found: int


Make = Callable[[World, Draw], Made | None]


def parts(world: World, draw: Draw) -> Made | None:
    """Print a whole with all its parts."""
    return _of_whole(world, draw, str(draw.choice(WHOLES)), left_out=0)


def parts_but_one(world: World, draw: Draw) -> Made | None:
    """Print a whole with its parts but one."""
    return _of_whole(world, draw, WHOLES[0], left_out=1)


def quarters(world: World, draw: Draw) -> Made | None:
    """Print the quarters of a year and the year."""
    indicator, area, year = _drawn(world, draw)
    keys = [(indicator, area, each) for each in (*year.quarters, year)]
    form = FORMS[int(draw.choice((0, 2)))]
    return _made(world, GroupKind.QUARTERS, keys, form, _decimals(draw))


def shares(world: World, draw: Draw) -> Made | None:
    """Print the shares of a whole."""
    whole = str(draw.choice(WHOLES))
    _, area, year = _drawn(world, draw)
    total = world.counts.get((whole, area, year), 0)
    counts = [world.counts.get((part, area, year), 0) for part in _parts(whole)]
    if min(total, *counts) < FEWEST:
        return None
    decimals = _decimals(draw)
    members = [
        Member(
            (part, area, year),
            {"share": f"{round_half_away(_share(count, total), decimals)}%"},
            share_of=whole,
        )
        for part, count in zip(_parts(whole), counts, strict=True)
    ]
    return Made(GroupKind.SHARES, members, has_whole=False)


def documents(world: World, draw: Draw) -> Made | None:
    """Print one figure in two documents, one of them more coarsely."""
    key = _drawn(world, draw)
    form = FORMS[int(draw.integers(len(FORMS)))]
    coarse, fine = (_member(world, key, form, each) for each in (0, _decimals(draw)))
    if coarse is None or fine is None:
        return None
    return Made(GroupKind.DOCUMENTS, [coarse, fine], has_whole=False)


KINDS: Mapping[str, Make] = {
    "parts and their whole": parts,
    "all parts but one, and the whole": parts_but_one,
    "quarters and their year": quarters,
    "shares of one total": shares,
    "one figure in two documents": documents,
}


def run(
    observations: tuple[Observation, ...], *, each: int = EACH
) -> tuple[GroupTally, ...]:
    """Make groups of a table, right and corrupted, and audit them against it."""
    world, draw = World.of(observations), np.random.default_rng(SEED)
    right = [_some(make, world, draw) for make in KINDS.values() for _ in range(each)]
    wrong = [_corrupted(made, draw) for made in right]
    of_right, of_wrong = (_found(made, observations) for made in (right, wrong))
    return tuple(
        GroupTally(
            kind=kind,
            right=each,
            false_alarms=_faults(of_right[place * each : (place + 1) * each]),
            corrupted=each,
            found=_faults(of_wrong[place * each : (place + 1) * each]),
        )
        for place, kind in enumerate(KINDS)
    )


def _some(make: Make, world: World, draw: Draw) -> Made:
    made = None
    while made is None:
        made = make(world, draw)
    return made


def _corrupted(made: Made, draw: Draw) -> Made:
    """Swap two digits of one figure."""
    text = None
    while text is None:
        place = int(draw.integers(len(made.members)))
        member = made.members[place]
        name = str(draw.choice(list(member.printed)))
        text = swap_digits(member.printed[name], draw)
        if text is None and draw.random() < 0.1:  # noqa: PLR2004 - no digits to swap
            text = "77"
    printed = member.printed | {name: text}
    members = [*made.members]
    members[place] = member._replace(printed=printed)
    return made._replace(members=members)


def _found(
    made: list[Made], observations: tuple[Observation, ...]
) -> tuple[GroupFinding, ...]:
    claims = [list(_claims(number, each)) for number, each in enumerate(made)]
    document = Claims(
        document=ClaimDocument(title="Trial"),
        claims=[claim for each in claims for claim in each],
        groups=[
            _group(number, each, [claim.id for claim in claims[number]])
            for number, each in enumerate(made)
        ],
    )
    return audit_claims(
        document,
        observations,
        framework=framework("national-priorities-2021"),
        populations=populations(),
        tolerance=Tolerance(is_zero=True),
    ).groups


def _group(number: int, made: Made, ids: list[str]) -> ClaimGroup:
    return ClaimGroup(
        id=f"group-{number}",
        kind=made.kind,
        members=ids[:-1] if made.has_whole else ids,
        whole=ids[-1] if made.has_whole else None,
    )


def _claims(number: int, made: Made) -> Iterator[Claim]:
    for place, member in enumerate(made.members):
        indicator, area, period = member.key
        plain = Claim(
            id=f"claim-{number}-{place}",
            indicator=indicator,
            area=area,
            period=period,
            comparator=ClaimComparator.YEAR_BEFORE,
            document=f"document {number}",
        )
        figures = {
            name: PrintedNumber.parse(text) for name, text in member.printed.items()
        }
        if "share" in figures:
            share = figures["share"]
            yield evolve(plain, share=share, share_of=member.share_of)
        else:
            yield evolve(
                plain,
                level=figures.get("level"),
                percentage=figures.get("percentage"),
            )


def _faults(found: tuple[GroupFinding, ...]) -> int:
    return Counter(each.verdict in AT_FAULT for each in found)[True]


def _of_whole(world: World, draw: Draw, whole: str, *, left_out: int) -> Made | None:
    _, area, year = _drawn(world, draw)
    names = draw.permutation(_parts(whole))[left_out:]
    keys = [(str(name), area, year) for name in (*names, whole)]
    form = FORMS[int(draw.integers(len(FORMS)))]
    return _made(world, GroupKind.PARTS, keys, form, _decimals(draw))


def _made(
    world: World, kind: GroupKind, keys: list[Key], form: tuple[str, ...], decimals: int
) -> Made | None:
    members = [_member(world, key, form, decimals) for key in keys]
    known = [each for each in members if each is not None]
    return Made(kind, known, has_whole=True) if len(known) == len(members) else None


def _member(
    world: World, key: Key, form: tuple[str, ...], decimals: int
) -> Member | None:
    pair = world.pair(key)
    if pair is None:
        return None
    percent = Change(earlier=pair[1], later=pair[0]).exact_percent or Fraction(0)
    rounded = round_half_away(percent, decimals)
    texts = {"level": f"{pair[0]:,}", "percentage": f"{rounded:+}%"}
    return Member(key, {name: texts[name] for name in form})


def _drawn(world: World, draw: Draw) -> Key:
    return world.years[int(draw.integers(len(world.years)))]


def _decimals(draw: Draw) -> int:
    return int(draw.integers(1, MONTHS_IN_QUARTER))


def _parts(whole: str) -> tuple[str, ...]:
    return framework("national-priorities-2021").indicator(whole).parts


def _share(count: int, total: int) -> Fraction:
    return Fraction(PER_CENT * count, total)
