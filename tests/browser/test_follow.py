"""A reader at the page of feeds and calendar: whole addresses can be read and taken, on the narrowest screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser.conftest import SUB_PATH, served
from conftest import page as plain_page
from conftest import record
from places import ADDRESS, place
from playwright.sync_api import Browser
from readers import faults, reading
from whole import make_site, run_cli

PAGES = {
    "index.md": plain_page(title="首页", layout="home"),
    "disclosure/index.md": plain_page(title="主动公开", layout="categories"),
    "disclosure/2026/2026-00001.md": record(),
}


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A placed site, served here."""
    folder = tmp_path_factory.mktemp("follow")
    done = run_cli("build", "-f", place(make_site(folder, PAGES)), "--site-dir", folder / "portal" / SUB_PATH)
    assert done.returncode == 0, done.stdout + done.stderr
    with served(folder / "portal") as address:
        yield f"{address}follow/"


@pytest.mark.parametrize(("width", "text"), [(360, 16), (320, 30), (1280, 16)])
def test_the_page_fits_any_screen(browser: Browser, where: str, width: int, text: int) -> None:
    """An address breaks rather than widens the page, also at 400 % zoom and in large text; axe finds nothing."""
    with reading(browser, width=width) as page:
        page.goto(where)
        page.evaluate(f"document.documentElement.style.fontSize = '{text * 125 // 100}px'")

        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("code", has_text=f"{ADDRESS}feeds/disclosure.atom").is_visible()
        assert faults(page) == []


def test_one_press_takes_the_whole_address(browser: Browser, where: str) -> None:
    """What is selected is the address and nothing else."""
    with reading(browser, width=360) as page:
        page.goto(where)

        page.locator("code", has_text=f"{ADDRESS}feeds/all.json").click()

        assert page.evaluate("getSelection().toString()") == f"{ADDRESS}feeds/all.json"


def test_a_listing_leads_to_its_own_addresses(browser: Browser, where: str) -> None:
    """By the keyboard, from the line beneath the listing to the feed of that listing, and from there back."""
    with reading(browser) as page:
        page.goto(where.replace("follow/", "disclosure/"))

        page.get_by_role("link", name="订阅", exact=True).press("Enter")

        page.wait_for_url("**/follow/#feed-disclosure")
        place_of_it = page.locator("li:target")
        assert "feeds/disclosure.atom" in place_of_it.inner_text()
        place_of_it.get_by_role("link", name="主动公开").press("Enter")
        page.wait_for_url("**/disclosure/")
