"""名词解释 as a reader meets it: a word leads to its explanation and back, with and without scripts, on paper."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser
from readers import faults, reading

from publicity.outputs.term_links import TermLinks
from publicity.rules import load_rules

PAGE = "enforcement/procedures/2026-00021/"


def test_a_word_leads_to_its_explanation_and_back(browser: Browser, address: str) -> None:
    """On a phone, by pressing; nothing that axe finds, here and on the page of all terms."""
    with reading(browser, width=360) as page:
        page.goto(address + PAGE)
        assert faults(page) == []
        page.locator("a.term", has_text="催告").click()

        entry = page.locator(".terms__list div:target")
        assert entry.locator("dt").inner_text() == "催告"
        entry.get_by_role("link", name="回到正文里的“催告”").click()
        assert page.evaluate("location.hash") == "#used-demand"

        page.locator(".terms").get_by_role("link", name="看全部名词解释").click()
        page.wait_for_url(address + "glossary/")
        assert page.locator(".terms__list dt").count() == len(load_rules().glossary)
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_it_is_there_without_scripts_and_on_paper(browser: Browser, address: str) -> None:
    """Only the terms that the page uses, each once."""
    context = browser.new_context(java_script_enabled=False, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + PAGE)
    used = page.locator("a.term").evaluate_all("all => all.map(one => one.getAttribute('href').slice(1))")

    assert len(used) > 8
    assert page.locator(".terms__list > div").evaluate_all("all => all.map(one => one.id)") == used
    page.emulate_media(media="print")
    assert page.locator(".terms__list").is_visible()
    assert not page.locator(".terms .more").first.is_visible()
    context.close()


def test_no_word_of_any_page_is_changed(site_folder: Path, address: str) -> None:
    """Every page of the real site, explained again from its text without links: only links come in."""
    links = TermLinks(load_rules().glossary)
    explained = 0
    for path in sorted(site_folder.rglob("*.html")):
        html = re.sub(r'<a class="term"[^>]*>(.*?)</a>', r"\1", path.read_text(encoding="utf-8"))
        made = links.explain(html)
        assert re.sub(r'<a class="term"[^>]*>(.*?)</a>', r"\1", made.html) == html
        explained += bool(made.terms)

    assert explained > 50
