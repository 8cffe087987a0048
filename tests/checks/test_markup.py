"""The judge of rendered pages, and that the checks of the source say the same before anything is rendered."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import corpus_of, findings_of, make_town, page
from markdown import Markdown

from publicity.checks.markup import check_ids, check_rendered
from publicity.finding import Finding
from publicity.rules import Rules, load_rules

EXTENSIONS = ("toc", "tables", "fenced_code", "admonition", "attr_list", "def_list", "sane_lists")


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load_rules()


def judged(folder: Path, body: str, rules: Rules, html: str | None = None) -> list[Finding]:
    """What is said of a page of this text, rendered as MkDocs does or given."""
    picture = {"a.png": b"x"} if "a.png" in body else {}  # where there is a file to look into, a process starts
    config = make_town(folder, {"x.md": page(f"{body}\n")} | picture)
    text = corpus_of(config).by_uri["x.md"]
    return list(check_rendered(text, html or Markdown(extensions=list(EXTENSIONS)).convert(text.body), rules))


CLEAN = (
    "## 甲 {#how-to-apply}\n\n### 乙\n\n正文*强调***加粗**`代码`，“引号”\"双引号\"'单引号'&amp;&nbsp;&lt;b&gt; 3 < 5 > 2。  \n第二行。",
    "- 甲\n- 乙\n    1. 丙\n\n3. 从三开始\n\n> 引用\n\n---\n\n词\n: 解释",
    "| 甲 | 乙 | 丙 |\n|:---|:---:|---:|\n| 1 | 2 | `a|b` |",
    '![图](a.png "标题")\n\n[链接](x.md "标题") <https://a.invalid/?a=1&b=2> <a@a.invalid> [电话](tel:12345) [甲][乙]\n\n[乙]: http://a.invalid',
    '!!! warning "提醒"\n    正文。\n\n!!! note\n    正文。\n\n落款\n{: .signature }\n\n[TOC]',
    "```\n<script>alert(1)</script>\n```\n\n~~~text\n&amp;\n~~~\n\n    <b>缩进</b>",
)


@pytest.mark.parametrize("body", CLEAN)
def test_what_markdown_itself_makes_passes(tmp_path: Path, body: str, rules: Rules) -> None:
    """Every construct a clerk is taught is on the list, however its HTML is spelt."""
    assert judged(tmp_path, body, rules) == []


TRICKS = (
    # attributes, wherever attr_list takes them
    "## 甲 { onclick=alert(1) }", "## 甲 {hidden}", "## 甲 {.md-header}", "甲\n{: hidden }", "甲\n{hidden}", "- 甲\n{: onclick=x }",
    "- 甲 *b*{onclick=x}", "> 甲\n> {: onclick=x }", "1. 甲\n2. 乙\n{: start=x }", "词 {onclick=x}\n: 解释", "**x**{: .evil }",
    "[甲](https://a.invalid){onmouseover=x}", "[甲](https://a.invalid){: target=_blank }", "[甲](https://a.invalid){download}",
    "[甲][b]{onclick=x}\n\n[b]: https://a.invalid", "[甲]{onclick=x}\n\n[甲]: https://a.invalid", "<https://a.invalid>{onclick=x}",
    "`x`{onclick=x}", "`x`{hidden} 后文", '*x*{style="color:red"}', '*x*{ title="{" onclick=x }', "*x*{\u00a0onclick}", "![甲](a.png){onerror=x}",
    "| 甲 |\n|---|\n| 乙 { style=color:red } |", "| 甲 {hidden} | 乙 |\n|---|---|\n| 丙 {hidden}| 丁 |", "| *甲*{onclick=x} |\n|---|\n| 乙 |",
    # fences whose information becomes attributes, or that are no fences
    "```{ .x onclick=alert(1) }\nx\n```", "~~~ {onclick=x}\nx\n~~~", "```python\nx\n```", '``` a hl_lines="1" \nx\n```',
    "``` a b c\n<script>alert(1)</script>\n```", "~~~\n<b>x</b>",
    # backticks that pair otherwise than they seem
    "``` a ` b `` <b onclick=x> ` c", "a ` b\nc ` <b onclick=x> ` d", "`a\n<script>alert(1)</script>\n`", "` \\` <b onclick=1> ` `",
    "| a ` b | c ` <b onclick=1> |\n|---|---|\n| 1 | 2 |",
    "```\n甲\n```\t\n\n<script>alert(1)</script>\n\n```\n乙\n```",
    "``` a ` b `` [x](javascript:alert(1)) ` c",
    "a ` b\nc ` [x](javascript:alert(1)) ` d",
    # boxes
    '!!! note "<script>x</script>"\n    甲', '!!! evil "甲"\n    乙', '!!! note md-header "甲"\n    乙', "- 甲\n\n    !!! evil\n        乙",
    "> !!! evil\n>     乙", "!!!evil\n    乙",
    # addresses
    "<javascript://%0aalert(1)>", "<javascript:alert(1)>", "<data://text/html,x>", "文字 <x:y/onclick=alert(1)>",
    "[x](&#106;avascript:alert(1))", "[x](javascript&colon;alert(1))", "[x](java\tscript:alert(1))", "[x](<java\tscript:alert(1)>)",
    "[x](java\\script:alert(1))", "[x](//a.invalid)", "[x](\\\\a.invalid)", "[x](/\\a.invalid)", "[x](data:text/html,x)", "[x](vbscript:x)",
    "[x][y]\n\n[y]: javascript:alert(1)", "> [y]: javascript:alert(1)\n\n[x][y]", "- [y]: javascript:alert(1)\n\n[x][y]",
    "!!! note\n    [y]: javascript:alert(1)\n\n[x][y]", "[x][y]\n\n[y]:\njavascript:alert(1)", "[x][y]\n\n[y]: &#106;avascript:alert(1)",
    f"[{'甲' * 400}](javascript:alert(1))", "[a [b [c] d] e](javascript:alert(1))", "[![a [b [c] d] e](a.png)](javascript:alert(1))",
    f"[x](javascript:{'a' * 600})", f"[{'y' * 300}]: javascript:alert(1)\n\n[x][{'y' * 300}]",
    "![x](https://a.invalid/x.png)", "![x](//a.invalid/x.png)", f"![{'甲' * 400}](https://a.invalid/x.png)", "![x][y]\n\n[y]: https://a.invalid/x",
    # markup that is no tag of a text, and what nobody sees
    "<div markdown=\"1\">\n*x*\n</div>", "甲 <!-- x --> 乙", "甲 <![CDATA[x]]>", "甲 <?x?>", "<!DOCTYPE x>", "甲 </div> 乙", "甲 <img\nsrc=x onerror=y>", "\\<b>",
    "甲\u200b乙", "甲\u202e乙", "甲&#8238;乙", "甲&rlm;乙", "甲&shy;乙", "甲\x01乙", "甲\U000e0041乙", "# 甲",
)  # fmt: skip


@pytest.mark.parametrize("body", TRICKS)
def test_a_trick_is_told_before_and_after_rendering(tmp_path: Path, body: str, rules: Rules) -> None:
    """What the judge refuses, ``check`` has refused already: the patterns see what Python-Markdown renders."""
    found = judged(tmp_path, body, rules)
    blocking = [one for one in findings_of(tmp_path / "mkdocs.yml") if one.blocks and one.path == "docs/x.md"]

    assert found
    assert all(one.blocks and one.path == "docs/x.md" for one in found)
    assert blocking


ONLY_RENDERED = (
    ("> [y]: https://a.invalid/x.png\n\n![x][y]", 6, "不允许的图片地址“https://a.invalid/x.png”"),
    ("![a [b] c][y]\n\n[y]: https://a.invalid/x.png", 8, "不允许的图片地址"),
)


@pytest.mark.parametrize(("html", "line", "words"), [
    ("<p>一</p><script>x</script>", 5, "不允许的 HTML 标签 <script>"),
    ('<p onclick="x">一</p>', 5, "<p> 不能带 onclick 属性"),
    ('<a href="javascript:x">一</a>', 5, "不允许的链接地址“javascript:x”"),
    ('<img alt="" src="https://a.invalid/x">', 5, "不允许的图片地址"),
    ('<td style="color:red">', 5, "<td> 的 style 不能取这个值"),
    ('<p class="md-header">一</p>', 5, "<p> 的 class 不能取这个值"),
    ("<p>一</p><!-- 二 -->", 5, "注释"),
    ("<p>甲乙</p></div>", 5, "不成对"),
    ("<p>a\u202eb</p>", 5, "U+202E"),
    ("<x13800138000>", 5, "<x…>"),
    ("<p>甲乙丙 <b>一</b></p>", 5, "不允许的 HTML 标签 <b>"),
])  # fmt: skip
def test_the_judge_says_what_and_where(tmp_path: Path, html: str, line: int, words: str, rules: Rules) -> None:
    """Tag, attribute or address are named, never a number; the line is that of the text where the source has no clue."""
    found = judged(tmp_path, "甲乙丙", rules, html)

    assert [(one.line, one.rule in ("html", "invisible")) for one in found] == [(line, True)]
    assert words in found[0].message


@pytest.mark.parametrize(("body", "line", "words"), ONLY_RENDERED)
def test_what_only_rendering_shows_is_told_at_its_line(
    tmp_path: Path, body: str, line: int, words: str, rules: Rules
) -> None:
    """The patterns of the source do not know every form; the judge does, and finds the line by the address."""
    (found,) = judged(tmp_path, body, rules)

    assert (found.line, found.blocks) == (line, True)
    assert words in found.message


def test_the_line_is_that_of_the_fragment(tmp_path: Path, rules: Rules) -> None:
    """What a fragment brings is told of the fragment."""
    config = make_town(tmp_path, {"x.md": page("{!_fragments/a.md!}\n"), "_fragments/a.md": "甲\n\n*乙*{onclick=x}\n"})
    (found,) = check_rendered(corpus_of(config).by_uri["x.md"], '<p>甲</p><em onclick="x">乙</em>', rules)

    assert (found.path, found.line) == ("docs/_fragments/a.md", 3)


def test_an_id_that_the_template_uses_is_told(tmp_path: Path) -> None:
    """A heading's own id would catch the links to the frame's."""
    config = make_town(tmp_path, {"x.md": page("## 甲 {#content}\n\n## 乙 {#other}\n")})
    html = '<div class="body" id="content"><h2 id="content">甲</h2><h2 id="other">乙</h2><p>id="other"</p></div>'
    (found,) = check_ids(corpus_of(config).by_uri["x.md"], html)

    assert (found.line, found.blocks) == (6, True)
    assert "“content”" in found.message
