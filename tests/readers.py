"""A reader's browser: under the strict policy, with all that goes wrong written down; and readers who search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route
from whole import ROOT

from publicity.outputs.headers import HEADERS

ASSETS = ROOT / "overrides" / "assets" / "search"
FAKE = Path(__file__).parent / "search_fake.js"
LOCAL = re.compile(r"(http://127\.0\.0\.1:|file:|data:|blob:)")
POLICY = dict(HEADERS)["Content-Security-Policy"]


@contextmanager
def reading(
    browser: Browser, *, fake: bool = False, scripts: bool = True, width: int = 1280, **options: Any
) -> Iterator[Page]:
    """A page in a profile of its own; an error, a warning, a breach of the policy or a request elsewhere fails the test.

    ``fake`` puts tests/search_fake.js in the place of the engine; without ``scripts`` the page is what a browser shows
    that runs none, and can still be measured; ``options`` are those of the browser's context.
    """
    if not scripts:
        options["reduced_motion"] = "reduce"  # else the page waits a moment for its script before it shows itself
    context = browser.new_context(viewport={"width": width, "height": 800}, **options)
    context.add_init_script("delete Navigator.prototype.serviceWorker")  # what it answers would not pass _under_policy
    # Pages; what they load comes under the policy of the page.
    context.route(re.compile(r"/(\?.*)?$|\.html$"), _under_policy if scripts else _without_scripts)
    if fake:
        script = "\n".join(
            path.read_text(encoding="utf-8") for path in (FAKE, ASSETS / "panel.js", ASSETS / "overlay.js")
        )
        context.route("**/search.js", lambda route: route.fulfill(body=script, content_type="text/javascript"))
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: wrong.append(request.url) if not LOCAL.match(request.url) else None)
    try:
        yield page
    finally:
        context.unroute_all(behavior="ignoreErrors")
        context.close()
    assert wrong == []


def _without_scripts(route: Route) -> None:
    """No script is named any more, and what stands there for that case is shown."""
    answer = route.fetch()
    text = re.sub(r"<script.*?</script>", "", answer.text(), flags=re.DOTALL)
    text = text.replace("<noscript>", "<div>").replace("</noscript>", "</div>")
    route.fulfill(response=answer, body=text, headers={**answer.headers, "content-security-policy": POLICY})


def _under_policy(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": POLICY})


def open_overlay(page: Page) -> Locator:
    """The overlay, opened by a press into the header's box."""
    page.locator(".top input[type=search]").click()
    overlay = page.get_by_role("dialog", name="搜索")
    overlay.wait_for()
    return overlay


def search(panel: Locator, text: str) -> str:
    """Types it, presses Enter and waits for what is said; returns that."""
    panel.locator("input[type=search]").fill(text)
    panel.locator("input[type=search]").press("Enter")
    return said(panel)


def said(panel: Locator) -> str:
    """What the live region says when the answer is there."""
    status = panel.locator(".search-said", has_text=re.compile("页面|没|标点"))
    status.wait_for()
    return status.inner_text()


def focused(page: Page) -> str:
    """The text, or the name, of what has the focus."""
    return str(page.evaluate("document.activeElement.textContent || document.activeElement.name"))


def faults(page: Page) -> list[Any]:
    """What axe finds, once the page has come: until then it waits, unseen, for its script."""
    page.wait_for_load_state()
    report = Axe().run(page)
    return [(one["id"], [node["target"] for node in one["nodes"]]) for one in report.response["violations"]]
