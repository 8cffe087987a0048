"""The markup that may reach a reader: a short allow list, for the text of pages and for drawings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import Field

from publicity.rules.entries import Entry, load_entries

EVERY = "*"


class AllowedMarkup(Entry):
    """Elements, the attributes they may carry, and the attributes that may only have one of some values."""

    elements: tuple[str, ...] = Field(min_length=1)
    attributes: tuple[str, ...] = ()
    values: Mapping[str, tuple[str, ...]] = {}


@dataclass(frozen=True)
class Markup:
    """``attributes`` are pairs of tag and name, ``*`` for every tag; ``values`` name also the only values allowed.

    In a drawing any element may carry any attribute. ``entries`` are what all of it was read from, in the file's order.
    """

    tags: frozenset[str]
    attributes: frozenset[tuple[str, str]]
    values: frozenset[tuple[str, str, str]]
    schemes: frozenset[str]
    svg_elements: frozenset[str]
    svg_attributes: frozenset[str]
    entries: tuple[Entry, ...] = field(hash=False)

    def values_of(self, tag: str, name: str) -> frozenset[str]:
        """The only values the attribute may have; empty where its values are not listed."""
        return frozenset(value for one, attribute, value in self.values if (one, attribute) == (tag, name))


def load_markup(path: Path) -> Markup:
    """Raises RulesError naming the entry."""
    allowed, svg = load_entries(path, "tags", AllowedMarkup), load_entries(path, "svg", AllowedMarkup)
    schemes = load_entries(path, "schemes", Entry)
    tags = [(tag, entry) for entry in allowed for tag in entry.elements]
    return Markup(
        tags=frozenset(tag for tag, _ in tags) - {EVERY},
        attributes=frozenset((tag, name) for tag, entry in tags for name in entry.attributes),
        values=frozenset(
            (tag, name, value) for tag, entry in tags for name, listed in entry.values.items() for value in listed
        ),
        schemes=frozenset(entry.id for entry in schemes),
        svg_elements=frozenset(name for entry in svg for name in entry.elements),
        svg_attributes=frozenset(name for entry in svg for name in entry.attributes),
        entries=(*allowed, *schemes, *svg),
    )
