"""The populations on the shelf: mid-year estimates and households, by edition."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from attrs import field, frozen

from policing_indicators.registry import shelf
from policing_indicators.structuring import read_toml
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.population import (
    DenominatorKind,
    Population,
    Populations,
)
from policing_indicators.vocabulary.source import Source


@frozen(kw_only=True)
class _Edition:
    """One edition of estimates: a file with a row an area and a column a year."""

    file: str = field(validator=requirement.line)
    edition: str = field(validator=requirement.line)
    kind: DenominatorKind
    source: Source


def _editions(editions: Iterable[_Edition]) -> tuple[_Edition, ...]:
    return requirement.items(editions)


@frozen(kw_only=True)
class _Editions:
    """Every edition on the shelf."""

    editions: tuple[_Edition, ...] = field(converter=_editions)


@cache
def populations() -> Populations:
    """Give every population that is known, each with its edition and source.

    >>> from policing_indicators.vocabulary.period import Period
    >>> year = Period.financial_year(2024)
    >>> populations().for_period("west-midlands", year).value
    3036605
    """
    editions = read_toml(shelf.file("populations.toml"), _Editions).editions
    return Populations(row for edition in editions for row in _rows(edition))


def _rows(edition: _Edition) -> Iterator[Population]:
    header, *rows = csv.reader(shelf.lines(f"populations/{edition.file}"))
    days = [date(int(year), 6, 30) for year in header[1:]]
    for area, *values in rows:
        for day, value in zip(days, values, strict=True):
            yield Population(
                area, edition.kind, day, edition.edition, int(value), edition.source
            )
