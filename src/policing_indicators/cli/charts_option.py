"""What the option ``--charts`` goes with, and what it needs."""

from argparse import Namespace

from policing_indicators.charts import rendering
from policing_indicators.errors import InvalidValueError

_WITH_PICTURES = "html"


def drawn_by(options: Namespace) -> str:
    """Name what draws the pictures, where they are asked for; else give a blank.

    Raises:
        InvalidValueError: Another format was asked for than the one they are drawn in.
        MissingLibraryError: The extra ``charts`` is not installed.
    """
    if not options.charts:
        return ""
    if options.format != _WITH_PICTURES:
        given = f"--format {options.format}"
        allowed = f"given only with --format {_WITH_PICTURES}"
        raise InvalidValueError("--charts", given, allowed)
    return rendering.drawn_by()
