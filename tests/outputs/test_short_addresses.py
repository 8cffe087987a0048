"""Short addresses: one small page a record, that works without scripts and below any sub-path; and robots.txt."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest
from conftest import TODAY, corpus_of, make_town, record
from every_kind import ADDRESS, GONE, SERIALS, every_kind

from publicity.content.corpus import url_of
from publicity.outputs.robots import make_robots
from publicity.outputs.short_addresses import make_short_addresses
from publicity.project import open_project


class Read(HTMLParser):
    """What a browser and a search engine take from the page."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.refresh = self.canonical = self.link = self.robots = ""
        self.feed(content.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if found.get("http-equiv") == "refresh":
            self.refresh = found["content"]
        elif found.get("name") == "robots":
            self.robots = found["content"]
        elif found.get("rel") == "canonical":
            self.canonical = found["href"]
        elif tag == "a":
            self.link = found["href"]


def stubs(config: Path) -> dict[str, bytes]:
    return {one.uri: one.content for one in make_short_addresses(open_project(config, TODAY))}


@pytest.mark.parametrize("address", [ADDRESS, "https://example.invalid/qingshi/"])
def test_each_record_has_one_that_leads_to_it(tmp_path: Path, address: str) -> None:
    """At once and by a link, relative; the full address is told only once there is one."""
    config = every_kind(tmp_path, address=address)
    found = stubs(config)
    pages = {record.serial: page.url for page, record in corpus_of(config).records}

    assert set(found) == {f"i/{serial}/index.html" for serial in SERIALS}
    for serial, url in pages.items():
        read = Read(found[f"i/{serial}/index.html"])
        here = f"{address}i/{serial}/"
        assert read.refresh == f"0; url={read.link}"
        assert urljoin(here, read.link) == f"{address}{url}"
        assert read.canonical == (f"{address}{url}" if address == ADDRESS else "")
        assert read.robots == "noindex"


def test_a_page_that_was_taken_down_has_none(tmp_path: Path) -> None:
    """Without its record there is no short address, and a withdrawn decision is not named by it."""
    pages = {"disclosure/2026/2026-00001.md": record(), "disclosure/2026/2026-00002.md": record("2026-00002")}
    before = stubs(make_town(tmp_path / "a", pages))
    del pages["disclosure/2026/2026-00002.md"]
    after = stubs(make_town(tmp_path / "b", pages))
    withdrawn = stubs(every_kind(tmp_path / "c"))["i/2026-00007/index.html"].decode("utf-8")

    assert set(before) - set(after) == {"i/2026-00002/index.html"}
    assert "已撤下" in withdrawn
    assert [word for word in GONE if word in withdrawn] == []


def test_it_follows_the_record_to_another_folder(tmp_path: Path) -> None:
    """The address stays; where it leads is the record's place today."""
    here = stubs(make_town(tmp_path / "a", {"disclosure/2026/2026-00001.md": record()}))
    there = stubs(make_town(tmp_path / "b", {"disclosure/2027/2026-00001.md": record()}))

    assert list(here) == list(there) == ["i/2026-00001/index.html"]
    assert Read(there["i/2026-00001/index.html"]).link == f"../../{url_of('disclosure/2027/2026-00001.md')}"


def test_a_title_cannot_break_out(tmp_path: Path) -> None:
    """Quotes and ampersands of a title are text."""
    (content,) = stubs(make_town(tmp_path, {"disclosure/2026/2026-00001.md": record(title="'甲\"&乙'")})).values()

    assert "<h1>甲&quot;&amp;乙</h1>" in content.decode("utf-8")


def test_robots_forbid_nothing_and_name_no_staff_page(tmp_path: Path) -> None:
    """noindex stands on the pages themselves; the sitemap is named by its full address, or not at all."""
    for name, address, lines in (
        ("a", ADDRESS, ["User-agent: *", "Disallow:", "", f"Sitemap: {ADDRESS}sitemap.xml"]),
        ("b", "https://example.invalid/qingshi/", ["User-agent: *", "Disallow:"]),
    ):
        (made,) = make_robots(open_project(every_kind(tmp_path / name, address=address), TODAY))
        assert made.uri == "robots.txt"
        assert made.content.decode("utf-8").splitlines() == lines
