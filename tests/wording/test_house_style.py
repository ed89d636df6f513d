from pathlib import Path

import pytest

from policing_indicators.errors import (
    FileAccessError,
    InvalidContentError,
    InvalidValueError,
    UnknownNameError,
)
from policing_indicators.vocabulary.case_noun import CaseNoun
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.wording import phrase_book
from policing_indicators.wording.house_style import HouseStyle, house_style
from policing_indicators.wording.plain_name import PlainName

BURGLARY = Indicator(
    id="burglary",
    name="Residential burglary",
    unit=Unit.COUNT,
    direction=ImprovementDirection.DECREASE,
    noun=CaseNoun("residential burglary", "residential burglaries"),
)


def written(folder: Path, *lines: str) -> Path:
    path = folder / "house.toml"
    path.write_text("\n".join(["schema = 1", *lines]), encoding="utf-8")
    return path


def problems(path: Path) -> dict[str, str]:
    with pytest.raises(InvalidContentError) as caught:
        house_style(path)
    return {each.place: each.allowed for each in caught.value.problems}


def test_the_english_style_ships_and_is_the_default() -> None:
    assert house_style("english") is house_style()
    assert house_style() == HouseStyle(phrases=phrase_book.english().phrases)
    assert HouseStyle().say("percentage.same") == "the same as"
    assert HouseStyle().language == "en-GB"


def test_a_style_of_ones_own_says_what_differs_and_the_rest_is_english(
    tmp_path: Path,
) -> None:
    path = written(
        tmp_path,
        'language = "en-IE"',
        "[phrases.number]",
        'thousands = "\N{NO-BREAK SPACE}"',
        'decimal = "\N{MIDDLE DOT}"',
        'minus = "minus "',
        'plus = "plus "',
        'percent = "{number} per cent"',
        "[names.burglary]",
        'name = "Break-ins at home"',
        'one = "break-in"',
        'many = "break-ins"',
    )
    for style in (house_style(path), house_style(str(path))):
        assert style.language == "en-IE"
        assert style.number(-1234.5, 1) == "minus 1\N{NO-BREAK SPACE}234·5"
        assert style.signed(2) == "plus 2"
        assert style.percent(17.3, 1) == "17·3 per cent"
        assert style.name_of(BURGLARY) == "Break-ins at home"
        assert style.cases_of(BURGLARY) == "break-ins"
        assert style.say("percentage.same") == "the same as"


def test_an_indicator_without_an_own_name_keeps_the_frameworks() -> None:
    noun_alone = {"burglary": PlainName(one="break-in", many="break-ins")}
    style = HouseStyle(names=noun_alone)
    assert style.name_of(BURGLARY) == "Residential burglary"
    assert style.cases_of(BURGLARY) == "break-ins"
    name_alone = HouseStyle(names={"burglary": PlainName(name="Break-ins")})
    assert name_alone.name_of(BURGLARY) == "Break-ins"
    assert name_alone.cases_of(BURGLARY) == "residential burglaries"


def test_the_thousands_may_stand_without_a_separator() -> None:
    assert HouseStyle(phrases={"number": {"thousands": ""}}).number(1234) == "1234"


def test_every_mistake_in_a_style_is_named_at_once_by_line_and_path(
    tmp_path: Path,
) -> None:
    path = written(
        tmp_path,
        'language = "Welsh"',
        "[phrases.coutn]",
        'same = "{level}, yr un nifer {when}."',
        "[phrases.change]",
        'fewr = "llai"',
        "[names.burglary]",
        'one = "break-in"',
        "[names.homicide]",
        'titel = "Killings"',
    )
    assert problems(path) == {
        "line 2: language": "the tag of a language, such as 'en-GB' or 'cy'",
        "line 3: phrases.coutn": "a known group of phrases, such as 'count'",
        "line 6: phrases.change.fewr": "a known phrase, such as 'fewer'",
        "line 7: names.burglary.many": "given, as the other number is",
        "line 10: names.homicide.titel": "one of 'name', 'one', 'many'",
    }


def test_a_phrase_keeps_every_fact_of_the_english_one_and_invents_none(
    tmp_path: Path,
) -> None:
    path = written(
        tmp_path,
        "[phrases.change]",
        'same = "{level}, yr un nifer."',
        'fewer = "{level}, {size} yn llai na {earlir} {when} {earlier}."',
        'earlier_none = "{level}; dim {when!r}."',
        'earlier_one = "{level} {"',
        'unknown = "{}"',
        "[phrases.named]",
        'month = " "',
        'span = "{period}\\n"',
        'year_ending = ""',
        "[phrases.number]",
        'minus = "0"',
        'decimal = ","',
    )
    braces = "text in which braces stand only around the name of a placeholder"
    assert problems(path) == {
        "line 3: phrases.change.same": "text that keeps {when}",
        "line 4: phrases.change.fewer": "a known placeholder, such as 'earlier'",
        "line 5: phrases.change.earlier_none": braces,
        "line 6: phrases.change.earlier_one": braces,
        "line 7: phrases.change.unknown": braces,
        "line 9: phrases.named.month": "some text",
        "line 10: phrases.named.span": "text on one line",
        "line 11: phrases.named.year_ending": "some text",
        "line 13: phrases.number.minus": "text without digits",
        "line 14: phrases.number.decimal": (
            "a mark other than the separator of thousands"
        ),
    }


def test_the_order_and_the_number_of_placeholders_are_free() -> None:
    phrases = {"change": {"same": "{when}: {level} ({when})."}}
    style = HouseStyle(phrases=phrases)
    assert style.say("change.same", level="5", when="2023") == "2023: 5 (2023)."


def test_a_fact_that_holds_braces_is_said_as_it_stands() -> None:
    told = HouseStyle().say("change.same", level="{when}", when="in 2023/24")
    assert told == "{when}, the same number as in 2023/24."


def test_a_style_that_nobody_ships_is_named_with_those_that_are() -> None:
    with pytest.raises(UnknownNameError, match="a known house style, such as 'english"):
        house_style("englsh")


def test_a_style_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError, match=r"none\.toml"):
        house_style(tmp_path / "none.toml")


def test_a_language_is_a_tag() -> None:
    assert HouseStyle(language="cy").language == "cy"
    with pytest.raises(InvalidValueError, match="tag of a language"):
        HouseStyle(language="Cymraeg")


@pytest.mark.parametrize("phrases", ["same", {"change": "same"}, {"change": {"a": 1}}])
def test_phrases_are_texts_by_group_and_name(
    phrases: dict[str, dict[str, str]],
) -> None:
    with pytest.raises(InvalidValueError, match="texts by the name of their group"):
        HouseStyle(phrases=phrases)
