"""Children by name block; the health or misfortune of a person by name warns."""

from __future__ import annotations

import pytest
from personal import B, W, table, told

MINOR, HEALTH = "minor", "health"


@pytest.mark.parametrize(
    "text",
    [
        "留守儿童韦明明在校学习。",
        "学生姓名：韦明明",
        "韦明明，8岁，跟随祖母生活。",
        "韦明明，男，今年12岁。",
        "韦明明就读于高坡小学。",
        table("姓名 年龄", "韦明明 8"),
        table("学生姓名 家长姓名", "韦小红 韦大山"),
        "## 困境儿童名单\n\n" + table("姓名 村", "韦明明 高坡村"),
    ],
)
def test_a_child_by_name_blocks(text: str) -> None:
    """Called a child, below eighteen, at school, or in a list of children."""
    assert told(text) == [(MINOR, B)]


@pytest.mark.parametrize(
    "text",
    [
        "全镇留守儿童15名。",
        "学生韦某某在校。",
        "留守儿童关爱工作由民政办负责。",
        "已满十四周岁、不满14周岁、未成年人的处罚。",
        "韦明明，38岁，跟随母亲生活。",
        table("姓名 年龄", "韦明明 38"),
        table("儿童 监护人姓名", "韦某某 韦大山"),
        table("姓名 职务 年级", "韦明明 教师 8"),
    ],
)
def test_counts_masked_names_and_grown_ups_are_left_alone(text: str) -> None:
    """No child's full name stands there."""
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "村民韦明明患尿毒症。",
        "韦明明，肢体残疾二级。",
        table("姓名 残疾类别", "韦明明 肢体残疾"),
        table("姓名 病种", "韦明明 甲类"),
        "申请人：韦明明，因病致贫。",
        "韦明明，男，刑满释放人员。",
    ],
)
def test_illness_and_misfortune_beside_a_name_warn(text: str) -> None:
    """Disability, disease, prison: in a sentence, a row, or under the head of a column."""
    assert told(text) == [(HEALTH, W)]


@pytest.mark.parametrize(
    "text",
    [
        "尿毒症患者12人。",
        "韦某某患尿毒症。",
        "残疾人两项补贴发放完毕。",
        "残疾人工作由韦明明主任负责。",
        table("姓名 职务 分管", "韦明明 副镇长 残疾人工作"),
        table("病种 人数", "尿毒症 12"),
    ],
)
def test_counts_and_people_in_office_are_left_alone(text: str) -> None:
    """Nobody's own illness is told."""
    assert told(text) == []


def test_each_row_of_a_list_is_told_once() -> None:
    """Two words for one person's illness are one finding."""
    rows = table("姓名 残疾类别 病种", "韦明明 肢体残疾 尿毒症", "潘大山 视力残疾 无")

    assert told(rows) == [(HEALTH, W), (HEALTH, W)]
