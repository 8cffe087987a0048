"""Feeds as files: Atom (RFC 4287), which every reader program knows, and JSON Feed 1.1, which is easier to program with.

Written with lxml, which is here anyway: feedgen would add its own address and version to each file, and two packages.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lxml import etree

from publicity.content.corpus import url_of
from publicity.outputs.artefact import Artefact
from publicity.outputs.feeds import NEWEST, Feed, Item, feeds_of
from publicity.project import Project
from publicity.settings import Settings

ATOM = "http://www.w3.org/2005/Atom"
LANGUAGE = "zh-CN"
ABOUT = f"最近公开的 {NEWEST} 件，新的在前；发布时间待核定的不在里面。"


def make_feeds(project: Project) -> Iterator[Artefact]:
    """Two files a feed."""
    for feed in feeds_of(project):
        yield Artefact(feed.atom, render_atom(feed, project.settings))
        yield Artefact(feed.json, render_json_feed(feed, project.settings))


def render_atom(feed: Feed, settings: Settings) -> bytes:
    """UTF-8, indented."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    root.set("{http://www.w3.org/XML/1998/namespace}lang", LANGUAGE)
    _add(root, "id", feed.id)
    _add(root, "title", _title(feed, settings))
    _add(root, "subtitle", ABOUT)
    _add(root, "updated", feed.updated.isoformat())
    _author(root, settings.town.organ)
    _add(root, "link", rel="self", type="application/atom+xml", href=settings.address_of(feed.atom))
    _add(root, "link", rel="alternate", type="text/html", href=settings.address_of(url_of(feed.home)))
    for item in feed.items:
        _entry(root, item)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def _title(feed: Feed, settings: Settings) -> str:
    """Among the feeds of many towns."""
    return f"{settings.town.organ}：{feed.title}"


def _entry(root: Any, item: Item) -> None:
    entry = _add(root, "entry")
    _add(entry, "id", item.id)
    _add(entry, "title", item.title)
    _add(entry, "link", rel="alternate", type="text/html", href=item.address)
    _add(entry, "published", item.times.published.isoformat())
    _add(entry, "updated", item.times.updated.isoformat())
    if item.author:
        _author(entry, item.author)
    if item.kind:
        _add(entry, "category", term=item.kind)
    _add(entry, "summary", item.text)


def _author(parent: Any, name: str) -> None:
    _add(_add(parent, "author"), "name", name)


def _add(parent: Any, name: str, text: str | None = None, **attributes: str) -> Any:
    child = etree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    child.text = text
    return child


def render_json_feed(feed: Feed, settings: Settings) -> bytes:
    """UTF-8, indented; what is not known is left out."""
    value = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(feed, settings),
        "home_page_url": settings.address_of(url_of(feed.home)),
        "feed_url": settings.address_of(feed.json),
        "description": ABOUT,
        "language": LANGUAGE,
        "authors": [{"name": settings.town.organ}],
        "items": [_item(item) for item in feed.items],
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _item(item: Item) -> dict[str, Any]:
    value = {
        "id": item.id,
        "url": item.address,
        "title": item.title,
        "content_text": item.text,
        "date_published": item.times.published.isoformat(),
        "date_modified": item.times.updated.isoformat(),
        "authors": [{"name": item.author}] if item.author else [],
        "tags": [item.kind] if item.kind else [],
    }
    return {name: given for name, given in value.items() if given}
