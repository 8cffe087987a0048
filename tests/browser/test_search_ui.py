"""Search over the real site: from the header of any page and on the page of its own, by pointer and by keyboard."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from readers import focused, open_overlay, reading, said, search

ANY = "guide/apply/"
ASKED = "行政处罚"


def test_nothing_is_loaded_before_a_reader_searches(browser: Browser, address: str) -> None:
    """One small script; after the first focus the code, and the index only with the first words."""
    with reading(browser) as page:
        loaded: list[str] = []
        page.on("request", lambda request: loaded.append(request.url.removeprefix(address)))
        page.goto(address + ANY)
        page.wait_for_load_state("networkidle")
        before = [url for url in loaded if "search/" in url]
        with page.expect_response("**/search.css"), page.expect_response("**/search.js"):
            page.locator(".top input").focus()
        focus = [url for url in loaded if "search/" in url]

        assert before == []
        assert [re.sub("^assets/[0-9a-f]{8}/", "", url) for url in sorted(focus)] == [
            "search/search.css",
            "search/search.js",
        ]
        assert page.get_by_role("dialog").count() == 0
        search(open_overlay(page), ASKED)
        assert "search/manifest.json" in loaded


def test_a_word_finds_pages_with_the_word_in_its_sentence(browser: Browser, address: str) -> None:
    """While it is typed, without a press; title and sentence are marked, the count is told."""
    with reading(browser) as page:
        page.goto(address + ANY)
        overlay = open_overlay(page)

        page.keyboard.type(ASKED)

        assert re.fullmatch(r"(找到|至多) \d+ 个页面，先列出 10 个", said(overlay))
        rows = overlay.locator(".search-results > li")
        assert rows.count() == 10
        assert set(rows.locator("mark").all_inner_texts()) == {ASKED}
        href = rows.first.locator("a").get_attribute("href") or ""
        assert href.startswith(address)
        assert href.endswith("#find=" + quote(ASKED))
        assert (
            page.locator("[role=status]", has_text="找到").or_(page.locator("[role=status]", has_text="至多")).count()
            == 1
        )


def test_the_page_behind_is_out_of_reach_until_it_is_closed(browser: Browser, address: str) -> None:
    """The focus goes into the overlay and round in it; what lies behind is hidden from everybody."""
    with reading(browser) as page:
        page.goto(address + ANY)
        overlay = open_overlay(page)

        assert focused(page) == "q"
        assert overlay.get_attribute("aria-modal") == "true"
        for key in ["Shift+Tab"] * 5 + ["Tab"] * 12:
            page.keyboard.press(key)
            assert page.evaluate("document.activeElement.closest('[role=dialog]') !== null")
        behind = "[...document.querySelectorAll('body > :not([role=dialog])')]"
        assert page.evaluate(behind + ".every(one => one.inert && one.getAttribute('aria-hidden') === 'true')")
        page.keyboard.press("Escape")
        expect(overlay).to_be_hidden()
        assert page.evaluate(behind + ".every(one => !one.inert && !one.hasAttribute('aria-hidden'))")


@pytest.mark.parametrize("way", ["Escape", "关闭", "beside", "back"])
def test_every_way_out_gives_the_focus_back(browser: Browser, address: str, way: str) -> None:
    """Esc, the button, a press beside it, and the Back of a phone: the same page, and the box keeps the words."""
    with reading(browser) as page:
        page.goto(address)
        page.goto(address + ANY)
        overlay = open_overlay(page)
        search(overlay, ASKED)

        if way == "Escape":
            page.keyboard.press("Escape")
        elif way == "关闭":
            overlay.get_by_role("button", name="关闭").click()
        elif way == "beside":
            overlay.click(position={"x": 20, "y": 300})
        else:
            page.go_back()

        expect(overlay).to_be_hidden()
        assert page.url == address + ANY
        assert focused(page) == "q"
        assert page.locator(".top input").input_value() == ASKED
        page.go_back()
        assert page.url == address


def test_arrows_move_among_the_results_and_enter_follows(browser: Browser, address: str) -> None:
    """Down from the box, Home and End to the ends, up again into the box."""
    with reading(browser) as page:
        page.goto(address + ANY)
        overlay = open_overlay(page)
        search(overlay, ASKED)
        titles = overlay.locator(".search-title").all_inner_texts()
        places = []

        for key in ("ArrowDown", "ArrowDown", "End", "ArrowUp", "Home", "ArrowUp", "ArrowDown"):
            page.keyboard.press(key)
            places.append(focused(page))

        assert places == [titles[0], titles[1], "继续看后面的 10 个", titles[9], titles[0], "q", titles[0]]
        target = overlay.locator(".search-title").first.get_attribute("href")
        page.keyboard.press("Enter")
        page.wait_for_url(str(target))


def test_words_typed_into_the_header_are_taken_along(browser: Browser, address: str) -> None:
    """Whoever comes by Tab and types goes on typing in the overlay; Enter with an empty box opens it too."""
    with reading(browser) as page:
        page.goto(address + ANY)
        page.locator(".top input").focus()
        page.keyboard.insert_text(ASKED)
        overlay = page.get_by_role("dialog", name="搜索")
        said(overlay)
        assert overlay.locator("input").input_value() == ASKED
        page.keyboard.press("Escape")
        expect(overlay).to_be_hidden()
        page.locator(".top input").fill("")
        page.keyboard.press("Enter")
        expect(overlay).to_be_visible()


def test_whoever_types_on_while_search_is_loading_loses_no_letter(browser: Browser, address: str) -> None:
    """The words go over into the overlay in the middle of the typing, with the caret behind them."""
    with reading(browser) as page:
        page.route("**/search.js", lambda route: (page.wait_for_timeout(400), route.continue_()))
        page.goto(address + ANY)
        page.locator(".top input").focus()
        page.keyboard.type("2022-1843313abc", delay=60)
        overlay = page.get_by_role("dialog", name="搜索")
        overlay.wait_for()
        assert overlay.locator("input").input_value() == "2022-1843313abc"


def test_a_page_left_open_finds_in_what_was_published_since(browser: Browser, address: str) -> None:
    """The files of the index it knew are gone: it takes the new one, once, and says nothing of it."""
    manifests: list[str] = []

    def old_manifest(route: Route) -> None:
        text = route.fetch().text()
        manifests.append(text if manifests else re.sub(r'"path": ?"[0-9a-f]{12}"', '"path":"000000000000"', text))
        route.fulfill(body=manifests[-1], content_type="application/json")

    page = browser.new_page(service_workers="block")
    page.route("**/search/manifest.json", old_manifest)
    page.goto(address + ANY)
    assert re.match("(找到|至多)", search(open_overlay(page), ASKED))
    assert ["000000000000" in text for text in manifests] == [True, False]
    page.close()


def test_exactly_ten_are_all(browser: Browser, address: str) -> None:
    """No button that promises more; the count is known before anything more is read."""
    with reading(browser, fake=True) as page:
        page.goto(address + ANY)
        overlay = open_overlay(page)
        assert search(overlay, "10") == "找到 10 个页面"
        expect(overlay.get_by_role("button", name="继续看")).to_be_hidden()


def test_composed_words_are_waited_for(browser: Browser, address: str) -> None:
    """What an input method is still composing is neither moved nor searched for."""
    with reading(browser) as page:
        page.goto(address + ANY)
        with page.expect_response("**/search.css"), page.expect_response("**/search.js"):
            page.locator(".top input").focus()
        method = page.context.new_cdp_session(page)

        method.send("Input.imeSetComposition", {"text": "chu fa", "selectionStart": 6, "selectionEnd": 6})
        assert page.locator(".top input").input_value() == "chu fa"
        assert page.get_by_role("dialog").count() == 0
        method.send("Input.insertText", {"text": "处罚"})

        overlay = page.get_by_role("dialog", name="搜索")
        said(overlay)
        assert overlay.locator("input").input_value() == "处罚"


def test_coming_back_from_a_result_finds_the_results_again(browser: Browser, address: str) -> None:
    """As many as had been looked at, in the overlay, which then closes to the page it stood over."""
    with reading(browser) as page:
        page.goto(address + ANY)
        overlay = open_overlay(page)
        search(overlay, "公开")
        overlay.get_by_role("button", name="继续看后面的").click()
        rows = overlay.locator(".search-results > li")
        expect(rows).to_have_count(20)
        rows.nth(15).locator(".search-title").click()
        page.locator(".found-bar").wait_for()

        page.go_back()

        expect(rows).to_have_count(20)
        assert page.url == address + ANY
        page.keyboard.press("Escape")
        expect(overlay).to_be_hidden()


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query, keep_blank_values=True)


def test_a_search_and_its_filters_live_in_the_address(browser: Browser, address: str) -> None:
    """From the overlay by a link to the page; there order and filters are written down, and read again by whoever opens it."""
    with reading(browser) as page:
        page.goto(address + ANY)
        overlay = open_overlay(page)
        search(overlay, ASKED)
        overlay.get_by_role("link", name="在搜索页打开").click()
        panel = page.locator("#search")
        said(panel)
        assert asked(page) == {"q": [ASKED]}
        assert page.title().startswith(ASKED)

        panel.get_by_role("button", name="最新").click()
        panel.get_by_text("筛选", exact=True).click()
        kinds = panel.get_by_label("种类")
        expect(kinds.locator("option")).not_to_have_count(1)
        chosen = kinds.locator("option").nth(1).get_attribute("value")
        kinds.select_option(index=1)
        panel.get_by_role("button", name=f"去掉筛选 种类：{chosen}").wait_for()
        first = (said(panel), panel.locator(".search-title").all_inner_texts())
        assert asked(page) == {"q": [ASKED], "sort": ["date"], "kind": [chosen]}

        shared = page.url
        page.goto(address)
        page.goto(shared)
        panel.get_by_role("button", name="去掉筛选").wait_for()
        assert (said(panel), panel.locator(".search-title").all_inner_texts()) == first
        assert panel.get_by_role("button", name="最新").get_attribute("aria-pressed") == "true"
        panel.locator(".search-title").first.click()
        page.locator(".found-bar").wait_for()
        page.go_back()
        said(panel)
        assert page.url == shared


def test_without_javascript_the_form_leads_to_the_listings(browser: Browser, address: str) -> None:
    """The page says what is missing, and leads to the catalogue, every section, and whom to ask."""
    with reading(browser, java_script_enabled=False, reduced_motion="reduce", width=360) as page:
        page.goto(address + ANY)
        page.locator(".top input").fill("低保")
        page.locator(".find button").click()

        page.wait_for_url(f"{address}search/?q={quote('低保')}")
        assert page.locator("noscript p").is_visible()
        assert "搜索要用 JavaScript" in page.locator("noscript p").inner_text()
        assert not page.get_by_text("搜索没有打开").is_visible()
        links = page.locator("#content section a").evaluate_all("all => all.map(one => one.href)")
        for uri in (
            "guide/catalogue/",
            "report/",
            "guide/",
            "guide/apply/",
            "enforcement/results/",
            "guide/supervision/",
        ):
            assert address + uri in links
        assert page.get_by_role("heading", name="联系方式").is_visible()


def test_a_script_that_cannot_be_loaded_leaves_the_way_without(browser: Browser, address: str) -> None:
    """The form leads to the search page, and that says so."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.route("**/search.js", lambda route: route.abort())
    page.goto(address + ANY)
    page.locator(".top input").fill("低保")
    page.locator(".top input").press("Enter")

    page.wait_for_url(f"{address}search/?q={quote('低保')}")
    page.get_by_text("搜索没有打开").wait_for()
    context.close()


def test_the_search_page_is_in_no_list_of_pages(browser: Browser, address: str) -> None:
    """Search engines are told so, the sitemap leaves it out, and a search does not find it."""
    with reading(browser) as page:
        page.goto(address + "search/?q=" + quote("要搜索的字词"))
        assert said(page.locator("#search")).startswith("没有找到")
        assert page.locator("meta[name=robots]").get_attribute("content") == "noindex,nofollow"
        assert "/search/" not in page.request.get(address + "sitemap.xml").text()
