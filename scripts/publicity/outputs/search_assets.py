"""``overrides/assets/search/`` → what readers download: joined where it is needed together, and small."""

from __future__ import annotations

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
    alone = {name: _small(_read(folder, name)) for name in ALONE}
    joined = render_engine(folder) + "".join(_small(_read(folder, name)) for name in PANEL)
    return {JOINED: joined, STYLE: str(rcssmin.cssmin(_read(folder, STYLE))) + "\n"} | alone


def render_engine(folder: Path) -> str:
    """Its parts inside one function, which leaves one name behind: TownSearch."""
    parts = "\n".join(_read(folder, name) for name in ENGINE)
    return _small(f'(function () {{\n"use strict";\n{parts}}})();')


def _read(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def _small(script: str) -> str:
    return str(rjsmin.jsmin(script)) + "\n"
