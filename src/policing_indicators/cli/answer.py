"""What a command answers, where the text alone does not say it."""

from typing import NamedTuple


class Answer(NamedTuple):
    """What is to be printed, and the exit code.

    Attributes:
        text: What is to be printed.
        code: The exit code.
    """

    text: str
    code: int
