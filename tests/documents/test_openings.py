from datetime import date

import pytest

from osce_analysis.documents.openings import opens_body, read_dateline

MORE = "the Chair said today that the many monuments of the region are in want of care"


@pytest.mark.parametrize(
    ("line", "release"),
    [
        (f"VIENNA, 3 December 2021 – {MORE}", ("VIENNA", date(2021, 12, 3))),
        (f"Łódź, 01.12.2022 - {MORE}", ("Łódź", date(2022, 12, 1))),
        (f"VIENNA – {MORE}", ("VIENNA", None)),
        (f"Prague, 6-8 September 2017 - {MORE}", ("Prague", date(2017, 9, 6))),
        (f"Wien (XYZ) - {MORE}", ("Wien", None)),  # an agency tells it
        (f"ВЕНА, 4 декабря. /АБВ/. {MORE}", ("ВЕНА", None)),  # no year, no dash
        (f"Malta (Annex 1). {MORE}", None),
        (f"Malta (annex). {MORE}", None),
        ("Vienna, 07.12.2017 – Statement by the Minister", None),  # a title
        (f"OSCE – {MORE}", None),  # no place
        (f"Vienna – {MORE}", None),  # neither capitals nor a day
        (f"Vienna, at last – {MORE}", None),
    ],
)
def test_datelines(line, release):
    assert read_dateline(line) == release


@pytest.mark.parametrize(
    ("line", "titled", "opens"),
    [
        ("I am speaking on behalf of the following countries:", False, True),
        ("The following countries:", False, False),
        ("We commend what was done " + "for monuments of every kind " * 8 + "in the region.", False, True),
        ("We must act", True, False),
        ("Secretary General, Mr. Chair, dear colleagues,", False, True),
        ("Secretary General, Conference on Bridges", False, False),
        ("Г-н Председатель,", False, True),
        ("Г-н Сергей Сидоров, Постоянный представитель", False, False),
        ("Whereas on 3 May 1921 the Conference of Ruritania agreed to the mandate; and", False, True),
        ("Форум по сотрудничеству в области безопасности (ФСОБ),", False, True),  # a preamble
        ("Форум по сотрудничеству в области безопасности", False, False),  # a masthead
        ("Question: what of the bridges", True, True),
    ],
)
def test_the_first_person_opens_a_body(line, titled, opens):
    assert opens_body(line, titled=titled) is opens
