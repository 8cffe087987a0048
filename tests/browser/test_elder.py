"""The version for elderly readers: chosen, kept, left; large text and targets; read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from pages import KINDS
from playwright.sync_api import Browser, Locator, Page
from readers import faults, focused, reading

PHONE = 360
# What is touched, as against words in running text that are links.
TARGETS = (
    ".skip, button, summary, .apply__option, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), .menu__all a, .side a, .trail a, "
    ".rows > li > a, .doors a, .branches a, .toc a, .jump a, .more, .pager a, .facets a, .foot__links a"
)
SMALL_TEXT = """() => {
  const small = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const one = walk.currentNode.parentElement;
    if (walk.currentNode.data.trim() && one.getClientRects().length && !one.closest('svg, .visually-hidden, .find__label')
        && parseFloat(getComputedStyle(one).fontSize) < 23.9) {
      small.push(one.className + ' ' + walk.currentNode.data.trim().slice(0, 20));
    }
  }
  return small;
}"""
# A telephone's speech, which says at once; what is said is written down.
SPEECH = """
  window.spoken = [];
  window.SpeechSynthesisUtterance = function (words) { this.words = words; };
  Object.defineProperty(window, 'speechSynthesis', {value: {
    getVoices: () => [{lang: 'zh-CN'}],
    addEventListener: () => {},
    cancel: () => { window.spoken.push('—'); },
    speak: (one) => { window.spoken.push(one.words); window.last = one; },
  }});
