"""Feeds and calendar in a whole site: every page offers them, and what it offers is there, under any sub-path."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import lxml.etree
import lxml.html
import pytest
from conftest import page, record
from places import ADDRESS, place
from whole import make_site, run_cli, tree

PAGES = {
    "index.md": page(title="首页", layout="home"),
    "disclosure/index.md": page(title="主动公开", layout="categories"),
    "disclosure/2026/2026-00001.md": record(),
    "guide/catalogue.md": page(title="目录", layout="catalogue"),
    "schedule/index.md": page(title="普法日程", layout="calendar"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A placed site."""
    folder = tmp_path_factory.mktemp("placed")
    done = run_cli(
        "build", "-f", place(make_site(folder, PAGES)), "--site-dir", folder / "site", "--today", "2026-11-22"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return tree(folder / "site")


def links(data: bytes, path: str) -> list[str]:
    return [str(one) for one in lxml.html.fromstring(data).xpath(path)]


def test_every_page_offers_a_feed_that_is_there(site: dict[str, bytes]) -> None:
    """In its head, by an address that holds wherever the site stands; the error page, at no place of its own, has none."""
    short = re.compile("i/.+/")  # a short address only leads on
    pages = [name for name in site if name.endswith("index.html") and not short.match(name)]
    offered = {name: links(site[name], "//head/link[@rel='alternate']/@href") for name in pages}

    assert len(pages) > 20
    for name, hrefs in offered.items():
        assert "/" not in {href[0] for href in hrefs}
        assert {urljoin(name, href) for href in hrefs} <= set(site)
        assert "feeds/all.atom" in {urljoin(name, href) for href in hrefs}
    assert [urljoin("disclosure/2026/index.html", href) for href in offered["disclosure/2026/index.html"]] == [
        "feeds/disclosure.atom", "feeds/disclosure.json", "feeds/all.atom", "feeds/all.json",
    ]  # fmt: skip
    assert links(site["404.html"], "//head/link[@rel='alternate']/@href") == []


def test_a_listing_says_how_to_follow_it(site: dict[str, bytes]) -> None:
    """One line, which leads to the feed's own place on the page; the schedule leads to the calendar's."""
    places = links(site["follow/index.html"], "//@id")
    found = {
        name: [href for href in links(site[name], "//main//a/@href") if "follow/" in href]
        for name in ("disclosure/index.html", "guide/catalogue/index.html", "schedule/index.html")
    }

    assert found == {
        "disclosure/index.html": ["../follow/#feed-disclosure"],
        "guide/catalogue/index.html": ["../../follow/#feed-all"],
        "schedule/index.html": ["../follow/#calendar"],
    }
    assert {hrefs[0].partition("#")[2] for hrefs in found.values()} <= set(places)


def test_feeds_lead_to_pages_that_were_built(site: dict[str, bytes]) -> None:
    """Every address of every feed is one of the site's own."""
    feeds = [name for name in site if name.endswith(".atom")]
    hrefs = {str(href) for name in feeds for href in lxml.etree.fromstring(site[name]).xpath("//@href")}
    files = {href.removeprefix(ADDRESS) for href in hrefs}

    assert len(feeds) == 2
    assert all(href.startswith(ADDRESS) for href in hrefs)
    assert {f"{name}index.html" if name == "" or name.endswith("/") else name for name in files} <= set(site)


def test_the_page_gives_whole_addresses_to_copy(site: dict[str, bytes]) -> None:
    """As text, those of the files that are there; nothing waits for the address any more."""
    shown = links(site["follow/index.html"], "//p[@class='address']/code/text()")

    assert {one.removeprefix(ADDRESS) for one in shown} <= set(site)
    assert len(shown) == 5
    assert "正式网址" not in site["follow/index.html"].decode()


def test_a_town_with_a_page_of_its_own_is_led_nowhere_else(tmp_path: Path) -> None:
    """Its page has not the places that the lines beneath listings would lead to; the feeds are there all the same."""
    config = make_site(tmp_path, PAGES | {"follow/index.md": page(title="怎样订阅")})
    done = run_cli("build", "-f", config, "--site-dir", tmp_path / "site", "--today", "2026-11-22")
    assert done.returncode == 0, done.stdout + done.stderr
    site = tree(tmp_path / "site")

    assert b"follow/#" not in site["disclosure/index.html"] + site["schedule/index.html"]
    assert "feeds/all.atom" in site


def test_an_example_address_is_not_given_to_anybody(tmp_path: Path) -> None:
    """While the portal has given none, there are links to press, and the page says why."""
    done = run_cli("build", "-f", make_site(tmp_path, PAGES), "--site-dir", tmp_path / "site", "--today", "2026-11-22")
    assert done.returncode == 0, done.stdout + done.stderr
    data = (tmp_path / "site" / "follow" / "index.html").read_bytes()

    assert "正式网址" in data.decode()
    assert "example.invalid" not in data.decode()
    assert links(data, "//p[@class='address']/a/@href") == [
        "../feeds/all.atom", "../feeds/all.json", "../feeds/disclosure.atom", "../feeds/disclosure.json", "../calendar.ics",
    ]  # fmt: skip
