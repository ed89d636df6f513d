"""Text that a spreadsheet would run, and the apostrophe that stops it.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@``, also in their
wide forms, for a formula, and a formula can fetch and send. Such a text is written with
an apostrophe before it, which makes it text again, and the apostrophe is taken off when
it is read. A text that has apostrophes of its own there gets one more, so every text
comes back as it was.
Source: OWASP, "CSV Injection".
"""

import re

_RUNS = re.compile(r"'*\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_GUARD = "'"


def guarded(text: str) -> str:
    """Write a text so that no spreadsheet runs it.

    >>> guarded("=1+1")
    "'=1+1"
    """
    return f"{_GUARD}{text}" if _RUNS.match(text) else text


def unguarded(text: str) -> str:
    """Read a text that was written so.

    >>> unguarded("'=1+1")
    '=1+1'
    """
    if text.startswith(_GUARD) and _RUNS.match(text):
        return text.removeprefix(_GUARD)
    return text
