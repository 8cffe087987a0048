"""The strict policy holds on every kind of page: from a server's headers, from the page alone, and opened from a disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from browser.conftest import SUB_PATH
from browser.test_reading import KINDS
from playwright.sync_api import Browser, Page
from web_servers import nginx

from publicity.outputs.headers import META_POLICY

NOTE = """document.addEventListener("securitypolicyviolation", (event) => {
  console.error("refused: " + event.violatedDirective + " " + event.blockedURI);
});"""
MORE = {
    "search": "search/?q=%E5%A4%84%E7%BD%9A",
    "error": "404.html",
    "about": "guide/about/",
    "items": "disclosure/",
    "follow": "follow/",
}
PAGES = KINDS | MORE


@contextmanager
def watching(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and what its console complains of: breaches of the policy among it."""
    context = browser.new_context()
    context.add_init_script(NOTE)
    page, wrong = context.new_page(), list[str]()
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page, wrong
    context.close()


def test_no_page_breaks_the_policy_behind_a_real_server(browser: Browser, site_folder: Path, tmp_path: Path) -> None:
    """nginx with our file; each kind of page, and a search that finds."""
    text = (site_folder / SUB_PATH / "headers" / "nginx.conf").read_text(encoding="utf-8")
    with nginx(tmp_path / "run", site_folder, text) as server, watching(browser) as (page, wrong):
        for uri in PAGES.values():
            answer = page.goto(f"http://127.0.0.1:{server.port}/{SUB_PATH}/{uri}")

            assert answer is not None
            assert META_POLICY in (answer.header_value("content-security-policy") or "")
            assert (uri, wrong) == (uri, [])
        page.goto(f"http://127.0.0.1:{server.port}/{SUB_PATH}/{MORE['search']}")
        page.locator(".search-results li").first.wait_for()

    assert wrong == []


def test_the_page_alone_keeps_the_policy(browser: Browser, address: str) -> None:
    """Where a server says nothing, the page does, before it names anything; an inline script does not run."""
    with watching(browser) as (page, wrong):
        for uri in PAGES.values():
            page.goto(address + uri)

            assert (uri, wrong) == (uri, [])
        assert page.locator("head > *").nth(1).get_attribute("content") == META_POLICY
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))"
        )
        assert page.evaluate("window.ran") is None
        assert any("script-src" in one for one in wrong)


@pytest.mark.parametrize("kind", ["home", "report", "procedure"])
def test_a_page_opened_from_a_disk_is_styled(browser: Browser, site_folder: Path, kind: str) -> None:
    """file:// has no headers and no origin: the page's own policy still lets its style sheet in."""
    with watching(browser) as (page, wrong):
        page.goto((site_folder / SUB_PATH / KINDS[kind] / "index.html").as_uri())

        assert wrong == []
        assert page.locator("h1").first.is_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('.top')).backgroundColor") != "rgba(0, 0, 0, 0)"
