"""Dictionaries: overlaps, weights, nested categories, files in two formats, and what is refused."""

import pandas as pd
import pytest

from osce_analysis import terms
from osce_analysis.corpus import Corpus
from osce_analysis.terms.categories import entries

TEXTS = [
    ("a", "CHE", "The Czech Republic welcomes the report. Every republic regrets war."),
    ("b", "NOR", "We welcome arms control and missile defence. Missiles are arms."),
]
LIWC = "%\n1\tsecurity\n2\ttone\n%\nmissile*\t1\narms control\t1\nwelcome*\t2\nwar\t1\t2\n"


@pytest.fixture
def corpus():
    return Corpus(pd.DataFrame(TEXTS, columns=["statement_id", "delegation", "text"]))


def counts(corpus, categories, **options):
    table = terms.dictionary(corpus, categories, **options)
    return dict(zip(table["term"], table["count"], strict=True))


def test_the_longer_entry_takes_the_words_of_the_shorter(corpus):
    table = terms.dictionary(corpus, {"states": ["Czech Republic"], "regimes": ["republic"]})
    assert dict(zip(table["term"], table["count"], strict=True)) == {"states": 1, "regimes": 1}
    assert table.attrs["overlaps"] == {"nested": 1, "shared": 0}


def test_an_entry_of_two_categories_counts_in_both_and_is_told(corpus):
    table = terms.dictionary(corpus, {"a": ["war"], "b": ["war", "report"]})
    assert table["count"].tolist() == [1, 2]
    assert table.attrs["overlaps"] == {"nested": 0, "shared": 1}


def test_two_entries_of_a_category_that_match_one_word_count_once(corpus):
    assert counts(corpus, {"arms": ["missile*", "missiles"]}) == {"arms": 2}


def test_weights_bear_on_the_rate_and_not_on_the_count(corpus):
    table = terms.dictionary(corpus, {"tone": {"welcome*": 1, "regret*": -2}}, by="delegation")
    rows = table.set_index("delegation")
    assert rows["count"].to_dict() == {"CHE": 2, "NOR": 1}
    assert rows.loc["CHE", "rate"] == pytest.approx(1000 * (1 - 2) / 10)


def test_categories_within_categories(corpus):
    held = {"security": {"arms": ["arms control"], "weapons": {"rockets": ["missile*"]}}}
    assert counts(corpus, held) == {"security.arms": 1, "security.weapons.rockets": 2}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("words.dic", LIWC),
        ("words.yml", "security: [missile*, arms control, war]\ntone:\n  - welcome*\n  - war\n"),
        ("bom.yml", "\ufeffsecurity:\n  missile*: 1\n  arms control: 1\n  war: 1\ntone: [welcome*, war]\n"),
    ],
)
def test_files(corpus, tmp_path, name, content):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert counts(corpus, path) == {"security": 4, "tone": 3}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("security: [arms", r"The dictionary words.txt is no YAML at line 1, column 16: write each category"),
        ("- arms\n- war", "holds no categories"),
        ("security: 5", "The category 'security' holds 5"),
        ("security:\n  - arms (control", "category 'security': The bracket at position 6"),
        ("security: []", "holds no entry"),
        ("a: !!python/object/apply:os.system ['true']", "is no YAML"),
        ("%\n1 security\nwar 1", "one line of % only"),
        ("%\none security\n%\nwar 1", r"line 2: a category is a number and a name"),
        ("%\n1 security\n%\nwar 3", r"line 4: there is no category 3"),
        ("%\n1 security\n%\nwar", r"line 4: the word has no category"),
    ],
)
def test_faults_of_a_file_are_told_with_their_place(corpus, tmp_path, content, sentence):
    path = tmp_path / "words.txt"
    path.write_text(content)
    with pytest.raises(ValueError, match=sentence) as told:
        terms.dictionary(corpus, path)
    assert str(tmp_path) not in str(told.value)


def test_files_that_are_no_text_or_not_there(corpus, tmp_path):
    (tmp_path / "bytes.yml").write_bytes(b"tone: [\xff\xfe]")
    with pytest.raises(ValueError, match="is not in UTF-8"):
        terms.dictionary(corpus, tmp_path / "bytes.yml")
    with pytest.raises(ValueError, match="could not be read: No such file"):
        terms.dictionary(corpus, tmp_path / "none.yml")


def test_aliases_that_multiply_are_bounded(tmp_path):
    """Nine levels of nine aliases are 387 million entries."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} {{{', '.join(f'k{k}: *a{n - 1}' for k in range(9))}}}" for n in range(1, 9)]
    (tmp_path / "laughs.yml").write_text("\n".join(lines))
    with pytest.raises(ValueError, match="more than 100,000 entries"):
        entries(tmp_path / "laughs.yml")


def test_the_call_can_be_made_again_from_the_result(corpus):
    table = terms.dictionary(corpus, {"tone": ["welcome*"]})
    again = terms.dictionary(corpus, table.attrs["options"]["categories"])
    pd.testing.assert_frame_equal(table, again)
