"""Names in running text: whole words, longest first, by day and language; offsets hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis import reference
from osce_analysis.reference import mentions


def codes(text, on=None, language=None):
    """The actors mentioned, in order."""
    return [mention.actor for mention in mentions(text, on, language=language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Republic of Belarus, the Kyrgyz Republic and the Russian Federation", "BLR KGZ RUS"),
        ("THE REPUBLIC OF ARMENIA AND THE REPUBLIC\nOF TAJIKISTAN", "ARM TJK"),
        ("Albania, Bosnia and Herzegovina and Montenegro", "ALB BIH MNE"),
        ("BOSNIA and HERZEGOVINA*, Croatia,1 Norway", "BIH HRV NOR"),
        ("the former Yugoslav\nRepublic of Macedonia", "MKD"),
        ("North Macedonia and the Republic of Moldova", "MKD MDA"),
        ("Republic of Korea; United States\xa0of America", "KOR USA"),
        ("the Democratic People's Republic of Korea", "PRK"),
        ("United Kingdom of Great Britain and Northern Ireland", "GBR"),
        ("Ireland and Northern Ireland", "IRL"),
        ("South Georgia, Georgia", "GEO"),
        ("Germany-European Union", "DEU EU"),
        ("Griechenland – Europäische Union", "GRC EU"),
        ("Spain/EU", "ESP EU"),
        ("Guinea-Bissau, Guinea and Papua New Guinea", "GNB GIN PNG"),
        ("Niger and Nigeria", "NER NGA"),
        ("Democratic Republic of the Congo, Congo", "COD COG"),
        ("Germany's and Turkey’s proposals", "DEU TUR"),
        ("l'Ukraine, d’Arménie et la Suisse", "UKR ARM CHE"),
        ("la délégation suisse", ""),  # an adjective that is spelt as the name
        ("la delegazione ucraina e la delegación serbia", ""),  # so are these
        ("russian federation, germany", "RUS DEU"),  # typed without capitals
        ("German, Russian, Belarusian and Georgian delegations", ""),
        ("a roast turkey on fine china", ""),
        ("it lets us, the US, speak", "USA"),
        ("BiH, not bih", "BIH"),
        ("Ministers of the CSTO and NATO", "CSTO NATO"),
        ("Collective Security Treaty Organization", "CSTO"),
        ("министров Республики Армения, Республики Беларусь", "ARM BLR"),
        ("МИНИСТРОВ РОССИЙСКОЙ ФЕДЕРАЦИИ И КЫРГЫЗСКОЙ РЕСПУБЛИКИ", "RUS KGZ"),
        ("с Боснией и Герцеговиной, США и Соединённым Королевством", "BIH USA GBR"),
        ("кроме того, Перу", "PER"),  # того is a word before it is Togo
        ("mit den Niederlanden und dem Vereinigten Königreich", "NLD GBR"),
        ("Bosnia-\nHerzegovina", "BIH"),
        ("Bosnia-Herzgovina, Lichtenstein and South-Kora", "BIH LIE KOR"),  # misprints
        ("Englandia, Franceville, Chadian", ""),  # whole words only
        ("Türkiye, TÜRKİYE, Turkiye", "TUR TUR TUR"),
        ("the European Union and its Member States", "EU"),
        ("Mr. Chairperson, the Chair", ""),  # an office is no name in running text
        ("", ""),
    ],
)
def test_what_a_text_mentions(text, expected):
    assert codes(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        ("Serbia and Montenegro", "2004-12-06", "SCG"),
        ("Serbia and Montenegro", "2001-12-03", "SRB MNE"),
        ("Serbia and Montenegro", "2008-01-10", "SRB MNE"),
        ("Serbia and Montenegro", None, "SRB MNE"),  # twenty years of lists against three
        ("Сербии и Черногории", "2005-01-01", "SCG"),
        ("State Union of Serbia and Montenegro", None, "SCG"),
        ("Yugoslavia and the Soviet Union", "1990-11-21", "YUG SUN"),
        ("Yugoslavia and the Soviet Union", "2021-12-02", ""),
        ("Yugoslavia and the Soviet Union", None, "YUG SUN"),
        ("the former Yugoslav Republic of Macedonia", "2021-12-02", "MKD"),
        ("North Macedonia", "2015-01-01", "MKD"),  # by the shorter name within
    ],
)
def test_mentions_on_a_day(text, on, expected):
    assert codes(text, on) == expected.split()


def test_words_of_another_language_are_names_in_it_alone():
    assert codes("an Island in the sea") == []
    assert codes("Island und Norwegen", language="de") == ["ISL", "NOR"]
    assert codes("an Island in the sea", language="en") == []


def test_a_mention_tells_where_it_stands_and_what_it_is():
    text = "Today the\nEUROPEAN\nUNION and Norway"
    union, norway = mentions(text)
    assert text[union.start : union.end] == union.name == "EUROPEAN\nUNION"
    assert (union.actor, union.kind) == ("EU", "group")
    assert (norway.actor, norway.kind) == ("NOR", "state")


def test_offsets_hold_where_lower_case_is_longer():
    text = "İİİ İstanbul, TÜRKİYE ve Norway"
    assert [text[mention.start : mention.end] for mention in mentions(text)] == ["TÜRKİYE", "Norway"]


def test_every_name_for_running_text_is_found_as_written_and_in_capitals():
    names = reference.table("names")
    for row in names[names["scan"] == "always"].itertuples():
        found = mentions(row.name)
        assert [mention.actor for mention in found] == [row.code], row.name
        if row.case != "exact":
            assert codes(row.name.upper()) == [row.code], row.name


NAMED = reference.table("names")["name"].tolist()
PIECES = st.one_of(
    st.sampled_from(NAMED),
    st.sampled_from([" ", "\n", "\xa0", ", ", " and ", "-", "’s ", "İ", "ß", "\u0301", "*", "1"]),
    st.text(max_size=12),
)


@given(st.lists(PIECES, max_size=12).map("".join), st.sampled_from([None, "1990-01-01", "2005-01-01"]))
def test_spans_return_their_names_and_do_not_overlap(text, on):
    end = 0
    for mention in mentions(text, on):
        assert text[mention.start : mention.end] == mention.name
        assert mention.start >= end
        assert reference.find_actor(mention.name, on) == mention.actor
        end = mention.end


@pytest.mark.parametrize(
    "unit",
    [
        "Republic of ",
        "the former Yugoslav Republic of ",
        "Serbia and ",
        "United Kingdom of Great Britain and ",
        "- ",
    ],
)
def test_time_grows_with_the_text_and_not_faster(unit, timed):
    mentions(unit)
    short, long = unit * 500, unit * 5000
    quick = max(timed(lambda: mentions(short)), 0.001)
    assert timed(lambda: mentions(long)) < 100 * quick  # quadratic would be 100 times and more
    assert timed(lambda: mentions(unit + " " * 200_000 + unit)) < 5
