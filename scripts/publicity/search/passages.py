"""A document → passages: small enough to be fetched for one result, never cut inside a block."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from publicity.search.codec import compact
from publicity.search.document import AttachedText, Document
from publicity.search.grams import SEPARATOR, Piece
from publicity.search.normal import Normaliser

TITLE, NUMBER, TEXT, ATTACHMENT = range(4)
SMALLEST = 500  # characters: about 1 KB compressed
MOST = 25  # passages of full size; one begun for the text and one for the attachments come on top


@dataclass
class Passage:
    """``attachments``: first block, address and title of each, empty in the page's own text."""

    blocks: list[str] = field(default_factory=list)
    attachments: list[tuple[int, str, str]] = field(default_factory=list)

    @property
    def field(self) -> int:
        """TEXT or ATTACHMENT."""
        return ATTACHMENT if self.attachments else TEXT


def cut(document: Document) -> list[Passage]:
    """At least one passage, the page's own text first."""
    attached = [block for one in document.attachments for block in one.blocks]
    size = max(SMALLEST, -(-sum(map(len, [*document.blocks, *attached])) // MOST))
    passages = list(_filled(((block, None) for block in document.blocks), size)) or [Passage()]
    files = ((block, (one.url, one.title)) for one in document.attachments for block in one.blocks)
    return [*passages, *_filled(files, size)]


def _filled(blocks: Iterable[tuple[str, tuple[str, str] | None]], size: int) -> Iterator[Passage]:
    passage, length = Passage(), 0
    for block, attachment in blocks:
        if attachment is not None and attachment not in [(url, title) for _, url, title in passage.attachments]:
            passage.attachments.append((len(passage.blocks), *attachment))
        passage.blocks.append(block)
        length += len(block)
        if length >= size:
            yield passage
            passage, length = Passage(), 0
    if passage.blocks:
        yield passage


def pieces(number: int, document: Document, passages: list[Passage], normaliser: Normaliser) -> Iterator[Piece]:
    """What is indexed of it, each text in its fields."""

    def joined(texts: Iterable[str]) -> str:
        return SEPARATOR.join(map(normaliser.normalise, texts))

    title, numbers = normaliser.normalise(document.title), joined(document.numbers)
    yield Piece(number, TITLE, 0, title)
    yield Piece(number, NUMBER, 0, numbers)
    yield Piece(number, TEXT, 0, title + SEPARATOR + numbers)
    for place, passage in enumerate(passages):
        yield Piece(number, passage.field, place, joined(passage.blocks))


def render_passage(document: Document, passage: Passage, day: str, weight: int) -> bytes:
    """The file of a passage, as the contract has it."""
    shown: dict[str, object] = {"u": document.url, "t": document.title}
    optional = {
        "n": document.numbers, "d": day, "k": document.kind, "v": document.validity, "c": document.category,
        "o": document.organ, "w": weight, "b": passage.blocks, "a": passage.attachments,
    }  # fmt: skip
    shown |= {name: value for name, value in optional.items() if value}
    return compact(shown).encode()


def read_passages(texts: list[bytes]) -> Document:
    """The document of its passages' files."""
    parsed = [json.loads(text) for text in texts]
    first = parsed[0]
    blocks: list[str] = []
    attached: dict[tuple[str, str], list[str]] = {}
    for one in parsed:
        own = one.get("b", [])
        if not one.get("a"):
            blocks.extend(own)
        bounds = [*one.get("a", []), [len(own), "", ""]]
        for (begin, url, title), (end, _, _) in pairwise(bounds):
            attached.setdefault((url, title), []).extend(own[begin:end])
    return Document(
        url=first["u"], title=first["t"], numbers=tuple(first.get("n", ())), blocks=tuple(blocks),
        attachments=tuple(AttachedText(url, title, tuple(found)) for (url, title), found in attached.items()),
        kind=first.get("k", ""), category=first.get("c", ""), validity=first.get("v", ""), organ=first.get("o", ""),
    )  # fmt: skip
