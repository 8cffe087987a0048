"""The truth that search is judged by: every page read from end to end, nothing shared with the code under test.

Characters are sorted by what Unicode says they are, traditional forms are OpenCC's: a second opinion on both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from opencc import OpenCC

from publicity.search.document import Source

FIELDS = ("title", "number", "text", "attachment")
QUOTES = "\"'`‘’‚‛“”„‟′″《》〈〉「」『』〝〞〟"
DOTS = "·•‧∙⋅・"
# Simplified Chinese writes these too (乾坤, 拚命); OpenCC decides by the neighbours, a character alone cannot.
BOTH = "乾菸薹拚捱摺吒夥榘袷麴醣麽"
_PHRASE_MARKS = re.compile('["“”„‟＂「」『』〝〞〟]')
_WORD = re.compile(r"""\"([^"]*)"|([^\s"]+)""")
_CJK = "\u2e80"


def _reader_of_traditional() -> Callable[[str], str]:
    simplify = OpenCC("t2s").convert

    @cache
    def form(character: str) -> str:
        """What a character is compared as."""
        plain = unicodedata.normalize("NFKC", character).lower()
        return "".join(_sort(one if one in BOTH else simplify(one)) for one in plain)

    return form


def _sort(character: str) -> str:
    category = unicodedata.category(character)
    if character in QUOTES or category == "Cf" or "\ufe00" <= character <= "\ufe0f":
        return ""
    if character in DOTS:
        return "·"
    if category == "Pd" or character in "~−∼〜":
        return "-"
    by_category = {"Ps": "(", "Pe": ")", "Zs": " ", "Zl": " ", "Zp": " ", "Cc": " "}
    return by_category.get(category, character)


FORM = _reader_of_traditional()


def normalise(text: str) -> str:
    """The text as it is compared; spaces only between letters or digits that are not Chinese."""
    pieces = "".join(map(FORM, text)).split()
    joined = pieces[0] if pieces else ""
    for piece in pieces[1:]:
        joined += (" " if _latin(joined[-1]) and _latin(piece[0]) else "") + piece
    return joined


def _latin(character: str) -> bool:
    return character.isalnum() and character < _CJK


def words_of(query: str) -> list[str]:
    """The words of a query, normalised: what stands in quotes is one; a word of signs only is none."""
    parts = _WORD.findall(_PHRASE_MARKS.sub('"', query))
    found = (normalise(phrase or word) for phrase, word in parts)
    return list(dict.fromkeys(word for word in found if any(map(str.isalnum, word))))


@dataclass(frozen=True)
class _Page:
    """A page, normalised: title, numbers, text and text with attachments; blocks are kept apart by line ends.

    ``weight`` of its kind; ``newest``: sorts the newest first, those without a day last.
    """

    url: str
    weight: int
    newest: int
    fields: tuple[str, str, str, str]


@dataclass(frozen=True)
class Truth:
    """An archive that is searched by reading all of it; ``weights`` as in data/search.yml."""

    pages: Sequence[_Page]
    weights: Mapping[str, int]

    @classmethod
    def of(cls, sources: Iterable[Source], weights: Mapping[str, int]) -> Truth:
        return cls([_page(source) for source in sources], weights)

    def search(self, query: str, sort: Literal["best", "date"] = "best") -> list[str]:
        """Addresses of all pages that match, in the order they must be shown in.

        The best order of several words also depends on whether they stand near each other, which is not told here.
        """
        words = words_of(query)
        if not words:
            return []
        tiers = self._tiers(words)
        found = [page for page in self.pages if all(word in page.fields[-1] for word in words)]
        if sort == "date":
            found.sort(key=lambda page: (page.newest, -page.weight, page.url))
        else:
            found.sort(key=lambda page: (_rank(page, tiers), -page.weight, page.newest, page.url))
        return [page.url for page in found]

    def _tiers(self, words: Sequence[str]) -> list[tuple[int, Sequence[str]]]:
        """(place in ``fields``, words it must hold), the best first."""
        fields = sorted(range(len(FIELDS)), key=lambda field: -self.weights[FIELDS[field]])
        return [(field, words) for field in fields]


def _rank(page: _Page, tiers: Sequence[tuple[int, Sequence[str]]]) -> int:
    return next(rank for rank, (field, words) in enumerate(tiers) if all(word in page.fields[field] for word in words))


def _page(source: Source) -> _Page:
    document = source.load()
    title, numbers = normalise(document.title), _lines(document.numbers)
    text = "\n".join((title, numbers, _lines(document.blocks)))
    attached = _lines(block for one in document.attachments for block in one.blocks)
    newest = -source.day.toordinal() if source.day else 0
    return _Page(source.url, source.weight, newest, (title, numbers, text, f"{text}\n{attached}"))


def _lines(blocks: Iterable[str]) -> str:
    return "\n".join(map(normalise, blocks))
