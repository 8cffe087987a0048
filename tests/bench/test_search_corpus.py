"""The synthetic archive is what measuring takes it for: always the same, of real sizes, terms as frequent as meant."""

from __future__ import annotations

import re
import statistics
from collections import Counter

import pytest
from search_corpus import WEIGHTED, Corpus
from search_queries import fixed, random_substrings
from search_words import TERMS, vocabulary

from publicity.search.document import Document

COUNT = 400


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus(COUNT)


@pytest.fixture(scope="module")
def documents(corpus: Corpus) -> list[Document]:
    return [source.load() for source in corpus.sources()]


def test_a_document_is_the_same_whenever_it_is_made(corpus: Corpus, documents: list[Document]) -> None:
    """Another run, another order: nothing but seed, number and size decide."""
    assert [Corpus(COUNT).document(number) for number in (399, 7)] == [documents[399], documents[7]]
    assert Corpus(COUNT, seed=2).document(7) != documents[7]


def test_the_vocabulary_is_large_and_holds_no_term_of_the_trade() -> None:
    """Terms come as often as their share says only if no other word holds them."""
    words = vocabulary()

    assert len(set(words)) == len(words) >= 20_000
    assert len(set("".join(words))) > 3_000
    assert not any(term in word for word in words for term in TERMS)


def test_documents_have_the_sizes_and_shares_of_real_ones(documents: list[Document]) -> None:
    """About 3,100 Han characters; two of five with a table, one of ten with an attachment."""
    sizes = [len(re.findall("[\u4e00-\u9fff]", "".join(one.blocks))) for one in documents]

    assert 2_800 < statistics.median(sizes) < 3_400
    assert 0.3 < sum("序号" in one.blocks for one in documents) / COUNT < 0.5
    assert 0.05 < sum(bool(one.attachments) for one in documents) / COUNT < 0.15
    assert sum("為保障公民" in "".join(one.blocks) for one in documents) == 1


@pytest.mark.parametrize(("term", "share"), [("处罚", 0.30), ("低保", 0.15), ("执法全过程记录", 0.14)])
def test_terms_are_as_frequent_as_meant(documents: list[Document], term: str, share: float) -> None:
    """Within a third of their share."""
    held = sum(term in one.title or any(term in block for block in one.blocks) for one in documents)

    assert abs(held / COUNT - share) < share / 3


def test_addresses_differ_and_days_span_the_years(corpus: Corpus) -> None:
    """Few pages stand before the others, some without a day."""
    sources = list(corpus.sources())
    years = Counter(source.day.year for source in sources if source.day)

    assert len({source.url for source in sources}) == COUNT
    assert len(years) >= 12
    assert years[2025] > years[2016]
    assert [source.url for source in sources if source.weight] == [corpus.source(n).url for n in range(WEIGHTED)]
    assert [source.url for source in sources if not source.day] != []


def test_an_edited_document_keeps_its_address(corpus: Corpus) -> None:
    """What changes is its text and its title."""
    before, after = corpus.document(9), corpus.changed(9).load()

    assert (after.url, after.numbers) == (before.url, before.numbers)
    assert after.blocks != before.blocks
    assert after.title != before.title


def test_there_are_two_hundred_queries(corpus: Corpus) -> None:
    """No two alike, and the same at every call."""
    queries = fixed(corpus)

    assert len(set(queries)) == 200
    assert queries == fixed(corpus)


def test_random_substrings_are_on_the_pages(documents: list[Document]) -> None:
    """Each is a piece of something a reader sees."""
    seen = "\n".join(
        "\n".join((one.title, *one.numbers, *one.blocks, *(block for file in one.attachments for block in file.blocks)))
        for one in documents
    )

    assert all(piece in seen for piece in random_substrings(documents, seed=3, count=50))
