"""Reading without network: what was visited and what everybody keeps, in a real browser with the server ended."""

from __future__ import annotations

import pytest
from offline_host import Host, kept_names, phone, until, visit, wait_for
from playwright.sync_api import Browser, expect
from readers import faults, open_overlay, said, search
from whole import ROOT

CORE = (
    "", "guide/", "guide/apply/", "who/", "glossary/",
    "enforcement/procedures/", "enforcement/procedures/2026-00021/", "offline/",
)  # fmt: skip
BLUE = "rgb(29, 78, 121)"
HEADER = "getComputedStyle(document.querySelector('.top')).backgroundColor"
REPORT = "report/2022-1843313/"


def test_after_one_visit_the_site_reads_without_network(browser: Browser, host: Host) -> None:
    """With the server ended: the visited page, the guide with the contacts, the procedures; all of them styled."""
    with phone(browser) as context:
        page = visit(context, host, REPORT, kept=(*CORE, "elder/"))
        host.end()

        for name in (*CORE, REPORT, f"{REPORT}?q=words", "guide/index.html"):
            page.goto(host.address + name)
            assert page.evaluate(HEADER) == BLUE
            assert not page.get_by_text("您要看的这一页现在打不开").is_visible()
            assert page.locator("#content").inner_text().count("。") > 1
        page.goto(host.address + "guide/")
        assert page.locator("table", has_text="联系电话").is_visible()
        page.goto(f"{host.address}elder/")
        assert page.url == f"{host.address}elder/"


def test_a_page_that_is_not_kept_leads_to_the_offline_page(browser: Browser, host: Host) -> None:
    """It says what happened, in a narrow window too, leads back to the page that was asked for, and lists what there is."""
    with phone(browser) as context:
        page = visit(context, host, kept=CORE)
        host.end()

        page.goto(f"{host.address}statutes/?elder")

        assert page.url.startswith(f"{host.address}offline/?from=")
        expect(page.get_by_text("您要看的这一页现在打不开")).to_be_visible()
        expect(page.locator("#offline-kept li a", has_text="政府信息公开指南")).to_be_visible()
        assert page.get_by_role("link", name="再试一次").get_attribute("href") == f"{host.address}statutes/?elder"
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        host.start()
        page.get_by_role("link", name="再试一次").press("Enter")
        expect(page.locator("h1")).to_contain_text("本站引用的法律法规")
        page.goto(f"{host.address}offline/?from=../elsewhere/")
        expect(page.locator("#offline-save")).to_be_visible()
        assert not page.get_by_role("link", name="再试一次").is_visible()


@pytest.mark.parametrize("state", ["failing", "hanging"])
def test_a_server_that_fails_or_hangs_gives_the_kept_page(browser: Browser, host: Host, state: str) -> None:
    """An error of the server, or no answer within the limit, and what is kept is shown."""
    with phone(browser) as context:
        page = visit(context, host, "guide/apply/")
        page.goto(f"{host.address}report/")
        wait_for(page, "report/")
        asked = host.asked.count("guide/apply/")
        host.failing = state == "failing"
        if state == "hanging":
            host.hang()

        page.goto(f"{host.address}guide/apply/")

        assert "依申请公开" in page.locator("h1").inner_text()
        assert page.evaluate(HEADER) == BLUE
        # A server that hangs may hold all of the browser's connections with what it was asked before.
        if state == "failing":
            assert host.asked.count("guide/apply/") == asked + 1


def test_pages_of_staff_are_not_kept(browser: Browser, host: Host) -> None:
    """Neither they, nor the error page, nor addresses that do not exist."""
    with phone(browser) as context:
        page = visit(context, host)
        for name in ("staff/duties/", "404.html", "no/such/page/", "guide"):
            page.goto(host.address + name)
        assert page.url == f"{host.address}guide/"  # the server's redirect goes through
        wait_for(page, "guide/")

        assert not [name for name in kept_names(page) if name.startswith(("staff/", "404", "no/"))]


def test_what_was_searched_is_found_again_without_network(browser: Browser, host: Host) -> None:
    """The panel, the index and the texts come from what is kept; the rest says so."""
    with phone(browser) as context:
        page = visit(context, host, "guide/")
        page.reload()
        online = search(open_overlay(page), "依申请公开")
        titles = page.locator(".search-title").all_inner_texts()
        host.end()

        page.reload()  # the overlay stands in the history, and opens again with what was asked
        overlay = page.get_by_role("dialog", name="搜索")
        assert said(overlay) == online
        assert overlay.locator(".search-title").all_inner_texts() == titles
        overlay.locator("input[type=search]").fill("从来没有搜过的词")
        expect(overlay.get_by_text("没有查成，可能是网络不通")).to_be_visible()
        expect(overlay.get_by_role("button", name="再试一次")).to_be_visible()
        search(overlay, "依申请公开")
        assert said(overlay) == online


