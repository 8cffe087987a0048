"""What of a finished page, and of a file, is text that a reader sees."""

from __future__ import annotations

import pytest

from publicity.build.visible import Link, Visible, read_attachment, read_page
from publicity.content.attachments import Reading
from publicity.content.markdown import Line
from publicity.content.passages import Passage, table_row

FRAME = (
    "<html><head><title>名称</title></head><body><header>页头</header>"
    '<div id="content">{}</div><footer>页脚</footer></body></html>'
)


def seen(content: str) -> Visible:
    return read_page(FRAME.format(content).encode())


def blocks(content: str) -> list[str]:
    return list(seen(content).blocks)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<p>一<strong>二</strong><a href='x/'>三</a>四</p>", ["一二三四"]),
        ("<p>一<br>二</p>", ["一", "二"]),
        ("一<p>二</p>三", ["一", "二", "三"]),
        ("<ul><li>一<ul><li>二</li></ul>三</li></ul>", ["一", "二", "三"]),
        ("<blockquote>一<p>二</p></blockquote>", ["一", "二"]),
        ("<table><caption>表</caption><tr><th>一</th><td>二<br><small>三</small></td></tr></table>", list("表一二三")),
        ("<dl><div><dt>办理人</dt><dd>镇政府</dd></div></dl>", ["办理人", "镇政府"]),
        ("<details><summary>说明</summary><p>合着的也能打开</p></details>", ["说明", "合着的也能打开"]),
        ("<h2 id='a'>一<a class='headerlink' href='#a'>¶</a></h2><h3>二</h3>", ["一", "二"]),
        ("<p>&lt;b&gt; &amp; 一</p>", ["<b> & 一"]),
        ("<p>一<!-- 编者 -->二<?php 三 ?>四</p>", ["一二四"]),
        ("<pre>一\n二</pre>", ["一二"]),
        ("<p>第一行\n  第二行\nGB 2312\nand more</p>", ["第一行第二行 GB 2312 and more"]),
        ("<p>\n \u3000</p><p></p>", []),
        (
            "<p class='rows__facts'><span>2026-01-01</span><span>活动</span></p>",
            ["2026-01-01", "活动"],
        ),
    ],
)  # fmt: skip
def test_a_block_is_the_text_that_stands_in_one_element(content: str, expected: list[str]) -> None:
    """Inline elements join without a space; block elements and line breaks part; no text stands in two blocks."""
    assert blocks(content) == expected


@pytest.mark.parametrize(
    "unseen",
    [
        "<nav><a href='x/'>上一页</a></nav>",
        "<script>var a;</script>",
        "<style>p{}</style>",
        "<noscript>没有脚本</noscript>",
        "<template><p>样子</p></template>",
        "<p hidden>将来的状态</p>",
        "<form hidden><label>日期</label></form>",
        "<caption class='a visually-hidden'>表名</caption>",
        "<span aria-hidden='true'>※</span>",
        "<svg><title>流程图</title><text>核查</text></svg>",
        "<input value='填的字'><textarea>填的字</textarea><select><option>选的字</option></select><button>算一算</button>",
        "<div class='facets'><a href='2026/'>2026年（3）</a></div>",
        "<section class='findings'><li>必须改</li></section>",
        "<img alt='图的说明' src='a.png'>",
    ],
)
def test_what_is_no_text_of_the_page_is_left_out(unseen: str) -> None:
    """And what comes after it is not."""
    assert blocks(f"<div>前{unseen}后</div>") in (["前", "后"], ["前后"])


def test_the_frame_around_the_content_is_left_out() -> None:
    """Header, footer and the head of the document; a page without content has no text."""
    assert blocks("<p>正文</p>") == ["正文"]
    assert read_page(b"<html><body><p>x</p></body></html>") == Visible("", (), ())


def test_the_first_heading_is_the_title() -> None:
    """It is not repeated among the blocks; a later one is text. Seen or not, it names the page."""
    page = seen("<h1>关于<b>低保</b>的通知</h1><p>正文</p><h1>附录</h1>")

    assert (page.title, page.blocks) == ("关于低保的通知", ("正文", "附录"))
    assert seen("<h1 class='visually-hidden'>首页</h1>").title == "首页"


def test_rows_of_other_pages_are_left_out_and_rows_of_ones_own_stay() -> None:
    """An item of a generated list that opens with a link stands for the page it leads to; a written list is text."""
    rows = "<ul class='rows'><li><a href='a/'>别的页</a><span>事实</span><p>概述</p></li><li><strong>自己的</strong>事</li></ul>"
    written = "<ul><li><a href='a/'>指南</a>：怎样申请</li></ul>"

    assert blocks(rows) == ["自己的事"]
    assert blocks(f"<ul class='doors'>\n<li><a href='a/'>栏目</a></li></ul>{written}") == ["指南：怎样申请"]


