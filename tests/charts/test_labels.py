"""Labels: wrapped by measured width, never cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis.charts.labels import instrument_label, name, text_width, wrap

LETTERS = "abc XYZ ящЖ é ß ğ ω , . - / _ 0 9 $ <"


@given(st.text(st.sampled_from(LETTERS), max_size=80), st.floats(8, 60))
def test_wrapping_loses_nothing_and_fits(text, width):
    lines = wrap(text, width, 7)
    assert "".join(lines).replace(" ", "") == "".join(text.split())
    assert all(text_width(line, 7) <= width + 1e-6 or len(line) == 1 for line in lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Bosnia and Herzegovina", ["Bosnia and", "Herzegovina"]),
        ("MC.DEL/12345/21", ["MC.DEL/", "12345/21"]),  # broken after a slash, where a reader would
        ("intervals 95\N{NO-BREAK SPACE}%", ["intervals", "95\N{NO-BREAK SPACE}%"]),
        ("/000000000000", ["/", "0000000000", "00"]),  # what is left after the slash is still too wide
        ("", [""]),
    ],
)
def test_wrapping(text, lines):
    assert wrap(text, 16, 7) == lines


@pytest.mark.parametrize(
    ("value", "column", "said"),
    [
        ("RUS", "delegation", "Russian Federation"),
        ("XYZ", "actor", "XYZ"),  # a code of the user's own
        ("RUS", "body", "RUS"),
        (float("nan"), "delegation", "not stated"),
        (None, "body", "not stated"),
        (2021, "year", "2021"),
    ],
)
def test_names(value, column, said):
    assert name(value, column) == said


def test_a_title_that_does_not_fit_gives_way_to_the_id():
    assert instrument_label("MC.DEC/3/04", "A title " * 30, width=30) == "MC.DEC/3/04"
    assert instrument_label("HFA-1975", "Helsinki Final Act", width=30) == "Helsinki Final Act"
    assert instrument_label("MC.DEC/3/04", float("nan"), width=30) == "MC.DEC/3/04"


def test_a_resolution_of_the_security_council_is_known_by_its_number():
    assert instrument_label("S/RES/242", "The situation in the Middle East", width=60) == "S/RES/242"
    assert instrument_label("A/RES/60/288", "A title", width=60) == "A title"
