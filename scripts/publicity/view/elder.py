"""The page that opens the version for elderly readers: an address to put on paper, which reads so without scripts too."""

from __future__ import annotations

from collections.abc import Iterator

from publicity.project import Project
from publicity.view.generated import Generated

PAGE = "elder/index.md"


def elder_page(project: Project) -> Iterator[Generated]:
    """It shows the whole navigation in two levels, and whom to ask."""
    summary = "字大、好认、能朗读的版本，从这里进去。"
    yield Generated(PAGE, "长辈版", "kinds/elder.html", PAGE, lambda: {"elder": True}, summary=summary)
