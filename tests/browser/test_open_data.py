"""Open data, short addresses and blocks of JSON-LD as a reader's browser meets them, under the strict policy."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from readers import faults, reading

# The list of numbers, and the page of open data.
PAGES = ("i/", "open-data/")
SERIAL = "2026-00001"


@pytest.mark.parametrize("way", PAGES)
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_pages_fit_and_have_no_faults(browser: Browser, address: str, way: str, width: int) -> None:
    """axe finds nothing, nothing sticks out, and every violation of the policy would fail."""
    with reading(browser, width=width) as page:
        page.goto(address + way)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_json_ld_is_data_to_the_browser(browser: Browser, address: str) -> None:
    """The policy does not stop it, it does not run, and the page can be read for it."""
    with reading(browser) as page:
        for way, kind in (
            ("", "GovernmentOrganization"),
            ("guide/", "GovernmentOrganization"),
            ("report/2022-1843313/", "Report"),
            ("enforcement/powers/2026-00001/", "GovernmentService"),
        ):
            page.goto(address + way)
            block = page.locator('script[type="application/ld+json"]').text_content()
            assert json.loads(block or "")["@graph"][0]["@type"] == kind


@pytest.mark.parametrize("scripts", [True, False])
def test_a_short_address_leads_to_the_record(browser: Browser, address: str, scripts: bool) -> None:
    """At once, with and without scripts, below the portal's sub-path."""
    with reading(browser, java_script_enabled=scripts, reduced_motion="reduce") as page:
        page.goto(f"{address}i/{SERIAL}/", wait_until="commit")
        page.wait_for_url(f"{address}enforcement/powers/{SERIAL}/")
        assert page.locator("h1").is_visible()


def test_a_short_address_can_be_read_where_it_stays(browser: Browser, site_folder: Path, address: str) -> None:
    """Where a browser does not lead on, there is a link; axe has nothing against the page."""
    stub = site_folder / "dahe" / "i" / SERIAL / "index.html"
    html = stub.read_text(encoding="utf-8")
    staying = "\n".join(line for line in html.split("\n") if "http-equiv" not in line)
    with reading(browser) as page:
        page.route(f"**/i/{SERIAL}/", lambda route: route.fulfill(body=staying, content_type="text/html"))
        page.goto(f"{address}i/{SERIAL}/")
        assert faults(page) == []
        page.unroute(f"**/i/{SERIAL}/")
        page.get_by_role("link").click()
        page.wait_for_url(f"{address}enforcement/powers/{SERIAL}/")


def test_a_number_is_found_without_scripts(browser: Browser, address: str) -> None:
    """From the catalogue to the list of numbers, and by the number to its page."""
    with reading(browser, java_script_enabled=False, reduced_motion="reduce") as page:
        page.goto(f"{address}guide/catalogue/")
        page.locator("#content").get_by_role("link", name="按流水号查").click()
        page.get_by_role("link", name=SERIAL).click()
        page.wait_for_url(f"{address}enforcement/powers/{SERIAL}/")


def test_every_file_can_be_downloaded(browser: Browser, address: str) -> None:
    """From the page of open data, each link gives the file it names."""
    with reading(browser) as page:
        page.goto(f"{address}open-data/")
        links = page.eval_on_selector_all("a[download]", "all => all.map(one => one.href)")
        assert len(links) == 20
        assert {page.request.get(link).status for link in links} == {200}
