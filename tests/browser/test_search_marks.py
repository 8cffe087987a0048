"""Words marked on the page that a search led to: found as the index finds them, gone without a trace when switched off."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect
from readers import focused, open_overlay, reading, search

ANY = "guide/apply/"
CONTENT = "document.getElementById('content').innerHTML"


def marked(page: Page, address: str, words: str, uri: str = ANY) -> str:
    """Opens a page as a result leads to it; returns what the bar says."""
    page.goto(f"{address}{uri}#find={quote(words)}")
    page.locator(".found-bar").wait_for()
    return page.locator(".found-bar").get_by_role("status").inner_text()


def test_words_are_marked_and_gone_through(browser: Browser, address: str) -> None:
    """The first is in sight; on to the next, back, and from the first back to the last."""
    with reading(browser, width=360) as page:
        assert marked(page, address, "申请").startswith("已标出“申请”，共 ")
        count = page.locator("#content mark.found").count()
        assert count > 3
        assert {text[:2] for text in page.locator("#content mark.found").all_text_contents()} == {"申请"}
        bar, places = page.locator(".found-bar"), []
        for button in ("下一处", "上一处", "上一处"):
            bar.get_by_role("button", name=button).click()
            expect(page.locator(".found-now")).to_be_in_viewport()
            places.append(bar.get_by_role("status").inner_text().partition("这是")[2])
        assert places == ["第 2 处", "第 1 处", f"第 {count} 处"]


@pytest.mark.parametrize("way", ["取消标记", "Escape"])
def test_the_marks_go_without_a_trace(browser: Browser, address: str, way: str) -> None:
    """By button or Esc: the same HTML as before, an address without words, and no marks after loading again."""
    with reading(browser) as page:
        page.goto(address + ANY)
        before = page.evaluate(CONTENT)
        marked(page, address, "政府 申请")

        if way == "Escape":
            page.keyboard.press("Escape")
        else:
            page.get_by_role("button", name=way).click()

        expect(page.locator(".found-bar")).to_have_count(0)
        assert page.evaluate(CONTENT) == before
        assert page.url == address + ANY
        page.reload()
        page.wait_for_load_state("networkidle")
        assert page.locator("mark.found").count() == 0


def test_a_word_may_run_through_a_link_but_not_through_two_paragraphs(browser: Browser, address: str) -> None:
    """One hit of three marks; none where only two paragraphs together hold the words."""
    with reading(browser) as page:
        page.goto(address + ANY)
        page.evaluate(
            "document.getElementById('content').innerHTML ="
            " '<p>前面的<a href=\"#a\">连接词</a>后面</p><p>上一段甲</p><p>乙下一段</p><p>一行甲<br>乙二行</p>'"
        )
        page.evaluate("location.hash = '#find=' + encodeURIComponent('的连接词后')")
        page.locator(".found-bar").wait_for()
        assert page.locator("mark.found").all_inner_texts() == ["的", "连接词", "后"]
        assert "共 1 处" in page.locator(".found-bar").inner_text()

        page.evaluate("location.hash = '#find=' + encodeURIComponent('甲乙')")

        expect(page.locator(".found-bar")).to_contain_text("正文里没有“甲乙”，它在本页的概述或者附件里")
        assert page.locator("mark.found").count() == 0
        page.get_by_role("button", name="关闭").click()
        expect(page.locator(".found-bar")).to_have_count(0)


def test_what_is_folded_away_is_opened_for_its_mark(browser: Browser, address: str) -> None:
    """A closed part of the page that holds the first one; navigation holds none."""
    with reading(browser) as page:
        page.goto(address + ANY)
        page.locator("#content article").evaluate(
            "all => all.insertAdjacentHTML('afterbegin', '<nav>折叠词</nav><details><summary>说明</summary><p>折叠词</p></details>')"
        )
        page.evaluate("location.hash = '#find=' + encodeURIComponent('折叠词')")

        expect(page.locator(".found-now")).to_be_in_viewport()
        assert page.locator("details[open] mark.found").count() == page.locator("mark.found").count() == 1


def test_other_forms_of_a_word_are_marked(browser: Browser, address: str) -> None:
    """Traditional and full-width forms, as the search finds them."""
    with reading(browser) as page:
        assert "正文里没有" not in marked(page, address, "申請")
        assert {text[:2] for text in page.locator("mark.found").all_text_contents()} == {"申请"}


def test_the_scripts_of_the_page_go_on_working(browser: Browser, address: str) -> None:
    """The calculator counts over marked words."""
    with reading(browser) as page:
        marked(page, address, "收到申请")
        page.get_by_label("如果这一天收到申请").fill("2026-09-01")
        page.locator(".calculator button").click()

        assert "最迟2026年9月29日" in page.locator(".limits__answer").first.inner_text()


def test_a_result_on_the_same_page_only_moves_within_it(browser: Browser, address: str) -> None:
    """The overlay goes, the words are marked; Back brings the overlay and takes the marks off, Esc then only closes."""
    with reading(browser) as page:
        page.goto(address + "guide/")
        overlay = open_overlay(page)
        search(overlay, "政府信息公开指南")
        here = overlay.locator(f".search-title[href^='{address}guide/#']")
        while not here.count():
            overlay.get_by_role("button", name="继续看").click()
        here.click()

        expect(overlay).to_be_hidden()
        page.locator(".found-bar").wait_for()
        page.go_back()
        expect(overlay).to_be_visible()
        expect(page.locator(".found-bar")).to_have_count(0)
        page.keyboard.press("Escape")
        expect(overlay).to_be_hidden()


def test_esc_over_marks_closes_the_overlay_first(browser: Browser, address: str) -> None:
    """Then the marks; the focus stays in the page."""
    with reading(browser) as page:
        marked(page, address, "申请")
        overlay = open_overlay(page)
        page.keyboard.press("Escape")
        expect(overlay).to_be_hidden()
        assert page.locator(".found-bar").is_visible()
        page.get_by_role("button", name="下一处").focus()

        page.keyboard.press("Escape")

        expect(page.locator(".found-bar")).to_have_count(0)
        assert page.evaluate("document.activeElement.id") == "content"
        assert focused(page) != ""
