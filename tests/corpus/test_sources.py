"""Folders, lists of paths and zips as streams of files, with a sentence for what cannot be read."""

# ruff: noqa: E501

import copy
import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis.corpus import sources
from osce_analysis.corpus.sources import File, files, held, places


def read(source: Path | list[str | Path]) -> list[File]:
    return list(files(places(source)))


def packed(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def faults(path: Path) -> list[str | None]:
    return [file.fault for file in read(path)]


def test_a_folder_is_read_in_the_order_of_its_paths_without_the_systems_own_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b/two.txt", "a.txt", ".DS_Store", ".git/config"):
        (tmp_path / name).write_bytes(b"x")
    assert [file.source for file in read(tmp_path)] == ["a.txt", "b/two.txt"]


def test_several_paths_are_named_from_the_folder_that_they_share(tmp_path: Path) -> None:
    for name in ("a", "b/c"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "one.txt").write_bytes(name.encode())
    found = read([tmp_path / "a" / "one.txt", str(tmp_path / "b" / "c" / "one.txt"), tmp_path / "b"])
    assert [file.source for file in found] == ["a/one.txt", "b/c/one.txt", "b/c/one.txt"]
    assert [file.source for file in read([tmp_path / "a"])] == ["one.txt"]


def test_no_file_is_opened_before_its_turn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    monkeypatch.setattr(Path, "read_bytes", lambda path: opened.append(path.name) or b"x")
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_bytes(b"x")
    stream = files(places(tmp_path))
    assert opened == []
    next(stream)
    assert opened == ["a.txt"]


def test_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"^The folder .* holds no file to read\.$"):
        places(tmp_path)
    with pytest.raises(FileNotFoundError, match=r"^There is no file or folder .*absent\.$"):
        places(tmp_path / "absent")
    with pytest.raises(ValueError, match=r"^There is nothing to load: the list of paths is empty\.$"):
        places([])


@pytest.mark.parametrize(
    ("name", "data", "is_table"),
    [
        ("speeches.CSV", b"text\nx", True),
        ("no_ending", b"PAR1....", True),
        ("book.zip", packed({"xl/workbook.xml": b"", "[Content_Types].xml": b""}), True),
        ("letter.docx", packed({"word/document.xml": b"", "[Content_Types].xml": b""}), False),
        ("statement.txt", b"a,b\n1,2", False),
    ],
)
def test_tables_are_told_by_content_or_name(tmp_path: Path, name: str, data: bytes, is_table: bool) -> None:
    (tmp_path / name).write_bytes(data)
    (file,) = read(tmp_path / name)
    assert file.is_table is is_table


def test_an_office_document_is_not_unpacked(tmp_path: Path) -> None:
    (tmp_path / "letter.odt").write_bytes(packed({"mimetype": b"x", "content.xml": b"<x/>"}))
    assert [file.source for file in read(tmp_path)] == ["letter.odt"]


# Zips --------------------------------------------------------------------------------------------


def test_a_zip_is_opened_and_one_within_it_once(tmp_path: Path) -> None:
    inner = packed({"c.txt": b"c", "deeper.zip": packed({"d.txt": b"d"})})
    (tmp_path / "all.zip").write_bytes(
        packed({"a.txt": b"a", "b/inner.zip": inner, ".hidden": b"", "d/": b""})
    )
    found = {file.source: file for file in read(tmp_path)}
    assert found["all.zip/a.txt"].data == b"a"
    assert found["all.zip/b/inner.zip/c.txt"].data == b"c"
    assert found["all.zip/b/inner.zip/deeper.zip"].fault == (
        "all.zip/b/inner.zip/deeper.zip lies in a zip within a zip: unpack it first."
    )
    assert len(found) == 3
    assert held(places(tmp_path)[0]) == 2  # what is known without opening the inner one


