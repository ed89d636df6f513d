"""Which names somebody may have meant by one that nothing answers to."""

from collections.abc import Iterable
from difflib import get_close_matches

_NEAR = 0.5
"""How like a name another must be to be proposed, from 0 to 1: measured by ``difflib``,
and a little less than its own 0.6, for many names are short."""


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Give the known names that somebody may have meant, at most three.

    Args:
        name: The name that nothing answers to; case and spacing are passed over.
        known: The names there are. Of those that differ in case or spacing alone, the
            first is given.

    >>> nearest("coutn", ["count", "value"])
    ('count',)
    """
    spelled: dict[str, str] = {}
    for each in known:
        spelled.setdefault(_plain(each), each)
    near = get_close_matches(_plain(name), spelled, n=3, cutoff=_NEAR)
    return tuple(spelled[each] for each in near)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
