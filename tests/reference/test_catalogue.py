"""The catalogue of instruments: all there, each of one kind, near misses suggested."""

from __future__ import annotations

import re

import pytest

from osce_analysis.corpus.schema import CITATION_KINDS
from osce_analysis.reference import UnknownInstrument, instrument, instrument_title, instruments


def test_the_catalogue_is_whole():
    ids = [one.instrument for one in instruments()]
    assert len(ids) == len(set(ids)) == 404


@pytest.mark.parametrize(
    ("id", "kind", "year"),
    [
        ("HFA-1975", "document", "1975"),
        ("PARIS-1990", "charter", "1990"),
        ("UN-CHARTER", "charter", "1945"),
        ("MC.DEC/3/04", "decision", "2004"),
        ("MC(9).DEC/6", "decision", "2001"),
        ("PC.DEC/1202", "decision", "2016"),
        ("FSC.DEC/2/10", "decision", "2010"),
        ("VD-2011", "document", "2011"),
        ("S/RES/1373", "resolution", "2001"),
        ("A/RES/60/288", "resolution", "2006"),
        ("A/RES/217(III)A", "resolution", "1948"),
        ("S/2017/375", "document", "2017"),
        ("CETS/157", "treaty", "1995"),
        ("ICCPR-1966", "treaty", "1966"),
        ("MECH-MOSCOW", "other", "1991"),
    ],
)
def test_instruments_have_a_kind_and_a_date(id, kind, year):
    assert (instrument(id).kind, instrument(id).date[:4]) == (kind, year)


def test_every_row_is_of_a_known_kind_with_a_title_a_source_and_a_date_that_may_be_partial():
    for one in instruments():
        assert one.kind in CITATION_KINDS
        assert one.title
        assert one.source
        assert one.verified in {"seen", "partial", "memory"}
        assert re.fullmatch(r"\d{4}(-\d\d){0,2}", one.date), one.instrument


def test_the_instruments_of_the_seed_are_there():
    assert None not in map(
        instrument_title,
        ["UN-CHARTER", "A/RES/60/288", "MC.DEC/3/04", "MC.DEC/7/06", "MC.DEC/5/07", "S/2017/375"],
    )


@pytest.mark.parametrize(
    ("id", "sentence"),
    [
        ("MC.DEC/3/4", "The catalogue has no instrument 'MC.DEC/3/4'. Did you mean MC.DEC/3/04?"),
        ("vd-2011", "The catalogue has no instrument 'vd-2011'. Did you mean VD-2011?"),
        ("qwertzuiop", "The catalogue has no instrument 'qwertzuiop'."),
        ("", "The catalogue has no instrument ''."),
    ],
)
def test_an_unknown_id_is_never_taken_for_another(id, sentence):
    assert instrument_title(id) is None
    with pytest.raises(UnknownInstrument) as caught:
        instrument(id)
    assert str(caught.value) == sentence