def overlapping(copies: int) -> bytes:
    """A zip whose members are all the same bytes: small, and without end when unpacked."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0.txt", os.urandom(1000) * 100)
        for number in range(1, copies):
            info = copy.copy(archive.filelist[0])
            info.filename = f"{number}.txt"
            archive.filelist.append(info)
    return buffer.getvalue()


def under_a_password() -> bytes:
    data = bytearray(packed({"a.txt": b"a" * 50}))
    data[6] |= 1  # the mark in the member's head
    data[data.index(b"PK\x01\x02") + 8] |= 1  # and in the list of members
    return bytes(data)


def damaged_within() -> bytes:
    data = bytearray(packed({"a.txt": os.urandom(500)}))
    data[60:120] = bytes(60)
    return bytes(data)


def nested(levels: int) -> bytes:
    """Zips in zips, each with sixteen of the next."""
    data = packed({"bomb.txt": b"0" * 30_000_000})
    for _ in range(levels):
        data = packed({f"{number}.zip": data for number in range(16)})
    return data


BAD_ZIPS = [
    ("out", packed({"../out.txt": b"x"}), "bad.zip/../out.txt points outside its zip: it is left out."),
    ("far out", packed({"a/../../out.txt": b"x"}), "bad.zip/a/../../out.txt points outside its zip: it is left out."),
    ("absolute", packed({"/etc/out.txt": b"x"}), "bad.zip//etc/out.txt points outside its zip: it is left out."),
    ("backslash", packed({"..\\out.txt": b"x"}), "bad.zip/..\\out.txt points outside its zip: it is left out."),
    ("drive", packed({"C:/out.txt": b"x"}), "bad.zip/C:/out.txt points outside its zip: it is left out."),
    ("ratio", packed({"bomb.txt": b"0" * 30_000_000}), "bad.zip unpacks to 30,000,000 bytes: unpack it yourself if you trust it."),
    ("ratio of one", packed({"bomb.txt": b"0" * 30_000_000, "random": os.urandom(200_000)}), "bad.zip/bomb.txt unpacks to 30,000,000 bytes: unpack it yourself if you trust it."),
    ("shared bytes", overlapping(5000), "bad.zip unpacks to 500,000,000 bytes: unpack it yourself if you trust it."),
    ("nested bombs", nested(1), "bad.zip/0.zip unpacks to 30,000,000 bytes: unpack it yourself if you trust it."),
    ("nested deep", nested(3), "bad.zip/0.zip/0.zip lies in a zip within a zip: unpack it first."),
    ("password", under_a_password(), "bad.zip/a.txt is under a password: unpack the zip yourself."),
    ("damaged member", damaged_within(), "bad.zip/a.txt cannot be unpacked (Bad CRC-32 for file 'a.txt'): fetch the zip again."),
    ("cut off", packed({"a.txt": b"a" * 5000})[:60], "bad.zip is a damaged zip: fetch it again."),
    ("no list of members", b"PK\x05\x06" + bytes(3), "bad.zip is a damaged zip: fetch it again."),
    ("no member", packed({}), "bad.zip is a zip that holds no file."),
    ("the system's alone", packed({"__MACOSX/x": b""}), "bad.zip is a zip that holds no file."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "sentence"), [case[1:] for case in BAD_ZIPS], ids=[case[0] for case in BAD_ZIPS]
)
def test_what_a_zip_may_not_do(tmp_path: Path, data: bytes, sentence: str) -> None:
    (tmp_path / "bad.zip").write_bytes(data)
    assert faults(tmp_path / "bad.zip")[0] == sentence
    assert held(places(tmp_path / "bad.zip")[0]) >= 1


def test_a_zip_of_too_many_members(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MEMBER_LIMIT", 3)
    (tmp_path / "many.zip").write_bytes(packed({f"{number}.txt": b"x" for number in range(4)}))
    assert faults(tmp_path) == ["many.zip holds 4 files: unpack it yourself if you trust it."]


def test_a_zip_larger_than_a_file_may_be_is_read_member_by_member(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(sources, "FILE_LIMIT", 1500)
    for name in ("a.zip", "large.txt"):
        (tmp_path / name).write_bytes(packed({"one.txt": os.urandom(1000), "two.txt": os.urandom(1000)}))
    (tmp_path / "large.txt").write_bytes(b"x" * 2000)
    (tmp_path / "large.csv").write_bytes(b"x" * 2000)  # tables may be larger
    assert {file.source: file.fault for file in read(tmp_path)} == {
        "a.zip/one.txt": None,
        "a.zip/two.txt": None,
        "large.txt": "large.txt is larger than 0 MB: split it.",
        "large.csv": None,
    }


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=6), st.integers(0, 400))
def test_any_damage_to_a_zip_is_a_sentence(changes: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(packed({"a.txt": b"We agree. " * 9, "b/c.txt": os.urandom(40), "é.txt": b"x"}))
    for place, value in changes:
        data[place % len(data)] = value
    data = data[: len(data) - cut % 40]
    stream = sources._members(io.BytesIO(data), "bad.zip", len(data), depth=1)
    for file in stream:
        assert file.fault is None or (file.fault.startswith("bad.zip") and file.fault.endswith("."))


# Paths -------------------------------------------------------------------------------------------


def test_a_file_that_vanishes_between_listing_and_reading(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x")
    listed = places(tmp_path)
    (tmp_path / "a.txt").unlink()
    (file,) = files(listed)
    assert (
        file.fault == "a.txt cannot be read (No such file or directory): is it still there, and open to you?"
    )


def test_a_file_that_is_not_open_to_the_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_bytes(b"x")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert faults(tmp_path) == [
        "a.txt cannot be read (Permission denied): is it still there, and open to you?"
    ]


def test_a_folder_that_is_not_open_to_the_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, real=os.listdir) -> list[str]:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return real(path)

    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").write_bytes(b"x")
    monkeypatch.setattr(os, "listdir", refuse)
    monkeypatch.setattr(os, "scandir", refuse)
    sentence = "closed cannot be read (Permission denied): is it still there, and open to you?"
    assert faults(tmp_path) == [None, sentence]
    assert faults(tmp_path / "closed") == [sentence]


@pytest.mark.skipif(os.name != "posix", reason="links and pipes as POSIX has them")
def test_links_in_a_circle_into_nothing_and_to_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "one.txt").write_bytes(b"x")
    (tmp_path / "a" / "b" / "up").symlink_to(tmp_path)  # a folder that holds itself
    (tmp_path / "z").symlink_to(tmp_path / "a")  # and one that is there already
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a" / "one.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    ending = "is it still there, and open to you?"
    assert {file.source: file.fault for file in read(tmp_path)} == {
        "a/one.txt": None,
        "gone.txt": f"gone.txt cannot be read (No such file or directory): {ending}",
        "link.txt": None,
        "pipe.txt": "pipe.txt is no file (a pipe, a device or a socket): leave it out.",
        "self.txt": f"self.txt cannot be read (Too many levels of symbolic links): {ending}",
    }


@pytest.mark.skipif(os.name != "posix", reason="file names of bytes")
def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_bytes(b"x")
    assert [file.source for file in read(tmp_path)] == ["\ufffd.txt"]
