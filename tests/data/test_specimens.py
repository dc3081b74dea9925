"""The specimens against a table that a person made by reading them; the parser is held to the table."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from osce_analysis import documents, reference
from osce_analysis.corpus.samples import share
from osce_analysis.documents.records import Document

FIRST_NUMBER = 9001  # no real series comes near it
FOLDER = share("data") / "specimens"
FILES = sorted(FOLDER.glob("*.txt"))


@dataclass(frozen=True)
class Read:
    """What a person reads in one specimen; `signatories` holds actors by role, `citations` ids."""

    symbol: str
    delivered: date
    delegation: str | None
    citations: str
    delivered_by: str | None = None
    kind: str = "statement"
    language: str = "en"
    original: str | None = "en"
    issued: date | None = None
    joint: str = ""
    represented: str = ""
    aligned: str = ""
    meeting: tuple[str, int] | None = None
    place: str | None = None
    subject: str = ""

    @property
    def signatories(self) -> set[tuple[str, str]]:
        """(actor, role)."""
        speaker = self.delegation or (self.delivered_by if self.represented else None)
        roles = {"delivers": speaker or "", "joint": self.joint, "represented": self.represented}
        roles["aligned"] = self.aligned
        return {(actor, role) for role, actors in roles.items() for actor in actors.split()}


# fmt: off
GOLDEN = {
    "2014-blr-trafficking-ru": Read(
        "PC.DEL/9020/14", date(2014, 7, 24), "BLR", issued=date(2014, 7, 25), language="ru", original="ru",
        subject="борьбе с торговлей людьми",
        # decisions with the body in the genitive after the number; a UN convention by its title
        citations="PC.DEC/557 PC.DEC/1107 MC.DEC/7/13 UNTOC-2000"),
    "2014-usa-foreign-fighters": Read(
        "MC.DEL/9001/14", date(2014, 12, 4), "USA", issued=date(2014, 12, 4), meeting=("MC", 21), place="Basel",
        citations="S/RES/2178 S/RES/2170 MC.DEC/7/06 COPENHAGEN-1990 PC.DEC/1063 MC.DOC/5/14"),
    "2015-eu-ruritania": Read(
        # "Permanent Representative of Luxembourg on behalf of the European Union": the EU speaks through Luxembourg
        "PC.DEL/9009/15", date(2015, 11, 5), "EU", delivered_by="LUX", issued=date(2015, 11, 6), place="Vienna",
        aligned="MKD MNE ALB BIH ISL LIE NOR UKR MDA GEO SMR",
        subject="the situation in and around Ruritania",
        citations="HFA-1975 PARIS-1990 GC-1949 COPENHAGEN-1990 MOSCOW-1991"),
    "2016-nor-media": Read(
        # "Norway has aligned itself with the statement of the European Union": with another's, so no row
        "PC.DEL/9019/16", date(2016, 2, 11), "NOR", issued=date(2016, 2, 12), place="Vienna",
        subject="freedom of the media",
        citations="PARIS-1990 COPENHAGEN-1990 PC.DEC/193 MC.DEC/7/06"),
    "2016-rus-information-security": Read(
        "PC.DEL/9002/16", date(2016, 4, 14), "RUS", original="ru", issued=date(2016, 4, 15), meeting=("PC", 9002),
        subject="international information security and the fight against terrorism",
        # bare "Decision No. 1106" and "Decision No. 1039" are the Permanent Council's
        citations="PC.DEC/1202 PC.DEC/1106 UN-CHARTER HFA-1975 MC.DEC/3/04 MC.DEC/7/06 S/RES/1373 S/RES/1624"
        " PC.DEC/1039"),
    "2016-tur-terrorism": Read(
        # hard line breaks; "Original: ENGLISH" without a language line
        "MC.DEL/9008/16", date(2016, 12, 8), "TUR", issued=date(2016, 12, 8), meeting=("MC", 23),
        place="Hamburg", citations="PORTO-2002/TERR-CHARTER PC.DEC/1063 S/RES/1373 MC.DEC/10/05 HFA-1975"),
    "2016-usa-ruritania": Read(
        # title first; day of issue in the official form, day of delivery in the American one
        "PC.DEL/9010/16", date(2016, 10, 20), "USA", issued=date(2016, 10, 21), place="Vienna",
        subject="Ongoing Violations of International Law and OSCE Principles in Ruritania",
        citations="UN-CHARTER HFA-1975 MOSCOW-1991"),
    "2017-decision-connectivity": Read(
        "PC.DEC/9001", date(2017, 6, 22), None, kind="decision", issued=date(2017, 6, 22),
        meeting=("PC", 9001),
        subject="Theme, agenda and modalities of a meeting of experts on energy networks, transport and connectivity",
        citations="MAASTRICHT-2003/EED MC.DEC/11/06 MC.DEC/6/13 MC.DEC/4/16 A/RES/70/1"),
    "2017-eu-terrorism": Read(
        # no Presidency is printed; "No. 9003" is the meeting
        "PC.DEL/9003/17", date(2017, 10, 19), "EU", issued=date(2017, 10, 20), meeting=("PC", 9003), place="Vienna",
        aligned="MKD MNE ALB BIH ISL LIE NOR UKR MDA GEO AND SMR",
        subject="preventing and countering violent extremism and radicalization that lead to terrorism",
        citations="MC.DOC/4/15 PARIS-1990 MC.DEC/3/04 MC.DEC/5/07 ICCPR-1966 A/RES/60/288 S/RES/2178 S/RES/2354"),
    "2017-rus-ruritania": Read(
        "PC.DEL/9011/17", date(2017, 3, 9), "RUS", original="ru", issued=date(2017, 3, 9), meeting=("PC", 9011),
        subject="the situation in Ruritania and the need to implement the agreements reached",
        citations="COPENHAGEN-1990 MC.DEC/3/13 HFA-1975 ISTANBUL-1999/CHARTER"),
    "2018-arm-vienna-document": Read(
        # "the Vienna Document" alone is the edition in force
        "FSC.DEL/9012/18", date(2018, 9, 19), "ARM", issued=date(2018, 9, 19),
        subject="Security Dialogue: the politico-military instruments at work",
        citations="VD-2011 COC-1994 CFE-1990 HFA-1975"),
    "2018-aze-connectivity": Read(
        # four resolutions in a list, the year after them
        "PC.DEL/9021/18", date(2018, 5, 24), "AZE", issued=date(2018, 5, 24),
        subject="economic connectivity and security",
        citations="MC.DEC/4/16 MC.DEC/6/09 UN-CHARTER HFA-1975 S/RES/822 S/RES/853 S/RES/874 S/RES/884"),
    "2018-eu-journalists": Read(
        "MC.DEL/9015/18", date(2018, 12, 7), "EU", delivered_by="AUT", issued=date(2018, 12, 7), meeting=("MC", 25),
        place="Milan", aligned="MKD MNE SRB ALB BIH ISL LIE NOR UKR GEO AND",
        subject="the safety of journalists",
        citations="MC.DEC/3/18 HFA-1975 PC.DEC/193 ICCPR-1966 A/RES/68/163"),
    "2018-rus-terrorism-ru": Read(
        "PC.DEL/9004/18", date(2018, 6, 14), "RUS", language="ru", original="ru", issued=date(2018, 6, 14),
        place="Вена",
        subject="роли ОБСЕ в борьбе с терроризмом и его идеологией",
        citations="UN-CHARTER S/RES/1373 S/RES/1624 S/RES/2396 A/RES/60/288 PC.DEC/1063 MC.DEC/7/06 HFA-1975"),
    "2019-can-trafficking": Read(
        "PC.DEL/9022/19", date(2019, 7, 11), "CAN", original="fr", issued=date(2019, 7, 12), place="Vienna",
        subject="the Special Representative for Combating Trafficking in Human Beings",
        citations="PC.DEC/557 PC.DEC/1107 MC.DEC/6/17 MC.DEC/7/17 UNTOC-2000/TIP A/RES/70/1"),
    "2019-joint-ministers-ict-crime": Read(
        "MC.DEL/9005/19", date(2019, 12, 5), None, kind="joint statement", original="ru", issued=date(2019, 12, 6),
        meeting=("MC", 26), place="Bratislava", joint="BLR KAZ KGZ RUS TJK UZB",
        subject="countering the use of information and communication technologies for criminal purposes",
        citations="UN-CHARTER HFA-1975 MC.DEC/3/04 MC.DEC/7/06 PC.DEC/1202 MC.DEC/5/16 MC.DEC/5/17"),
    "2019-kaz-terrorism": Read(
        "PC.DEL/9006/19", date(2019, 5, 16), "KAZ", original="ru", issued=date(2019, 5, 16),
        subject="the report on the OSCE's activities in countering terrorism",
        citations="A/RES/60/288 S/RES/2178 S/RES/2396 ASTANA-2010 PC.DEC/1063 MC.DEC/5/07"),
    "2019-usa-media": Read(
        "HDIM.DEL/9016/19", date(2019, 9, 18), "USA", issued=date(2019, 9, 18), place="Warsaw",
        subject="Working Session 4: Freedom of the Media",
        citations="COPENHAGEN-1990 ISTANBUL-1999/CHARTER MC.DEC/3/18 A/RES/217(III)A PC.DEC/633"),
    "2020-che-ict": Read(
        "PC.DEL/9007/20", date(2020, 11, 12), "CHE", original="fr", issued=date(2020, 11, 13), meeting=("PC", 9007),
        subject="reducing the risks of conflict stemming from the use of information and communication technologies",
        citations="PC.DEC/1106 PC.DEC/1202 UN-CHARTER GC-1949 MC.DEC/5/16"),
    "2020-rus-media": Read(
        "PC.DEL/9017/20", date(2020, 5, 7), "RUS", original="ru", issued=date(2020, 5, 8), meeting=("PC", 9017),
        subject="freedom of the media and equal access to information",
        citations="PC.DEC/193 HFA-1975 MC.DEC/3/18"),
    "2021-joint-norway-journalists": Read(
        # "on behalf of ... and my own country, Norway": Norway delivers, the others are represented; the statement
        # stands under the speaker's name, as public collections of real ones file it
        "PC.DEL/9018/21", date(2021, 11, 4), "NOR", kind="joint statement", issued=date(2021, 11, 5),
        meeting=("PC", 9018), place="Vienna", represented="CAN ISL LIE MNE MKD CHE GBR USA",
        subject="the International Day to End Impunity for Crimes against Journalists",
        citations="MC.DEC/3/18 ICCPR-1966 S/RES/1738 PC.DEC/193"),
    "2022-can-moscow-mechanism": Read(
        "PC.DEL/9013/22", date(2022, 6, 9), "CAN", issued=date(2022, 6, 10), meeting=("PC", 9013), place="Vienna",
        subject="the report of the mission of experts under the Moscow Mechanism",
        citations="MECH-MOSCOW UN-CHARTER HFA-1975 ASTANA-2010 S/RES/1325 ROME-STATUTE-1998 MOSCOW-1991"),
    "2023-eu-trafficking": Read(
        # a title followed by its own symbol is one citation
        "PC.DEL/9023/23", date(2023, 10, 12), "EU", delivered_by="ESP", issued=date(2023, 10, 13), meeting=("PC", 9023),
        place="Vienna", aligned="MKD MNE ALB UKR MDA BIH GEO ISL LIE NOR AND MCO SMR",
        subject="the Special Representative and Co-ordinator for Combating Trafficking in Human Beings",
        citations="PC.DEC/557 MC.DEC/6/18 CETS/197 MC.DEC/14/04"),
    "2023-gbr-ruritania": Read(
        # the symbol in the body is another delegation's statement
        "PC.DEL/9014/23", date(2023, 2, 16), "GBR", issued=date(2023, 2, 17), place="Vienna",
        subject="a year of war in Ruritania",
        citations="VD-2011 MECH-MOSCOW HFA-1975 BUDAPEST-1994 COC-1994 PC.DEL/9013/22"),
}
# fmt: on
NAMES = sorted(GOLDEN)


@pytest.fixture(scope="module")
def specimens() -> dict[str, Document]:
    found = {}
    for path in FILES:
        (found[path.stem],) = documents.read(path.read_bytes(), path.name)
    return found


def test_the_table_names_every_specimen() -> None:
    assert [path.stem for path in FILES] == NAMES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_says_that_it_is_a_specimen_and_has_a_number_of_its_own(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert "SPECIMEN" in lines[0]
    symbols = [line for line in lines if re.match(r"[A-Z]+\.DE[LC]/", line)]
    assert len(symbols) == 1
    assert int(symbols[0].split("/")[1]) >= FIRST_NUMBER


def test_no_number_is_used_twice() -> None:
    deliveries = Counter(read.symbol.split("/")[1] for read in GOLDEN.values() if "DEL" in read.symbol)
    assert max(deliveries.values()) == 1


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_length_suits_a_first_reading(path: Path) -> None:
    assert 250 <= len(path.read_text(encoding="utf-8").split()) <= 600


@pytest.mark.parametrize("name", NAMES)
def test_cited_instruments_exist(name: str) -> None:
    for instrument in GOLDEN[name].citations.split():
        assert ".DEL/9" in instrument or reference.instrument(instrument).instrument == instrument


@pytest.mark.parametrize("name", [name for name in NAMES if GOLDEN[name].aligned])
def test_no_member_of_the_union_aligns_with_it(name: str) -> None:
    read = GOLDEN[name]
    aligned = set(read.aligned.split())
    assert not aligned & reference.members("EU", on=read.delivered)
    assert all(reference.participating(state, read.delivered) for state in aligned)


@pytest.mark.parametrize("name", NAMES)
def test_header_is_read_as_a_person_reads_it(name: str, specimens: dict[str, Document]) -> None:
    read, document = GOLDEN[name], specimens[name]
    assert document.specimen
    assert (document.symbol, document.kind) == (read.symbol, read.kind)
    assert (document.language, document.original_language) == (read.language, read.original)
    assert document.issued == read.issued
    assert (document.delivered or document.issued) == read.delivered


@pytest.mark.parametrize("name", [name for name in NAMES if GOLDEN[name].meeting or GOLDEN[name].place])
def test_meeting_and_place_are_read_where_printed(name: str, specimens: dict[str, Document]) -> None:
    read, document = GOLDEN[name], specimens[name]
    assert document.place == read.place
    if read.meeting:
        assert (document.meeting_body, document.meeting_number) == read.meeting


@pytest.mark.parametrize("name", NAMES)
def test_subject_is_the_title_without_names_and_meeting(name: str, specimens: dict[str, Document]) -> None:
    assert (specimens[name].subject or "").casefold() == GOLDEN[name].subject.casefold()


@pytest.mark.parametrize("name", NAMES)
def test_speaker_and_signatories_are_read_as_a_person_reads_them(
    name: str, specimens: dict[str, Document]
) -> None:
    read, document = GOLDEN[name], specimens[name]
    assert (document.delegation, document.delivered_by) == (read.delegation, read.delivered_by)
    assert document.joint == (read.kind == "joint statement")
    assert {(row.actor, row.role) for row in document.signatories} == read.signatories


@pytest.mark.parametrize("name", NAMES)
def test_citations_are_read_as_a_person_reads_them(name: str, specimens: dict[str, Document]) -> None:
    read, citations = set(GOLDEN[name].citations.split()), specimens[name].citations
    assert {citation.instrument for citation in citations if citation.instrument} == read
    # A bare number far from the body's name stays open; what a person reads is among its candidates.
    assert all(read & set(citation.candidates) for citation in citations if citation.instrument is None)


@pytest.mark.parametrize("name", NAMES)
def test_offsets_return_the_words_they_name(name: str, specimens: dict[str, Document]) -> None:
    document = specimens[name]
    for citation in document.citations:
        assert getattr(document, citation.part)[citation.start : citation.end] == citation.surface
    for signatory in document.signatories:
        if signatory.part is not None:
            assert getattr(document, signatory.part)[signatory.start : signatory.end] == signatory.name


@pytest.mark.parametrize("name", NAMES)
def test_the_body_neither_loses_nor_gains_a_sentence(name: str, specimens: dict[str, Document]) -> None:
    document = specimens[name]
    printed = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    whole = " ".join([document.front, document.text, document.closing])
    assert re.findall(r"\w+", whole) == re.findall(r"\w+", printed)
    assert "SPECIMEN" not in document.text
    assert "attached to the journal" not in document.text
