"""What can be followed: the newest of everything and of each section, as reader programs are told it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import NAMESPACE_URL, uuid5

from publicity.clock import SHANGHAI
from publicity.content.corpus import Page, url_of
from publicity.enrich.entries import kind_label, public_summary, public_title
from publicity.enrich.selecting import given
from publicity.model import EnforcementResult, NormativeDocument
from publicity.model.record import Record
from publicity.outputs.listings import SECTIONS, Pairs
from publicity.project import Project
from publicity.settings import Settings

# The feed of everything, and the page that it follows.
ALL, HOME = "all", "index.md"
NEWEST = 50
WITHDRAWN = "本信息已按规定撤下。"
UNVERIFIED = "尚未核定：根据公开法律整理，内容以本机关核定后的为准。"
CHANGING = "现在是否有效，以网页上写的为准。"


@dataclass(frozen=True)
class Item:
    """One record. Moments carry their zone; ``id`` stays when title or address change; ``author`` and ``kind`` may be empty."""

    id: str
    address: str
    title: str
    text: str
    published: datetime
    updated: datetime
    kind: str
    author: str


@dataclass(frozen=True)
class Feed:
    """``home`` is the uri of the page that shows the same; ``waiting`` records have no publication time yet.

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
    feeds = [_feed(project, ALL, "全部公开信息", HOME, list(corpus.records))]
    for section in SECTIONS:
        opening = corpus.by_uri.get(section.uri)
        if section.feed and opening is not None and opening.header is not None:
            records = [pair for pair in corpus.records if section.holds(pair[1])]
            feeds.append(_feed(project, section.feed, opening.header.title, section.uri, records))
    return feeds


def _feed(project: Project, name: str, title: str, home: str, records: Pairs) -> Feed:
    """Newest change first. An empty feed is as new as the day it was found empty on."""
    dated = [(updated, page, record) for page, record in records if (updated := _updated(record)) is not None]
    dated.sort(key=lambda one: (one[0], one[2].serial), reverse=True)
    organ = project.settings.town.organ
    return Feed(
        name=name,
        id=_id(organ, f"feeds/{name}"),
        title=title,
        home=home,
        items=tuple(_item(page, record, project.settings) for _, page, record in dated[:NEWEST]),
        updated=dated[0][0] if dated else _midnight(project.today),
        waiting=len(records) - len(dated),
    )


def _item(page: Page, record: Record, settings: Settings) -> Item:
    """Of a withdrawn decision only that it was withdrawn, so that programs replace what they have kept of it."""
    published, updated = _published(record), _updated(record)
    assert published is not None
    assert updated is not None
    withdrawn = public_title(record) != record.title
    return Item(
        id=_id(settings.town.organ, record.serial),
        address=settings.address_of(url_of(page.uri)),
        title=public_title(record),
        text=WITHDRAWN if withdrawn else _text(record),
        published=published,
        updated=updated,
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


def _published(record: Record) -> datetime | None:
    """None for what has no time of publication yet."""
    moment = record.published_at
    return moment.replace(tzinfo=SHANGHAI) if isinstance(moment, datetime) else None


def _updated(record: Record) -> datetime | None:
    """The publication, or the withdrawal after it."""
    published = _published(record)
    if published is not None and isinstance(record, EnforcementResult) and record.withdrawal is not None:
        return max(published, _midnight(record.withdrawal.withdrawn_on))
    return published


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=SHANGHAI)


def _id(organ: str, name: str) -> str:
    """Not the address: a portal may move the site, and an id must not follow (RFC 4287 §4.2.6)."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'publicity:{organ}:{name}')}"
