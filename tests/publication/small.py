"""A small publication in a folder, which the tests of publications build upon."""

from pathlib import Path

PUBLICATION = """
schema = 1
title = "Our statement"
edition = "2024-25 Q4"
publisher = "an office"
area = "kent"
period = "2024/25"
framework = "plan.toml"
data = ["figures.csv"]
"""


def write_publication(
    folder: Path,
    *,
    figures: str,
    framework: str = "",
    publication: str = PUBLICATION,
) -> Path:
    """Write a publication, its figures, and its framework if it is one of its own."""
    (folder / "publication.toml").write_text(publication)
    (folder / "figures.csv").write_text(figures)
    if framework:
        (folder / "plan.toml").write_text(framework)
    return folder
