"""``policing-indicators figures``: a force's figures, out of the official files."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from policing_indicators.errors import FileAccessError, InvalidValueError
from policing_indicators.registry.areas import areas
from policing_indicators.registry.frameworks import framework, load_framework
from policing_indicators.registry.mappings import mapping
from policing_indicators.registry.not_held import not_held
from policing_indicators.tables import home_office, ons, tidy
from policing_indicators.vocabulary.area import Area
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.writing import write_whole

_SOURCE = "Home Office, Police recorded crime open data tables, police force areas"
_MONTH = "%B %Y"


def run(options: Namespace) -> str:
    """Gather the figures of an area, and print them as a tidy table or write it."""
    if options.home_office is None and options.ons is None:
        allowed = "--home-office FILE, --ons FILE, or both"
        raise InvalidValueError("what to take figures from", None, allowed)
    known = _framework(options.framework)
    area = areas().find(options.area)
    figures = [
        *_of_home_office(options, known, area),
        *_of_ons(options, known, area),
    ]
    if options.periods:
        there = {figure.indicator for figure in figures}
        figures += _missing(known, area, _periods(options.periods)[-1], there)
    text = tidy.to_text(figures)
    if options.output is None:
        return text
    _hold_apart(options.output, options.home_office, options.ons)
    write_whole(options.output, text)
    return ""


def _hold_apart(output: Path, *files: Path | None) -> None:
    if output.resolve() in {file.resolve() for file in files if file is not None}:
        raise FileAccessError(str(output), "the figures are taken from this file")


def _framework(name: str) -> Framework:
    return load_framework(name) if name.endswith(".toml") else framework(name)


def _of_home_office(
    options: Namespace, known: Framework, area: Area
) -> Iterable[Observation]:
    if options.home_office is None:
        return ()
    as_at: date | None = options.home_office_as_at
    return home_office.read(
        options.home_office,
        areas=[area.id],
        framework=known,
        periods=_periods(options.periods) or None,
        as_at=as_at,
        source=_SOURCE if as_at is None else f"{_SOURCE}, {as_at.strftime(_MONTH)}",
    ).observations


def _of_ons(options: Namespace, known: Framework, area: Area) -> Iterable[Observation]:
    """Give what they have of the framework that the Home Office's table has not."""
    if options.ons is None:
        return ()
    recorded = () if options.home_office is None else _recorded(known)
    wanted = [name for name in _ids(known) if name not in recorded]
    periods = _periods(options.ons_periods)
    found = [
        figure
        for figure in ons.read(options.ons, as_at=options.ons_as_at).observations
        if figure.area == area.id
        and figure.indicator in wanted
        and (not periods or figure.period in periods)
    ]
    return sorted(found, key=lambda figure: wanted.index(figure.indicator))


def _missing(
    known: Framework, area: Area, period: Period, there: set[str]
) -> Iterator[Observation]:
    for name in _ids(known):
        note = not_held().get(name)
        if note is not None and name not in there:
            reason = MissingReason.NOT_AVAILABLE
            yield Observation(name, area.id, period, missing=reason, note=note)


def _ids(known: Framework) -> list[str]:
    return [indicator.id for indicator in known.indicators]


def _recorded(known: Framework) -> list[str]:
    recorded = mapping("home-office").indicators
    return [name for name in _ids(known) if name in recorded]


def _periods(spelt: list[str] | None) -> list[Period]:
    return [Period.parse(each) for each in spelt or ()]
