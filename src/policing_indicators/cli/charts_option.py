"""What the option ``--charts`` goes with."""

from argparse import Namespace

from policing_indicators.errors import InvalidValueError

_WITH_PICTURES = "html"


def require_page(options: Namespace) -> None:
    """Require the one format that pictures are drawn in, where they are asked for.

    Raises:
        InvalidValueError: Another format was asked for.
    """
    if options.charts and options.format != _WITH_PICTURES:
        given = f"--format {options.format}"
        allowed = f"given only with --format {_WITH_PICTURES}"
        raise InvalidValueError("--charts", given, allowed)
