import re
import subprocess
import sys
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis.tokens import TokenIndex, chunks

TEXTS = [
    "Human rights. Rights of all humans; human rights and fundamental freedoms.",
    None,
    "The rights of women. Women's human rights, human",
    "",
    "rights of States",
]


def hits(query, texts=TEXTS, **options):
    found = TokenIndex.build(texts).find(query, **options)
    return list(zip(*(array.tolist() for array in found), strict=True))


def test_counts_and_starts():
    index = TokenIndex.build(TEXTS)
    assert index.counts().tolist() == [11, 0, 8, 0, 3]
    assert index.starts.tolist() == [0, 11, 11, 19, 19, 22]
    assert (index.codes.dtype, index.starts.dtype, index.breaks.dtype) == (np.int32, np.int64, np.bool_)


@pytest.mark.parametrize("texts", [[], [None], ["", " . "]])
def test_nothing_to_index(texts):
    index = TokenIndex.build(texts)
    assert index.counts().tolist() == [0] * len(texts)
    assert len(index.find("a").document) == 0


@pytest.mark.parametrize(
    ("texts", "negations", "signs", "ends"),
    [
        (["They said No. We agree."], 1, 0, 2),
        (["Decision No. 3/04, Nos. 5 and 6."], 0, 2, 1),
        (["Decision No.3/04"], 0, 1, 1),
        (["No. A/RES/1 and the No. of States"], 0, 2, 1),
        (["They say No.", "3 States agree."], 1, 0, 2),  # the number stands in another text
        (["They say No.\n\n3 States agree."], 1, 0, 2),  # or in another paragraph
        (['They say "No." Others agree.'], 1, 0, 2),
        (["", "No.", None], 1, 0, 1),
        (["NO. WE AGREE. No doubt, no."], 3, 0, 3),
    ],
)
def test_no_is_a_negation_unless_a_number_follows(texts, negations, signs, ends):
    index = TokenIndex.build(texts)
    found = [len(index.find(query).document) for query in ("no", "No.|Nos.")]
    assert found == [negations, signs]
    assert index.breaks.sum() == ends


def test_batches_join(monkeypatch):
    whole = TokenIndex.build(TEXTS)
    monkeypatch.setattr(chunks, "_BATCH", 10)
    parts = TokenIndex.build(TEXTS)
    assert parts.vocabulary == whole.vocabulary
    for name in ("codes", "starts", "breaks"):
        assert (getattr(parts, name) == getattr(whole, name)).all()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("human rights", [(0, 0, 2), (0, 6, 2), (2, 5, 2)]),  # "human" at the end of a text is no phrase
        ("rights rights", []),  # across a full stop
        (
            "human rights|human|rights",
            [(0, 0, 2), (0, 2, 1), (0, 6, 2), (2, 1, 1), (2, 5, 2), (2, 7, 1), (4, 0, 1)],
        ),
        ("rights of|of all humans", [(0, 2, 2), (2, 1, 2), (4, 0, 2)]),  # of two that overlap the first
        ("rights * women", [(2, 1, 3)]),
        ("hum?n*", [(0, 0, 1), (0, 5, 1), (0, 6, 1), (2, 5, 1), (2, 7, 1)]),
        ("wom?n", [(2, 3, 1)]),  # "Women's" is another word
        ("women's", [(2, 4, 1)]),
        ("nothing", []),
        ("human nothing", []),
        ("of states", [(4, 1, 2)]),
    ],
)
def test_find(query, found):
    assert hits(query) == found


def test_rows_restrict():
    assert hits("rights of", rows=np.array([4, 0])) == [(0, 2, 2), (4, 0, 2)]


def test_surface_form_tells_case():
    assert hits("States", ["States states STATES"], form="surface") == [(0, 0, 1)]
    assert hits("S*", ["States states STATES"], form="surface") == [(0, 0, 1), (0, 2, 1)]


def test_a_phrase_that_overlaps_itself_counts_once():
    assert hits("a b a", ["a b a b a b a"]) == [(0, 0, 3), (0, 4, 3)]


@pytest.mark.parametrize(
    ("language", "query", "text"),
    [
        ("en", "treaties", "treaty"),
        ("ru", "террористами", "терроризма террористов"),
        ("fr", "droits", "l'droit"),  # an elided article is not part of the stem
        ("de", "Verhandlungen", "Verhandlung"),
        ("es", "derechos", "derecho"),
        ("it", "diritti", "dell'diritto"),
    ],
)
def test_stems(language, query, text):
    found = hits(query, [text], form="stem", language=language)
    assert found[-1][1] == len(text.split()) - 1


def test_stress_marks_do_not_tell_words_apart():
    assert hits("терроризм", ["террори\u0301зм Терроризм"]) == [(0, 0, 1), (0, 1, 1)]


def test_stems_leave_symbols_and_numbers():
    assert hits("MC.DEC/3/04", ["MC.DEC/3/04 3/04"], form="stem") == [(0, 0, 1)]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"form": "lemma"}, "There is no form 'lemma'. Choose one of surface, lower, stem"),
        ({"form": "stem", "language": "la"}, "There are no stems for language 'la'"),
    ],
)
def test_unknown_forms(options, sentence):
    with pytest.raises(ValueError, match=re.escape(sentence)):
        TokenIndex.build(["a"]).find("a", **options)


def test_a_hostile_wildcard_takes_linear_time():
    index = TokenIndex.build(["a" * 100_000])
    started = time.perf_counter()
    assert len(index.find("a*a*a*a*a*a*a*a*b").document) == 0
    assert time.perf_counter() - started < 5


@given(st.lists(st.lists(st.sampled_from(["a", "b", "c", "."]), max_size=12), max_size=4))
def test_phrases_are_those_of_a_plain_search(documents):
    """The same matches as a regular expression over sentences written out."""
    found = hits("a b|a|b a c", [" ".join(document) for document in documents])
    expected = []
    for number, document in enumerate(documents):
        position = 0
        for sentence in " ".join(document).split("."):
            tokens = sentence.split()
            joined = " ".join(tokens)
            for match in re.finditer(r"\b(?:a b|a|b a c)\b", joined):
                before = len(joined[: match.start()].split())
                expected.append((number, position + before, len(match.group().split())))
            position += len(tokens)
    assert found == expected


def test_the_layer_loads_nothing_slow():
    """Stemmers, scipy, pandas and pyarrow are loaded when they are needed."""
    code = (
        "import sys, osce_analysis.tokens as t; t.tokenise('a'); t.parse_query('a'); t.function_words('en');"
        "print([m for m in ('nltk', 'scipy', 'pandas', 'pyarrow', 'matplotlib') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
