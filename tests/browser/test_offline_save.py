"""Saving the whole site: said before, seen while it goes on, interrupted, gone on with, refused by a full phone, removed."""

from __future__ import annotations

import json
from pathlib import Path

from browser.conftest import SUB_PATH
from offline_host import Host, forget_hour, kept_names, phone, wait_for, wait_for_core
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from readers import faults


def opened(context: BrowserContext, host: Host) -> tuple[Page, Locator, Locator]:
    """The page, its button, and the live region; the button is there when the worker is."""
    page = context.new_page()
    page.goto(f"{host.address}offline/")
    act = page.locator("#offline-act")
    expect(act).to_be_visible()
    return page, act, page.locator("#offline-said")


def listed(site_folder: Path) -> dict[str, dict[str, list[int | str]]]:
    """offline.json."""
    read: dict[str, dict[str, list[int | str]]] = json.loads((site_folder / SUB_PATH / "offline.json").read_bytes())
    return read


def test_the_whole_site_is_saved_and_reads_without_network(browser: Browser, host: Host, site_folder: Path) -> None:
    """The size is said before; progress reaches 100 %; then every page and file of the list is there, and opens."""
    known = listed(site_folder)
    with phone(browser) as context:
        page, act, said = opened(context, host)
        size = sum(int(one[0]) for part in ("pages", "files") for one in known[part].values())
        told = page.locator("#offline-size").inner_text()
        assert f"全站共 {len(known['pages'])} 页" in told
        assert f"约 {size / 1024**2:.1f}MB" in told
        assert faults(page) == []

        act.click()
        expect(said).to_have_text("保存好了，没有网络也能看。", timeout=60000)

        assert page.locator("#offline-progress").inner_text().strip().startswith("100%")
        assert page.locator("progress").evaluate("one => one.value") == 1
        assert {*known["pages"], *known["files"]} <= kept_names(page)
        assert act.inner_text() == "看看有没有更新"
        assert faults(page) == []
        for width in (360, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") == width
        act.click()
        expect(said).to_have_text("没有更新。")
        page.get_by_role("button", name="再显示一些").click()
        expect(page.locator("#offline-kept li")).to_have_count(60)
        host.end()
        for name in list(known["pages"])[::25]:
            page.goto(host.address + name)
            assert page.locator("h1").inner_text()
            assert page.url == host.address + name


def test_a_save_is_stopped_and_gone_on_with_by_keyboard(browser: Browser, host: Host) -> None:
    """The same button stops and goes on; the focus stays on it; nothing is fetched twice."""
    with phone(browser) as context:
        page, act, said = opened(context, host)
        wait_for_core(page)
        act.focus()
        host.hang()
        page.keyboard.press("Enter")
        expect(act).to_have_text("停止")
        page.keyboard.press("Enter")
        expect(said).to_have_text("正在停止…")
        host.answer()
        expect(said).to_contain_text("已停止")
        assert act.inner_text() == "继续保存"
        assert page.evaluate("document.activeElement.id") == "offline-act"
        had = kept_names(page)
        host.asked.clear()

        page.keyboard.press("Enter")
        expect(said).to_have_text("保存好了，没有网络也能看。", timeout=60000)

        assert not set(host.asked) & {name for name in had if name.endswith("/")}


def test_a_save_that_loses_the_network_goes_on_later(browser: Browser, host: Host) -> None:
    """What is there stays and is told; with the network back, only the rest is fetched."""
    with phone(browser) as context:
        page, act, said = opened(context, host)
        host.hang()
        act.click()
        expect(act).to_have_text("停止")
        host.end()
        expect(said).to_contain_text("可能是网络断了")
        assert act.inner_text() == "继续保存"
        assert faults(page) == []
        host.start()

        act.click()

        expect(said).to_have_text("保存好了，没有网络也能看。", timeout=60000)


def test_a_phone_that_says_it_has_little_room_is_believed_and_tried(browser: Browser, host: Host) -> None:
    """The reader is told before the first file comes; it may fit all the same."""
    little = "navigator.storage.estimate = () => Promise.resolve({quota: 500000, usage: 100000})"
    with phone(browser) as context:
        context.add_init_script(f"if (navigator.storage) {little}")
        _, act, said = opened(context, host)
        host.hang()

        act.click()

        expect(said).to_have_text("手机留给本站的空间大约只有 391KB，可能存不下。正在保存…")
        host.answer()
        expect(said).to_have_text("保存好了，没有网络也能看。", timeout=60000)


def test_a_phone_that_is_full_is_told(browser: Browser, host: Host) -> None:
    """Honestly, and what is there stays."""
    with phone(browser) as context:
        page, act, said = opened(context, host)
        wait_for(page, "guide/")
        origin = host.address.removesuffix(host.path)
        context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 700_000})

        act.click()
        expect(said).to_contain_text("存储空间不够了", timeout=60000)

        assert act.inner_text() == "继续保存"
        host.end()
        page.goto(f"{host.address}guide/")
        assert "公开指南" in page.locator("h1").inner_text()


def test_what_was_saved_is_removed(browser: Browser, host: Host) -> None:
    """Everything that was kept goes, and the page says so."""
    with phone(browser) as context:
        page, act, said = opened(context, host)
        expect(page.locator("#offline-kept")).to_be_visible()

        page.get_by_role("button", name="从这部手机上删除").click()
        expect(said).to_contain_text("已经删除")

        assert not page.locator("#offline-kept").is_visible()
        assert not [name for name in kept_names(page) if name.endswith("/") or not name]
        assert act.inner_text() == "保存本站供离线阅读"


def test_a_changed_page_is_renewed_by_the_next_save(browser: Browser, host: Host, site_folder: Path) -> None:
    """Only what has changed is fetched again."""
    known = listed(site_folder)
    with phone(browser) as context:
        page, act, said = opened(context, host)
        act.click()
        expect(said).to_have_text("保存好了，没有网络也能看。", timeout=60000)
        known["pages"]["schedule/"][1] = "0123456789ab"
        host.instead["offline.json"] = json.dumps(known | {"version": "0123456789ab"}).encode()
        forget_hour(page)
        host.asked.clear()

        act.click()
        expect(said).to_have_text("有更新。")
        assert act.inner_text() == "继续保存"
        act.click()
        expect(said).to_have_text("保存好了，没有网络也能看。")

        assert {name for name in host.asked if name.endswith("/")} == {"schedule/"}
