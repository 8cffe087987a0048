"""What a build promises: whole or not at all, the same bytes from the same input, nothing of another town."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import page, record
from whole import ROOT, clean_env, make_site, run_cli, run_module, tree

PAGES = {
    "index.md": page("欢迎。\n", title="首页", layout="home"),
    "disclosure/index.md": page("这里公开。\n", title="法定主动公开内容", layout="categories"),
}
GOOD = PAGES | {"disclosure/2026/2026-00001.md": record()}
TODAY = "2026-11-22"


def test_a_second_town_builds_with_no_trace_of_the_first(tmp_path: Path) -> None:
    """Settings and two pages make a town; no output file names 大河 or 三都."""
    config = make_site(tmp_path, PAGES)

    done = run_cli("build", "-f", config, "--today", TODAY)

    assert done.returncode == 0, done.stderr
    site = tree(tmp_path / "site")
    assert "index.html" in site
    traces = [name for name, data in site.items() if "大河".encode() in data or "三都".encode() in data]
    assert traces == []
    assert "云岭县青石镇人民政府".encode() in site["index.html"]


def test_a_record_is_published_with_its_header_and_meta_tags(tmp_path: Path) -> None:
    """The page carries the portal's header table and meta tags, and the listings carry the page."""
    config = make_site(tmp_path, GOOD)

    done = run_cli("build", "-f", config, "--today", TODAY)

    assert done.returncode == 0, done.stderr
    html = (tmp_path / "site/disclosure/2026/2026-00001/index.html").read_text(encoding="utf-8")
    assert '<meta name="ArticleTitle" content="一份公开件">' in html
    assert '<meta name="PubDate" content="2026-04-02 09:30">' in html
    assert '<meta name="SiteIDCode"' not in html
    for label in ("索引号", "发布机构", "成文日期", "文号", "发布时间", "文件有效性"):
        assert f'<th scope="row">{label}</th>' in html
    for listing in ("disclosure", "disclosure/2026", "disclosure/category/20-15"):
        assert "一份公开件" in (tmp_path / "site" / listing / "index.html").read_text(encoding="utf-8")
    assert "kind: disclosure_item" not in html


@pytest.mark.parametrize(
    "broken",
    [
        {"disclosure/2026/2026-00002.md": record("2026-00002", formed_on="2026-02-30")},
        {"disclosure/2026/2026-00002.md": record("2026-00002", body="见[附](没有.md)。\n")},
    ],
    ids=["date", "link"],
)
def test_what_blocks_leaves_the_earlier_site_as_it_was(tmp_path: Path, broken: dict[str, str]) -> None:
    """Exit 1, the finding on standard output, and not one byte of the earlier site changed."""
    config = make_site(tmp_path, GOOD)
    assert run_cli("build", "-f", config, "--today", TODAY).returncode == 0
    before = tree(tmp_path / "site")
    for uri, text in broken.items():
        (tmp_path / "docs" / uri).write_text(text, encoding="utf-8")

    done = run_cli("build", "-f", config, "--today", TODAY)

    assert done.returncode == 1
    assert "docs/disclosure/2026/2026-00002.md:" in done.stdout
    assert tree(tmp_path / "site") == before
    assert not list(tmp_path.glob(".site*"))


def test_a_link_that_only_the_template_makes_is_found_in_the_built_site(tmp_path: Path) -> None:
    """A page that a template links to but nobody wrote keeps the earlier site, and says so."""
    overrides = tmp_path / "overrides"
    shutil.copytree(ROOT / "overrides", overrides)
    footer = overrides / "partials" / "footer.html"
    footer.write_text(footer.read_text(encoding="utf-8") + '<a href="nowhere/">x</a>', encoding="utf-8")
    config = make_site(tmp_path, GOOD)
    config.write_text(
        config.read_text(encoding="utf-8").replace(str(ROOT / "overrides"), str(overrides)), encoding="utf-8"
    )

    done = run_cli("build", "-f", config, "--today", TODAY)

    assert done.returncode == 1
    assert "没有对应的文件" in done.stdout
    assert not (tmp_path / "site").exists()


def test_a_broken_template_is_told_in_one_message(tmp_path: Path) -> None:
    """MkDocs' own failure becomes exit code 2 without a traceback, and the earlier site stays."""
    overrides = tmp_path / "overrides"
    shutil.copytree(ROOT / "overrides", overrides)
    (overrides / "kinds" / "page.html").write_text("{% if %}", encoding="utf-8")
    config = make_site(tmp_path, GOOD)
    config.write_text(
        config.read_text(encoding="utf-8").replace(str(ROOT / "overrides"), str(overrides)), encoding="utf-8"
    )

    done = run_cli("build", "-f", config, "--today", TODAY)

    assert done.returncode == 2
    assert "网站" in done.stderr
    assert "Traceback" not in done.stderr


