"""Counts how often each check finds something in claims that are right.

    python -m benchmarks.false_alarms

reads the Home Office's table in ``../shared/data``. Claims and groups are made from it,
rounded as this library rounds, and held to it with nothing put down to revision. All
that is found of them and is no point of presentation is a false alarm.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.audit_trials import recorded_crime
from policing_indicators.audit.auditing import audit_claims
from policing_indicators.audit.ranking import LEFT_OUT
from policing_indicators.audit.tolerance import Tolerance
from policing_indicators.calculation.rounding import round_half_away
from policing_indicators.errors import MissingDataError
from policing_indicators.registry.areas import areas
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.populations import populations
from policing_indicators.tables import home_office
from policing_indicators.vocabulary.area import AreaKind
from policing_indicators.vocabulary.claim import Claim, ClaimComparator
from policing_indicators.vocabulary.claims import (
    ClaimDocument,
    ClaimGroup,
    Claims,
    GroupKind,
)
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.printed_number import PrintedNumber
from policing_indicators.vocabulary.printed_rank import PrintedRank

NATIONAL = framework("national-priorities-2021")
CLAIMS = 10_000
SEED = 20_260_401
RANKS = 5_000
FEWEST = 50
FORMS = (
    ("level", "percentage"),
    ("previous_level", "percentage"),
    ("level", "previous_level", "absolute", "percentage", "rate"),
)
WHOLES = ("neighbourhood-crime", "drug-offences")

Key = tuple[str, str, Period]


def printed(value: Fraction | int, decimals: int = 0, *, sign: bool = False) -> str:
    """Print a number as documents do."""
    number = f"{round_half_away(value, decimals):,}"
    return f"+{number}" if sign and value > 0 else number


def texts(counts: dict[Key, int], key: Key) -> dict[str, str]:
    """Give every figure of a claim as it is rightly printed."""
    indicator, area, period = key
    later, earlier = counts[key], counts[indicator, area, period.year_before]
    found = {
        "level": printed(later),
        "previous_level": printed(earlier),
        "absolute": printed(later - earlier, sign=True),
        "percentage": printed(Fraction(100 * (later - earlier), earlier), 1, sign=True)
        + "%",
    }
    people = _people(area, period)
    if not people:
        return found
    return found | {"rate": printed(Fraction(100_000 * later, people), 1)}


def claim(name: str, key: Key, given: dict[str, str], **facts: object) -> Claim:
    """Make a claim of printed figures."""
    figures = {figure: PrintedNumber.parse(text) for figure, text in given.items()}
    per = 100_000 if "rate" in given else None
    indicator, area, period = key
    return Claim(
        id=name,
        indicator=indicator,
        area=area,
        period=period,
        comparator=ClaimComparator.YEAR_BEFORE,
        per=per,
        **figures,  # type: ignore[arg-type]
        **facts,  # type: ignore[arg-type]
    )


def alone(counts: dict[Key, int], keys: list[Key]) -> Iterator[Claim]:
    """Make claims that stand alone, in each of the forms in turn."""
    for place in range(CLAIMS):
        key = random.choice(keys)  # noqa: S311 - no secret
        every = texts(counts, key)
        form = FORMS[place % len(FORMS)]
        given = {name: every[name] for name in form if name in every}
        yield claim(f"claim-{place}", key, given)


def together(
    counts: dict[Key, int], keys: list[Key]
) -> Iterator[tuple[list[Claim], list[ClaimGroup]]]:
    """Make wholes with their parts, their shares and their quarters."""
    for place, key in enumerate(each for each in keys if each[0] in WHOLES):
        whole, area, period = key
        parts = [(part, area, period) for part in NATIONAL.indicator(whole).parts]
        if any(part not in keys for part in parts):
            continue
        names = [f"g{place}-{row}" for row in range(len(parts))]
        total = claim(f"g{place}", key, _level_and_change(counts, key))
        claims = [
            claim(
                name,
                part,
                _level_and_change(counts, part)
                | {"share": printed(Fraction(100 * counts[part], counts[key]), 1)},
                share_of=whole,
            )
            for name, part in zip(names, parts, strict=True)
        ]
        quarters = [(whole, area, quarter) for quarter in period.quarters]
        of_quarters = [
            claim(f"q{place}-{row}", each, {"level": printed(counts[each])})
            for row, each in enumerate(quarters)
            if counts[each] >= 0
        ]
        groups = [
            ClaimGroup(
                id=f"parts-{place}", kind=GroupKind.PARTS, members=names, whole=total.id
            ),
            ClaimGroup(id=f"shares-{place}", kind=GroupKind.SHARES, members=names),
            ClaimGroup(
                id=f"quarters-{place}",
                kind=GroupKind.QUARTERS,
                members=[each.id for each in of_quarters],
                whole=total.id,
            ),
        ]
        yield [total, *claims, *of_quarters], groups


def ranked(counts: dict[Key, int], keys: list[Key]) -> Iterator[Claim]:
    """Make claims of ranks: the place of an area's rate among those of all forces."""
    forces = {
        area.id
        for area in areas()
        if area.kind is AreaKind.POLICE_FORCE_AREA and area.id not in LEFT_OUT
    }
    for place in range(RANKS):
        indicator, area, period = random.choice(keys)  # noqa: S311 - no secret
        rates = {
            force: Fraction(counts[indicator, force, period], people)
            for force in forces
            if (indicator, force, period) in counts
            and (people := _people(force, period))
        }
        if rates.keys() == forces and area in forces:
            rank = 1 + sum(rate > rates[area] for rate in rates.values())
            printed_rank = PrintedRank.parse(str(rank))
            key = indicator, area, period
            yield claim(f"rank-{place}", key, {}, rank=printed_rank)


