"""Pages for staff and pages of rules in a whole site: hidden, or not built; found by nobody who does not know them."""

from __future__ import annotations

import re
from pathlib import Path

import icalendar
import pytest
from conftest import page, record
from whole import make_site, run_cli, tree

PAGES = {
    "index.md": page(layout="home"),
    "disclosure/index.md": page(layout="section"),
    "disclosure/2026/2026-00001.md": record(published_at="待核定"),
    "schedule/index.md": page(layout="calendar"),
    "guide/about.md": page(),
}
STAFF = re.compile(r'(?:href|src)="[^"]*staff/')


def built(folder: Path, **settings: object) -> dict[str, bytes]:
    config = make_site(folder, PAGES, **settings)
    done = run_cli("build", "-f", config, "--site-dir", folder / "site", "--today", "2026-11-22")
    assert done.returncode == 0, done.stdout + done.stderr
    return tree(folder / "site")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(tmp_path_factory.mktemp("with"))


def test_staff_pages_are_kept_from_search_engines(site: dict[str, bytes]) -> None:
    """noindex on each, none in the sitemap, while public pages are."""
    staff = [name for name in site if name.startswith("staff/") and name.endswith(".html")]

    assert "staff/duties/index.html" in staff
    assert all(b'<meta name="robots" content="noindex,nofollow">' in site[name] for name in staff)
    assert b"/staff/" not in site["sitemap.xml"]
    assert b"/rules/deadlines/" in site["sitemap.xml"]
    assert b"noindex" not in site["rules/index.html"]


def test_no_public_page_leads_to_staff_pages(site: dict[str, bytes]) -> None:
    """Neither its navigation nor its text."""
    public = {name: data for name, data in site.items() if name.endswith(".html") and not name.startswith("staff/")}

    assert len(public) > 10
    assert [name for name, data in public.items() if STAFF.search(data.decode())] == []


def test_without_staff_pages_nothing_of_them_is_built(tmp_path: Path) -> None:
    """A setting of the town; the public calendar stays."""
    site = built(tmp_path, staff_pages=False)

    assert [name for name in site if name.startswith("staff")] == []
    assert "calendar.ics" in site


def test_the_calendars_of_the_site_can_be_read(site: dict[str, bytes]) -> None:
    """The public one is linked from the schedule, that of the duties from the staff's page."""
    assert b'href="../calendar.ics"' in site["schedule/index.html"]
    assert b'href="../duties.ics"' in site["staff/duties/index.html"]
    for name in ("calendar.ics", "staff/duties.ics"):
        assert icalendar.Calendar.from_ical(site[name]).walk("VEVENT")


def test_the_rules_are_reached_from_the_page_about_the_site(site: dict[str, bytes]) -> None:
    """One sentence there; every file of rules from the index."""
    assert b'href="../../rules/"' in site["guide/about/index.html"]
    pages = {name.split("/")[1] for name in site if re.fullmatch(r"rules/\w+/index\.html", name)}
    linked = set(re.findall(r'href="(\w+)/"', site["rules/index.html"].decode()))

    assert pages == linked
    assert "deadlines" in pages


def test_what_a_duty_says_is_text(tmp_path: Path) -> None:
    """A title cannot bring markup into the staff's page, and the list says what to do."""
    site = built(tmp_path, owners={"disclosure/": "党政&财政"})
    text = site["staff/duties/index.html"].decode()

    assert "责任岗位：党政&amp;财政" in text
    assert "2026-04-30" in text
    assert "请尽快公开，并填写实际的发布时间" in text
