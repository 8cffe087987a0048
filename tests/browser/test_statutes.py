"""From a citation to the law, and from the law to every page that rests on it."""

from __future__ import annotations

from playwright.sync_api import Browser


def test_a_citation_leads_to_its_article_and_back(browser: Browser, address: str) -> None:
    """A tap on 第六十五条 shows that article of 城乡规划法, which names the page one came from."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(address + "enforcement/powers/2026-00001/")
    title = page.locator("h1").inner_text()

    page.locator("a.law", has_text="《城乡规划法》第六十五条").first.click()

    assert page.locator("h1").inner_text() == "《城乡规划法》"
    article = page.locator("section", has=page.locator("h2:target"))
    assert article.locator("h2").inner_text() == "第六十五条"
    article.get_by_role("link", name=title).click()
    assert page.locator("h1").inner_text() == title
    page.close()


def test_the_official_text_is_a_link_that_says_how_to_find_it(browser: Browser, address: str) -> None:
    """The database has no lasting address for one law, so the words say to search for the title."""
    page = browser.new_page()
    page.goto(address + "statutes/d63709fa/")
    link = page.get_by_role("link", name="国家法律法规数据库")

    assert link.get_attribute("href") == "https://flk.npc.gov.cn/"
    assert "搜索框里输入“城乡规划法”" in link.locator("xpath=..").inner_text()
    page.close()


def test_a_repealed_law_is_told_before_anything_else(browser: Browser, address: str) -> None:
    """The banner stands in the first screen of a phone, in words and not in colour alone."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(address + "statutes/b2701a99/")
    banner = page.locator(".state--stop")
    box = banner.bounding_box()

    assert "已于2026-08-15废止" in banner.inner_text()
    assert box is not None
    assert box["y"] + box["height"] < 800
    page.close()


def test_the_report_reads_as_before_with_errata_and_citations(browser: Browser, address: str) -> None:
    """Both kinds of mark stand in the text, and none in the other."""
    page = browser.new_page()
    page.goto(address + "report/2022-1843313/")

    assert page.locator(".text a.erratum").count() > 5
    assert page.locator("a a").count() == 0
    page.close()
