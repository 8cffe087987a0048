"""What the index knows of a page: what a reader sees on it, and what the results are filtered by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class AttachedText:
    """The text of a file that the page offers; ``url`` from the site's root."""

    url: str
    title: str
    blocks: tuple[str, ...]


@dataclass(frozen=True)
class Document:
    """A page as the reader sees it; no block holds another's text, and no phrase is found across two blocks.

    ``url`` from the site's root (``""`` for the home page); ``numbers``: index and document number; ``kind``,
    ``category``, ``validity`` and ``organ`` as people read them, empty for none.
    """

    url: str
    title: str
    numbers: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    attachments: tuple[AttachedText, ...] = ()
    kind: str = ""
    category: str = ""
    validity: str = ""
    organ: str = ""


@dataclass(frozen=True)
class Source:
    """A document to come: what decides its place in the index, and how to read it when its turn comes.

    ``weight`` of its kind (data/search.yml), 0 for most; ``day`` it is known by, None where it has none.
    """

    url: str
    weight: int
    day: date | None
    load: Callable[[], Document]

    @property
    def standing(self) -> tuple[int, int, str]:
        """Sorts the best first: weight, then the newest, then the address."""
        return (-self.weight, -self.day.toordinal() if self.day else 0, self.url)
