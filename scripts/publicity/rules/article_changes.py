"""Articles that a revision moved: data/article_changes.yml."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pydantic import Field

from publicity.rules.entries import Entry, load_entries


class ArticleChange(Entry):
    """What article ``old`` said stands in article ``new`` from ``changed_on``.

    ``words`` belong to what the old article said, and not to what now has its number: a text that cites the old number
    with one of them is likely to mean the old text.
    """

    statute: str = Field(min_length=1)
    changed_on: date
    old: int = Field(ge=1)
    new: int = Field(ge=1)
    about: str = Field(min_length=1)
    words: tuple[str, ...] = Field(min_length=1)


def load_article_changes(path: Path) -> tuple[ArticleChange, ...]:
    """In the order of the file."""
    return load_entries(path, "changes", ArticleChange)
