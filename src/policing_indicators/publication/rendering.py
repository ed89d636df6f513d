"""A finished statement as a page."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from policing_indicators.publication.statement import Statement


def markdown(statement: Statement) -> str:
    """Write a statement as Markdown.

    Args:
        statement: The finished statement.

    Returns:
        The page, with a line end at its end.

    >>> from policing_indicators.publication.draft import Draft
    >>> from policing_indicators.publication.example import example
    >>> from policing_indicators.registry.populations import populations
    >>> page = markdown(Statement.of(Draft.read(example()), populations()))
    >>> print(page.splitlines()[0])
    # National Policing Priorities Statement
    """
    environment = Environment(
        loader=PackageLoader("policing_indicators.publication"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - Markdown is no HTML; cells are escaped below
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["cell"] = _cell
    return environment.get_template("statement.md.jinja").render(statement=statement)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
