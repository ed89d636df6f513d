"""An office's own words stand on the page as Markdown, safe and in their place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.publication.narrative import as_html, as_markdown

MARKDOWN = st.text("# \n->*_`[]()<>!=ab1.\\&\"'")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("*We* asked.", "<p><em>We</em> asked.</p>\n"),
        ("a & b <i>c</i>", "<p>a &amp; b &lt;i&gt;c&lt;/i&gt;</p>\n"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>\n"),
        (
            "[the plan](https://example.org/plan)",
            '<p><a href="https://example.org/plan">the plan</a></p>\n',
        ),
        ("<mailto:a@b.uk>", '<p><a href="mailto:a@b.uk">mailto:a@b.uk</a></p>\n'),
        ("[x](javascript:x)", "<p>[x](javascript:x)</p>\n"),
        ("[x](/plan)", "<p>[x](/plan)</p>\n"),
        ("[x](http:plan)", "<p>[x](http:plan)</p>\n"),
        ("![a](//b.uk/c.png)", "<p>![a](//b.uk/c.png)</p>\n"),
        ("![a & b](https://b.uk/c.png)", "<p>a &amp; b</p>\n"),
        ("one  \ntwo", "<p>one<br>\ntwo</p>\n"),
        ("* one\n* two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"),
    ],
)
def test_words_are_markdown_and_never_html(written: str, shown: str) -> None:
    assert as_html(written, under=2) == shown


@pytest.mark.parametrize(
    ("written", "levels"),
    [
        ("# a", [3]),
        ("###### a", [3]),
        ("## a\n# b", [3, 3]),
        ("# a\n### b\n## c\n# d", [3, 4, 4, 3]),
        ("# a\n## b\n### c\n#### d\n##### e", [3, 4, 5, 6, 6]),
        ("a\n===\n\nb\n---", [3, 4]),
        ("> # a\n\n* # b", [3, 3]),
    ],
)
def test_a_heading_is_moved_to_where_it_belongs(
    written: str, levels: list[int]
) -> None:
    found = re.findall(r"<h(\d)>.*</h\1>", as_html(written, under=2))
    assert list(map(int, found)) == levels


@pytest.mark.parametrize(
    ("written", "moved"),
    [
        ("Nothing.\n\nMore.", "Nothing.\n\nMore."),
        ("# a #\nb", "### a\nb"),
        ("a\nb\n===\nc", "### a b\nc"),
        ("> # a", "> ### a"),
        ("* a\n  ---", "* ### a"),
        ("#\nb", "###\nb"),
        ("```\n# a\n```", "```\n# a\n```"),
    ],
)
def test_headings_are_moved_in_markdown_too(written: str, moved: str) -> None:
    assert as_markdown(written, under=2) == moved


@given(MARKDOWN)
def test_no_words_lead_to_a_script_or_load_anything(written: str) -> None:
    shown = as_html(written, under=2)
    assert not re.search("<(script|img|iframe|style)", shown)
    assert not re.search('href="(?!https?://|mailto:)', shown)


@given(MARKDOWN, st.integers(1, 3))
def test_no_heading_stands_above_or_two_below_the_one_before(
    written: str, under: int
) -> None:
    before = under
    for level in map(int, re.findall(r"<h(\d)>", as_html(written, under=under))):
        assert under < level <= before + 1
        before = level
