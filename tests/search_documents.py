"""Small documents for the tests of search: by hand, and at random."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from publicity.search.document import AttachedText, Document, Source

# Few characters, so that chance finds what only looks alike: bigrams that are there in another order, words across
# signs and blocks, traditional forms, parts of numbers.
LETTERS = "低保处罚處罰的，（〔 ab3-5”"
TEXTS = st.text(LETTERS, max_size=40)
LONG = st.text(LETTERS, min_size=1, max_size=6).map(lambda text: text * 200)
DAYS = st.none() | st.dates(date(2024, 12, 30), date(2026, 1, 3))


def source(url: str, *blocks: str, title: str = "标题", day: date | None = None, weight: int = 0) -> Source:
    """A document of these blocks."""
    document = Document(url, title, blocks=blocks)
    return Source(url, weight, day, lambda: document)


def files(url: str) -> st.SearchStrategy[tuple[AttachedText, ...]]:
    """Up to two attachments of a page."""
    texts = st.lists(TEXTS, min_size=1, max_size=3).map(tuple)
    one = st.lists(texts, max_size=2)
    return one.map(lambda found: tuple(AttachedText(f"{url}{n}.pdf", f"附件{n}", text) for n, text in enumerate(found)))


@st.composite
def sources(draw: st.DrawFn, number: st.SearchStrategy[int]) -> Source:
    """A page with one of these numbers in its address."""
    url = f"page/{draw(number)}/"
    document = Document(
        url=url,
        title=draw(TEXTS.filter(bool)),
        numbers=tuple(draw(st.lists(TEXTS, max_size=2))),
        blocks=tuple(draw(st.lists(TEXTS | LONG, max_size=5))),
        attachments=draw(files(url)),
        kind=draw(st.sampled_from(["公开", "执法", ""])),
        organ=draw(st.sampled_from(["镇政府", ""])),
    )
    return Source(url, draw(st.sampled_from([0, 0, 0, 1, 2])), draw(DAYS), lambda: document)


def archive(least: int = 0, most: int = 12) -> st.SearchStrategy[dict[str, Source]]:
    """Pages by address."""
    found = st.lists(sources(st.integers(0, 30)), min_size=least, max_size=most)
    return found.map(lambda all_: {one.url: one for one in all_})
