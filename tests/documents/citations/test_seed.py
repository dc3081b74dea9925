"""The one real document that everything is tried on first."""

from pathlib import Path

from osce_analysis.documents.citations import find_citations

EXPECTED = [
    ("UN-CHARTER", None),
    ("A/RES/60/288", None),
    ("MC.DEC/3/04", None),
    ("MC.DEC/7/06", None),
    ("MC.DEC/5/07", None),
    ("S/2017/375", "annex"),
]


def test_the_seed_cites_six_instruments_and_nothing_else(shared: Path) -> None:
    [path] = sorted((shared / "seeds").glob("000_*.txt"))
    text = path.read_text(encoding="utf-8")
    disclaimer = (0, text.index("MC.DEL/39/21"))
    found = find_citations(text, own="MC.DEL/39/21", body="MC", skip=(disclaimer,))
    assert [(one.instrument, one.pinpoint) for one in found] == EXPECTED
    assert all(text[one.start : one.end] == one.surface for one in found)
    assert all(one.in_catalogue for one in found)


def test_without_a_heading_the_seed_reads_the_same(shared: Path) -> None:
    [path] = sorted((shared / "seeds").glob("000_*.txt"))
    found = find_citations(path.read_text(encoding="utf-8"), own="MC.DEL/39/21")
    assert [(one.instrument, one.pinpoint) for one in found] == EXPECTED
