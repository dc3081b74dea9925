import pandas as pd
import pytest

from osce_analysis.corpus import Corpus, load
from osce_analysis.corpus.grouping import groups
from osce_analysis.corpus.provenance import attrs
from osce_analysis.corpus.schema import TABLES


@pytest.fixture
def corpus() -> Corpus:
    statements = pd.DataFrame(
        {
            "statement_id": ["a", "b", "c", "d"],
            "symbol": ["PC.DEL/1/20", "PC.DEL/1/20", None, None],
            "revision": [None, "Rev.1", None, None],
            "body": ["PC", "PC", "MC", None],
            "language": ["en", "en", "en", "ru"],
            "delegation": ["NOR", "NOR", None, "RUS"],
            "delivered": ["2020-02-01", "2020-02-01", "2021-12-02", None],
            "year": [None, None, None, 2022],
            "text": [
                "We value human rights.",
                "We value human rights and media freedom.",
                "Terrorism is a threat; terrorist content spreads.",
                None,
            ],
            "mood": ["calm", "calm", "grave", None],
        }
    )
    signatories = pd.DataFrame(
        {
            "statement_id": ["a", "b", "c", "c", "c", "d"],
            "actor": ["NOR", "NOR", "ARM", "BLR", "KAZ", "RUS"],
            "role": ["delivers", "delivers", "joint", "joint", "aligned", "delivers"],
        }
    )
    citations = pd.DataFrame(
        {"citation_id": ["b#1", "c#1"], "statement_id": ["b", "c"], "instrument": ["HFA-1975", "UN-CHARTER"]}
    )
    return Corpus(statements, signatories=signatories, citations=citations)


def ids(corpus: Corpus) -> list[str]:
    return corpus.statements["statement_id"].tolist()


def test_days_and_years_and_tokens_are_filled(corpus: Corpus) -> None:
    statements = corpus.statements
    assert statements["year"].tolist() == [2020, 2020, 2021, 2022]
    assert statements["tokens"].tolist()[:3] == [4, 7, 7]
    assert statements["tokens"].isna().tolist() == [False, False, False, True]
    assert corpus.statements["mood"].tolist()[0] == "calm"


def test_every_table_has_its_columns_and_dtypes_with_and_without_rows(corpus: Corpus) -> None:
    for selection in (corpus, corpus.select(year=1999, versions="all")):
        for table, columns in TABLES.items():
            frame = getattr(selection, table)
            assert frame.columns.tolist()[: len(columns)] == list(columns)
            for name, column in columns.items():
                assert frame[name].dtype == column.dtype, (table, name)


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({}, ["b", "c", "d"]),  # the first version of PC.DEL/1/20 does not count
        ({"versions": "all"}, ["a", "b", "c", "d"]),
        ({"body": "PC"}, ["b"]),
        ({"body": ["PC", "MC"]}, ["b", "c"]),
        ({"year": range(2021, 2030)}, ["c", "d"]),
        ({"year": 2021}, ["c"]),
        ({"since": "2021"}, ["c", "d"]),  # d by its year alone
        ({"since": "2020-02-02", "until": "2021-12"}, ["c"]),
        ({"until": "2020"}, ["b"]),
        ({"delegation": "Norway"}, ["b"]),
        ({"delegation": ["NOR", "Russian Federation"]}, ["b", "d"]),
        ({"actor": "Kazakhstan"}, ["c"]),
        ({"actor": "KAZ", "roles": "joint"}, []),
        ({"roles": ("joint",)}, ["c"]),
        ({"language": "ru"}, ["d"]),
        ({"containing": "terror*"}, ["c"]),
        ({"containing": ["terror*", '"media freedom"']}, ["b", "c"]),
        ({"containing": "media freedom"}, ["b"]),
        ({"citing": "UN-CHARTER"}, ["c"]),
        ({"citing": ["UN-CHARTER", "HFA-1975"], "year": 2020}, ["b"]),
        ({"mood": "grave"}, ["c"]),
        ({"year": 1999}, []),
    ],
)
def test_select(corpus: Corpus, conditions: dict, expected: list[str]) -> None:
    assert ids(corpus.select(**conditions)) == expected


