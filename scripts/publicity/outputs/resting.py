"""What rests on a statute, and what to re-examine when statutes change: for people, and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from publicity.checks.scrub import scrub_text
from publicity.enrich.changed_statutes import Review, is_gone
from publicity.enrich.resting import PageUse, Resting, RuleUse
from publicity.model.citation import book_marked
from publicity.rules.every import line_of

WHOLE = "没有写明哪一条"


def render_resting_text(resting: Resting, place: str = "") -> str:
    """文件:行  条文  标题, the pages first; ``place`` names the articles asked for, empty for the whole statute."""
    name = book_marked(resting.title) + place
    lines = [f"{name}{_told(resting)}"]
    if not resting.pages and not resting.rules:
        lines.append("本站没有页面和规则引用它。")
    for words, uses in (("页面", _in_order(resting.pages)), ("规则", _in_order(resting.rules))):
        if uses:
            lines += [f"引用它的{words}（{len(uses)} 处）：", *(f"  {_line(use)}" for use in uses)]
    return "".join(f"{line}\n" for line in lines)


def render_resting_json(resting: Resting) -> str:
    """An object with title, known, uses."""
    uses = [_plain(use) for use in (*_in_order(resting.pages), *_in_order(resting.rules))]
    return _dumped({"title": resting.title, "known": resting.statute is not None, "uses": uses})


def render_reviews_text(reviews: Sequence[Review]) -> str:
    """One paragraph a changed statute that something rests on; the others in one line."""
    lines: list[str] = []
    for review in reviews:
        if review.uses:
            lines.append(f"{book_marked(review.change.title)}：{'；'.join(review.change.words)}")
            lines += (f"  {_line(use)}{_gone(review, use)}" for use in _each_once(review.uses))
    others = [book_marked(review.change.title) for review in reviews if not review.uses]
    if others:
        lines.append(f"有变化、本站没有引用的（{len(others)} 部）：{'、'.join(others)}")
    return "".join(f"{line}\n" for line in [*lines, _closing(reviews)])


def render_reviews_json(reviews: Sequence[Review]) -> str:
    """A list of objects with title, changes, uses; of each use whether its article is gone."""
    found = [
        {
            "title": review.change.title,
            "changes": list(review.change.words),
            "uses": [{**_plain(use), "article_gone": is_gone(use, review.change)} for use in _each_once(review.uses)],
        }
        for review in reviews
    ]
    return _dumped(found)


def _closing(reviews: Sequence[Review]) -> str:
    if not reviews:
        return "新登记表和现在的没有不同。"
    uses = [use for review in reviews for use in review.uses]
    pages = {use.page.uri for use in uses if isinstance(use, PageUse)}
    rules = {(use.kept.path, use.kept.rule.id) for use in uses if isinstance(use, RuleUse)}
    if not uses:
        return f"共有 {len(reviews)} 部有变化，本站都没有引用。"
    return f"共有 {len(reviews)} 部有变化；要重新核对 {len(pages)} 个页面、{len(rules)} 条规则。"


def _told(resting: Resting) -> str:
    statute = resting.statute
    if statute is None:
        return "（没有登记）"
    repeal = f"废止，由{book_marked(statute.repealed_by)}取代" if statute.repealed_by else "废止"
    days = ((statute.last_changed, "最近修改"), (statute.in_force_from, "施行"), (statute.repealed_on, repeal))
    facts = [statute.kind, *(f"{day}{words}" for day, words in days if day is not None)]
    facts += [f"共{statute.articles}条"] if statute.articles else []
    return f"（{'，'.join(facts)}；登记到{statute.as_of}）"


def _in_order(uses: Iterable[PageUse | RuleUse]) -> list[PageUse | RuleUse]:
    return sorted(_each_once(uses), key=lambda use: (use.article is None, use.article or 0))


def _each_once(uses: Iterable[PageUse | RuleUse]) -> list[PageUse | RuleUse]:
    """A line that names one place twice, by title and by number, is one line to look at."""
    return list({tuple(_plain(use).items()): use for use in reversed(list(uses))}.values())[::-1]


def _line(use: PageUse | RuleUse) -> str:
    one = _plain(use)
    words = f"{one['path']}:{one['line']}  {one['place'] or WHOLE}  {one['title']}"
    return words if isinstance(use, PageUse) else f"{words}（{one['id']}，{'已' if one['verified'] else '未'}核实）"


def _gone(review: Review, use: PageUse | RuleUse) -> str:
    return f"  ← 新文本只有{review.change.articles}条" if is_gone(use, review.change) else ""


def _plain(use: PageUse | RuleUse) -> dict[str, Any]:
    if isinstance(use, RuleUse):
        kept = use.kept
        found = {"path": kept.path, "line": line_of(kept), "id": kept.rule.id, "title": kept.name}
        return {**found, "article": use.article, "place": use.words, "verified": kept.rule.verified}
    title = use.page.header.title if use.page.header is not None else use.page.stem
    found = {"path": scrub_text(use.cited.path), "line": use.cited.line, "page": scrub_text(use.page.shown)}
    return {**found, "title": scrub_text(title), "article": use.article, "place": use.words}


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
