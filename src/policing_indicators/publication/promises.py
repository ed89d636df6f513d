"""The targets of a publication, and the groups of areas that they speak of."""

from collections.abc import Iterator
from contextlib import suppress

from policing_indicators.assessment.fitting import misfits
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.errors import InvalidValueError, UnknownNameError
from policing_indicators.publication.search import Search
from policing_indicators.registry.areas import areas
from policing_indicators.registry.populations import populations
from policing_indicators.structuring import Sketch
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.area_group import AreaGroup
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.no_worse_than import Comparator, NoWorseThan
from policing_indicators.vocabulary.target import Target

_STANDS_APART = {
    "id": "id",
    "indicator": "indicator",
    "promised_by": "somebody",
    "source": "somewhere",
}
"""What may stand in for the keys of a target on which no other key depends."""

_SOME = ("england", "wales")
"""The areas of a group of which none is known, so that it can be named all the same."""

_SOMEWHERE = Area("somewhere", "Somewhere", AreaKind.POLICE_FORCE_AREA)
"""The area of a publication whose own is not known: no target names it."""


def check_promises(
    publication: Sketch, framework: Framework | None, area: Area | None, search: Search
) -> None:
    """Note what is not right in the targets of a publication, or in its groups.

    Args:
        publication: The publication, as far as it is right.
        framework: Its framework, if that was found.
        area: Its area, if that was found.
        search: What notes the problems.
    """
    groups = tuple(_groups(publication, search))
    named_groups = [each.part("id", str) for each in publication.tables("groups")]
    all_named = all(named_groups or [publication.is_right("groups")])
    seen: set[str] = set()
    for sketch in publication.tables("targets"):
        target, indicator = _target(sketch, framework, search, seen)
        if framework is None or target is None or indicator is None:
            continue
        _check_other_areas(sketch, target, search)
        grounds = Grounds(
            framework=framework,
            area=area or _SOMEWHERE,
            observations=(),
            populations=populations(),
            groups=groups,
        )
        for error in misfits(target, indicator, grounds):
            if isinstance(error, InvalidValueError):
                search.note(sketch.at(error.noun), error.value, error.allowed)
            elif all_named or error.kind != "group":
                search.note(sketch.at("goal"), error.name, error.allowed)


def _target(
    sketch: Sketch, framework: Framework | None, search: Search, seen: set[str]
) -> tuple[Target | None, Indicator | None]:
    """Give a target and its indicator, as far as they are right by themselves."""
    name, indicator = sketch.part("id", str), sketch.part("indicator", str)
    if name is not None:
        search.once(sketch.at("id"), name, seen, "target")
    target, contradictions = sketch.together(Target, _STANDS_APART)
    search.problems.extend(contradictions)
    if framework is None or indicator is None:
        return target, None
    return target, search.indicator(sketch.at("indicator"), indicator, framework)


def _check_other_areas(sketch: Sketch, target: Target, search: Search) -> None:
    """Hold an area that is named by an alias to its id, by which figures are found."""
    for goal in target.goals:
        if isinstance(goal, NoWorseThan) and goal.than is Comparator.AREA:
            with suppress(UnknownNameError):
                _check_is_id(sketch.at("goal"), goal.of or "", search)


def _check_is_id(place: str, name: str, search: Search) -> None:
    area = areas().find(name)
    if area.id != name:
        search.note(place, name, f"the id of the area, {area.id!r}")


def _groups(publication: Sketch, search: Search) -> Iterator[AreaGroup]:
    """Give each group that can be named, with those of its areas that are known."""
    seen: set[str] = set()
    for sketch in publication.tables("groups"):
        known = dict.fromkeys(_areas(sketch, search)) or _SOME
        name = sketch.part("id", str)
        if name is not None and search.once(sketch.at("id"), name, seen, "group"):
            yield AreaGroup(id=name, name=name, areas=[*known], source=name)


def _areas(group: Sketch, search: Search) -> Iterator[str]:
    for place, name in group.items("areas", str):
        area = search.find(place, areas().find, name)
        if area is not None:
            yield area.id
            _check_is_id(place, name, search)
