"""The parts of the search in ``overrides/assets/search/`` → the one script that readers download when they search."""

from __future__ import annotations

from pathlib import Path

import rjsmin

ENGINE = ("text.js", "grams.js", "postings.js", "index.js", "walk.js", "result.js", "query.js", "engine.js")
PANEL = "panel.js"
PARTS = (*ENGINE, PANEL)


def render_search_script(folder: Path) -> str:
    """The engine, then the panel; without comments and indentation."""
    return render_engine(folder) + str(rjsmin.jsmin((folder / PANEL).read_text(encoding="utf-8"))) + "\n"


def render_engine(folder: Path) -> str:
    """Its parts inside one function, which leaves one name behind: TownSearch."""
    parts = "\n".join((folder / part).read_text(encoding="utf-8") for part in ENGINE)
    return str(rjsmin.jsmin(f'(function () {{\n"use strict";\n{parts}}})();')) + "\n"
