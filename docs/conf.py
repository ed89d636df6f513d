"""How the documentation is built."""

from pathlib import Path
from runpy import run_path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from policing_indicators import __version__

project = "policing-indicators"
author = "policing-indicators contributors"
version = release = __version__

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence", "deflist", "dollarmath"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True

# The tutorials run while the docs are built, with nothing but this environment.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_execution_in_temp = True

html_theme = "furo"
html_title = f"policing-indicators {version}"
html_show_copyright = False
html_static_path = ["_static"]
html_css_files = ["pages.css"]

nitpicky = True
nitpick_ignore_regex = [
    # The inventories of other projects are not fetched: a build needs no network.
    (
        r"py:.*",
        r"(collections|datetime|decimal|enum|fractions|hypothesis|narwhals|numpy|os|pathlib|typing)\..*",
    ),
    # Public names are documented where they are imported from, not by module.
    (r"py:mod", r"policing_indicators\..*"),
    # What stands in a public signature and is not public itself.
    (r"py:.*", r"policing_indicators\..*\._\w+"),
    (r"py:class", r"policing_indicators\.charts\.plot\.Plot"),
    (r"py:class", r"Goal|policing_indicators\.vocabulary\.closed_set\.ClosedSet"),
    (r"py:.*", r"policing_indicators\.(registry\.mapping\.Match|wording\..*)"),
    (r"py:.*", r"policing_indicators\.(structuring|tables\.columns|charts\.plot)\..*"),
    (r"py:.*", r"policing_indicators\.publication\.search\.Search"),
]

_MENDED = {
    "<pre>": '<pre tabindex="0">',
    '<div class="table-wrapper': '<div tabindex="0" class="table-wrapper',
    'class="caption" role="heading"': 'class="caption" role="heading" aria-level="2"',
}


def _reachable(
    _app: Sphinx,
    _pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Mend what WCAG asks and the theme leaves: .ci/page/browser.js holds it.

    A block of code or a table may scroll sideways, so the keyboard must reach it; a
    caption that is called a heading needs its level.
    """
    for part in ("body", "furo_navigation_tree"):
        for text, mended in _MENDED.items():
            if part in context:
                context[part] = context[part].replace(text, mended)


def _draw(_app: Sphinx) -> None:
    """Draw the gallery before its page is read."""
    here = Path(__file__).parent
    run_path(str(here / "draw_gallery.py"))["draw"](here / "_pictures")


def setup(app: Sphinx) -> None:
    """Draw the gallery first, and mend every page once the theme is done with it."""
    app.connect("builder-inited", _draw)
    app.connect("html-page-context", _reachable, priority=900)
