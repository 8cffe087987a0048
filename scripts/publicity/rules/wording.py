"""Words that are wrong, phrases that are fixed, and characters that are right though rare."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from pydantic import Field, field_validator, model_validator

from publicity.rules.entries import Entry, load_entries


class Correction(Entry):
    """Something with a right form. ``serious``: 严重表述错误, which blocks once the entry is verified."""

    serious: bool = False

    @property
    def blocks(self) -> bool:
        return self.serious and self.verified


class Pairs(Correction):
    """Wrong words with the right ones; inside a longer word of ``unless`` the same characters are right."""

    pairs: Mapping[str, str] = Field(min_length=1)
    unless: tuple[str, ...] = ()

    @field_validator("unless", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return _words(value)

    @model_validator(mode="after")
    def _each_exception_guards_a_word(self) -> Pairs:
        for wrong, right in self.pairs.items():
            if len(wrong) < 2 or wrong == right:
                raise ValueError(f"“{wrong}”要有两个字以上，并且与改法“{right}”不同")
        if idle := next((one for one in self.unless if not any(wrong in one for wrong in self.pairs)), None):
            raise ValueError(f"unless 里的“{idle}”不含任何一个错词")
        return self


class Name(Correction):
    """A long name of which a form with one character wrong, lost, added or swapped is a slip."""

    name: str = Field(min_length=7)


class Order(Correction):
    """Words that belong together in this order, with at most ``gap`` characters between two of them."""

    parts: tuple[str, ...] = Field(min_length=3)
    mistaken: tuple[str, ...] = ()
    gap: int = Field(1, ge=0, le=20)

    @property
    def right(self) -> str:
        return ("、" if self.gap else "").join(self.parts)

    @cached_property
    def token(self) -> re.Pattern[str]:
        return re.compile(one_of((*self.parts, *self.mistaken)))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """As many of the words, in any order, as the phrase has."""
        token, rest = self.token.pattern, len(self.parts) - 1
        return re.compile(rf"{token}(?:[^。；\n]{{0,{self.gap}}}?{token}){{{rest}}}")


class Characters(Entry):
    """Characters outside GB 2312 level 1 that are right: anywhere (``characters``), or within ``words``."""

    characters: str = ""
    words: tuple[str, ...] = ()

    @field_validator("words", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return _words(value)

    @field_validator("words")
    @classmethod
    def _are_words(cls, words: tuple[str, ...]) -> tuple[str, ...]:
        if single := next((word for word in words if len(word) < 2), None):
            raise ValueError(f"words 里的“{single}”只有一个字，请写到 characters 里")
        return words


class Repeats(Entry):
    """Words in which the same characters rightly come twice running."""

    words: tuple[str, ...] = Field(min_length=1)

    @field_validator("words", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return _words(value)


class Rates(Entry):
    """Rates that never exceed one hundred per cent."""

    rates: tuple[str, ...] = Field(min_length=1)


class Vocabulary:
    """Many words of two characters or more, to be found in a text at one pass."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words: dict[str, list[str]] = defaultdict(list)
        for word in sorted(words, key=len, reverse=True):
            self._words[word[:2]].append(word)
        self._pairs = frozenset((word[0], word[1]) for word in self._words)
        self._longest = max(len(word) for words in self._words.values() for word in words)

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Where a word begins, and the longest one that does."""
        # Which pairs of characters the text has at all turns nearly every word away before it is looked for.
        present = self._pairs.intersection(pairwise(text))
        words = (word for first, second in present for word in self._words[first + second])
        starts = "|".join(sorted({re.escape(word[:2]) for word in words if word in text}))
        for found in re.finditer(f"(?={starts})", text) if starts else ():
            if word := self._at(text, found.start()):
                yield found.start(), word

    def covers(self, text: str, start: int, end: int) -> bool:
        """Whether what stands there is part of one of the words."""
        places = range(max(0, end - self._longest), start + 1)
        return any(place + len(self._at(text, place)) >= end for place in places)

    def _at(self, text: str, place: int) -> str:
        words = self._words.get(text[place : place + 2], ())
        return next((word for word in words if text.startswith(word, place)), "")


@dataclass(frozen=True)
class Wording:
    pairs: tuple[Pairs, ...]
    names: tuple[Name, ...]
    orders: tuple[Order, ...]
    characters: tuple[Characters, ...]
    repeats: tuple[Repeats, ...]
    rates: tuple[Rates, ...]

    @cached_property
    def corrections(self) -> Mapping[str, tuple[str, Pairs]]:
        """By wrong word: the right one, and the entry that says so."""
        return {wrong: (right, entry) for entry in self.pairs for wrong, right in entry.pairs.items()}

    @cached_property
    def wrong_words(self) -> Vocabulary:
        return Vocabulary(self.corrections)

    @cached_property
    def right_words(self) -> Vocabulary:
        """Longer words in which a wrong word, a rare character or a repeat is right."""
        return Vocabulary(
            [
                *(word for entry in self.pairs for word in entry.unless),
                *(word for rare in self.characters for word in rare.words),
                *(word for repeat in self.repeats for word in repeat.words),
            ]
        )

    @cached_property
    def known_characters(self) -> str:
        return "".join(entry.characters for entry in self.characters)

    @cached_property
    def rates_pattern(self) -> re.Pattern[str]:
        """A bounded rate and the percentage that follows it."""
        names = one_of(rate for entry in self.rates for rate in entry.rates)
        return re.compile(rf"{names}[均都达到为是约近已在：:的]{{0,4}}([-−－]?[0-9]{{1,6}}(?:\.[0-9]{{1,4}})?)[%％]")


def _words(value: object) -> object:
    """Long lists of words are written as one text with spaces."""
    return tuple(value.split()) if isinstance(value, str) else value


def load_wording(path: Path) -> Wording:
    """Raises RulesError naming the file and the entry."""
    return Wording(
        pairs=load_entries(path, "pairs", Pairs),
        names=load_entries(path, "names", Name),
        orders=load_entries(path, "orders", Order),
        characters=load_entries(path, "characters", Characters),
        repeats=load_entries(path, "repeats", Repeats),
        rates=load_entries(path, "rates", Rates),
    )


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of a few words, the longest first."""
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"
