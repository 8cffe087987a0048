"""The 23 categories of 政府信息公开条例 art. 20 and 21."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from publicity.rules.entries import Entry, load_entries


class Category(Entry):
    """``limit`` says by when, in words, with its basis; ``always``: no township is without it."""

    title: str = Field(min_length=1)
    holds: str = Field(min_length=1)
    limit: str = Field(min_length=1)
    always: bool = False


def load_categories(path: Path) -> Mapping[str, Category]:
    """By id, in the order of the regulation."""
    return {category.id: category for category in load_entries(path, "categories", Category)}
