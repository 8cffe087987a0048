"""``overrides/assets/`` and the theme's style sheet → what readers download, in one folder named after its content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import rcssmin

from publicity.outputs.search_assets import minify, render_script, render_search_assets

FOLDER = "assets"
# The one style sheet: the theme's rules come first, then these. Each part dresses one thing.
STYLES = (
    "colours",
    "frame",
    "text",
    "tables",
    "alignment",
    "lists",
    "procedures",
    "plots",
    "calculator",
    "application",
    "plain",
    "terms",
    "who",
    "elder",
    "follow",
    "offline",
    "paper",
)
# The one script of every page; what only some pages need is a file of its own beside it.
APP = ("start", "elder", "search", "offline")


@dataclass(frozen=True)
class Assets:
    """``files`` by uri, all below ``folder``: another content is another folder, so browsers may keep them for good.

    ``icon`` is the site's icon as a data: address, which costs no request.
    """

    folder: str
    files: Mapping[str, str]
    icon: str


def render_assets(source: Path, theme: str) -> Assets:
    """``source`` is overrides/assets/, ``theme`` the rules of the theme that are kept."""
    parts = "\n".join(_read(source / "styles" / f"{name}.css") for name in STYLES)
    made = {
        "site.css": f"{theme}\n{rcssmin.cssmin(parts)}\n",
        "app.js": render_script(_read(source / "app" / f"{name}.js") for name in APP),
        **{path.name: minify(_read(path)) for path in sorted(source.glob("*.js"))},
        **{f"search/{name}": text for name, text in render_search_assets(source / "search").items()},
    }
    digest = hashlib.sha256("\0".join(f"{name}\0{text}" for name, text in made.items()).encode()).hexdigest()[:8]
    folder = f"{FOLDER}/{digest}"
    icon = f"data:image/svg+xml,{quote(_read(source / 'favicon.svg').strip(), safe='=:/')}"
    return Assets(folder, {f"{folder}/{name}": text for name, text in made.items()}, icon)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
