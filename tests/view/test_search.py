"""The search page among the pages that no file of docs/ opens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import lxml.html
from conftest import TODAY, make_town, page
from whole import make_site, run_cli

from publicity.project import open_project
from publicity.view.makers import generated_pages
from publicity.view.search import PAGE, search_page
from publicity.view.site import SiteView


def test_every_town_has_one_that_search_engines_leave_alone(tmp_path: Path) -> None:
    """It shows other pages only."""
    (made,) = search_page(open_project(make_town(tmp_path, {}), TODAY))

    assert (made.uri, made.title, made.hidden, made.data()) == (PAGE, "搜索", True, {})


def test_it_belongs_to_no_section(tmp_path: Path) -> None:
    """No item of the navigation is marked as the present one."""
    view = SiteView(open_project(make_town(tmp_path, {"index.md": page(title="首页")}), TODAY))
    view.set_nav([{"title": "首页", "uri": "index.md", "children": []}])
    here = view.here(PAGE)

    assert (here["title"], here["top"], here["section"], here["trail"]) == ("搜索", "", None, [])


def test_a_page_of_the_town_stands_before_it(tmp_path: Path) -> None:
    """Whoever writes docs/search/index.md has their own."""
    project = open_project(make_town(tmp_path, {"search/index.md": page(title="自己的")}), TODAY)

    assert PAGE not in generated_pages(project)


def test_the_form_of_every_page_tells_whom_to_ask(tmp_path: Path) -> None:
    """Where the search page is, which pages help, and what is known of the office; nothing of what the town has not."""
    pages = {
        "index.md": page(title="首页"),
        "disclosure/index.md": page(title="公开"),
        "guide/index.md": page(title="指南"),
    }
    pages["guide/supervision.md"] = page(title="监督")
    config = make_site(
        tmp_path, pages, contact={"office": "党政办", "phone": "0854-0000000", "email": "a@example.invalid"}
    )

    done = run_cli("build", "-f", config, "--today", TODAY.isoformat())

    assert done.returncode == 0, done.stdout + done.stderr
    (form,) = forms(tmp_path / "site/guide/supervision/index.html")
    assert form.get("action") == "../../search/"
    told = {name: value for name, value in form.attrib.items() if name.startswith("data-")}
    assert told == {
        "data-guide": "../",
        "data-offline": "../../offline/",
        "data-ask": "工作机构名称：党政办；联系电话：0854-0000000",
    }
    (own,) = forms(tmp_path / "site/search/index.html")
    assert own.get("action") == "./"
    assert own.getparent().get("id") == "search"
    (lost,) = forms(tmp_path / "site/404.html")
    assert lost.get("action") == "/qingshi/search/"


def forms(path: Path) -> list[Any]:
    """The search forms of a page that was built."""
    found: list[Any] = lxml.html.parse(path).findall(".//form[@role='search']")
    return found
