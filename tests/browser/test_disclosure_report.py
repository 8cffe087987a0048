"""The page of a yearly disclosure report, on a phone and on a desk, with its widest tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import page as plain_page
from disclosure import report
from playwright.sync_api import Browser, Page
from readers import faults
from whole import make_site, run_cli

PAGES = {
    "index.md": plain_page("欢迎。\n", title="首页", layout="home"),
    "disclosure/index.md": plain_page("这里公开。\n", title="法定主动公开内容", layout="categories"),
    "report/2025-00001.md": report(2024, formed_on="2025-01-08", published_at="2025-01-10 09:00"),
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The built page of the report."""
    folder = tmp_path_factory.mktemp("report-site")
    done = run_cli("build", "-f", make_site(folder, PAGES), "--today", "2026-11-22")
    assert done.returncode == 0, done.stdout + done.stderr
    return Path(folder / "site/report/2025-00001/index.html").as_uri()


@pytest.fixture(params=[(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")], ids=str)
def shown(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page at a width, by day or by night."""
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def test_the_tables_read_well(shown: Page) -> None:
    """The page itself never scrolls sideways, and axe finds nothing."""
    assert shown.viewport_size is not None
    assert shown.evaluate("document.documentElement.scrollWidth") <= shown.viewport_size["width"]
    assert faults(shown) == []


def test_on_a_phone_the_rows_keep_their_names(browser: Browser, address: str) -> None:
    """Scrolled to its end, the table of applications still shows which row a total belongs to."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(address)
    page.evaluate("document.querySelector('.form--applications').parentElement.scrollLeft = 9999")

    row = page.locator(".form--applications tbody tr", has_text="7.属于行政执法案卷")
    name, total = row.locator("th").last.bounding_box(), row.locator("td").last.bounding_box()

    assert name is not None
    assert total is not None
    assert name["x"] >= 0
    assert name["x"] + name["width"] <= total["x"]
    assert total["x"] + total["width"] <= 360
    page.close()