def test_two_builds_of_the_real_site_are_the_same_bytes(tmp_path: Path) -> None:
    """Another directory, time zone and hash seed change nothing."""
    places = [(tmp_path / "a", "Asia/Shanghai", "0"), (tmp_path / "b" / "deeper", "America/New_York", "4711")]
    sites = []
    for folder, zone, seed in places:
        _copy_project(folder)
        done = run_cli(
            "build", "-f", folder / "mkdocs.yml", "--today", TODAY, cwd=folder, env={"TZ": zone, "PYTHONHASHSEED": seed}
        )
        assert done.returncode == 0, done.stdout + done.stderr
        sites.append(tree(folder / "site"))

    assert sites[0] == sites[1]


def test_properdocs_builds_the_same_pages(tmp_path: Path) -> None:
    """The drop-in fork gives the same files, equal but for the generator tag."""
    sites = []
    for module in ("mkdocs", "properdocs"):
        folder = tmp_path / module
        done = run_module(module, "build", "--strict", "-f", ROOT / "mkdocs.yml", "-d", folder)
        assert done.returncode == 0, done.stdout + done.stderr
        sites.append({name: _without_generator(name, data) for name, data in tree(folder).items()})

    assert sites[0].keys() == sites[1].keys()
    assert [name for name in sites[0] if sites[0][name] != sites[1][name]] == []


def test_mkdocs_alone_refuses_what_blocks(tmp_path: Path) -> None:
    """``mkdocs build --strict`` runs the same checks before it cleans or writes anything."""
    config = make_site(tmp_path, GOOD | {"disclosure/2026/2026-00002.md": "没有字段\n"})
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("earlier", encoding="utf-8")

    done = run_module("mkdocs", "build", "--strict", "-f", config)

    assert done.returncode == 1
    assert "docs/disclosure/2026/2026-00002.md:1" in done.stderr
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "earlier"


def test_a_page_of_one_record_does_not_change_when_another_is_added(tmp_path: Path) -> None:
    """A record's bytes depend on its own source alone."""
    config = make_site(tmp_path, GOOD)
    run_cli("build", "-f", config, "--today", TODAY)
    first = tree(tmp_path / "site")["disclosure/2026/2026-00001/index.html"]
    (tmp_path / "docs/disclosure/2026/2026-00002.md").write_text(record("2026-00002"), encoding="utf-8")

    done = run_cli("build", "-f", config, "--today", "2026-12-24")

    assert done.returncode == 0, done.stderr
    assert tree(tmp_path / "site")["disclosure/2026/2026-00001/index.html"] == first


def test_a_locale_that_would_garble_addresses_is_refused(tmp_path: Path) -> None:
    """Without UTF-8 mode in a GB18030 locale nothing is built."""
    config = make_site(tmp_path, GOOD)

    done = run_cli(
        "build", "-f", config, env=clean_env({"PYTHONUTF8": "0", "LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0"})
    )

    assert done.returncode != 0
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("target", [".", "", "docs", "docs/site", "..", "mkdocs.yml", "notes", "overrides"])
def test_a_target_that_is_no_site_is_never_replaced(tmp_path: Path, target: str) -> None:
    """The project, its content, a file, or a folder of somebody's: exit 2, and everything is still there."""
    config = make_site(tmp_path / "town", GOOD)
    shutil.copytree(ROOT / "overrides", tmp_path / "town" / "overrides")
    (tmp_path / "town" / "notes").mkdir()
    (tmp_path / "town" / "notes" / "mine.txt").write_text("mine", encoding="utf-8")
    before = tree(tmp_path)

    done = run_cli("build", "-f", config, "--today", TODAY, "--site-dir", tmp_path / "town" / target)

    assert done.returncode == 2, done.stdout
    assert "不能生成到" in done.stderr
    assert tree(tmp_path) == before


def _copy_project(folder: Path) -> None:
    for name in ("docs", "overrides", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)


def _without_generator(name: str, data: bytes) -> bytes:
    if not name.endswith(".html"):
        return data
    return b"\n".join(line for line in data.split(b"\n") if b'<meta name="generator"' not in line)
