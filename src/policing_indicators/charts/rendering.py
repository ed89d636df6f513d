"""Pictures as files: the one place that uses the libraries which draw them."""

from types import ModuleType
from typing import Any

from policing_indicators.charts.svg import of_one_font, with_fonts
from policing_indicators.errors import MissingLibraryError

_EXTRA = "policing-indicators[charts]"
_VEGA_LITE = "5.20"
"""The version of Vega-Lite that pictures are drawn by, so that a newer library draws
them as they were."""

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
"""What a specification is written to. It names the form; nothing is fetched."""


def drawn_by() -> str:
    """Name the library that draws, with its version.

    Raises:
        MissingLibraryError: It is not installed.
    """
    return f"vl-convert {_vl_convert().__version__}"


def drawn(spec: dict[str, Any]) -> str:
    """Draw a specification, as the library writes it.

    Raises:
        MissingLibraryError: What draws it is not installed.
    """
    svg: str = _vl_convert().vegalite_to_svg(
        spec, vl_version=_VEGA_LITE, allowed_base_urls=[]
    )
    return svg


def png(svg: str, scale: float) -> bytes:
    """Turn a drawing into a picture of pixels, so many to each pixel of the drawing.

    Raises:
        MissingLibraryError: What draws it is not installed.
    """
    made: bytes = _vl_convert().svg_to_png(with_fonts(svg), scale=scale)
    return made


def pdf(svg: str) -> bytes:
    """Turn a drawing into a document of one page.

    Raises:
        MissingLibraryError: What draws it is not installed.
    """
    made: bytes = _vl_convert().svg_to_pdf(with_fonts(of_one_font(svg)))
    return made


def altair_chart(spec: dict[str, Any]) -> Any:  # noqa: ANN401 - altair's own kind of chart
    """Make the chart that altair has of a specification, and check it.

    Raises:
        MissingLibraryError: altair is not installed.
    """
    return _altair().LayerChart.from_dict(spec)


def _vl_convert() -> ModuleType:
    try:
        import vl_convert  # noqa: PLC0415 - loaded when a picture is drawn
    except ImportError as error:
        raise MissingLibraryError(_EXTRA, "a drawn picture") from error
    return vl_convert


def _altair() -> ModuleType:
    try:
        import altair as alt  # noqa: PLC0415 - loaded when its chart is asked for
    except ImportError as error:
        raise MissingLibraryError(_EXTRA, "a chart of altair") from error
    return alt
