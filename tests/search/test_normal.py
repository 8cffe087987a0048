"""What counts as the same text."""

from __future__ import annotations

import pytest
from opencc import OpenCC
from search_engine import RULES

from publicity.search.normal import Normaliser


@pytest.fixture(scope="module")
def normal() -> Normaliser:
    return Normaliser(RULES.traditional)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("大河府发〔2022〕49号", "大河府发(2022)49号"),
        ("大河府发［２０２２］４９号", "大河府发(2022)49号"),
        ("2022—1843313", "2022-1843313"),
        ("9:00～17:00", "9:00-17:00"),
        ("《行政處罰法》第 三 条", "行政处罚法第三条"),
        ("“低保”，'Low' ", "低保,low"),
        ("rule  of\u3000law，第 3 条 A 4", "rule of law,第3条a 4"),
        ("a , b", "a,b"),
        ("阿卜杜拉·买买提・艾力", "阿卜杜拉·买买提·艾力"),
        ("零\u200b宽\ufeff字\u00ad", "零宽字"),
        ("㈠ ㎡ ⅷ", "(一)m2 viii"),
        ("", ""),
        ("　\n\t ", ""),
    ],
)
def test_forms(normal: Normaliser, text: str, form: str) -> None:
    assert normal.normalise(text) == form


def test_a_normal_form_is_its_own(normal: Normaliser) -> None:
    """Otherwise a query copied from a page could miss it."""
    texts = "".join(map(chr, [*range(0x20, 0xD800), *range(0xE000, 0x30000)]))
    once = [normal.normalise(one) for one in texts]
    assert [one for one in once if normal.normalise(one) != one] == []


def test_the_table_agrees_with_opencc() -> None:
    """The common half of Big5, as far as OpenCC reads it as GB 2312 and it is not of GB 2312 itself: all, no other.

    Three that are, and stand in every traditional text, are read as their simple forms too.
    """
    simplify = OpenCC("t2s").convert

    def lead(character: str, encoding: str) -> int:
        """The first byte, 0 where the encoding does not have the character."""
        try:
            return character.encode(encoding)[0]
        except UnicodeEncodeError:
            return 0

    expected = {}
    for character in map(chr, range(0x4E00, 0xA000)):
        simple = simplify(character)
        foreign = character in "後徵於" or not lead(character, "gb2312")
        common = 0xA4 <= lead(character, "big5") <= 0xC6
        if foreign and common and simple != character and lead(simple, "gb2312"):
            expected[character] = simple

    assert dict(zip(*RULES.traditional, strict=True)) == expected
