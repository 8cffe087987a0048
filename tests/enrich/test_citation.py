"""Legal bases as a reader reads them."""

from __future__ import annotations

from typing import Any

import pytest

from publicity.enrich.citing import citation_of
from publicity.model.citation import cite, place_words, to_chinese
from publicity.model.fields import LegalBasis


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"), (2, "二"), (9, "九"), (10, "十"), (11, "十一"), (19, "十九"), (20, "二十"), (21, "二十一"), (65, "六十五"),
        (99, "九十九"), (100, "一百"), (101, "一百零一"), (106, "一百零六"), (110, "一百一十"), (111, "一百一十一"),
        (120, "一百二十"), (200, "二百"), (205, "二百零五"), (250, "二百五十"), (999, "九百九十九"), (1000, "一千"),
        (1001, "一千零一"), (1010, "一千零一十"), (1019, "一千零一十九"), (1100, "一千一百"), (1101, "一千一百零一"),
        (1242, "一千二百四十二"), (1260, "一千二百六十"), (2000, "二千"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_statutes_count(number: int, words: str) -> None:
    """十二, 二十, 一百零六, 一百一十, 一千零一: as 民法典 numbers its articles."""
    assert to_chinese(number) == words


def test_no_two_articles_share_a_name() -> None:
    """Every number up to 2,000 has a word of its own."""
    assert len({to_chinese(number) for number in range(1, 2001)}) == 2000


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ({"statute": "城乡规划法"}, "《城乡规划法》"),
        ({"statute": "城乡规划法", "article": 65}, "《城乡规划法》第六十五条"),
        ({"statute": "土地管理法", "article": 14, "paragraph": 2}, "《土地管理法》第十四条第二款"),
        ({"statute": "政府信息公开条例", "article": 20, "item": 15}, "《政府信息公开条例》第二十条第（十五）项"),
        ({"statute": "甲法", "article": 3, "paragraph": 1, "item": 2}, "《甲法》第三条第一款第（二）项"),
        ({"statute": "国办发〔2018〕118号"}, "国办发〔2018〕118号"),
        ({"statute": "民法典", "article": 1260}, "《民法典》第一千二百六十条"),
    ],
)
def test_a_basis_is_cited_in_full(basis: dict[str, Any], words: str) -> None:
    """Book marks for statutes and none for document numbers; article, paragraph, item in this order."""
    assert cite(LegalBasis.model_validate(basis)) == words


@pytest.mark.parametrize(
    ("place", "words"),
    [((19, None, None, 21), "第十九条至第二十一条"), ((60, None, 6), "第六十条第（六）项"), ((None, None, None), "")],
)
def test_a_place_is_told_without_its_title(place: tuple[int | None, ...], words: str) -> None:
    """Also a range of articles; nothing where the whole is meant."""
    article, paragraph, item, *last = place

    assert place_words(article, paragraph, item, *last) == words


def test_book_marks_around_a_basis_are_not_part_of_its_title() -> None:
    """Of pages and of data alike: many write them, and the register has none."""
    citation = citation_of(LegalBasis.model_validate({"statute": "《甲法》", "article": 3}))

    assert (citation.title, citation.article) == ("甲法", 3)