"""


@contextmanager
def listening(browser: Browser, address: str) -> Iterator[tuple[Page, Locator]]:
    """A page on a phone that has begun to read it aloud, and the controls."""
    with reading(browser, width=PHONE) as page:
        page.add_init_script(SPEECH)
        page.goto(address + "?elder")
        page.get_by_role("button", name="朗读这一页").click()
        panel = page.get_by_role("region", name="朗读")
        panel.wait_for()
        yield page, panel


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """On a phone, under the strict policy."""
    with reading(browser, width=PHONE) as page:
        yield page


def _text_size(page: Page) -> float:
    return float(page.locator("article > p").first.evaluate("one => parseFloat(getComputedStyle(one).fontSize)"))


def test_the_choice_stays_until_it_is_left(page: Page, address: str) -> None:
    """One press; the next page and the next visit are large too; leaving it gives the focus back."""
    page.goto(address + KINDS["guide"])
    assert _text_size(page) == 18
    page.get_by_role("button", name="长辈版").click()
    assert _text_size(page) == pytest.approx(24, abs=0.1)
    assert focused(page) == "字大"

    page.goto(address + KINDS["power"])
    assert _text_size(page) == pytest.approx(24, abs=0.1)
    page.get_by_role("button", name="退出长辈版").click()

    assert _text_size(page) == 18
    assert focused(page) == "长辈版"
    page.reload()
    assert _text_size(page) == 18


def test_the_letters_have_three_sizes(page: Page, address: str) -> None:
    """24, 27 and 30 px; a button that leads no further says so."""
    page.goto(address + KINDS["guide"] + "?elder")
    larger, smaller = page.get_by_role("button", name="字大一点"), page.get_by_role("button", name="字小一点")
    sizes = [_text_size(page)]
    assert smaller.is_disabled()
    for _ in range(2):
        larger.click()
        sizes.append(_text_size(page))

    assert sizes == pytest.approx([24, 27, 30], abs=0.1)
    assert larger.is_disabled()
    page.goto(address)
    assert _text_size(page) == pytest.approx(30, abs=0.1)


def test_it_is_reached_by_keyboard(page: Page, address: str) -> None:
    """Enter and the space bar press the switch."""
    page.goto(address)
    for key in ("Enter", "Space"):
        page.locator(".top__elder").focus()
        page.keyboard.press(key)
        assert page.locator("html.elder").count() == 1
        page.get_by_role("button", name="退出长辈版").press("Enter")
        assert page.locator("html.elder").count() == 0


@pytest.mark.parametrize("way", ["elder/", "report/2022-1843313/?elder"])
def test_an_address_on_paper_leads_into_it(page: Page, address: str, way: str) -> None:
    """Both the page of its own and any page with ?elder; the next page keeps it."""
    page.goto(address + way)
    page.goto(address + KINDS["guide"])

    assert _text_size(page) == pytest.approx(24, abs=0.1)


def test_without_scripts_its_page_is_large_and_leads_everywhere(browser: Browser, address: str) -> None:
    """No button that does nothing; the whole navigation stands on the page."""
    with reading(browser, width=PHONE, java_script_enabled=False, reduced_motion="reduce") as page:
        page.goto(address + "elder/")

        assert _text_size(page) == pytest.approx(24, abs=0.1)
        assert page.locator("button:visible").all_inner_texts() == ["搜索"]
        assert page.locator("#content .branches a").count() > 10
        assert "没有打开 JavaScript" in page.locator("noscript").inner_text()


def test_a_browser_that_keeps_nothing_still_shows_it(browser: Browser, address: str) -> None:
    """Where storage is refused the choice lasts as long as the page, without an error."""
    with reading(browser, width=PHONE) as page:
        page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }})")
        page.goto(address)

        page.get_by_role("button", name="长辈版").click()

        assert page.locator("html.elder").count() == 1


@pytest.mark.parametrize("width", [PHONE, 1280])
@pytest.mark.parametrize(
    "kind", ["home", "who", "form", "report", "procedure", "guide", "categories", "schedule", "follow", "boards"]
)
def test_letters_and_targets_are_large(browser: Browser, address: str, kind: str, width: int) -> None:
    """No visible letter under 24 px; what is touched is 60 px high; one column."""
    with reading(browser, width=width) as page:
        page.goto(address + KINDS[kind] + "?elder")
        page.locator(".menu > summary").click()

        assert page.evaluate(SMALL_TEXT) == []
        low = page.locator(TARGETS).evaluate_all(
            "all => all.filter(one => one.getClientRects().length && one.getBoundingClientRect().height < 59.5)"
            ".map(one => one.outerHTML.slice(0, 90))"
        )
        assert low == []
        boxes = [page.locator(name).bounding_box() for name in (".body", ".side") if page.locator(name).count()]
        assert all(box and box["x"] < 60 for box in boxes)


@pytest.mark.parametrize("kind", ["procedure", "power", "who", "report", "guide"])
def test_at_the_largest_size_lines_still_hold_words(browser: Browser, address: str, kind: str) -> None:
    """Letters of 30 px on a phone: no paragraph, item or fact is squeezed to a few characters a line."""
    with reading(browser, width=PHONE) as page:
        page.add_init_script("localStorage.setItem('elder', 30)")
        page.goto(address + KINDS[kind])
        narrow = page.locator("#content p, #content li, #content dd").evaluate_all(
            "all => all.filter(one => one.getClientRects().length && one.innerText.trim().length > 6"
            " && one.getBoundingClientRect().width < 6 * parseFloat(getComputedStyle(one).fontSize))"
            ".map(one => one.innerText.slice(0, 30))"
        )

    assert narrow == []


def test_the_page_is_read_aloud_piece_by_piece(browser: Browser, address: str) -> None:
    """Title first; further, back, held and taken up again; it ends where it began."""
    with listening(browser, address + KINDS["guide"]) as (page, panel):
        assert page.evaluate("spoken[spoken.length - 1]") == "依申请公开"
        assert "正在读第 1 段" in panel.inner_text()
        assert page.locator(".aloud__now").inner_text() == "依申请公开"
        page.evaluate("last.onend()")
        assert page.evaluate("spoken.join('')").endswith(page.locator("article > p").first.inner_text())
        panel.get_by_role("button", name="停一下").click()
        said = page.evaluate("spoken.length")
        assert panel.get_by_role("button", name="接着读").count() == 1
        page.evaluate("last.onend()")
        assert page.evaluate("spoken.length") == said
        panel.get_by_role("button", name="上一段").click()
        assert page.evaluate("spoken[spoken.length - 1]") == "依申请公开"
        assert faults(page) == []
        panel.get_by_role("button", name="不读了").click()

        assert panel.count() == 0
        assert focused(page) == "朗读"
        assert page.locator(".aloud__now").count() == 0


@pytest.mark.parametrize("kind", ["procedure", "who", "report"])
def test_all_that_is_seen_is_read(browser: Browser, address: str, kind: str) -> None:
    """Text beside a paragraph in the same item included; what is said is the page's text, in its order."""
    with listening(browser, address + KINDS[kind]) as (page, _):
        page.evaluate("while (!document.querySelector('.aloud').textContent.includes('读完了')) { last.onend(); }")

        said = re.sub(r"\W", "", "".join(piece for piece in page.evaluate("spoken") if piece != "—"))
        page.locator("#content nav, #content form, #content [aria-hidden=true], #content svg").evaluate_all(
            "all => all.forEach(one => one.remove())"
        )
        assert said == re.sub(r"\W", "", page.locator("#content").inner_text())


def test_a_table_is_read_row_by_row_and_nothing_twice(browser: Browser, address: str) -> None:
    """Cells of a row are one piece; the end says that it is the end and offers to begin again."""
    with listening(browser, address + KINDS["guide"]) as (page, panel):
        for _ in range(400):
            if "读完了" in panel.inner_text():
                break
            page.evaluate("last.onend()")
        pieces = [piece for piece in page.evaluate("spoken") if piece != "—"]

        assert "申请人，姓名或者名称、身份证明、联系方式" in "".join(pieces)
        assert max(map(len, pieces)) <= 120
        assert "".join(pieces).count("身份证明只交给工作机构") == 1
        assert panel.get_by_role("button", name="从头读").count() == 1


def test_no_voice_no_button(page: Page, address: str) -> None:
    """A device without a Chinese voice is not offered what it cannot do."""
    page.add_init_script(
        "Object.defineProperty(window, 'speechSynthesis', {value: {getVoices: () => [{lang: 'en-US'}]}})"
    )
    page.goto(address + "?elder")

    assert page.locator('[data-elder="aloud"]').is_hidden()
