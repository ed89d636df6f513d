"""A finished picture as a page shows it."""

from policing_indicators.charts.picture import Picture
from policing_indicators.publication.page_figure import PageFigure


def on_page(picture: Picture, name: str) -> PageFigure:
    """Draw a picture for a page.

    Args:
        picture: The picture.
        name: What it is called among those of the page: small letters, digits and
            hyphens.

    Raises:
        MissingLibraryError: The extra ``charts`` is not installed.
    """
    identifier = f"figure-{name}"
    return PageFigure(
        id=identifier,
        title=picture.title,
        subtitle=picture.subtitle,
        notes=picture.notes,
        footer=picture.footer,
        svg=picture.inline(identifier),
        columns=picture.table.columns,
        rows=picture.table.rows,
    )
