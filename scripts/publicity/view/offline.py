"""The page about reading without network, which is also what stands in for a page that a phone has not kept."""

from __future__ import annotations

from collections.abc import Iterator

from publicity.project import Project
from publicity.view.generated import Generated

PAGE = "offline/index.md"


def offline_page(project: Project) -> Iterator[Generated]:
    """One page, found by search and from every footer."""
    yield Generated(
        PAGE,
        "没有网也能看",
        "kinds/offline.html",
        PAGE,
        lambda: {"scripts": ["offline.js"]},
        summary="没有网络时怎样看本站：哪些页面已经留在手机上，怎样保存全站，怎样删除。",
    )
