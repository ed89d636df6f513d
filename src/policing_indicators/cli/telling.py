"""What a command tells beside its answer: on standard error, apart from any table."""

import sys


def tell(text: str) -> None:
    """Tell something, if anybody can be told."""
    if sys.stderr is not None:  # pyright: ignore[reportUnnecessaryComparison] - closed
        sys.stderr.write(f"policing-indicators: {text}\n")
