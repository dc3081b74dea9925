"""Who belonged to a group, by date: sizes that history gives."""

from __future__ import annotations

import pandas as pd
import pytest

from osce_analysis.reference import UnknownActor, group_codes, members, participating


@pytest.mark.parametrize(
    ("group", "on", "size"),
    [
        ("EU", "1958-01-01", 6),
        ("EU", "1975-08-01", 9),
        ("EU", "1990-11-21", 12),
        ("EU", "2003-12-02", 15),
        ("EU", "2004-05-01", 25),
        ("EU", "2006-12-31", 25),
        ("EU", "2007-01-01", 27),
        ("EU", "2013-07-01", 28),
        ("EU", "2020-01-31", 28),
        ("EU", "2020-02-01", 27),
        ("OSCE", "1975-08-01", 35),
        ("OSCE", "1991-01-01", 34),  # Germany one, Albania not yet in
        ("OSCE", "1991-06-19", 35),
        ("OSCE", "2000-11-09", 54),  # Yugoslavia suspended
        ("OSCE", "2000-11-10", 55),
        ("OSCE", "2005-12-06", 55),
        ("OSCE", "2006-06-22", 56),
        ("OSCE", "2012-11-20", 56),
        ("OSCE", "2012-11-21", 57),
        ("OSCE", "2021-12-02", 57),
        ("OSCE", None, 57),
        ("CSTO", "2021-12-02", 6),
        ("GUAM", "2000-01-01", 5),  # GUUAM, with Uzbekistan
        ("GUAM", "2010-01-01", 4),
        ("NB8", "2022-01-01", 8),
        ("NATO", "1999-12-31", 19),
        ("NATO", "2024-12-31", 32),
        ("V4", "2020-01-01", 4),
        ("V4", "1991-12-31", 3),
        ("BENELUX", "2020-01-01", 3),
        ("EAEU", "2016-01-01", 5),
    ],
)
def test_sizes(group, on, size):
    assert len(members(group, on)) == size


def test_the_united_kingdom_left_on_the_first_of_february_2020():
    assert members("EU", "2020-01-31") - members("EU", "2020-02-01") == {"GBR"}


def test_the_six_of_the_seed_are_the_csto():
    assert members("CSTO", "2021-12-02") == {"ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"}


def test_without_a_day_the_lasting_members():
    assert members("EU") == members("EU", "2026-01-01")


@pytest.mark.parametrize("group", ["EU", "the European Union", "Union européenne"])
def test_a_group_goes_by_its_names(group):
    assert len(members(group, pd.Timestamp("2019-05-01"))) == 28


@pytest.mark.parametrize("name", ["France", "Atlantis", "OSCE Group of Friends on Mediation"])
def test_what_has_no_members_says_which_groups_have(name):
    with pytest.raises(UnknownActor, match=f"No members are known of '{name}': the groups are OSCE"):
        members(name)


@pytest.mark.parametrize(
    ("code", "on", "is_in"),
    [
        ("MNG", "2012-11-20", False),
        ("MNG", "2012-11-21", True),
        ("SUN", "1991-12-24", True),
        ("RUS", "1991-12-24", False),
        ("RUS", "1991-12-25", True),
        ("DDR", "1990-10-03", True),
        ("DDR", "1990-10-04", False),
        ("CSK", "1992-12-31", True),
        ("CZE", "1992-12-31", False),
        ("SVK", "1993-01-01", True),
        ("YUG", "1992-07-31", True),  # suspended in July 1992, the day is soft
        ("YUG", "1992-08-01", False),
        ("YUG", "2000-11-10", True),
        ("YUG", "2003-02-04", False),
        ("SCG", "2003-02-04", True),
        ("SRB", "2006-06-03", False),
        ("SRB", "2006-06-04", True),
        ("MNE", "2006-06-21", False),
        ("MNE", "2006-06-22", True),
        ("JPN", "2020-01-01", False),  # a Partner
        ("EU", "2020-01-01", False),  # no State
        ("XYZ", "2020-01-01", False),
    ],
)
def test_participating_states(code, on, is_in):
    assert participating(code, on) is is_in


def test_a_state_and_its_successor_never_sit_together():
    for one, other in [("SUN", "RUS"), ("YUG", "SCG"), ("SCG", "SRB"), ("CSK", "CZE"), ("CSK", "SVK")]:
        for day in pd.date_range("1990-01-01", "2008-01-01", freq="7D"):
            assert not {one, other} <= members("OSCE", day)


def test_groups_are_listed():
    assert {"EU", "CSTO", "CIS", "EAEU", "GUAM", "NATO", "NB8", "V4", "OSCE"} <= set(group_codes())
