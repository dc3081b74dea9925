"""The seed document's facts; its text lies beside the checkout and is never copied here."""

from datetime import date

import pytest

from osce_analysis.documents import read


@pytest.fixture(scope="module")
def seed(shared):
    (path,) = (shared / "seeds").glob("*.txt")
    (document,) = read(path.read_bytes(), path.name)
    return document


def test_header(seed):
    assert (seed.symbol, seed.body, seed.series, seed.number, seed.year) == (
        "MC.DEL/39/21",
        "MC",
        "DEL",
        39,
        2021,
    )
    assert (seed.issued, seed.delivered, seed.place) == (date(2021, 12, 3), date(2021, 12, 2), "Stockholm")
    assert (seed.meeting_body, seed.meeting_number) == ("MC", 28)
    assert (seed.language, seed.original_language) == ("en", "ru")
    assert (seed.kind, seed.joint, seed.delegation, seed.specimen) == ("joint statement", True, None, False)
    assert seed.subject == "PREVENTING AND COMBATING THE USE OF THE INTERNET FOR TERRORIST PURPOSES"
    assert seed.title.startswith(
        "JOINT STATEMENT BY THE MINISTERS FOR FOREIGN AFFAIRS OF THE REPUBLIC OF ARMENIA, "
    )
    assert seed.title.endswith("AT THE TWENTY-EIGHTH MEETING OF THE OSCE MINISTERIAL COUNCIL")
    assert seed.problems == ()


def test_parts(seed):
    assert len(seed.paragraphs) == 12
    assert seed.text.startswith("We, the Ministers")
    assert [line.split()[0] for line in seed.closing.split("\n\n")] == ["Thank", "I"]
    for part in (seed.front, seed.text, seed.closing, seed.title, seed.subject):
        assert "*" not in part
        assert "  " not in part


def test_signatories(seed):
    assert {(s.actor, s.role) for s in seed.signatories} == {
        (actor, "joint") for actor in ("ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK")
    }


def test_citations(seed):
    assert [c.instrument for c in seed.citations] == [
        "UN-CHARTER",
        "A/RES/60/288",
        "MC.DEC/3/04",
        "MC.DEC/7/06",
        "MC.DEC/5/07",
        "S/2017/375",
    ]
    assert seed.citations[-1].pinpoint == "annex"
    assert [c.paragraph for c in seed.citations] == [3, 3, 4, 4, 4, 5]


def test_every_offset_returns_its_words(seed):
    parts = {"front": seed.front, "text": seed.text, "closing": seed.closing}
    for found in (*seed.citations, *seed.signatories):
        words = found.surface if hasattr(found, "surface") else found.name
        assert parts[found.part][found.start : found.end] == words
