"""The list of what a phone may keep, and the worker that reads it, as text."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from whole import ROOT

from publicity.outputs.offline import OfflineList, hash_of, render_offline_list, render_worker
from publicity.outputs.search_assets import minify

GOLDEN = ROOT / "tests" / "golden"
ASSETS = ROOT / "overrides" / "assets"
SCRIPTS = (ASSETS / "offline.js", ASSETS / "app" / "offline.js", *sorted((ASSETS / "offline").glob("*.js")))
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

    assert first.decode() == f'const VERSION="{KNOWN.version}";\nconst LEAST=["offline/"];\nconst CORE=[""];\nact();\n'
    assert first != second


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(ASSETS).as_posix())
def test_scripts_are_of_the_language_that_old_phones_read(path: Path) -> None:
    """ES2017: none of what came later, and no markup made of words."""
    text = minify(path.read_text(encoding="utf-8"))

    assert not re.search(
        r"\?\.[^\d]|\?\?|\.at\(|\bimport\b|replaceChildren|fromEntries|\.flat|innerHTML|\{\s*\.\.\.", text
    )
