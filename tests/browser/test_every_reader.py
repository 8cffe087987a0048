"""Every kind of page for every reader: narrow, enlarged, at night, in large letters, without scripts, on paper.

A picture of each is kept in test-results/screens/, to be looked at.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import served
from pages import KINDS, OTHERS
from playwright.sync_api import Browser, Page
from readers import faults, reading
from whole import ROOT

SCREENS = ROOT / "test-results" / "screens"
# What enlarging leaves of a 1280 px window, in CSS px; and a phone whose owner has set letters of 30 px.
VIEWS = {"desk": 1280, "phone": 360, "zoom-200": 640, "zoom-400": 320, "letters-30": 360}
MODES = ("light", "dark", "elder", "no-script", "print")


def _set(page: Page, view: str, mode: str) -> None:
    if view == "letters-30":
        session = page.context.new_cdp_session(page)
        session.send("Page.setFontSizes", {"fontSizes": {"standard": 30, "fixed": 26}})
    if mode == "elder":  # at its largest; the smaller sizes have tests of their own
        page.add_init_script("localStorage.setItem('elder', 30)")
    if mode == "print":
        page.emulate_media(media="print")


def _wrong(page: Page, width: int) -> list[Any]:
    """What axe finds, and a page that is wider than its window."""
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [*faults(page), *([f"{wide} px wide"] if wide > width else [])]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_page_reads_well(browser: Browser, address: str, view: str, mode: str) -> None:
    """Nothing axe finds, no sideways scrolling, no breach of the policy, no error, no request elsewhere."""
    scheme = "dark" if mode == "dark" else "light"
    with reading(browser, scripts=mode != "no-script", width=VIEWS[view], color_scheme=scheme) as page:
        _set(page, view, mode)
        wrong = {}
        for kind, uri in KINDS.items():
            page.goto(address + uri)
            assert page.evaluate("document.documentElement.lang") == "zh-CN"
            if found := _wrong(page, VIEWS[view]):
                wrong[kind] = found
            SCREENS.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=SCREENS / f"{kind}-{view}-{mode}.jpg", type="jpeg", quality=60)

    assert wrong == {}


@pytest.mark.parametrize("width", [360, 1280])
def test_all_other_kinds_read_well(browser: Browser, address: str, width: int) -> None:
    """Pages that are much like the others: on a phone by day, on a desk by night."""
    with reading(browser, width=width, color_scheme="light" if width == 360 else "dark") as page:
        wrong = {}
        for kind, uri in OTHERS.items():
            page.goto(address + uri)
            if found := _wrong(page, width):
                wrong[kind] = found

    assert wrong == {}


# What the real site has no page of yet, of the invented one.
INVENTED = {
    "item": "disclosure/2026/2026-00030/",
    "attachments": "disclosure/2026/2026-00001/",
    "repealed": "disclosure/normative/2024-00003/",
    "in-force": "disclosure/normative/2024-00002/",
    "review": "disclosure/normative/review/",
    "tables": "report/2025-00001/",
    "result": "enforcement/results/2026-00006/",
    "withdrawn": "enforcement/results/2026-00007/",
    "event": "schedule/2026/2026-00008/",
    "board": "schedule/2026/2026-00009/",
    "pager": "disclosure/category/20-15/",
}


@pytest.mark.parametrize("mode", ["dark", "elder", "print"])
def test_every_kind_of_record_reads_well_on_a_phone(browser: Browser, invented: Path, mode: str) -> None:
    """All states and kinds, among them those that this town has published nothing of."""
    with served(invented) as address, reading(browser, width=360, color_scheme="dark") as page:
        _set(page, "phone", mode)
        wrong = {}
        for kind, uri in INVENTED.items():
            page.goto(address + uri)
            if found := _wrong(page, 360):
                wrong[kind] = found
            page.screenshot(path=SCREENS / f"{kind}-phone-{mode}.jpg", type="jpeg", quality=60)

    assert wrong == {}


def test_letters_of_30_px_are_what_they_say(browser: Browser, address: str) -> None:
    """The view that stands for a reader's own letters does enlarge them."""
    with reading(browser, width=360) as page:
        _set(page, "letters-30", "light")
        page.goto(address)
        size = page.locator("#content p").first.evaluate("one => getComputedStyle(one).fontSize")

    assert re.fullmatch(r"33\.\d+px", size)
