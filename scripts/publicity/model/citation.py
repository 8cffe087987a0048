"""Legal bases as a reader reads them: 《城乡规划法》第六十五条."""

from __future__ import annotations

from publicity.model.fields import LegalBasis

_DIGITS = "零一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}


def cite(basis: LegalBasis) -> str:
    """Statute, article, paragraph and item in Chinese numerals; a document number takes no book marks."""
    return book_marked(basis.statute) + place_words(basis.article, basis.paragraph, basis.item)


def book_marked(title: str) -> str:
    """《城乡规划法》; a document number as it is."""
    return title if "〔" in title else f"《{title}》"


def place_words(article: int | None, paragraph: int | None, item: int | None, last_article: int | None = None) -> str:
    """第六十条第（六）项, 第十九条至第二十一条; empty for the whole."""
    places = ((article, "条"), (paragraph, "款"))
    words = "".join(f"第{to_chinese(number)}{unit}" for number, unit in places if number is not None)
    words += f"第（{to_chinese(item)}）项" if item is not None else ""
    return f"{words}至第{to_chinese(last_article)}条" if last_article is not None else words


def to_chinese(number: int) -> str:
    """1 … 9999 the way statutes count: 十二, 二十, 一百零六, 一百一十."""
    words, zero = "", False
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit == 0:
            zero = bool(words)
            continue
        words += ("零" if zero else "") + _DIGITS[digit] + unit
        zero = False
    return words.removeprefix("一") if 10 <= number < 20 else words


def from_chinese(words: str) -> int | None:
    """The number written 二十一, 〇, 21 or ２１; None where it is no number."""
    if words.isdecimal() and all(word in "0123456789０１２３４５６７８９" for word in words):
        return int(words)
    total, digit = 0, None
    for word in words.replace("〇", "零").replace("两", "二"):
        if word in _DIGITS:
            digit = _DIGITS.index(word)
        elif word in _UNITS:
            total += (1 if digit is None else digit) * _UNITS[word]
            digit = None
        else:
            return None
    return total + (digit or 0) if words else None
