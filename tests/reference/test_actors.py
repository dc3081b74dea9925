"""Which actor a name means: six languages, former names by date, misprints, near misses."""

from __future__ import annotations

import pytest

from osce_analysis import reference
from osce_analysis.reference import UnknownActor, actor, actor_kind, actor_name, find_actor

ENGLISH = {
    "Albania": "ALB",
    "Principality of Andorra": "AND",
    "the Republic of Armenia": "ARM",
    "AUSTRIA": "AUT",
    "Republic of Azerbaijan": "AZE",
    "the Republic of Belarus": "BLR",
    "Byelorussia": "BLR",
    "Belgium": "BEL",
    "Bosnia and Herzegovina": "BIH",
    "BOSNIA and HERZEGOVINA": "BIH",
    "Bosnia-Herzegovina": "BIH",
    "Bosnia & Herzegovina": "BIH",
    "BiH": "BIH",
    "Bosnia-Herzgovina": "BIH",  # a misprint of a real list
    "Bulgaria": "BGR",
    "Canada": "CAN",
    "Republic of Croatia": "HRV",
    "Cyprus": "CYP",
    "Czechia": "CZE",
    "the Czech Republic": "CZE",
    "Germany, Federal Republic of": "DEU",
    "Hellenic Republic": "GRC",
    "the Holy See": "VAT",
    "Republic of Iceland": "ISL",
    "Republic of Kazakhstan": "KAZ",
    "the Kyrgyz Republic": "KGZ",
    "Kyrgystan": "KGZ",  # a misprint
    "Lichtenstein": "LIE",  # a misprint in English
    "Luxemburg": "LUX",  # German, and a misprint in English
    "Moldova": "MDA",
    "Republic of Moldova": "MDA",
    "Moldova, Republic of": "MDA",
    "Mongolia": "MNG",
    "Montenegro": "MNE",
    "The Netherlands": "NLD",
    "Kingdom of the Netherlands": "NLD",
    "North Macedonia": "MKD",
    "the former Yugoslav Republic of Macedonia": "MKD",
    "The Former\nYugoslav  Republic of Macedonia": "MKD",
    "Portuguese Republic": "PRT",
    "Republic of Korea": "KOR",
    "South Korea": "KOR",
    "South-Kora": "KOR",  # a misprint of a real list
    "the Russian Federation": "RUS",
    "Russia": "RUS",
    "RUSSIAN FEDERATION": "RUS",
    "San\xa0Marino": "SMR",  # a no-break space
    "Slovak Republic": "SVK",
    "Swiss Confederation": "CHE",
    "the Republic of Tajikistan": "TJK",
    "Turkey": "TUR",
    "Türkiye": "TUR",
    "TÜRKİYE": "TUR",
    "Turkiye": "TUR",
    "the United Kingdom": "GBR",
    "United Kingdom of Great Britain and Northern Ireland": "GBR",
    "UK": "GBR",
    "the United States of America": "USA",
    "Unites States of America": "USA",  # a misprint of a real list
    "US": "USA",
    "U.S.": "USA",
    "Côte d’Ivoire": "CIV",
    "Cote d'Ivoire": "CIV",
    "Democratic People's Republic of Korea": "PRK",
    "Viet Nam": "VNM",
    "State of Palestine": "PSE",
    "Democratic Yemen": "YMD",
    "Soviet Union": "SUN",
    "USSR": "SUN",
    "Czechoslovakia": "CSK",
    "German Democratic Republic": "DDR",
    "Yugoslavia": "YUG",
    "Federal Republic of Yugoslavia": "YUG",
    "Serbia and Montenegro": "SCG",
    "European Union": "EU",
    "the European Union and its Member States": "EU",
    "the 27 EU Member States": "EU",
    "Collective Security Treaty Organization": "CSTO",
    "the Nordic-Baltic countries": "NB8",
    "Organization for Democracy and Economic Development – GUAM": "GUAM",
    "OSCE Parliamentary Assembly": "OSCE-PA",
    "United Nations": "UN",
    "Council of Europe": "COE",
    "Chairperson": "CHAIR",
    "RUS": "RUS",
    "OSCE-PA": "OSCE-PA",
}
RUSSIAN = {
    "Республика Армения": "ARM",
    "Республики Армения": "ARM",
    "Республики Беларусь": "BLR",
    "Республикой Беларусь": "BLR",
    "Белоруссия": "BLR",
    "Республики Казахстан": "KAZ",
    "Кыргызской Республики": "KGZ",
    "Киргизия": "KGZ",
    "Российской Федерации": "RUS",
    "РОССИЙСКОЙ ФЕДЕРАЦИЕЙ": "RUS",
    "Республики Таджикистан": "TJK",
    "Республике Молдова": "MDA",
    "Боснии и Герцеговины": "BIH",
    "Соединённых Штатов Америки": "USA",  # ё
    "Соединенные Штаты": "USA",
    "США": "USA",
    "Соединенного Королевства Великобритании и Северной Ирландии": "GBR",
    "Святого Престола": "VAT",
    "Северной Македонии": "MKD",
    "бывшей югославской Республики Македония": "MKD",
    "Европейского союза": "EU",
    "ОДКБ": "CSTO",
    "Организации Договора о коллективной безопасности": "CSTO",
    "СССР": "SUN",
}
FRENCH = {
    "Allemagne": "DEU",
    "la Fédération de Russie": "RUS",
    "FEDERATION DE RUSSIE": "RUS",  # capitals without accents
    "les États-Unis d'Amérique": "USA",
    "Etats-Unis": "USA",
    "l’ex-République yougoslave de Macédoine": "MKD",
    "Bosnie-Herzégovine": "BIH",
    "Royaume-Uni": "GBR",
    "République tchèque": "CZE",
    "Saint-Siège": "VAT",
    "Moldavie": "MDA",
    "l'Union européenne": "EU",
}
GERMAN = {
    "Österreich": "AUT",
    "die Schweiz": "CHE",
    "den Niederlanden": "NLD",
    "dem Vereinigten Königreich": "GBR",
    "Bosnien und Herzegowina": "BIH",
    "ehemalige jugoslawische Republik Mazedonien": "MKD",
    "Island": "ISL",
    "Moldau": "MDA",
    "Weißrussland": "BLR",
    "Heiliger Stuhl": "VAT",
    "Vereinigte Staaten von Amerika": "USA",
    "Jugoslawien": "YUG",
    "Europäische Union": "EU",
}
SPANISH_ITALIAN = {
    "Bosnia y Herzegovina": "BIH",
    "la ex República Yugoslava de Macedonia": "MKD",
    "Turquía": "TUR",
    "Croacia": "HRV",
    "Federación de Rusia": "RUS",
    "Reino Unido": "GBR",
    "Paesi Bassi": "NLD",
    "Federazione Russa": "RUS",
    "Bosnia-Erzegovina": "BIH",
    "l'ex Repubblica Jugoslava di Macedonia": "MKD",
    "Stati Uniti d'America": "USA",
    "Repubblica Ceca": "CZE",
    "Santa Sede": "VAT",
    "Azerbaigian": "AZE",
    "Kazakistan": "KAZ",
    "Unione europea": "EU",
}
NAMES = ENGLISH | RUSSIAN | FRENCH | GERMAN | SPANISH_ITALIAN


