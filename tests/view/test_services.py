"""What menu and footer offer beside the sections."""

from __future__ import annotations

from pathlib import Path

from conftest import TODAY, make_town, power

from publicity.project import open_project
from publicity.view.services import SERVICES
from publicity.view.site import SiteView


def test_every_service_is_a_page_and_is_offered(tmp_path: Path) -> None:
    """In a town that has published a power: none is left out because its address is another."""
    pages = {"enforcement/powers/2026-00001.md": power("2026-00001", "停工", "土地管理法")}
    view = SiteView(open_project(make_town(tmp_path, pages), TODAY))

    offered = [one["uri"] for one in view.site["services"]]

    assert offered == list(SERVICES)
    assert all(one["title"] for one in view.site["services"])
