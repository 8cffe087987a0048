"""The page that fills an application for government information in the reader's browser, and shows it blank without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from publicity.outputs.application_docx import URI
from publicity.outputs.application_form import BASIS, GROUPS, SIGNED, TITLE, addressee, how
from publicity.project import Project
from publicity.view.generated import Generated

PAGE = "guide/apply/form.md"
HOME = "guide/apply.md"
SUMMARY = "在网页上填政府信息公开申请书，打印或者抄下来交给工作机构。填的内容不会从网上发出去。"


def application_page(project: Project) -> Iterator[Generated]:
    """One page, in the section of the guide to applications."""
    yield Generated(PAGE, "填政府信息公开申请书", "kinds/application.html", HOME, lambda: _data(project), SUMMARY)


def _data(project: Project) -> dict[str, Any]:
    contact = project.settings.town.contact
    return {
        "scripts": ["application.js"],
        "form": {
            "title": TITLE,
            "to": addressee(project.settings.town),
            "basis": BASIS,
            "groups": GROUPS,
            "how": how(),
            "signed": SIGNED,
            "word": URI,
            "address_known": bool(contact.office and contact.address),
        },
    }
