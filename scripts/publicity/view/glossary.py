"""名词解释: every term of the glossary on one page."""

from __future__ import annotations

from collections.abc import Iterator

from publicity.project import Project
from publicity.view.generated import Generated

PAGE = "glossary/index.md"
HOME = "guide/index.md"
SUMMARY = "公文和法律里的行话，用白话说一遍，写明出处。"


def glossary_page(project: Project) -> Iterator[Generated]:
    """One page, in the order of the file."""
    data = {"terms": project.rules.glossary}
    yield Generated(PAGE, "名词解释", "kinds/glossary.html", HOME, lambda: data, SUMMARY)
