"""Open data and short addresses in a whole site: whole links, an honest sitemap, nothing of them in the search."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from conftest import page, record
from every_kind import ADDRESS, GONE, PAGES, SERIALS, every_kind
from whole import run_cli, tree

from publicity.outputs.artefact import size_in_words
from publicity.outputs.open_data_files import MODELS

Site = dict[str, bytes]


def built(folder: Path, pages: dict[str, str | bytes] = PAGES, *, today: str = "2026-11-22", **settings: Any) -> Site:
    """The site of that day; the build itself checks every link in it."""
    config = every_kind(folder / "town", pages, **settings)
    done = run_cli("build", "-f", config, "--site-dir", folder / "site", "--today", today)
    assert done.returncode == 0, done.stdout + done.stderr
    return tree(folder / "site")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built(tmp_path_factory.mktemp("open"))


def addresses(site: Site) -> dict[str, str]:
    """What the sitemap names, with the day, by its way from the site."""
    text = site["sitemap.xml"].decode("utf-8")
    found = re.findall(r"<url><loc>([^<]*)</loc>(?:<lastmod>([^<]*)</lastmod>)?</url>", text)
    assert all(place.startswith(ADDRESS) for place, _ in found)
    return {place.removeprefix(ADDRESS): day for place, day in found}


def test_the_sitemap_names_public_pages_and_true_days(site: Site) -> None:
    """No short address, staff page, search or list of numbers; a day only where the records tell it."""
    found = addresses(site)

    assert [place for place in found if place.startswith(("i/", "staff/", "search/", "api/"))] == []
    assert all(f"{place}index.html" in site for place in found)
    assert found[""] == ""
    assert found["disclosure/2026/2026-00001/"] == "2026-04-02"
    assert found["disclosure/2026/2026-00002/"] == ""
    assert found["disclosure/normative/2024-00003/"] == "2025-01-01"
    assert found["enforcement/results/"] == "2026-04-01"
    assert "open-data/" in found


def test_another_day_changes_no_day_of_the_sitemap(site: Site, tmp_path: Path) -> None:
    """Time alone is no change."""
    assert addresses(built(tmp_path, today="2026-11-23")) == addresses(site)


def test_a_site_in_which_no_day_is_known_has_a_sitemap(tmp_path: Path) -> None:
    """Nothing published yet, no pages for staff: no day at all, and not today's."""
    pages: dict[str, str | bytes] = {
        "index.md": page(layout="home"),
        "disclosure/index.md": page(layout="section"),
        "disclosure/2026/2026-00001.md": record(published_at="待核定"),
    }
    found = addresses(built(tmp_path, pages, staff_pages=False))

    assert "disclosure/2026/2026-00001/" in found
    assert set(found.values()) == {""}


def test_the_page_tells_the_size_of_every_file(site: Site) -> None:
    """As it is, without making the files twice."""
    html = site["open-data/index.html"].decode("utf-8")
    told = re.findall(
        r'<a href="\.\./(api/v1/[a-z_/]+\.)(csv|json)" download aria-label="[^"]+">([A-Z]+)，(\d+KB)</a>', html
    )

    assert len(told) == 2 * len(MODELS) + 2
    for name, ending, kind, size in told:
        assert (kind.lower(), size) == (ending, size_in_words(len(site[name + ending])))


def test_every_short_address_leads_to_its_record(site: Site) -> None:
    """Below the portal's sub-path, to a page of the site."""
    stubs = {name: data.decode("utf-8") for name, data in site.items() if re.fullmatch(r"i/[0-9-]+/index\.html", name)}

    assert {name.split("/")[1] for name in stubs} == SERIALS
    for name, html in stubs.items():
        (way,) = re.findall(r'http-equiv="refresh" content="0; url=([^"]*)"', html)
        there = urljoin(f"{ADDRESS}{name}", way).removeprefix(ADDRESS)
        assert f"{there}index.html" in site
        assert '<meta name="robots" content="noindex">' in html
    assert b'<meta name="robots" content="noindex,nofollow">' in site["i/index.html"]


def test_the_search_knows_nothing_of_them(site: Site) -> None:
    """Neither short addresses nor the list of numbers nor data: what they show are other pages."""
    named = [data.decode("utf-8") for name, data in site.items() if re.fullmatch(r"search/[0-9a-f]+/u/.*", name)]
    places = re.findall(r"[a-z][a-z0-9/-]*/", "\n".join(named))

    assert "disclosure/2026/2026-00001/" in places
    assert "i/2026-00001/" not in places
    assert [place for place in places if place.startswith(("i/", "api/"))] == []


def test_a_withdrawn_decision_is_nowhere(site: Site) -> None:
    """Its party, number, facts and outcome are in no file of the site, staff pages included."""
    texts = {name: data.decode("utf-8", "replace") for name, data in site.items()}

    assert [(name, word) for name, text in texts.items() for word in GONE[:4] if word in text] == []


def test_pages_carry_their_block(site: Site) -> None:
    """One of JSON-LD, which is JSON, and the canonical address beside it."""
    html = site["disclosure/normative/2024-00001/index.html"].decode("utf-8")
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)

    assert json.loads(block)["@graph"][0]["@type"] == "Legislation"
    assert f'<link rel="canonical" href="{ADDRESS}disclosure/normative/2024-00001/">' in html
    assert site["robots.txt"].endswith(f"Sitemap: {ADDRESS}sitemap.xml\n".encode())
    assert "api/v1/records/2026-00001.json" in site
