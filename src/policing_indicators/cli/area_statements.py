"""The statements of all areas, one after another; one that fails stops no other."""

from collections.abc import Callable, Iterable
from pathlib import Path

from policing_indicators.cli.answer import Answer
from policing_indicators.cli.area_folder import AreaFolder
from policing_indicators.cli.progress import Progress
from policing_indicators.cli.statement_files import Content
from policing_indicators.cli.telling import tell
from policing_indicators.errors import PolicingIndicatorsError
from policing_indicators.publication.area_drafts import AreaDrafts
from policing_indicators.publication.draft import Draft
from policing_indicators.vocabulary.area import Area

ALL_MADE, SOME_NOT_MADE, INTERRUPTED = 0, 1, 130

Make = Callable[[Draft, Path], Iterable[Content]]
"""Makes the statement of a draft, writes it, and gives what its files hold."""


def write_all(drafts: AreaDrafts, folder: AreaFolder, make: Make) -> Answer:
    """Write the statement of every area that is not there yet.

    Args:
        drafts: The drafts.
        folder: Where they go.
        make: What makes and writes one.
    """
    progress = Progress(len(drafts.areas))
    failed: list[tuple[Area, PolicingIndicatorsError]] = []
    made = there = 0
    try:
        for area in drafts.areas:
            if folder.is_made(area):
                there += 1
            else:
                try:
                    content = make(drafts.draft(area), folder.file(area))
                    folder.remember(area, content)
                    made += 1
                except PolicingIndicatorsError as error:
                    failed.append((area, error))
            progress.step(area.name)
    except KeyboardInterrupt:
        progress.close()
        said = f"interrupted after {made + there} of {len(drafts.areas)} statements"
        tell(f"{said}; the same command goes on from there")
        return Answer("", INTERRUPTED)
    progress.close()
    for area, why in failed:
        tell(_why(area, why, folder))
    counts = f"{made} made, {there} there already, {len(failed)} not made"
    text = f"{len(drafts.areas)} statements in {folder.path}: {counts}.\n"
    return Answer(text, SOME_NOT_MADE if failed else ALL_MADE)


def _why(area: Area, error: PolicingIndicatorsError, folder: AreaFolder) -> str:
    file = folder.file(area)
    left = f"\n  {file} is of an earlier run" if file.exists() else ""
    return f"no statement of {area.name}: {error}{left}"
