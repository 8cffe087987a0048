"""The one normaliser: what is a digit, what may part two of one number, and what is no number at all."""

from __future__ import annotations

import pytest
from personal import IDENTITY, IDENTITY_X, MOBILE, told

from publicity.checks.personal_info.digits import Number, digit_of, find_runs


def digits_in(text: str) -> list[str]:
    return [run.digits for run in find_runs(text)]


def number_in(text: str) -> Number:
    (run,) = find_runs(text)
    return run.cut(0, len(run.digits))


@pytest.mark.parametrize(
    "signs",
    [
        "0123456789",
        "０１２３４５６７８９",
        "〇一二三四五六七八九",
        "○一二三四五六七八九",
        "零壹贰叁肆伍陆柒捌玖",
        "零幺二三四五六七八九",
        "⓪①②③④⑤⑥⑦⑧⑨",
        "⁰¹²³⁴⁵⁶⁷⁸⁹",
        "₀₁₂₃₄₅₆₇₈₉",
        "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
        "٠١٢٣٤٥٦٧٨٩",
        "०१२३४५६७८९",
        "Ol23456789",
        "oI23456789",
    ],
)
def test_a_number_is_read_in_whatever_digits_it_is_written(signs: str) -> None:
    """Full-width, Chinese, capital, circled, raised, styled and foreign digits, and the letters O and l."""
    assert digits_in("".join(signs[int(digit)] for digit in MOBILE)) == [MOBILE]


@pytest.mark.parametrize("signs", ["①②③④⑤⑥⑦⑧⑨", "❶❷❸❹❺❻❼❽❾", "⑴⑵⑶⑷⑸⑹⑺⑻⑼", "㈠㈡㈢㈣㈤㈥㈦㈧㈨", "㊀㊁㊂㊃㊄㊅㊆㊇㊈"])
def test_signs_around_a_digit_do_not_hide_it(signs: str) -> None:
    """One to nine in circles and brackets; those sets that have no zero, too."""
    assert digits_in(signs) == ["123456789"]


@pytest.mark.parametrize("cross", ["X", "x", "Ｘ", "ｘ", "×", "Χ", "χ", "Х", "х"])
def test_what_looks_like_an_x_ends_an_identity_number(cross: str) -> None:
    """The Latin, the full-width, the Greek and the Cyrillic letter, and the sign of multiplication."""
    assert digits_in(IDENTITY_X[:-1] + cross) == [IDENTITY_X]


@pytest.mark.parametrize(
    ("char", "digit"), [("7", "7"), ("七", "7"), ("⑦", "7"), ("x", "X"), ("十", ""), ("甲", ""), ("½", "")]
)
def test_a_sign_is_one_digit_or_none(char: str, digit: str) -> None:
    """Tens, fractions and other signs stand for no digit."""
    assert digit_of(char) == digit


@pytest.mark.parametrize(
    "gap",
    [
        " ", "  ", "\t", "\u3000", "\u00a0", "\u2009", "\u202f", "\u200b", "\u200c", "\u200d", "\ufeff", "\u2060", "\u00ad",
        "-", "--", "—", "–", "－", "−", "_", "~", "～", ".", "·", "•", "．", ",", "，", ":", "：", "/", "／", "\\",
        "(", ")", "（", "）", "*", "**", "***", "~~", "`", "|", " | ", "\n", "  \n", "\\\n", " ) - ( ",
    ],
)  # fmt: skip
def test_separators_do_not_end_a_number(gap: str) -> None:
    """Spaces, dashes, dots, brackets, emphasis, cells, line breaks, and what cannot be seen."""
    assert digits_in(gap.join((IDENTITY[:6], IDENTITY[6:14], IDENTITY[14:]))) == [IDENTITY]


@pytest.mark.parametrize("gap", ["甲", "年", "。", "！", "<", "[", "“", " " * 9])
def test_words_and_stops_end_a_number(gap: str) -> None:
    """A word, a stop, or too wide a gap makes two numbers of it."""
    assert digits_in(gap.join((IDENTITY, IDENTITY))) == [IDENTITY, IDENTITY]


