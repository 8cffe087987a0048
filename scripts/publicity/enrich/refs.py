"""A link to another page, as facts carry it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ref:
    """The page by its uri below docs/."""

    uri: str
    title: str
