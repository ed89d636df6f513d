"""A priority as a publication prints it."""

from collections.abc import Iterator

from attrs import frozen

from policing_indicators.publication.publication import PriorityEntry
from policing_indicators.publication.search import Search
from policing_indicators.structuring import Sketch
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.priority import Priority

_STANDS_APART = {"id": "id", "title": None, "indicators": None, "narrative": ""}
"""What may stand in for the keys of an entry on which no other key depends."""


@frozen(kw_only=True)
class Chapter:
    """A priority as a publication prints it.

    Attributes:
        entry: What the publication says of it.
        priority: The framework's priority.
        indicators: The indicators to print, in order.

    >>> from policing_indicators.publication.draft import Draft
    >>> from policing_indicators.publication.example import example
    >>> chapter = Draft.read(example()).chapters[0]
    >>> [indicator.id for indicator in chapter.indicators]
    ['homicide', 'domestic-homicide']
    """

    entry: PriorityEntry
    priority: Priority
    indicators: tuple[Indicator, ...]


def chapters(
    publication: Sketch, framework: Framework, search: Search
) -> Iterator[Chapter]:
    """Give the priorities that a publication prints; note what is not right in them.

    Args:
        publication: The publication, as far as it is right.
        framework: Its framework.
        search: What notes the problems.
    """
    entries = list(publication.tables("priorities"))
    if not entries:
        if not publication.is_right("priorities"):
            return
        entries = [Sketch({"id": each.id}, ()) for each in framework.priorities]
    seen: set[str] = set()
    for sketch in entries:
        priority = _priority(sketch, framework, search, seen)
        entry, contradictions = sketch.together(PriorityEntry, _STANDS_APART)
        search.problems.extend(contradictions)
        indicators = tuple(_indicators(sketch, priority, framework, search))
        if entry is not None and priority is not None:
            yield Chapter(entry=entry, priority=priority, indicators=indicators)
    left = [each.id for each in framework.priorities if each.id not in seen]
    if len(left) > len(entries) - len(seen):  # else those not known may stand for them
        allowed = "an entry for every priority; one may be said not to apply"
        search.note(f"priorities: {', '.join(left)}", None, allowed)


def _priority(
    sketch: Sketch, framework: Framework, search: Search, seen: set[str]
) -> Priority | None:
    name = sketch.part("id", str)
    if name is None:
        return None
    place = sketch.at("id")
    priority = search.find(place, framework.priority, name)
    if priority is not None:
        search.once(place, priority.id, seen, "priority")
    return priority


def _indicators(
    sketch: Sketch,
    priority: Priority | None,
    framework: Framework,
    search: Search,
) -> Iterator[Indicator]:
    if "indicators" not in sketch:
        yield from framework.indicators_of(priority) if priority else ()
        return
    seen: set[str] = set()
    for place, name in sketch.items("indicators", str):
        indicator = search.indicator(place, name, framework)
        if indicator is not None and search.once(
            place, indicator.id, seen, "indicator"
        ):
            yield indicator
