import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis.documents.symbols import BODIES, SERIES, Symbol, find_symbols, parse_symbol

CANONICAL = [
    ("MC.DEL/9039/21", "MC.DEL/9039/21"),
    ("MC(9).DEC/6", "MC(9).DEC/6"),  # before 2003: the meeting, no year
    ("MC(27).JOUR", "MC(27).JOUR"),  # a meeting and no number
    ("MC(16).JOUR/2/Corr.1", "MC(16).JOUR/2"),
    ("PC.DEC/1202", "PC.DEC/1202"),
    ("PC.DEC/1202/17", "PC.DEC/1202"),  # counts on from year to year: the year is none of the symbol's
    ("FSC.DEC/2/10", "FSC.DEC/2/10"),
    ("FSC.JOUR/972", "FSC.JOUR/972"),
    ("PC.DEL/1819/20/Rev.2", "PC.DEL/1819/20"),
    ("FSC.DEL/25/21/Add.1", "FSC.DEL/25/21/Add.1"),  # a document of its own
    ("FSC.DEL/25/21/Add.1/Rev.1", "FSC.DEL/25/21/Add.1"),
    ("SUM.DOC/1/10/Corr.1*", "SUM.DOC/1/10"),  # a footnote's asterisk glued on
    ("HDIM.ODIHR/0181/11", "HDIM.ODIHR/0181/11"),  # padded, as printed
    ("PC.SHDM.NGO/4/17", "PC.SHDM.NGO/4/17"),
    ("PC.FR/3/00", "PC.FR/3/00"),
    ("FSC-PC.DEL/3/19", "FSC-PC.DEL/3/19"),
    ("EEF.DEL/1/16", "EEF.DEL/1/16"),
    ("CIO.GAL/226/20 OSCE+", "CIO.GAL/226/20"),
    ("PC.DEL 978/20", "PC.DEL/978/20"),  # a space for the first slash
    ("MC.D EC/9/09", "MC.DEC/9/09"),  # a space within the series
    ("MC.DEC/ 11/05", "MC.DEC/11/05"),
    ("PC.\nDEC/638", "PC.DEC/638"),  # broken by a line's end
    ("MC.DEC/3/2004", "MC.DEC/3/04"),
    ("PC.DEL/1/99", "PC.DEL/1/99"),
]
NONE = [
    "MC23EW79",  # job numbers
    "PCOEJ1296",
    "FSCSJ962",
    "S/2017/375",
    "PC.DEL",  # a series
    "PC.DEL 12 December",  # a date after a series
    "170907_2",
    "MC.DEL/39/21 and more",
    "",
]


@pytest.mark.parametrize(("printed", "canonical"), CANONICAL)
def test_canonical(printed, canonical):
    assert parse_symbol(printed).canonical == canonical


@pytest.mark.parametrize("text", NONE)
def test_no_symbol(text):
    assert parse_symbol(text) is None


@pytest.mark.parametrize(
    ("digits", "year"), [("00", 2000), ("96", 1996), ("99", 1999), ("73", 1973), ("72", 2072), ("21", 2021)]
)
def test_two_digit_years(digits, year):
    assert parse_symbol(f"PC.DEL/5/{digits}").year == year


def test_fields():
    symbol = parse_symbol("HDIM.ODIHR/0181/11/Rev.1/Corr.2 OSCE+")
    assert (symbol.body, symbol.series, symbol.number, symbol.year) == ("HDIM", "ODIHR", 181, 2011)
    assert symbol.version == "Rev.1/Corr.2"
    assert symbol.distribution == "OSCE+"
    assert parse_symbol("MC(10).DEC/1").meeting == 10
    assert parse_symbol("PC.DEL/73/20").version is None


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("see MC.DEC/3/04, MC.DEC/7/06 and PC.DEC/1202.", ["MC.DEC/3/04", "MC.DEC/7/06", "PC.DEC/1202"]),
        ("content of this document PC.DEL/9073/20 and circulates", ["PC.DEL/9073/20"]),
        ("(PC.DEL/9784/20 OSCE+), Switzerland (PC.DEL/9780/20)", ["PC.DEL/9784/20 OSCE+", "PC.DEL/9780/20"]),
        ("PCOEJ1296 - 2 - PC.JOUR/1296", ["PC.JOUR/1296"]),
        ("the PC.DEL series of http://x.org/MC.DEC/3/04", []),  # within an address
        ("MC.DEC/3/04/Rev.1 stands", ["MC.DEC/3/04/Rev.1"]),
    ],
)
def test_find(text, surfaces):
    assert [text[start:end] for start, end, _ in find_symbols(text)] == surfaces


symbols = st.builds(
    Symbol,
    body=st.sampled_from(BODIES),
    series=st.sampled_from(SERIES),
    digits=st.integers(1, 9999).map(str),
    year=st.none() | st.integers(1973, 2072),
    meeting=st.none() | st.integers(1, 40),
    addendum=st.none() | st.integers(1, 20),
)


@given(symbols)
def test_canonical_comes_back(symbol):
    parsed = parse_symbol(symbol.canonical)
    assert parsed.canonical == symbol.canonical
    assert (parsed.body, parsed.series, parsed.number) == (symbol.body, symbol.series, symbol.number)


@given(st.text() | st.text("MCPC.DEL/0123() Rev.\n*", max_size=60))
def test_never_raises(text):
    parsed = parse_symbol(text)
    assert parsed is None or parse_symbol(parsed.canonical).canonical == parsed.canonical
    for start, end, symbol in find_symbols(text):
        assert 0 <= start < end <= len(text)
        assert text[start:end].startswith(symbol.body)