def test_without_network_search_says_that_it_cannot(browser: Browser, host: Host) -> None:
    """Where nothing was searched before: in plain words, with the way to what can be read."""
    with phone(browser) as context:
        page = visit(context, host, kept=CORE)
        host.end()

        page.reload()
        overlay = open_overlay(page)
        search(overlay, "低保")
        expect(overlay.get_by_text("没有网络时不能搜索")).to_be_visible()
        assert faults(page) == []
        overlay.get_by_role("link", name="看看没有网也能看的页面").click()

        expect(page.locator("h1")).to_have_text("没有网也能看")


def test_a_short_address_leads_to_the_kept_page(browser: Browser, host: Host) -> None:
    """As it stands on paper, also without its last slash; a page that is not kept leads to the offline page."""
    with phone(browser) as context:
        page = visit(context, host, REPORT, kept=CORE)
        host.end()

        for name in ("i/2022-1843313/", "i/2022-1843313"):
            page.goto(host.address + name)
            assert page.url == host.address + REPORT
        for name in ("i/2021-00001/", "i/2099-00001/", "i/"):
            page.goto(host.address + name)
            expect(page.get_by_text("您要看的这一页现在打不开")).to_be_visible()


def test_a_reader_who_saves_data_keeps_only_what_was_read(browser: Browser, host: Host) -> None:
    """The page, and the one that tells that others are not there; nothing else is fetched."""
    with phone(browser) as context:
        context.add_init_script("Object.defineProperty(navigator.connection, 'saveData', {value: true})")
        page = visit(context, host, "report/")
        page.goto(f"{host.address}schedule/")
        wait_for(page, "schedule/")

        pages = {name for name in kept_names(page) if name.endswith("/") or not name}

        assert pages == {"report/", "schedule/", "offline/"}


def test_the_first_view_comes_before_everything_that_is_kept(browser: Browser, host: Host) -> None:
    """Three requests make the page; the worker's begin when it has been read."""
    with phone(browser) as context:
        visit(context, host, "guide/")

        assert host.asked[0] == "guide/"
        assert sorted(name.rpartition("/")[2] for name in host.asked[1:4]) == ["app.js", "site.css", "sw.js"]
        assert host.asked[3] == "sw.js"


def test_where_there_are_no_workers_nothing_is_offered(browser: Browser, host: Host) -> None:
    """As on plain HTTP: no error, no button, and a sentence that says why."""
    with phone(browser) as context:
        context.add_init_script("delete Navigator.prototype.serviceWorker")
        page = context.new_page()
        page.goto(f"{host.address}offline/")

        expect(page.get_by_text("这个浏览器现在不能把页面留在手机上")).to_be_visible()
        assert not page.locator("#content").get_by_role("button").filter(visible=True).count()
        assert faults(page) == []


def test_where_registration_is_refused_nothing_is_offered(browser: Browser, host: Host) -> None:
    """As in a private window."""
    with phone(browser) as context:
        refuse = (
            "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('', 'SecurityError'))"
        )
        context.add_init_script(f"if (navigator.serviceWorker) {refuse}")
        page = context.new_page()
        page.goto(f"{host.address}offline/")

        expect(page.get_by_text("这个浏览器现在不能把页面留在手机上")).to_be_visible()
        assert not page.get_by_role("button", name="保存本站供离线阅读").is_visible()


def test_without_javascript_the_page_says_what_is_needed(browser: Browser, host: Host) -> None:
    """No dead button."""
    with phone(browser, java_script_enabled=False, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(f"{host.address}offline/")

        expect(page.locator("noscript p", has_text="离线阅读要用 JavaScript")).to_be_visible()
        assert page.locator("#content button:visible").count() == 0
        assert page.locator("#content .state:visible").count() == 1


def test_the_withdrawing_worker_takes_everything_away(browser: Browser, host: Host) -> None:
    """In the place of sw.js it deletes what was kept and ends the worker; what others keep on the same host stays."""
    with phone(browser) as context:
        page = visit(context, host)
        left = ["offline-1 http://elsewhere.invalid/"]
        page.evaluate("name => caches.open(name)", left[0])
        host.instead["sw.js"] = (ROOT / "overrides" / "assets" / "offline" / "withdraw.js").read_bytes()

        for name in ("report/", "guide/"):  # the second comes after whatever the earlier worker was still writing
            page.goto(host.address + name)
            assert until(page, "caches.keys()", left.__eq__) == left  # no cache is opened to look: that makes it
