"""The explorers without a browser: state out and in, code that runs, hostile texts, errors as sentences."""

import gc
import html
import json
import re
from collections.abc import Iterable
from typing import Any

import pandas as pd
import pytest

import osce_analysis as osce
from osce_analysis.explorers import rendering, selection
from osce_analysis.explorers.state import TABS, restored

HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(2)> $x_{$ peace"


@pytest.fixture(scope="module")
def sample() -> osce.Corpus:
    return osce.load_sample()


@pytest.fixture(scope="module")
def hostile() -> osce.Corpus:
    """A corpus of which every text that can be shown is hostile."""
    statements = pd.DataFrame(
        {
            "statement_id": [f"{HOSTILE}1", f"{HOSTILE}2"],
            "title": HOSTILE,
            "delegation": [HOSTILE, "NOR"],
            "body": HOSTILE,
            "place": HOSTILE,
            "front": HOSTILE,
            "text": [f"{HOSTILE} peace and peace", "peace"],
            "closing": HOSTILE,
            "year": [2020, 2021],
        }
    )
    signatories = pd.DataFrame(
        [
            {
                "statement_id": f"{HOSTILE}1",
                "actor": actor,
                "role": "joint",
                "part": "front",
                "start": 0,
                "end": 8,
            }
            for actor in (HOSTILE, "NOR")
        ]
    )
    citations = pd.DataFrame(
        {
            "citation_id": ["c1"],
            "statement_id": [f"{HOSTILE}1"],
            "instrument": [HOSTILE],
            "surface": ["<script>"],
            "part": ["text"],
            "start": [0],
            "end": [8],
        }
    )
    problems = pd.DataFrame(
        {"source": [HOSTILE], "step": ["format"], "problem": [HOSTILE], "severity": ["unreadable"]}
    )
    return osce.Corpus(statements, signatories=signatories, citations=citations, problems=problems)


def pages(explorer: Any) -> list[str]:
    """The value of every HTML widget of the explorer."""
    found, stack = [], [explorer]
    while stack:
        widget = stack.pop()
        stack.extend(getattr(widget, "children", ()))
        if type(widget).__name__ == "HTML":
            found.append(widget.value)
    return found


def source(page: str) -> str:
    """The code in a page as a reader copies it."""
    return html.unescape(re.search(r"<pre[^>]*>(.*)</pre>", page, re.DOTALL).group(1))  # type: ignore[union-attr]


def opened(corpus: osce.Corpus, tab: str, **state: Any) -> tuple[Any, Any]:
    """An explorer with a tab in front, table and code unfolded, and that tab's view."""
    explorer = osce.explore(corpus, state={"tab": tab, **state})
    view = explorer._panels[tab]
    view.with_code.value = True
    if hasattr(view, "with_table"):
        view.with_table.value = True
    return explorer, view


FULL = {
    "tab": "citations",
    "selection": {
        "body": "PC",
        "since": 2015,
        "until": 2022,
        "language": "en",
        "delegations": ["EU", "RUS"],
        "containing": "sovereign*",
    },
    "words": {"look_for": "peace", "by": "year", "form": "stem", "chosen": []},
    "cosignatories": {"drawing": "matrix", "measure": "jaccard", "groups": "drop", "roles": "all"},
    "citations": {"by": "actor", "top": 10, "chosen": ["RUS", "HFA-1975"]},
}


def test_a_state_comes_out_as_it_went_in(sample: osce.Corpus) -> None:
    out = osce.explore(sample, state=FULL).state
    assert osce.explore(sample, state=json.loads(json.dumps(out))).state == out
    for part, values in FULL.items():
        given = values if isinstance(values, str) else {name: out[part][name] for name in values}
        assert given == values


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ({"wrds": {}}, r"The state has no 'wrds'\. Did you mean 'words'\?"),
        ({"tab": "compere"}, r"The state asks for the tab 'compere': tabs are words, cosignatories"),
        ({"words": {"lookfor": "x"}}, r"has no 'lookfor'\. Did you mean 'look_for'\?"),
        ({"words": {"look_for": 3}}, r"words\.look_for of a state is a text; this is 3\."),
        ({"words": "peace"}, r"The part 'words' of a state is a dict of its fields; this is 'peace'\."),
        (
            {"selection": {"body": "PCX"}},
            r"The state asks for Body 'PCX', which is not here\. Choose one of EEF, FSC, HDIM, MC, PC",
        ),
        ({"selection": {"delegations": ["XXX"]}}, r"The state asks for Delegations 'XXX', which is not here"),
        (["words"], r"A state is a dict as explorer\.state gives it; this is a list\."),
    ],
)
def test_a_state_that_cannot_be_is_refused_in_a_sentence(
    sample: osce.Corpus, state: Any, sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        osce.explore(sample, state=state)


@pytest.mark.parametrize(
    ("tab", "state"),
    [
        ("words", {}),
        ("words", {"words": {"look_for": 'peace "human rights"', "by": "actor"}}),
        ("words", {"words": {"look_for": "peace|secur*", "by": "year"}}),
        ("words", {"words": {"side_a": "RUS", "keep": "all", "measure": "g2"}}),
        ("words", {"words": {"side_a": "RUS", "side_b": "EU", "look_for": "peace", "boilerplate": "once"}}),
        ("words", {"words": {"boilerplate": "left out"}}),
        ("words", {"words": {"look_for": "commitments", "form": "stem"}, "selection": {"language": "en"}}),
        ("words", {"selection": {"body": "PC", "since": 2016, "delegations": ["RUS"], "containing": "the"}}),
        ("cosignatories", {}),
        ("cosignatories", {"cosignatories": {"drawing": "matrix", "measure": "jaccard", "roles": "all"}}),
        ("citations", {}),
        ("citations", {"citations": {"by": "actor", "top": 10}}),
        ("citations", {"citations": {"by": "year"}, "selection": {"language": "en"}}),
        ("compare", {}),
        ("compare", {"compare": {"side_a": "EU", "side_b": "RUS", "show": "partners", "groups": "expand"}}),
        ("compare", {"compare": {"side_a": "RUS", "show": "over_time", "follow": "peace security"}}),
        ("data", {"data": {"show": "coverage", "by": "year"}}),
    ],
)
def test_the_code_of_a_view_runs_as_it_stands_and_makes_the_same_table(
    sample: osce.Corpus, tab: str, state: dict[str, Any]
) -> None:
    _, view = opened(sample, tab, **state)
    made: dict[str, Any] = {}
    exec(source(view.code.value), made)
    pd.testing.assert_frame_equal(made["table"], view._shown.answer.table)
    assert made["figure"].drawn.alt == view._shown.answer.chart.drawn.alt


def test_the_code_of_read_brings_the_statement(sample: osce.Corpus) -> None:
    chosen = sample.statements["statement_id"].iloc[3]
    _, view = opened(sample, "read", read={"statement": chosen})
    made: dict[str, Any] = {}
    exec(source(view.code.value), made)
    assert made["statement"]["statement_id"] == chosen
    assert set(made["table"]["statement_id"]) <= {chosen}


def test_the_code_names_a_corpus_of_ones_own_by_its_variable(hostile: osce.Corpus) -> None:
    _, view = opened(hostile, "words")
    assert "# `corpus` is what you opened" in source(view.code.value)


@pytest.mark.parametrize("tab", TABS)
def test_hostile_text_stays_text_in_every_view(hostile: osce.Corpus, tab: str) -> None:
    explorer, view = opened(hostile, tab, words={"look_for": "peace", "by": "actor"})
    for _, key in view.list.options[:2]:
        view.list.value = key
        assert HOSTILE[:8] not in "".join(pages(explorer))
        assert "<img src=x" not in "".join(pages(explorer))
    assert "&lt;script&gt;" in "".join(pages(explorer))
    assert not any(page.startswith('<div class="osce"><p role="alert">') for page in pages(explorer))


@pytest.mark.parametrize("tab", ["words", "cosignatories", "citations"])
def test_the_code_never_holds_what_a_document_says(hostile: osce.Corpus, tab: str) -> None:
    _, view = opened(hostile, tab)
    view.list.value = view.list.options[0][1]
    assert "alert" not in source(view.code.value)


@pytest.mark.parametrize(
    ("search", "sentence"),
    [("peace|", "Nothing stands after |"), ('"peace', "is not closed"), ("(peace)", "has no meaning")],
)
def test_a_search_that_cannot_be_read_is_a_sentence_in_the_view(
    sample: osce.Corpus, search: str, sentence: str
) -> None:
    explorer, view = opened(sample, "words", words={"look_for": search})
    assert '<p role="alert">' in view.alert.value
    assert sentence in html.unescape(view.alert.value)
    assert view.chart.value == ""
    explorer._view.change("words", look_for="peace")
    assert view.alert.value == ""
    assert "<img " in view.chart.value


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [({"containing": '"peace'}, "is not closed"), ({"since": 2022, "until": 2015}, "holds no year")],
)
def test_a_selection_that_cannot_be_made_is_a_sentence_in_place_of_the_count(
    sample: osce.Corpus, asked: dict[str, Any], sentence: str
) -> None:
    explorer = osce.explore(sample)
    explorer._view.change("selection", **asked)
    assert '<p role="alert">' in explorer._count.value
    assert sentence in html.unescape(explorer._count.value)


