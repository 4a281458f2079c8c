"""Files in, files out: what arguments name, and that nothing is destroyed."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from litconv.diagnostics import Diagnostics, ExitCode, OutputError
from litconv.files import Input, atomic_output, gather, label

TXT = frozenset({".txt"})
needs_permissions = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root"
)


def names(said: Diagnostics, *paths: Path | str) -> list[str]:
    return [Path(one.name).name for one in gather([str(path) for path in paths], TXT, said)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "deep/c.TXT", "picture.png", ".hidden.txt", ".git/d.txt"):
        file = tmp_path / "pages" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
    return tmp_path / "pages"


def test_a_folder_gives_its_files_by_name_and_in_depth(folder: Path) -> None:
    said = Diagnostics()
    assert names(said, folder) == ["a.txt", "b.txt", "c.TXT"]
    assert said.items == []


def test_a_file_is_taken_whatever_its_ending_and_the_order_is_the_callers(folder: Path) -> None:
    said = Diagnostics()
    assert names(said, folder / "picture.png", folder / "a.txt") == ["picture.png", "a.txt"]


def test_bytes_and_extension(folder: Path) -> None:
    inputs = gather([str(folder / "deep" / "c.TXT")], TXT, Diagnostics())
    one = next(inputs)  # open until the next is asked for
    assert not isinstance(one.data, bytes)
    assert (one.data.read(), one.extension) == (b"deep/c.TXT", ".txt")
    assert Input("-", b"").extension == ""
    assert label("-") == "standard input"


@pytest.mark.parametrize("bad", ["nowhere.txt", "", "x" * 5000, "a\0b"])
def test_what_cannot_be_read_is_reported_and_the_rest_is_given(folder: Path, bad: str) -> None:
    said = Diagnostics()
    assert names(said, bad, folder / "a.txt") == ["a.txt"]
    assert list(said.codes) == ["input-unreadable"]
    assert (said.items[0].message == "cannot be read: this is no path") is (bad in {"", "a\0b"})
    assert said.exit_code() is ExitCode.INPUT


def test_a_folder_without_pages_is_reported(tmp_path: Path) -> None:
    said = Diagnostics()
    assert names(said, tmp_path) == []
    assert "holds no file" in said.items[0].message


@needs_permissions
def test_forbidden_file_and_folder_are_reported(folder: Path) -> None:
    (folder / "a.txt").chmod(0)
    (folder / "deep").chmod(0)
    try:
        said = Diagnostics()
        assert names(said, folder) == ["b.txt"]
        assert said.codes["input-unreadable"] == 2
    finally:
        (folder / "deep").chmod(0o755)


def test_a_link_to_nowhere_in_a_folder_is_left_out(folder: Path) -> None:
    (folder / "z.txt").symlink_to(folder / "gone.txt")
    assert names(Diagnostics(), folder / "deep", folder) == ["c.TXT", "a.txt", "b.txt", "c.TXT"]


# ---------------------------------------------------------------------------- output


def only(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_output_is_utf8_with_plain_newlines(tmp_path: Path) -> None:
    with atomic_output(tmp_path / "out.bib") as out:
        out.write("王\n\n")
    assert (tmp_path / "out.bib").read_bytes() == "王\n\n".encode()
    assert only(tmp_path) == ["out.bib"]


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, BrokenPipeError])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, error: type[BaseException]
) -> None:
    file = tmp_path / "out.bib"
    file.write_text("old")

    def fail() -> None:
        with atomic_output(file) as out:
            out.write("new")
            out.flush()
            raise error

    with pytest.raises(error):
        fail()
    assert file.read_text() == "old"
    assert only(tmp_path) == ["out.bib"]


def test_a_failure_while_writing_is_an_output_error(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    try:
        with pytest.raises(OutputError) as caught, atomic_output(tmp_path / "out.bib") as out:
            out.write("more than ten letters")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert caught.value.exit_code is ExitCode.OUTPUT
    assert "out.bib: File too large" in str(caught.value)
    assert only(tmp_path) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_device_is_an_output_error() -> None:
    with (
        pytest.raises(OutputError, match="/dev/full: No space"),
        atomic_output(Path("/dev/full")) as out,
    ):
        out.write("text")


def test_an_error_of_what_is_read_meanwhile_is_no_output_error(tmp_path: Path) -> None:
    def fail() -> None:
        with atomic_output(tmp_path / "out.bib"):
            raise FileNotFoundError(2, "No such file", "style.csl")

    with pytest.raises(FileNotFoundError, match=r"style\.csl"):
        fail()
    assert only(tmp_path) == []


def test_the_old_file_is_there_until_the_end(tmp_path: Path) -> None:
    file = tmp_path / "out.bib"
    file.write_text("old")
    with atomic_output(file) as out:
        out.write("new")
        out.flush()
        assert file.read_text() == "old"
    assert file.read_text() == "new"


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_permissions_are_kept(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "out.bib"
    file.write_text("old")
    file.chmod(mode)
    with atomic_output(file) as out:
        out.write("new")
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_a_new_file_has_the_permissions_the_umask_allows(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        with atomic_output(tmp_path / "out.bib") as out:
            out.write("new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "out.bib").stat().st_mode) == 0o640


def test_a_symbolic_link_keeps_pointing(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target, link = tmp_path / "real" / "out.bib", tmp_path / "link.bib"
    target.write_text("old")
    link.symlink_to(target)
    with atomic_output(link) as out:
        out.write("new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert only(tmp_path / "real") == ["out.bib"]


@pytest.mark.parametrize("place", ["", "no/such/folder/out.bib", "file/out.bib", "x" * 300])
def test_a_place_that_cannot_be_written_is_an_output_error(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("a file")
    with pytest.raises(OutputError, match="cannot write"), atomic_output(tmp_path / place):
        pytest.fail("opened")
    assert only(tmp_path) == ["file"]


@needs_permissions
def test_a_forbidden_folder_is_an_output_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(OutputError), atomic_output(tmp_path / "out.bib"):
            pytest.fail("opened")
    finally:
        tmp_path.chmod(0o755)


def test_a_device_is_written_to_and_stays() -> None:
    with atomic_output(Path(os.devnull)) as out:
        out.write("x")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
