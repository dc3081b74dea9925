import io
import zipfile
from pathlib import Path

import pytest

from osce_analysis.corpus.sources import File, files, places


def read(source: Path | list[str | Path]) -> list[File]:
    return list(files(places(source)))


def packed(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_a_folder_is_read_in_the_order_of_its_paths_without_the_systems_own_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b/two.txt", "a.txt", ".DS_Store", ".git/config"):
        (tmp_path / name).write_bytes(b"x")
    assert [file.source for file in read(tmp_path)] == ["a.txt", "b/two.txt"]


def test_a_list_of_paths_and_one_file(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes(b"1")
    assert [file.source for file in read([tmp_path / "one.txt", str(tmp_path / "one.txt")])] == [
        "one.txt"
    ] * 2


def test_a_zip_is_opened_and_one_within_it_once(tmp_path: Path) -> None:
    inner = packed({"c.txt": b"c", "deeper.zip": packed({"d.txt": b"d"})})
    (tmp_path / "all.zip").write_bytes(packed({"a.txt": b"a", "b/inner.zip": inner}))
    found = {file.source: file for file in read(tmp_path)}
    assert found["all.zip/a.txt"].data == b"a"
    assert found["all.zip/b/inner.zip/c.txt"].data == b"c"
    assert "unpack it first" in str(found["all.zip/b/inner.zip/deeper.zip"].fault)


@pytest.mark.parametrize(
    ("members", "fault"),
    [
        ({"../out.txt": b"x"}, "points outside its zip"),
        ({"/etc/out.txt": b"x"}, "points outside its zip"),
        ({"..\\out.txt": b"x"}, "points outside its zip"),
        ({"bomb.txt": b"0" * 30_000_000}, "unpacks to 30,000,000 bytes"),
        ({}, "holds no file"),
    ],
)
def test_what_a_zip_may_not_do(tmp_path: Path, members: dict[str, bytes], fault: str) -> None:
    data = packed(members) if members else packed({"__MACOSX/x": b""})
    (tmp_path / "bad.zip").write_bytes(data)
    assert [fault in str(file.fault) for file in read(tmp_path / "bad.zip")] == [True]


def test_a_damaged_zip_is_named(tmp_path: Path) -> None:
    (tmp_path / "cut.zip").write_bytes(packed({"a.txt": b"a" * 5000})[:60])
    (file,) = read(tmp_path / "cut.zip")
    assert file.fault == "cut.zip is a damaged zip: fetch it again."


def test_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="holds no file to read"):
        (read(tmp_path))
    with pytest.raises(FileNotFoundError, match="There is no file or folder"):
        (read(tmp_path / "absent"))


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
