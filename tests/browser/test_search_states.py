"""What the panel says and offers in every state, over an engine that answers, waits and fails as the test wants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from readers import focused, reading, said, search

FAILED = "没有查成，可能是网络不通。没有网络时不能搜索，只能再看搜过的词"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The search page with the engine of tests/search_fake.js."""
    with reading(browser, fake=True) as page:
        page.goto(address + "search/")
        page.locator(".search-said").wait_for(state="attached")
        yield page


@pytest.fixture
def panel(page: Page) -> Locator:
    return page.locator("#search")


def asked(page: Page) -> list[dict[str, Any]]:
    """Every query so far, in order."""
    found: list[dict[str, Any]] = page.evaluate("fake.asked")
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3", "找到 3 个页面"),
        ("25", "找到 25 个页面，先列出 10 个"),
        ("约30", "至多 30 个页面，先列出 10 个"),
        ("无", "没有找到"),
        ("。", "请写要找的字或数字，只有标点找不了"),
    ],
)
def test_how_many_there_are_is_announced(panel: Locator, text: str, words: str) -> None:
    """In the live region, and never more than is known."""
    assert search(panel, text) == words
    assert panel.get_by_role("status").inner_text() == words


def test_ten_at_a_time_until_there_are_no_more(page: Page, panel: Locator) -> None:
    """The button says how many come next, the focus goes to the first of them, and at the end it is gone."""
    search(panel, "25")
    rows = panel.locator(".search-results > li")
    for shown, words, then in ((10, "继续看后面的 10 个", "第11个页面<b>"), (20, "继续看后面的 5 个", "第21个页面<b>")):
        expect(rows).to_have_count(shown)
        panel.get_by_role("button", name=words).click()
        expect(rows).to_have_count(min(shown + 10, 25))
        assert focused(page) == then
    assert panel.get_by_role("button", name="继续看").count() == 0
    assert said(panel) == "找到 25 个页面"


def test_a_count_that_was_a_guess_is_put_right_at_the_end(panel: Locator) -> None:
    """At most 30, and then 15."""
    search(panel, "约30")
    panel.get_by_role("button", name="继续看").click()

    expect(panel.locator(".search-said")).to_have_text("找到 15 个页面")


def test_a_result_tells_all_that_is_known(panel: Locator, address: str) -> None:
    """As text, whatever it holds; the words in their sentence, cut where it was cut."""
    search(panel, "3")
    row = panel.locator(".search-results > li").first

    assert row.inner_text().split() == [
        "第1个页面<b>",
        "…这里写着3和<img",
        "src=x>…",
        "2026-01-02通知青府〔2026〕1号有效",
    ]
    assert row.locator("mark").all_inner_texts() == ["第1", "3"]
    assert row.locator("a").get_attribute("href") == f"{address}guide/apply/#find=3"


def test_what_an_attachment_holds_says_which(panel: Locator, address: str) -> None:
    """And leads there too."""
    search(panel, "附")

    note = panel.locator(".search-attached")
    assert note.inner_text() == "在附件《名单》里"
    assert note.locator("a").get_attribute("href") == f"{address}guide/list.pdf"


def test_nothing_found_says_what_to_try(panel: Locator, address: str) -> None:
    """Fewer words, the catalogue, the guide, an application; gone with the next answer."""
    search(panel, "无")
    advice = panel.locator(".search-none")

    assert "少写几个字" in advice.inner_text()
    links = advice.locator("a").evaluate_all("all => all.map(one => one.href)")
    assert links == [f"{address}guide/catalogue/", f"{address}guide/", f"{address}guide/apply/"]
    search(panel, "3")
    assert advice.inner_text() == ""


def test_whom_to_ask_is_told_where_it_is_known(page: Page, panel: Locator) -> None:
    """Office and telephone, as the town's settings give them."""
    page.locator(".find").evaluate("form => { form.dataset.ask = '联系电话：0854-0000000' }")
    search(panel, "无")

    assert "也可以直接问。联系电话：0854-0000000。" in panel.locator(".search-none").inner_text()


def test_typing_is_waited_for(page: Page, panel: Locator) -> None:
    """One query for the whole word, not one a letter."""
    panel.locator("input").press_sequentially("25", delay=20)

    assert said(panel) == "找到 25 个页面，先列出 10 个"
    assert [one["text"] for one in asked(page)] == ["25"]


