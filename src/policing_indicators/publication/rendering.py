"""A finished statement as a page, in Markdown and in HTML."""

from pathlib import Path
from urllib.parse import quote

from policing_indicators.publication.page_figure import PageFigures
from policing_indicators.publication.statement import Statement
from policing_indicators.publication.template import render


def markdown(statement: Statement, *, templates: Path | None = None) -> str:
    """Write a statement as Markdown.

    Args:
        statement: The finished statement.
        templates: A folder whose templates take the place of ours of the same name.

    Returns:
        The page, with a line end at its end.

    Raises:
        FileAccessError: The folder cannot be read, or holds no template of ours.
        InvalidContentError: A template cannot be filled: named by file and line.

    >>> from policing_indicators.publication.draft import Draft
    >>> from policing_indicators.publication.example import example
    >>> from policing_indicators.registry.populations import populations
    >>> page = markdown(Statement.of(Draft.read(example()), populations()))
    >>> print(page.splitlines()[0])
    # National Policing Priorities Statement
    """
    return render("statement.md.jinja", templates, statement=statement)


def html(
    statement: Statement,
    *,
    templates: Path | None = None,
    figures: PageFigures | None = None,
    data: str = "",
) -> str:
    """Write a statement as a complete page of HTML.

    It needs no other file, no script and no network. The office's own words are taken
    as Markdown; any HTML in them is shown as it is written.

    Args:
        statement: The finished statement.
        templates: A folder whose templates take the place of ours of the same name.
        figures: Its pictures, if it is to have some. Those of an indicator stand where
            that is first spoken of.
        data: The name of the file beside the page that holds its open data, for a link
            to it; blank where there is none.

    Returns:
        The page, with a line end at its end.

    Raises:
        FileAccessError: The folder cannot be read, or holds no template of ours.
        InvalidContentError: A template cannot be filled: named by file and line.

    >>> from policing_indicators.publication.draft import Draft
    >>> from policing_indicators.publication.example import example
    >>> from policing_indicators.registry.populations import populations
    >>> page = html(Statement.of(Draft.read(example()), populations()))
    >>> print(page.splitlines()[1])
    <html lang="en-GB">
    """
    return render(
        "statement.html.jinja",
        templates,
        statement=statement,
        figures=figures or PageFigures(),
        data=quote(data),
    )
