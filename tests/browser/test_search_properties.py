"""The engine in a real browser against reading everything: on random archives, after random edits, for random queries."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page
from search_documents import LETTERS, archive
from search_engine import RULES, Step, ask, write_and_edit
from search_truth import Truth

from publicity.search.document import Source
from publicity.search.index import write_index

SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
STEPS = st.lists(st.tuples(archive(most=3), st.sets(st.integers(0, 30), max_size=4)), max_size=3)
SORTS = st.sampled_from(["best", "date"])


def queries_in(data: st.DataObject, pages: dict[str, Source]) -> list[dict[str, Any]]:
    """Parts of what the pages say, alone and several together, and words that may be nowhere."""
    texts = [text for page in pages.values() for text in (page.load().title, *page.load().blocks)]
    texts += [text for page in pages.values() for one in page.load().attachments for text in one.blocks]
    found = []
    for _ in range(12):
        words = []
        for _ in range(data.draw(st.integers(1, 3))):
            text = data.draw(st.sampled_from(texts)) if texts else ""
            text = text or data.draw(st.text(LETTERS, max_size=4))
            begin = data.draw(st.integers(0, max(0, len(text) - 1)))
            words.append(text[begin : begin + data.draw(st.integers(1, 6))])
        query = " ".join(words)
        found.append(
            {"text": f'"{query}"' if data.draw(st.booleans()) else query, "options": {"sort": data.draw(SORTS)}}
        )
    return found


@SLOW
@given(data=st.data(), start=archive(), steps=STEPS)
def test_all_and_only_the_pages_that_hold_the_words(
    engine: Page,
    tmp_path_factory: pytest.TempPathFactory,
    data: st.DataObject,
    start: dict[str, Source],
    steps: list[Step],
) -> None:
    """Whole, without one twice; counted right when all have been seen, and never too few before."""
    folder = tmp_path_factory.mktemp("index") / "search"
    pages = write_and_edit(folder, start, steps)
    truth = Truth.of(pages.values(), RULES.weights)
    queries = queries_in(data, pages)

    for query, answer in zip(queries, ask(engine, folder, queries), strict=True):
        urls = [one["url"] for one in answer["results"]]
        expected = truth.search(query["text"], query["options"]["sort"])
        assert sorted(urls) == sorted(expected), query
        assert answer["count"] == {"number": len(expected), "exact": True}
        early = answer["early"]
        assert early["number"] == len(expected) if early["exact"] else early["number"] >= len(expected)
        if not steps and (len(answer["words"]) == 1 or query["options"]["sort"] == "date"):
            assert urls == expected, query


@SLOW
@given(data=st.data(), pages=archive(least=3))
def test_filters_leave_those_of_the_label(
    engine: Page, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, pages: dict[str, Source]
) -> None:
    """And the counts beside the labels say how many there will be, where all of them are known to hold the words."""
    folder = tmp_path_factory.mktemp("index") / "search"
    write_index(pages.values(), RULES, folder)
    truth = Truth.of(pages.values(), RULES.weights)
    label = data.draw(st.sampled_from(["公开", "执法", ""]))
    text = data.draw(st.sampled_from([*"低保罚a3", "低保", "处罚", "低保处", "保处罚"]))

    all_, some = ask(
        engine, folder, [{"text": text, "facets": True}, {"text": text, "options": {"filters": {"kind": label}}}]
    )

    expected = [url for url in truth.search(text) if pages[url].load().kind == label]
    assert [one["url"] for one in some["results"]] == expected
    told = dict(all_["facets"].get("kind", [])).get(label, 0)
    assert told == len(expected)  # all have been read by then
