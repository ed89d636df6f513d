"""What is said of a printed figure beside the tables at hand."""

from collections.abc import Iterator
from fractions import Fraction

from policing_indicators.audit.abstention import Abstention
from policing_indicators.audit.claim_finding import ClaimFinding
from policing_indicators.audit.finding import Reckoning
from policing_indicators.audit.verdict import Standing
from policing_indicators.vocabulary.claim import Claim
from policing_indicators.wording.audit_figures import (
    LABELS,
    listed,
    number,
    sentence,
    told,
)
from policing_indicators.wording.audit_names import Names
from policing_indicators.wording.audit_tables import TablesAtHand

_REASONS = {
    Abstention.NOT_HELD: "no table at hand holds that",
    Abstention.MISSING: "the table at hand gives no figure",
    Abstention.NO_PERIOD: "no period is printed",
    Abstention.NO_COMPARATOR: "it is not known what is compared with",
    Abstention.NOT_IN_ONE_RELEASE: (
        "no one release at hand holds both periods, and figures of two releases differ "
        "by revision too"
    ),
    Abstention.UNDEFINED: "a percentage of zero, or of less, is not defined",
    Abstention.HEDGED: "a round number is not held to its digits",
    Abstention.OTHER_SCOPE: (
        "the sentence is of a scope or a definition of its own, and no table at hand "
        "gives it so"
    ),
    Abstention.OPEN_DEFINITION: (
        "publishers count different things under this name, and how far such figures "
        "are usually revised was not measured"
    ),
    Abstention.NO_POPULATION: "no population is at hand",
    Abstention.TOO_FEW_AREAS: "the tables at hand do not hold every police force area",
    Abstention.OTHER_QUANTITY: "a number does not change by percentage points",
}


def about_reckonings(
    found: ClaimFinding, names: Names, tables: TablesAtHand
) -> Iterator[str]:
    """Say of each figure what the tables give, unless a finding says it."""
    yield from _of_reproduced(found, names, tables)
    for reckoning in found.reckonings:
        if reckoning.verdict is Standing.WITHIN_REVISION:
            yield _within(reckoning, found.claim, names, tables)
    unchecked: dict[tuple[str, str], list[Reckoning]] = {}
    for reckoning in found.reckonings:
        if reckoning.verdict is Standing.CANNOT_BE_CHECKED:
            unchecked.setdefault(_why(reckoning), []).append(reckoning)
    for (reason, note), reckonings in unchecked.items():
        yield _cannot(reckonings, reason, note)


def _of_reproduced(
    found: ClaimFinding, names: Names, tables: TablesAtHand
) -> Iterator[str]:
    together = [
        each for each in found.reckonings if each.verdict is Standing.REPRODUCES
    ]
    if together:
        yield _reproduces(together, tables)
    for each in together:
        if each.newest is not None:
            yield _newest(each, each.newest, found.claim, names, tables)


def _reproduces(reckonings: list[Reckoning], tables: TablesAtHand) -> str:
    rows = [row for each in reckonings for row in each.observations]
    figures = listed(LABELS[each.figure] for each in reckonings)
    verb = "is that" if len(reckonings) == 1 else "are those"
    return sentence(f"{figures} {verb} of {tables.named(rows)}.")


def _newest(
    reckoning: Reckoning,
    newest: Reckoning,
    claim: Claim,
    names: Names,
    tables: TablesAtHand,
) -> str:
    """Say what a newer release gives than the one that gives the printed figure."""
    given = told(
        newest.figure,
        newest.expected or Fraction(0),
        newest.decimals,
        names.unit(claim),
    )
    return sentence(
        f"{tables.named(newest.observations)}, the newest at hand, gives {given} in "
        f"the place of “{reckoning.printed}”."
    )


def _within(
    reckoning: Reckoning, claim: Claim, names: Names, tables: TablesAtHand
) -> str:
    value = reckoning.expected or Fraction(0)
    given = told(reckoning.figure, value, reckoning.decimals, names.unit(claim))
    return sentence(
        f"{LABELS[reckoning.figure]} is printed as “{reckoning.printed}”; "
        f"{tables.named(reckoning.observations)} gives {given}. That is within usual "
        f"revision, {_reach(reckoning)}."
    )


def _reach(reckoning: Reckoning) -> str:
    """Say how far the usual revision reaches."""
    match reckoning.figure:
        case "percentage" | "share":
            return f"up to {number(reckoning.allowed, 1)} percentage points either way"
        case "rank":
            return "which can move places near to each other"
        case _:
            is_whole = reckoning.allowed.denominator == 1
            decimals = max(reckoning.decimals, 0)
            if reckoning.allowed < 10 and not is_whole:  # noqa: PLR2004 - one digit alone says too little
                decimals = max(decimals, 1)
            return f"up to {number(reckoning.allowed, decimals)} either way"


def _why(reckoning: Reckoning) -> tuple[str, str]:
    """Say why a figure cannot be checked, with the note of who gives none."""
    reason = _REASONS[reckoning.abstention or Abstention.NOT_HELD]
    missing = reckoning.missing
    return reason, " ".join(missing.note.split()) if missing else ""


def _cannot(reckonings: list[Reckoning], reason: str, note: str) -> str:
    figures = listed(f"{LABELS[each.figure]} “{each.printed}”" for each in reckonings)
    said = sentence(f"{figures} cannot be checked: {reason}.")
    return f"{said} {note}".rstrip()
