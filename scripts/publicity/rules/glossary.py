"""The terms of the trade that pages use, in plain words: data/glossary.yml."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from publicity.errors import RulesError
from publicity.rules.entries import Entry, load_entries


class Term(Entry):
    """``also`` are other ways to write ``name``; the basis is where the law says what it is."""

    name: str = Field(min_length=2)
    also: tuple[str, ...] = ()
    says: str = Field(min_length=1)

    @property
    def words(self) -> tuple[str, ...]:
        """Every way to write it."""
        return (self.name, *self.also)


def load_glossary(path: Path) -> tuple[Term, ...]:
    """In the order of the file; raises RulesError when two terms claim one word."""
    terms = load_entries(path, "terms", Term)
    words = [word for term in terms for word in term.words]
    if repeated := next((word for word in words if words.count(word) > 1), None):
        raise RulesError(f"data/{path.name} 里的“{repeated}”出现了不止一次，请只留一个")
    return terms
