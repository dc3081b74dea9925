"""Notes: only what changes the meaning, and numbers as people write them."""

import pytest

from osce_analysis.charts.notes import not_shown, note

CORPUS = {"statements": 10, "tokens": 1200, "specimens": 0}


@pytest.mark.parametrize(
    ("attrs", "said"),
    [
        ({}, "Rate."),
        ({"corpus": CORPUS}, "Rate; 10 statements, 1,200 tokens."),
        ({"corpus": {"statements": 1, "tokens": 0}}, "Rate; 1 statement."),
        ({"corpus": CORPUS | {"specimens": 10}}, "Rate; 10 statements, 1,200 tokens. Specimen texts."),
        (
            {"corpus": CORPUS | {"specimens": 3}},
            "Rate; 10 statements, 1,200 tokens. 3 of them are specimen texts.",
        ),
        ({"options": {"groups": "drop"}}, "Rate; groups left out."),
        ({"options": {"groups": "drop", "by": ["year", "delegation"]}}, "Rate; groups left out."),
        ({"options": {"groups": "drop", "by": "year"}}, "Rate."),  # no row is of an actor
        ({"corpus": {"boilerplate": 0}}, "Rate."),  # 0 is not False
        ({"corpus": {"boilerplate": True}}, "Rate."),
        ({"corpus": {"boilerplate": False}}, "Rate; passages that several statements share left out."),
        ({"corpus": {"boilerplate": "once"}}, "Rate; passages that several statements share counted once."),
        (
            {"options": {"interval": "bootstrap", "cluster": "delegation"}},
            "Rate; 95 % intervals (bootstrap over delegations).",
        ),
        ({"options": {"interval": None}}, "Rate."),
        (
            {"call": "cosignatories.agreement", "coverage": {"interventions": 1200, "text_held": 60}},
            "Rate. Journals list 1,200 interventions, of which 60 (5 %) are held as text.",
        ),
        (  # the journals themselves are counted
            {
                "call": "cosignatories.agreement",
                "coverage": {"interventions": 1200, "text_held": 60},
                "options": {"source": "interventions"},
            },
            "Rate; speakers listed in journals.",
        ),
        ({"call": "cosignatories.agreement", "coverage": None}, "Rate."),  # no journals
        ({"call": "terms.trend", "coverage": {"interventions": 1200, "text_held": 60}}, "Rate."),
        (
            {
                "corpus": CORPUS,
                "denominators": {"occasions": 4, "solo": 6},
                "options": {"occasions": "joint"},
            },
            "Rate; 4 statements with at least two actors (6 with one left out).",
        ),
        (
            {"denominators": {"occasions": 10, "solo": 6, "unread": 2}, "options": {"occasions": "all"}},
            "Rate; 10 statements, 6 of them with one actor; the list of 2 was not read to its end.",
        ),
        ({"remark": "Nobody signs."}, "Rate. Nobody signs."),
        ({"interval": "wilson"}, "Rate; 95 % intervals (Wilson)."),
    ],
)
def test_note(attrs, said):
    assert note("Rate", attrs) == said


def test_left_out():
    assert (
        note("Rate", {}, not_shown(30, 25, "terms"), not_shown(4, 4, "groups"))
        == "Rate. 25 of 30 terms shown."
    )
