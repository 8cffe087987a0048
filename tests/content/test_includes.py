"""Includes: bounded, inside _fragments/, and expanded exactly as markdown-include will expand them."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest

from publicity.content.includes import Expander, Problem
from publicity.content.markdown import Line

INCLUDE = "{!_fragments/a.md!}"


def fragments(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / "_fragments" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def expand(docs: Path, body: str) -> tuple[list[Line], list[Problem]]:
    lines = [Line(text, "docs/a.md", number) for number, text in enumerate(body.split("\n"), 4)]
    return Expander(docs, "docs").expand(lines)


def test_a_page_without_includes_is_left_alone(tmp_path: Path) -> None:
    """No include, no change."""
    lines, problems = expand(tmp_path, "一\n二")

    assert [line.text for line in lines] == ["一", "二"]
    assert problems == []


def test_lines_keep_the_place_where_a_clerk_finds_them(tmp_path: Path) -> None:
    """A fragment's lines carry the fragment's path and number, the page's lines its own."""
    docs = fragments(tmp_path, {"a.md": "甲\n\n乙"})
    lines, problems = expand(docs, f"前\n{INCLUDE}\n后")
    places = [(line.text, line.path, line.number) for line in lines]

    assert places == [
        ("前", "docs/a.md", 4),
        ("甲", "docs/_fragments/a.md", 1),
        ("", "docs/_fragments/a.md", 2),
        ("乙", "docs/_fragments/a.md", 3),
        ("后", "docs/a.md", 6),
    ]
    assert problems == []


def test_fragments_may_include_fragments_five_deep(tmp_path: Path) -> None:
    """Five levels are expanded; the sixth is refused at the line that asks for it."""
    docs = fragments(tmp_path, {f"f{n}.md": f"{{!_fragments/f{n + 1}.md!}}" for n in range(1, 6)} | {"f6.md": "底"})

    assert expand(docs, "{!_fragments/f2.md!}")[1] == []
    lines, problems = expand(docs, "{!_fragments/f1.md!}")
    assert [(one.line.path, one.line.number, one.message) for one in problems] == [
        ("docs/_fragments/f5.md", 1, "引用套了超过5层")
    ]
    assert lines == []


@pytest.mark.parametrize(
    ("include", "words"),
    [
        ("{!/etc/passwd!}", "路径不允许"),
        ("{!~/.profile!}", "路径不允许"),
        ("{!../mkdocs.yml!}", "路径不允许"),
        ("{!_fragments/../index.md!}", "路径不允许"),
        ("{!_fragments/sub/../../../mkdocs.yml!}", "路径不允许"),
        ("{!index.md!}", "路径不允许"),
        ("{!_fragments/a.txt!}", "路径不允许"),
        ("{!_fragments/.hidden.md!}", "路径不允许"),
        ("{!_fragments\\a.md!}", "路径不允许"),
        ("{!$HOME/a.md!}", "路径不允许"),
        ("{!_fragments/missing.md!}", "不存在"),
        ("{!_fragments/folder.md!}", "不存在"),
        ("{!_fragments/A.MD!}", "路径不允许"),
        ("{!_fragments/gbk.md!}", "GBK"),
        ("{!_fragments/bom.md!}", "BOM"),
        ("{!_fragments/empty.md!}", "空的"),
        ("{!_fragments/a.md!}{!_fragments/a.md!}", "没有单独占一行"),
        ("{!_fragments/a.md!} {!/etc/passwd!}", "没有单独占一行"),
        ("见 {!_fragments/a.md!}", "没有单独占一行"),
        ("`{!_fragments/a.md!}`", "没有单独占一行"),
        ("{!_fragments/a.md!lines=1-2}", "行号范围"),
        ("{!_fragments/a.md!lines=1 3 5-9}", "行号范围"),
        ("{!_fragments/loop.md!}", "绕成了圈"),
        ("{!_fragments/long/../loop.md!}", "路径不允许"),
    ],
)
def test_an_include_that_must_not_be_is_refused(tmp_path: Path, include: str, words: str) -> None:
    """Anything but a UTF-8 fragment named plainly on a line of its own is one problem, and nothing is put in."""
    files: dict[str, str | bytes] = {
        "a.md": "甲",
        "gbk.md": "公告".encode("gbk"),
        "bom.md": "\ufeff甲",
        "empty.md": "",
        "loop.md": "{!_fragments/loop.md!}",
    }
    docs = fragments(tmp_path, files)
    (docs / "_fragments" / "folder.md").mkdir()
    lines, problems = expand(docs, f"前\n\n{include}\n")

    assert len(problems) == 1
    assert words in problems[0].message
    assert problems[0].cure
    assert [line.text for line in lines] == ["前", "", ""]


