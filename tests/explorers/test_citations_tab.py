"""The tab Citations: what it shows, the passages behind a row with their cues marked, and the way back from Read."""

import html
import re
from typing import Any

import pandas as pd
import pytest

import osce_analysis as osce
from osce_analysis.explorers.commitments import Commitments, leading_to
from osce_analysis.explorers.invocations import passages, with_stances


@pytest.fixture(scope="module")
def sample() -> osce.Corpus:
    return osce.load_sample()


@pytest.fixture(scope="module")
def small() -> osce.Corpus:
    """Two statements in our own words: one accuses, one has no text."""
    text = "The attack is a breach of the\nHelsinki Final Act. <b>Nobody</b> denies it."
    cited = osce.citations.find(text).assign(statement_id="a", citation_id="a#1", part="text")
    unseen = pd.DataFrame({"statement_id": ["b"], "citation_id": ["b#1"], "instrument": ["HFA-1975"]})
    start = text.index("breach of")
    cue = {"citation_id": "a#1", "stance": "accuse", "cue": "breach of", "start": start, "end": start + 9}
    return osce.Corpus(
        pd.DataFrame({"statement_id": ["a", "b"], "text": [text, None], "delegation": ["NOR", "CHE"]}),
        citations=pd.concat([cited, unseen]),
        cues=pd.DataFrame([cue]),
    )


def words(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", page))


@pytest.mark.parametrize(
    ("asked", "chart"),
    [
        (Commitments(), "Bar chart"),
        (Commitments(by="actor", drawing="heatmap"), "Heat map"),
        (Commitments(drawing="heatmap"), "Bar chart"),  # nothing to cross the instruments with
        (Commitments(by="year", top=10), "Timeline"),
        (Commitments(side_a="EU", side_b="RUS"), "Bar chart"),
        (Commitments(show="cocitation"), "Network"),
        (Commitments(show="stances", by="actor"), "Dot plot"),
        (Commitments(show="association"), "Dot plot"),
        (Commitments(top=None), "Bar chart"),
    ],
)
def test_the_code_makes_the_table_and_the_chart(sample: osce.Corpus, asked: Commitments, chart: str) -> None:
    answer = asked.answer(sample)
    made: dict[str, Any] = {"osce": osce, "selected": sample}
    exec("\n".join(asked.code()), made)
    pd.testing.assert_frame_equal(made["table"], answer.table)
    assert answer.chart is not None
    assert made["figure"].drawn.alt == answer.chart.drawn.alt
    assert answer.chart.drawn.alt.startswith(chart)


def test_checks_have_no_chart_and_say_how_much_was_found(sample: osce.Corpus) -> None:
    asked = Commitments(show="check")
    answer = asked.answer(sample)
    assert answer.chart is None
    assert re.match(r"\d+ citations checked: \d+ unknown, ", answer.note)
    findings = [row.key[1] for row in answer.rows]
    assert findings.index("unknown") == len(findings) - findings.count("unknown")  # the telling ones first
    made: dict[str, Any] = {"osce": osce, "selected": sample}
    exec("\n".join(asked.code()), made)
    pd.testing.assert_frame_equal(made["table"], answer.table)


@pytest.mark.parametrize(
    "asked",
    [
        Commitments(),
        Commitments(by="actor"),
        Commitments(by="year"),
        Commitments(show="stances"),
        Commitments(show="stances", by="body"),
        Commitments(show="cocitation"),
        Commitments(side_a="RUS"),
        Commitments(show="check"),
    ],
)
def test_behind_a_row_stands_what_it_counts(sample: osce.Corpus, asked: Commitments) -> None:
    answer = asked.answer(sample)
    row = answer.rows[0]
    page, ids = asked.text(sample, row)
    counted = re.search(r"(\d+) statement", row.label)
    assert len(ids) == (int(counted[1]) if counted else 1)
    assert '<mark class="citation' in page


def test_a_passage_has_its_citation_and_cue_marked_and_nothing_else(small: osce.Corpus) -> None:
    page = passages(small, with_stances(small, small.citations))
    assert '<mark class="cue" title="accuse">breach of</mark>' in page
    assert '<mark class="citation" title="HFA-1975">Helsinki Final Act</mark>' in page
    assert "&lt;b&gt;Nobody&lt;/b&gt;" in page
    assert "(the text is not held)" in page
    assert "were not checked by people labelling" in words(page)


def test_without_a_text_the_stance_is_not_known(small: osce.Corpus) -> None:
    stances = with_stances(small, small.citations).set_index("statement_id")["stance"]
    assert stances.to_dict() == {"a": "accuse", "b": "not known"}


def test_passages_in_one_stance(sample: osce.Corpus) -> None:
    row = next(row for row in Commitments().answer(sample).rows if row.key == ("HFA-1975",))
    whole, accused = (Commitments(stance=stance).text(sample, row)[1] for stance in (None, "accuse"))
    assert 0 < len(accused) < len(whole)
    assert set(accused) < set(whole)
    assert "No citation in this stance." in Commitments(stance="procedural").text(sample, row)[0]


def test_every_citation_read_leads_back_to_its_row(sample: osce.Corpus) -> None:
    shown = sample.counted()
    cited = shown.citations.drop_duplicates("instrument").tail(12)
    opened = shown.citations[shown.citations["instrument"].isna()].head(1)
    assert len(opened) == 1
    for row in pd.concat([cited, opened]).itertuples():
        instrument = row.instrument if isinstance(row.instrument, str) else ""
        asked = Commitments(**leading_to(sample, row.citation_id, instrument))
        found = asked.answer(sample).row(asked.chosen)
        assert found is not None
        assert row.statement_id in asked.text(sample, found)[1]


@pytest.mark.parametrize("show", ["most_cited", "stances", "association", "cocitation", "check"])
@pytest.mark.parametrize("by", [None, "actor"])
def test_an_empty_corpus_and_one_without_texts_break_nothing(show: str, by: str | None) -> None:
    asked = Commitments(show=show, by=by)
    for corpus in (osce.Corpus(pd.DataFrame({"statement_id": []})), osce.load_sample("alignments")):
        answer = asked.answer(corpus)
        for row in answer.rows[:1]:
            assert asked.text(corpus, row)[1]


def test_sides_are_set_side_by_side_alone(sample: osce.Corpus) -> None:
    answer = Commitments(by="year", side_a="EU", side_b="RUS").answer(sample)
    assert set(answer.table["actor"]) == {"EU", "RUS"}
    assert {row.key[0] for row in answer.rows} == {"EU", "RUS"}


def test_the_view_hides_the_place_of_a_chart_that_is_not_there(sample: osce.Corpus) -> None:
    explorer = osce.explore(sample, state={"tab": "citations"})
    view = explorer._panels["citations"]
    explorer._view.change("citations", show="check")
    assert view.chart.layout.display == "none"
    assert "citations checked" in view.note.value
    explorer._view.change("citations", show="most_cited")
    assert view.chart.layout.display == ""
    assert "<img " in view.chart.value
