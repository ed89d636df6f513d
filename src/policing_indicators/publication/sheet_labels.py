"""What a workbook says around a statement's figures."""

from typing import Self

from attrs import fields, frozen

from policing_indicators.wording.house_style import HouseStyle


@frozen(kw_only=True)
class SheetLabels:
    """What a workbook says around a statement's figures, in one house style.

    Attributes:
        cover: The name of the first sheet.
        contents: The name of the sheet that lists the others.
        notes: The name of the sheet of notes.
        text: The name of the sheet of sentences.
        table: What the sheets of tables are called, before their number.
        definitions: The name of the sheet of what is counted.
        sources: The name of the sheet of sources.
        making: The name of the sheet of the record of making.
        data: The name of the sheet of open data.
        text_title: What the sheet of sentences holds.
        data_title: What the sheet of open data holds.
        one_table: That a sheet holds one table.
        as_printed: Where the numbers are that stand beside a symbol.
        blank: What a blank cell of the open data means.
        worksheet: The heading of the names of sheets.
        title: The heading of what they hold.
        note: The heading of the numbers of notes.
        priority: The heading of the priorities.
        subject: The heading of what is spoken of.
        said: The heading of what is said.
        indicator: The heading of the indicators.
        source: The heading of the sources.
        as_at: The heading of the vintages.
        item: The heading of what is recorded.
        figure: What the heading of a figure says beside that of its limits.
        lower: What the heading of the lower limits says.
        upper: What the heading of the upper limits says.
        per: What the heading of the bases of rates says.
        own_words: What stands for the subject of the publisher's own words.
        whole_priority: What stands for the subject of what is said of a priority.
        not_stated: What stands where nothing is stated.

    >>> from policing_indicators.wording.house_style import house_style
    >>> SheetLabels.of(house_style()).one_table
    'This worksheet contains one table.'
    """

    cover: str
    contents: str
    notes: str
    text: str
    table: str
    definitions: str
    sources: str
    making: str
    data: str
    text_title: str
    data_title: str
    one_table: str
    as_printed: str
    blank: str
    worksheet: str
    title: str
    note: str
    priority: str
    subject: str
    said: str
    indicator: str
    source: str
    as_at: str
    item: str
    figure: str
    lower: str
    upper: str
    per: str
    own_words: str
    whole_priority: str
    not_stated: str

    @classmethod
    def of(cls, style: HouseStyle) -> Self:
        """Say the labels in a house style.

        Args:
            style: The house style.
        """
        data = style.say("sheet.data")
        told = {"as_printed": style.say("sheet.as_printed", data=data)}
        names = (each.name for each in fields(cls) if each.name not in told)
        return cls(**told, **{name: style.say(f"sheet.{name}") for name in names})
