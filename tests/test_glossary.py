"""The glossary explains the words of the code, and no others."""

import re
from enum import Enum
from itertools import pairwise
from pathlib import Path
from typing import TypeGuard

import pytest

import policing_indicators

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
DIRECTIVE = re.compile(r"^```\{glossary\}\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BETWEEN_WORDS_OF_A_NAME = re.compile(r"(?<=[a-z])(?=[A-Z])")


def is_type(found: object) -> TypeGuard[type[object]]:
    """Say whether a public name is a type, and no error."""
    return isinstance(found, type) and not issubclass(found, Exception)


def is_closed_set(found: type[object]) -> TypeGuard[type[Enum]]:
    """Say whether a type is a set of words of which one applies."""
    return issubclass(found, Enum)


PUBLIC_NAMES: list[object] = [
    getattr(policing_indicators, name) for name in policing_indicators.__all__
]
PUBLIC_TYPES = [found for found in PUBLIC_NAMES if is_type(found)]
CLOSED_SETS = [found for found in PUBLIC_TYPES if is_closed_set(found)]


def plain(text: str) -> str:
    """Write words as they are compared: small letters, one blank between them."""
    return " ".join(re.split(r"[\s_-]+", text.casefold()))


def in_words(name: str) -> str:
    """Give the words of a type's name."""
    return plain(BETWEEN_WORDS_OF_A_NAME.sub(" ", name))


def read_entries() -> list[tuple[list[str], str]]:
    """Give each entry of the glossary: its terms, and what they mean."""
    listing: str
    [listing] = DIRECTIVE.findall(PAGE)
    entries: list[tuple[list[str], str]] = []
    for block in listing.strip().split("\n\n"):
        lines = block.split("\n")
        terms = [line for line in lines if not line.startswith("  ")]
        meaning = " ".join(line.strip() for line in lines if line.startswith("  "))
        entries.append((terms, meaning))
    return entries


ENTRIES = read_entries()
MEANINGS = {plain(term): meaning for terms, meaning in ENTRIES for term in terms}


@pytest.mark.parametrize("name", [found.__name__ for found in PUBLIC_TYPES])
def test_every_public_type_is_explained_by_its_name(name: str) -> None:
    words = in_words(name)
    assert {words, words.removesuffix("s")} & set(MEANINGS)


@pytest.mark.parametrize(
    ("name", "word"),
    [(found.__name__, member.value) for found in CLOSED_SETS for member in found],
)
def test_every_word_of_a_closed_set_is_explained_with_the_set(
    name: str, word: str
) -> None:
    assert f"*{plain(word)}*" in plain(MEANINGS[in_words(name)])


def test_every_term_has_a_meaning_and_one_place() -> None:
    assert all(meaning.endswith(".") for _, meaning in ENTRIES)
    terms = [plain(term) for terms, _ in ENTRIES for term in terms]
    assert len(set(terms)) == len(terms) > len(PUBLIC_TYPES) > len(CLOSED_SETS) > 0


def test_the_entries_are_in_alphabetical_order() -> None:
    first_terms = [plain(terms[0]) for terms, _ in ENTRIES]
    for term, following in pairwise(first_terms):
        assert term < following


def test_every_reference_is_to_a_term() -> None:
    for term in re.findall(r"\{term\}`([^`]+)`", PAGE):
        assert plain(term) in MEANINGS


def test_the_glossary_explains_no_word_that_the_package_does_not_use() -> None:
    package = ROOT / "src" / "policing_indicators"
    texts = [
        path.read_text(encoding="utf-8")
        for pattern in ("*.py", "*.toml", "*.jinja")
        for path in sorted(package.rglob(pattern))
    ]
    used = in_words("\n".join(texts))
    assert [term for term in MEANINGS if term not in used] == []
