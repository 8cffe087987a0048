"""Hostile and careless input, in one table: what is typed, what the command answers, and where.

Every row: a place, Chinese words, whether it blocks, no traceback, an end within a minute, and no new site. Most rows
stand in one town that is built once, each with files of its own name; a row that needs a town of its own has one.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from conftest import git, page, record
from whole import ROOT, clean_env, make_site, tree

D = "disclosure/2026/2026-0000"
SITE = {"index.md": page(title="首页"), "disclosure/index.md": page()}
# What was built before: it must stay as it is.
OLDER = {"index.html": b"older", "404.html": b"older", "sitemap.xml": b"older"}
Said = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Row:
    """``said``: how a line of the answer begins (a path, mostly with its line), and what it says somewhere."""

    name: str
    pages: Mapping[str, str | bytes]
    said: Said
    blocks: bool = True
    prepare: Callable[[Path], None] = lambda folder: None


@dataclass(frozen=True)
class Town(Row):
    """A row that cannot share its town: with a history, an environment or a command of its own."""

    code: int = 1
    command: str = "build"
    env: Mapping[str, str] = field(default_factory=dict)


def source(name: str, text: str, *said: tuple[int, str], blocks: bool = True) -> Row:
    """A page ``<name>.md``, whole, and what is said of its lines."""
    return Row(name, {f"{name}.md": text}, tuple((f"docs/{name}.md:{line} ", words) for line, words in said), blocks)


def body(name: str, text: str, *said: tuple[int, str], blocks: bool = True) -> Row:
    """A page of one plain text; its first line is the sixth of the file."""
    return source(name, page(text + "\n"), *said, blocks=blocks)


def lines(name: str, words: str, *texts: str, blocks: bool = True) -> Row:
    """Texts that are each answered in the same words, a blank line between them."""
    return body(name, "\n\n".join(texts), *((6 + 2 * place, words) for place in range(len(texts))), blocks=blocks)


def fields(name: str, block: str, line: int, words: str) -> Row:
    """A page whose front matter is this, after the kind and the title."""
    return source(name, f"---\nkind: page\ntitle: 标题\n{block}\n---\n\n正文。\n", (line, words))


def files(name: str, words: str, *uris: str) -> Row:
    """Files that are refused by their names."""
    return Row(name, dict.fromkeys(uris, b"x"), tuple((f"docs/{uri}:1 ", words) for uri in uris))


def odd(name: str, raw: str, shown: str, words: str) -> Row:
    """A file whose name the answer must spell in another way."""
    return Row(name, {f"guide/{raw}": page()}, ((f"docs/guide/{shown}:1 ", words),))


def include(name: str, text: str, said: tuple[int, str], fragment: str | bytes = b"", **others: str) -> Row:
    """A page of this text, where @ is its fragment included; ``said`` of the page."""
    own = f"_fragments/{name}.md"
    pages = {f"{name}.md": page(text.replace("@", f"{{!{own}!}}") + "\n")}
    given = {own: fragment} if fragment else {}
    return Row(
        name,
        pages | given | {f"_fragments/{stem}.md": text for stem, text in others.items()},
        ((f"docs/{name}.md:{said[0]} ", said[1]),),
    )


def make_links(folder: Path) -> None:
    (folder / "docs" / "etc").symlink_to("/etc")
    (folder / "docs" / "gone.pdf").symlink_to("nowhere")
    os.mkfifo(folder / "docs" / "pipe.pdf")


def make_huge(folder: Path) -> None:
    """A thousand times 300 MB, of which the disk holds nothing: whoever reads it does not come back."""
    os.truncate(folder / "docs" / "report" / "huge.pdf", 300 * 1024**3)


def commit_late(folder: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "later", when="2026-11-01T12:00:00+08:00")


HTML, BRACES, LINK, IMAGE = "正文里有 HTML 标签", "花括号里设了属性", "不允许的链接", "图片不在本站"
USER = "网址的 @ 前面另有一段"
NAME, CODE, UNSEEN = "有不允许的字符", "是程序、样式或服务器设置", "有看不见的字符"
FAN = {f"_fragments/f{n}.md": f"{{!_fragments/f{n + 1}.md!}}\n" * 10 for n in range(4)}
SVG = '<svg xmlns="http://www.w3.org/2000/svg">'

ROWS = (
    lines(
        "html", HTML,
        "<script>alert(1)</script>", '文字<img src="a.png" onerror=alert(1)>', "<iframe src=https://a.invalid></iframe>",
        "<form action=https://a.invalid>", "<base href=https://a.invalid>", "<meta http-equiv=refresh content=0>",
        "<style>p{display:none}</style>", "<!-- 给同事的话 -->", "甲<![CDATA[乙]]>", "<?php echo 1 ?>",
        "<javascript://%0aalert(1)>", "<x:y/onclick=alert(1)>", "> <b>甲</b>", "- <b>甲</b>", "## <b>甲</b>",
        '[甲](x.md "<b>")', '!!! note "<b>"', "``` a ` b `` <b onclick=x> ` c",
    ),
    body("html-in-what-looks-like-code", "甲 ` 乙\n丙 ` <b onclick=x> ` 丁", (7, HTML)),
    body("fence-that-is-none", "``` a b\n<script>alert(1)</script>\n```", (6, "代码块的 ``` 后面不能写别的")),
    lines(
        "links", LINK,
        "[甲](javascript:alert(1))", "[甲](JaVaScRiPt:alert(1))", "[甲](&#106;avascript:alert(1))", "[甲](javascript&colon;alert(1))",
        "[甲](data:text/html,x)", "[甲](vbscript:x)", "[甲](file:///etc/passwd)", "[甲](//a.invalid/x)", "[甲](<javascript:alert(1)>)",
        "[乙]: javascript:alert(1)", "> [丙]: javascript:alert(1)", "[甲 [乙 [丙] 丁] 戊](javascript:alert(1))",
        f"[{'甲' * 400}](javascript:alert(1))",
    ),
    lines("user-in-a-link", USER, "[甲](https://www.gov.cn@evil.invalid/)", "<https://www.gov.cn@evil.invalid/>", "[乙]: https://x:y@evil.invalid"),
    lines("link-that-lies", "打开的却是“evil.invalid”", "[https://www.gov.cn/](https://evil.invalid/)", blocks=False),
    lines("link-of-mixed-letters", "容易认错的字母", "[甲](https://www.g\u043ev.cn/)", blocks=False),
    body("link-with-a-tab", "[甲](java\tscript:alert(1))", (6, "不存在")),
    body("link-with-a-backslash", "[甲](\\\\a.invalid)", (6, "不存在")),
    lines(
        "attributes", BRACES,
        "[甲](x.md){ onclick=alert(1) }", '甲 {: style="color:red" }', "## 甲 { hidden }", "*甲*{onclick}",
        "`甲`{ .evil }", "| 甲 {hidden} | 乙 |", "词 {onclick=x}", "![甲](a.png){: width=1 }",
    ),
    body("code-with-attributes", "```{ .x onclick=alert(1) }\n甲\n```", (6, "代码块的 ``` 后面不能写别的")),
    body("box-of-another-class", "!!! md-header\n    甲", (6, "提示框的种类不在允许之列")),
    lines("invisible", UNSEEN, "甲\u202e乙", "甲\u200b乙", "甲&#8238;乙", "甲\x07乙", "甲\U000e0041乙"),
    lines("remote-images", IMAGE, "![甲](https://a.invalid/x.png)", "![甲](//a.invalid/x.png)", "![甲](data:image/png,x)"),
    source("title", page(title="</title><script>"), (3, "尖括号")),
    source("title-unseen", page(title='"甲\u202e乙"'), (3, "看不见的字符")),
    lines("include-outside", "路径不允许", "{!../secret!}", "{!/etc/passwd!}", "{!~/.bashrc!}", "{!/proc/self/environ!}"),
    include("include-missing", "@", (6, "不存在")),
    include("include-gbk", "@", (6, "GBK"), "甲".encode("gbk")),
    include("include-bom", "@", (6, "BOM"), "\ufeff甲"),
    include("include-twice", "@ @", (6, "单独占一行"), "甲\n"),
    include("include-in-code", "```\n@\n```", (7, "代码块里写了引用"), "甲\n"),
    Row("include-circle", {"circle.md": page("{!_fragments/a.md!}\n"), "_fragments/a.md": "{!_fragments/a.md!}\n"}, (("docs/_fragments/a.md:1 ", "绕成了圈"),)),
    Row("include-fan-out", {"fan.md": page("{!_fragments/f0.md!}\n"), **FAN, "_fragments/f4.md": "甲" * 40}, (("docs/_fragments/f3.md:", "超过1MB"),)),
    Row("symlinks-and-pipes", {}, tuple((f"docs/{n}:1 ", "不是普通文件") for n in ("etc", "gone.pdf", "pipe.pdf")), prepare=make_links),
    files("code", CODE, "a.php", "web.config", "a.sql", ".htaccess", "a.js", "a.css", "a.html", "a.json", "schemas/x.json", "a.aspx", "a.php.pdf", "b.asp/a.pdf"),
    files("well-known", "网站设置，不是内容", "robots.txt", "security.txt", "favicon.ico"),
    files("left-out-by-mkdocs", "MkDocs 不会发布", "templates/x.md"),
    files("left-behind", "临时文件", "~$x.docx", "._x.pdf", "report/~x.xlsx"),
    files("old-formats", "不允许的文件类型", "a.doc", "a.xls", "a.wps", "none"),
    Row("svg", {"a.svg": f"{SVG}\n<script>alert(1)</script></svg>"}, (("docs/a.svg:2 ", "<script>；请在绘图软件里导出为 PNG"),)),
    fields("python-tag", "summary: !!python/object/apply:os.system [id]", 4, "! 标记"),
    fields("unknown-field-unseen", '"<b>\\u202e\\e[31m": x', 4, "不认识的字段“<b>\\u202e\\x1b[31m”"),
    fields("broken-yaml", "summary: 甲: 乙", 4, "冒号"),
    Row("no-such-day", {f"{D}3.md": record("2026-00003", formed_on="2025-02-30")}, ((f"docs/{D}3.md:7 ", "没有这一天"),)),
    fields("yaml-bomb", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", 4, "& 或 * 引用"),
    fields("too-many-fields", "summary: " + "甲" * 6000, 2, "字段块超过16KB"),
    body("brackets", "[" * 50_000, (6, "超过10千字节")),
    body("brackets-in-lines", "\n".join(["[" * 100] * 500), (6, "方括号太多")),
    body("angles-on-a-page", "\n\n".join(["<3 " * 100] * 20), (26, "这一页的尖括号太多")),
    body("nested-lists", "\n".join("  " * depth + "- 项" for depth in range(300)), (46, "套了超过20层")),
    body("nested-quotes", "> " * 300 + "甲", (6, "套了超过20层")),
    body("emphasis", "\n".join(["**_" * 300] * 600), (7, "标记符号")),
    body("emphasis-in-rows-of-no-table", "\n".join(["|" + "**_" * 100] * 600), (9, "标记符号")),
    body("emphasis-in-items-of-no-list", "甲\n" + "\n".join(["- " + "**_" * 100] * 600), (10, "标记符号")),
    body("emphasis-under-a-heading", "甲\n---\n" + "\n".join(["**_" * 100] * 600), (11, "标记符号")),
    body("emphasis-under-a-rule-of-no-table", "|甲|\n|-|-|\n" + "\n".join(["|" + "**_" * 100] * 600), (11, "标记符号")),
    body("backslashes", "\n".join(["\\" * 900] * 900), (7, "标记符号")),
    body("definitions", ": 甲\n" * 9000, (206, "太多，中间没有空行")),
    body("headings", "## 甲\n" * 9000, (206, "太多，中间没有空行")),
    body("wide-table", "|甲" * 1000 + "|", (6, "超过100列")),
    body("long-table", "| 甲 |\n|---|\n" + "| 乙 |\n" * 5000, (1005, "表格超过1000行"), blocks=False),
    body("digits", "1 2 3-4 " * 1200),
    Row("digits-in-a-file", {"digits.txt": "1-2 3 " * 3000}, ()),
    Row("huge-file", {"report/huge.pdf": b""}, (("docs/report/huge.pdf:1 ", "超过20MB"),), prepare=make_huge),
    odd("newline", "a\nb.md", "a\\nb.md", NAME),
    odd("right-to-left", "a\u202eb.md", "a\\u202eb.md", NAME),
    odd("tag", "<img src=x onerror=alert(1)>.md", "<img src=x onerror=alert(1)>.md", NAME),
    odd("colon", "a:b.md", "a:b.md", NAME),
    odd("reserved", "CON.md", "CON.md", "Windows 保留的名字"),
    odd("long", "a" * 240 + ".md", "a" * 240 + ".md", "超过80个字节"),
    Row("twins-in-case", {"guide/ABC.md": page(), "guide/abc.md": page()}, (("docs/guide/abc.md:1 ", "只差大小写"),)),
    Row(
        "twins-in-form", {"guide/\u00e9.md": page(), "guide/e\u0301.md": page()},
        (("docs/guide/\u00e9.md:1 ", NAME), ("docs/guide/e\u0301.md:1 ", NAME)),
    ),
    Row(
        "duplicate-index-number",
        {f"{D}{n}.md": record(f"2026-0000{n}", index_number="000014349/2026-00001") for n in (1, 2)},
        ((f"docs/{D}2.md:5 ", "已被"),),
    ),
)  # fmt: skip

TOWNS = (
    Town(
        "backdated", {f"{D}1.md": record()}, ((f"docs/{D}1.md:9 ", "发布日期 2026-04-02 早于本页首次入库日期 2026-11-01，疑似倒填"),),
        blocks=False, prepare=commit_late, code=0, command="check",
    ),
    Town(
        "locale", {}, (("不能运行：", "PYTHONUTF8=1"),),
        code=2, env={"PYTHONUTF8": "0", "LC_ALL": "zh_CN.GB18030", "PYTHONCOERCECLOCALE": "0"},
    ),
)  # fmt: skip


def run(folder: Path, pages: Mapping[str, str | bytes], rows: tuple[Row, ...], town: Town) -> str:
    """What the command answers of a town with these pages, when it ended as it should."""
    config = make_site(folder, SITE | pages)
    (folder / "site").mkdir()
    for name, content in OLDER.items():
        (folder / "site" / name).write_bytes(content)
    for row in rows:
        row.prepare(folder)
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "cli.py", town.command, "-f", config, "--today", "2026-11-22"],
        env=clean_env(town.env), capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    said = (done.stdout + done.stderr).decode("utf-8")
    assert done.returncode == town.code, said[:4000]
    assert "Traceback" not in said
    assert "程序出错" not in said
    assert tree(folder / "site") == OLDER
    return said


def unsaid(row: Row, said: str) -> Said:
    """What should have been said, and was not."""
    answers = said.split("\n")
    return tuple(
        (place, words)
        for place, words in row.said
        if not any(
            line.startswith(place) and words in line and ("[建议]" not in line) == row.blocks for line in answers
        )
    )


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The answer to all rows that share a town."""
    pages: dict[str, str | bytes] = {}
    for row in ROWS:
        assert not pages.keys() & row.pages.keys(), row.name
        pages |= row.pages
    return run(tmp_path_factory.mktemp("hostile"), pages, ROWS, Town("all", {}, ()))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_hostile_input_is_answered(answer: str, row: Row) -> None:
    """Place, weight and words are as the table has them; no traceback, no hang, and the older site as it was."""
    assert unsaid(row, answer) == ()


@pytest.mark.parametrize("town", TOWNS, ids=lambda town: town.name)
def test_hostile_surroundings_are_answered(tmp_path: Path, town: Town) -> None:
    """The same of a town with a history or an environment of its own, and the exit code."""
    assert unsaid(town, run(tmp_path, town.pages, (town,), town)) == ()
