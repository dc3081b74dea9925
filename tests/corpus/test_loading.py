import io
import json
import warnings
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osce_analysis.corpus import load

HEADER = "PC.DEL/9901/20\n14 May 2020\n\nENGLISH only\n\n"
TITLE = "STATEMENT BY THE DELEGATION OF NORWAY ON MEDIA FREEDOM\n\nVienna, 14 May 2020\n\n"
BODY = "Journalists must be able to work in safety. We recall the Helsinki Final Act.\n"
STATEMENT = HEADER + TITLE + BODY


def write(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def ids(corpus) -> list[str]:
    return corpus.statements["statement_id"].tolist()


def test_a_document_of_a_folder(tmp_path: Path) -> None:
    corpus = load(write(tmp_path, sub__one_dot_txt=STATEMENT))
    row = corpus.statement("PC.DEL/9901/20")
    assert (row["source"], row["delegation"], row["language"]) == ("sub/one.txt", "NOR", "en")
    assert str(row["date"].date()) == "2020-05-14"
    assert len(row["sha256"]) == 64
    assert corpus.citations["instrument"].tolist() == ["HFA-1975"]
    assert corpus.problems.empty


def test_without_a_symbol_the_path_is_the_id(tmp_path: Path) -> None:
    assert ids(load(write(tmp_path, a__talk_dot_txt=BODY))) == ["a/talk.txt"]


def test_a_revision_and_a_language_are_part_of_the_id(tmp_path: Path) -> None:
    russian = STATEMENT.replace("ENGLISH only", "RUSSIAN\nOriginal: ENGLISH")
    revised = STATEMENT.replace("9901/20", "9901/20/Rev.1")
    corpus = load(write(tmp_path, a_dot_txt=STATEMENT, b_dot_txt=russian, c_dot_txt=revised))
    assert ids(corpus) == ["PC.DEL/9901/20", "PC.DEL/9901/20@ru", "PC.DEL/9901/20/Rev.1"]
    assert ids(corpus.select()) == ["PC.DEL/9901/20/Rev.1"]
    assert corpus.problems.empty


def test_the_same_text_twice_counts_once(tmp_path: Path) -> None:
    corpus = load(write(tmp_path, a_dot_txt=STATEMENT, b_dot_txt=STATEMENT.replace(" We", "\nWe")))
    assert ids(corpus) == ["PC.DEL/9901/20"]
    problem = corpus.problems.iloc[0]
    assert (problem["source"], problem["severity"]) == ("b.txt", "duplicate")
    assert problem["problem"] == "b.txt holds the same text as a.txt (PC.DEL/9901/20): it counts once."


def test_another_text_under_the_same_symbol_is_kept(tmp_path: Path) -> None:
    other = STATEMENT.replace("in safety", "without fear")
    corpus = load(write(tmp_path, a_dot_txt=STATEMENT, b_dot_txt=other))
    assert ids(corpus) == ["PC.DEL/9901/20", "PC.DEL/9901/20~2"]
    assert ids(corpus.select()) == ids(corpus)
    problem = corpus.problems.iloc[0]
    assert (problem["statement_id"], problem["severity"]) == ("PC.DEL/9901/20~2", "conflict")
    assert problem["problem"] == (
        "b.txt and a.txt share the id PC.DEL/9901/20 but not the text: both are kept, "
        "this one as PC.DEL/9901/20~2."
    )


UNREADABLE = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\n ", "empty"),
    ("picture.txt", bytes(range(256)) * 8, "no text"),
    ("nuls.txt", b"Thank you, \x00\x00 Chair", "NUL"),
]


@pytest.mark.filterwarnings("ignore:.*could not be read")
@pytest.mark.parametrize(("name", "data", "word"), UNREADABLE, ids=[case[0] for case in UNREADABLE])
def test_an_unreadable_file_in_a_readable_folder(tmp_path: Path, name: str, data: bytes, word: str) -> None:
    write(tmp_path, a_dot_txt=STATEMENT)
    (tmp_path / name).write_bytes(data)
    corpus = load(tmp_path)
    assert ids(corpus) == ["PC.DEL/9901/20"]
    (problem,) = corpus.problems.to_dict("records")
    assert problem["source"] == name
    assert problem["severity"] == "unreadable"
    assert name in problem["problem"]
    assert word in problem["problem"]


def test_a_warning_says_how_many_were_not_read(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt=STATEMENT, b_dot_txt="")
    with pytest.warns(UserWarning, match="1 of 2 files could not be read"):
        load(tmp_path)


