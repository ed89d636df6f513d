"""What is written is whole or absent."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policing_indicators.errors import FileAccessError
from policing_indicators.writing import write_folder, write_together, write_whole


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8")))
def test_what_is_written_reads_back_to_the_last_line_end(
    tmp_path: Path, text: str
) -> None:
    write_whole(tmp_path / "statement.md", text)
    assert (tmp_path / "statement.md").read_bytes() == text.encode("utf-8")
    assert files_in(tmp_path) == ["statement.md"]


def test_a_file_that_stands_there_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "statement.md"
    path.write_text("a much longer text that was there before")
    write_whole(path, "new")
    assert path.read_text() == "new"


def test_a_path_in_the_present_folder_needs_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_whole(Path("statement.md"), "new")
    assert files_in(tmp_path) == ["statement.md"]


def test_a_long_name_is_no_obstacle(tmp_path: Path) -> None:
    name = "s" * 250
    write_whole(tmp_path / name, "new")
    assert files_in(tmp_path) == [name]


def test_a_file_that_is_replaced_passes_on_who_may_write_it(tmp_path: Path) -> None:
    path = tmp_path / "statement.md"
    path.write_text("old")
    path.chmod(stat.S_IRUSR)
    write_whole(path, "new")
    assert path.read_text() == "new"
    assert not path.stat().st_mode & stat.S_IWUSR


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "statement.md", tmp_path / "latest.md"
    target.write_text("old")
    link.symlink_to(target)
    write_whole(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


@pytest.mark.parametrize("step", ["open", "replace"])
def test_where_a_step_fails_the_old_file_stands_and_nothing_is_left_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "statement.md"
    path.write_text("old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, step, fail)
        with pytest.raises(FileAccessError) as caught:
            write_whole(path, "new")
    assert str(caught.value) == f"{path}: No space left on device"
    assert path.read_text() == "old"
    assert files_in(tmp_path) == ["statement.md"]


def test_where_the_disk_fills_up_half_way_nothing_is_left_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fail)
        with pytest.raises(FileAccessError, match="No space left on device"):
            write_whole(tmp_path / "statement.md", "new")
    assert files_in(tmp_path) == []


def test_an_interruption_leaves_nothing_over_and_is_not_hidden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_whole(tmp_path / "statement.md", "new")
    assert files_in(tmp_path) == []


def test_files_that_belong_together_are_all_written_or_none(tmp_path: Path) -> None:
    table, beside = tmp_path / "table.csv", tmp_path / "table.json"
    write_together({table: "old", beside: b"\x00"})
    assert (table.read_text(), beside.read_bytes()) == ("old", b"\x00")
    beside.unlink()
    beside.mkdir()
    with pytest.raises(FileAccessError) as caught:
        write_together({table: "new", beside: "new"})
    assert caught.value.file == str(beside)
    assert table.read_text() == "old"
    assert files_in(tmp_path) == ["table.csv", "table.json"]


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "absent" / "statement.md"
    with pytest.raises(FileAccessError, match="No such file or directory") as caught:
        write_whole(path, "new")
    assert caught.value.file == str(path)
    assert files_in(tmp_path) == []


def test_a_file_is_no_folder_to_write_in(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    with pytest.raises(FileAccessError):
        write_whole(tmp_path / "file" / "statement.md", "new")
    assert (tmp_path / "file").read_text() == "old"


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError, match="a device or a link to itself is there"):
        write_whole(tmp_path, "new")
    assert files_in(tmp_path) == []


def test_a_device_is_not_replaced() -> None:
    with pytest.raises(FileAccessError, match="a device or a link to itself is there"):
        write_whole(Path(os.devnull), "new")
    assert not Path(os.devnull).is_file()


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "statement.md"
    link.symlink_to(link)
    with pytest.raises(FileAccessError):
        write_whole(link, "new")
    assert files_in(tmp_path) == ["statement.md"]


@pytest.mark.parametrize("name", ["nul\0l", ""])
def test_a_path_that_no_file_can_have_is_refused(name: str) -> None:
    with pytest.raises(FileAccessError):
        write_whole(Path(name), "new")


def test_a_text_that_is_no_unicode_is_refused_and_the_old_file_stands(
    tmp_path: Path,
) -> None:
    path = tmp_path / "statement.md"
    path.write_text("old")
    with pytest.raises(FileAccessError, match="surrogates not allowed"):
        write_whole(path, "half a character: \ud800")
    assert path.read_text() == "old"


FILES = {"publication.toml": b"title", "plans/own.toml": b"\xff"}


def test_a_folder_is_made_with_all_its_files_and_the_folders_above(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "2025" / "q1"
    write_folder(folder, FILES)
    assert (folder / "publication.toml").read_bytes() == b"title"
    assert (folder / "plans" / "own.toml").read_bytes() == b"\xff"
    assert files_in(folder.parent) == ["q1"]


def test_a_folder_in_the_present_folder_needs_no_folder_above(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_folder(Path("q1"), FILES)
    assert files_in(tmp_path) == ["q1"]


@pytest.mark.parametrize("name", ["", "there", "file", "link"])
def test_what_is_there_already_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "file").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    before = files_in(tmp_path)
    with pytest.raises(FileAccessError, match="it is there already"):
        write_folder(tmp_path / name, FILES)
    assert files_in(tmp_path) == before
    assert files_in(tmp_path / "there") == []


@pytest.mark.parametrize("step", ["mkdir", "write_bytes", "rename"])
def test_where_a_step_fails_no_folder_is_left_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    folder = tmp_path / "2025" / "q1"
    with monkeypatch.context() as patched:
        patched.setattr(Path, step, fail)
        with pytest.raises(FileAccessError) as caught:
            write_folder(folder, FILES)
    assert str(caught.value) == f"{folder}: No space left on device"
    assert files_in(tmp_path) == []


def test_an_interruption_leaves_no_folder_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_folder(tmp_path / "2025" / "q1", FILES)
    assert files_in(tmp_path) == []


def test_a_path_that_no_folder_can_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError, match="null"):
        write_folder(tmp_path / "nul\0l", FILES)


def test_a_file_is_no_folder_to_make_one_in(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    with pytest.raises(FileAccessError, match="Not a directory"):
        write_folder(tmp_path / "file" / "q1", FILES)
    assert (tmp_path / "file").read_text() == "old"
