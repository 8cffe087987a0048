"""Each rule of the proofreader: what it queries, where, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ORGAN, page, record
from proofread import queried, queries

from publicity.checks.proofreading import MOST_OF_A_RULE

# A body, and line, column and rule of what is queried in it.
QUERIED: dict[str, tuple[str, list[tuple[int, int, str]]]] = {
    "pair": ("我镇完善责任追兖制度。", [(1, 7, "wording")]),
    "pair-in-heading": ("## 下半年布署\n\n正文。", [(1, 7, "wording")]),
    "pair-in-table": ("| 甲 | 乙 |\n| --- | --- |\n| 布署 | 二 |", [(3, 3, "wording")]),
    "pair-in-link-text": ("见[工作布署](index.md)。", [(1, 5, "wording")]),
    "doubled-character": ("会议讨论了的的问题。", [(1, 6, "wording")]),
    "name-lost": ("铸牢中华民族同体意识。", [(1, 1, "wording")]),
    "name-swapped": ("推行行政执法公示制度，推进行政执法示公制度。", [(1, 14, "wording")]),
    "name-added": ("落实重大执法的决定法制审核制度。", [(1, 3, "wording")]),
    "order": ("做到学法尊法守法用法。", [(1, 3, "wording")]),
    "order-in-quotes": ("坚定“四个自信”，增强“四个意识”，做到“两个维护”。", [(1, 3, "wording")]),
    "rare": ("参加的人员发言羼杂。", [(1, 8, "rare-character")]),
    "repeat": ("我镇组织开展开展了活动。", [(1, 5, "doubled-word")]),
    "space": ("完善内部管 理制度，抓好落实。", [(1, 6, "stray-space")]),
    "wide-space": ("完善内部管　理制度，抓好落实。", [(1, 6, "stray-space")]),
    "spaces": ("完 善内 部管 理制 度，抓好落实。", [(1, 2, "stray-space")]),
    "half-width": ("加强领导,落实责任;抓好(重点)工作.\n\n甲:乙", [(1, 5, "half-width")]),
    "doubled-mark": ("加强领导，，落实责任。", [(1, 5, "punctuation")]),
    "two-marks": ("加强领导、，落实责任。", [(1, 5, "punctuation")]),
    "opened": ("加强（领导。", [(1, 3, "bracket")]),
    "closed": ("加强领导》。", [(1, 5, "bracket")]),
    "crossed": ("加强“领导（责任”。", [(1, 6, "bracket")]),
    "square": ("按照某府发[2020]9号文件执行。", [(1, 6, "year-bracket")]),
    "round": ("按照某府发（2020）9号文件执行。", [(1, 6, "year-bracket")]),
    "black": ("按照某府发【2020】第9号文件执行。", [(1, 6, "year-bracket")]),
    "clauses": ("一是学习。二是宣传。四是检查。", [(1, 11, "ordinal")]),
    "clause-twice": ("一要学习；二要宣传；二要检查。", [(1, 11, "ordinal")]),
    "parts": ("## 一、甲\n\n## 二、乙\n\n## 四、丙", [(5, 4, "ordinal")]),
    "brackets": ("## 标题\n\n### （一）甲\n\n### （二）乙\n\n### （四）丙", [(7, 6, "ordinal")]),
    "brackets-in-line": ("包括：（一）甲；（二）乙；（四）丙。", [(1, 15, "ordinal")]),
    "articles": ("**第一条** 甲。\n\n**第三条** 乙。", [(3, 4, "ordinal")]),
    "chapters": ("## 第一章 甲\n\n第一条 子。\n\n## 第三章 乙\n\n第二条 丑。", [(5, 5, "ordinal")]),
    "firstly": ("第一，学习。第二，宣传。第四，检查。", [(1, 14, "ordinal")]),
    "list": ("1. 甲\n2. 乙\n4. 丙", [(3, 1, "ordinal")]),
    "nested": ("一是学习：一是甲；二是乙；四是丙。二是宣传。四是检查。", [(1, 14, "ordinal"), (1, 23, "ordinal")]),
    "rate": ("考试合格率达到120%。", [(1, 3, "percentage")]),
    "negative-rate": ("群众满意率为-3%。", [(1, 3, "percentage")]),
    "total-row": ("| 村 | 户 |\n| --- | --- |\n| 甲 | 3 |\n| 乙 | 4 |\n| **合计** | **8** |", [(5, 14, "total")]),
    "total-first": ("| 村 | 户 |\n| --- | --- |\n| 合计 | 8 |\n| 甲 | 3 |\n| 乙 | 4 |", [(3, 8, "total")]),
    "subtotals": (
        "| 村 | 户 |\n| --- | --- |\n| 甲 | 3 |\n| 乙 | 4 |\n| 小计 | 7 |\n| 丙 | 1 |\n| 丁 | 1 |\n| 小计 | 3 |\n| 总计 | 9 |",
        [(8, 8, "total")],
    ),
    "total-column": ("| 村 | 男 | 女 | 合计 |\n| --- | --- | --- | --- |\n| 甲 | 3 | 1,000 | 1,004 |", [(3, 19, "total")]),
    "merged-organs": ("镇党委政府重视，镇党委、镇政府研究。", [(1, 1, "organ-name")]),
    "organ": (f"{ORGAN}发布，云岭县清石镇人民政府解释。", [(1, 14, "organ-name")]),
}  # fmt: skip

# Bodies that are right.
RIGHT: dict[str, str] = {
    "longer-word": "自己经手的事项，按装置说明操作，为了了解情况，公共和谐，党组会会议。",
    "code": "写作`追兖`，把 `甲` 和 `乙` 写作 `追兖` 的：\n\n```\n追兖,追兖\n```",
    "link-target": "见[说明](a/b,c(d)追兖.md)和 <https://example.invalid/a,b>，https://example.invalid/a,x 也是。",
    "attributes": "正文。\n{: .signature }\n\n## 标题 {#how-to}",
    "entities": "甲&nbsp;乙，&#x4e00;。",
    "citation": "> 一是完善机制 进一步落实,责任追兖。",
    "admonition": '!!! warning "尚未核定"\n\n    正文。',
    "places": "兖州、亳州的同志，暨南大学的韦婷，资源禀赋。",
    "repeat": "一个一个核对，县政府政府信息公开，看看人人天天，哈哈哈哈，人口少的村的村民。",
    "label": "第一条 为了管理，制定本办法。\n\n附件 名单，见后。",
    "columns": "行政处罚 行政许可 行政强制",
    "latin": "于10:30开始，比例为3.5:1，用A,B,C表示，版本(v1.0)，100%。",
    "quotes": "他说：“第一段。\n\n“第二段。”\n\n他说：“第三段。\n\n第四段。”",
    "soft-wrap": "他说：“第一行，\n第二行。”",
    "item": "1）甲。\n\n一）乙。\n\na）丙。",
    "court": "法院作出（2020）黔2731民初1号判决，某府发〔2020〕9号。",
    "ordinals": "一是甲：一是子；二是丑。二是乙。\n\n这是唯一是对的，统一要求。\n\n1. 甲\n1. 乙\n1. 丙\n\n第一、第三季度，依据第二十条第（一）、（五）项。",
    "excerpt": "第四条 甲。\n\n第三十一条 乙。\n\n（四）丙。\n\n（九）丁。",
    "new-section": "## 一、甲\n\n（一）子。（二）丑。\n\n## 二、乙\n\n（一）子。",
    "decimals": "3.5万元，2026.4.1，第3.2节。",
    "growth": "增长率120%，完成率105%，合格率100%，同比提高120%。",
    "total": "| 村 | 户 | 率 |\n| --- | --- | --- |\n| 甲 | 3.33 | 1% |\n| 乙 | 6.67 | 2% |\n| 合计 | 10.01 | 9% |",
    "total-with-words": "| 村 | 户 |\n| --- | --- |\n| 甲 | 约3 |\n| 乙 | 4 |\n| 合计 | 9 |",
    "total-of-parts": "| 项 | 户 |\n| --- | --- |\n| 甲 | 3 |\n| 其中：子 | 2 |\n| 合计 | 3 |",
    "organs": "镇党委、镇政府研究，党委政府法律顾问参加，县党委政府督查。",
    "organ": f"{ORGAN}、青石镇人民政府、云岭县人民政府。",
}  # fmt: skip


@pytest.mark.parametrize("name", QUERIED)
def test_an_error_is_queried_where_it_stands(tmp_path: Path, name: str) -> None:
    """Exactly this, at its line and column."""
    body, expected = QUERIED[name]

    assert queried(tmp_path, body) == expected


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_left_alone(tmp_path: Path, name: str) -> None:
    """No false alarm."""
    assert queried(tmp_path, RIGHT[name]) == []


@pytest.mark.parametrize("name", QUERIED)
def test_a_query_says_what_is_wrong_and_what_to_do(tmp_path: Path, name: str) -> None:
    """In Chinese, on one line, with a cure; advice only."""
    for one in queries(tmp_path, {"index.md": page(QUERIED[name][0])}):
        assert one.message.isprintable()
        assert one.cure
        assert not one.blocks


GRAVE = ["中华人名共和国", "习近乎新时代", "习近平新时代中国特色社会主意思想", "中国共厂党"]


@pytest.mark.parametrize("words", GRAVE)
def test_a_grave_error_blocks(tmp_path: Path, words: str) -> None:
    """严重表述错误 that the data has verified, in the text, in a title and in what is quoted from elsewhere."""
    pages = {"index.md": page(f"{words}。\n\n> {words}。", title=words)}

    assert [(one.line, one.blocks) for one in queries(tmp_path, pages)] == [(3, True), (6, True), (8, True)]


def test_fields_are_proofread_at_their_own_lines(tmp_path: Path) -> None:
    """Title and summary like the body; what one field leaves open another does not close."""
    pages = {"index.md": page(title="工作布署（", summary="说明），责任追兖。")}

    found = [(one.line, one.rule) for one in queries(tmp_path, pages)]
    assert found == [(3, "wording"), (3, "bracket"), (4, "bracket"), (4, "wording")]


def test_a_fragment_is_queried_once_at_its_own_line(tmp_path: Path) -> None:
    """However many pages include it."""
    pages = {f"{name}.md": page("{!_fragments/f.md!}\n") for name in "ab"} | {
        "_fragments/f.md": "加强领导,做好布署。\n"
    }

    found = [(one.path, one.line, one.rule) for one in queries(tmp_path, pages)]
    assert found == [("docs/_fragments/f.md", 1, "half-width"), ("docs/_fragments/f.md", 1, "wording")]


def test_digits_near_an_error_are_not_repeated(tmp_path: Path) -> None:
    """They could be part of somebody's number."""
    (found,) = queries(tmp_path, {"index.md": page("电话13800138000追兖13900139000。")})

    assert not any(character.isdecimal() for character in found.message)


def test_a_page_full_of_one_error_is_told_briefly(tmp_path: Path) -> None:
    """The first ones, and how many more there are."""
    found = queries(tmp_path, {"index.md": page("羼\n\n" * 50)})

    assert len(found) == MOST_OF_A_RULE + 1
    assert f"还有{50 - MOST_OF_A_RULE}处" in found[-1].message


@pytest.mark.parametrize(
    ("title", "formed", "told"),
    [("2025年工作总结", "2026-01-10", True), ("2026年工作要点", "2026-01-10", False), ("工作总结", "2026-01-10", False),
     ("2024年至2025年工作", "2026-01-10", False)],
)  # fmt: skip
def test_this_year_is_queried_in_a_document_about_another(tmp_path: Path, title: str, formed: str, told: bool) -> None:
    """Only where the title names one year, and the document was signed in another; 本年度 is a term."""
    text = record(title=title, formed_on=formed, body="今年以来成效明显。本年度新增两项，本年新收三件。")
    found = [one.rule for one in queries(tmp_path, {"disclosure/2026/2026-00001.md": text})]

    assert found == (["relative-year"] if told else [])
