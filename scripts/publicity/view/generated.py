"""Pages that no file of docs/ opens, beside the listings: virtual, made anew with every build."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from publicity.project import Project


@dataclass(frozen=True)
class Generated:
    """``home`` is the page whose section it belongs to; ``data`` makes what its template reads, when it is written.

    ``hidden`` pages are for staff: no search engine may list them, and the sitemap leaves them out.
    """

    uri: str
    title: str
    template: str
    home: str
    data: Callable[[], dict[str, Any]]
    summary: str = ""
    modified: str = ""
    hidden: bool = False


Maker = Callable[[Project], Iterator[Generated]]

# Every maker, in one visible tuple; each lives in a module of its own in view/.
MAKERS: tuple[Maker, ...] = ()


def generated_pages(project: Project) -> dict[str, Generated]:
    """By uri. A page of docs/ with the same uri stands before it."""
    return {page.uri: page for make in MAKERS for page in make(project) if page.uri not in project.corpus.by_uri}
