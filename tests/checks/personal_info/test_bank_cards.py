"""Bank cards: Luhn's check, an issuer's range, the way it is written, and a bank's words around it."""

from __future__ import annotations

import pytest
from personal import CARD, OTHER_CARD, B, Told, W, table, told

KIND = "bank_card"
JCB = "356600123456789015"


@pytest.mark.parametrize(
    "label", ["银行卡", "账号：", "帐号", "开户行农村信用社", "一卡通", "存折", "社保卡号", "收款人卡号：", "card "]
)
def test_a_bank_s_words_make_it_block(label: str) -> None:
    """What stands before the number says what it is."""
    assert told(label + CARD) == [(KIND, B)]


@pytest.mark.parametrize(
    "written",
    [CARD, f"{CARD[:6]} {CARD[6:]}", f"{CARD[:8]} {CARD[8:]}" , f"{CARD[:4]} {CARD[4:8]} {CARD[8:12]} {CARD[12:16]} {CARD[16:]}"],
    ids=["whole", "six", "eight", "fours"],
)  # fmt: skip
def test_a_card_is_found_as_cards_are_written(written: str) -> None:
    """In one piece, behind the issuer's six or eight, or in fours."""
    assert told(f"卡号：{written}") == [(KIND, B)]


@pytest.mark.parametrize("number", [OTHER_CARD, JCB])
def test_cards_of_other_issuers_block_only_with_a_label(number: str) -> None:
    """Visa, Mastercard, JCB and their like: bare digits of those ranges may be anything."""
    assert told(f"账号{number}") == [(KIND, B)]
    assert told(number) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"见{CARD}", [(KIND, W)]),
        (f"订单{CARD}", []),
        (f"索引号：{CARD}", []),
        (f"卡号：{CARD[:-1]}4", []),
        (f"卡号：1{CARD[1:]}", []),
        (f"卡号：{CARD[:5]} {CARD[5:9]} {CARD[9:]}", []),
        (f"卡号：{CARD[:15]}", []),
    ],
    ids=["bare", "order", "index", "luhn", "range", "groups", "short"],
)
def test_what_speaks_against_a_card(text: str, expected: Told) -> None:
    """No label warns; another thing's name, a wrong check digit, range, grouping or length say nothing."""
    assert told(text) == expected


def test_the_head_of_a_column_is_a_label() -> None:
    """A list of payments: the bank's word stands above."""
    assert told(table("姓名 银行账号", f"韦明明 {CARD}")) == [(KIND, B)]


def test_digits_over_cells_block_beside_a_name() -> None:
    """A number spread over the boxes of a row belongs to whom the row names."""
    cells = f"{CARD[:4]} {CARD[4:8]} {CARD[8:12]} {CARD[12:16]} {CARD[16:]}"

    assert told(table("姓名 甲 乙 丙 丁 戊", f"韦明明 {cells}")) == [(KIND, B)]
    assert told(table("品名 甲 乙 丙 丁 戊", f"水泥 {cells}")) == []
