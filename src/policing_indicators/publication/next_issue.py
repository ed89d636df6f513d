"""The next issue of a publication: a new folder, with what is known of it so far."""

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Self

from attrs import evolve, frozen

from policing_indicators.errors import FileAccessError, InvalidValueError
from policing_indicators.publication.draft import PUBLICATION_FILE, Draft
from policing_indicators.publication.exchange import statement_json
from policing_indicators.publication.figures_workbook import figures_workbook
from policing_indicators.publication.publication import (
    TOML,
    Publication,
    database_and_table,
)
from policing_indicators.publication.skeleton import skeleton
from policing_indicators.publication.statement import Statement
from policing_indicators.registry.areas import areas
from policing_indicators.structuring import Document
from policing_indicators.structuring.rewriting import (
    commented_out,
    with_key,
    with_value,
)
from policing_indicators.tables import tidy
from policing_indicators.tables.book_writing import BookFormat
from policing_indicators.tables.workbook import is_workbook
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import Populations
from policing_indicators.vocabulary.spelling import (
    MONTHS_IN_YEAR,
    Spelling,
    fits,
    month_after,
    months_between,
)

FIGURES_FILE = "figures.csv"
PREVIOUS_FILE = "previous.json"


@frozen(kw_only=True)
class NextIssue:
    """The next issue of a publication.

    Attributes:
        publication: What the office decided, for the next period.
        files: What each file of its folder holds, by its path from the folder.

    >>> from policing_indicators.publication.example import example
    >>> from policing_indicators.registry.populations import populations
    >>> issue = NextIssue.of(
    ...     Draft.read(example()),
    ...     Period.parse("2025/26"),
    ...     populations(),
    ...     folder=Path("next-year"),
    ... )
    >>> print(issue.publication.period, issue.publication.periods["knife-crime"])
    2025/26 2025
    """

    publication: Publication
    files: dict[str, bytes]

    @classmethod
    def of(
        cls,
        draft: Draft,
        period: Period,
        populations: Populations,
        *,
        folder: Path,
        edition: str | None = None,
    ) -> Self:
        """Make the next issue of a publication.

        Comments and order stay as they are, and so do narratives, targets and rules.
        The periods move on together, the figures are still to come, and the day of
        publication is not known. The table that they are to be put into is a workbook
        where one of the last issue's is: an ODS file where its name ends so, and else
        XLSX.

        Args:
            draft: The publication that was last issued.
            period: The period of the next issue.
            populations: What rates of the last issue are counted over.
            folder: Where that is to stand: files outside the publication's own folder
                are named from there.
            edition: The label of the next issue; its period where none is given.

        Raises:
            InvalidValueError: The period does not follow on that of the publication, or
                the edition is no line of text.
            FileAccessError: A file that the publication names cannot be read.
            MissingLibraryError: What writes the workbook is not installed.
        """
        old = draft.publication
        _require_following(old.period, period)
        move = partial(_moved, months=months_between(old.period.start, period.start))
        framework, style = (
            _renamed(name, draft, folder) for name in (old.framework, old.style)
        )
        form = _book_format(draft)
        figures = FIGURES_FILE if form is None else figures_name(form)
        publication = evolve(
            old,
            published=None,
            edition=str(period) if edition is None else edition,
            period=period,
            periods={name: move(each) for name, each in old.periods.items()},
            framework=framework,
            style=style,
            data=[figures],
            previous=PREVIOUS_FILE,
        )
        copied = _copied(draft, framework, style)
        text = _written(Document.read(draft.files[0]).text, old, publication)
        periods = {name: move(each) for name, each in draft.periods.items()}
        to_come = skeleton(draft, period, periods)
        return cls(
            publication=publication,
            files={
                PUBLICATION_FILE: text.encode(),
                figures: _table(to_come, draft.framework, form),
                PREVIOUS_FILE: statement_json(
                    Statement.of(draft, populations)
                ).encode(),
                **copied,
            },
        )


def figures_name(form: BookFormat) -> str:
    """Give the name of the figures' file where it is a workbook.

    >>> figures_name(BookFormat.ODS)
    'figures.ods'
    """
    return str(Path(FIGURES_FILE).with_suffix(f".{form.value}"))


def _book_format(draft: Draft) -> BookFormat | None:
    """Give the format of the first table that is a workbook; none where none is."""
    folder = draft.files[0].parent
    for name in draft.publication.data:
        path, table = database_and_table(name)
        if table is None and is_workbook(folder / path):
            is_ods = Path(path).suffix.casefold() == f".{BookFormat.ODS.value}"
            return BookFormat.ODS if is_ods else BookFormat.XLSX
    return None


def _table(
    to_come: Iterable[Observation], framework: Framework, form: BookFormat | None
) -> bytes:
    if form is None:
        return tidy.to_text(to_come).encode()
    return figures_workbook(to_come, framework, areas(), form)


def _require_following(old: Period, new: Period) -> None:
    if new.months != old.months:
        allowed = f"one of {old.months} months, as {old} is"
    elif new.start <= old.start:
        allowed = f"one after {old}"
    elif new.overlaps(old) and new.months != MONTHS_IN_YEAR:
        allowed = f"one that does not overlap {old}: only rolling years may"
    else:
        return
    raise InvalidValueError("the period of the next issue", str(new), allowed)


def _moved(period: Period, months: int) -> Period:
    """Give the period so many months later, spelt as it was where that still fits."""
    start = month_after(period.start, months)
    spellings = (period.spelling, *Spelling)
    spelling = next(each for each in spellings if fits(start, period.months, each))
    return evolve(period, start=start, spelling=spelling)


def _renamed(name: str, draft: Draft, folder: Path) -> str:
    """Give the name by which a file, or what ships, is found from the new folder."""
    if not name.endswith(TOML) or Path(name).is_absolute() or _is_inside(name):
        return name
    return Path(os.path.relpath(draft.files[0].parent / name, folder)).as_posix()


def _is_inside(name: str) -> bool:
    """Say whether a path does not lead out of the folder that it is named from."""
    return not os.path.normpath(name).startswith(os.pardir)


def _copied(draft: Draft, *names: str) -> dict[str, bytes]:
    """Give the files that stand in the publication's folder and are used again."""
    return {
        name: _read(draft.files[0].parent / name)
        for name in names
        if name.endswith(TOML) and not Path(name).is_absolute() and _is_inside(name)
    }


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise FileAccessError(str(file), error.strerror or str(error)) from error


def _written(text: str, old: Publication, new: Publication) -> str:
    """Write what is new into the text of the old publication."""
    values: dict[tuple[str, ...], tuple[str | list[str], str | list[str]]] = {
        ("edition",): (old.edition, new.edition),
        ("period",): (str(old.period), str(new.period)),
        ("framework",): (old.framework, new.framework),
        ("style",): (old.style, new.style),
        ("data",): ([*old.data], [*new.data]),
    }
    for name, period in old.periods.items():
        values["periods", name] = str(period), str(new.periods[name])
    for keys, (before, after) in values.items():
        if before != after:
            text = with_value(text, keys, after)
    if old.previous is None:
        text = with_key(text, ["edition"], "previous", PREVIOUS_FILE)
    elif old.previous != PREVIOUS_FILE:
        text = with_value(text, ["previous"], PREVIOUS_FILE)
    return commented_out(text, ["published"]) if old.published else text
