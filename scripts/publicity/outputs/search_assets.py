"""``overrides/assets/search/`` → what readers download: joined where it is needed together, and small."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import rcssmin
import rjsmin

ENGINE = ("text.js", "grams.js", "postings.js", "index.js", "walk.js", "result.js", "query.js", "engine.js")
PANEL = ("panel.js", "overlay.js")
JOINED = "search.js"
ALONE = ("filters.js", "highlight.js")
STYLE = "search.css"


def render_search_assets(folder: Path) -> dict[str, str]:
    """By name, without comments and indentation: what searches and shows in one, and what not every reader needs."""
    alone = {name: minify(_read(folder, name)) for name in ALONE}
    joined = render_engine(folder) + "".join(minify(_read(folder, name)) for name in PANEL)
    return {JOINED: joined, STYLE: str(rcssmin.cssmin(_read(folder, STYLE))) + "\n"} | alone


def render_engine(folder: Path) -> str:
    """Its parts inside one function, which leaves one name behind: TownSearch."""
    return render_script(_read(folder, name) for name in ENGINE)


def _read(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def render_script(parts: Iterable[str]) -> str:
    """Parts of one script inside one function, so that their names are theirs."""
    body = "\n".join(parts)
    return minify(f'(function () {{\n"use strict";\n{body}}})();')


def minify(script: str) -> str:
    """Without comments and indentation."""
    return str(rjsmin.jsmin(script)) + "\n"
