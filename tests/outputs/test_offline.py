"""The list of what a phone may keep, and the worker that reads it, as text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from whole import ROOT

from publicity.outputs.offline import OfflineList, hash_of, hash_of_page, render_offline_list, render_worker

GOLDEN = ROOT / "tests" / "golden"
KNOWN = OfflineList(
    pages={"": (3000, hash_of(b"home")), "offline/": (2000, hash_of(b"offline"))},
    files={"assets/0123abcd/site.css": (9000, hash_of(b"style"))},
    attachments={"guide/%E8%A1%A8.docx": (12000, hash_of(b"form"))},
    search={"manifest.json": hash_of(b"manifest"), "0123456789ab": hash_of(b"segment")},
)


def test_the_list_is_as_the_worker_reads_it() -> None:
    """Byte for byte."""
    assert render_offline_list(KNOWN) == (GOLDEN / "offline.json").read_bytes()


@pytest.mark.parametrize("part", ["pages", "files", "attachments", "search"])
def test_another_content_is_another_version(part: str) -> None:
    """Of whatever may be kept; equal content is the same version."""
    assert replace(KNOWN, **{part: {}}).version != KNOWN.version
    assert replace(KNOWN).version == KNOWN.version


def test_another_version_is_another_worker() -> None:
    """Browsers tell by its bytes that there is a new one; the source's comments do not go out."""
    first, second = (
        render_worker("/* why */\nact();\n", one, ["offline/"], [""]) for one in (KNOWN, replace(KNOWN, search={}))
    )

    lines = [f'VERSION="{KNOWN.version}"', 'LEAST=["offline/"]', 'CORE=[""]', 'SHORT="i/"']
    assert first.decode() == "".join(f"const {line};\n" for line in lines) + "act();\n"
    assert first != second


PAGE = '<link href="../assets/0123abcd/site.css"><p>正文。<span data-daily>截至 2026-11-28</span></p>{}'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2026-11-28", "2026-11-29"),
        ("0123abcd", "89abcdef"),
        ("<span data-daily>截至 2026-11-28</span>", '<span class="a" data-daily hidden>a<b>b</b>\n</span>'),
    ],
)
def test_a_page_that_says_the_same_has_the_same_hash(old: str, new: str) -> None:
    """Another day where the template says that it follows the day, another style."""
    assert hash_of_page(PAGE.replace(old, new).encode()) == hash_of_page(PAGE.encode())


@pytest.mark.parametrize(
    ("old", "new"),
    [("正文", "更正"), ("</p>", "。</p>"), ("site.css", "other.css"), ("data-daily", "data-day"), ("{}", "2026-11-28")],
)
def test_a_page_that_says_something_else_has_another_hash(old: str, new: str) -> None:
    """Before, after and beside what follows the day."""
    assert hash_of_page(PAGE.replace(old, new).encode()) != hash_of_page(PAGE.encode())


def test_a_size_alone_is_no_other_version() -> None:
    """Of a page the part that follows the day may be longer tomorrow."""
    assert replace(KNOWN, pages={one: (1, hashed) for one, (_, hashed) in KNOWN.pages.items()}).version == KNOWN.version
