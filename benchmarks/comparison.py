"""What the library is timed against, and how long it takes beside that."""

import gc
import tracemalloc
from collections.abc import Callable, Sequence
from statistics import median, quantiles
from time import perf_counter

from attrs import field, frozen

Work = Callable[[], object]


@frozen
class Peer:
    """Somebody else's way to do the same work, or a known part of it.

    Attributes:
        name: What it is.
        work: What is timed.
        aim: How the library should stand beside it, in words; blank without an aim.
        share: The share of the work that it does. What is slow is timed on a part and
            taken as that much slower on the whole.
    """

    name: str
    work: Work
    aim: str = ""
    share: float = 1.0

    def seconds(self) -> float:
        """Time its work once, till its result is there, and scale it to the whole."""
        gc.collect()
        start = perf_counter()
        result = self.work()
        taken = perf_counter() - start
        del result
        return taken / self.share


@frozen
class Ratio:
    """How long the library takes beside a peer.

    Attributes:
        what: The work.
        peer: The peer.
        rounds: The library's time over the peer's, for each round: the two run one
            after the other, so what slows the machine down slows both.
    """

    what: str
    peer: Peer
    rounds: Sequence[float] = field(converter=tuple[float, ...])

    @property
    def middle(self) -> float:
        """The median round."""
        return median(self.rounds)

    def __str__(self) -> str:
        """Say the median round, and between which the middle half of them lies."""
        lower, middle, upper = quantiles(self.rounds, n=4, method="inclusive")
        if middle >= 1:
            return _times(middle, "as long", lower, upper)
        return _times(1 / middle, "as fast", 1 / upper, 1 / lower)

    def row(self) -> str:
        """Give the row of a Markdown table."""
        return f"| {self.what} | {self.peer.name} | {self} | {self.peer.aim or '-'} |"


@frozen
class Memory:
    """How much memory the library takes at its peak, beside what goes in.

    Attributes:
        what: The work.
        given: What goes in.
        times: The peak over the size of that; the result is in the peak.
        most: How many times it should be at most.
    """

    what: str
    given: str
    times: float
    most: float

    def row(self) -> str:
        """Give the row of a Markdown table."""
        aim = f"at most {self.most:g} times as much"
        name = f"peak memory of {self.what}"
        return f"| {name} | {self.given} | {self.times:.2f} times as much | {aim} |"


@frozen
class Weight:
    """How many bytes a page has, beside the same page without its pictures.

    Attributes:
        what: The page.
        size: Its size in bytes.
        beside: The size of the other.
        most: How many bytes it may have.
    """

    what: str
    size: int
    beside: int
    most: int

    def row(self) -> str:
        """Give the row of a Markdown table."""
        kilobytes = f"{self.size / 1000:,.0f} kB"
        other = f"the same page without, {self.beside / 1000:,.0f} kB"
        aim = f"under {self.most / 1000:,.0f} kB"
        return f"| weight of {self.what} | {other} | {kilobytes} | {aim} |"


def peak_of(work: Work) -> int:
    """Give the most memory that work takes at one time, in bytes."""
    gc.collect()
    tracemalloc.start()
    try:
        result = work()
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    del result
    return peak


def table(ratios: Sequence[Ratio | Memory | Weight]) -> str:
    """Give the ratios as a Markdown table."""
    head = ("| what | ours against | ratio | aim |", "| --- | --- | --- | --- |")
    return "\n".join((*head, *(ratio.row() for ratio in ratios)))


def _times(middle: float, manner: str, lower: float, upper: float) -> str:
    half = f"{_short(lower)} to {_short(upper)}"
    return f"{_short(middle)} times {manner} ({half})"


def _short(number: float) -> str:
    """Write two digits below ten and no decimals from ten on."""
    return f"{number:.2f}" if number < 10 else f"{number:,.0f}"  # noqa: PLR2004
