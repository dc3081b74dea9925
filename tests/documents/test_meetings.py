import pytest

from osce_analysis.documents.meetings import find_meeting

NAMED = [
    ("AT THE TWENTY-EIGHTH MEETING OF THE OSCE MINISTERIAL COUNCIL", "MC", 28),
    ("Twenty-Sixth Meeting of the Ministerial Council", "MC", 26),
    ("at the XXIX OSCE Ministerial Council", "MC", 29),
    ("XXIV Consiglio Ministeriale dell'OSCE", "MC", 24),
    ("1291st (special) meeting of the Permanent Council", "PC", 1291),
    ("1257th MEETING OF THE\nOSCE PERMANENT COUNCIL", "PC", 1257),
    ("966th plenary meeting of the Forum for Security Co-operation", "FSC", 966),
    ("the 1000th meeting of the FSC", "FSC", 1000),
    ("на 28-м заседании Совета министров ОБСЕ", "MC", 28),
    ("на двадцать восьмой встрече Совета министров ОБСЕ", "MC", 28),
    ("на тридцатом заседании Постоянного совета ОБСЕ", "PC", 30),
    ("на 1149-м заседании Постоянного совета ОБСЕ", "PC", 1149),
    ("auf der 1100. Sitzung des Ständigen Rates der OSZE", "PC", 1100),
    ("lors de la 1150e séance du Conseil permanent", "PC", 1150),
    ("en la 956ª sesión plenaria del Foro de Cooperación en materia de Seguridad", "FSC", 956),
    ("OSCE Permanent Council No. 1266 Vienna", "PC", 1266),
    ("OSCE Permanent Council 1396, Vienna, 27 October 2022", "PC", 1396),  # no "No."
    ("OSCE Forum for Security Co-operation N°1081", "FSC", 1081),
    ("1394 PC meeting", "PC", 1394),  # no ordinal
    ("the one hundred and second meeting of the Permanent Council", "PC", 102),
    ("the two hundredth meeting of the Permanent Council", "PC", 200),
    ("MC(12) Journal No. 2, Agenda item 8", "MC", 12),
    ("PC Journal No. 1126, Agenda item 4", "PC", 1126),
    ("67th Joint Meeting of the Forum for Security Co-operation and the Permanent Council", "FSC-PC", 67),
    ("La vingt-huitième réunion du Conseil ministériel", "MC", 28),
    ("Achtundzwanzigstes Treffen des Ministerrats", "MC", 28),
    ("VIGÉSIMA OCTAVA REUNIÓN DEL CONSEJO MINISTERIAL", "MC", 28),
    ("Ventottesima riunione del Consiglio dei ministri", "MC", 28),
    ("двадцать восьмое заседание Совета министров", "MC", 28),
    ("anlässlich des 17. OSZE-Ministerratstreffens", "MC", 17),
    ("Achtzehnter OSZE-Ministerrat", "MC", 18),  # no "meeting" between
    ("1149-е заседание Постоянного совета", "PC", 1149),
    ("1149. Plenarsitzung des Ständigen Rates", "PC", 1149),
    ("1149ª sesión plenaria del Consejo Permanente", "PC", 1149),
    ("Giornale della 1149a Seduta plenaria del Consiglio permanente", "PC", 1149),
    (
        "1149 a SEDUTA PLENARIA DEL CONSIGLIO PERMANENTE",
        "PC",
        1149,
    ),  # the ordinal's sign stood above the line
    ("SONDERSITZUNG DES STÄNDIGEN RATES (1149. Plenarsitzung)", "PC", 1149),
    (
        "60e SÉANCE COMMUNE DU FORUM POUR LA COOPÉRATION EN MATIÈRE DE SÉCURITÉ ET DU CONSEIL PERMANENT",
        "FSC-PC",
        60,
    ),
    (
        "First Deputy Minister N. Lind at the Ministerial Council",
        "MC",
        None,
    ),  # not every ordinal is a meeting's
    ("на 24-м Совещании министров ОБСЕ", "MC", 24),
    (
        "на совместном заседании Постоянного совета и Форума по сотрудничеству в области безопасности",
        "FSC-PC",
        None,
    ),
    ("Первый заместитель Министра на заседании Совета министров ОБСЕ", "MC", None),
    ("Discours du Premier ministre au Conseil permanent", "PC", None),
    ("Permanent Council, 19 November 2020", "PC", None),  # a day is no number
    ("2019 Ministerial Council", "MC", None),  # nor is a year
    ("Human Dimension Implementation Meeting, Warsaw", "HDIM", None),
]


@pytest.mark.parametrize(("text", "body", "number"), NAMED)
def test_named(text, body, number):
    assert find_meeting(text)[:2] == (body, number)


@pytest.mark.parametrize(
    ("text", "body", "found"),
    [
        ("1296th PLENARY MEETING OF THE COUNCIL", "PC", ("PC", 1296)),
        ("1296th PLENARY MEETING OF THE COUNCIL", None, None),  # which council, nothing says
        ("956ª SESIÓN PLENARIA DEL FORO", "FSC", ("FSC", 956)),
        ("1092nd Plenary Meeting", "PC", ("PC", 1092)),
    ],
)
def test_the_symbol_says_which_council(text, body, found):
    meeting = find_meeting(text, body)
    assert (meeting and meeting[:2]) == found


@pytest.mark.parametrize(
    "text", ["", "the first sentence", "three further States", "Statement on media freedom"]
)
def test_none(text):
    assert find_meeting(text, "PC") is None


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("first", 1),
        ("Twelfth", 12),
        ("nineteenth", 19),
        ("TWENTIETH", 20),
        ("twenty-first", 21),
        ("thirty second", 32),
        ("ninety-ninth", 99),
        ("hundredth", 100),
        ("one hundred and forty-fifth", 145),
        ("nine hundred and sixty-sixth", 966),
    ],
)
def test_english_words(word, number):
    assert find_meeting(f"the {word} meeting of the Permanent Council").number == number
