"""Search for whoever sees badly, has a small phone or large fingers: every state, on a phone and a desk, by day and night."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from readers import ASSETS, faults, open_overlay, reading, search

# What is asked of tests/search_fake.js to come to a state.
STATES = {"empty": "", "results": "25", "attachment": "附", "none": "无", "error": "错", "signs": "。", "filters": "25"}
# Texts and targets of the panel, of the bar of marks and of the header's form.
TARGETS = ".find input, .find button, .search button, .search select, .search summary, .search a, .found-bar button"
TEXTS = ".find input, .find button, .search p, .search li, .search a, .search button, .search select, .found-bar p"


def too_small(page: Page, selector: str, measure: str, least: float) -> list[Any]:
    """Visible elements that measure less."""
    found: list[Any] = page.locator(selector).evaluate_all(
        f"(all, least) => all.filter(one => one.offsetParent && {measure} < least).map(one => [one.outerHTML, {measure}])",
        least,
    )
    return found


def check(page: Page, width: int) -> None:
    """Nothing axe finds, no sideways scrolling, targets of 44 px, on phones letters of 18 px."""
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert too_small(page, TARGETS, "one.getBoundingClientRect().height", 44) == []
    assert too_small(page, TEXTS, "parseFloat(getComputedStyle(one).fontSize)", 18) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("place", ["overlay", "page"])
def test_every_state_reads_well(browser: Browser, address: str, place: str, width: int, scheme: str) -> None:
    """Empty, with results, without, failed, filtered; over a page and on its own."""
    with reading(browser, fake=True, width=width, color_scheme=scheme) as page:
        page.goto(address + ("search/" if place == "page" else "guide/apply/"))
        panel = page.locator("#search") if place == "page" else open_overlay(page)
        for state, text in STATES.items():
            if text:
                search(panel, text)
            if state == "filters":
                panel.get_by_text("筛选", exact=True).click()
                panel.get_by_label("种类").select_option(label="通知（3）")
                panel.get_by_role("button", name="去掉筛选").wait_for()
            check(page, width)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_marked_page_reads_well(browser: Browser, address: str, width: int, scheme: str) -> None:
    """The bar names itself, and the last words of the page can be read above it."""
    with reading(browser, width=width, color_scheme=scheme) as page:
        page.goto(address + "guide/apply/#find=" + "申请")
        page.locator(".found-bar").wait_for()

        check(page, width)
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        gap = "document.querySelector('.found-bar').getBoundingClientRect().top - document.querySelector('.foot').getBoundingClientRect().bottom"
        assert page.evaluate(gap) >= 0


@pytest.mark.parametrize("uri", ["guide/apply/", "search/"])
def test_it_holds_at_twice_the_size(browser: Browser, address: str, uri: str) -> None:
    """200 % on a desk is half its width; nothing is cut off at 320 px either."""
    with reading(browser, fake=True, width=320) as page:
        page.goto(address + uri)
        panel = page.locator("#search") if uri == "search/" else open_overlay(page)
        search(panel, "约30")

        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert panel.evaluate("panel => panel.scrollWidth - panel.clientWidth") == 0


def nav_of(width: int) -> str:
    """The navigation that a window of this width shows."""
    return "menu" if width < 768 else "top__nav"


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_the_form_leaves_the_header_its_room(browser: Browser, address: str, width: int) -> None:
    """Name, form and navigation do not overlap at any width."""
    with reading(browser, width=width) as page:
        page.goto(address)
        name, form, nav = (
            page.locator(f".top .{part}").bounding_box() for part in ("top__name", "find", nav_of(width))
        )

        assert name
        assert form
        assert nav
        assert name["y"] + name["height"] <= form["y"] or name["x"] + name["width"] <= form["x"]
        assert form["y"] + form["height"] <= nav["y"]
        assert page.locator(".find input").evaluate("box => box.clientWidth") >= 150


@pytest.mark.parametrize("name", sorted(path.stem for path in ASSETS.glob("*.js")))
def test_the_scripts_ask_for_no_newer_browser(name: str) -> None:
    """Nothing of the language after 2017, no markup made of text, nothing the strict policy forbids."""
    text = (ASSETS / f"{name}.js").read_text(encoding="utf-8")
    newer = r"\?\.[a-z(\[]|\?\?|\{\.\.\.|catch \{|\(\?<|\\p\{|\.(flat|flatMap|matchAll|replaceAll|at|finally)\(|fromEntries|allSettled"
    forbidden = (
        r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|new Function|\.style\b|setAttribute\(.(style|on)"
    )

    assert re.findall(newer, text) == []
    assert re.findall(forbidden, text) == []