@pytest.mark.parametrize(
    "text",
    ["", "123456", "Oll OlO lIl", "IllllOOOO 123", "一心一意", "百分之九十九", "三下五除二", "合计"],
)
def test_too_few_digits_are_no_number(text: str) -> None:
    """Fewer than seven, or fewer than four that are no letters."""
    assert digits_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "2021年5月1日至2022年6月2日，累计12345678元，涉及4567户。",
        "2020-01-01 2021-02-02 2022-03-03",
        "2026-05-01 09:30 至 2026-05-02 18:00",
        "一是学习，二是宣传，三是检查，四是整改，五是总结。",
        "第十八条、第十九条、第二十一条、第三十四条第（一）（二）（三）项",
        "| 12,345,678.90 | 23,456,789.01 | 34,567,890.12 |",
        "| 年度 | 收入 | 支出 |\n| --- | --- | --- |\n| 2021 | 5227.32 | 1985.06 |\n| 2022 | 5237.51 | 1986.07 |",
        "黔府发〔2020〕12号、青府发〔2021〕13号",
        "ISBN 978-7-123-45678-9",
        "服务热线：12345、12348、400-810-0854",
        "东经107°52′13″，北纬25°59′48″",
    ],
    ids=[
        "sentence",
        "dates",
        "times",
        "ordinals",
        "articles",
        "amounts",
        "figures",
        "files",
        "isbn",
        "hotlines",
        "place",
    ],
)
def test_figures_that_are_nobodys_number_are_left_alone(text: str) -> None:
    """Amounts, dates, tables of figures and numbers of documents."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "unbroken"),
    [
        ("13812345678", True),
        ("138**1234**5678", True),
        ("138\u200b12345678", True),
        ("138`12345678`", True),
        ("138  \n12345678", True),
        ("138 12345678", False),
        ("138-12345678", False),
        ("138 | 12345678", False),
    ],
)
def test_what_a_reader_does_not_see_breaks_nothing(text: str, unbroken: bool) -> None:
    """Emphasis, invisible signs and the end of a line leave a number in one piece; a space does not."""
    assert number_in(text).unbroken is unbroken


@pytest.mark.parametrize(
    ("text", "in_cells"),
    [
        ("138 | 12345678", True),
        ("138，12345678", True),
        ("138(12345678", True),
        ("138\n12345678", False),
        ("138 12345678", False),
    ],
)
def test_cells_and_the_parts_of_a_list_are_told_from_gaps(text: str, in_cells: bool) -> None:
    """What may be several numbers in a row is known as such."""
    assert number_in(text).in_cells is in_cells


def test_a_number_knows_its_groups_and_its_place() -> None:
    """Groups, what parts them, and where it begins and ends in the text."""
    number = number_in("电话 138-1234 5678。")

    assert (number.groups, number.between) == ((3, 4, 4), ("-", " "))
    assert (number.start, number.end) == (3, 16)


def test_numbers_are_cut_only_where_groups_end() -> None:
    """A shorter number is not found inside a longer group."""
    (run,) = find_runs("138 12345678 2026")

    assert [number.digits for number in run.numbers(bool, 11)] == [MOBILE]
    assert [number.digits for number in run.numbers(bool, 12)] == ["123456782026"]
    assert list(run.numbers(bool, 7)) == []


def test_stars_with_no_digit_before_them_hide_nothing() -> None:
    """A row of stars before a whole number leaves it a number."""
    (run,) = find_runs("****13812345678")

    assert [number.digits for number in run.numbers(bool, 11)] == [MOBILE]


@pytest.mark.parametrize("text", ["李三13812345678", "Tel13812345678", "13812345678二组"])
def test_plain_digits_end_where_letters_and_numerals_begin(text: str) -> None:
    """A neighbour that could be read as a digit does not hide a number."""
    assert MOBILE in [number.digits for run in find_runs(text) for number in run.numbers(bool, 11)]


@pytest.mark.parametrize("text", ["138****12345678", r"522\*\*\*\*13812345678"])
def test_the_visible_end_of_a_masked_number_is_no_number(text: str) -> None:
    """Four stars hide digits; what stands on their two sides is not put together."""
    assert [number for run in find_runs(text) for number in run.numbers(bool, 11)] == []
