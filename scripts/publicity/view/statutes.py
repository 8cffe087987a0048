"""A page for every statute that something on the site rests on, and the list of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from publicity.content.citations import Citation
from publicity.enrich.refs import Ref
from publicity.enrich.resting import PageUse, Resting, RuleUse, by_article
from publicity.model import EnforcementItem
from publicity.model.citation import book_marked, place_words
from publicity.project import Project
from publicity.rules import Statute
from publicity.view.generated import Generated
from publicity.view.rules_pages import uri_of

HOME = "enforcement/basis/index.md"
LIST = "statutes/index.md"
# The list shows laws before what rests on them.
KINDS = ("宪法", "法律", "行政法规", "监察法规", "地方性法规", "部门规章", "地方政府规章", "党内法规", "文件")


@dataclass(frozen=True)
class State:
    """``name`` is 现行, 已废止, 尚未施行 or 未核实; ``words`` the sentence; ``stop`` and ``wait`` choose how loud it is told."""

    name: str
    words: str
    stop: bool = False
    wait: bool = False


def statute_pages(project: Project) -> Iterator[Generated]:
    """The list and the pages; none where nothing rests on any statute of the register."""
    known = [one for one in project.facts.resting.values() if one.statute is not None]
    if known:
        yield Generated(
            LIST, "本站引用的法律法规和文件", "kinds/statutes.html", HOME, lambda: _list(known, project.today)
        )
    for one in known:
        yield _page(one, project)


def place_of(project: Project, citation: Citation) -> str | None:
    """The statute's page and, where it has the article, the place on it; None for what has no page."""
    statute = project.rules.statutes.resolve(citation.title)
    resting = project.facts.resting.get(statute.title) if statute is not None else None
    if statute is None or resting is None:
        return None
    has_place = citation.article is not None and citation.article in resting.articles
    return f"{statute.uri}#article-{citation.article}" if has_place else statute.uri


def state_of(statute: Statute, today: date) -> State:
    """Whether the statute is in force on that day, as far as the register knows."""
    by = f"，由{book_marked(statute.repealed_by)}取代" if statute.repealed_by else ""
    if statute.repealed_on is not None and statute.repealed_on <= today:
        return State("已废止", f"已于{statute.repealed_on}废止{by}。", stop=True)
    if statute.in_force_from is not None and statute.in_force_from > today:
        return State("尚未施行", f"还没有施行，自{statute.in_force_from}起施行。", wait=True)
    if statute.repealed_on is not None:
        return State("现行", f"将于{statute.repealed_on}废止{by}。", wait=True)
    if not statute.verified:
        return State("未核实", "还没有核对原文，是不是现行，以制定机关公布的为准。", wait=True)
    return State("现行", "")


def power_bases(project: Project) -> list[dict[str, Any]]:
    """The legal bases of the powers: every statute in the order they are met, each place once with what rests on it."""
    uses = [
        (use, resting.title)
        for resting in project.facts.resting.values()
        for use in resting.pages
        if use.cited.structured and isinstance(use.page.record, EnforcementItem)
    ]
    uses.sort(key=lambda pair: (pair[0].page.uri, pair[0].cited.line, pair[0].cited.column))
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for use, title in uses:
        places = found.setdefault(title, {})
        place = places.setdefault(use.citation.written, {"says": use.cited.clause, "links": []})
        place["links"].append(Ref(use.page.uri, use.page.header.title if use.page.header else ""))
    return [{"name": book_marked(title), "places": places} for title, places in found.items()]


def _list(known: list[Resting], today: date) -> dict[str, Any]:
    rows: dict[str, list[dict[str, Any]]] = {kind: [] for kind in KINDS}
    for one in known:
        assert one.statute is not None
        row: dict[str, Any] = {"uri": one.statute.uri, "name": book_marked(one.title), "number": one.statute.number}
        row |= {"state": state_of(one.statute, today), "pages": _pages(one), "rules": len(_rules(one.rules))}
        rows.setdefault(one.statute.kind, []).append(row)
    for group in rows.values():
        group.sort(key=lambda row: (-row["pages"], row["name"]))
    repealed = sum(row["state"].stop for group in rows.values() for row in group)
    return {"groups": {kind: group for kind, group in rows.items() if group}, "total": len(known), "repealed": repealed}


def _page(resting: Resting, project: Project) -> Generated:
    statute = resting.statute
    assert statute is not None
    name = book_marked(resting.title)
    summary = f"本站哪些页面、哪些规则以{name}为依据，依据的是哪一条。"
    return Generated(statute.uri, name, "kinds/statute.html", HOME, lambda: _data(resting, statute, project), summary)


def _data(resting: Resting, statute: Statute, project: Project) -> dict[str, Any]:
    return {
        "statute": statute,
        "list": LIST,
        "facts": _facts(statute),
        "state": state_of(statute, project.today),
        "articles": [_article(article, uses) for article, uses in by_article(resting)],
        "pages": _pages(resting),
        "rules": len(_rules(resting.rules)),
    }


def _facts(statute: Statute) -> list[tuple[str, str]]:
    """Label and value; what the register does not know is left out."""
    days = (("通过或成文", statute.adopted), ("最近修改", statute.last_changed), ("施行", statute.in_force_from))
    rows = [("种类", statute.kind), ("文号", statute.number)]
    if statute.full_title != statute.title:
        rows.insert(0, ("全称", statute.full_title))
    rows += [(label, str(day)) for label, day in days if day is not None]
    rows.append(("条数", f"{statute.articles}条" if statute.articles else ""))
    rows.append(("废止", f"{statute.repealed_on}" if statute.repealed_on else ""))
    rows.append(("取代它的", book_marked(statute.repealed_by) if statute.repealed_by else ""))
    rows.append(("核对到", str(statute.as_of)))
    rows.append(("登记的来源", statute.source if statute.verified else f"{statute.source}（没有读到原文）"))
    return [(label, value) for label, value in rows if value]


def _article(article: int | None, uses: Iterable[PageUse | RuleUse]) -> dict[str, Any]:
    pages: dict[str, list[PageUse]] = {}
    rules: list[RuleUse] = []
    for use in uses:
        if isinstance(use, RuleUse):
            rules.append(use)
        else:
            pages.setdefault(use.page.uri, []).append(use)
    name = place_words(article, None, None) if article is not None else "没有写明哪一条"
    rows = [_row(own, name) for own in pages.values()]
    return {
        "id": f"article-{article}" if article is not None else "whole",
        "name": name,
        "pages": rows,
        "rules": _rules(rules),
    }


def _row(uses: list[PageUse], article: str) -> dict[str, Any]:
    """One page under one article: the places that say more than the article, and what the page says they say."""
    page = uses[0].page
    words = dict.fromkeys(use.words for use in uses if use.words not in ("", article))
    says = dict.fromkeys(use.cited.clause for use in uses if use.cited.structured and use.cited.clause)
    return {
        "uri": page.uri,
        "title": page.header.title if page.header else page.stem,
        "words": list(words),
        "says": list(says),
    }


def _rules(uses: Iterable[RuleUse]) -> list[dict[str, Any]]:
    """Each rule once."""
    rows = {
        (use.kept.path, use.kept.rule.id): {
            "kind": use.kept.kind, "name": use.kept.name, "verified": use.kept.rule.verified,
            "uri": f"{uri_of(use.kept.path)}#{use.kept.rule.id}",
        }
        for use in uses
    }  # fmt: skip
    return list(rows.values())


def _pages(resting: Resting) -> int:
    return len({use.page.uri for use in resting.pages})
