"""What can be followed: the newest of everything and of each section, as reader programs are told it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from publicity.clock import SHANGHAI
from publicity.content.corpus import Page, url_of
from publicity.enrich.entries import KIND_LABELS, kind_label, public_summary, public_title
from publicity.enrich.selecting import given
from publicity.enrich.withdrawn import is_withdrawn, withdrawal_of
from publicity.model import NormativeDocument
from publicity.model.record import Record
from publicity.outputs.listings import SECTIONS, Pairs
from publicity.project import Project
from publicity.settings import Settings

# The feed of everything, and the page that it follows.
ALL, HOME = "all", "index.md"
NEWEST = 50
# A feed must say when it last changed (RFC 4287 §4.1.1), also that of a site which has published nothing.
NEVER = datetime(1970, 1, 1, tzinfo=SHANGHAI)
WITHDRAWN = "本信息已按规定撤下。"
UNVERIFIED = "尚未核定：根据公开法律整理，内容以本机关核定后的为准。"
CHANGING = "现在是否有效，以网页上写的为准。"


class Times(NamedTuple):
    """Moments of Asia/Shanghai, and they say so."""

    published: datetime
    updated: datetime


@dataclass(frozen=True)
class Item:
    """One record. ``id`` stays when title or address change; ``kind`` and ``author`` may be empty."""

    id: str
    address: str
    title: str
    text: str
    times: Times
    kind: str
    author: str


@dataclass(frozen=True)
class Feed:
    """``home`` is the uri of the page that shows the same; ``waiting`` records have no publication time yet.
    ``kinds`` are how many of each kind, with and without one.

    A feed says of each record when it was published. Of a record without that time it would have to invent one, so
    the record enters when the time is given.
    """

    name: str
    id: str
    title: str
    home: str
    items: tuple[Item, ...]
    updated: datetime
    waiting: int
    kinds: dict[str, int]

    @property
    def atom(self) -> str:
        """Where the Atom file stands in the site."""
        return f"feeds/{self.name}.atom"

    @property
    def json(self) -> str:
        """Where the JSON Feed stands in the site."""
        return f"feeds/{self.name}.json"


def feeds_of(project: Project) -> list[Feed]:
    """That of everything first, then those of the sections that docs/ has, empty ones too: people wait for the first."""
    corpus = project.corpus
    feeds = [_feed(project, ALL, "全部公开信息", HOME, list(corpus.records), NEVER)]
    for section in SECTIONS:
        opening = corpus.by_uri.get(section.uri)
        if section.feed and opening is not None and opening.header is not None:
            records = [pair for pair in corpus.records if section.holds(pair[1])]
            feeds.append(_feed(project, section.feed, opening.header.title, section.uri, records, feeds[0].updated))
    return feeds


def _feed(project: Project, name: str, title: str, home: str, records: Pairs, site: datetime) -> Feed:
    """Newest change first. An empty feed is as new as the site, which changed at ``site``: a day alone changes nothing."""
    dated = [(times, page, record) for page, record in records if (times := _times(record)) is not None]
    dated.sort(key=lambda one: (one[0].updated, one[2].serial), reverse=True)
    settings = project.settings
    return Feed(
        name=name,
        id=_id(settings, f"feeds/{name}"),
        title=title,
        home=home,
        items=tuple(_item(times, page, record, settings) for times, page, record in dated[:NEWEST]),
        updated=dated[0][0].updated if dated else site,
        waiting=len(records) - len(dated),
        kinds=Counter(KIND_LABELS[record.kind] for _, record in records),
    )


def _item(times: Times, page: Page, record: Record, settings: Settings) -> Item:
    """Of a withdrawn decision only that it was withdrawn, so that programs replace what they have kept of it."""
    withdrawn = is_withdrawn(record)
    return Item(
        id=_id(settings, record.serial),
        address=settings.address_of(url_of(page.uri)),
        title=public_title(record),
        text=WITHDRAWN if withdrawn else _text(record),
        times=times,
        kind="" if withdrawn else kind_label(record),
        author="" if withdrawn else given(record.issuing_organ),
    )


def _text(record: Record) -> str:
    """Nothing that a day changes: programs keep what they have read."""
    number, organ = given(record.document_number), given(record.issuing_organ)
    facts = f"种类：{kind_label(record)}。"
    facts += f"文号：{number}。" if number else ""
    facts += f"发布机构：{organ}。" if organ else ""
    unverified = UNVERIFIED if getattr(record, "verified", True) is False else ""
    changing = CHANGING if isinstance(record, NormativeDocument) else ""
    return "\n".join(filter(None, (public_summary(record), facts, unverified, changing)))


def _times(record: Record) -> Times | None:
    """A withdrawal is the last change; None for what has no time of publication yet."""
    if not isinstance(record.published_at, datetime):
        return None
    published = record.published_at.replace(tzinfo=SHANGHAI)
    gone = withdrawal_of(record)
    return Times(published, published if gone is None else max(published, _midnight(gone.withdrawn_on)))


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=SHANGHAI)


def _id(settings: Settings, name: str) -> str:
    """Not the address: a portal may move the site, and an id must not follow (RFC 4287 §4.2.6)."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'publicity:{settings.town.organ}:{name}')}"
