"""Numbers that are masked already: enough or not, what stands beside them, and two masks of one number."""

from __future__ import annotations

import pytest
from personal import B, Told, scan_of, table, told

from publicity.checks.personal_info.masks import differing_masks, masked_numbers

MASK, BIRTH = "mask", "birth"
GOOD = "522732********2044"
OTHER = "52**********152044"
PHONE_ONLY = ("###****####",)


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        "522732********204X",
        "522***********2044",
        "522732************",
        "******************",
        "522732＊＊＊＊＊＊＊＊2044",
        "522732××××××××2044",
        "522732xxxxxxxx2044",
        "522732●●●●●●●●2044",
        r"522732\*\*\*\*\*\*\*\*2044",
        "身份证号522732****2044",
        "138****5678",
        "138****",
        "138******78",
        "138xxxx5678",
        r"138\*\*\*\*5678",
    ],
)
def test_a_mask_that_hides_enough_passes(text: str) -> None:
    """What shows no more than the settings' masks do, with any sign for what is hidden."""
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "522732198*****2044",
        "5227321985****2044",
        "522732****06152044",
        "522732198506****44",
        "52273219850615****",
        "52273219850615××××",
        "52273219********44",
        "身份证号：5227321985061520**",
        "1381***5678",
        "138***45678",
        "1381234****",
        "13812****78",
    ],
)
def test_a_mask_that_shows_more_blocks(text: str) -> None:
    """One digit of the birth date is one too many; a phone hides its middle four."""
    assert told(text) == [(MASK, B)]


@pytest.mark.parametrize(
    ("masks", "text", "expected"),
    [
        (("##************####",), GOOD, [(MASK, B)]),
        (("##************####",), "52************2044", []),
        (("*" * 18,), "52************2044", [(MASK, B)]),
        (("###****####", "#######****"), "1381234****", []),
        (("#" * 6 + "*" * 12,), "1381234****", []),
    ],
    ids=["narrower", "kept", "nothing", "second-phone-mask", "phones-not-set"],
)
def test_the_settings_say_which_masks_are_enough(masks: tuple[str, ...], text: str, expected: Told) -> None:
    """A narrower mask refuses what a wider one lets pass; where none is set for phones, none is judged."""
    assert told(text, masks=masks) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"韦明明，{GOOD}，38岁",
        f"韦明明（{GOOD}），1985年生",
        f"出生日期：1985年，{GOOD}",
        f"{GOOD}，现年38",
        f"韦明明生于1985年6月，{GOOD}",
        table("姓名 身份证号 年龄", f"韦明明 {GOOD} 38"),
        table("姓名 出生年月 身份证号", f"韦明明 1985.06 {GOOD}"),
    ],
)
def test_an_age_or_a_birth_date_beside_a_mask_blocks(text: str) -> None:
    """In the same line, or in another column of the row: 34 candidates are left."""
    assert told(text) == [(BIRTH, B)]


@pytest.mark.parametrize(
    "text",
    [
        f"{GOOD}\n\n韦明明，38岁",
        f"韦明明，{GOOD}，已领取38元",
        table("姓名 身份证号 年龄", f"韦明明 {GOOD} 无"),
        table("姓名 年龄 电话", "韦明明 38 138****5678"),
    ],
)
def test_an_age_elsewhere_is_left_alone(text: str) -> None:
    """Another paragraph, other figures, an empty cell, a telephone number."""
    assert told(text) == []


def test_a_weak_mask_and_an_age_are_two_findings() -> None:
    """Each is mended by itself."""
    assert sorted(told("韦明明，5227321985****2044，38岁")) == [(BIRTH, B), (MASK, B)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (GOOD, {0, 1, 2, 3, 4, 5, 14, 15, 16, 17}),
        ("************152044", {12, 13, 14, 15, 16, 17}),
        ("身份证号522732****2044", {0, 1, 2, 3, 4, 5, 14, 15, 16, 17}),
        ("522732********204x", {0, 1, 2, 3, 4, 5, 14, 15, 16, 17}),
    ],
)
def test_it_is_known_which_digits_show(text: str, shown: set[int]) -> None:
    """With fewer stars than digits, what stands behind them counts from the end."""
    (masked,) = masked_numbers(scan_of(text))

    assert masked.positions == shown


@pytest.mark.parametrize(
    "text", ["992732********2044", "522***************", "522732****2044", "****", "2020****2021****"]
)
def test_what_masks_no_identity_number(text: str) -> None:
    """No province, fewer than four digits, another length without a label."""
    assert list(masked_numbers(scan_of(text))) == []


def pairs(*texts: str) -> int:
    """How many pairs of one person's masks the passages hold together."""
    return len(list(differing_masks(one for text in texts for one in masked_numbers(scan_of(text)))))


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        (f"户主韦明明，{GOOD}", f"申请人韦明明，{OTHER}", 1),
        (GOOD, OTHER, 1),
        (f"户主韦明明，{GOOD}", OTHER, 1),
        (f"户主韦明明，{GOOD}", "申请人韦明明，************152044", 1),
        (f"户主韦明明，{GOOD}", f"申请人潘大山，{OTHER}", 0),
        (f"户主韦明明，{GOOD}", f"申请人韦明明，{GOOD}", 0),
        (f"户主韦明明，{GOOD}", "申请人韦明明，52**********152099", 0),
        (f"户主韦明明，{GOOD}", "申请人韦明明，53**********152044", 0),
        (GOOD, "52**********152099", 0),
    ],
    ids=[
        "name-and-digits", "digits", "name-on-one-page", "tail-only", "names-differ", "same-mask", "other-tail",
        "other-province", "other-digits",
    ],
)  # fmt: skip
def test_two_masks_of_one_number_are_joined(one: str, other: str, count: int) -> None:
    """By the name and by the digits that both show; a different name or digit tells two people apart."""
    assert pairs(one, other) == count


def test_a_pair_is_told_once_however_often_it_stands() -> None:
    """A list of many masked numbers on two pages does not bury the clerk."""
    assert pairs("\n".join([f"户主韦明明，{GOOD}"] * 5), "\n".join([f"户主韦明明，{OTHER}"] * 5)) == 1
