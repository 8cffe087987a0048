"""One page an address: two sources for one address would lose a page without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from publicity.content.corpus import Corpus, Page
from publicity.finding import Finding, Severity
from publicity.rules import Rules

# Addresses of generated listings: years, pages, kinds and categories below a section.
_GENERATED = re.compile(r"(?:^|/)(?:[0-9]{4}|page-[0-9]+)/$|(?:^|/)(?:kind|category)/[^/]+/")


def check_addresses(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """No two pages share an address, and none takes that of a listing."""
    seen: dict[str, Page] = {}
    for page in corpus.pages:
        first = seen.setdefault(page.url.casefold(), page)
        if first is not page and first.uri.casefold() == page.uri.casefold():
            continue  # the names themselves are told by another check
        if first is not page:
            yield _finding(page, f"与 {first.shown} 的网址相同，只有一页能显示", "请给其中一个改名")
        elif _GENERATED.search(page.url):
            yield _finding(
                page, "这个网址留给系统生成的清单", "请换一个文件名；年份、page-数字、kind、category 由系统使用"
            )
        elif page.stem.casefold() == "readme":
            yield _finding(page, "README 会被当作文件夹的首页", "请换一个文件名，或改为 index.md")


def _finding(page: Page, message: str, cure: str) -> Finding:
    return Finding(page.shown, 1, 1, Severity.BLOCK, "address", message, cure)