@pytest.mark.parametrize(("name", "code"), NAMES.items())
def test_names_mean_their_actor(name, code):
    assert actor(name) == code


@pytest.mark.parametrize(
    ("name", "on", "code"),
    [
        ("Yugoslavia", "1990-06-01", "YUG"),
        ("Yugoslavia", "2002-06-01", "YUG"),
        ("Yugoslavia", "2003-02-04", None),
        ("FRY", "2002-12-06", "YUG"),
        ("Federal Republic of Yugoslavia", "1980-01-01", None),  # it began in 1992
        ("Serbia and Montenegro", "2003-02-03", None),
        ("Serbia and Montenegro", "2003-02-04", "SCG"),
        ("Serbia and Montenegro", "2006-06-03", "SCG"),
        ("Serbia and Montenegro", "2006-06-04", None),
        ("Soviet Union", "1991-12-24", "SUN"),
        ("Soviet Union", "2021-12-02", None),
        ("Czechoslovakia", "1992-12-31", "CSK"),
        ("Czechoslovakia", "1993-01-01", None),
        ("GDR", "1989-10-01", "DDR"),
        ("GDR", "1995-10-01", None),
        ("the former Yugoslav Republic of Macedonia", "2018-12-06", "MKD"),
        ("the former Yugoslav Republic of Macedonia", "2019-03-14", "MKD"),  # old names live on
        ("North Macedonia", "2019-02-14", "MKD"),
        ("North Macedonia", "2018-12-06", None),  # not yet in use
        ("Turkey", "2023-11-30", "TUR"),
        ("Türkiye", "2018-12-06", "TUR"),  # both always
        ("Germany", "1975-08-01", "DEU"),
        ("European Union", "1990-11-21", "EU"),
    ],
)
def test_names_on_a_day(name, on, code):
    assert find_actor(name, on) == code


