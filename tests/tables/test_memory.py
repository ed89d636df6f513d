"""What is remembered of what was read."""

import pytest

from policing_indicators.tables import memory
from policing_indicators.tables.memory import Memory


def test_a_key_is_read_once() -> None:
    read: list[str] = []

    def length(text: str) -> int:
        read.append(text)
        return len(text)

    lengths = Memory(length)
    assert [lengths["kent"], lengths["avon"], lengths["kent"]] == [4, 4, 4]
    assert read == ["kent", "avon"]


def test_what_cannot_be_read_is_not_remembered() -> None:
    numbers = Memory[str, int](int)
    for _ in range(2):
        with pytest.raises(ValueError, match="invalid literal"):
            numbers["kent"]
    assert len(numbers) == 0


def test_what_is_remembered_stays_within_bounds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(memory, "MOST_REMEMBERED", 3)
    numbers = Memory[str, int](int)
    sizes: list[int] = []
    for number in range(10):
        assert numbers[str(number)] == number
        sizes.append(len(numbers))
    assert max(sizes) == 3
