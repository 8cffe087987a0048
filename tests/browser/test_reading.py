"""What a reader does on a page: skips to the text, opens an erratum, looks at the picture, prints, gets lost."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from browser.conftest import SUB_PATH
from pages import KINDS
from playwright.sync_api import Browser
from readers import reading


@pytest.mark.parametrize("kind", ["home", "report", "procedure"])
def test_without_javascript_every_word_is_there(browser: Browser, address: str, kind: str) -> None:
    """The page shows the same text with scripts switched off; what a calculator shows then has its own test."""
    texts = []
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts, reduced_motion="reduce")
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
    page.get_by_text("看流程图").click()
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


def test_the_menu_is_opened_and_used_by_keyboard(browser: Browser, address: str) -> None:
    """On a phone: one stop opens all sections in two levels, the next ones lead there; it needs no script."""
    with reading(browser, width=360, java_script_enabled=False, reduced_motion="reduce") as page:
        page.goto(address + KINDS["guide"])
        for _ in range(12):
            page.keyboard.press("Tab")
            if page.locator("summary:focus").count():
                break
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.locator("a:focus").inner_text() == "法治政府建设报告"

        page.keyboard.press("Enter")

        page.wait_for_url(address + "report/")


def test_a_wide_table_is_scrolled_by_keyboard(browser: Browser, address: str) -> None:
    """It takes the focus, says what it is, and moves under the arrows."""
    with reading(browser, width=320) as page:
        page.goto(address + KINDS["boards"])
        table = page.get_by_role("region", name="宣传栏一览")
        page.locator(".trail a").last.focus()
        for _ in range(6):
            page.keyboard.press("Tab")
            if table.evaluate("one => one === document.activeElement"):
                break
        before = table.evaluate("one => one.scrollLeft")

        page.keyboard.press("ArrowRight")

        page.wait_for_function("before => document.activeElement.scrollLeft > before", arg=before)


def test_nothing_moves_while_a_page_loads(browser: Browser, address: str) -> None:
    """No layout shift, neither in the usual version nor in that for elderly readers once it is chosen."""
    watch = """new Promise(done => {
      let sum = 0;
      new PerformanceObserver(list => list.getEntries().forEach(one => { sum += one.value; }))
        .observe({type: 'layout-shift', buffered: true});
      setTimeout(() => done(sum), 500);
    })"""
    with reading(browser, width=360) as page:
        for way in ("", "?elder", ""):
            for kind in ("home", "procedure", "guide"):
                page.goto(address + KINDS[kind] + way)
                assert page.evaluate(watch) == pytest.approx(0, abs=0.001), (kind, way)


def test_a_record_is_readable_before_any_script_has_come(browser: Browser, address: str) -> None:
    """While the script hangs the page stands there, dressed."""
    with reading(browser, width=360) as page:
        page.context.route("**/*.js", lambda route: None)  # never answered
        page.goto(address + KINDS["procedure"], wait_until="commit")
        page.locator("h1").wait_for()

        assert page.locator("h1").evaluate("one => getComputedStyle(one).fontWeight") == "700"
        assert page.locator(".steps > li").count() > 5


@pytest.mark.parametrize("kind", ["home", "report", "power", "procedure", "listing", "guide"])
def test_a_page_is_light(browser: Browser, address: str, site_folder: Path, kind: str) -> None:
    """At most four requests and 45 kB, gzipped, make the first view of a page."""
    with reading(browser, width=360) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
        page.goto(address + KINDS[kind])
    files = [
        site_folder / SUB_PATH / (f"{name}index.html" if name.endswith("/") or not name else name) for name in asked
    ]

    assert len(asked) <= 4
    assert sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) <= 45_000
