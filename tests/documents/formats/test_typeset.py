"""The same document as text, PDF, Word document and web page gives the same tables."""

from dataclasses import fields, replace
from pathlib import Path

import pytest

from osce_analysis import documents

SPECIMENS = Path(__file__).resolve().parents[3] / "data" / "specimens"
STYLES = ["html", "docx", "plain pdf", "letterhead pdf", "two-column pdf", "headed pdf"]
NAMES = [
    "2015-eu-ruritania",  # a disclaimer, aligned States and a note
    "2017-decision-connectivity",  # a decision with numbered paragraphs
    "2018-rus-terrorism-ru",  # Cyrillic letters
    "2021-joint-norway-journalists",  # a title over three lines
]


def facts(data: bytes) -> dict[str, object]:
    """All that is read from a file, but for the order of the lines in its front."""
    (document,) = documents.read(data, "document")
    found = {field.name: getattr(document, field.name) for field in fields(document)}
    found["front"] = sorted(document.front.split())
    found["signatories"] = [
        replace(signatory, start=None, end=None) if signatory.part == "front" else signatory
        for signatory in document.signatories
    ]
    found["citations"] = [c for c in document.citations if c.part != "front"]
    return found


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", NAMES)
def test_a_specimen_reads_alike(typeset, name, style):
    text = (SPECIMENS / f"{name}.txt").read_text(encoding="utf-8")
    assert facts(typeset(text, style)) == facts(text.encode())


@pytest.mark.parametrize("style", STYLES)
def test_the_seed_reads_alike(shared, typeset, style):
    (seed,) = (shared / "seeds").glob("000_*.txt")
    text = seed.read_text(encoding="utf-8")
    found = facts(typeset(text, style))
    assert found == facts(text.encode())
    assert (found["symbol"], found["place"], len(found["paragraphs"])) == ("MC.DEL/39/21", "Stockholm", 12)
    assert [s.actor for s in found["signatories"]] == ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"]
    assert len(found["citations"]) == 6


@pytest.mark.parametrize("style", STYLES)
def test_the_front_keeps_its_order(typeset, style):
    text = (SPECIMENS / "2015-eu-ruritania.txt").read_text(encoding="utf-8")
    (document,) = documents.read(typeset(text, style), "document")
    places = [
        document.front.index(words)
        for words in ("SPECIMEN", "bears no", "PC.DEL/9009/15", "ENGLISH", "EU State")
    ]
    assert places == sorted(places)
    assert "bears no responsibility for its content" in document.front
