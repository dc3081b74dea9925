import pytest

from osce_analysis.documents.titles import subject_of, without_meeting

SUBJECTS = [
    (
        "JOINT STATEMENT BY THE MINISTERS FOR FOREIGN AFFAIRS OF ARMENIA AND BELARUS ON MEDIA LAW, AT THE "
        "TWENTY-EIGHTH MEETING OF THE OSCE MINISTERIAL COUNCIL",
        None,
        "MEDIA LAW",
    ),
    (
        "STATEMENT BY THE DELEGATION OF AUSTRIA ON BEHALF OF THE EUROPEAN UNION ON MEDIA LAW",
        None,
        "MEDIA LAW",
    ),
    ("Statement by the High Commissioner on National Minorities", None, None),  # "on" of an office
    (
        "STATEMENT BY MS. N. LIND, AMBASSADOR, AT THE 9001st MEETING OF THE PERMANENT COUNCIL",
        "On media law",
        "media law",
    ),
    ("STATEMENT BY NORWAY", "EU Statement on media law", "media law"),
    ("STATEMENT BY NORWAY", None, None),
    ("EU Statement in response to the Head of Mission", None, "the Head of Mission"),
    ("Déclaration de la Suisse sur la liberté des médias", None, "la liberté des médias"),
    ("Erklärung der Schweiz zur Medienfreiheit", None, "Medienfreiheit"),
    ("Declaración de España sobre la libertad de prensa", None, "la libertad de prensa"),
    ("Dichiarazione dell'Italia sulla libertà di stampa", None, "libertà di stampa"),
    ("ЗАЯВЛЕНИЕ ДЕЛЕГАЦИИ В СВЯЗИ С ГОДОВЩИНОЙ", None, "ГОДОВЩИНОЙ"),
    ("DECISION No. 9202 PROTECTION OF MONUMENTS ON FRONTIERS", None, "PROTECTION OF MONUMENTS ON FRONTIERS"),
    ("Media law under threat: UK statement to the OSCE", None, "Media law under threat"),
    ("On media law", None, "media law"),  # the title was lost: its subtitle stands alone
    (
        "Заявление Норвегии на заседании Постоянного совета ОБСЕ о защите памятников",
        None,
        "защите памятников",
    ),
    ("STATEMENT BY NORWAY AT THE SPECIAL MEETING OF THE OSCE PERMANENT COUNCIL", None, None),
    ("ADDRESS OF NORWAY", "ADDRESS OF NORWAY, 08.10.2009", None),  # printed twice
    ("Response to the Report by the Secretary General", None, "the Report by the Secretary General"),
    ("STATEMENT BY NORWAY IN RESPONSE TO THE REPORT ON MEDIA LAW", None, "THE REPORT ON MEDIA LAW"),
    ("Response to Ruritania on the Geneva talks", None, "the Geneva talks"),
    (
        "EU Statement in response to the Representative on Freedom of the Media",
        None,
        "the Representative on Freedom of the Media",
    ),
    ("Remarks at a briefing", "Ambassador N. Lind, Head of Mission", None),  # a speaker is no subject
    (
        "Statement in response to the Address by the Minister delivered by N. Lind",
        None,
        "the Address by the Minister",
    ),
    (
        "Statement by Norway",
        "(Agenda item 2, Security Dialogue on Small Arms)",
        "Security Dialogue on Small Arms",
    ),
    ("Violations of Media Law", None, "Violations of Media Law"),
    ("Statement by the Group of Friends on Safety of Journalists", "In reply to the report", "the report"),
    ("STATEMENT BY CANADA", "Subject: the care of monuments", "the care of monuments"),
    ("Réponse de la France au rapport du Haut-Commissaire", None, "rapport du Haut-Commissaire"),
]


@pytest.mark.parametrize(("title", "subtitle", "subject"), SUBJECTS)
def test_subject(title, subtitle, subject):
    assert subject_of(title, subtitle) == subject


def test_without_meeting_place_and_day():
    title = "Statement on media law at the 9001st meeting of the Permanent Council, Vienna, 3 December 2020"
    assert without_meeting(title) == "Statement on media law"
    assert without_meeting("The mandate until 31 December 2008") == "The mandate until 31 December 2008"