def test_an_answer_that_comes_too_late_is_dropped(page: Page, panel: Locator) -> None:
    """Meanwhile it says that it is looking; the newer question stands."""
    panel.locator("input").fill("慢 7")
    panel.locator("input").press("Enter")
    expect(panel.locator(".search-said")).to_have_text("正在查找…")
    search(panel, "3")

    page.evaluate("fake.release()")

    assert said(panel) == "找到 3 个页面"
    assert panel.locator(".search-results > li").count() == 3


def test_old_results_stay_until_new_ones_are_there(page: Page, panel: Locator) -> None:
    """Marked as being replaced, so that the page does not jump."""
    search(panel, "3")
    panel.locator("input").fill("慢 7")
    panel.locator("input").press("Enter")

    expect(panel.locator(".search-results")).to_have_attribute("aria-busy", "true")
    assert panel.locator(".search-results > li").count() == 3
    page.evaluate("fake.release()")
    assert said(panel) == "找到 7 个页面"
    assert panel.locator(".search-results").get_attribute("aria-busy") is None
    assert panel.locator(".search-results > li").count() == 7


def test_a_failure_is_told_and_can_be_tried_again(page: Page, panel: Locator) -> None:
    """The words stay in the box; what comes after is a plain answer."""
    assert search(panel, "错") == FAILED
    page.evaluate("fake.broken = false")

    panel.get_by_role("button", name="再试一次").click()

    assert said(panel).startswith("没有找到")
    assert panel.get_by_role("button", name="再试一次").count() == 0


def test_a_lost_network_is_told_and_overcome(browser: Browser, address: str) -> None:
    """With the engine itself: files that do not come, and then do."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.route("**/search/*/**", lambda route: route.abort())
    page.goto(f"{address}search/?q=处罚")
    panel = page.locator("#search")
    assert said(panel) == FAILED
    page.unroute("**/search/*/**")

    panel.get_by_role("button", name="再试一次").click()

    expect(panel.locator(".search-results > li")).to_have_count(10)
    context.close()


def test_filters_are_offered_with_counts_and_taken_off_again(page: Page, panel: Locator) -> None:
    """Loaded when they are opened; what is chosen stands beneath, also folded, and goes with a press."""
    search(panel, "25")
    assert page.locator("script[src$='filters.js']").count() == 0
    panel.get_by_text("筛选", exact=True).click()
    kind = panel.get_by_label("种类")
    expect(kind.locator("option")).to_have_text(["全部", "通知（3）", "没有注明（1）"])

    kind.select_option(label="没有注明（1）")
    panel.get_by_label("年份").select_option(label="2026（2）")
    panel.get_by_text("筛选", exact=True).click()
    panel.get_by_role("button", name="最新").click()

    expect(panel.locator(".search-chips button")).to_have_text(["种类：没有注明 ×", "年份：2026 ×"])
    assert asked(page)[-1] == {"text": "25", "sort": "date", "filters": {"kind": "", "year": "2026"}}
    panel.get_by_role("button", name="去掉筛选 种类：没有注明").click()
    expect(panel.locator(".search-chips button")).to_have_text(["年份：2026 ×"])
    assert focused(page) == "筛选"
    assert asked(page)[-1]["filters"] == {"year": "2026"}


def test_nothing_found_under_a_filter_says_so(page: Page, panel: Locator, address: str) -> None:
    """The filter is the first thing to try without."""
    page.goto(f"{address}search/?q=无&kind=通知")

    assert said(panel) == "没有找到，可以去掉筛选再找"
    assert panel.get_by_role("button", name="去掉筛选 种类：通知").is_visible()


def test_an_empty_box_says_what_can_be_asked(panel: Locator) -> None:
    """Before the first word and after the last; nothing is announced."""
    assert "词语、人名、村名、文号" in panel.inner_text()
    search(panel, "3")
    panel.locator("input").fill("")

    expect(panel.locator(".search-results > li")).to_have_count(0)
    assert "词语、人名、村名、文号" in panel.inner_text()
    assert panel.locator(".search-said").inner_text() == ""
