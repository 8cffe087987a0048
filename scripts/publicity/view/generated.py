"""A page that no file of docs/ opens and no listing is. Makers are in modules of their own and are listed in ``makers``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from publicity.project import Project


@dataclass(frozen=True)
class Generated:
    """``home`` is the page whose section it belongs to; ``data`` makes what its template reads, when it is written.

    ``hidden`` pages are for staff, or show other pages only: no search engine may list them, nor does the sitemap.
    """

    uri: str
    title: str
    template: str
    home: str
    data: Callable[[], dict[str, Any]]
    summary: str = ""
    modified: str = ""
    hidden: bool = False


def staff_page(
    project: Project, uri: str, title: str, template: str, data: Callable[[Project], dict[str, Any]]
) -> Iterator[Generated]:
    """A hidden page that changes every day, where the town wants pages for its staff in the site."""
    if project.settings.town.staff_pages:
        today = project.today.isoformat()
        yield Generated(uri, title, template, "index.md", lambda: data(project), modified=today, hidden=True)
