"""Looks of actors: each its own, the same in every chart."""

import pytest

from osce_analysis.charts import colours
from osce_analysis.charts.palette import ACTORS, OKABE_ITO, looks
from osce_analysis.reference import actor_kind


def test_no_two_actors_look_alike_in_colour_or_in_grey():
    assert len({(look.colour, look.marker) for look in map(colours, ACTORS)}) == len(ACTORS)
    assert len({look.marker for look in map(colours, ACTORS[:7])}) == 7
    assert len({look.hatch for look in map(colours, ACTORS[:7])}) == 7


def test_every_actor_listed_is_known():
    assert {actor_kind(code) for code in ACTORS} == {"state", "group"}


def test_sides_that_are_no_actors_take_colours_in_turn():
    assert [look.colour for look in looks(["MC", "PC", "FSC"], actors=False).values()] == list(OKABE_ITO[:3])


@pytest.mark.parametrize("code", ["RUS", "Evelyn Jefferson", "", "Ωmega"])
def test_any_string_has_a_look_that_stays(code):
    assert colours(code) == looks(["EU", code], actors=True)[code]
