"""Annotation: all text escaped, each citation marked once, nothing lost."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis.citations import annotate


def test_hostile_text_stays_text():
    html = annotate('<script>alert("x")</script> We recall the Helsinki Final Act & <img src=x onerror=y>.')
    assert re.findall(r"<(\w+)", html) == ["mark"]
    assert 'title="HFA-1975: Helsinki Final Act"' in html


def test_an_open_citation_tells_its_candidates():
    html = annotate("We recall Decision No. 3/04.")
    assert re.search(r'<mark title="one of [^"]*MC\.DEC/3/04[^"]*">', html)


@pytest.mark.parametrize(
    "text", ["", "No citation.", "resolution 1373 (2001)\nand\u00a0resolution 1540 (2004)"]
)
def test_nothing_is_lost(text):
    assert unescape(re.sub(r"</?mark[^>]*>", "", annotate(text))) == text


@given(
    st.lists(st.sampled_from(["<", "&", '"', "MC.DEC/3/04", " Articles 1 and 2 of the Charter", "\n", "x"]))
)
def test_no_element_but_marks(pieces):
    text = "".join(pieces)
    html = annotate(text)
    assert set(re.findall(r"<(/?\w+)", html)) <= {"mark", "/mark"}
    assert unescape(re.sub(r"</?mark[^>]*>", "", html)) == text
