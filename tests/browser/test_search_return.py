"""Coming back from a result to the list it stood in."""

from __future__ import annotations

from playwright.sync_api import Browser, expect
from readers import focused, open_overlay, reading, search

ASKED = "行政处罚"


def test_coming_back_finds_the_place_again(browser: Browser, address: str) -> None:
    """From a result to where it stood in the list, with all that had been shown; on the page and in the overlay."""
    with reading(browser, width=360) as page:
        page.goto(address + "search/?q=" + ASKED)
        page.get_by_role("button", name="继续看").click()
        expect(page.locator(".search-results > li")).to_have_count(20)
        page.locator(".search-title").nth(8).scroll_into_view_if_needed()
        place = page.evaluate("pageYOffset")
        page.locator(".search-title").nth(8).click()
        page.wait_for_url("**/#find=*")
        page.go_back()
        expect(page.locator(".search-results > li")).to_have_count(20)
        page.wait_for_function("place => Math.abs(pageYOffset - place) < 200", arg=place)

        page.goto(address)
        overlay = open_overlay(page)
        search(overlay, ASKED)
        overlay.locator(".search-title").nth(6).scroll_into_view_if_needed()
        place = overlay.evaluate("layer => layer.scrollTop")
        overlay.locator(".search-title").nth(6).click()
        page.wait_for_url("**/#find=*")
        page.go_back()
        page.wait_for_function(
            "place => Math.abs(document.querySelector('.search-layer').scrollTop - place) < 200", arg=place
        )
        assert place > 0
        assert focused(page) != "q"  # no keyboard over the results