@pytest.mark.parametrize(
    "name",
    [
        "Swedish",  # an adjective is no name
        "Russians",
        "us",  # not the abbreviation
        "uk",
        "and",  # not the code AND
        "Northern Ireland",
        "South Georgia",
        "Germany-European Union",  # two names: for a parser to split
        "Atlantis",
        "the",
        "",
        " ",
        "\x00",
    ],
)
def test_what_is_no_name_is_never_guessed(name):
    assert find_actor(name) is None
    with pytest.raises(UnknownActor):
        actor(name)


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("Germny", "Did you mean Germany (DEU)?"),
        ("Kazahkstan", "Did you mean Kazakhstan (KAZ)?"),
        ("Untied Kingdom", "Did you mean United Kingdom (GBR)?"),
        ("uk", "Did you mean UK (GBR)?"),
    ],
)
def test_a_near_miss_is_suggested_not_taken(name, suggestion):
    with pytest.raises(LookupError) as caught:
        actor(name)
    assert str(caught.value) == f"No State, group or organisation is called {name!r}. {suggestion}"


def test_far_from_every_name_nothing_is_suggested():
    with pytest.raises(UnknownActor) as caught:
        actor("qwertzuiop")
    assert str(caught.value) == "No State, group or organisation is called 'qwertzuiop'."


def test_a_name_of_another_time_says_so():
    with pytest.raises(UnknownActor) as caught:
        actor("Soviet Union", on="2021-12-02")
    assert str(caught.value) == "'Soviet Union' names no actor on 2021-12-02; at another time it is SUN."


@pytest.mark.parametrize(
    ("code", "name", "kind"),
    [
        ("RUS", "Russian Federation", "state"),
        ("GBR", "United Kingdom", "state"),
        ("TUR", "Türkiye", "state"),
        ("SUN", "Soviet Union", "state"),
        ("IND", "India", "state"),  # speaks at the United Nations only
        ("EU", "European Union", "group"),
        ("CSTO", "Collective Security Treaty Organization", "group"),
        ("OSCE-PA", "OSCE Parliamentary Assembly", "organisation"),
    ],
)
def test_codes_have_a_name_and_a_kind(code, name, kind):
    assert (actor_name(code), actor_kind(code)) == (name, kind)


def test_an_unknown_code_is_its_own_name_and_has_no_kind():
    assert actor_name("XYZ") == "XYZ"
    with pytest.raises(UnknownActor, match="no actor with the code 'XYZ'"):
        actor_kind("XYZ")


def test_every_name_of_the_table_is_found():
    for row in reference.table("names").itertuples():
        assert find_actor(row.name) == row.code, row.name
