"""A page older than a document's change of state: put right by the reader's day in Asia/Shanghai, wherever they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import page as plain_page
from normative import FOLDER, documents
from playwright.sync_api import Browser, Page
from readers import faults
from whole import make_site, run_cli

NEWER = {"formed_on": "2026-10-01", "published_at": "2026-10-02 09:00", "effective_on": "2026-12-01"}
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built on 2026-11-22: 02 takes effect on 1 December and repeals 01; 03 lasts until the year's end; 04 has lapsed."""
    folder = tmp_path_factory.mktemp("validity")
    pages = {"index.md": plain_page(title="首页"), "disclosure/index.md": plain_page(title="公开")}
    pages |= {
        "guide/supervision.md": plain_page(title="监督"),
        f"{FOLDER}index.md": plain_page(title="文件", layout="section"),
    }
    pages |= documents(
        {
            "01": {"replaced_by": "2024-00002"},
            "02": NEWER | {"title": "新办法", "repeals": "[2024-00001]"},
            "03": {"expires_on": "2026-12-31"},
            "04": {"expires_on": "2025-12-31"},
        }
    )
    done = run_cli("build", "-f", make_site(folder, pages), "--today", "2026-11-22")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture
def open_page(browser: Browser, site: Path) -> Open:
    """Opens a page at a moment, for a reader in New York, from the files as they lie."""

    def opened(uri: str, moment: str = "2026-11-22T12:00:00+08:00", scripts: bool = True, width: int = 360) -> Page:
        context = browser.new_context(
            timezone_id="America/New_York",
            java_script_enabled=scripts,
            reduced_motion="reduce",
            viewport={"width": width, "height": 800},
        )
        page = context.new_page()
        page.clock.set_fixed_time(moment)
        page.goto((site / uri / "index.html").as_uri())
        return page

    return opened


def shown(page: Page) -> tuple[list[str], str]:
    """The banners that can be seen, and the validity in the header."""
    banners = [one.inner_text() for one in page.locator(".state--validity").all() if one.is_visible()]
    validity = page.locator("table.meta tr", has_text="文件有效性").locator("td").inner_text()
    page.context.close()
    return banners, validity


@pytest.mark.parametrize(
    ("serial", "moment", "words", "validity"),
    [
        ("01", "2026-11-22T12:00:00+08:00", "! 本文件现行有效。将于2026年12月1日废止。废止它的文件：新办法", "有效"),
        ("01", "2026-11-30T23:59:59+08:00", "! 本文件现行有效。将于2026年12月1日废止。废止它的文件：新办法", "有效"),
        ("01", "2026-12-01T00:00:00+08:00", "× 本文件自2026年12月1日起已经废止，不再作为行政管理的依据。取代它的文件：新办法", "废止"),
        ("02", "2026-11-30T23:59:59+08:00", "! 本文件尚未施行，2026年12月1日起施行。现在还不能当作办事的依据。", "尚未施行"),
        ("02", "2026-12-01T00:00:00+08:00", "※ 本文件自2026年12月1日起施行。", "有效"),
        ("03", "2026-12-31T23:59:59+08:00", "! 本文件现行有效。将于2027年1月1日失效。", "有效"),
        ("03", "2030-01-01T00:00:00+08:00", "× 本文件自2027年1月1日起已经失效，不再作为行政管理的依据。", "失效"),
        ("04", "2030-01-01T00:00:00+08:00", "× 本文件自2026年1月1日起已经失效，不再作为行政管理的依据。", "失效"),
    ],
)  # fmt: skip
def test_one_banner_says_what_holds_on_the_readers_day(
    open_page: Open, serial: str, moment: str, words: str, validity: str
) -> None:
    """To the second of the day's change in Shanghai; banner and header agree."""
    banners, cell = shown(open_page(f"{FOLDER}2024-000{serial}", moment))

    assert ([one.replace("\xa0", " ").replace("： ", "：") for one in banners], cell) == ([words], validity)


def test_without_javascript_the_state_of_the_build_is_shown(open_page: Open) -> None:
    """And what is known to follow stands in its words."""
    banners, cell = shown(open_page(f"{FOLDER}2024-00001", "2026-12-05T12:00:00+08:00", scripts=False))

    assert (len(banners), cell) == (1, "有效")
    assert "将于2026年12月1日废止" in banners[0]


@pytest.mark.parametrize("uri", [FOLDER, f"{FOLDER}review"])
def test_the_rows_of_lists_follow_the_day(open_page: Open, uri: str) -> None:
    """The same words in every list of the documents."""
    marks = {}
    for moment in ("2026-11-22T12:00:00+08:00", "2027-01-01T00:00:00+08:00"):
        page = open_page(uri, moment)
        rows = page.locator(".rows > li").all()
        marks[moment[:4]] = {row.locator("a").inner_text(): row.locator(".mark").inner_text() for row in rows}
        page.context.close()

    names = ["青石镇办法01", "新办法", "青石镇办法03", "青石镇办法04"]
    assert [marks["2026"][name] for name in names] == ["有效", "尚未施行", "有效", "失效"]
    assert [marks["2027"][name] for name in names] == ["废止", "有效", "失效", "失效"]


def test_only_pages_with_a_change_ahead_load_the_script(site: Path) -> None:
    """What has ended for good needs none, nor does any other page; there is no inline script."""
    loading = {
        path.parent.relative_to(site).as_posix()
        for path in site.rglob("index.html")
        if "/validity.js" in path.read_text(encoding="utf-8")
    }

    assert {f"{FOLDER}2024-0000{n}" for n in (1, 2, 3)} <= loading
    assert not loading & {".", "guide/supervision", f"{FOLDER}2024-00004"}
    assert "<script>" not in (site / f"{FOLDER}2024-00001/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "uri", [f"{FOLDER}2024-00001", f"{FOLDER}2024-00002", f"{FOLDER}2024-00004", FOLDER, f"{FOLDER}review"]
)
def test_the_pages_read_well(open_page: Open, uri: str, width: int) -> None:
    """Also after the day, when the script has spoken: nothing axe finds, no sideways scrolling, no error."""
    page = open_page(uri, "2027-01-01T00:00:00+08:00", width=width)

    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()