@pytest.mark.parametrize(
    ("conditions", "sentence"),
    [
        ({"body": "PCX"}, 'No statement matches body="PCX". Bodies in this corpus: MC, PC.'),
        ({"moood": "calm"}, "The statements have no column 'moood'. Did you mean 'mood'?"),
        (
            {"roles": "signs"},
            "There is no role='signs': use one of 'delivers', 'joint', 'represented', 'aligned'.",
        ),
        (
            {"since": "last May"},
            "since='last May' is no day, month or year: write 2014, 2014-05 or 2014-05-01.",
        ),
        ({"versions": "newest"}, "There is no versions='newest': use one of 'latest', 'all'."),
    ],
)
def test_a_condition_that_cannot_be_met(corpus: Corpus, conditions: dict, sentence: str) -> None:
    with pytest.raises(ValueError) as error:  # noqa: PT011 - the sentence is compared below
        corpus.select(**conditions)
    assert str(error.value) == sentence


def test_a_query_with_a_syntax_error_names_the_place(corpus: Corpus) -> None:
    with pytest.raises(ValueError, match="position"):
        corpus.select(containing='"human rights')


def test_tables_follow_a_selection(corpus: Corpus) -> None:
    chosen = corpus.select(body="MC")
    assert chosen.signatories["actor"].tolist() == ["ARM", "BLR", "KAZ"]
    assert chosen.citations["citation_id"].tolist() == ["c#1"]
    assert chosen.index is corpus.index


def test_analyses_count_the_latest_version_unless_all_were_asked_for(corpus: Corpus) -> None:
    assert ids(corpus.counted()) == ["b", "c", "d"]
    assert ids(corpus.select(versions="all").counted()) == ["a", "b", "c", "d"]
    assert ids(corpus.select(versions="all").select(body="PC").counted()) == ["b"]


def test_a_corpus_does_not_change(corpus: Corpus) -> None:
    table = corpus.statements
    table.loc[0, "body"] = "XX"
    assert corpus.statements.loc[0, "body"] == "PC"
    signatories = corpus.signatories
    other = corpus.replace(signatories=signatories[signatories["actor"] == "NOR"])
    assert len(other.signatories) == 2
    assert len(corpus.signatories) == 6
    with pytest.raises(ValueError, match="There is no table 'signers'"):
        corpus.replace(signers=signatories)


def test_groups(corpus: Corpus) -> None:
    counted = corpus.counted()
    by_actor = groups(counted, ["actor", "year"])
    assert by_actor[["row", "actor", "year"]].values.tolist() == [
        [0, "NOR", 2020],
        [1, "ARM", 2021],
        [1, "BLR", 2021],
        [2, "RUS", 2022],
    ]
    assert groups(counted, "month")["month"].tolist()[:2] == ["2020-02", "2021-12"]
    assert groups(counted, "delegation")["delegation"].isna().tolist() == [False, True, False]
    with pytest.raises(ValueError, match=r"no column 'yaer'\. Did you mean 'year'\?"):
        groups(counted, "yaer")


def test_saving_and_loading(corpus: Corpus, tmp_path) -> None:
    corpus.named("mine").save(tmp_path / "saved")
    again = load(tmp_path / "saved")
    assert again.name == "mine"
    assert again.fingerprint == corpus.fingerprint
    for table in TABLES:
        pd.testing.assert_frame_equal(getattr(again, table), getattr(corpus, table))
    (tmp_path / "saved" / "cues.parquet").unlink()
    with pytest.raises(ValueError, match=r"lacks cues\.parquet"):
        load(tmp_path / "saved")


def test_saving_over_something_else(corpus: Corpus, tmp_path) -> None:
    (tmp_path / "letter.txt").write_text("x")
    with pytest.raises(ValueError, match="holds something else"):
        corpus.save(tmp_path)


