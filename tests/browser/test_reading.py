"""What a reader does on a page: skips to the text, opens an erratum, looks at the picture, prints, gets lost."""

from __future__ import annotations

import pytest
from pages import KINDS
from playwright.sync_api import Browser


@pytest.mark.parametrize("kind", ["home", "report", "procedure"])
def test_without_javascript_every_word_is_there(browser: Browser, address: str, kind: str) -> None:
    """The page shows the same text with scripts switched off; what a calculator shows then has its own test."""
    texts = []
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.goto(address + KINDS[kind])
        page.locator(".calculator").evaluate_all("all => all.forEach(one => one.remove())")
        texts.append(page.locator("#content").inner_text())
        context.close()

    assert texts[0] == texts[1]
    assert len(texts[0]) > 300


def test_the_first_tab_stop_leads_to_the_text(browser: Browser, address: str) -> None:
    """Tab, Enter: the focus is in the content, past the navigation."""
    page = browser.new_page()
    page.goto(address + KINDS["guide"])

    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.close()


def test_the_erratum_layer_opens_beside_the_text(browser: Browser, address: str) -> None:
    """A marked word leads to its note and back, and copying the text copies the source word for word."""
    page = browser.new_page()
    page.goto(address + KINDS["report"])
    mark = page.locator("a.erratum", has_text="追兖")

    mark.click()

    note = page.locator("li:target")
    assert "追究" in note.inner_text()
    note.locator("a", has_text="追兖").click()
    assert page.evaluate("location.hash").startswith("#mark-")
    assert "责任追兖等制度" in page.locator(".text").inner_text()
    page.close()


def test_the_facts_of_the_report_lead_to_their_sections(browser: Browser, address: str) -> None:
    """The table of facts holds 172 people, and each row links to a heading of the page."""
    page = browser.new_page()
    page.goto(address + KINDS["report"])

    assert "172人" in page.locator(".facts").inner_text()
    targets = page.locator(".facts tbody a").evaluate_all(
        "links => links.map(link => link.getAttribute('href').slice(1))"
    )
    assert targets
    assert all(page.locator(f"[id='{target}']").count() == 1 for target in targets)
    page.close()


def test_the_picture_has_the_steps_of_the_list(browser: Browser, address: str) -> None:
    """One source: every step of the list stands in the picture, in a readable size."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(address + KINDS["procedure"])

    steps = page.locator(".steps > li > h3").all_inner_texts()
    drawn = "".join(page.locator("svg.flow text").evaluate_all("all => all.map(one => one.textContent)"))

    assert len(steps) >= 5
    assert all(f"{number} {step}"[:6] in drawn for number, step in enumerate(steps, 1))
    assert page.locator("svg.flow text").first.bounding_box()["height"] >= 14  # type: ignore[index]
    page.close()


def test_print_leaves_the_frame_off(browser: Browser, address: str) -> None:
    """On paper there is the document, not the navigation."""
    page = browser.new_page()
    page.goto(address + KINDS["report"])

    page.emulate_media(media="print")

    assert not page.locator(".top__nav").is_visible()
    assert not page.locator(".foot").is_visible()
    assert page.locator("h1").is_visible()
    page.close()


def test_the_error_page_is_chinese_and_styled(browser: Browser, address: str, site_folder: object) -> None:
    """It is served at any depth, so its links carry the sub-path."""
    page = browser.new_page()
    page.goto(address + "404.html")

    assert "找不到这一页" in page.locator("h1").inner_text()
    assert page.locator("nav a").first.get_attribute("href") == "/dahe/"
    page.close()
