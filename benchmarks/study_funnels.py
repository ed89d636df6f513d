"""How often areas lie outside a funnel, and how often a rank lies between its two.

Simulated on the populations of the 42 forces outside the City of London.
``python -m benchmarks.study_funnels`` prints the tables of docs/calibration.md.
"""

import sys
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from policing_indicators import AreaKind, Period, areas, arrays, populations
from policing_indicators.calculation.kernels import funnels, ranks, scatter

Numbers = NDArray[np.float64]

YEAR = Period.financial_year(2024)
PER = 100_000
RATES = (1, 20, 1_000)
"""Per 100,000: homicide, a rarer offence, and a common one."""

SCATTERS = (0.0, 0.1, 0.3)
"""Standard deviations of the logarithms of areas' true rates."""

SPREADS = (0.0, 0.02, 0.05)
"""How far areas' changes scatter beyond chance, as a dispersion has it."""

FUNNELS, RANKINGS, DRAWS = 2_000, 300, 1_000
ENDS = 5
SEED = 2005


def people() -> Numbers:
    """Give the population of every force but the City of London."""
    shelf = populations()
    return np.array(
        [
            float(shelf.for_period(area.id, YEAR).value)
            for area in areas()
            if area.kind is AreaKind.POLICE_FORCE_AREA and area.id != "city-of-london"
        ]
    )


def funnel_table() -> Iterator[str]:
    """Say how many per cent of areas lie outside, and are called unusual."""
    size, draw = people(), np.random.default_rng(SEED)
    yield _row(
        "rate per 100,000",
        "scatter of true rates",
        "outside exact 95%",
        "outside exact 99.8%",
        "outside 95%",
        "outside 99.8%",
        "p under 0.05 beside all",
    )
    yield _row(*["---:"] * 7)
    for rate in RATES:
        for spread in SCATTERS:
            found = np.mean(
                [_outside(draw, size, rate / PER, spread) for _ in range(FUNNELS)],
                axis=0,
            )
            cells = (f"{100 * each:.1f}" for each in found)
            yield _row(str(rate), str(spread), *cells)


def _outside(
    draw: np.random.Generator, size: Numbers, rate: float, spread: float
) -> list[float]:
    true = rate * np.exp(draw.normal(0, spread, size.size))
    count = draw.poisson(true * size).astype(np.float64)
    pooled = np.asarray(count.sum() / size.sum())
    beyond: list[float] = []
    for level in (0.95, 0.998):
        lower, upper = funnels.exact_limits(size, pooled, level, "rate")
        share = count / size
        beyond.append(float(((share < lower) | (share > upper)).mean()))
    positions = np.abs(arrays.funnel_positions(count, size))
    chance = funnels.deviates(count, size, pooled, "rate")
    between = funnels.beyond_chance(chance, size)
    off = funnels.adjusted(chance, size, between)
    p_value = scatter.p_value(off, np.asarray(float(size.size)))
    return [
        *beyond,
        float((positions >= 1).mean()),
        float((positions == 2).mean()),  # noqa: PLR2004 - beyond the outer limits
        float((p_value < 0.05).mean()),  # noqa: PLR2004 - the usual level
    ]


def rank_table() -> Iterator[str]:
    """Say how often the rank of a true rate lies between the two, at 95%."""
    size, draw = people(), np.random.default_rng(SEED)
    yield _row(
        "rate per 100,000",
        "scatter of true rates",
        "spread of changes",
        "all areas",
        "the five highest and lowest",
        "ranks between, on average",
    )
    yield _row(*["---:"] * 6)
    for rate in RATES:
        for spread in SPREADS:
            for sigma in SCATTERS[1:]:
                rounds = [
                    _ranked(draw, size, rate / PER, (sigma, spread))
                    for _ in range(RANKINGS)
                ]
                all_areas, ends, width = np.mean(rounds, axis=0)
                yield _row(
                    str(rate),
                    str(sigma),
                    str(spread),
                    f"{100 * all_areas:.1f}",
                    f"{100 * ends:.1f}",
                    f"{width:.1f}",
                )


def _ranked(
    draw: np.random.Generator,
    size: Numbers,
    rate: float,
    scatters: tuple[float, float],
) -> tuple[float, float, float]:
    sigma, spread = scatters
    true = rate * np.exp(draw.normal(0, sigma, size.size))
    yearly = np.sqrt(8) * spread
    moved = true * np.exp(draw.normal(0, yearly, size.size) - yearly**2 / 2)
    share = draw.poisson(moved * size) / size
    errors = ranks.rank_errors(share, size, np.asarray(spread), "rate")
    seed = int(draw.integers(2**31))
    lower, upper = ranks.rank_limits(share, errors, "rate", 0.95, (DRAWS, seed))
    own = ranks.ranks(true)
    held = (lower <= own) & (own <= upper)
    ends = (own <= ENDS) | (own > size.size - ENDS)
    width = float((upper - lower + 1).mean())
    return float(held.mean()), float(held[ends].mean()), width


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def tables() -> dict[str, list[str]]:
    """Give every table by its name."""
    return {
        "Areas outside a funnel": list(funnel_table()),
        "Ranks between their two": list(rank_table()),
    }


def main() -> None:
    """Print the tables."""
    for name, lines in tables().items():
        sys.stdout.write("\n".join((f"{name}\n", *lines, "", "")))


if __name__ == "__main__":
    main()
