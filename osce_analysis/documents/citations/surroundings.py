"""A text's surroundings for one citation: the bodies near it, and what was named before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from osce_analysis.documents.citations.folding import Folded
from osce_analysis.documents.citations.mentions import Anaphor, Body, Mention, Title
from osce_analysis.documents.sentences import sentences

_LOOKS_BACK = 5


@dataclass
class Surroundings:
    """A text with what is known about it, and the memory of the pass that resolves its citations."""

    folded: Folded
    mentions: Sequence[Mention]
    body: str | None = None
    on: date | None = None
    resolutions: dict[int, set[str]] = field(default_factory=dict)
    titles: dict[str, list[str]] = field(default_factory=dict)
    last: tuple[str, ...] = ()
    last_of_kind: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def remember(self, kind: str | None, instruments: tuple[str, ...]) -> None:
        """Keep what was just named; nothing, where it could not be told: "ibid." fails after a failure."""
        self.last = instruments
        if kind:
            self.last_of_kind[kind] = instruments

    def remember_title(self, noun: str, instrument: str) -> None:
        """Keep a title that "the Charter", "the Treaty" may stand for."""
        named = self.titles.setdefault(noun, [])
        if instrument not in named:
            named.append(instrument)

    def bodies_near(self, start: int, among: frozenset[str], sentences_back: int = 0) -> frozenset[str]:
        """The bodies of those `among` that the sentence names; where none, those of the sentence before."""
        sentence = max(bisect_right(self._sentence_starts, start) - 1, 0)
        for back in range(sentences_back + 1):
            if sentence < back:
                break
            named = self._bodies_by_sentence.get(sentence - back, frozenset()) & among
            if named:
                return named
        return frozenset()

    def last_referred(self, anaphor: Anaphor) -> tuple[str, ...]:
        """What "that resolution" or "ibid." refers to."""
        return self.last_of_kind.get(anaphor.noun, ()) if anaphor.noun else self.last

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
