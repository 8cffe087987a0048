"""The second look: what a page's text became is judged whoever builds, and a refused page is never put in place."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import page
from mkdocs.commands.build import build
from mkdocs.config import load_config
from whole import make_site, run_cli, run_module, tree

TODAY = "2026-11-22"
SITE = {"index.md": page(title="首页"), "disclosure/index.md": page()}
# The patterns of the source see no image here: only its rendered page shows where it comes from.
SLY = page("正文。\n\n> [乙]: https://a.invalid/x.png\n\n![甲][乙]\n")
SAID = "docs/sly.md:8  [必须改] 不允许的图片地址“https://a.invalid/x.png”"


def test_a_page_refused_after_rendering_leaves_the_earlier_site(tmp_path: Path) -> None:
    """Exit 1, the finding at its line, and not one byte of the earlier site changed."""
    config = make_site(tmp_path, SITE)
    assert run_cli("build", "-f", config, "--today", TODAY).returncode == 0
    before = tree(tmp_path / "site")
    (tmp_path / "docs" / "sly.md").write_text(SLY, encoding="utf-8")

    checked = run_cli("check", "-f", config, "--today", TODAY)
    done = run_cli("build", "-f", config, "--today", TODAY)

    assert checked.returncode == 0, checked.stdout
    assert (done.returncode, SAID in done.stdout) == (1, True), done.stdout + done.stderr
    assert tree(tmp_path / "site") == before


def test_mkdocs_alone_refuses_it_before_anything_is_written(tmp_path: Path) -> None:
    """``mkdocs build --strict`` says the same, fails, and writes no page."""
    config = make_site(tmp_path, SITE | {"sly.md": SLY})

    done = run_module("mkdocs", "build", "--strict", "-f", config)

    assert done.returncode == 1
    assert SAID in done.stderr
    assert "1 处必须先改正" in done.stderr
    assert not list((tmp_path / "site").rglob("*.html"))


def test_an_id_of_the_template_is_refused(tmp_path: Path) -> None:
    """A heading may not be called as the frame calls its parts: links to them would go astray."""
    config = make_site(tmp_path, SITE | {"sly.md": page("## 甲 {#content}\n")})

    built = run_cli("build", "-f", config, "--today", TODAY)
    alone = run_module("mkdocs", "build", "--strict", "-f", config)

    assert (built.returncode, alone.returncode) == (1, 1)
    assert "docs/sly.md:6  [必须改] 标识“content”" in built.stdout
    assert "docs/sly.md:6  [必须改] 标识“content”" in alone.stderr


# No pattern of the source sees one number here: it stands in two links.
SPLIT = page("电话[138](index.md)[12345678](disclosure/index.md)\n")
SPLIT_SAID = "docs/split.md:1  [必须改] 网页里（源文件里是拆开写的）有手机号“138******78”"


def test_a_number_split_over_two_links_is_refused(tmp_path: Path) -> None:
    """The source passes, the rendered page does not; nothing is written, and the number is not repeated."""
    config = make_site(tmp_path, SITE | {"split.md": SPLIT})

    checked = run_cli("check", "-f", config, "--today", TODAY)
    built = run_cli("build", "-f", config, "--today", TODAY)
    alone = run_module("mkdocs", "build", "--strict", "-f", config)

    assert checked.returncode == 0, checked.stdout
    assert (built.returncode, SPLIT_SAID in built.stdout) == (1, True), built.stdout + built.stderr
    assert (alone.returncode, SPLIT_SAID in alone.stderr) == (1, True), alone.stderr
    assert "12345678" not in built.stdout + built.stderr + alone.stderr
    assert not list((tmp_path / "site").rglob("*.html"))


def preview(config_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The site as a live preview would serve it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795276800")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    config = load_config(str(config_file), site_dir=str(config_file.parent / "preview"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    return config_file.parent / "preview"


@pytest.mark.parametrize(
    ("text", "secret", "words"),
    [
        (SLY, "a.invalid", "不允许的图片地址"),
        (page("<script>alert(1)</script>\n"), "<script>", "正文里有 HTML 标签"),
        (page("{!_fragments/a.md!}\n"), "<iframe>", "正文里有 HTML 标签"),
        (page("[" * 50_000), "[[[[", "千字节"),
        (SPLIT, "12345678", "138******78"),
    ],
    ids=["sly", "script", "fragment", "brackets", "split"],
)
def test_a_preview_shows_the_finding_and_not_the_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, secret: str, words: str
) -> None:
    """What must not be published does not run in the clerk's own browser, nor keep the preview from coming."""
    config = make_site(tmp_path, SITE | {"sly.md": text, "_fragments/a.md": "<iframe>\n"})

    site = preview(config, monkeypatch)

    html = (site / "sly" / "index.html").read_text(encoding="utf-8")
    assert secret not in html.partition("<article")[2]
    assert words in html or secret == "<iframe>"  # of a fragment the log tells, at the fragment's own line
    assert "正文" in (site / "index.html").read_text(encoding="utf-8")