def test_a_cycle_over_several_fragments_names_the_way(tmp_path: Path) -> None:
    """The message shows the circle, so that the clerk sees which line to take out."""
    docs = fragments(tmp_path, {"a.md": "{!_fragments/b.md!}", "b.md": "{!_fragments/a.md!}"})
    _, problems = expand(docs, INCLUDE)

    assert [one.message for one in problems] == ["引用绕成了圈：_fragments/a.md → _fragments/b.md → _fragments/a.md"]
    assert problems[0].line.path == "docs/_fragments/b.md"


@pytest.mark.parametrize("link", ["_fragments/a.md", "_fragments"])
def test_a_symlink_is_refused(tmp_path: Path, link: str) -> None:
    """Neither the fragment nor a folder on its way may be a link to somewhere else."""
    docs, elsewhere = tmp_path / "docs", tmp_path / "elsewhere"
    docs.mkdir()
    if link == "_fragments":
        elsewhere.mkdir()
        (elsewhere / "a.md").write_text("秘", encoding="utf-8")
    else:
        (docs / "_fragments").mkdir()
        elsewhere.write_text("秘", encoding="utf-8")
    (docs / link).symlink_to(elsewhere)
    lines, problems = expand(docs, INCLUDE)

    assert [one.message for one in problems] == ["引用“_fragments/a.md”是一个链接（symlink），不允许"]
    assert lines == []


def test_an_include_in_a_code_fence_is_bounded_too(tmp_path: Path) -> None:
    """markdown-include expands inside fences as well, so a bad include there is refused there too."""
    _, problems = expand(tmp_path, "```\n{!/etc/passwd!}\n```")

    assert [(one.line.number, one.column) for one in problems] == [(5, 1)]


@pytest.mark.parametrize(
    "sizes",
    [(600_000, 600_000), (1_100_000,), (2 * 1024 * 1024,), (900_000, 2_000_000), (100, 2 * 1024 * 1024 - 1)],
)
def test_more_than_a_megabyte_of_includes_is_said_once(tmp_path: Path, sizes: tuple[int, ...]) -> None:
    """However the fragments divide it, going over 1 MB is one problem, and never a silent gap."""
    docs = fragments(tmp_path, {f"f{number}.md": "a" * size for number, size in enumerate(sizes)})
    body = "\n".join(f"{{!_fragments/f{number}.md!}}" for number in range(len(sizes)))
    _, problems = expand(docs, body + "\n{!_fragments/f0.md!}")

    assert [one.message for one in problems] == ["引用展开后超过1MB"]


def test_many_includes_of_small_fragments_stay_bounded(tmp_path: Path) -> None:
    """Fragments that multiply each other stop at the bound."""
    docs = fragments(tmp_path, {f"f{n}.md": "\n".join([f"{{!_fragments/f{n + 1}.md!}}"] * 60) for n in range(1, 5)})
    fragments(docs, {"f5.md": "a" * 100})
    lines, problems = expand(docs, "{!_fragments/f1.md!}")

    assert [one.message for one in problems] == ["引用展开后超过1MB"]
    assert sum(len(line.text) for line in lines) <= 1024 * 1024


@pytest.mark.parametrize(
    "body",
    [f"前\n\n{INCLUDE}\n\n后", f"{INCLUDE}\n\n{INCLUDE}", "{!  _fragments/a.md  !}"],
)
def test_the_checks_see_what_markdown_include_puts_in(tmp_path: Path, body: str) -> None:
    """Rendering our expansion and rendering the page through markdown-include give the same HTML."""
    docs = fragments(tmp_path, {"a.md": "甲 [链](x.md)\n\n{!_fragments/b.md!}\n", "b.md": "## 乙\n\n- 丙\n- 丁\n"})
    lines, problems = expand(docs, body)
    options = {"markdown_include.include": {"base_path": str(docs), "encoding": "utf-8", "throwException": True}}

    assert problems == []
    assert markdown.markdown("\n".join(line.text for line in lines)) == markdown.markdown(
        body, extensions=["markdown_include.include"], extension_configs=options
    )