PIECES: list[tuple[str, bytes]] = [
    ("statement.txt", STATEMENT.encode()),
    ("again.txt", STATEMENT.encode()),
    ("other.txt", STATEMENT.replace("in safety", "freely").encode()),
    ("without a symbol.txt", BODY.encode()),
    ("the same without a symbol.txt", BODY.encode()),
    ("page.html", f"<html><body><p>{BODY}</p></body></html>".encode()),
    ("empty.txt", b""),
    ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99)),
    ("cut.pdf", b"%PDF-1.7 and no more"),
    ("table.csv", b"text,country\nPeace.,Norway\nPeace.,Norway\n,\n"),
    ("no table.csv", b"words\nPeace.\n"),
    ("no rows.csv", b"text\n"),
    ("cut.zip", b"PK\x03\x04 and no more"),
]


def zipped(files: list[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number, (name, data) in enumerate(files):
            archive.writestr(f"{number} {name}", data)
    return buffer.getvalue()


pieces = st.lists(st.sampled_from(PIECES), max_size=5)


@settings(max_examples=25)
@given(loose=pieces, in_zip=pieces, nested=pieces)
def test_every_file_is_accounted_for(
    tmp_path_factory: pytest.TempPathFactory,
    loose: list[tuple[str, bytes]],
    in_zip: list[tuple[str, bytes]],
    nested: list[tuple[str, bytes]],
) -> None:
    """Files in = sources of statements + unreadable + duplicate; a zip without a file is one itself."""
    folder = tmp_path_factory.mktemp("in")
    inner = [("inner.zip", zipped(nested))]
    for number, (name, data) in enumerate([*loose, ("outer.zip", zipped(in_zip + inner))]):
        (folder / f"{number} {name}").write_bytes(data)
    files = len(loose) + len(in_zip) + max(len(nested), 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        corpus = load(folder)
    severities = corpus.problems["severity"]
    kept = set(corpus.statements["source"])
    assert files == len(kept) + (severities == "unreadable").sum() + (severities == "duplicate").sum()
    aside = corpus.problems.loc[severities.isin(["unreadable", "duplicate"]), "source"]
    assert aside.is_unique
    assert kept.isdisjoint(aside)


FRAME = pd.DataFrame(
    {
        "country": ["Norway", "Russia", "Atlantis", "XKX"],
        "speech": ["Peace and security.", "Мир и безопасность.", "Calm seas.", "Dialogue."],
        "day": ["2020-05-14", "2021-12-02", "soon", None],
        "mood": ["calm", "grave", "calm", None],
    }
)


def test_a_data_frame_with_columns_named() -> None:
    corpus = load(FRAME, columns={"text": "speech", "delegation": "country", "date": "day"}, language="en")
    statements = corpus.statements
    assert ids(corpus) == ["table-1", "table-2", "table-3", "table-4"]
    assert statements["delegation"].tolist() == ["NOR", "RUS", "Atlantis", "XKX"]
    assert statements["country"].tolist() == ["Norway", "Russia", "Atlantis", "XKX"]
    assert statements["mood"].tolist()[:2] == ["calm", "grave"]
    assert statements["year"].tolist()[:2] == [2020, 2021]
    assert set(statements["language"]) == {"en"}
    signatories = corpus.signatories
    assert signatories[["actor", "role", "name"]].values.tolist()[0] == ["NOR", "delivers", "Norway"]
    assert corpus.problems["problem"].tolist() == [
        "'soon' in row 3 of table is not a day: write 2021-12-02.",
        "No actor is called 'Atlantis' (row 3 of table): it is kept as written.",
    ]


def test_a_delegation_goes_by_its_day() -> None:
    frame = pd.DataFrame(
        {
            "text": ["a", "b"],
            "country": ["Serbia and Montenegro", "Soviet Union"],
            "date": ["2004-05-06", "1989-01-01"],
        }
    )
    assert load(frame).statements["delegation"].tolist() == ["SCG", "SUN"]


def test_signatories_and_ids_of_a_table() -> None:
    frame = pd.DataFrame(
        {
            "id": ["x", "x", None],
            "text": ["one", "one", "two"],
            "signatories": ["Armenia; Belarus", None, "EU"],
        }
    )
    corpus = load(frame)
    assert ids(corpus) == ["x", "x~2", "table-3"]  # rows of a table are never merged
    assert corpus.statements["joint"].tolist() == [True, False, True]
    assert corpus.signatories[["statement_id", "actor", "kind", "role"]].values.tolist() == [
        ["x", "ARM", "state", "joint"],
        ["x", "BLR", "state", "joint"],
        ["table-3", "EU", "group", "joint"],
    ]


def test_a_table_of_documents_is_parsed_by_its_headers() -> None:
    frame = pd.DataFrame(
        {"text": [STATEMENT, STATEMENT.replace("9901", "9902")], "delegation": ["SWE", None]}
    )
    parsed = load(frame)
    assert ids(parsed) == ["PC.DEL/9901/20", "PC.DEL/9902/20"]
    assert parsed.statements["delegation"].tolist() == ["NOR", "NOR"]  # what the document prints comes first
    plain = load(frame, headers=False)
    assert ids(plain) == ["table-1", "table-2"]
    assert plain.statements["delegation"].tolist()[0] == "SWE"
    assert plain.statements["front"].isna().all()


def forms(frame: pd.DataFrame) -> dict[str, bytes]:
    excel, parquet = io.BytesIO(), io.BytesIO()
    frame.to_excel(excel, index=False)
    frame.to_parquet(parquet)
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in frame.to_dict("records"))
    return {
        "speeches.csv": frame.to_csv(index=False).encode(),
        "semicolons.csv": frame.to_csv(index=False, sep=";").encode("utf-8-sig"),
        "speeches.tsv": frame.to_csv(index=False, sep="\t").encode(),
        "speeches.xlsx": excel.getvalue(),
        "speeches.parquet": parquet.getvalue(),
        "speeches.jsonl": lines.encode(),
        "speeches.json": json.dumps(frame.to_dict("records")).encode(),
    }


TABLE = pd.DataFrame(
    {"country": ["Norway", "Russia"], "text": ["Peace, and more.", "Мир."], "year": [1999, 2000]}
)


@pytest.mark.parametrize(("name", "data"), forms(TABLE).items(), ids=list(forms(TABLE)))
def test_each_kind_of_table(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    corpus = load(tmp_path / name)
    stem = name.split(".")[0]
    assert ids(corpus) == [f"{stem}-1", f"{stem}-2"]
    assert corpus.statements["delegation"].tolist() == ["NOR", "RUS"]
    assert corpus.statements["text"].tolist() == ["Peace, and more.", "Мир."]
    assert corpus.statements["year"].tolist() == [1999, 2000]
    assert corpus.statements["date"].isna().all()  # a year is no day


NAME_IT = 'Name it with columns={"text": "..."}.'


@pytest.mark.parametrize(
    ("frame", "columns", "sentence"),
    [
        (pd.DataFrame({"words": ["x"]}), None, f"table has no text column: it has words. {NAME_IT}"),
        (FRAME.iloc[:0, :0], None, f"table has no text column: it has no columns. {NAME_IT}"),
        (FRAME, {"text": "speach"}, "table has no column 'speach' for text. Did you mean 'speech'?"),
        (FRAME, {"text": "xyz"}, "table has no column 'xyz' for text. It has country, speech, day, mood."),
    ],
)
def test_a_table_that_does_not_fit(frame: pd.DataFrame, columns: dict | None, sentence: str) -> None:
    with pytest.raises(ValueError) as error:  # noqa: PT011 - the sentence is compared below
        load(frame, columns=columns)
    assert str(error.value) == sentence


@pytest.mark.filterwarnings("ignore:.*could not be read")
def test_a_table_file_without_a_text_column_is_a_problem_of_its_own(tmp_path: Path) -> None:
    corpus = load(
        write(tmp_path, a_dot_txt=STATEMENT, b_dot_csv="words,n\nx,1\n", c_dot_parquet=b"PAR1 broken")
    )
    assert ids(corpus) == ["PC.DEL/9901/20"]
    problems = corpus.problems.set_index("source")["problem"]
    assert problems["b.csv"].startswith("b.csv has no text column: it has words, n.")
    assert problems["c.parquet"].startswith("c.parquet cannot be read as a table (")


def test_names_of_files_carry_fields(tmp_path: Path) -> None:
    write(tmp_path, NOR_74_2019_dot_txt=BODY, letter_dot_txt=BODY)
    corpus = load(tmp_path, pattern="{delegation}_{session}_{year}.txt", headers=False)
    row = corpus.statement("NOR_74_2019.txt")
    assert (row["delegation"], row["session"], row["year"]) == ("NOR", "74", 2019)
    with pytest.raises(ValueError, match="names no field"):
        load(tmp_path, pattern="NOR.txt")


def test_corrections_are_applied_at_load(tmp_path: Path) -> None:
    corrections = tmp_path / "corrections.csv"
    corrections.write_text("table,key,column,value\nstatements,PC.DEL/9901/20,place,Hofburg\n")
    corpus = load(write(tmp_path / "in", a_dot_txt=STATEMENT), corrections=corrections)
    assert corpus.statement("PC.DEL/9901/20")["place"] == "Hofburg"


def test_the_large_corpora_load_whole(shared: Path) -> None:
    resolutions = load(shared / "corpora" / "unsc_resolutions_1946-1985.zip", progress=False)
    assert len(resolutions) + resolutions.problems["severity"].isin(["unreadable", "duplicate"]).sum() == 580
    assert resolutions.statements["tokens"].min() > 0