def test_corrections(corpus: Corpus) -> None:
    from osce_analysis.corpus.corrections import corrected

    table = pd.DataFrame(
        [
            ("statements", "d", "delivered", "2021-03-04"),
            ("statements", "c", "mood", "worried"),
            ("signatories", "c|KAZ|aligned", "role", "joint"),
            ("citations", "b#1", "instrument", ""),
            ("statements", "z", "body", "PC"),
            ("statements", "a", "text", "Another text."),
            ("speeches", "a", "body", "PC"),
            ("statements", "a", "meeting_number", "many"),
        ],
        columns=["table", "key", "column", "value"],
    )
    mended = corrected(corpus, table)
    last = mended.statement("d")
    assert (str(last["date"].date()), last["year"]) == ("2021-03-04", 2021)
    assert mended.statement("c")["mood"] == "worried"
    assert mended.signatories.query("actor == 'KAZ'")["role"].tolist() == ["joint"]
    assert mended.citations["instrument"].isna().tolist() == [True, False]
    assert mended.corrections == 4
    assert mended.problems["problem"].tolist() == [
        "No row of statements has the key 'z' that a correction names.",
        "statements.text cannot be corrected: mend the file itself, or name another column.",
        "There is no table 'speeches' to correct: tables are statements, paragraphs, signatories, "
        "interventions, citations, cues.",
        "The correction of statements.meeting_number for 'a' does not fit: invalid literal for int() with "
        "base 10: 'many'.",
    ]
    described = mended.describe().set_index("item")["value"]
    assert described["corrections applied"] == "4"


def test_describe_and_codebook(corpus: Corpus, tmp_path) -> None:
    described = corpus.describe().set_index("item")["value"]
    assert described["statements"] == "4"
    assert described["other versions"] == "1"
    assert described["bodies"] == "PC 2, MC 1"
    book = corpus.codebook(tmp_path / "codebook.csv")
    columns = sum(len(columns) for columns in TABLES.values())
    assert len(book) == columns + 1  # and the user's own column
    assert book.set_index("column").loc["mood", "meaning"] == "the user's own column"
    assert len(pd.read_csv(tmp_path / "codebook.csv")) == len(book)


def test_coverage_counts_what_journals_list(corpus: Corpus) -> None:
    interventions = pd.DataFrame(
        {
            "intervention_id": ["PC.DEL/1/20", "PC.DEL/7/20", "PC.JOUR/9#1.3", "PC.DEL/1/20"],
            "actor": ["NOR", "RUS", "RUS", "ISL"],
            "role": ["delivers", "delivers", "delivers", "aligned"],
            "symbol": ["PC.DEL/1/20", "PC.DEL/7/20", None, "PC.DEL/1/20"],
            "distribution": [None, "OSCE+", None, None],
            "date": "2020-02-01",
        }
    )
    table = corpus.replace(interventions=interventions).coverage(by=["actor", "year"])
    assert table.drop(columns="language").values.tolist() == [
        ["NOR", 2020, 1, 1, 0, 1, 1.0],
        ["RUS", 2020, 2, 1, 1, 0, 0.0],
    ]
    assert table["language"].fillna("none").tolist() == ["en 1", "none"]
    by_language = corpus.replace(interventions=interventions).coverage(by=["delegation", "language"])
    assert by_language["language"].fillna("none").tolist() == ["en", "none"]
    assert by_language["interventions"].tolist() == [1, 2]


def test_coverage_without_journals(corpus: Corpus) -> None:
    assert corpus.coverage().empty
    assert corpus.coverage(by=[])["interventions"].tolist() == [0]
    assert attrs(corpus, "terms.frequency", {})["coverage"] is None
    with pytest.raises(ValueError, match="The interventions have no column 'session': columns are"):
        corpus.coverage(by="session")


def test_provenance_is_json(corpus: Corpus) -> None:
    import json

    made = attrs(corpus, "terms.frequency", {"by": ("year",), "seed": 0}, interval="bootstrap")
    assert json.loads(json.dumps(made)) == made
    assert made["corpus"]["statements"] == 4
    assert made["options"] == {"by": ["year"], "seed": 0}


@pytest.mark.parametrize(
    ("frame", "sentence"),
    [
        ({"statement_id": ["a", "a"]}, "statement_id 'a' stands twice"),
        ({"statement_id": ["a", None]}, "Row 2 of statements has no statement_id"),
        ({"statement_id": ["a"], "number": ["many"]}, "Column statements.number takes Int64"),
    ],
)
def test_tables_that_do_not_fit(frame: dict, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        Corpus(pd.DataFrame(frame))


def test_statement_and_its_near_miss(corpus: Corpus) -> None:
    assert corpus.statement("c")["body"] == "MC"
    with pytest.raises(LookupError, match="There is no statement 'e'"):
        corpus.statement("e")
