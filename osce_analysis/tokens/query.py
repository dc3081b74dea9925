"""The syntax of searches: words, phrases, alternatives and wildcards."""

from __future__ import annotations

import re
from dataclasses import dataclass

from osce_analysis.tokens.tokenising import Token, normalised, tokenise, unified

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_PIECE = re.compile(r'["|]|[^\s"|]++')
_SEARCH = re.compile(r'(?:"[^"]*+"|[^\s",;|]++|(?<=\d),(?=\d)|\s*+\|\s*+)++')
_WORD_BRACKETS = re.compile(r"(?<=\w)\([\w*?]{1,6}\)")
_OUTER = ".,;:!…'‘’-–—"


@dataclass(frozen=True)
class Word:
    """One token to be matched; in a wildcard ``*`` is any characters and ``?`` is one."""

    text: str
    wildcard: bool = False


@dataclass(frozen=True)
class Query:
    """A search that was understood: alternatives, each a phrase of one or more words."""

    text: str
    phrases: tuple[tuple[Word, ...], ...]


def parse_query(text: str) -> Query:
    """Read a search.

    Parameters
    ----------
    text : str
        Words side by side are a phrase, with or without double quotes; ``a|b`` is either; ``*`` stands for
        any letters of a word, ``?`` for one; a lone ``*`` in a phrase is any one word.

    Returns
    -------
    Query

    Raises
    ------
    ValueError
        Where it cannot be read; the sentence names the place.

    Examples
    --------
    >>> [[word.text for word in phrase] for phrase in parse_query('"human rights"|freedom*').phrases]
    [['human', 'rights'], ['freedom*']]
    >>> parse_query("terrorism|")
    Traceback (most recent call last):
    ValueError: Nothing stands after | at position 10 of the search 'terrorism|'. Write a word there, or take the | out.
    """
    if not isinstance(text, str):
        raise ValueError(f"A search is text, as in 'terrorism'; this is {text!r}.")
    _check_quotes(text)
    phrases: list[list[Word]] = [[]]
    bars = [-1]
    for piece in _PIECE.finditer(unified(text.translate(_QUOTES))):
        if piece.group() == "|":
            phrases.append([])
            bars.append(piece.start())
        elif piece.group() != '"':
            phrases[-1].extend(_words(piece.group(), piece.start(), text))
    _check_phrases(phrases, bars, text)
    return Query(text, tuple(tuple(phrase) for phrase in phrases))


def split_searches(text: str) -> list[str]:
    """Split what a box holds into searches, at white space, commas and semicolons outside quotes.

    Raises
    ------
    ValueError
        Where a quotation mark has no partner.

    Examples
    --------
    >>> split_searches('terror*, "human rights" freedom | liberty')
    ['terror*', '"human rights"', 'freedom | liberty']
    """
    _check_quotes(text)
    searches = (match.group().strip() for match in _SEARCH.finditer(text.translate(_QUOTES)))
    return [search for search in searches if search]


def _words(piece: str, start: int, text: str) -> list[Word]:
    """The words of a piece between white space, `start` being its place in the query."""
    if "*" in piece or "?" in piece:
        pattern = piece.strip(_OUTER)
        _check_brackets(_WORD_BRACKETS.sub(_blank, pattern), start + piece.index(pattern), text)
        return [Word(normalised(pattern), wildcard=True)]
    tokens = _tokens(piece)
    edges = [0, *(edge for token in tokens for edge in (token.start, token.end)), len(piece)]
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        _check_brackets(piece[left:right], start + left, text)
    return [Word(token.text) for token in tokens]


def _tokens(piece: str) -> list[Token]:
    """The tokens of a piece; a symbol typed in small letters (``mc.dec/3/20``) is one, too."""
    tokens = tokenise(piece)
    if len(tokens) > 1 and piece.isascii():
        symbol = tokenise(piece.upper())
        return symbol if len(symbol) == 1 else tokens
    return tokens


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _check_quotes(text: str) -> None:
    """Refuse a quotation mark without its partner."""
    places = [place for place, mark in enumerate(text.translate(_QUOTES)) if mark == '"']
    if len(places) % 2:
        raise ValueError(
            f"The quotation mark at position {places[-1] + 1} of the search {text!r} is not closed. "
            "Add the second one, or leave both out: words side by side are a phrase."
        )


def _check_brackets(between: str, start: int, text: str) -> None:
    """Refuse brackets outside a document symbol, which a reader would take for grouping."""
    bracket = re.search(r"[()\[\]{}]", between)
    if bracket:
        raise ValueError(
            f"The bracket at position {start + bracket.start() + 1} of the search {text!r} has no meaning: "
            "searches cannot be grouped. Write each alternative in full, as in 'human rights|civil rights'."
        )


def _check_phrases(phrases: list[list[Word]], bars: list[int], text: str) -> None:
    """Refuse an empty search, an empty alternative, and one that every word would match."""
    if not any(phrases):
        raise ValueError(f"The search {text!r} holds no word. Write one, as in 'terrorism' or 'terror*'.")
    for number, phrase in enumerate(phrases):
        if not phrase:
            side, bar = ("after", bars[number]) if number else ("before", bars[1])
            raise ValueError(
                f"Nothing stands {side} | at position {bar + 1} of the search {text!r}. "
                "Write a word there, or take the | out."
            )
        if not any(letter.isalnum() for word in phrase for letter in word.text):
            raise ValueError(
                f"The alternative after position {max(bars[number], 0)} of the search {text!r} would match "
                "every word. Give at least one letter, as in 'terror*'."
            )
