"""What a researcher's folder holds beside good files: each is read, or has a sentence that names it."""

# ruff: noqa: E501

import io
import subprocess
import sys
import tracemalloc
import warnings
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from reportlab.pdfgen import canvas

from osce_analysis.corpus import Corpus, load, loading, usertables
from osce_analysis.corpus.workers import AHEAD
from osce_analysis.documents.formats import TEXT_LIMIT

ENGLISH = (
    "PC.DEL/9901/20\n14 May 2020\n\nMr. Chair,\n\nWe agree with “the others” – and say so.\n\nThank you."
)
RUSSIAN = "PC.DEL/9902/20\n14 мая 2020 года\n\nУважаемый господин Председатель,\n\nМы «не раз» говорили о безопасности и говорим о ней снова.\n\nБлагодарю за внимание."
SAID = "We agree with “the others” – and say so."
SAID_IN_RUSSIAN = "Мы «не раз» говорили о безопасности и говорим о ней снова."


def loaded(source: Path, **options) -> Corpus:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load(source, **options)


def pdf(text: str) -> bytes:
    stream = io.BytesIO()
    page = canvas.Canvas(stream)
    for place, line in enumerate(text.split("\n")):
        page.drawString(72, 780 - 16 * place, line)
    page.save()
    return stream.getvalue()


def page(text: str, charset: str, encoding: str) -> bytes:
    body = "".join(f"<p>{line}</p>" for line in text.split("\n") if line)
    return f'<html><head><meta charset="{charset}"></head><body>{body}</body></html>'.encode(encoding)


LYING = [
    ("a pdf named as text", "a.txt", pdf(ENGLISH.replace("“", '"').replace("”", '"').replace("–", "-")), 'We agree with "the others" - and say so.'),
    ("a page named as Word", "a.doc", page(ENGLISH, "utf-8", "utf-8"), SAID),
    ("text named as pdf", "a.pdf", ENGLISH.encode(), SAID),
    ("text without an ending", "a", ENGLISH.encode(), SAID),
    ("a page in a wrong charset", "a.html", page(RUSSIAN, "iso-8859-1", "utf-8"), SAID_IN_RUSSIAN),
    ("a page in UTF-16 that says UTF-8", "a.html", page(RUSSIAN, "utf-8", "utf-16-le"), SAID_IN_RUSSIAN),
    ("UTF-16 with a mark", "a.txt", ENGLISH.encode("utf-16"), SAID),
    ("UTF-16 without a mark", "a.txt", ENGLISH.encode("utf-16-le"), SAID),
    ("the other UTF-16 without a mark", "a.txt", RUSSIAN.encode("utf-16-be"), SAID_IN_RUSSIAN),
    ("UTF-8 with a mark, twice", "a.txt", ("\ufeff\ufeff" + ENGLISH).encode(), SAID),
    ("Windows, Western", "a.txt", ENGLISH.encode("cp1252"), SAID),
    ("Windows, Cyrillic", "a.txt", RUSSIAN.encode("cp1251"), SAID_IN_RUSSIAN),
    ("Unix, Cyrillic", "a.txt", RUSSIAN.replace("«", '"').replace("»", '"').encode("koi8-r"), SAID_IN_RUSSIAN.replace("«", '"').replace("»", '"')),
    ("DOS, Cyrillic", "a.txt", RUSSIAN.replace("«", '"').replace("»", '"').encode("cp866"), SAID_IN_RUSSIAN.replace("«", '"').replace("»", '"')),
    ("Macintosh, Cyrillic", "a.txt", RUSSIAN.encode("mac-cyrillic"), SAID_IN_RUSSIAN),
    ("line ends of old Macintoshes", "a.txt", ENGLISH.replace("\n", "\r").encode(), SAID),
    ("marks of direction", "a.txt", ENGLISH.replace("We", "\u202eWe\u2069\u200f").encode(), SAID),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "said"), [case[1:] for case in LYING], ids=[case[0] for case in LYING]
)
def test_content_goes_before_what_a_file_claims(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    corpus = load(tmp_path)
    assert any(said in paragraph for paragraph in corpus.paragraphs["text"])
    assert corpus.statements["symbol"].str.startswith("PC.DEL/990").all()
    assert corpus.problems.empty


def test_names_of_files_are_shown_in_one_line_and_kept_as_they_are(tmp_path: Path) -> None:
    names = ["new\nline.txt", "<img src=x onerror=alert(1)>.txt", "\u202etxt.exe", "$x_{$.txt"]
    for name in names:
        (tmp_path / name).write_bytes(b"")
    problems = loaded(tmp_path).problems
    assert sorted(problems["source"]) == sorted(names)
    assert all(map(str.isprintable, problems["problem"]))
    assert "new\ufffdline.txt is empty: it holds no text." in problems["problem"].tolist()
    (tmp_path / "new\nline.txt").write_text(ENGLISH)
    (tmp_path / "z\n.txt").write_text(ENGLISH)
    with pytest.warns(UserWarning, match="could not be read") as caught:
        corpus = load(tmp_path)
    assert str(caught[0].message).isprintable()
    assert (
        "z\ufffd.txt holds the same text as new\ufffdline.txt (PC.DEL/9901/20): it counts once."
        in corpus.problems["problem"].tolist()
    )


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.csv", b"text\n", "a.csv is a table without a row: leave it out."),
        ("a.csv", b"", "a.csv cannot be read as a table (The file is empty: it holds no text)."),
        ("a.csv", b'text,x\n"a","b",c,d,e\n"open', "a.csv cannot be read as a table (Error tokenizing data. C error: EOF inside string starting at row 2)."),
        ("a.json", b"{}", "a.json has no text column: it has no columns. Name it with columns={\"text\": \"...\"}."),
        ("a.json", b"[" * 100_000, "a.json cannot be read as a table (maximum recursion depth exceeded while decoding a JSON array from a unicode string)."),
        ("a.jsonl", b'{"text": "x"}\n{"text', "a.jsonl cannot be read as a table (Unterminated string starting at: line 1 column 2 (char 1))."),
        ("a.xlsx", b"no workbook", "a.xlsx has no text column: it has no workbook. Name it with columns={\"text\": \"...\"}."),
    ],
)  # fmt: skip
def test_tables_that_are_none(tmp_path: Path, name: str, data: bytes, sentence: str) -> None:
    (tmp_path / name).write_bytes(data)
    corpus = loaded(tmp_path)
    assert corpus.problems["problem"].tolist() == [sentence]
    assert corpus.problems["severity"].tolist() == ["unreadable"]


