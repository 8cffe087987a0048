"""Rows of listings, and plain data for templates."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from conftest import TODAY, corpus_of, make_town, record

from publicity.enrich.entries import Entry, entries_of
from publicity.enrich.plain import header_rows, plain
from publicity.enrich.validity import states
from publicity.model.fields import LegalBasis
from publicity.model.record import Validity

NORMATIVE = {"kind": "normative_document", "effective_on": "2026-05-01", "review_reference": "待核定"}


def rows(folder: Path, *written: str) -> list[Entry]:
    pages = {f"disclosure/2026/{number}.md": text for number, text in enumerate(written)}
    corpus = corpus_of(make_town(folder, pages))
    return entries_of(corpus.records, states(corpus, TODAY))


def test_newest_come_first_and_the_unpublished_last(tmp_path: Path) -> None:
    """By day of publication downward; on one day, and without a day, by serial."""
    found = rows(
        tmp_path,
        record("2026-00004", published_at="待核定"),
        record("2026-00003", published_at="2026-04-02 08:00"),
        record("2026-00005", published_at="2026-05-02 08:00"),
        record("2026-00002", published_at="待核定"),
        record("2026-00001", published_at="2026-04-02 23:00"),
    )

    assert [(one.serial[-1], one.day) for one in found] == [
        ("5", "2026-05-02"), ("1", "2026-04-02"), ("3", "2026-04-02"), ("2", ""), ("4", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "index", "shown"),
    [
        ("青府发〔2026〕3号", "待核定", "青府发〔2026〕3号"),
        ("", "待核定", ""),
        ("待核定", "甲/2026-00001", "甲/2026-00001"),
    ],
)
def test_a_row_shows_a_number_that_was_given(tmp_path: Path, number: str, index: str, shown: str) -> None:
    """The document number, else the index number, else nothing: never 待核定."""
    (row,) = rows(tmp_path, record(document_number=number, index_number=index))

    assert row.number == shown


@pytest.mark.parametrize(
    ("fields", "mark", "coming"),
    [
        ({}, "有效", ""),
        ({"expires_on": "2026-11-21"}, "失效", ""),
        ({"expires_on": "2026-11-22"}, "有效", "2026-11-23 失效"),
        ({"effective_on": "2026-12-01"}, "尚未施行", "2026-12-01 有效"),
        ({"effective_on": "2026-12-01", "expires_on": "2027-11-30"}, "尚未施行", "2026-12-01 有效;2027-12-01 失效"),
        ({"effective_on": "待核定"}, "效力待核定", ""),
        ({"effective_on": "待核定", "validity": "amended"}, "修改", ""),
    ],
)
def test_the_state_of_a_normative_document_is_marked(
    tmp_path: Path, fields: dict[str, str], mark: str, coming: str
) -> None:
    """A reader of a listing sees whether a document is in force, and the browser what is known to follow."""
    (row,) = rows(tmp_path, record(**(NORMATIVE | fields)))

    assert (row.mark, row.coming) == (mark, coming)


def test_values_become_plain_data() -> None:
    """Templates get text, lists and dicts; a legal basis also carries its citation."""
    basis = LegalBasis(statute="甲法", article=3)

    assert plain((Validity.REPEALED, None, 3, "甲")) == ["废止", None, 3, "甲"]
    assert plain(basis) == {
        "statute": "甲法",
        "article": 3,
        "paragraph": None,
        "item": None,
        "says": None,
        "cite": "《甲法》第三条",
    }


@pytest.mark.parametrize(
    ("number", "text"),
    [("172", "172"), ("100", "100"), ("0", "0"), ("12.50", "12.5"), ("1E+3", "1000"), ("0.001", "0.001"),
     ("123456789012345678901234567890123", "123456789012345678901234567890123")],
)  # fmt: skip
def test_a_number_is_shown_in_full(number: str, text: str) -> None:
    """No exponent, no trailing zeros, no digit lost."""
    assert plain(Decimal(number)) == text


def test_the_header_says_what_is_given_pending_and_blank(tmp_path: Path) -> None:
    """Blank stays blank and pending stays pending; neither is filled by guess."""
    text = record(index_number="待核定", document_number="", validity="repealed")
    ((_, one),) = corpus_of(make_town(tmp_path, {"disclosure/2026/2026-00001.md": text})).records

    assert [(row["label"], row["value"], row["state"]) for row in header_rows(one, {})] == [
        ("索引号", "待核定", "pending"),
        ("发布机构", "云岭县青石镇人民政府", "given"),
        ("成文日期", "2026-04-01", "given"),
        ("文号", "", "blank"),
        ("发布时间", "2026-04-02 09:30", "given"),
        ("文件有效性", "废止", "given"),
    ]


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"effective_on": "2026-12-01"}, ("尚未施行", "given", "2026-12-01 有效")),
        ({"validity": "repealed"}, ("有效", "given", "")),
        ({"effective_on": "待核定"}, ("待核定", "pending", "")),
    ],
)
def test_the_header_says_the_computed_validity(
    tmp_path: Path, fields: dict[str, str], shown: tuple[str, str, str]
) -> None:
    """Of a normative document, whatever staff typed; with what is known to follow."""
    text = record(**(NORMATIVE | fields))
    corpus = corpus_of(make_town(tmp_path, {"disclosure/normative/2026-00001.md": text}))
    row = header_rows(corpus.records[0][1], states(corpus, TODAY))[-1]

    assert (row["value"], row["state"], row["coming"]) == shown
