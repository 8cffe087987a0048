"""The search page: the address that a shared result leads to, and where the form leads without scripts."""

from __future__ import annotations

from collections.abc import Iterator

from publicity.project import Project
from publicity.view.generated import Generated

PAGE = "search/index.md"


def search_page(project: Project) -> Iterator[Generated]:
    """One page; no search engine may list it, since what it shows is other pages."""
    yield Generated(PAGE, "搜索", "kinds/search.html", PAGE, dict, hidden=True)