def test_cells_that_are_no_text(tmp_path: Path) -> None:
    """A list, a number, an object, a line end within a line of JSON; what is loaded can be saved."""
    lines = ['{"text": 5, "x": [1, 2]}', '{"text": {"a": 1}, "x": "b"}', '{"text": "One\u2028two.", "x": 3}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    corpus = load(tmp_path / "a.jsonl")
    assert corpus.statements["text"].tolist()[:2] == ["5", "{'a': 1}"]
    assert corpus.statements["x"].tolist() == ["[1, 2]", "b", "3"]
    corpus.save(tmp_path / "saved")
    pd.testing.assert_frame_equal(load(tmp_path / "saved").statements, corpus.statements)


def test_a_cell_longer_than_any_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(usertables, "TEXT_LIMIT", 20)
    corpus = load(pd.DataFrame({"text": ["Short.", "Longer than what is read."]}))
    assert corpus.problems["problem"].tolist() == [
        "The text in row 2 of table has 25 characters (the limit is 20): split it."
    ]
    assert corpus.statements["text"].isna().tolist() == [False, True]


def test_a_fault_of_ours_costs_no_more_than_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(data: bytes, source: str, *, real=loading.documents.read, **options):
        if source == "b.txt":
            raise RecursionError("maximum depth")
        return real(data, source, **options)

    monkeypatch.setattr(loading.documents, "read", read)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ENGLISH)
    corpus = loaded(tmp_path)
    assert len(corpus) == 1
    assert corpus.problems["problem"].tolist() == [
        "b.txt cannot be read (RecursionError: maximum depth): leave it out, and tell us."
    ]


MEASURED = """
import re, sys, time
import osce_analysis as osce
osce.load(sys.argv[1] + "/small.txt")
start = time.process_time()
problems = osce.load(sys.argv[1] + "/long.txt").problems
# Not getrusage: its peak is inherited from the process that started this one.
peak = re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())
print(int(peak[1]) // 1024, time.process_time() - start)
print(problems["problem"][0])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is read as Linux tells it")
def test_a_line_of_100_megabytes_is_set_aside_at_once(tmp_path: Path) -> None:
    (tmp_path / "small.txt").write_text(ENGLISH)
    (tmp_path / "long.txt").write_bytes(b"We agree with what was said. " * (100 * 2**20 // 29))
    command = [sys.executable, "-W", "ignore", "-c", MEASURED, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=100)
    figures, sentence = done.stdout.splitlines()
    megabytes, seconds = map(float, figures.split())
    assert (
        sentence
        == f"long.txt holds 104,857,591 characters, too many for a document (the limit is {TEXT_LIMIT:,}): split it."
    )
    assert megabytes < 600
    assert seconds < 10


# Memory ------------------------------------------------------------------------------

LARGE = 500_000


def large_page(number: int) -> bytes:
    """A page of half a megabyte that says little."""
    body = page(ENGLISH.replace("9901", str(9000 + number)), "utf-8", "utf-8")
    return body.replace(b"</head>", b"<script>" + b"x = 1; " * (LARGE // 7) + b"</script></head>")


@pytest.mark.parametrize("kind", ["folder", "zip"])
@pytest.mark.parametrize("workers", [1, 2])
def test_memory_is_bounded_by_what_is_kept(tmp_path: Path, kind: str, workers: int) -> None:
    count = 80
    source = tmp_path / ("all.zip" if kind == "zip" else "all")
    if kind == "zip":
        with zipfile.ZipFile(source, "w") as archive:
            for number in range(count):
                archive.writestr(f"{number}.html", large_page(number))
    else:
        source.mkdir()
        for number in range(count):
            (source / f"{number}.html").write_bytes(large_page(number))
    load(source, workers=1, progress=False) if workers == 1 else None  # libraries load with the first file
    tracemalloc.start()
    corpus = load(source, workers=workers, progress=False)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(corpus) == count
    in_flight = 2 * LARGE * (2 if workers == 1 else AHEAD * workers)  # as bytes, and pickled for a process
    assert peak < in_flight + 6_000_000 < count * LARGE
