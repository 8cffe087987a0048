"""A reader at the page of feeds and calendar: addresses can be read and taken whole, on the narrowest phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import page, record
from places import ADDRESS, place
from playwright.sync_api import Browser
from search_readers import faults, reading
from whole import make_site, run_cli

from browser.conftest import SUB_PATH, served

PAGES = {
    "index.md": page(title="首页", layout="home"),
    "disclosure/index.md": page(title="主动公开", layout="categories"),
    "disclosure/2026/2026-00001.md": record(),
}