def test_an_empty_selection_is_counted_and_breaks_no_tab(sample: osce.Corpus) -> None:
    for tab in TABS:
        explorer, view = opened(sample, tab, selection={"containing": "zzzz"})
        assert "0 statements, 0 tokens" in explorer._count.value
        assert "failed" not in view.alert.value


def test_a_fault_of_ours_is_shown_and_not_swallowed(
    sample: osce.Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("rate")

    monkeypatch.setattr("osce_analysis.terms.frequency", broken)
    _, view = opened(sample, "words")
    assert "This view failed (KeyError: &#x27;rate&#x27;)" in view.alert.value


def test_a_chosen_row_is_marked_in_the_chart_and_shows_its_text(sample: osce.Corpus) -> None:
    explorer, view = opened(sample, "citations")
    plain = view.chart.value
    view.list.value = view.list.options[0][1]
    assert explorer.state["citations"]["chosen"] == list(view.list.options[0][1])
    assert view.chart.value != plain
    assert '<mark class="citation"' in view.text.value
    assert '<mark class="cue" title="ground">' in view.text.value


@pytest.mark.parametrize("tab", ["words", "cosignatories", "citations"])
def test_another_choice_takes_the_mark_off_the_first(sample: osce.Corpus, tab: str) -> None:
    explorer, view = opened(sample, tab)
    plain, (_, first), (_, second) = view.chart.value, *view.list.options[:2]
    view.list.value = first
    view.list.value = second
    assert view.chart.value == opened(sample, tab, **{tab: {"chosen": list(second)}})[1].chart.value
    explorer._view.change(tab, chosen=())
    assert view.chart.value == plain


def test_a_statement_is_opened_in_read_and_a_mark_leads_back(sample: osce.Corpus) -> None:
    explorer, view = opened(sample, "citations")
    view.list.value = view.list.options[0][1]
    view.open.value = view.open.options[1][1]
    assert explorer.state["tab"] == "read"
    reader = explorer._panels["read"]
    assert reader.statement.value == explorer.state["read"]["statement"]
    reader.list.value = next(key for label, key in reader.list.options if "HFA-1975" in label)
    assert 'class="citation chosen"' in reader.text.value
    reader.lead_back()
    assert explorer.state["tab"] == "citations"
    assert explorer.state["citations"]["chosen"] == ["HFA-1975"]


def test_previous_and_next_stay_within_the_selection(sample: osce.Corpus) -> None:
    explorer, reader = opened(sample, "read", selection={"body": "MC"})
    ids = list(reader.statement.options)
    reader.step(1)
    assert explorer.state["read"]["statement"] == ids[1]
    reader.step(-5)
    assert explorer.state["read"]["statement"] == ids[0]


def test_read_shows_all_of_a_document_with_its_marks(sample: osce.Corpus) -> None:
    row = sample.statements.iloc[0]
    _, reader = opened(sample, "read", read={"statement": row["statement_id"]})
    shown = " ".join(html.unescape(re.sub(r"<[^>]+>", "", reader.text.value)).split())
    for part in ("front", "text", "closing"):
        for line in str(row[part]).splitlines():
            assert "".join(line.split()) in shown.replace(" ", "")


def test_tabs_are_built_when_they_are_first_shown(sample: osce.Corpus) -> None:
    explorer = osce.explore(sample)
    assert list(explorer._panels) == ["words"]
    explorer._view.tab = "read"
    assert list(explorer._panels) == ["words", "read"]


CHANGES: dict[str, list[dict[str, Any]]] = {
    "words": [{"look_for": "peace"}, {"look_for": "security", "by": "year"}, {"look_for": "", "by": "actor"}],
    "cosignatories": [{"drawing": "matrix"}, {"chosen": (HOSTILE, "NOR")}, {"drawing": "network"}],
    "citations": [{"by": "actor"}, {"chosen": (HOSTILE, HOSTILE)}, {"by": None}],
    "compare": [{"show": "partners"}, {"show": "words"}, {"show": "commitments"}],
    "read": [{"statement": f"{HOSTILE}2"}, {"statement": None}],
    "data": [
        {"show": "citations"},
        {"show": "statements", "columns": ("statement_id",)},
        {"show": "problems"},
    ],
}


def test_two_hundred_changes_make_no_new_widget_and_no_pyplot_figure(hostile: osce.Corpus) -> None:
    import matplotlib.pyplot as plt
    from ipywidgets.widgets.widget import _instances
    from matplotlib.figure import Figure

    explorer = osce.explore(hostile)  # two short statements: what counts is how often, not how much

    def go_through(times: int, tabs: Iterable[str] = CHANGES) -> int:
        made = 0
        for _ in range(times):
            for tab in tabs:
                explorer._view.tab = tab
                for values in CHANGES[tab]:
                    explorer._view.change(tab, **values)
                    made += 1
        return made

    go_through(1)  # every tab is built
    widgets = len(_instances)
    gc.collect()
    figures = sum(isinstance(item, Figure) for item in gc.get_objects())
    assert go_through(3) + go_through(30, ("read", "data")) >= 200
    assert len(_instances) == widgets
    assert plt.get_fignums() == []
    gc.collect()
    assert sum(isinstance(item, Figure) for item in gc.get_objects()) <= figures


def test_delegations_count_all_that_speak(sample: osce.Corpus) -> None:
    offered = dict(selection.choices(sample)["delegations"])
    assert any(label.startswith("Kyrgyzstan (") for label in offered)  # speaks only in a joint statement


def test_problems_are_listed_with_their_sentences() -> None:
    frame = pd.DataFrame({"source": ["a.txt"], "problem": ["a.txt is empty."]})
    assert "1 problem (show)" in rendering.problems(frame)
    assert "a.txt is empty." in rendering.problems(frame)


def test_overlapping_marks_keep_the_text_whole() -> None:
    marks = [rendering.Mark(0, 5, "a"), rendering.Mark(3, 8, "b"), rendering.Mark(6, 8, "c")]
    page = rendering.marked("abcdefgh", marks)
    assert re.sub(r"<[^>]+>", "", page) == "abcdefgh"
    assert page.count("<mark") == 2


def test_nothing_given_is_the_beginning() -> None:
    assert restored(None).as_dict() == restored({}).as_dict()


def test_two_sides_and_the_lines_behind_a_term(sample: osce.Corpus) -> None:
    asked = {"side_a": "RUS", "side_b": "EU", "keep": "all"}
    explorer, view = opened(sample, "words", words=asked)
    assert not view.alert.value
    assert "Russian Federation" in view.note.value
    label, key = view.list.options[0]
    assert re.search(r"[+−-]\d", label)
    assert " / " in label.replace("\u200b", "")
    view.list.value = key
    assert explorer.state["words"]["chosen"] == list(key)
    texts = sample.statements.set_index("statement_id")
    behind = [statement for _, statement in view.open.options if statement]
    assert behind
    assert set(texts.loc[behind, "delegation"]) <= {"RUS", "EU"}


def test_a_side_without_an_other_is_a_sentence() -> None:
    frame = pd.DataFrame({"statement_id": ["a", "b"], "delegation": "RUS", "text": "Peace."})
    _, view = opened(osce.Corpus(frame), "words", words={"side_a": "RUS"})
    assert "there are no others to compare with" in view.alert.value


def test_a_way_with_boilerplate_that_is_none(sample: osce.Corpus) -> None:
    with pytest.raises(ValueError, match="The state asks for Passages that several share 'away'"):
        osce.explore(sample, state={"words": {"boilerplate": "away"}})
