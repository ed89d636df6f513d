"""What a page says around a statement's sentences, and its headings."""

from typing import Self

from attrs import fields, frozen

from policing_indicators.publication.publication import Publication
from policing_indicators.publication.sheet_labels import SheetLabels
from policing_indicators.wording import dates
from policing_indicators.wording.house_style import HouseStyle


@frozen(kw_only=True)
class Labels:
    """What a page says around a statement's sentences, in one house style.

    Attributes:
        published: Who published it and, if known, when.
        period: Of which period the figures are.
        symbols: What the symbols in the tables mean.
        symbols_where: The link to that.
        contents: The heading of the contents.
        headlines: The heading of the headline figures.
        picture_figures: What leads to the figures behind a picture.
        data: The heading of the open data.
        data_told: What the open data are.
        data_file: The link to the open data.
        data_columns: The link to what its columns hold.
        skip: The link past the contents.
        does_not_apply: That a priority does not apply.
        without: The heading of the indicators without a figure.
        targets: The heading of the targets.
        restated: The heading of the figures that were restated.
        definitions: The heading of what is counted.
        notes: The heading of how the figures were made.
        sources: The heading of the sources.
        no_source_named: What stands where figures name no source.
        as_at: What stands before the vintage of a source.
        no_source: That there is no source, since there is no figure.
        making: The heading of the record of making.
        files: What stands before the files.
        no_files: That there are no files.
        settings: What stands before the settings.
        versions: What stands before the versions.
        sheets: What a workbook says besides.

    >>> from policing_indicators.publication.draft import Draft
    >>> from policing_indicators.publication.example import example
    >>> from policing_indicators.wording.house_style import house_style
    >>> publication = Draft.read(example()).publication
    >>> Labels.of(publication, house_style()).sources
    'Sources'
    """

    published: str
    period: str
    symbols: str
    symbols_where: str
    contents: str
    headlines: str
    picture_figures: str
    data: str
    data_told: str
    data_file: str
    data_columns: str
    skip: str
    does_not_apply: str
    without: str
    targets: str
    restated: str
    definitions: str
    notes: str
    sources: str
    no_source_named: str
    as_at: str
    no_source: str
    making: str
    files: str
    no_files: str
    settings: str
    versions: str
    sheets: SheetLabels

    @classmethod
    def of(cls, publication: Publication, style: HouseStyle) -> Self:
        """Say the labels of a publication in a house style.

        Args:
            publication: The publication.
            style: The house style.
        """
        told = {
            "published": _published(publication, style),
            "period": _period(publication, style),
        }
        apart = {*told, "sheets"}
        names = (each.name for each in fields(cls) if each.name not in apart)
        said = {name: style.say(f"page.{name}") for name in names}
        return cls(**told, **said, sheets=SheetLabels.of(style))


def _published(publication: Publication, style: HouseStyle) -> str:
    publisher, day = publication.publisher, publication.published
    if not publisher:
        return style.say("page.not_published")
    if day is None:
        return style.say("page.published", publisher=publisher)
    written = dates.day(style, day)
    return style.say("page.published_on", publisher=publisher, day=written)


def _period(publication: Publication, style: HouseStyle) -> str:
    period = dates.written(style, publication.period)
    months = dates.months_of(style, publication.period)
    if months == period:
        return style.say("page.period", period=period)
    return style.say("page.period_in_months", period=period, months=months)
