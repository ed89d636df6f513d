"""Draw the pictures that the README shows, from the figures of the example.

    python docs/draw_images.py docs/images

It needs the extra ``charts``, and Chromium for the first screens of the pages.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from policing_indicators import Draft, populations
from policing_indicators.charts import Labelling, control_chart
from policing_indicators.cli.main import main as command

EXAMPLE = Path(__file__).parents[1] / "examples" / "west-midlands-2024-25-q4"
CHROMIUM = "/usr/bin/chromium"
SCREENS = {"statement": (1200, 1550), "audit": (1200, 1000)}
"""How much of each page is shown, in pixels: its width and height."""

CHARTED = "personal-robbery"
ARGUMENTS = 2


def photograph(page: Path, to: Path, size: tuple[int, int]) -> None:
    """Keep the first screen of a page."""
    subprocess.run(  # noqa: S603 - our own page
        [
            CHROMIUM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            f"--window-size={size[0]},{size[1]}",
            f"--screenshot={to}",
            page.resolve().as_uri(),
        ],
        check=True,
        capture_output=True,
    )


def draw(folder: Path) -> None:
    """Draw every picture into a folder."""
    with TemporaryDirectory() as scratch:
        for name, size in SCREENS.items():
            page = Path(scratch, f"{name}.html")
            options = ["--format", "html", "--charts", "--output", str(page)]
            command([name, str(EXAMPLE), *options])
            photograph(page, folder / f"{name}.png", size)
    draft = Draft.read(EXAMPLE)
    facts = draft.publishable(populations()).of(CHARTED)
    chart = facts.pictures.control_chart
    if chart is not None:
        labelling = Labelling(
            indicator=facts.indicator, source=facts.observation.source
        )
        picture = control_chart(chart, labelling=labelling).png()
        (folder / "control-chart.png").write_bytes(picture)


if __name__ == "__main__":
    if len(sys.argv) != ARGUMENTS:
        sys.exit(__doc__)
    draw(Path(sys.argv[1]))
