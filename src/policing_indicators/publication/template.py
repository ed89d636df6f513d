"""The templates of the pages: ours, and a folder of an office's own before them."""

import traceback
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from policing_indicators.errors import FileAccessError, InvalidContentError, Problem

_PACKAGE = "policing_indicators.publication"
_SUFFIX = ".jinja"


Filters = dict[str, Callable[..., str]]
"""What templates may write a text with, by the name that they call it."""


def render(
    name: str,
    filters: Filters,
    templates: Path | None,
    **what: object,
) -> str:
    """Fill a template.

    Args:
        name: The template's file name. HTML is escaped in one that ends in
            ``.html.jinja``, and in what it includes.
        filters: What templates may write a text with.
        templates: A folder whose templates take the place of ours of the same name.
        what: What templates may name.

    Raises:
        FileAccessError: The folder cannot be read, or holds no template of ours.
        InvalidContentError: A template cannot be filled: named by file and line.
    """
    environment = ImmutableSandboxedEnvironment(
        loader=_loader(templates),
        undefined=StrictUndefined,
        autoescape=_is_html,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(filters)
    try:
        return environment.get_template(name).render(what)
    except Exception as error:  # a template of an office's own may fail in any way
        raise _fault(name, error) from error


def names() -> list[str]:
    """Give the file names of our templates."""
    folder = files(_PACKAGE) / "templates"
    return sorted(each.name for each in folder.iterdir() if each.is_file())


def _is_html(name: str | None) -> bool:
    return name is not None and name.endswith(".html.jinja")


def _loader(templates: Path | None) -> BaseLoader:
    ours = PackageLoader(_PACKAGE)
    if templates is None:
        return ours
    try:
        found = {each.name for each in templates.iterdir()}
    except OSError as error:
        raise FileAccessError(str(templates), error.strerror or str(error)) from error
    if found.isdisjoint(names()):
        reason = f"it holds none of the templates: {', '.join(names())}"
        raise FileAccessError(str(templates), reason)
    return ChoiceLoader([FileSystemLoader(templates), ours])


def _fault(name: str, error: Exception) -> InvalidContentError:
    """Say at which line of which template it went wrong."""
    allowed = f"a template that can be filled ({error})"
    frames = traceback.extract_tb(error.__traceback__)
    for frame in reversed(frames):
        if frame.filename.endswith(_SUFFIX):
            place = f"line {frame.lineno}"
            problem = Problem(place, (frame.line or "").strip(), allowed)
            return InvalidContentError(frame.filename, (problem,))
    return InvalidContentError(name, (Problem("the whole", None, allowed),))
