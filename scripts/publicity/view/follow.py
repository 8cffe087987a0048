"""How to follow the site: the page that lists the feeds and the calendar, and what other pages say of the feed that fits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from publicity.outputs.calendars import PUBLIC
from publicity.outputs.feeds import HOME, NEWEST, Feed, feeds_of
from publicity.project import Project
from publicity.view.generated import Generated

PAGE = "follow/index.md"
SUMMARY = "不用天天来看：怎样自动收到新公开的内容，怎样把公开和普法的日子放进手机、电脑的日历。"


def follow_page(project: Project) -> Iterator[Generated]:
    """One page, which belongs to no section."""
    yield Generated(PAGE, "订阅和日历", "kinds/follow.html", PAGE, lambda: _data(project), summary=SUMMARY)


def fitting_feeds(feeds: Mapping[str, Feed], home: str) -> list[dict[str, str]]:
    """For the page whose section opens at ``home``: its own feed, if there is one, then that of everything."""
    fitting = dict.fromkeys(uri for uri in (home, HOME) if uri in feeds)
    return [_plain(feeds[uri]) for uri in fitting]


def _plain(feed: Feed) -> dict[str, str]:
    return {"name": feed.name, "title": feed.title, "atom": feed.atom, "json": feed.json}


def _data(project: Project) -> dict[str, Any]:
    """Full addresses only where the portal has given the site one; ``subscribe`` is how telephones know a calendar's."""
    settings = project.settings

    def place(uri: str) -> dict[str, str]:
        return {"uri": uri, "address": settings.public_address(uri)}

    calendar = place(PUBLIC)
    scheme, mark, rest = calendar["address"].partition(":")
    return {
        "placed": settings.site_is_placed,
        "most": NEWEST,
        "offered": [
            {
                "name": feed.name,
                "title": feed.title,
                "home": feed.home,
                "files": [("Atom", place(feed.atom)), ("JSON Feed", place(feed.json))],
                "count": len(feed.items),
                "waiting": feed.waiting,
                "kinds": feed.kinds if len(feed.kinds) > 1 else {},
            }
            for feed in feeds_of(project)
        ],
        "calendar": {**calendar, "subscribe": f"webcal{mark}{rest}" if scheme else ""},
    }
