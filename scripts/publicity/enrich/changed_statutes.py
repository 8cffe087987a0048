"""What a new register changes, and what on the site rests on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from publicity.enrich.resting import PageUse, Resting, RuleUse
from publicity.model.citation import book_marked
from publicity.rules import Register, Statute


class Weight(IntEnum):
    """The worst first."""

    REPEALED = 0
    GONE = 1
    ARTICLES = 2
    REVISED = 3
    REDATED = 4
    ADDED = 5


@dataclass(frozen=True)
class Change:
    """``words`` say each thing that changed; ``articles`` is the last article now, None where unknown or gone."""

    title: str
    weight: Weight
    words: tuple[str, ...]
    articles: int | None


@dataclass(frozen=True)
class Review:
    """What to re-examine after one change: places whose article is no more come first."""

    change: Change
    uses: tuple[PageUse | RuleUse, ...]


def is_gone(use: PageUse | RuleUse, change: Change) -> bool:
    """Whether the cited article lies beyond the new last one."""
    last = use.citation.last_article or use.article
    return last is not None and change.articles is not None and last > change.articles


def reviews(resting: Mapping[str, Resting], anew: Mapping[str, Resting], old: Register, new: Register) -> list[Review]:
    """Every changed statute, the worst first; those that nothing rests on come last.

    ``resting`` is what rests on what by the register of today, ``anew`` by the new one: a title that only the new one
    knows may have been on a page for long.
    """
    found = [_review(change, resting.get(change.title)) for change in changes(old, new)]
    found += _added(resting, anew, new)
    return sorted(found, key=lambda review: (not review.uses, review.change.weight, review.change.title))


def _review(change: Change, resting: Resting | None) -> Review:
    uses = resting.uses if resting is not None else ()
    return Review(change, tuple(sorted(uses, key=lambda use: not is_gone(use, change))))


def _added(resting: Mapping[str, Resting], anew: Mapping[str, Resting], new: Register) -> Iterator[Review]:
    """Cited on the site, unknown to the register of today with its local entries, and known to the new one."""
    known = {title for title, one in resting.items() if one.statute is not None}
    for statute in new.statutes:
        if statute.title in anew and statute.title not in known:
            change = Change(statute.title, Weight.ADDED, ("登记表里新增加的",), statute.articles)
            yield _review(change, anew[statute.title])


def changes(old: Register, new: Register) -> Iterator[Change]:
    """In the order of the old register. When the register was looked at (``as_of``) is no change."""
    by_title = {statute.title: statute for statute in new.statutes}
    for before in old.statutes:
        after = by_title.get(before.title)
        if after is None:
            yield Change(before.title, Weight.GONE, ("新登记表里没有了",), None)
        elif found := list(_differences(before, after, new)):
            weight, _ = min(found)
            yield Change(before.title, weight, tuple(words for _, words in sorted(found)), after.articles)


def _differences(before: Statute, after: Statute, new: Register) -> Iterator[tuple[Weight, str]]:
    if (before.repealed_on, before.repealed_by) != (after.repealed_on, after.repealed_by):
        yield Weight.REPEALED, _repeal(after, new)
    if before.articles != after.articles:
        yield Weight.ARTICLES, f"条数由{_shown(before.articles)}变为{_shown(after.articles)}"
    if before.last_changed != after.last_changed:
        yield Weight.REVISED, f"最近修改由{_shown(before.last_changed)}变为{_shown(after.last_changed)}"
    rest = (
        ("施行日期", before.in_force_from, after.in_force_from),
        ("通过日期", before.adopted, after.adopted),
        ("全称", before.full_title, after.full_title),
        ("种类", before.kind, after.kind),
    )
    for label, one, other in rest:
        if one != other:
            yield Weight.REDATED, f"{label}由{_shown(one)}变为{_shown(other)}"


def _repeal(after: Statute, new: Register) -> str:
    if after.repealed_on is None:
        return "新登记表里不再写废止"
    words = f"自{after.repealed_on}起废止"
    if not after.repealed_by:
        return words
    words += f"，由{book_marked(after.repealed_by)}取代"
    by = new.resolve(after.repealed_by)
    if by is None:
        return f"{words}（新登记表里没有这一部）"
    known = [f"自{by.in_force_from}起施行"] if by.in_force_from else []
    known += [f"共{by.articles}条"] if by.articles else []
    return f"{words}（{'，'.join(known)}）" if known else words


def _shown(value: object) -> str:
    return str(value) if value else "空白"
