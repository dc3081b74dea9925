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
NOT_IN_THE_CATALOGUE = {
    "S/RES/2222",
    "S/RES/2249",
}  # protection of journalists, 2015; terrorist attacks, 2015
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
# Who spoke, in the order of the journal, and with which paper.
SPEAKERS = {
    "2018-fsc-journal": (
        "CHAIR; EXT FSC.DEL/9101/18; EU FSC.DEL/9024/18; ARM FSC.DEL/9012/18; RUS FSC.DEL/9025/18;"
        "USA FSC.DEL/9026/18; TUR; CHE; BLR FSC.DEL/9102/18; AZE FSC.DEL/9027/18; ARM; USA FSC.DEL/9103/18; CAN;"
        "RUS FSC.JOUR/9007/Annex.1;"
        "NOR; ESP; CHAIR; OSCE; OSCE"
    ),
    "2022-pc-journal": (
        "CHAIR; OSCE ODIHR.GAL/9101/22; EU PC.DEL/9028/22; CAN PC.DEL/9013/22; UKR PC.DEL/9030/22; LTU PC.DEL/9031/22;"
        "RUS PC.DEL/9029/22; GBR PC.DEL/9104/22; USA PC.DEL/9105/22; CHE PC.DEL/9106/22; BLR; VAT PC.DEL/9107/22;"
        "CHAIR; EU; RUS; USA; CHAIR; NOR PC.DEL/9108/22; RUS PC.DEL/9109/22; BLR PC.DEL/9110/22; BIH; CHAIR; VAT"
    ),
}


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
    assert symbol.number is not None
    assert symbol.number >= FIRST_NUMBER


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
        speaks_for_its_members = (actor, role) == ("EU", "delivers")
        assert speaks_for_its_members or reference.participating(actor, GOLDEN[name].delivered)


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


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.suffix == ".txt"], ids=lambda path: path.stem
)
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


@pytest.mark.parametrize("name", SPEAKERS)
def test_journals_list_who_spoke(name: str, specimens: dict[str, Document]) -> None:
    rows = [row for row in specimens[name].interventions if row.role == "delivers"]
    read = [" ".join(filter(None, [row.actor, row.symbol])) for row in rows]
    assert read == [speaker.strip() for speaker in SPEAKERS[name].split(";")]


@pytest.mark.parametrize("name", SPEAKERS)
def test_journal_and_statements_tell_the_same(name: str, specimens: dict[str, Document]) -> None:
    by_symbol = {document.symbol: document for document in specimens.values() if document.symbol}
    joined = [
        (row, by_symbol[row.symbol]) for row in specimens[name].interventions if row.symbol in by_symbol
    ]
    papers = {row.symbol for row, _ in joined if row.symbol and ".DEL/" in row.symbol}
    assert len(papers) == 5
    for row, document in joined:
        assert row.date == document.delivered
        told = {(one.actor, one.role) for one in document.signatories}
        assert (row.actor, row.role) in told
    listed = {(row.symbol, row.actor) for row, _ in joined}
    for document in {document.symbol: document for _, document in joined}.values():
        assert {(document.symbol, one.actor) for one in document.signatories} <= listed
