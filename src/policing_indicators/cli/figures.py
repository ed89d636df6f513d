"""``policing-indicators figures``: a force's figures, out of the official files."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from policing_indicators.cli.left_out import tell_absent, tell_left_out
from policing_indicators.cli.ons_choice import OnsChoice
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
    """Gather the figures of an area, and print them as a tidy table or write it.

    What the files hold and no figure was taken of is told beside it.
    """
    if options.home_office is None and options.ons is None:
        allowed = "--home-office FILE, --ons FILE, or both"
        raise InvalidValueError("what to take figures from", None, allowed)
    known = _framework(options.framework)
    area = areas().find(options.area)
    recorded = _of_home_office(options, known, area)
    others = _of_ons(options, known, area)
    figures = [*recorded, *others]
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
) -> Sequence[Observation]:
    if options.home_office is None:
        return ()
    as_at: date | None = options.home_office_as_at
    periods = _periods(options.periods)
    reading = home_office.read(
        options.home_office,
        areas=[area.id],
        framework=known,
        periods=periods or None,
        as_at=as_at,
        source=_SOURCE if as_at is None else f"{_SOURCE}, {as_at.strftime(_MONTH)}",
    )
    tell_left_out(options.home_office, reading.left_out, "row")
    tell_absent(options.home_office, area, reading.observations, periods)
    return reading.observations


def _of_ons(options: Namespace, known: Framework, area: Area) -> Sequence[Observation]:
    """Give what they have of the framework that the Home Office's table has not."""
    if options.ons is None:
        return ()
    recorded = () if options.home_office is None else _recorded(known)
    reading = ons.read(options.ons, as_at=options.ons_as_at)
    choice = OnsChoice(
        area=area.id,
        indicators=[name for name in _ids(known) if name not in recorded],
        recorded=recorded,
        periods=_periods(options.ons_periods),
    )
    tell_left_out(options.ons, reading.left_out, "row")
    tell_left_out(options.ons, choice.left_out(reading.observations), "figure")
    taken = choice.taken(reading.observations)
    tell_absent(options.ons, area, taken, choice.periods)
    return taken


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
