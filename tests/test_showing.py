"""What a notebook shows of a value is a table under a caption, all of it escaped."""

from typing import Any

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.notebook import html_of, markdown_of

from policing_indicators.showing import Shown, ShownTable

CELLS = st.text("ab <>&|*_`#[]\\$~\n!-.1\"'", min_size=1)


class Evil(Shown):
    """A value whose words look like markup."""

    __slots__ = ()

    def _shown(self) -> tuple[ShownTable, ...]:
        return (
            ShownTable("<script>", ("<b>", "*1*"), (("a|b", "2"),), ("_so_ & so",), 1),
            ShownTable("Second", ("One",), ()),
        )


def table_of(html: str) -> tuple[str, list[list[str]]]:
    library: Any = html5lib
    [table] = library.parse(html, namespaceHTMLElements=False).iter("table")
    rows = [["".join(cell.itertext()) for cell in row] for row in table.iter("tr")]
    return "".join(table.find("caption").itertext()), rows


@given(st.data())
def test_every_cell_is_shown_as_it_is_written(data: st.DataObject) -> None:
    width = data.draw(st.integers(1, 4))
    row = st.lists(CELLS, min_size=width, max_size=width).map(tuple)
    caption, headings = data.draw(CELLS.filter(str.strip)), data.draw(row)
    rows = tuple(data.draw(st.lists(row, max_size=3)))
    numbers = data.draw(st.integers(0, width - 1))
    shown = ShownTable(caption, headings, rows, numbers=numbers)
    assert table_of(shown.html()) == (
        caption,
        [list(each) for each in (headings, *rows)],
    )
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    read, cells = table_of_markdown(reader.render(shown.markdown()))
    assert read == in_one_line(caption)
    assert cells == [[in_one_line(cell) for cell in each] for each in (headings, *rows)]


def in_one_line(text: str) -> str:
    return " ".join(text.split())


def table_of_markdown(html: str) -> tuple[str, list[list[str]]]:
    library: Any = html5lib
    root = library.parse(html, namespaceHTMLElements=False)
    rows = [
        [in_one_line("".join(cell.itertext())) for cell in row]
        for row in root.iter("tr")
    ]
    return in_one_line("".join(root.find(".//p").itertext())), rows


def test_a_value_shows_its_tables_one_after_the_other() -> None:
    html = html_of(Evil())
    assert html.count("<table>") == 2
    assert "<script>" not in html
    assert '<td style="text-align: right; padding: 0 0.5em">2</td>' in html
    assert html.index("_so_ &amp; so") < html.index("Second")
    markdown = markdown_of(Evil())
    assert markdown.startswith(
        "**\\<script\\>**\n\n| \\<b\\> | \\*1\\* |\n| --- | --: |"
    )
    assert "\\_so\\_ \\& so" in markdown


def test_a_value_that_does_not_say_what_it_shows_cannot_be_made() -> None:
    shown: Any = Shown
    with pytest.raises(TypeError, match="_shown"):
        shown()


def test_to_show_itself_a_value_needs_no_room_beyond_its_fields() -> None:
    assert not hasattr(Evil(), "__dict__")
