"""The statutory tables of a yearly disclosure report, laid out as the form."""

from __future__ import annotations

import pytest
from disclosure import zeros

from publicity.enrich.statutory_tables import Section, Table, placed, statutory_tables
from publicity.model.disclosure_tables import DisclosureTables


def sections() -> tuple[Section, ...]:
    """The form of a year in which three natural persons asked, and one was refused a case file."""
    values = zeros()
    values["applications"]["received"] |= {"natural_person": 3, "total": 3}
    values["applications"]["results"]["refused"]["case_file"] |= {"natural_person": 1, "total": 1}
    return statutory_tables(DisclosureTables.model_validate(values))


def test_the_sections_are_numbered_as_in_the_form() -> None:
    """二, 三 and 四, under the names that their headings in a report bear."""
    assert [(one.name, one.title) for one in sections()] == [
        ("published", "二、主动公开政府信息情况"),
        ("applications", "三、收到和处理政府信息公开申请情况"),
        ("disputes", "四、政府信息公开行政复议、行政诉讼情况"),
    ]


def test_the_second_section_follows_the_items_of_article_20() -> None:
    """Items 1, 5, 6 and 8, each with the heads and rows that the form prints."""
    found = {
        table.caption: ([cell.text for cell in table.head[0]], [line[0].text for line in table.body])
        for table in sections()[0].tables
    }

    assert found == {
        "第二十条第（一）项": (
            ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
            ["规章", "行政规范性文件"],
        ),
        "第二十条第（五）项": (["信息内容", "本年处理决定数量"], ["行政许可"]),
        "第二十条第（六）项": (["信息内容", "本年处理决定数量"], ["行政处罚", "行政强制"]),
        "第二十条第（八）项": (["信息内容", "本年收费金额（单位：万元）"], ["行政事业性收费"]),
    }


def test_every_row_of_the_third_section_bears_the_number_of_the_form() -> None:
    """Twenty-five rows; what groups them stands once and spans them."""
    (table,) = sections()[1].tables
    names = [[(cell.text, cell.down) for cell in line if cell.scope == "row"] for line in table.body]

    assert [line[-1][0] for line in names] == [
        "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量",
        "（一）予以公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益",
        "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项",
        "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确",
        "1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
        "5.要求行政机关确认或重新出具已获取信息",
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他",
        "（七）总计", "四、结转下年度继续办理",
    ]  # fmt: skip
    assert [cell for line in names for cell in line if cell[1] > 1] == [
        ("三、本年度办理结果", 22), ("（三）不予公开", 8), ("（四）无法提供", 3), ("（五）不予处理", 5), ("（六）其他处理", 3),
    ]  # fmt: skip


def test_the_third_section_has_seven_columns_in_two_levels() -> None:
    """Organisations stand between natural persons and the total, and the form's own sum is in the corner."""
    (table,) = sections()[1].tables

    assert [[cell.text for cell in line] for line in table.head] == [
        ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况"],
        ["自然人", "法人或其他组织", "总计"],
        ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
    ]
    assert table.head[1][1].across == 5


def test_the_fourth_section_is_one_row_of_fifteen_figures() -> None:
    """Reconsideration, then suits without and after it."""
    (table,) = sections()[2].tables

    assert [cell.text for line in table.head[:2] for cell in line] == [
        "行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉",
    ]  # fmt: skip
    assert [cell.text for cell in table.head[2]] == ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3
    assert len(table.body) == 1
    assert len(table.body[0]) == 15


@pytest.mark.parametrize(
    "table", [table for section in sections() for table in section.tables], ids=lambda one: one.caption
)
def test_a_table_has_no_hole_and_no_overlap(table: Table) -> None:
    """With their spans the cells fill a rectangle, each place once, and head and body are of one width."""
    widths = set()
    for lines in (table.head, table.body):
        places = [
            (row + down, column + across)
            for row, column, cell in placed(lines)
            for down in range(cell.down)
            for across in range(cell.across)
        ]
        width = max(column for _, column in places) + 1
        widths.add(width)
        assert sorted(places) == [(row, column) for row in range(len(lines)) for column in range(width)]

    assert len(widths) == 1
