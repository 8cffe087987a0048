"""Documents cut into passages and put together again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from search_documents import sources

from publicity.search.document import Document, Source
from publicity.search.passages import MOST, SMALLEST, cut, read_passages, render_passage


@given(sources(st.integers(0, 9)))
def test_a_document_comes_back_whole(source: Source) -> None:
    document = source.load()
    day = source.day.isoformat() if source.day else ""
    assert read_passages([render_passage(document, one, day, source.weight) for one in cut(document)]) == document


def test_passages_are_small_and_few() -> None:
    """As small as is worth a request in a usual document; in the longest no more than a mask has bits."""
    usual = cut(Document("", "", blocks=("字" * 100,) * 50))
    assert [len("".join(one.blocks)) for one in usual] == [500] * 10
    assert SMALLEST == 500
    longest = cut(Document("", "", blocks=("字" * 1000,) * 999))
    assert len(longest) <= MOST + 2 <= 28
    assert len({len(one.blocks) for one in longest[:-1]}) == 1


def test_a_block_is_never_cut() -> None:
    (first, second) = cut(Document("", "", blocks=("字" * 9000, "末")))
    assert (first.blocks, second.blocks) == (["字" * 9000], ["末"])


def test_a_page_without_text_has_a_passage() -> None:
    assert [one.blocks for one in cut(Document("", "只有标题"))] == [[]]