def driving(counts: dict[Key, int], keys: list[Key]) -> Iterator[Claim]:
    """Make claims of parts that made most of their whole's change."""
    for place, (whole, area, period) in enumerate(
        key for key in keys if key[0] in WHOLES
    ):
        before = period.year_before
        moved = counts[whole, area, period] - counts[whole, area, before]
        for part in NATIONAL.indicator(whole).parts:
            key = part, area, period
            if key not in keys or not moved:
                continue
            own = counts[key] - counts[part, area, before]
            if 2 * own / Fraction(moved) >= 1:
                figures = {"percentage": texts(counts, key)["percentage"]}
                yield claim(f"driving-{place}-{part}", key, figures, drives=whole)


def _people(area: str, period: Period) -> int:
    try:
        return populations().for_period(area, period).value
    except MissingDataError:
        return 0


def _level_and_change(counts: dict[Key, int], key: Key) -> dict[str, str]:
    every = texts(counts, key)
    return {name: every[name] for name in ("level", "percentage")}


def main() -> None:
    """Make the claims, audit them, and print what was found by its code."""
    random.seed(SEED)
    with TemporaryDirectory() as folder:
        path, _ = recorded_crime(Path(folder))
        observations = home_office.read(path).observations
    counts = {
        (row.indicator, row.area, row.period): row.count
        for row in observations
        if row.count is not None
    }
    keys = [
        key
        for key, count in counts.items()
        if key[2].months == 12  # noqa: PLR2004 - a year
        and count >= FEWEST
        and counts.get((key[0], key[1], key[2].year_before), 0) >= FEWEST
    ]
    claims: list[Claim] = [
        *alone(counts, keys),
        *ranked(counts, keys),
        *driving(counts, keys),
    ]
    groups: list[ClaimGroup] = []
    for some_claims, some_groups in together(counts, keys):
        claims += some_claims
        groups += some_groups
    found = audit_claims(
        Claims(document=ClaimDocument(title="Made"), claims=claims, groups=groups),
        observations,
        framework=NATIONAL,
        populations=populations(),
        tolerance=Tolerance(is_zero=True),
    )
    printed_in = Counter(name for each in claims for name in each.figures)
    told = Counter(each.drives for each in claims if each.drives)
    forms = Counter(tuple(each.figures) for each in claims)
    codes = Counter((each.code.value, each.verdict.value) for each in found.findings)
    lines = [
        f"{len(claims):,} claims and {len(groups):,} groups",
        *(f"{name}: printed in {count:,} claims" for name, count in printed_in.items()),
        *(f"drives {whole}: {count:,} claims" for whole, count in told.items()),
        *(f"{', '.join(form)}: {count:,} claims" for form, count in forms.items()),
        *(f"{code} ({verdict}): {count:,}" for (code, verdict), count in codes.items()),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
