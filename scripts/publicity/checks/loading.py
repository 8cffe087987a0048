"""What went wrong while reading: encodings, links, front matter, includes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from publicity.content.corpus import Corpus
from publicity.finding import Finding
from publicity.rules import Rules


def check_loading(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """The loader's own findings."""
    yield from corpus.problems
    for page in corpus.pages:
        yield from page.problems
