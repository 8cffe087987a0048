"""谁管这件事 on a phone: found by eye, read without scripts, nothing that axe finds."""

from __future__ import annotations

from playwright.sync_api import Browser
from readers import faults, reading


def test_a_resident_finds_who_sees_to_it(browser: Browser, address: str) -> None:
    """From the page about complaints to the matter, its procedure, and what to do when one disagrees."""
    with reading(browser, width=360) as page:
        page.goto(address + "guide/supervision/")
        page.locator("#content").get_by_role("link", name="谁管这件事").click()
        page.wait_for_url(address + "who/")
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360

        row = page.locator(".rows > li", has_text="邻居没办乡村建设规划许可证就盖房")
        assert row.locator("dd").first.inner_text() == "乡、镇人民政府"
        assert "邻居没有经批准就占地盖住宅：找县级以上人民政府农业农村主管部门" in row.inner_text()
        assert "归谁管，条文没有写明，待核定" in page.locator("#elsewhere + p + .rows").inner_text()
        row.locator("summary").click()
        assert "六十日" in row.locator("details").inner_text()
        row.get_by_role("link", name="程序").click()
        page.wait_for_url(address + "enforcement/procedures/2026-00021/")


def test_without_scripts_it_is_the_same_page(browser: Browser, address: str) -> None:
    """Remedies open by themselves: they are part of the HTML."""
    context = browser.new_context(java_script_enabled=False, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + "who/")
    row = page.locator(".rows > li", has_text="村里的账不公开")

    row.locator("summary").click()

    assert row.locator("details li").first.is_visible()
    assert "尚未核定" in row.inner_text()
    context.close()
