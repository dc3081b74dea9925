"""A text's surroundings for one citation: the bodies near it, and what was named before it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from osce_analysis.documents.citations.folding import Folded
from osce_analysis.documents.citations.mentions import Anaphor, Body, Mention, Title
from osce_analysis.documents.sentences import sentences

_LOOKS_BACK = 5
_MENTIONS_BACK = 12
_UNITED_NATIONS = re.compile(
    r"(?<!\w)(?:united nations|nations unies|vereinte[nr]? nationen|naciones unidas|nazioni unite"
    r"|объединенны[хе] нации|un|оон|onu)(?!\w)"
)
_FAR, _NEAR = 600, 120
_IBID_REACH, _STEM = 120, 5


@dataclass
class Surroundings:
    """A text with what is known about it, and the memory of the pass that resolves its citations."""

    folded: Folded
    mentions: Sequence[Mention]
    body: str | None = None
    on: date | None = None
    resolutions: dict[int, set[str]] = field(default_factory=dict)
    titles: dict[str, list[str]] = field(default_factory=dict)
    last: dict[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)

    def remember(self, kind: str | None, instruments: tuple[str, ...], end: int) -> None:
        """Keep what was just named, and where; nothing, where it could not be told: "ibid." fails after a failure."""
        self.last[""] = end, instruments
        if kind:
            self.last[kind] = end, instruments

    def remember_title(self, noun: str, instrument: str) -> None:
        """Keep a title that "the Charter", "the Treaty" may stand for."""
        named = self.titles.setdefault(noun, [])
        if instrument not in named:
            named.append(instrument)

    def bodies_near(
        self, start: int, among: frozenset[str], sentences_back: int = 0, *, before: bool = False
    ) -> frozenset[str]:
        """The bodies of those `among` that the sentence names; where none, those of the sentence before.

        With `before`, those alone that the sentence names before the place.
        """
        sentence = self._sentence(start)
        if before:
            first = self._sentence_starts[sentence] if self._sentence_starts else 0
            here = bisect_left(self._starts, start)
            places = range(max(bisect_left(self._starts, first), here - _MENTIONS_BACK), here)
            named_before = (self.mentions[place] for place in places)
            return frozenset(one.body for one in named_before if isinstance(one, Body)) & among
        for back in range(sentences_back + 1):
            if sentence < back:
                break
            named = self._bodies_by_sentence.get(sentence - back, frozenset()) & among
            if named:
                return named
        return frozenset()

    def _sentence(self, start: int) -> int:
        """The sentence that holds a place."""
        return max(bisect_right(self._sentence_starts, start) - 1, 0)

    def only_charter_is(self, anaphor: Anaphor, instrument: str) -> bool:
        """Whether a short form is the first to name what no other title of its kind in the text can be."""
        named = self._titles_of.get(anaphor.noun, frozenset())
        return (
            not self.titles.get(anaphor.noun) and named <= {instrument} and not self._unknown_since(anaphor)
        )

    def united_nations_near(self, start: int) -> bool:
        """Whether the sentence, or one of the two before it, names the United Nations."""
        first = self._sentence_starts[max(self._sentence(start) - 2, 0)] if self._sentence_starts else 0
        return _UNITED_NATIONS.search(self.folded.text, max(first, start - _FAR), start + _NEAR) is not None

    @cached_property
    def _titles_of(self) -> dict[str, frozenset[str]]:
        """The instruments that titles of each kind name anywhere in the text."""
        found: dict[str, set[str]] = {}
        for mention in self.mentions:
            if isinstance(mention, Title) and mention.noun:
                found.setdefault(mention.noun, set()).update(mention.instruments)
        return {noun: frozenset(named) for noun, named in found.items()}

    def last_referred(self, anaphor: Anaphor) -> tuple[str, ...]:
        """What "that resolution" or "ibid." refers to.

        Nothing where another resolution was named since without its number, or where a footnote's "Ibid." is
        far from what the text names.
        """
        end, instruments = self.last.get(anaphor.noun, (0, ()))
        if not anaphor.noun:
            return instruments if anaphor.start - end <= _IBID_REACH else ()
        noun = self.folded.text[anaphor.start : anaphor.end].rsplit(" ", 1)[-1][:_STEM]
        return (
            ()
            if self.folded.text.find(noun, max(end, anaphor.start - _FAR), anaphor.start) >= 0
            else instruments
        )

    def named_as(self, anaphor: Anaphor) -> tuple[str, ...]:
        """The titles that "the Charter" may stand for; none where an unknown one was named since."""
        return () if self._unknown_since(anaphor) else tuple(self.titles.get(anaphor.noun, ()))

    def _unknown_since(self, anaphor: Anaphor) -> bool:
        """Whether the noun last stood, with a capital, in a title that is not known ("the OAU Charter")."""
        text, at = self.folded.text, anaphor.start
        noun = text[anaphor.start : anaphor.end].rsplit(" ", 1)[-1]
        for _ in range(_LOOKS_BACK):
            at = text.rfind(noun, 0, at)
            if at < 0:
                return False
            if self.folded.capital(at):
                return not self._is_known(at)
        return False

    def _is_known(self, at: int) -> bool:
        """Whether a title or a short form that was found covers the place."""
        found = bisect_right(self._starts, at) - 1
        mention = self.mentions[found] if found >= 0 else None
        return isinstance(mention, Title | Anaphor) and at < mention.end

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The text's sentences, with folded offsets."""
        return sentences(self.folded.kept)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def _bodies_by_sentence(self) -> dict[int, frozenset[str]]:
        """The bodies that each sentence names."""
        found: dict[int, set[str]] = {}
        for mention in self.mentions:
            if isinstance(mention, Body):
                sentence = max(bisect_right(self._sentence_starts, mention.start) - 1, 0)
                found.setdefault(sentence, set()).add(mention.body)
        return {sentence: frozenset(bodies) for sentence, bodies in found.items()}
