"""Headers as the pages of missions, ministries and viewers set them, in words of our own."""

from datetime import date

import pytest

from osce_analysis.documents.header import read_header
from osce_analysis.documents.layout import blocks
from osce_analysis.documents.unfolding import unfold

BODY = "\n\nWe welcome the report and thank its author for the work that the whole team has done this year.\n"

PAGES = [
    pytest.param(
        f"Monuments matter: UK statement to the OSCE\n\nAmbassador N. Doe says that monuments are our common good.\n\n"
        f"Thank you, Mr Chair, for this choice.{BODY}",
        {"title": "Monuments matter: UK statement to the OSCE", "subject": "Monuments matter"},
        id="a lead-in that quotes the speaker",
    ),
    pytest.param(
        f"• Statement by N. Doe, Minister of Malta, at the 24th Meeting of the Ministerial Council\n08 December 2018 "
        f"11:42\n\nDelivered by Ambassador N. Roe, 7 December 2018.\n\nMr. Chair,{BODY}",
        {
            "issued": date(2018, 12, 8),
            "delivered": date(2018, 12, 7),
            "title": "Statement by N. Doe, Minister of Malta, at the 24th Meeting of the Ministerial Council",
        },
        id="a page's day and hour",
    ),
    pytest.param(
        f"National statement by Minister N. Doe on monuments\nStatement\n01 December 2022Mr. Chair, dear Minister,\n"
        f"Malta fully agrees.{BODY}",
        {
            "delivered": date(2022, 12, 1),
            "title": "National statement by Minister N. Doe on monuments Statement",
        },
        id="a day glued to the greeting",
    ),
    pytest.param(
        f"Conference for Security and Co-operation in Europe\n\n1996 Lisbon Summit, 2-3 December 1996\n\n1. We, the "
        f"Heads of State, have met.{BODY}",
        {"meeting_body": "SUM", "meeting_number": None, "delivered": date(1996, 12, 2)},
        id="a day is no number of a meeting",
    ),
    pytest.param(
        f"September 26, 2014 - New York City, United States\nCheck Against Delivery\nThis year our monuments "
        f"suffered more than ever before.{BODY}",
        {"delivered": date(2014, 9, 26), "title": None},
        id="a day and a town alone",
    ),
    pytest.param(
        f"Reply on monuments\n\nDesks in the hall (OSCE/N. Doe)\n\nWe note what was said.{BODY}\n\nAs delivered by "
        "Ambassador N. Doe to the Permanent Council, Vienna | May 12, 2016",
        {
            "delivered": date(2016, 5, 12),
            "place": "Vienna",
            "meeting_body": "PC",
            "title": "Reply on monuments",
        },
        id="who delivered, below the text",
    ),
    pytest.param(
        f"Reply on monuments\n\nThe hall, Vienna, March 9, 2016. (USOSCE/N. Doe)\n\nRight of reply on monuments\n\n"
        f"As delivered by N. Doe\nto the Permanent Council, Vienna\nMarch 8, 2018\n\nWe note what was said.{BODY}",
        {"issued": None, "delivered": date(2018, 3, 8)},
        id="a picture's day is no day of the document",
    ),
    pytest.param(
        "The Holy See\n\n20th MEETING OF THE MINISTERIAL COUNCIL\nOF THE ORGANIZATION FOR SECURITY AND CO-OPERATION "
        f"IN EUROPE (OSCE)\n(KYIV, 5-6 DECEMBER 2013)\n\nSTATEMENT OF MSGR. N. DOE\n\nKyiv (Ukraine)\nFriday, 6 "
        f"December 2013\n\n1. The Delegation wishes to thank its hosts for all that they have done for us.{BODY}",
        {
            "issued": None,
            "delivered": date(2013, 12, 6),  # of the two days of the meeting
            "meeting_number": 20,
            "title": "STATEMENT OF MSGR. N. DOE",
        },
        id="the day among those of the meeting",
    ),
    pytest.param(
        f"The following is the address of the Secretary, Msgr. N. Doe, at the 25th Ministerial Council of the OSCE, "
        f"taking place in Milan from 6 to 7 December 2018:\nAddress of Msgr. N. Doe\nMr Chairman,{BODY}",
        {"delivered": date(2018, 12, 6), "meeting_body": "MC", "meeting_number": 25},
        id="a sentence that leads in",
    ),
    pytest.param(
        f"Statement by Ambassador N. Doe in reply to the Minister (9155th Meeting of the Permanent Council)\n\n"
        f"N. Doe 20.07.2017\n\nThank you, Mr. Chair.{BODY}",
        {"delivered": date(2017, 7, 20), "meeting_number": 9155},
        id="a name and a day under the title",
    ),
    pytest.param(
        f"Speech\n\nMonuments matter: UK statement to the OSCE\n\nAmbassador N. Doe thanks Malta for its choice.\n\n"
        f"N. Doe\n\nThank you, Mr Chair, for this choice.{BODY}",
        {"title": "Monuments matter: UK statement to the OSCE"},
        id="a page's kind above the title",
    ),
    pytest.param(
        "Organization for Security and Co-operation in Europe\n\n16 November 1999\n\nForum for Security Co-operation"
        f"\n\nOriginal: ENGLISH\n\n9269th Plenary Meeting\n\nThe participating States of the Organization, in this "
        f"Forum, recall what they agreed on small arms and on their trade.{BODY}",
        {"issued": date(1999, 11, 16), "meeting_body": "FSC", "meeting_number": 9269},
        id="the masthead names whose meeting it is",
    ),
    pytest.param(
        f"EU statement at the forum on monuments\n\n14-15 September 2023, Prague.\n\nThe European Union thanks its "
        f"hosts.{BODY}",
        {"delivered": date(2023, 9, 14), "title": "EU statement at the forum on monuments"},
        id="days and a place with a full stop",
    ),
    pytest.param(
        f"Statement on the Human Dimension Implementation Meeting\n\nDelivered by Ambassador N. Doe at the Permanent "
        f"Council, Vienna, 17 October 2019\n\nChair,{BODY}",
        {"meeting_body": "PC", "delivered": date(2019, 10, 17)},
        id="another meeting in the title",
    ),
    pytest.param(
        f"31.12.2016 • Statement by the Delegation of Malta at the 9126th Meeting of the Permanent Council\n\nIn reply "
        f"let me say that monuments matter to every one of us here.{BODY}",
        {"title": "Statement by the Delegation of Malta at the 9126th Meeting of the Permanent Council"},
        id="a list's day before the title",
    ),
    pytest.param(
        f"MC(17).JOUR/9 Organization for Security and Co-operation in Europe 1 December 2009 Ministerial Council "
        f"Athens 2009 Original: ENGLISH\n\nFIRST DAY OF THE MEETING\n\n1. Date: Tuesday, 1 December 2009{BODY}",
        {"meeting_body": "MC", "meeting_number": 17, "issued": date(2009, 12, 1)},
        id="place and year in the masthead",
    ),
    pytest.param(
        f"A viewer\n\nWas this document useful for you?\n\nPlease rate it now, dear reader of ours.\nPC.DEL/9024/08\n"
        f"4 December 2008\nENGLISH\nOriginal: SPANISH\n\nSTATEMENT BY MS. N. LIND\n\nMr. Chair,{BODY}",
        {"issued": date(2008, 12, 4), "original_language": "es", "title": "STATEMENT BY MS. N. LIND"},
        id="sentences of a viewer above the symbol",
    ),
]


@pytest.mark.parametrize(("text", "fields"), PAGES)
def test_pages(text, fields):
    found = read_header(unfold(blocks(text)))
    assert {name: getattr(found, name) for name in fields} == fields