def test_links_are_those_of_the_text() -> None:
    """As they are written, with their words; not those of what is left out."""
    page = seen("<nav><a href='n.pdf'>导航</a></nav><p><a href='../a.pdf'>附件<b>一</b></a><a id='x'>处</a></p>")

    assert page.links == (Link("../a.pdf", "附件一"),)


def test_a_block_of_pages_ends_with_a_sentence_here_and_there() -> None:
    """Nothing is lost, no sentence is cut; without an end of a sentence it stays whole."""
    text = "一二三四五六七八九。”" * 1000
    parts = blocks(f"<p>{text}</p><p>{'字' * 9000}</p>")
    assert "".join(parts[:-1]) == text
    assert [len(part) for part in parts[:-1]] == [3003, 3003, 3003, 1991]
    assert parts[-1] == "字" * 9000


def test_deep_and_broken_markup_is_read_to_the_end() -> None:
    """No depth stops it, and an element that is never closed hides nothing."""
    assert blocks("<div>" * 2000 + "底" + "</div>" * 2000 + "<p>末") == ["底", "末"]


def reading(place: str, *lines: tuple[int, str]) -> Reading:
    return Reading((Passage(tuple(Line(text, "a", number) for number, text in lines), place),), ())


@pytest.mark.parametrize(
    "place",
    [
        "第{n}页", "第{n}行", "第{n}段", "正文第{n}段", "页眉第{n}段", "脚注第{n}段", "第12张幻灯片第{n}段", "工作表“名单”第{n}行",
        "压缩包里的文件“a.docx”正文第{n}段", "文件内部Doc_0/Pages/Page_0/Content.xml的全文",
    ],
)  # fmt: skip
def test_what_stands_on_pages_slides_and_sheets_is_seen(place: str) -> None:
    """Also within a zip."""
    assert read_attachment(reading(place, (1, "低保名额"))) == ("低保名额",)


@pytest.mark.parametrize(
    "place",
    [
        "文件属性第{n}段", "批注第{n}段", "修订人名单第{n}段", "第3张幻灯片的备注第{n}段", "幻灯片母版第{n}段", "正文的其他文字", "正文的 XML 注释",
        "工作表“名单”（隐藏）第{n}行", "工作表“名单”（有隐藏的行）第{n}行", "工作表“名单”第{n}行的公式", "工作表中已不用的文字", "链接地址",
        "修改前的第{n}页", "页面上看不见的内容", "附件“a.pdf”第{n}页", "内嵌文件“a.docx”正文第{n}段", "图片“a.png”图片说明", "XMP 属性", "图片说明",
        "文件内部Doc_0/Document.xml第{n}段", "压缩包注释",
    ],
)  # fmt: skip
def test_what_a_file_holds_beside_its_pages_is_not_seen(place: str) -> None:
    """Whatever the gate reads beyond what a reader meets stays out of the index."""
    assert read_attachment(reading(place, (1, "低保名额"))) == ()


def test_cells_of_an_attachment_are_blocks() -> None:
    """Empty ones are none."""
    assert read_attachment(reading("工作表“a”第{n}行", (1, table_row(["姓名", "", "村 组"])))) == ("姓名", "村 组")


def test_names_and_plans_of_programs_are_no_text() -> None:
    """The identifier of a table's style; the main part of a workbook, which in a document is the text."""
    plan, sheets = reading("正文第{n}段", (1, "Sheet1!$A$1")), reading("工作表名称", (1, "名单"))
    style = reading("第1张幻灯片第{n}段", (1, "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"), (2, "汇报"))

    assert read_attachment(style) == ("汇报",)
    assert read_attachment(Reading((*plan.passages, *sheets.passages), ())) == ("名单",)


def test_of_several_readings_of_a_paragraph_the_first_counts() -> None:
    """The others are what it was before a revision, or instructions of fields."""
    assert read_attachment(reading("正文第{n}段", (1, "改后的话"), (1, "的话"), (2, "PAGE"))) == ("改后的话", "PAGE")


def test_lines_of_a_page_are_joined_to_the_paragraphs_they_were_broken_from() -> None:
    """A phrase that the paper breaks is found whole; titles, ends of sentences and pages part."""
    lines = [
        (1, "关于公布名单的通知"),
        (1, "根据县人民政府关于做好农村低保工作的通知"),
        (1, "要求，现将名单公布如下，请各村核对，有意见"),
        (1, "的向镇政府反映。"),
        (1, "It was published as the file of the"),
        (2, "第二页"),
    ]

    assert read_attachment(reading("第{n}页", *lines[:4], lines[5])) == (
        "关于公布名单的通知",
        "根据县人民政府关于做好农村低保工作的通知要求，现将名单公布如下，请各村核对，有意见的向镇政府反映。",
        "第二页",
    )
    assert read_attachment(reading("第{n}页", (1, "the file of"), (1, "the town."))) == ("the file of the town.",)
