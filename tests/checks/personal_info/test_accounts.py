"""WeChat and QQ numbers, and e-mail."""

from __future__ import annotations

import pytest
from personal import B, Told, W, table, told

KIND, EMAIL = "messenger", "email"


@pytest.mark.parametrize(
    "text",
    [
        "微信：wxid_abc123",
        "微信号 weiming_85",
        "加微 信：abc12345",
        "薇信 abc12345",
        "V信：abc12345",
        "vx abc12345",
        "VX：abc12345",
        "WeChat: abc12345",
        "微信号：ａｂｃ１２３４５",
        "**微信**：abc12345",
        "QQ：12345678",
        "qq号 12345678",
        "扣扣12345678",
        "QQ：１２３４５６７８",
        table("姓名 微信", "韦明明 abc_12345"),
        table("姓名 QQ", "韦明明 123456789"),
    ],
)
def test_a_number_beside_the_service_s_name_blocks(text: str) -> None:
    """However the service is written, and as the head of a column."""
    assert told(text) == [(KIND, B)]


@pytest.mark.parametrize(
    "text",
    [
        "微信公众号：qingshi_2026",
        "微信小程序 qingshi01",
        "微信平台 abc12345",
        "微信扫一扫",
        "微信：韦明明",
        "微信 支付",
        "QQ 1234",
        "QQ：0123456",
        "QQ群已经建立",
        "box abc12345",
    ],
)
def test_open_accounts_and_plain_words_are_left_alone(text: str) -> None:
    """公众号 and the like are meant for everybody; too short a number is none."""
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "wanglin@qq.com",
        "12345678@qq.com",
        "wanglin＠163.com",
        "wanglin(at)qq.com",
        "wanglin（艾特）qq.com",
        "wanglin at qq.com",
        "wanglin@qq点com",
        "wanglin @ foxmail.com",
        "wanglin#qq.com",
        "WangLin@Gmail.com",
        "[邮箱](mailto:wanglin@vip.163.com)",
        "申请人邮箱 a@company.cn",
    ],
)
def test_a_private_box_blocks(text: str) -> None:
    """A box that anybody can open, however the sign is written, or any box in somebody's own context."""
    assert told(text) == [(EMAIL, B)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("info@company.cn", [(EMAIL, W)]),
        ("office@qingshi.gov.cn", []),
        ("t@example.invalid", []),
        ("guide/index.html#apply.md", []),
        ("a@b", []),
    ],
)
def test_other_boxes_warn_or_pass(text: str, expected: Told) -> None:
    """An organisation's box is looked at; the government's own and what is no address pass."""
    assert told(text) == expected


def test_the_office_s_box_passes() -> None:
    """As the settings give it, whatever the case of its letters."""
    assert told("Office@QQ.com", office_emails=["office@qq.com"]) == []
    assert told("other@qq.com", office_emails=["office@qq.com"]) == [(EMAIL, B)]
