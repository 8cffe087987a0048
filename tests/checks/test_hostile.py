"""Hostile and careless input, in one table: what is typed, what the command answers, and where.

Every row: an exit code, a place, Chinese words, no traceback, an end within a minute, and no site.
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
from whole import ROOT, clean_env, make_site

D = "disclosure/2026/2026-0000"
X, XMD = "docs/x.md", "x.md"
SITE = {"index.md": page(title="首页"), "disclosure/index.md": page()}
Said = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Row:
    """``said``: how a line of the answer begins (a path, mostly with its line), and what it says somewhere."""

    name: str
    pages: Mapping[str, str | bytes]
    said: Said
    code: int = 1
    prepare: Callable[[Path], None] = lambda folder: None
    env: Mapping[str, str] = field(default_factory=dict)
    command: str = "check"


def body(name: str, text: str, *said: tuple[int, str]) -> Row:
    """A page of one plain text; its first line is the sixth of the file."""
    return Row(name, {XMD: page(text + "\n")}, tuple((f"{X}:{line} ", words) for line, words in said))


def lines(name: str, words: str, *texts: str) -> Row:
    """Texts that are each refused for the same reason, a blank line between them."""
    return body(name, "\n\n".join(texts), *((6 + 2 * place, words) for place in range(len(texts))))


def fields(name: str, block: str, line: int, words: str) -> Row:
    """A page whose front matter is this, after the kind and the title."""
    return Row(name, {XMD: f"---\nkind: page\ntitle: 标题\n{block}\n---\n\n正文。\n"}, ((f"{X}:{line} ", words),))


def files(name: str, words: str, *uris: str) -> Row:
    """Files that are refused by their names."""
    return Row(name, dict.fromkeys(uris, b"x"), tuple((f"docs/{uri}:1 ", words) for uri in uris))


def odd(name: str, raw: str, shown: str, words: str) -> Row:
    """A file whose name the answer must spell in another way."""
    return Row(name, {f"guide/{raw}": page()}, ((f"docs/guide/{shown}:1 ", words),))


def include(name: str, text: str, said: tuple[str, str], **fragments: str | bytes) -> Row:
    """A page with this text, and fragments by their stem."""
    pages: dict[str, str | bytes] = {XMD: page(text)}
    return Row(name, pages | {f"_fragments/{stem}.md": content for stem, content in fragments.items()}, (said,))


def make_links(folder: Path) -> None:
    (folder / "docs" / "etc").symlink_to("/etc")
    (folder / "docs" / "gone.pdf").symlink_to("nowhere")
    os.mkfifo(folder / "docs" / "pipe.pdf")


def make_huge(folder: Path) -> None:
    """A thousand times 300 MB, of which the disk holds nothing: whoever reads it does not come back."""
    os.truncate(folder / "docs" / "report" / "a.pdf", 300 * 1024**3)


def commit_late(folder: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "later", when="2026-11-01T12:00:00+08:00")


HTML, BRACES, LINK, IMAGE = "正文里有 HTML 标签", "花括号里设了属性", "不允许的链接", "图片不在本站"
NAME, CODE, UNSEEN = "有不允许的字符", "是程序、样式或服务器设置", "有看不见的字符"
FAN = {f"f{n}": f"{{!_fragments/f{n + 1}.md!}}\n" * 10 for n in range(4)}
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
    Row("title", {XMD: page(title="</title><script>")}, ((f"{X}:3 ", "尖括号"),)),
    Row("title-unseen", {XMD: page(title='"甲\u202e乙"')}, ((f"{X}:3 ", "看不见的字符"),)),
    lines("include-outside", "路径不允许", "{!../secret!}", "{!/etc/passwd!}", "{!~/.bashrc!}", "{!/proc/self/environ!}"),
    include("include-missing", "{!_fragments/a.md!}\n", (f"{X}:6 ", "不存在")),
    include("include-gbk", "{!_fragments/a.md!}\n", (f"{X}:6 ", "GBK"), a="甲".encode("gbk")),
    include("include-bom", "{!_fragments/a.md!}\n", (f"{X}:6 ", "BOM"), a="\ufeff甲".encode()),
    include("include-twice", "{!_fragments/a.md!} {!_fragments/a.md!}\n", (f"{X}:6 ", "单独占一行"), a="甲\n"),
    include("include-in-code", "```\n{!_fragments/a.md!}\n```\n", (f"{X}:7 ", "代码块里写了引用"), a="甲\n"),
    include("include-circle", "{!_fragments/a.md!}\n", ("docs/_fragments/a.md:1 ", "绕成了圈"), a="{!_fragments/a.md!}\n"),
    include("include-fan-out", "{!_fragments/f0.md!}\n", ("docs/_fragments/f3.md:", "超过1MB"), **FAN, f4="甲" * 40),
    Row("symlinks-and-pipes", {XMD: page()}, tuple((f"docs/{n}:1 ", "不是普通文件") for n in ("etc", "gone.pdf", "pipe.pdf")), prepare=make_links),
    files("code", CODE, "a.php", "web.config", "a.sql", ".htaccess", "a.js", "a.css", "a.html", "a.json", "schemas/x.json", "a.aspx", "a.php.pdf", "b.asp/a.pdf"),
    files("left-behind", "临时文件", "~$x.docx", "._x.pdf", "report/~x.xlsx"),
    files("old-formats", "不允许的文件类型", "a.doc", "a.xls", "a.wps", "none"),
    Row("svg", {"a.svg": f"{SVG}\n<script>alert(1)</script></svg>"}, (("docs/a.svg:2 ", "<script>；请在绘图软件里导出为 PNG"),)),
    fields("python-tag", "summary: !!python/object/apply:os.system [id]", 4, "! 标记"),
    fields("broken-yaml", "summary: 甲: 乙", 4, "冒号"),
    Row("no-such-day", {f"{D}1.md": record(formed_on="2025-02-30")}, ((f"docs/{D}1.md:7 ", "没有这一天"),)),
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
    Row("long-table", {XMD: page("| 甲 |\n|---|\n" + "| 乙 |\n" * 5000)}, ((f"{X}:1005 ", "[建议] 表格超过1000行"),), code=0),
    Row("huge-file", {"report/a.pdf": b""}, (("docs/report/a.pdf:1 ", "超过20MB"),), prepare=make_huge),
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
    Row("backdated", {f"{D}1.md": record()}, ((f"docs/{D}1.md:9 ", "[建议] 发布日期 2026-04-02 早于本页首次入库日期 2026-11-01，疑似倒填"),), code=0, prepare=commit_late),
    Row("locale", {XMD: page()}, (("不能运行：", "PYTHONUTF8=1"),), code=2, env={"PYTHONUTF8": "0", "LC_ALL": "zh_CN.GB18030", "PYTHONCOERCECLOCALE": "0"}),
    Row("build", {XMD: page("<script>alert(1)</script>")}, ((f"{X}:6 ", HTML),), command="build"),
)  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_hostile_input_is_answered(tmp_path: Path, row: Row) -> None:
    """Exit code, place and words are as the table has them; no traceback, no hang, no site."""
    config = make_site(tmp_path, SITE | row.pages)
    row.prepare(tmp_path)
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "cli.py", row.command, "-f", config, "--today", "2026-11-22"],
        env=clean_env(row.env), capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    said = (done.stdout + done.stderr).decode("utf-8")

    assert done.returncode == row.code, said
    missing = [
        one for one in row.said if not any(line.startswith(one[0]) and one[1] in line for line in said.split("\n"))
    ]
    assert missing == [], said[:4000]
    assert "Traceback" not in said
    assert "程序出错" not in said
    assert not (tmp_path / "site").exists()
