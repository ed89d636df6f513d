"""The templates of the pages: ours, and a folder of an office's own before them."""

import traceback
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from policing_indicators.errors import FileAccessError, InvalidContentError, Problem
from policing_indicators.publication.narrative import as_html, as_markdown

_PACKAGE = "policing_indicators.publication"
_SUFFIX = ".jinja"


def render(name: str, templates: Path | None, **what: object) -> str:
    """Fill a template.

    Args:
        name: The template's file name. HTML is escaped in one that ends in
            ``.html.jinja``, and in what it includes.
        templates: A folder whose templates take the place of ours of the same name.
        what: What templates may name.

    Raises:
        FileAccessError: The folder cannot be read, or holds no template of ours.
        InvalidContentError: A template cannot be filled: named by file and line.
    """
    environment = _ours() if templates is None else _environment(_loader(templates))
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


@cache
def _ours() -> Environment:
    """Keep our own templates, which take longer to read than to fill."""
    return _environment(PackageLoader(_PACKAGE))


def _environment(loader: BaseLoader) -> Environment:
    environment = ImmutableSandboxedEnvironment(
        loader=loader,
        undefined=StrictUndefined,
        autoescape=_is_html,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    filters: dict[str, Any] = environment.filters
    filters.update(cell=_cell, html=_html, markdown=_markdown)
    return environment


def _cell(text: str) -> str:
    """Write a text as a cell of a table in Markdown."""
    return text.replace("|", "\\|")


def _html(text: str, under: int) -> str:
    """Write Markdown as HTML that stands under a heading of some level."""
    return as_html(text, under=under)


def _markdown(text: str, under: int) -> str:
    """Write Markdown that stands under a heading of some level."""
    return as_markdown(text, under=under)


def _loader(templates: Path) -> BaseLoader:
    try:
        found = {each.name for each in templates.iterdir()}
    except OSError as error:
        raise FileAccessError(str(templates), error.strerror or str(error)) from error
    if found.isdisjoint(names()):
        reason = f"it holds none of the templates: {', '.join(names())}"
        raise FileAccessError(str(templates), reason)
    return ChoiceLoader([FileSystemLoader(templates), PackageLoader(_PACKAGE)])


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
