"""Where a page stands: the main navigation, the section's own, and the trail that leads to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypedDict


class NavItem(TypedDict):
    """A section or page of mkdocs.yml's nav; a section's uri is that of its first page."""

    title: str
    uri: str
    children: list[Any]


def trail(nav: Sequence[NavItem], uri: str) -> list[NavItem]:
    """From the top of the navigation down to the page of that uri; empty where the navigation does not have it."""
    for item in nav:
        if not item["children"] and item["uri"] == uri:
            return [item]
        below = trail(item["children"], uri)
        if below:
            return [item, *below]
    return []
