"""The specimens against a table that a person made by reading them; the parser is held to the table.

`specimens.csv` has one row for each document in the folder. A document that another one holds (an annex of
a journal, an interpretative statement under a decision) has the name of its file with `#1`, `#2`, ...
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from osce_analysis import documents, reference
from osce_analysis.corpus.samples import share
from osce_analysis.documents.records import Document
from osce_analysis.documents.symbols import parse_symbol

FIRST_NUMBER = 9001  # no real series comes near it
FOLDER = share("data") / "specimens"
FILES = sorted(path for path in FOLDER.iterdir() if path.is_file())
NOT_IN_THE_CATALOGUE = {"S/RES/2222", "S/RES/2249"}  # protection of journalists, 2015; terrorist attacks, 2015
HOLDERS_OF_A_NAME = re.compile(r"[A-Z]+\.(?:DEL|GAL)/9\d{3}/\d\d|PC\.DEC/900\d")


@dataclass(frozen=True)
class Read:
    """What a person reads in one document; actors by role and instruments are lists parted by spaces."""

    name: str
    symbol: str
    kind: str
    issued: str
    delivered: str
    delegation: str
    delivered_by: str
    joint: str
    represented: str
    aligned: str
    meeting: str
    place: str
    language: str
    original: str
    subject: str
    citations: str
    missed: str  # instruments that the parser does not find yet; whoever teaches it takes them out
    begins: str
    ends: str
    remark: str

    @property
    def signatories(self) -> set[tuple[str, str]]:
        """(actor, role)."""
        roles = {"delivers": self.delegation, "joint": self.joint, "represented": self.represented}
        roles["aligned"] = self.aligned
        return {(actor, role) for role, actors in roles.items() for actor in actors.split()}


with (Path(__file__).parent / "specimens.csv").open(encoding="utf-8", newline="") as table:
    GOLDEN = {row["name"]: Read(**row) for row in csv.DictReader(table)}
NAMES = sorted(GOLDEN)


@pytest.fixture(scope="module")
def specimens() -> dict[str, Document]:
    found = {}
    for path in FILES:
        for number, document in enumerate(documents.read(path.read_bytes(), path.name)):
            found[f"{path.stem}#{number}" if number else path.stem] = document
    return found


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def test_the_table_names_every_document(specimens: dict[str, Document]) -> None:
    assert sorted(specimens) == NAMES


def test_each_says_in_its_first_line_that_it_is_a_specimen(specimens: dict[str, Document]) -> None:
    for name, document in specimens.items():
        assert document.specimen
        if document.within is None:
            assert "SPECIMEN" in document.front.splitlines()[0], name


@pytest.mark.parametrize("name", [name for name in NAMES if GOLDEN[name].symbol])
def test_each_has_a_number_that_no_real_document_has(name: str) -> None:
    symbol = parse_symbol(re.split(r"/(?:Att|Annex)\.", GOLDEN[name].symbol)[0])
    assert symbol is not None
    assert symbol.number is not None and symbol.number >= FIRST_NUMBER


def test_no_number_is_used_twice() -> None:
    deliveries = Counter(read.symbol.split("/")[1] for read in GOLDEN.values() if ".DEL/" in read.symbol)
    assert max(deliveries.values()) == 1


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_length_suits_a_first_reading(path: Path) -> None:
    whole = [" ".join([d.front, d.text, d.closing]) for d in documents.read(path.read_bytes(), path.name)]
    assert 330 <= len(" ".join(whole).split()) <= 950


@pytest.mark.parametrize("name", NAMES)
def test_cited_instruments_exist(name: str) -> None:
    for instrument in GOLDEN[name].citations.split():
        known = HOLDERS_OF_A_NAME.fullmatch(instrument) or instrument in NOT_IN_THE_CATALOGUE
        assert known or reference.instrument(instrument.removesuffix("/IV")).instrument


@pytest.mark.parametrize("name", NAMES)
def test_every_actor_was_a_participating_state_on_the_day(name: str) -> None:
    for actor, role in GOLDEN[name].signatories:
        assert actor == "EU" and role == "delivers" or reference.participating(actor, GOLDEN[name].delivered)


@pytest.mark.parametrize("name", [name for name in NAMES if GOLDEN[name].delegation == "EU"])
def test_no_member_of_the_union_aligns_with_it(name: str) -> None:
    read = GOLDEN[name]
    assert not set(read.aligned.split()) & reference.members("EU", on=read.delivered)


@pytest.mark.parametrize("name", NAMES)
def test_header_is_read_as_a_person_reads_it(name: str, specimens: dict[str, Document]) -> None:
    read, document = GOLDEN[name], specimens[name]
    assert (document.symbol or "", document.kind) == (read.symbol, read.kind)
    assert (document.language, document.original_language or "") == (read.language, read.original)
    assert document.issued == day(read.issued)
    assert (document.delivered or document.issued) == day(read.delivered)


@pytest.mark.parametrize("name", NAMES)
def test_meeting_and_place_are_read_where_printed(name: str, specimens: dict[str, Document]) -> None:
    read, document = GOLDEN[name], specimens[name]
    meeting = [document.meeting_body, document.meeting_number]
    assert " ".join(str(part) for part in meeting if part) == read.meeting
    assert (document.place or "") == read.place


@pytest.mark.parametrize("name", NAMES)
def test_subject_is_the_title_without_names_and_meeting(name: str, specimens: dict[str, Document]) -> None:
    assert (specimens[name].subject or "").casefold() == GOLDEN[name].subject.casefold()


@pytest.mark.parametrize("name", NAMES)
def test_speaker_and_signatories_are_read_as_a_person_reads_them(
    name: str, specimens: dict[str, Document]
) -> None:
    read, document = GOLDEN[name], specimens[name]
    assert (document.delegation or "", document.delivered_by or "") == (read.delegation, read.delivered_by)
    assert document.joint == bool(read.joint or read.represented)
    assert {(row.actor, row.role) for row in document.signatories} == read.signatories


@pytest.mark.parametrize("name", NAMES)
def test_citations_are_read_as_a_person_reads_them(name: str, specimens: dict[str, Document]) -> None:
    read, citations = set(GOLDEN[name].citations.split()), specimens[name].citations
    found = {citation.instrument for citation in citations if citation.instrument}
    # A bare number far from the body's name stays open; what a person reads is among its candidates.
    still_open = [read & set(citation.candidates) for citation in citations if citation.instrument is None]
    assert all(still_open)
    assert found | {one for some in still_open for one in some} == read - set(GOLDEN[name].missed.split())


@pytest.mark.parametrize("name", NAMES)
def test_offsets_return_the_words_they_name(name: str, specimens: dict[str, Document]) -> None:
    document = specimens[name]
    for citation in document.citations:
        assert getattr(document, citation.part)[citation.start : citation.end] == citation.surface
    for signatory in document.signatories:
        if signatory.part is not None:
            assert getattr(document, signatory.part)[signatory.start : signatory.end] == signatory.name


@pytest.mark.parametrize("name", [name for name in NAMES if GOLDEN[name].begins])
def test_the_body_begins_and_ends_where_a_person_says(name: str, specimens: dict[str, Document]) -> None:
    text = " ".join(specimens[name].text.split())
    assert text.startswith(GOLDEN[name].begins)
    assert text.endswith(GOLDEN[name].ends)


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix == ".txt"], ids=lambda path: path.stem)
def test_no_word_is_lost_or_gained(path: Path, specimens: dict[str, Document]) -> None:
    printed = path.read_text(encoding="utf-8")
    held = [specimens[name] for name in NAMES if name.split("#")[0] == path.stem]
    whole = " ".join(" ".join([document.front, document.text, document.closing]) for document in held)
    assert re.findall(r"\w+", whole) == re.findall(r"\w+", printed)


@pytest.mark.parametrize("name", NAMES)
def test_marks_and_requests_are_no_part_of_the_body(name: str, specimens: dict[str, Document]) -> None:
    assert "SPECIMEN" not in specimens[name].text
    assert "attached to the journal" not in specimens[name].text


@pytest.mark.parametrize("name", [name for name in NAMES if "#" in name])
def test_what_a_document_holds_points_to_it(name: str, specimens: dict[str, Document]) -> None:
    assert specimens[name].within == 0
